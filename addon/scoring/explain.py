"""Why a score is what it is, in one line a person can argue with."""

from __future__ import annotations

from collections.abc import Sequence

from addon.lib.text import clean, shorten
from addon.scoring.model import Reason, Score

SHOWN_VALUE, SHOWN_HEADER = 48, 32
"""Characters of a value and of a header that are shown."""


def why(score: Score, limit: int = 5) -> str:
    """Return the strongest reasons, those for before those against.

    ``Title: Head of Ops, Employees: 120; against: no Phone``. A cell that several rules speak of is named once, with
    their sum. The strongest reason of each side is always there if ``limit`` is 2 or more. ``""`` without reasons.
    """
    cells = _by_cell(score.reasons)
    speaks_for = [reason for reason in cells if reason.points > 0]
    against = [reason for reason in cells if reason.points < 0]
    first = sorted((*speaks_for[:1], *against[:1]), key=lambda reason: -abs(reason.points))
    chosen = [*first, *(reason for reason in cells if reason not in first)][:limit]
    sides = (
        ", ".join(_shown(reason) for reason in speaks_for if reason in chosen),
        ", ".join(_shown(reason) for reason in against if reason in chosen),
    )
    return "; ".join(side for side in (sides[0], f"against: {sides[1]}" if sides[1] else "") if side)


def _by_cell(reasons: Sequence[Reason]) -> list[Reason]:
    """Return one reason a cell, with the sum of its points, strongest first; those that cancel out are gone."""
    sums: dict[tuple[str, str], int] = {}
    for reason in reasons:
        cell = (reason.header, reason.value)
        sums[cell] = sums.get(cell, 0) + reason.points
    found = [Reason(rule="", header=cell[0], value=cell[1], points=points) for cell, points in sums.items() if points]
    return sorted(found, key=lambda reason: -abs(reason.points))


def _shown(reason: Reason) -> str:
    header = shorten(clean(reason.header), SHOWN_HEADER)
    value = shorten(clean(reason.value), SHOWN_VALUE)
    return f"{header}: {value}" if value else f"no {header}"
