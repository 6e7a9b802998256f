"""Rows as they stand in a tab now, and what a sequence says of them there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum
from typing import Any

from addon.leads.model import Finding, Lead, OwnColumn, Problem

TEXTS = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)
"""Our columns whose cells become mails."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNow:
    """One lead where it stands now: ``row`` is 1-based, ``cells`` hold the text of every column in ``TEXTS``.

    ``person`` is the normalised address of the row (``""``: no valid one), ``email`` the address as it is written
    there. ``is_changed``: the row holds another person than the one the id was given to.
    """

    id: str
    row: int
    lead: Lead
    email: str
    person: str
    cells: Mapping[OwnColumn, str] = field(default_factory=dict)
    is_changed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Leads looked for in a tab, by id (absent ones are gone), and the headers of the user's own columns there."""

    rows: Mapping[str, RowNow]
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Where somebody who was to be added stands: ``row`` is 1-based; not ``is_new`` where they stood there before."""

    row: int
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TabStanding:
    """The chosen rows of a tab from the top, each with its id, and what is wrong with them.

    ``findings`` name chosen rows only (1-based), among them people who opted out. ``tab`` is the tab's title, ``zone``
    the file's time zone as its settings say, ``headers`` those of the user's own columns.
    """

    rows: tuple[RowNow, ...]
    findings: tuple[Finding, ...] = ()
    tab: str = ""
    zone: str = "UTC"
    headers: tuple[str, ...] = ()

    def problems(self, row: int) -> tuple[Problem, ...]:
        """Return what is wrong with a row (1-based), what stops a mail first."""
        return tuple(dict.fromkeys(finding.problem for finding in self.findings if row in finding.rows))


class Rank(IntEnum):
    """Whose word counts in ``Status``: the higher one's (DESIGN 5.4). A word of ``RUN`` gives way to any run's."""

    RUN = 0
    SEQUENCE = 1
    REPLIED = 2
    HELD = 3


SAID = "said"
"""A fact of a lead: what the sequence said last."""


def is_under_way(facts: Mapping[str, Any]) -> bool:
    """Whether a sequence still has mails to send to a lead: the cells they were made of are approved as they are."""
    said = facts.get(SAID, {})
    return bool(said.get("rank", Rank.RUN) > Rank.RUN) and not said.get("is_over", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What ``Status`` shall show for a lead; blank with ``Rank.RUN`` gives the cell back to the last run's word.

    ``activity`` is for ``Last activity``; None leaves what stands there. ``is_over`` says that no more mail goes to it.
    """

    status: str
    activity: datetime | None = None
    rank: Rank = Rank.SEQUENCE
    is_over: bool = False
