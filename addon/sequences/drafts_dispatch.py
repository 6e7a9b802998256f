"""Deletes drafts of ours that nobody needs any more: never one that was asked to go, nor what a hand wrote into it."""

from __future__ import annotations

from dataclasses import replace

from addon.errors import AssistantError, Conflict
from addon.ports import Mailbox
from addon.sequences.delivery import LEFT
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.desk_dispatch import Desk

MOST_LOOKED_AT = 30
"""Drafts looked at, the latest first, twenty units each: what went astray is younger than the user's own."""


def delete_draft(desk: Desk, id: str) -> None:
    """Delete what belongs to a cancelled send, if it was never asked to go; what is left is listed to the user."""
    send = desk.sends.find(desk.tenant, id)
    if send is None or send.state is not SendState.CANCELLED or send.was_requested:
        return
    if not send.draft_id:
        if send.since:
            delete_strays(desk, send)  # a crash may have left one
        return
    desk.hold()
    try:
        is_gone = desk.ask(lambda mailbox: delete_as_made(mailbox, send))
    except AssistantError:
        is_gone = False
    try:
        desk.commit([desk.sends.send_write(without_draft(send) if is_gone else replace(send, reason=LEFT))])
    except Conflict:
        return


def delete_as_made(mailbox: Mailbox, send: Send) -> bool:
    """Delete the draft a send made; False if a hand edited it: then it is theirs."""
    found = mailbox.find_draft(send.draft_id)
    if found is None or not found.is_draft:
        return True
    if found.body_hash != send.body_hash:
        return False
    mailbox.delete_draft(send.draft_id)
    return True


def without_draft(send: Send) -> Send:
    """Return a cancelled send whose draft is gone."""
    return replace(send, draft_id="", reason="stopped" if send.reason == LEFT else send.reason)


def delete_strays(desk: Desk, send: Send) -> None:
    """Delete drafts that say they are this send and are not the one stored: their ids were never asked to go.

    Call it when no worker can store another id any more: once an id is stored, or the send has ended. What Gmail does
    not do now is left undone: such a draft is never sent.
    """
    if send.was_requested:
        return
    try:
        for id in desk.ask(lambda mailbox: mailbox.drafts())[:MOST_LOOKED_AT]:
            if id != send.draft_id:
                _delete_if_ours(desk, send, id)
    except AssistantError:
        return


def _delete_if_ours(desk: Desk, send: Send, id: str) -> None:
    found = desk.ask(lambda mailbox: mailbox.find_draft(id))
    if found is not None and found.is_draft and found.send_id == send.id:
        desk.hold()
        desk.ask(lambda mailbox: mailbox.delete_draft(id))
