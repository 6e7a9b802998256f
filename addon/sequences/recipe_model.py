"""A sequence as a recipe: the steps, what each says, and when mails may go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from addon.leads.model import OwnColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One mail. ``id`` is stable however steps are moved; ``after_days`` working days after the step before.

    The first step's text is the row's Subject and Draft. A later step's text is what stands in ``column``, if that
    cell is filled, else ``text``: a template with fields such as ``{{first_name|there}}``. A blank ``text`` is the
    default one in the language of the draft. Later steps answer in the same thread under the first subject.
    """

    id: str
    after_days: int = 0
    column: OwnColumn | None = None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """When mails may leave: local time of day, ``opens`` included, ``closes`` excluded, within one day.

    ``weekdays`` (Monday 0) None means the working days of the recipient's country. ``is_theirs`` says whose time it is.
    """

    opens: time = time(9, 30)
    closes: time = time(16, 30)
    weekdays: frozenset[int] | None = None
    keeps_holidays: bool = True
    is_theirs: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """A sequence. ``daily_cap`` is the user's own, below the policy's; 0 means the policy's."""

    steps: tuple[Step, ...]
    window: Window = Window()
    daily_cap: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a recipient is, as far as it is known: IANA zone, ISO country (``""`` unknown), and how we know.

    ``source`` is ``column``, ``city``, ``country``, ``domain`` or ``sender``: an unknown place has the sender's zone.
    """

    zone: str
    country: str = ""
    region: str = ""
    source: str = "sender"
