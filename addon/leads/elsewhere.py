"""The people of a tab who stand in other tabs of the tenant too.

Only people of tabs that were checked are known, as they were at the last check: nobody else's sheet is read.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence

from addon.leads.model import Field, Finding, Problem, Roster, Tab
from addon.leads.person import fingerprint, person
from addon.leads.table import Table

MAX_PEOPLE = 100_000
"""People of one tab that are remembered: 800 kB, below the largest document."""

SHORT = 16
"""Hexadecimal characters of a fingerprint that a roster keeps: eight bytes."""

People = Mapping[int, Sequence[int]]
"""Rows (1-based) by the short fingerprint of who stands there."""


def people_of(table: Table) -> People:
    """Return who stands in which rows of a table."""
    found: dict[int, list[int]] = {}
    for row in table.lead_rows():
        if known := person(table.value(row, Field.EMAIL)):
            found.setdefault(int(fingerprint(known)[:SHORT], 16), []).append(row + 1)
    return found


def packed(people: People) -> bytes:
    """Return people as a roster keeps them, in order; at most 100,000."""
    kept = sorted(people)[:MAX_PEOPLE]
    return struct.pack(f">{len(kept)}Q", *kept)


def known_elsewhere(
    people: People, rosters: Iterable[Roster], tabs: Sequence[Tab], tab_id: str, file: str, user: str
) -> list[Finding]:
    """Return which rows are in another tab of the file, in another file of the user's, or a colleague's.

    A row counts once, at the nearest place; one finding a tab and a colleague, the largest first. A tab of this file
    that is gone is not looked at. ``tab_id`` is this tab's, ``file`` the digest of its file.
    """
    titles = {tab.sheet_id: tab.title for tab in tabs}
    places: dict[tuple[Problem, str], set[int]] = {}
    for roster in rosters:
        place = _place(roster, titles, file, user)
        if place and roster.tab_id != tab_id and (same := people.keys() & _unpacked(roster.people)):
            places.setdefault(place, set()).update(same)
    return _each_once(people, places)


def _place(roster: Roster, titles: Mapping[int, str], file: str, user: str) -> tuple[Problem, str] | None:
    if roster.file == file:
        title = titles.get(roster.sheet_id)
        return (Problem.ELSEWHERE_TAB, title) if title is not None else None
    return (Problem.ELSEWHERE_FILE, "") if roster.user == user else (Problem.ELSEWHERE_TEAM, roster.email)


def _each_once(people: People, places: Mapping[tuple[Problem, str], set[int]]) -> list[Finding]:
    order = list(Problem)
    found: list[Finding] = []
    told: set[int] = set()
    for (problem, detail), same in sorted(places.items(), key=lambda item: (order.index(item[0][0]), -len(item[1]))):
        fresh = same - told
        told |= same
        if rows := sorted(row for one in fresh for row in people[one]):
            found.append(Finding(problem=problem, rows=tuple(rows), detail=detail))
    return found


def _unpacked(people: bytes) -> set[int]:
    return {one for (one,) in struct.iter_unpack(">Q", people)}
