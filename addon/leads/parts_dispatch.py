"""A tab too large for one answer, read in parts: a Spreadsheet over a Spreadsheet.

One answer of 3,000,000 cells takes half a gigabyte. Of a large tab only the columns that mean something are kept, and
of our own columns only what the rows asked for hold. Parts are of different moments; what moved between them shows in
the Lead IDs, in the headers, or at the latest when a slice is read, which is one moment as ever.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from addon.errors import Invalid, Rejected, Unavailable
from addon.leads.header import HEADER_ROWS
from addon.leads.model import Cell, ColumnCells, NewColumn, OwnCells, OwnColumn, Reading, Rows, Span, Tab, Workbook
from addon.leads.table import SAMPLE_ROWS, Table
from addon.ports import Spreadsheet

PART = 300_000
"""Cells in one part."""

TOP = HEADER_ROWS + SAMPLE_ROWS
"""Rows kept whole: those a header and the meaning of the columns are told from."""

LONGEST = 2_000
"""Characters kept of a cell of the user's."""

LONG = (OwnColumn.WHY, OwnColumn.DRAFT, OwnColumn.EVIDENCE, OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)
"""Columns of ours that are never asked for whole."""

TOO_LARGE = "too_large"


def columns_in_use(table: Table) -> set[int]:
    """Return where the columns of the user's stand that hold a field or choose rows."""
    mapped = {table.column_of(name) for name in table.columns.headers.values()}
    return {at for at in (*mapped, *table.select_columns) if at is not None}


class PartedSpreadsheet:
    """See ``Spreadsheet``; ``table_of`` reads the top of a tab, which says which columns of the user's are kept."""

    def __init__(self, sheet: Spreadsheet, table_of: Callable[[Reading], Table], part: int = PART) -> None:
        self._sheet = sheet
        self._part = part
        self._table_of = table_of

    def describe(self) -> Workbook:
        """See ``Spreadsheet.describe``."""
        return self._sheet.describe()

    def places(self, sheet_id: int) -> Mapping[str, int]:
        """See ``Spreadsheet.places``."""
        return self._sheet.places(sheet_id)

    def mark_fields(self, sheet_id: int, fields: Mapping[str, int], stale: Sequence[str] = ()) -> None:
        """See ``Spreadsheet.mark_fields``."""
        self._sheet.mark_fields(sheet_id, fields, stale)

    def append(self, sheet_id: int, cells: Mapping[int, str]) -> None:
        """See ``Spreadsheet.append``."""
        self._sheet.append(sheet_id, cells)

    def add_columns(self, sheet_id: int, before: int, columns: Sequence[NewColumn], *, at_edge: bool) -> None:
        """See ``Spreadsheet.add_columns``."""
        self._sheet.add_columns(sheet_id, before, columns, at_edge=at_edge)

    def write(self, sheet_id: int, columns: Sequence[ColumnCells]) -> None:
        """See ``Spreadsheet.write``."""
        self._sheet.write(sheet_id, columns)

    def read(self, sheet_id: int, spans: Sequence[Span], own: Sequence[str], fields: Sequence[str] = ()) -> Reading:
        """See ``Spreadsheet.read``: a whole tab in parts; of rows, long columns of ours hold those rows alone."""
        if tuple(spans) == (Span(0),):
            return self._whole(sheet_id, own, fields)
        long = [key for key in own if key in LONG]
        if not spans or not long:
            return self._sheet.read(sheet_id, spans, own, fields)
        places = self._sheet.places(sheet_id)
        reading = self._sheet.read(sheet_id, spans, [key for key in own if key not in LONG], fields)
        read = {row: cells for part in reading.spans for row, cells in enumerate(part.cells, part.first)}
        rows = [read.get(row, ()) for row in range(max(read, default=-1) + 1)]
        found = {key: OwnCells(index=places[key], cells=_column(rows, places[key])) for key in long if key in places}
        return replace(reading, own={**reading.own, **found})

    def _whole(self, sheet_id: int, own: Sequence[str], fields: Sequence[str]) -> Reading:
        tab = next((tab for tab in self._sheet.describe().tabs if tab.sheet_id == sheet_id), None)
        if tab is None:
            raise Rejected("This tab was deleted. Choose another one on Home.", reason="tab_gone")
        places = {key: index for key, index in self._sheet.places(sheet_id).items() if key in own}
        top = self._top(sheet_id, min(tab.rows, TOP), fields)
        marked = {key: OwnCells(index=index, cells=()) for key, index in places.items()}
        thin = _Thin(columns_in_use(self._table_of(replace(top, own=marked))), set(places.values()))
        rows = list(top.spans[0].cells)
        for part in self._below(sheet_id, tab, rows[:HEADER_ROWS], len(rows)):
            rows += [thin.row(cells) for cells in part]
        found = {key: OwnCells(index=index, cells=_column(rows, index)) for key, index in places.items()}
        if self._has_moved(sheet_id, places, found):
            raise Unavailable("Rows are being moved faster than we can follow.", reason="restless")
        return replace(top, spans=(Rows(first=0, cells=rows),), own=found)

    def _top(self, sheet_id: int, rows: int, fields: Sequence[str]) -> Reading:
        """Read the first rows, fewer where their cells are very long."""
        try:
            return self._sheet.read(sheet_id, (Span(0, rows),), (), fields)
        except Invalid as error:
            if error.reason != TOO_LARGE or rows <= HEADER_ROWS:
                raise
            return self._top(sheet_id, max(HEADER_ROWS, rows // 4), fields)

    def _below(
        self, sheet_id: int, tab: Tab, header: Sequence[Sequence[Cell]], first: int
    ) -> Iterator[Sequence[Sequence[Cell]]]:
        """Yield the rows from ``first`` on in parts, each as long as the one before unless that was too long."""
        step = max(1, self._part // max(tab.columns, 1))
        while first < tab.rows:
            last = min(tab.rows, first + step)
            try:
                reading = self._sheet.read(sheet_id, (Span(0, min(HEADER_ROWS, first)), Span(first, last)), ())
            except Invalid as error:
                if error.reason != TOO_LARGE or step == 1:
                    raise
                step = max(1, step // 4)
                continue
            top, part = (one.cells for one in reading.spans)
            if list(top) != list(header[: len(top)]):
                raise Unavailable("Columns are being moved faster than we can follow.", reason="restless")
            yield [*part, *([[]] * (last - first - len(part)))]
            first = last

    def _has_moved(self, sheet_id: int, places: Mapping[str, int], found: Mapping[str, OwnCells]) -> bool:
        """Whether columns of ours, or rows that have an id, stand elsewhere than when they were read."""
        if OwnColumn.LEAD_ID not in places:
            return False
        now = self._sheet.read(sheet_id, (), (OwnColumn.LEAD_ID,)).own.get(OwnColumn.LEAD_ID)
        then = found[OwnColumn.LEAD_ID]
        return now is None or now.index != then.index or list(now.cells) != list(then.cells)


class _Thin:
    """Makes rows short: the columns of the user's that mean something, ours whole, and a trace of any other."""

    def __init__(self, wanted: Collection[int], ours: Collection[int]) -> None:
        self._wanted = sorted(wanted)
        self._ours = sorted(ours)
        self._width = max((*wanted, *ours), default=-1) + 1

    def row(self, cells: Sequence[Cell]) -> list[Cell]:
        """Return a row with blanks in place of what is not kept; a row that was not blank does not become so."""
        kept: list[Cell] = [""] * min(self._width, len(cells))
        for index in self._wanted:
            if index < len(cells):
                kept[index] = _short(cells[index])
        if all(kept[index] == "" for index in self._wanted if index < len(kept)):
            others = (index for index, cell in enumerate(cells) if cell != "" and index not in self._ours)
            if (other := next(others, None)) is not None:
                kept += [""] * (other + 1 - len(kept))
                kept[other] = _short(cells[other])
        for index in self._ours:
            if index < len(cells):
                kept[index] = cells[index]
        return kept


def _short(cell: Cell) -> Cell:
    return cell[:LONGEST] if isinstance(cell, str) else cell


def _column(rows: Sequence[Sequence[Cell]], index: int) -> list[Cell]:
    """Return the cells of a column from the top, without the blanks at its end."""
    cells = [row[index] if index < len(row) else "" for row in rows]
    while cells and cells[-1] == "":
        cells.pop()
    return cells
