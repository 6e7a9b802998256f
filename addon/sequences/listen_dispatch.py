"""Reads the threads of a follow-up before it goes: whatever came into one from outside is an answer (DESIGN 5.2)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from addon.errors import Conflict, Rejected, Unavailable
from addon.ports import Mailbox
from addon.sequences.advance import with_thread
from addon.sequences.campaign_model import Enrollment
from addon.sequences.desk_dispatch import Desk, later
from addon.sequences.evidence import by_hand
from addon.sequences.gate_model import Facts
from addon.sequences.mail_model import Added, MessageHead

SOON = timedelta(minutes=2)
"""When a thread is read again that could not be read."""


class Ears(Protocol):
    """Who takes in what comes into a mailbox: a later room, which says by signals what it heard."""

    def listen(self, desk: Desk, is_time_up: Callable[[], bool]) -> bool:
        """Take in what is new; False where time was up before all was heard. Raises what Gmail raises."""

    def next_hearing(self, desk: Desk, due: datetime | None) -> datetime | None:
        """Return when to listen again; ``due`` is when the next mail is to go. None: nothing may come."""

    def heard(self, desk: Desk, messages: Sequence[Added]) -> set[str]:
        """Take in messages found in a thread; return those, by id, of which the enrollments know what they mean."""


def listened(desk: Desk, one: Enrollment, facts: Facts, ears: Ears) -> Facts:
    """Return the facts with what its threads say; only what came since the user last looked (``heard_at``) counts.

    What nobody heard yet is heard now: ``Conflict`` where that moved the enrollment. Without the thread it goes into
    nobody knows whether somebody answered: that is a fact of its own.
    """
    try:
        found = {id: desk.ask(_reader(id)) for id in with_thread(one.threads, one.thread_id)}
        heads = [head for heads in found.values() for head in heads]
        unheard = _unheard(desk, one, heads, ears)
    except Unavailable as error:
        return replace(facts, paused_until=later(error, desk.now(), SOON))
    except Rejected:
        return replace(facts, has_grant=False)
    fresh = desk.store.find(one.tenant, one.id) if unheard is not None else one
    if fresh is None or fresh.version != one.version:
        raise Conflict("Something was heard of this person just now.", reason="heard")
    since = max(one.sent.values(), default=desk.now())
    return replace(
        facts,
        is_thread_gone=bool(one.thread_id) and not found[one.thread_id],
        is_answered=bool(unheard),
        wrote_by_hand=bool(by_hand(heads, one, max(since, one.heard_at or since))),
    )


def _unheard(desk: Desk, one: Enrollment, heads: Sequence[MessageHead], ears: Ears) -> set[str] | None:
    """Return what came in from outside and stays unclear after it was heard; None where nothing came."""
    arrived = [head for head in heads if head.is_inbound and (one.heard_at is None or head.at > one.heard_at)]
    if not arrived:
        return None
    messages = [Added(message_id=head.message_id, thread_id=head.thread_id, labels=head.labels) for head in arrived]
    return {message.message_id for message in messages} - ears.heard(desk, messages)


def _reader(id: str) -> Callable[[Mailbox], tuple[MessageHead, ...]]:
    return lambda mailbox: mailbox.thread(id)
