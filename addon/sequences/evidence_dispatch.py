"""Reads what a mailbox shows of a send: two reads by id, never a search, for a search index may lag for days."""

from __future__ import annotations

from collections.abc import Sequence

from addon.ports import Mailbox
from addon.sequences.campaign_model import Enrollment
from addon.sequences.delivery import LOOKS
from addon.sequences.delivery_model import Copy, Evidence, Send
from addon.sequences.evidence import hand_copy, own_copy
from addon.sequences.mail_model import MessageHead

MOST_READ = 20
"""Sent messages read one by one: a mailbox in which a hand sent more meanwhile is looked at again later."""


def evidence_of(mailbox: Mailbox, send: Send, one: Enrollment) -> Evidence:
    """Return the sent copy, by thread and by history, and whether the draft is still a draft.

    Raises what the mailbox raises: without both reads there is no evidence. The draft is read first: one that is sent
    in between would else be seen neither as a draft nor as a copy.
    """
    draft = mailbox.find_draft(send.draft_id) if send.draft_id else None
    copy = _copy(mailbox, send, one)
    return Evidence(copy=copy, is_draft_there=draft is not None and draft.is_draft)


def _copy(mailbox: Mailbox, send: Send, one: Enrollment) -> Copy | None:
    heads = mailbox.thread(send.thread_id) if send.thread_id else ()
    if found := own_copy(heads, send):
        return found
    later, searched = _sent_meanwhile(mailbox, send, one)
    own = own_copy((*later, *searched), send)
    return own or hand_copy(later, send, one, are_later=True) or hand_copy((*heads, *searched), send, one)


def _sent_meanwhile(mailbox: Mailbox, send: Send, one: Enrollment) -> tuple[list[MessageHead], list[MessageHead]]:
    """Return heads of what was sent since the draft was made, and where the history is gone, and at last, by search."""
    ids = mailbox.sent_since(send.since) if send.since else None
    searched: tuple[str, ...] = ()
    if ids is None or send.looks >= len(LOOKS) - 1:
        after = int((send.requested_at or send.created_at).timestamp()) - 60
        searched = tuple(mailbox.search(f"to:{one.to} after:{after} in:anywhere"))
    later = list(dict.fromkeys(ids or ()))[-MOST_READ:]
    return _heads(mailbox, later), _heads(mailbox, [id for id in dict.fromkeys(searched) if id not in later])


def _heads(mailbox: Mailbox, ids: Sequence[str]) -> list[MessageHead]:
    found = (mailbox.message(id) for id in ids)
    return [head for head in found if head is not None]
