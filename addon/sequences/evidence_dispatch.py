"""Reads what a mailbox shows of a send: two reads by id, never a search, for a search index may lag for days."""

from __future__ import annotations

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

    Raises what the mailbox raises: without both reads there is no evidence.
    """
    copy = _copy(mailbox, send, one)
    draft = mailbox.find_draft(send.draft_id) if send.draft_id else None
    return Evidence(copy=copy, is_draft_there=draft is not None and draft.is_draft)


def _copy(mailbox: Mailbox, send: Send, one: Enrollment) -> Copy | None:
    heads = mailbox.thread(send.thread_id) if send.thread_id else ()
    if found := own_copy(heads, send):
        return found
    later = _sent_meanwhile(mailbox, send, one)
    return own_copy(later, send) or hand_copy((*heads, *later), send, one)


def _sent_meanwhile(mailbox: Mailbox, send: Send, one: Enrollment) -> list[MessageHead]:
    """Return heads of what was sent since the draft was made; where the history is gone, and at last, by search."""
    ids = mailbox.sent_since(send.since) if send.since else None
    if ids is None or send.looks >= len(LOOKS) - 1:
        after = int((send.requested_at or send.created_at).timestamp()) - 60
        ids = (*(ids or ()), *mailbox.search(f"to:{one.to} after:{after} in:anywhere"))
    found = (mailbox.message(id) for id in list(dict.fromkeys(ids))[-MOST_READ:])
    return [head for head in found if head is not None]
