"""Reads the threads of a follow-up before it goes: whatever came into one from outside is an answer (DESIGN 5.2)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from addon.errors import Rejected, Unavailable
from addon.ports import Mailbox
from addon.sequences.advance import with_thread
from addon.sequences.campaign_model import Enrollment
from addon.sequences.desk_dispatch import Desk, later
from addon.sequences.evidence import by_hand
from addon.sequences.gate_model import Facts
from addon.sequences.mail_model import MessageHead

SOON = timedelta(minutes=2)
"""When a thread is read again that could not be read."""


def listened(desk: Desk, one: Enrollment, facts: Facts) -> Facts:
    """Return the facts with what its threads say; only what came since the user last looked (``heard_at``) counts.

    Without the thread it goes into nobody knows whether somebody answered: that is a fact of its own.
    """
    try:
        found = {id: desk.ask(_reader(id)) for id in with_thread(one.threads, one.thread_id)}
    except Unavailable as error:
        return replace(facts, paused_until=later(error, desk.now(), SOON))
    except Rejected:
        return replace(facts, has_grant=False)
    heads = [head for heads in found.values() for head in heads]
    since = max(one.sent.values(), default=desk.now())
    return replace(
        facts,
        is_thread_gone=bool(one.thread_id) and not found[one.thread_id],
        is_answered=any(head.is_inbound and (one.heard_at is None or head.at > one.heard_at) for head in heads),
        wrote_by_hand=bool(by_hand(heads, one, max(since, one.heard_at or since))),
    )


def _reader(id: str) -> Callable[[Mailbox], tuple[MessageHead, ...]]:
    return lambda mailbox: mailbox.thread(id)
