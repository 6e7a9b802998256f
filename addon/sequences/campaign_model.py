"""A recipe run for people: the campaign, one enrollment a person, the mails as approved, and the mailbox they leave."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from addon.lib.bucket import Spent
from addon.sequences.recipe_model import Place, Recipe

UNDONE, STOPPED = "undone", "stopped"
"""Why a campaign was cancelled, and with it everybody in it."""


class CampaignState(StrEnum):
    """DESIGN 6, States."""

    DRAFT = "draft"
    SCHEDULED = "scheduled"
    RUNNING = "running"
    PAUSED = "paused"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class Chore(StrEnum):
    """What a mailbox turn still has to do for every enrollment of a campaign, a hundred at a time."""

    NONE = ""
    ENROLL = "enroll"
    """Claim each person who is paused and have the next step due; the campaign was confirmed or resumed."""
    CANCEL = "cancel"
    """End each enrollment that is not over; the campaign was undone or stopped."""


class EnrollmentState(StrEnum):
    """DESIGN 6, States. Before Confirm, and while its campaign is paused, an enrollment is ``paused``."""

    ACTIVE = "active"
    AWAY = "away"
    PAUSED = "paused"
    REPLIED = "replied"
    BOOKED = "booked"
    OPTED_OUT = "opted_out"
    BOUNCED = "bounced"
    FINISHED = "finished"
    HELD = "held"
    CANCELLED = "cancelled"

    @property
    def is_over(self) -> bool:
        """Whether no further step goes unless a person decides so."""
        return self not in (EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The exact content of one mail, footer included. Addresses are bare; names are plain text.

    ``headers`` holds List-Unsubscribe and the like; volatile ones (date, message id, threading) are not here.
    """

    step_id: str
    sender: str
    sender_name: str
    to: str
    to_name: str
    subject: str
    text: str
    html: str
    reply_to: str = ""
    variant: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """A mail and its digest (``approval.digest_of``); ``cells`` is the digest of the sheet's cells it was made of.

    ``footer`` is the digest of the footer it carries. ``days`` working days after the step before.
    """

    mail: Mail
    digest: str
    cells: str = ""
    footer: str = ""
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The tab a campaign's people stand in."""

    spreadsheet_id: str
    sheet_id: int
    tab: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """A recipe run for people. ``user`` owns it and the mails leave their mailbox (``user`` is its id too).

    ``approval`` is the digest over every mail's digest that Confirm approved; ``people`` how many. ``checks_sheet``
    says that cells are compared before each mail. ``undo_until`` ends Undo; ``chore`` is what is still to be done.
    ``rows`` is the choice of rows it was made of, ``account`` the Gmail account its mails were approved to leave from.
    """

    id: str
    tenant: str
    user: str
    name: str
    source: Source
    recipe: Recipe
    state: CampaignState = CampaignState.DRAFT
    created_at: datetime
    updated_at: datetime
    people: int = 0
    approval: str = ""
    confirmed_at: datetime | None = None
    undo_until: datetime | None = None
    checks_sheet: bool = False
    zone: str = "UTC"
    rows: str = ""
    account: str = ""
    chore: Chore = Chore.NONE
    reason: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrollment:
    """One lead in one campaign. ``person`` is the address's fingerprint, ``to`` the address; ``mails`` in step order.

    ``step_id`` is the next step (``""``: none left), due at ``next_at`` (None: nothing happens by itself). ``send_id``
    is the send under way. ``sent`` says which step went when, ``thread_id`` and ``rfc_ids`` where follow-ups go,
    ``threads`` every thread in which an answer may come: Gmail may put a follow-up into another.
    ``parked_at`` keeps ``next_at`` while the campaign is paused. ``waits_for`` is the lock its mail waits for, until
    ``waits_until``. ``failures`` counts turns that broke in a row, ``lost`` mails that came back though the address is
    right. ``heard_at`` is when the user looked at the thread and had the mails go on all the same, ``signal_at`` when
    something was last heard of the person. ``is_unsaid`` says that its row in the sheet does not yet say how it stands.
    ``number`` is its place among the campaign's people in the order of the sheet, from 0.
    """

    id: str
    tenant: str
    campaign: str
    mailbox: str
    lead_id: str
    person: str
    company: str
    to: str
    place: Place
    mails: tuple[Approved, ...]
    state: EnrollmentState = EnrollmentState.PAUSED
    reason: str = ""
    step_id: str = ""
    next_at: datetime | None = None
    parked_at: datetime | None = None
    send_id: str = ""
    thread_id: str = ""
    threads: tuple[str, ...] = ()
    rfc_ids: tuple[str, ...] = ()
    sent: Mapping[str, datetime] = field(default_factory=dict)
    away_until: datetime | None = None
    waits_for: str = ""
    waits_until: datetime | None = None
    failures: int = 0
    lost: int = 0
    heard_at: datetime | None = None
    signal_at: datetime | None = None
    is_unsaid: bool = False
    number: int = 0
    updated_at: datetime
    version: str = ""

    def mail(self, step_id: str) -> Approved | None:
        """Return the mail of a step, or None."""
        return next((one for one in self.mails if one.mail.step_id == step_id), None)

    @property
    def following(self) -> str:
        """The step after the next one, ``""`` where that is the last."""
        ids = [one.mail.step_id for one in self.mails]
        at = ids.index(self.step_id) + 1 if self.step_id in ids else len(ids)
        return ids[at] if at < len(ids) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailboxRecord:
    """What is known of a mailbox. ``sent`` are the instants at which a send was asked for in the last 24 hours.

    ``next_send_at`` keeps the distance between two mails; ``paused_until`` is Google's daily limit, or a problem's
    end, with ``reason``. ``units`` is what a minute of Gmail's quota took; ``clean_days`` the days mails went
    without a bounce. ``address`` is the mailbox's own.
    """

    user: str
    tenant: str
    address: str = ""
    sent: tuple[datetime, ...] = ()
    next_send_at: datetime | None = None
    paused_until: datetime | None = None
    reason: str = ""
    units: tuple[Spent, ...] = ()
    clean_days: int = 0
    last_day: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clicked:
    """What a user's buttons took of Gmail's quota in the last minute."""

    units: tuple[Spent, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who of the tenant writes to a person: one enrollment at a time."""

    person: str
    enrollment: str
    campaign: str
    user: str
    company: str
    at: datetime
    version: str = ""
