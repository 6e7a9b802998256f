"""What a signal makes of an enrollment, and what the log says of it (DESIGN 3, loops back)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from addon.sequences.campaign_model import Enrollment, EnrollmentState
from addon.sequences.event_model import RECIPIENT, SYSTEM, Event, EventType
from addon.sequences.events import event_id
from addon.sequences.signal_model import Signal, SignalKind
from addon.sequences.states import ENROLLMENT_MOVES, may_follow, moved_enrollment

AWAY_DAYS = timedelta(days=7)
"""How long an absence is taken to last of which nobody says when it ends."""

SOFT_MOST = 2
"""Mails in a row that may be lost though the address is right, before a person must look."""

_ENDS: Mapping[SignalKind, EnrollmentState] = {
    SignalKind.REPLIED: EnrollmentState.REPLIED,
    SignalKind.BOOKED: EnrollmentState.BOOKED,
    SignalKind.OPTED_OUT: EnrollmentState.OPTED_OUT,
    SignalKind.COMPLAINED: EnrollmentState.OPTED_OUT,
    SignalKind.BOUNCED: EnrollmentState.BOUNCED,
}

HOLDS = frozenset({SignalKind.WROTE_BY_HAND, SignalKind.LEFT, SignalKind.BLOCKED, SignalKind.OWN_LIMIT})
"""Signals after which a person must decide at once; lost mails hold too, after a few."""

_EVENTS: Mapping[SignalKind, EventType] = {
    SignalKind.REPLIED: EventType.REPLIED,
    SignalKind.WROTE_BY_HAND: EventType.HELD,
    SignalKind.BOOKED: EventType.BOOKED,
    SignalKind.OPTED_OUT: EventType.UNSUBSCRIBED,
    SignalKind.COMPLAINED: EventType.COMPLAINED,
    SignalKind.BOUNCED: EventType.BOUNCED,
    SignalKind.SOFT_BOUNCED: EventType.BOUNCED,
    SignalKind.BLOCKED: EventType.REJECTED,
    SignalKind.OWN_LIMIT: EventType.REJECTED,
    SignalKind.AWAY: EventType.AUTORESPONDED,
    SignalKind.LEFT: EventType.AUTORESPONDED,
    SignalKind.NOTED: EventType.AUTORESPONDED,
}

_BY_RECIPIENT = frozenset({SignalKind.REPLIED, SignalKind.BOOKED, SignalKind.OPTED_OUT, SignalKind.COMPLAINED})


def after_signal(one: Enrollment, signal: Signal, now: datetime) -> Enrollment:
    """Return the enrollment after a signal; the very same where nothing follows from it.

    What ends a sequence ends it from any state that may still end so. A draft that waits is taken back by the
    mailbox's next turn, which is why ``next_at`` is now where a send is under way.
    """
    if (end := _ENDS.get(signal.kind)) is not None:
        if not may_follow(ENROLLMENT_MOVES, one.state, end):
            return one
        next_at = now if one.send_id else None
        return moved_enrollment(_told(one, signal), end, now, next_at=next_at, reason=str(signal.kind))
    if signal.kind in HOLDS:
        return _held(one, signal, now)
    if signal.kind is SignalKind.AWAY:
        return _away(one, signal, now)
    if signal.kind is SignalKind.SOFT_BOUNCED:
        counted = replace(_told(one, signal), lost=one.lost + 1, updated_at=now)
        return _held(counted, signal, now) if counted.lost >= SOFT_MOST else counted
    return one


def signal_event(one: Enrollment, signal: Signal, now: datetime) -> Event:
    """Return the event of a signal: one for a message and an enrollment, however often it is heard."""
    kind = _EVENTS[signal.kind]
    return Event(
        id=event_id(kind, one.id, str(signal.kind), signal.message_id or signal.at.isoformat()),
        type=kind,
        at=signal.at,
        by=RECIPIENT if signal.kind in _BY_RECIPIENT else SYSTEM,
        mailbox=one.mailbox,
        campaign=one.campaign,
        enrollment=one.id,
        send=one.send_id,
        step_id=one.step_id,
        reason="" if str(kind) == str(signal.kind) else str(signal.kind),
        facts={"heard": now.isoformat()},
    )


def says_nothing(old: Enrollment, new: Enrollment, signal: Signal) -> bool:
    """Whether the log need not tell of a signal: the user's own mail to somebody whom no sequence writes to."""
    return new is old and signal.kind is SignalKind.WROTE_BY_HAND


def _told(one: Enrollment, signal: Signal) -> Enrollment:
    return replace(one, signal_at=max(one.signal_at or signal.at, signal.at))


def _held(one: Enrollment, signal: Signal, now: datetime) -> Enrollment:
    if not may_follow(ENROLLMENT_MOVES, one.state, EnrollmentState.HELD):
        return one
    return moved_enrollment(_told(one, signal), EnrollmentState.HELD, now, next_at=None, reason=str(signal.kind))


def _away(one: Enrollment, signal: Signal, now: datetime) -> Enrollment:
    """Put the next mail off until the person is back; whoever is further on, or held, is left as they are."""
    until = signal.until or signal.at + AWAY_DAYS
    if until <= now or (one.away_until is not None and one.away_until >= until):
        return one
    if one.state is EnrollmentState.PAUSED:
        return replace(_told(one, signal), away_until=until, updated_at=now)
    if one.state not in (EnrollmentState.ACTIVE, EnrollmentState.AWAY):
        return one
    next_at = max(one.next_at, until) if one.next_at else None
    one = replace(_told(one, signal), away_until=until, next_at=next_at, is_unsaid=True, updated_at=now)
    return one if one.state is EnrollmentState.AWAY else moved_enrollment(one, EnrollmentState.AWAY, now)


def back_again(one: Enrollment, now: datetime) -> Enrollment | None:
    """Return the enrollment of somebody who was away until now as active again; None for everybody else."""
    if one.state is not EnrollmentState.AWAY or (one.away_until is not None and one.away_until > now):
        return None
    return moved_enrollment(one, EnrollmentState.ACTIVE, now)
