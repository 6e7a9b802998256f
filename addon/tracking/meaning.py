"""What a verdict on a message means for the sequence of the person it is about."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from addon.sequences.signal_model import Signal, SignalKind
from addon.tracking.inbound_model import AutoAnswer, AutoKind, BounceKind, Failure, InboundKind, Verdict

LONGEST_ABSENCE = timedelta(days=200)
"""Beyond this a date is taken for a slip, and the absence for one without an end."""

_OF_BOUNCE = {
    BounceKind.HARD: SignalKind.BOUNCED,
    BounceKind.SOFT: SignalKind.SOFT_BOUNCED,
    BounceKind.POLICY: SignalKind.BLOCKED,
    BounceKind.OWN_LIMIT: SignalKind.OWN_LIMIT,
    BounceKind.DELAYED: SignalKind.NOTED,
}

_OF_KIND = {
    InboundKind.COMPLAINT: SignalKind.COMPLAINED,
    InboundKind.OPT_OUT: SignalKind.OPTED_OUT,
    InboundKind.CALENDAR: SignalKind.BOOKED,
    InboundKind.COLLEAGUE: SignalKind.REPLIED,
    InboundKind.REPLY: SignalKind.REPLIED,
    InboundKind.RECEIPT: SignalKind.NOTED,
    InboundKind.LIST: SignalKind.NOTED,
}


def signal_of(verdict: Verdict, at: datetime, zone: str, address: str, message_id: str = "") -> Signal | None:
    """Return the signal of a message that came in at ``at`` about ``address``; None for one that says nothing.

    ``zone`` is where the person's days begin. A report that names nobody is about the one we wrote to.
    """
    if verdict.kind is InboundKind.BOUNCE:
        failure = _failure(verdict, address)
        kind = _OF_BOUNCE[failure.kind] if failure else None
        return Signal(kind=kind, at=at, message_id=message_id) if kind else None
    if verdict.auto is not None:
        return _of_auto(verdict.auto, at, zone, message_id)
    kind = _OF_KIND.get(verdict.kind)
    return Signal(kind=kind, at=at, message_id=message_id) if kind else None


def _failure(verdict: Verdict, address: str) -> Failure | None:
    failures = verdict.bounce.failures if verdict.bounce else ()
    named = [one for one in failures if one.address]
    return next(
        (one for one in named if one.address.lower() == address.lower()),
        failures[0] if not named and failures else None,
    )


def _of_auto(auto: AutoAnswer, at: datetime, zone: str, message_id: str) -> Signal:
    if auto.kind is AutoKind.LEFT:
        return Signal(kind=SignalKind.LEFT, at=at, message_id=message_id)
    if auto.kind is AutoKind.RECEIPT:
        return Signal(kind=SignalKind.NOTED, at=at, message_id=message_id)
    until = None
    if auto.back_on is not None:
        until = datetime.combine(auto.back_on, time(0), ZoneInfo(zone)).astimezone(UTC)
        until = until if at < until <= at + LONGEST_ABSENCE else None
    return Signal(kind=SignalKind.AWAY, at=at, until=until, message_id=message_id)
