"""One slice: which of its rows are worked, and what is written and counted when they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from addon.leads.model import Cell, Decision, FoundRow, OwnColumn, Place, TabRows

KEPT, GONE, CHANGED = "kept", "gone", "changed"
KEPT_STATUS = "Kept: you edited it"

NOT_WRITTEN = Place(id="", row=0)
"""Takes the place of a row that was left as it is: there is nothing to check or repair there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceResult:
    """Cells to write by row, where each lead written stood, and the word each row counts under."""

    cells: Mapping[int, Mapping[OwnColumn, Cell]]
    placed: Sequence[Place]
    outcomes: Sequence[str]


def rows_to_work(places: Sequence[Place], found: TabRows) -> list[FoundRow]:
    """Return the rows of a slice that are worked, in order: there, still the same person, and not edited."""
    rows = (found.rows.get(place.id) for place in places)
    return [row for row in rows if row and not row.is_edited]


def result_of(
    places: Sequence[Place],
    found: TabRows,
    decisions: Mapping[str, Decision],
    mark: Callable[[Decision], str],
    shown: Callable[[FoundRow, str], Cell],
) -> SliceResult:
    """Return what a slice came to, up to the first row that was to be worked and was not reached.

    ``mark`` knows again what a decision wrote; ``shown`` is what the Status of a row shows for a run's word.
    """
    reached = _reached(places, found, decisions)
    cells: dict[int, Mapping[OwnColumn, Cell]] = {}
    for place in reached:
        if place.id in decisions:
            cells[found.rows[place.id].row] = decisions[place.id].cells
        elif place.id in found.rows:
            kept = found.rows[place.id]
            cells[kept.row] = {OwnColumn.STATUS: shown(kept, KEPT_STATUS)}
    return SliceResult(
        cells=cells,
        placed=[
            Place(id=place.id, row=found.rows[place.id].row, mark=mark(decisions[place.id]))
            if place.id in decisions
            else NOT_WRITTEN
            for place in reached
        ],
        outcomes=[_outcome(place.id, found, decisions) for place in reached],
    )


def intended(places: Sequence[Place], placed: Sequence[Place]) -> list[Place]:
    """Return the places of a slice as they are kept while it is written: with the marks of what is about to be."""
    return [after if after.id else before for before, after in zip(places, placed, strict=False)]


def spent_on(decisions: Sequence[Decision]) -> Mapping[str, int]:
    """Return what a model took for all of them."""
    total: Counter[str] = Counter()
    for decision in decisions:
        total.update(decision.spent)
    return total


def _reached(places: Sequence[Place], found: TabRows, decisions: Mapping[str, Decision]) -> Sequence[Place]:
    waiting = {row.lead.id for row in rows_to_work(places, found)} - decisions.keys()
    first = next((position for position, place in enumerate(places) if place.id in waiting), len(places))
    return places[:first]


def _outcome(id: str, found: TabRows, decisions: Mapping[str, Decision]) -> str:
    if id in decisions:
        return decisions[id].outcome
    if id in found.changed:
        return CHANGED
    return KEPT if id in found.rows else GONE
