"""What waits for a user's answer, as their card shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from addon.tracking.heard_model import Outcome
from addon.tracking.inbound_model import InboundKind


class Ask(StrEnum):
    """What a card asks about one message before a button can be done."""

    NOTHING = ""
    DATE = "date"
    PERSON = "person"
    LABEL = "label"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReply:
    """One message that needs its user. ``address`` is whom we wrote to, ``name`` and ``company`` what their row says.

    ``row`` (1-based) is 0 where the open file is another one. ``step`` (from 1) is the last mail they had by then.
    ``sender`` wrote it, ``""`` where that is whom we wrote to; ``contact`` is whom they name. ``account`` is the Gmail
    account in which the thread stands, ``zone`` the user's time zone. ``intent`` and ``mood`` as in ``Heard``.
    """

    id: str
    kind: InboundKind
    at: datetime
    zone: str
    thread_id: str
    address: str
    name: str = ""
    company: str = ""
    row: int = 0
    campaign: str = ""
    step: int = 1
    account: str = ""
    intent: str = ""
    mood: str = ""
    words: str = ""
    sender: str = ""
    sender_name: str = ""
    contact: str = ""
    contact_name: str = ""
    until: datetime | None = None
    outcome: Outcome = Outcome.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenReplies:
    """A page of them, who needs an answer first; ``total`` is how many there are, ``left`` how many pages go on to."""

    shown: tuple[OpenReply, ...]
    page: int
    total: int
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """Where the named colleague stands in the sheet (``row`` from 1), and whether they were added just now."""

    address: str
    row: int
    is_new: bool
