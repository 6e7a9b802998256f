"""What to write into our columns, and whether what was written stands where it belongs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from addon.leads.model import Cell, ColumnCells, NewColumn, OwnCells, OwnColumn

CellsByRow = Mapping[int, Mapping[OwnColumn, Cell]]
"""Cells to write: row (0-based) → column → cell."""

NUMBER_COLUMNS = frozenset({OwnColumn.SCORE})
REMEMBERED = 2
"""Versions of a cell known as ours: the one before and the one just decided; a crash may leave either in the sheet."""


def cell_hash(cell: Cell) -> str:
    """Return a short hash of a cell, the same for 62 and 62.0."""
    value = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    return hashlib.sha256(f"{type(value).__name__}:{value}".encode(errors="surrogatepass")).hexdigest()[:16]


def is_edited(cell: Cell, written: Sequence[str]) -> bool:
    """Whether a cell of ours holds something we did not write; an emptied cell does not."""
    return cell != "" and cell_hash(cell) not in written


def remember(written: Mapping[str, Sequence[str]], cells: Mapping[OwnColumn, Cell]) -> dict[str, list[str]]:
    """Return the hashes known as ours after ``cells`` were decided, newest last."""
    known = {column: list(hashes) for column, hashes in written.items()}
    for column, cell in cells.items():
        fresh = cell_hash(cell)
        known[column] = [*(old for old in known.get(column, []) if old != fresh), fresh][-REMEMBERED:]
    return known


def column_cells(cells: CellsByRow) -> tuple[ColumnCells, ...]:
    """Turn cells by row into one run of cells a column, from the first row written to the last, None between."""
    by_column: dict[OwnColumn, dict[int, Cell]] = {}
    for row, columns in cells.items():
        for column, cell in columns.items():
            by_column.setdefault(column, {})[row] = cell
    return tuple(
        ColumnCells(key=column, first=min(found), cells=[found.get(row) for row in range(min(found), max(found) + 1)])
        for column, found in by_column.items()
    )


def missing_columns(
    wanted: Sequence[OwnColumn], own: Mapping[str, OwnCells], headers: Sequence[str], header_row: int
) -> tuple[NewColumn, ...]:
    """Return our columns still to insert; where a column of the user's has the name, ``… (Sales Assistant)``."""
    ours = {column.index for column in own.values()}
    taken = {text.strip().casefold() for index, text in enumerate(headers) if index not in ours}
    return tuple(
        NewColumn(
            key=column,
            header=f"{column} (Sales Assistant)" if column.casefold() in taken else str(column),
            header_row=header_row,
            number=column in NUMBER_COLUMNS,
        )
        for column in wanted
        if column not in own
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Landing:
    """One slice as written: where each lead stood (``placed``: id → row) and what each lead's cells should be."""

    placed: Mapping[str, int]
    intended: Mapping[str, Mapping[OwnColumn, Cell]]


def repairs(
    landing: Landing, ids: Sequence[Cell], own: Mapping[str, OwnCells], columns: Sequence[OwnColumn]
) -> dict[int, dict[OwnColumn, Cell]]:
    """Return the cells to write so that every value of ``landing`` stands at its lead, and nothing stray elsewhere.

    Only rows that moved since the write are looked at: one that did not move holds what was written, or a person's
    edit. ``ids`` is the Lead ID column now; ``own`` the cells of ``columns`` now. The row under a stray value gets its
    own cells back, or blanks.
    """
    now = {str(id): row for row, id in reversed(list(enumerate(ids))) if id != ""}
    moved = {id: row for id, row in landing.placed.items() if now.get(id) != row}
    found: dict[int, dict[OwnColumn, Cell]] = {}
    for id in moved:
        row = now.get(id)
        if row is not None and not _holds(own, row, landing.intended.get(id, {}), columns):
            found[row] = dict(landing.intended.get(id, {}))
    for id, row in moved.items():
        occupant = str(ids[row]) if row < len(ids) else ""
        if row not in found and _holds(own, row, landing.intended.get(id, {}), columns):
            found[row] = {**dict.fromkeys(columns, ""), **landing.intended.get(occupant, {})}
    return found


def _holds(
    own: Mapping[str, OwnCells], row: int, cells: Mapping[OwnColumn, Cell], columns: Sequence[OwnColumn]
) -> bool:
    for column in columns:
        if column not in cells or column not in own:
            continue
        standing = own[column].cells[row] if row < len(own[column].cells) else ""
        if cell_hash(standing) != cell_hash(cells[column]):
            return False
    return any(column in cells for column in columns)
