"""What the cards of a sequence show: the pre-flight, the timeline, progress, and what waits for a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from addon.sequences.campaign_model import Campaign, Mail
from addon.sequences.delivery_model import Send
from addon.sequences.event_model import Event


class Light(StrEnum):
    """Green goes, amber goes and should be known, red does not go."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """One line of the pre-flight: ``what`` is a stable word, ``rows`` the rows it is about (as the user sees them).

    ``text`` and ``mend`` are templates with ``values``, as errors have them.
    """

    light: Light
    what: str
    text: str
    mend: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    rows: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """When one step goes out: the first and the last instant, and the recipients' zones with how many people each."""

    step_id: str
    number: int
    first_at: datetime
    last_at: datetime
    people: int
    zones: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A campaign before Confirm, ready for the card. ``sender`` is the address mails leave from.

    ``sender_name`` is the name on them, ``""`` if none.
    """

    campaign: Campaign
    sender: str
    sender_name: str = ""
    people: int
    preflight: Sequence[Preflight]
    timeline: Sequence[Leg]

    @property
    def is_ready(self) -> bool:
        """Whether Confirm may be pressed."""
        return self.people > 0 and all(one.light is not Light.RED for one in self.preflight if not one.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One page of a preview: the mails of some people in the order of the sheet, each person's by step.

    ``first`` is the number of the first of them (from 1) among all ``total``; ``page`` of ``pages`` counts from 1.
    """

    people: Sequence[Sequence[Mail]]
    first: int
    total: int
    page: int
    pages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """What helps to word a step: the tab's headers, and one row's texts by step id. ``row`` is 0 where none is known.

    The row is as the user sees it.
    """

    headers: Sequence[str] = ()
    row: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A campaign under way: people by enrollment state, mails sent a step, when the next one goes, and what waits.

    ``next_zone`` is the zone of the next mail's recipient. ``waits_for`` is the lock that keeps the next mail, ``""``
    if none does; ``until`` its end.
    """

    campaign: Campaign
    sender: str
    people: Mapping[str, int]
    sent: Mapping[str, int]
    next_at: datetime | None = None
    next_zone: str = ""
    waits_for: str = ""
    until: datetime | None = None
    held: int = 0
    can_undo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An event with whom it was about, ``""`` for all of a campaign, and the number of its step, 0 for none."""

    event: Event
    to: str = ""
    step: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMail:
    """One thing a person must decide. ``row`` is the row as the user sees it, 0 where it is not known.

    ``may_be_out`` says that a copy may have gone; ``asks`` that the user was told so and must say yes to a new attempt.
    ``campaign`` is the sequence it belongs to, by id.
    """

    send: Send | None
    enrollment: str
    to: str
    reason: str
    step: int = 1
    row: int = 0
    may_be_out: bool = False
    asks: bool = False
    campaign: str = ""
    campaign_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A step, by its number from now on, that goes another number of working days after the step before it."""

    step_id: str
    number: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What changed steps, or changed cells, come to for the mails that have not gone; see ``cards.changes``.

    ``who`` are the addresses it touches, ``lines`` the changed lines of one mail, whose address ``example`` is.
    ``released`` people are held for want of this approval alone, and go on with it.
    """

    reworded: int = 0
    moved: int = 0
    added: int = 0
    dropped: int = 0
    released: int = 0
    delays: Sequence[Delay] = ()
    has_new_hours: bool = False
    who: Sequence[str] = ()
    lines: Sequence[tuple[str, str]] = ()
    example: str = ""
    approval: str = ""
