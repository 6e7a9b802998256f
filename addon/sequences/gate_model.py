"""What the gate is told, and what it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Lock(StrEnum):
    """Why a mail may not go now. The order is the order in which they are asked; the first that holds is the answer."""

    KILL_SWITCH = "kill_switch"
    OPTED_OUT = "opted_out"
    BOUNCED = "bounced"
    REPLIED = "replied"
    BOOKED = "booked"
    WROTE_BY_HAND = "wrote_by_hand"
    OVER = "over"
    """The enrollment or its campaign ended."""
    PAUSED = "paused"
    AWAY = "away"
    NOT_CONFIRMED = "not_confirmed"
    ANSWERED = "answered"
    """Somebody wrote into the thread from outside."""
    THREAD_GONE = "thread_gone"
    """The thread of a follow-up was deleted: nobody knows whether somebody answered."""
    PERSON = "person"
    COMPANY = "company"
    ROW_CHANGED = "row_changed"
    ROW_GONE = "row_gone"
    EDITED = "edited"
    FOOTER = "footer"
    APPROVAL = "approval"
    MISSING_FIELD = "missing_field"
    POISONED = "poisoned"
    """Working on it broke several times."""
    NO_ADDRESS = "no_address"
    """The policy has no postal address."""
    SENDER = "sender"
    GRANT = "grant"
    SHEET_GRANT = "sheet_grant"
    MAILBOX_PAUSED = "mailbox_paused"
    CAP = "cap"
    WINDOW = "window"
    HOLIDAY = "holiday"
    SPACING = "spacing"


RENEWED = frozenset({Lock.EDITED, Lock.FOOTER, Lock.APPROVAL, Lock.MISSING_FIELD})
"""Locks that open when the mail as it is now is approved."""


class Effect(StrEnum):
    """What a lock does to the enrollment whose mail it stops."""

    WAIT = "wait"
    """Look again at ``until``; nothing is lost."""
    PARK = "park"
    """Nothing happens until somebody does something, which has it due again."""
    HOLD = "hold"
    """A person must decide: it is on the Held card."""
    END = "end"
    """No further step goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The recipient's window: whether it is open, until when, and when it opens next (aware UTC).

    ``is_holiday`` says that it is shut for a day on which nobody works.
    """

    is_open: bool
    closes_at: datetime | None
    opens_at: datetime
    is_holiday: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything the gate looks at. Read in batches for a preview, fresh for a send; the defaults stop nothing.

    ``enrollment`` and ``campaign`` are states; ``holder`` names who else writes to the person, ``colleagues`` how many
    people of the company are written to already of ``company_limit`` (0: no limit). ``left_today`` mails of the cap;
    ``cap_until`` when one is free again, ``campaign_full_until`` the same of a campaign's own lower cap.
    ``is_drafting`` asks for two minutes of window, as before a draft.
    """

    is_stopped: bool = False
    is_suppressed: bool = False
    enrollment: str = "active"
    campaign: str = "running"
    away_until: datetime | None = None
    is_answered: bool = False
    is_thread_gone: bool = False
    wrote_by_hand: bool = False
    holder: str = ""
    colleagues: int = 0
    company_limit: int = 0
    is_row_gone: bool = False
    is_row_changed: bool = False
    is_edited: bool = False
    is_footer_changed: bool = False
    is_approved: bool = True
    missing_field: str = ""
    has_postal_address: bool = True
    is_sender_right: bool = True
    has_grant: bool = True
    needs_sheet_grant: bool = False
    paused_until: datetime | None = None
    left_today: int = 1
    campaign_full_until: datetime | None = None
    cap_until: datetime | None = None
    opening: Opening | None = None
    next_send_at: datetime | None = None
    is_drafting: bool = False


@dataclass(frozen=True, slots=True)
class Allowed:
    """The mail may go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocked:
    """The mail may not go: why, what that does, and for a wait when to look again."""

    lock: Lock
    effect: Effect
    until: datetime | None = None
    detail: str = ""
