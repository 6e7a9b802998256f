"""What a verdict on a message means for the sequence of the person it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from addon.sequences.signal_model import Signal, SignalKind
from addon.tracking.inbound_model import AutoAnswer, AutoKind, BounceKind, Failure, InboundKind, Verdict

LONGEST_ABSENCE = timedelta(days=200)
"""Beyond this a date is taken for a slip, and the absence for one without an end."""

_OF_BOUNCE: Mapping[BounceKind, SignalKind] = {
    BounceKind.HARD: SignalKind.BOUNCED,
    BounceKind.SOFT: SignalKind.SOFT_BOUNCED,
    BounceKind.POLICY: SignalKind.BLOCKED,
    BounceKind.OWN_LIMIT: SignalKind.OWN_LIMIT,
    BounceKind.DELAYED: SignalKind.NOTED,
}

_OF_KIND: Mapping[InboundKind, SignalKind] = {
    InboundKind.COMPLAINT: SignalKind.COMPLAINED,
    InboundKind.OPT_OUT: SignalKind.OPTED_OUT,
    InboundKind.COLLEAGUE: SignalKind.REPLIED,
    InboundKind.REPLY: SignalKind.REPLIED,
    InboundKind.LIST: SignalKind.NOTED,
}

_BOOKED = ("accepted", "request")
"""What a calendar says where a meeting stands; anything else it says is an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """Whom a message is about and when it came: the address we wrote to, and the zone their days begin in."""

    address: str
    zone: str
    at: datetime
    message_id: str = ""


def signal_of(verdict: Verdict, about: About) -> Signal | None:
    """Return the signal of a message for one person; None for one that says nothing, as our own mail."""
    if verdict.bounce is not None:
        return _signal(_of_bounce(verdict.bounce.failures, about.address), about)
    if verdict.auto is not None:
        return _of_auto(verdict.auto, about)
    if verdict.kind is InboundKind.CALENDAR:
        return _signal(SignalKind.BOOKED if verdict.words in _BOOKED else SignalKind.REPLIED, about)
    kind = _OF_KIND.get(verdict.kind)
    return _signal(kind, about) if kind else None


def _signal(kind: SignalKind, about: About, until: datetime | None = None) -> Signal:
    return Signal(kind=kind, at=about.at, until=until, message_id=about.message_id)


def _of_bounce(failures: tuple[Failure, ...], address: str) -> SignalKind:
    """Return what a report says of the one we wrote to; our mails go to one person each.

    A report on another address, to which theirs passes mail on, says that this mail was lost and not more.
    """
    own = next((one for one in failures if one.address.lower() == address.lower()), None)
    if own is not None:
        return _OF_BOUNCE[own.kind]
    if not failures:
        return SignalKind.SOFT_BOUNCED
    first = next((one for one in failures if not one.address), failures[0])
    kind = _OF_BOUNCE[first.kind]
    return SignalKind.SOFT_BOUNCED if first.address and kind is SignalKind.BOUNCED else kind


def _of_auto(auto: AutoAnswer, about: About) -> Signal:
    if auto.kind is AutoKind.LEFT:
        return _signal(SignalKind.LEFT, about)
    if auto.kind is AutoKind.RECEIPT:
        return _signal(SignalKind.NOTED, about)
    return _signal(SignalKind.AWAY, about, _back(auto, about))


def _back(auto: AutoAnswer, about: About) -> datetime | None:
    """Return when the day begins on which they are back, None where they do not say or it cannot be."""
    if auto.back_on is None:
        return None
    back = datetime.combine(auto.back_on, time(0), ZoneInfo(about.zone)).astimezone(UTC)
    return back if about.at < back <= about.at + LONGEST_ABSENCE else None
