"""What was heard about a person, as the rooms that listen say it to the sequence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SignalKind(StrEnum):
    """What happened; each says in ``signals`` what it makes of an enrollment."""

    REPLIED = "replied"
    WROTE_BY_HAND = "wrote_by_hand"
    BOOKED = "booked"
    OPTED_OUT = "opted_out"
    COMPLAINED = "complained"
    BOUNCED = "bounced"
    """The address does not exist."""
    SOFT_BOUNCED = "soft_bounced"
    """This mail was lost, the address may be fine."""
    BLOCKED = "blocked"
    """Refused for what we sent, or how."""
    OWN_LIMIT = "own_limit"
    """Our own side's limit: this mail was lost, and the mailbox must rest."""
    AWAY = "away"
    LEFT = "left"
    """The person works there no more."""
    NOTED = "noted"
    """It is in the log, and nothing follows: a receipt, a delay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """``at`` is when it happened. ``until`` ends an absence, None where nobody said; ``message_id`` is Gmail's."""

    kind: SignalKind
    at: datetime
    until: datetime | None = None
    message_id: str = ""
