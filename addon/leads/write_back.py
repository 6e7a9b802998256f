"""What to write into our columns, and whether what was written stands where it belongs."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from addon.leads.model import Cell, ColumnCells, NewColumn, OwnCells, OwnColumn, Place

CellsByRow = Mapping[int, Mapping[OwnColumn, Cell]]
"""Cells to write: row (0-based) → column → cell."""

NUMBER_COLUMNS = frozenset({OwnColumn.SCORE})
MARK = 6
"""Characters of a cell's hash in a mark."""

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


def place_of(missing: Sequence[NewColumn], own: Mapping[str, OwnCells], width: int) -> int:
    """Return the index (0-based) before which to insert: before Status, Last activity behind it, else at the end."""
    status = own.get(OwnColumn.STATUS)
    if status is None:
        return width
    return status.index + all(column.key == OwnColumn.LAST_ACTIVITY for column in missing)


def mark_of(cells: Sequence[Cell]) -> str:
    """Return a short mark of some cells of one row, to know them again; ``""`` for blank ones."""
    return "".join(cell_hash(cell)[:MARK] for cell in cells) if any(cell != "" for cell in cells) else ""


def pieces_of(mark: str, count: int) -> list[str]:
    """Return the hashes of ``count`` cells that a mark is made of."""
    return [mark[at : at + MARK] for at in range(0, count * MARK, MARK)] if mark else [cell_hash("")[:MARK]] * count


def front_of(mark: str, count: int) -> str:
    """Return the mark of the first ``count`` cells of a mark."""
    front = mark[: count * MARK]
    return "" if front == cell_hash("")[:MARK] * count else front


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Our cells as they stand: the Lead ID column, and the columns by which a written row is known again."""

    ids: Sequence[Cell]
    columns: Sequence[Sequence[Cell]]
    header_row: int

    def id_at(self, row: int) -> str:
        """Return the id in a row, ``""`` for none."""
        return str(self.ids[row]) if row < len(self.ids) else ""

    def mark_at(self, row: int) -> str:
        """Return the mark of a row as it stands."""
        return mark_of([column[row] if row < len(column) else "" for column in self.columns])

    def rows(self) -> range:
        """The rows below the header in which anything of ours may stand."""
        return range(self.header_row + 1, max(len(self.ids), *(len(column) for column in self.columns)))


def stands(landed: Sequence[Place], now: Standing) -> bool:
    """Whether everything that was written still stands where it was written, beside the lead it was meant for."""
    return all(now.id_at(place.row) == place.id and now.mark_at(place.row) == place.mark for place in landed)


def repairs(landed: Sequence[Place], marks: Mapping[str, str], now: Standing) -> dict[int, str]:
    """Return row → the lead whose cells belong there (``""``: blank them), for every row that holds the wrong ones.

    Rows may have been moved between the read and the write of ``landed``, and again since. A row holds the wrong cells
    if it carries what was written for another lead, or nothing where something was written; anything else that differs
    is a person's edit and is left. ``marks`` are those of the cells every lead concerned should have.
    """
    written = {place.mark for place in landed if place.mark}
    owners = {place.id for place in landed if place.id}
    blanked = {place.row for place in landed if not place.mark}
    found: dict[int, str] = {}
    for row in now.rows():
        id, mark = now.id_at(row), now.mark_at(row)
        meant = marks.get(id, "")
        if mark == meant:
            continue
        if mark in written or (not mark and (id in owners or row in blanked)):
            found[row] = id if meant else ""
    return found
