"""What is kept of a mailbox's listening, and of each message that concerned somebody we wrote to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from addon.lib.ids import digest
from addon.tracking.inbound_model import CLASSIFIER, InboundKind


class Outcome(StrEnum):
    """What a person made of an answer."""

    OPEN = ""
    MEETING_BOOKED = "meeting_booked"
    NOT_NOW = "not_now"
    WRONG_PERSON = "wrong_person"
    OPTED_OUT = "opted_out"
    DONE = "done"
    """Seen to, however: nothing more is asked of the user."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ear:
    """How far a mailbox was listened to: ``cursor`` is the place in Gmail's history, ``""`` before the first time.

    ``heard_at`` is when all up to the cursor had been heard. While ``resync_from`` is set the history is gone, and
    everything since then is read by search, from page ``resync_page`` on; ``cursor`` is then where history goes on.
    ``seen`` are messages of the page under way that were looked at before the turn had to end. ``classifier`` is the
    version of the rules by which everything heard was read.
    """

    tenant: str
    user: str
    cursor: str = ""
    heard_at: datetime | None = None
    resync_from: datetime | None = None
    resync_page: str = ""
    seen: tuple[str, ...] = ()
    classifier: int = CLASSIFIER
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """One message that concerned somebody we wrote to: of its text only the words that matter are kept.

    ``id`` is made of mailbox and message, so that a message is heard once; ``mailbox`` is its owner's user id.
    ``sender`` is who wrote it, ``contact`` whom they name instead of themselves. ``intent``, ``mood`` and ``reader``
    are values of ``intent_model`` (``reader`` is ``user`` where a person corrected it), ``""`` where nobody read it.
    ``needs_answer`` until a person saw to it, which they are asked from ``look_at`` on. ``until`` ends an absence.
    """

    id: str
    tenant: str
    mailbox: str
    message_id: str
    thread_id: str
    enrollment: str
    campaign: str
    kind: InboundKind
    at: datetime
    look_at: datetime
    sender: str = ""
    sender_name: str = ""
    subject: str = ""
    words: str = ""
    intent: str = ""
    mood: str = ""
    certainty: float = 0.0
    reader: str = ""
    contact: str = ""
    contact_name: str = ""
    until: datetime | None = None
    needs_answer: bool = False
    outcome: Outcome = Outcome.OPEN
    classifier: int = CLASSIFIER
    version: str = ""


def heard_id(mailbox: str, message_id: str) -> str:
    """Return the id below which a message is kept."""
    return digest("heard", mailbox, message_id)
