"""What happened, in DESIGN's words: append-only, one event for one change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class EventType(StrEnum):
    """DESIGN 6, Events."""

    APPROVED = "approved"
    QUEUED = "queued"
    SENT = "sent"
    DEFERRED = "deferred"
    BOUNCED = "bounced"
    REJECTED = "rejected"
    COMPLAINED = "complained"
    AUTORESPONDED = "autoresponded"
    REPLIED = "replied"
    UNSUBSCRIBED = "unsubscribed"
    OPENED = "opened"
    CLICKED = "clicked"
    BOOKED = "booked"
    BOOKING_CANCELLED = "booking_cancelled"
    RESUMED = "resumed"
    HELD = "held"
    CANCELLED = "cancelled"
    FAILED = "failed"


SYSTEM = "system"
"""Who did it when no user did."""

RECIPIENT = "recipient"
"""Who did it when the person written to did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event. ``id`` is derived from the change it tells of, so that telling it twice is telling it once.

    ``by`` is a user's sub, ``system`` or ``recipient``; ``reason`` the word of a hold, a deferral, a failure.
    ``facts`` holds no address, subject or body.
    """

    id: str
    type: EventType
    at: datetime
    by: str = SYSTEM
    mailbox: str = ""
    campaign: str = ""
    enrollment: str = ""
    send: str = ""
    step_id: str = ""
    reason: str = ""
    facts: Mapping[str, str | int | bool] = field(default_factory=dict)
