"""Whose cells of ours stand in each row of a tab, and what belongs there (DESIGN 5.4). Pure.

Our cells and a lead's row part company in three ways: the user sorts, pastes or cuts without our columns; a write of
ours lands after rows moved; a row is copied, our cells with it. The id beside the cells says whose they were meant to
be, the row's address whose they ought to be, and the store what each lead's cells are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from addon.leads.model import Cell, Field, LeadRecord, OwnColumn
from addon.leads.person import fingerprint, person
from addon.leads.status import without_sequence
from addon.leads.table import Table
from addon.leads.write_back import MARK, cell_hash, is_edited, pieces_of
from addon.lib.text import cell_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Rows that may hold cells of ours that are not theirs: below an id that is another's, or astray from ``owner``.

    ``owner`` is row → the lead whose cells a write of ours left there, ``""`` where cells we wrote are missing.
    """

    adrift: Collection[int]
    owner: Mapping[int, str]

    def __bool__(self) -> bool:
        return bool(self.adrift or self.owner)


def own_rows(table: Table) -> range:
    """Return the rows (0-based) below the header in which anything of ours may stand."""
    return range(table.header_row + 1, max((len(column.cells) for column in table.own.values()), default=0))


def carried_ids(table: Table) -> dict[int, str]:
    """Return row → the text in its Lead ID cell, for the rows that have one."""
    cells = table.own_column(OwnColumn.LEAD_ID)
    return {row: cell_text(cells[row]) for row in range(table.header_row + 1, len(cells)) if cells[row] != ""}


def doubts(
    table: Table,
    ids: Mapping[int, str],
    marks: Mapping[str, str],
    columns: Sequence[OwnColumn],
    landed: Collection[str],
) -> Doubt:
    """Return the rows to look at more closely.

    ``ids`` is the right id of every lead row, ``marks`` what was decided for each lead in ``columns``. Where the cells
    of a lead just ``landed`` are blank the write missed them; of any other lead the user emptied them.
    """
    carried = carried_ids(table)
    adrift = {
        row
        for row in own_rows(table)
        if (carried.get(row, "") != ids.get(row, "") and (row in carried or _is_filled(table, row)))
        or (row not in ids and table.own_cell(OwnColumn.STATUS, row) != "")
    }
    if OwnColumn.LEAD_ID not in table.own:
        adrift -= ids.keys()  # nowhere to write an id: it comes with the column
    return Doubt(adrift=adrift, owner=_astray(table, ids, marks, columns, landed) if marks else {})


def is_nameless(table: Table, ids: Mapping[int, str]) -> bool:
    """Whether cells of ours stand beside leads without an id, as when the user deleted the Lead ID column."""
    carried = carried_ids(table)
    return any(row in ids and row not in carried and _is_filled(table, row) for row in own_rows(table))


def leads_of(table: Table, ids: Mapping[int, str], doubt: Doubt) -> set[str]:
    """Return the ids of every lead whose record settles the doubt."""
    carried = carried_ids(table)
    rows = {*doubt.adrift, *doubt.owner}
    named = {id for row in rows for id in (carried.get(row, ""), ids.get(row, ""))} | set(doubt.owner.values())
    return named - {""}


def settle(
    table: Table, ids: Mapping[int, str], doubt: Doubt, records: Mapping[str, LeadRecord], columns: Sequence[OwnColumn]
) -> dict[int, dict[OwnColumn, Cell]]:
    """Return the cells to write so that every row in doubt holds its own lead's id and cells, and nobody else's.

    What a person typed over a cell of ours moves with its lead where the lead is still in the tab, and else stays.
    """
    rows = _Rows(table, ids, records)
    found = {row: rows.put_right(row, doubt.owner.get(row), columns) for row in {*doubt.adrift, *doubt.owner}}
    return {row: cells for row, cells in found.items() if cells}


def adopted(
    table: Table, ids: Mapping[int, str], doubt: Doubt, records: Mapping[str, LeadRecord], tab_id: str
) -> list[LeadRecord]:
    """Return records for copied rows: the copy is the same person's, so what we know of the one holds for the other."""
    rows = _Rows(table, ids, records)
    copies = {ids[row]: rows.copied_from(row) for row in doubt.adrift if row in ids and ids[row] not in records}
    return [replace(without_sequence(known), id=id, tab_id=tab_id, version="") for id, known in copies.items() if known]


def _is_filled(table: Table, row: int) -> bool:
    return any(row < len(column.cells) and column.cells[row] != "" for column in table.own.values())


def _astray(
    table: Table,
    ids: Mapping[int, str],
    marks: Mapping[str, str],
    columns: Sequence[OwnColumn],
    landed: Collection[str],
) -> dict[int, str]:
    """Return row → whose cells stand there, for rows whose filled cells were all written for one other lead."""
    blank = pieces_of("", len(columns))
    owners: dict[tuple[int, str], set[str]] = {}
    for id, mark in marks.items():
        for piece in enumerate(pieces_of(mark, len(columns))):
            owners.setdefault(piece, set()).add(id)
    found: dict[int, str] = {}
    for row in own_rows(table):
        stands = [cell_hash(table.own_cell(column, row))[:MARK] for column in columns]
        right = ids.get(row, "")
        if right in marks and stands == pieces_of(marks[right], len(columns)):
            continue
        filled = [(at, piece) for at, piece in enumerate(stands) if piece != blank[at]]
        if not filled:
            if right in landed and marks.get(right):
                found[row] = ""
            continue
        whose = set.intersection(*(owners.get(piece, set()) for piece in filled))
        if whose and right not in whose:
            found[row] = min(whose)
    return found


class _Rows:
    """The rows of a tab with what the store knows of the leads concerned."""

    def __init__(self, table: Table, ids: Mapping[int, str], records: Mapping[str, LeadRecord]) -> None:
        self._table = table
        self._ids = ids
        self._records = records
        self._columns: list[OwnColumn] = [
            column for column in OwnColumn if column in table.own and column != OwnColumn.LEAD_ID
        ]
        self._carried = carried_ids(table)
        self._present = set(ids.values())
        apart = {id: row for row, id in self._carried.items() if ids.get(row) != id}
        self._left_at = {id: row for id, row in apart.items() if self._is_all_of(id, row)}
        """Lead → the row its cells were left in when its own row went elsewhere."""

    def put_right(self, row: int, owner: str | None, columns: Sequence[OwnColumn]) -> dict[OwnColumn, Cell]:
        """Return the cells to write into a row."""
        right = self._ids.get(row, "")
        cells: dict[OwnColumn, Cell] = {}
        if not right or self._carried.get(row, "") != right:
            cells = self._drifted(row, right)
        if self._carried.get(row, "") != right and OwnColumn.LEAD_ID in self._table.own:
            cells[OwnColumn.LEAD_ID] = right
        if owner is not None:
            cells |= self._strayed(row, right, owner, columns)
        return cells

    def copied_from(self, row: int) -> LeadRecord | None:
        """Return the record of the lead a row is a copy of: one of the same person."""
        known = self._records.get(self._carried.get(row, ""))
        if known is None or row not in self._ids:
            return None
        address = person(self._table.value(row, Field.EMAIL))
        return known if known.person == (fingerprint(address) if address else "") else None

    def _drifted(self, row: int, right: str) -> dict[OwnColumn, Cell]:
        """Return the cells of a row whose id is another lead's: all we know, as with ``_strayed``."""
        if not right:
            ours = self._columns if row in self._carried else (OwnColumn.STATUS,)
            return dict.fromkeys((column for column in ours if self._table.own_cell(column, row) != ""), "")
        if self.copied_from(row):
            return {}
        other = self._carried.get(row, "")
        is_others = self._is_all_of(other, row)
        found: dict[OwnColumn, Cell] = {}
        for column in self._columns:
            stands, belongs = self._table.own_cell(column, row), self._own(column, right)
            if (stands != "" or belongs != "") and not self._stays(column, stands, right, other, is_others):
                found[column] = belongs
        return found

    def _stays(self, column: OwnColumn, stands: Cell, right: str, other: str, is_others: bool) -> bool:
        """Whether a cell is neither the other lead's nor ours to replace."""
        if stands == "":
            return False
        if is_others:
            return self._is_typed(column, stands, other) and other not in self._present
        is_ours = not self._is_typed(column, stands, right)
        is_known = other in self._records and not self._is_typed(column, stands, other)
        return not is_ours and not is_known

    def _own(self, column: OwnColumn, id: str) -> Cell:
        """Return a lead's cell: what a person typed where its cells were left, else what was decided last."""
        known = self._records.get(id)
        if id in self._left_at:
            left = self._table.own_cell(column, self._left_at[id])
            if left != "" and self._is_typed(column, left, id):
                return left
        return known.cells.get(column, "") if known else ""

    def _strayed(self, row: int, right: str, owner: str, columns: Sequence[OwnColumn]) -> dict[OwnColumn, Cell]:
        """Return the cells of a row that a write meant for ``owner`` went into, or missed.

        All of them, not only those that differ: should this write miss its row in turn, it must be known as one lead's.
        """
        known = self._records.get(right)
        belongs = {column: known.cells.get(column, "") if known else "" for column in columns}
        stands = {column: self._table.own_cell(column, row) for column in columns if column in self._columns}
        if owner and all(cell in ("", belongs[column]) for column, cell in stands.items()):
            return {}  # two leads may well have the same score
        theirs = [column for column, cell in stands.items() if cell != "" and self._is_typed(column, cell, owner)]
        status = known.cells.get(OwnColumn.STATUS, "") if known else ""
        found = {column: belongs[column] for column in stands if not owner or column not in theirs}
        if OwnColumn.STATUS in self._columns:
            found[OwnColumn.STATUS] = status
        return found

    def _is_typed(self, column: OwnColumn, cell: Cell, id: str) -> bool:
        """Whether a cell is none that we decided for a lead."""
        known = self._records.get(id)
        return known is None or is_edited(cell, known.written.get(column, ()))

    def _is_all_of(self, id: str, row: int) -> bool:
        """Whether the cells in a row are those of a lead rather than of the lead whose row it is."""
        if id not in self._records:
            return False
        theirs, its = self._votes(id, row), self._votes(self._ids.get(row, ""), row)
        return theirs > its or (theirs == its == 0)

    def _votes(self, id: str, row: int) -> int:
        known = self._records.get(id)
        if known is None:
            return 0
        cells = ((column, self._table.own_cell(column, row)) for column in self._columns)
        return sum(cell != "" and not is_edited(cell, known.written.get(column, ())) for column, cell in cells)
