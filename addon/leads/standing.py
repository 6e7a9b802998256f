"""Which row a lead is now, and whether what was said of leads stands beside them. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from addon.leads.identity import Scope
from addon.leads.model import Cell, Field, Finding, OwnCells, OwnColumn, RowChoice
from addon.leads.person import person
from addon.leads.rows import chooser, identified
from addon.leads.standing_model import TEXTS, RowNow
from addon.leads.table import Table
from addon.leads.whose import carried_ids
from addon.lib.text import cell_text

Cells = Mapping[OwnColumn, Cell]

SPOKEN = (OwnColumn.LEAD_ID, OwnColumn.STATUS, OwnColumn.LAST_ACTIVITY)
"""The columns a sequence writes, and the one it finds rows by."""


def standing_rows(scope: Scope, table: Table, wanted: Collection[str]) -> dict[str, RowNow]:
    """Return where the leads ``wanted`` stand in a whole tab; absent ones are gone.

    A lead is where its person is. If the user's cells were sorted without ours, its cells are still those beside its
    id. A row that carries the id and holds another person is the lead changed.
    """
    carried = carried_ids(table)
    beside = {id: row for row, id in reversed(carried.items()) if id in wanted}
    own = {id: row for row, id in identified(scope, table).items() if id in wanted}
    found = {
        id: _row_now(table, id, own.get(id, beside.get(id)), _cells_row(id, own, beside, carried)) for id in wanted
    }
    return {id: replace(row, is_changed=id not in own) for id, row in found.items() if row}


def _cells_row(id: str, own: Mapping[str, int], beside: Mapping[str, int], carried: Mapping[int, str]) -> int | None:
    """Return the row in which a lead's cells of ours stand, None where they are another lead's or nowhere."""
    row = own.get(id)
    return row if row is not None and carried.get(row, id) == id else beside.get(id)


def _row_now(table: Table, id: str, row: int | None, cells_row: int | None) -> RowNow | None:
    lead = table.lead(row) if row is not None else None
    if lead is None:
        return None
    email = lead.value(Field.EMAIL)
    cells = {column: cell_text(table.own_cell(column, cells_row)) if cells_row is not None else "" for column in TEXTS}
    return RowNow(id=id, row=lead.row, lead=replace(lead, id=id), email=email, person=person(email) or "", cells=cells)


def chosen_rows(choice: str, table: Table, ids: Mapping[int, str], said: Collection[str]) -> list[int]:
    """Return the rows (0-based) of a choice; of ``new`` and ``hot`` ones those no sequence has spoken of yet."""
    is_chosen = chooser(choice, table, OwnColumn.LAST_ACTIVITY)
    is_open = choice in (RowChoice.NEW, RowChoice.HOT)
    return [row for row in table.lead_rows() if is_chosen(row) and not (is_open and ids[row] in said)]


def findings_in(findings: Iterable[Finding], rows: Collection[int]) -> tuple[Finding, ...]:
    """Return what findings say of some rows (1-based), without those that say nothing of them."""
    kept = (replace(found, rows=tuple(row for row in found.rows if row in rows)) for found in findings)
    return tuple(found for found in kept if found.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The columns a sequence writes as they stood at one moment, from row 0."""

    ids: Sequence[Cell]
    columns: Mapping[OwnColumn, Sequence[Cell]]

    @classmethod
    def of(cls, own: Mapping[str, OwnCells]) -> Spoken:
        """Read it from our columns; one that is not there is empty."""
        cells = {column: own[column].cells if column in own else () for column in SPOKEN}
        ids = cells.pop(OwnColumn.LEAD_ID)
        return cls(ids=ids, columns=cells)

    def rows(self) -> range:
        """The rows in which anything may stand."""
        return range(max(len(self.ids), *map(len, self.columns.values())))

    def id_at(self, row: int) -> str:
        """Return the id in a row, ``""`` for none."""
        return cell_text(self.ids[row]) if row < len(self.ids) else ""

    def cells_at(self, row: int) -> dict[OwnColumn, Cell]:
        """Return what stands in a row."""
        return {column: cells[row] if row < len(cells) else "" for column, cells in self.columns.items()}

    def by_id(self) -> dict[str, int]:
        """Return the row of every id; of copies the first counts."""
        return {id: row for row in reversed(self.rows()) if (id := self.id_at(row))}


def unsaid(now: Spoken, meant: Mapping[str, Cells]) -> dict[int, Cells]:
    """Return what is still to be written: by row (0-based) the cells of leads that do not show what is meant."""
    rows = now.by_id()
    return {rows[id]: cells for id, cells in meant.items() if id in rows and not _shows(now, rows[id], cells)}


def misplaced(now: Spoken, before: Spoken, said: Collection[str], written: Iterable[Cells]) -> dict[int, Cells]:
    """Return the cells that put right rows which got the words of other leads when rows moved under a write.

    ``said`` are the leads something is said of, ``written`` all cells written since ``before``. Rows get back what
    their leads had then, and what is beside no lead is blanked. A cell that differs in any other way was changed by a
    person and stays.
    """
    then = before.by_id()
    words = {tuple(cells.items()) for cells in written}
    loose = {tuple(before.cells_at(row).items()) for row in before.rows() if not before.id_at(row)}
    found: dict[int, Cells] = {}
    for row in now.rows():
        id, stands = now.id_at(row), now.cells_at(row)
        had = before.cells_at(then[id]) if id in then else dict.fromkeys(stands, "")
        is_known = id in said or stands == had or (not id and tuple(stands.items()) in loose)
        if not is_known and any(all(stands[column] == cell for column, cell in word) for word in words):
            found[row] = had
    return found


def _shows(now: Spoken, row: int, cells: Cells) -> bool:
    stands = now.cells_at(row)
    return all(stands[column] == cell for column, cell in cells.items())
