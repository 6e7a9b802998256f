"""Which rows a run works on, in which order, and which stretches of the tab one slice reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from addon.leads.model import OwnColumn, Span
from addon.leads.selection import parse_rows
from addon.leads.table import Table
from addon.runs.model import RowChoice, Work

MAX_SPANS = 20
"""Stretches of rows in one read call."""

CHUNK = 1_000
"""Rows in one document of a run's list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One row of a run's list: the lead's id and the row (0-based) where it was last seen."""

    id: str
    row: int


def chooser(choice: str, table: Table, work: Work) -> Callable[[int], bool]:
    """Return whether a row (0-based) is among the user's choice; ``Invalid`` names the faulty piece of a range."""

    def is_open(row: int) -> bool:
        return table.own_cell(work.done_column, row) == ""

    if choice == RowChoice.NEW:
        return is_open
    if choice == RowChoice.HOT:
        return lambda row: is_open(row) and str(table.own_cell(OwnColumn.TIER, row)).strip().casefold() == "hot"
    if choice == RowChoice.TICKED:
        return table.is_selected
    ranges = parse_rows(choice)
    return lambda row: any(row + 1 in numbers for numbers in ranges)


def spans_of(rows: Iterable[int]) -> tuple[Span, ...]:
    """Return at most 20 stretches that hold all rows (0-based), wasting as few rows between them as possible."""
    ordered = sorted(set(rows))
    if not ordered:
        return ()
    gaps = sorted(pairwise(ordered), key=lambda pair: pair[0] - pair[1])
    cuts = sorted(low for low, high in gaps[: MAX_SPANS - 1] if high - low > 1)
    starts = [ordered[0], *(next(row for row in ordered if row > cut) for cut in cuts)]
    return tuple(Span(first, last + 1) for first, last in zip(starts, [*cuts, ordered[-1]], strict=True))


def chunks(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Cut a list into documents."""
    return [items[start : start + CHUNK] for start in range(0, len(items), CHUNK)]
