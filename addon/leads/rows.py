"""Rows of a table: which are meant, which id each carries, and where leads asked for stand now."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from addon.leads.identity import RowIdentity, Scope, resolve, verifies
from addon.leads.model import Cell, Field, FoundRow, LeadRecord, OwnColumn, Place, RowChoice, TabRows
from addon.leads.person import person
from addon.leads.selection import parse_rows
from addon.leads.table import Table
from addon.leads.write_back import CellsByRow, is_edited
from addon.lib.text import cell_text

QUEUED = "Queued"


def chooser(
    choice: str, table: Table, done_column: OwnColumn, needed_column: OwnColumn | None = None
) -> Callable[[int], bool]:
    """Return whether a row (0-based) is among the user's choice; ``Invalid`` names the faulty piece of a range.

    A row whose cell of ``done_column`` is filled is done; one whose cell of ``needed_column`` is blank is never meant.
    """
    is_meant = _chooser(choice, table, done_column)
    if needed_column is None:
        return is_meant
    return lambda row: is_meant(row) and table.own_cell(needed_column, row) != ""


def _chooser(choice: str, table: Table, done_column: OwnColumn) -> Callable[[int], bool]:

    def is_open(row: int) -> bool:
        return table.own_cell(done_column, row) == ""

    if choice == RowChoice.NEW:
        return is_open
    if choice == RowChoice.HOT:
        return lambda row: is_open(row) and str(table.own_cell(OwnColumn.TIER, row)).strip().casefold() == "hot"
    if choice == RowChoice.TICKED:
        return table.is_selected
    ranges = parse_rows(choice)
    return lambda row: any(row + 1 in numbers for numbers in ranges)


def identified(
    scope: Scope, table: Table, entropy: Callable[[], bytes] = lambda: secrets.token_bytes(8)
) -> dict[int, str]:
    """Return row (0-based) → the id it carries or shall carry, for every row that holds anything of the user's."""
    rows = list(table.lead_rows())
    carried = [
        RowIdentity(id=cell_text(table.own_cell(OwnColumn.LEAD_ID, row)), person=person(table.value(row, Field.EMAIL)))
        for row in rows
    ]
    return dict(zip(rows, resolve(scope, carried, entropy), strict=True))


def announcement(table: Table, rows: Collection[int], ids: Mapping[int, str], said: Collection[str] = ()) -> CellsByRow:
    """Return the cells that queue ``rows`` and put right every id that stands at the wrong lead, or at none.

    The leads in ``said`` keep their Status: it is a sequence's.
    """
    cells: dict[int, dict[OwnColumn, Cell]] = {
        row: {OwnColumn.STATUS: QUEUED} for row in rows if ids.get(row) not in said
    }
    carried = {row: str(cell) for row, cell in enumerate(table.own_column(OwnColumn.LEAD_ID)) if row > table.header_row}
    for row in {*rows, *(row for row, id in carried.items() if id)}:
        if carried.get(row, "") != ids.get(row, ""):
            cells.setdefault(row, {})[OwnColumn.LEAD_ID] = ids.get(row, "")
    return cells


def places_now(table: Table, wanted: Collection[str]) -> dict[str, int]:
    """Return id → row for those of ``wanted`` that stand in the Lead ID column; of copies the first counts."""
    ids = table.own_column(OwnColumn.LEAD_ID)
    return {str(ids[row]): row for row in reversed(range(table.header_row + 1, len(ids))) if str(ids[row]) in wanted}


def found_rows(
    scope: Scope,
    table: Table,
    places: Sequence[Place],
    records: Mapping[str, LeadRecord],
    guarded: Sequence[OwnColumn],
    own_headers: Collection[str] = (),
) -> TabRows:
    """Return where the leads of ``places`` stand now; a cell of ``guarded`` we did not write marks a row edited.

    ``own_headers`` stood over our columns when the run began: one that is missing now is a column torn out.
    """
    now = places_now(table, {place.id for place in places})
    rows: dict[str, FoundRow] = {}
    changed = set()
    for id, row in now.items():
        lead = table.lead(row) if row in table.rows else None
        if lead is None:
            continue
        if not verifies(scope, id, person(lead.value(Field.EMAIL))):
            changed.add(id)
            continue
        record = records[id]
        edited = any(is_edited(table.own_cell(column, row), record.written.get(column, ())) for column in guarded)
        rows[id] = FoundRow(row=row, lead=replace(lead, id=id), record=record, is_edited=edited)
    gone = frozenset(place.id for place in places) - rows.keys() - changed
    is_torn = not (table.own.keys() >= {OwnColumn.LEAD_ID, *guarded} and set(table.headers) >= set(own_headers))
    return TabRows(rows=rows, gone=gone, changed=frozenset(changed), is_torn=is_torn)
