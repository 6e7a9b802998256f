"""Which column holds which field: from the headers' words, checked against the cells, and from cells alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from addon.leads.evidence import SIGNS, is_sign, looks_like, values_of
from addon.leads.meaning import Meaning, is_about_others, meaning
from addon.leads.model import Cell, ColumnMap, Field

ENOUGH_VALUES = 3
"""Filled cells from which on the cells may contradict a header."""

TOO_FEW, MOST = 0.3, 0.8
"""Share of fitting cells below which a header is not believed, and from which on the cells confirm it."""

CONFIRMED = 0.04
"""Added to the confidence when most cells fit."""

EMPTY = 0.6
"""Factor for a column without a single value: another column of the same meaning goes first."""

FROM_CELLS = 0.6
"""Confidence of a guess that rests on cells alone."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A column (by index and header) that may hold what ``meaning`` says."""

    index: int
    header: str
    meaning: Meaning
    has_values: bool = True


def guess_columns(headers: Sequence[str], sample: Sequence[Sequence[Cell]], skip: Collection[int] = ()) -> ColumnMap:
    """Return a guess which header stands over which field, each with its confidence; ``header_row`` is left 0.

    ``sample`` are rows below the header, ``skip`` the indexes of columns that are not the user's. Where two columns
    have the same header text, the first is meant; a column without a header cannot be named and is not guessed.
    """
    columns = _named_columns(headers, skip)
    candidates = [found for index, text in columns.items() if (found := _by_header(index, text, sample))]
    chosen = _chosen(_parts_of_names(candidates))
    taken = {candidate.index for candidate in chosen.values()}
    for candidate in _by_cells(columns, sample, taken):
        chosen.setdefault(candidate.meaning.field, candidate)
    return ColumnMap(
        header_row=0,
        headers={field: candidate.header for field, candidate in chosen.items()},
        confidence={field: candidate.meaning.sure for field, candidate in chosen.items()},
    )


def _named_columns(headers: Sequence[str], skip: Collection[int]) -> dict[int, str]:
    """Return index → header of the user's columns, the first of each text."""
    first: dict[str, int] = {}
    for index, text in enumerate(headers):
        if index not in skip and text.strip():
            first.setdefault(text, index)
    return {index: text for text, index in first.items()}


def _by_header(index: int, header: str, sample: Sequence[Sequence[Cell]]) -> Candidate | None:
    found = meaning(header)
    if found is None:
        return None
    values = values_of(sample, index)
    sure = _checked(found, values)
    if sure is None:
        return None
    if sample and not values:
        sure *= EMPTY
    return Candidate(index, header, replace(found, sure=round(sure, 2)), bool(values))


def _checked(found: Meaning, values: Sequence[str]) -> float | None:
    """Return how sure a header's meaning is in the light of the cells, None if they contradict it."""
    share = looks_like(found.field, values)
    if share is None or len(values) < ENOUGH_VALUES:
        return found.sure
    if share < TOO_FEW:
        return None
    return min(found.sure + CONFIRMED, 0.99) if share >= MOST else found.sure * (0.5 + share / 2)


def _parts_of_names(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Turn ``Nombre`` beside ``Apellidos`` into the given name, ``Name`` beside ``Vorname`` into the family name."""
    known = {candidate.meaning.field for candidate in candidates}
    return [_part_of_name(candidate, known) for candidate in candidates]


def _part_of_name(candidate: Candidate, known: Collection[Field]) -> Candidate:
    part = candidate.meaning.turns_into
    other = {Field.FIRST_NAME: Field.LAST_NAME, Field.LAST_NAME: Field.FIRST_NAME}.get(part) if part else None
    if part is None or other not in known or part in known:
        return candidate
    return replace(candidate, meaning=replace(candidate.meaning, field=part))


def _chosen(candidates: Sequence[Candidate]) -> dict[Field, Candidate]:
    """Return the surest candidate of each field, of equals the leftmost."""
    ordered = sorted(candidates, key=lambda candidate: (-candidate.meaning.sure, candidate.index))
    chosen: dict[Field, Candidate] = {}
    for candidate in ordered:
        chosen.setdefault(candidate.meaning.field, candidate)
    return chosen


def _by_cells(
    columns: Mapping[int, str], sample: Sequence[Sequence[Cell]], taken: Collection[int]
) -> Iterator[Candidate]:
    for index, header in columns.items():
        if index in taken or meaning(header) or is_about_others(header):
            continue
        values = values_of(sample, index)
        for field in SIGNS:
            if len(values) >= ENOUGH_VALUES and is_sign(field, values):
                yield Candidate(index, header, Meaning(field, FROM_CELLS))
                break
