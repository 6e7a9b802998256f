"""FakeSpreadsheets: a spreadsheet in memory that passes the port's contract and lets a test be the user beside us."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field

from addon.errors import Invalid, Rejected
from addon.leads.model import NO_HEADER, Cell, ColumnCells, NewColumn, OwnCells, Reading, Rows, Span, Tab, Workbook


@dataclass
class FakeColumn:
    """One column: its cells from row 0, our mark if it is ours, the fields it is marked as, the note on its top."""

    cells: list[Cell]
    own: str = ""
    fields: set[str] = field(default_factory=set)
    note: str = ""


@dataclass
class FakeSheet:
    """One tab that a test edits as its user would."""

    title: str
    columns: list[FakeColumn]
    rows: int

    def insert_rows(self, at: int, count: int = 1) -> None:
        self.rows += count
        for column in self.columns:
            column.cells[at:at] = [""] * count

    def delete_rows(self, at: int, count: int = 1) -> None:
        self.rows -= count
        for column in self.columns:
            del column.cells[at : at + count]

    def reorder(self, order: Sequence[int], first: int = 1, *, only_users: bool = False) -> None:
        """Sort the rows below the header: row ``first + i`` becomes what row ``first + order[i]`` was.

        With ``only_users`` a range is sorted that leaves our columns out: they stay as they are.
        """
        for column in self._sorted_columns(only_users):
            block = column.cells[first : first + len(order)]
            column.cells[first : first + len(order)] = [block[index] for index in order]

    def sort_some(self, rows: Sequence[int], order: Sequence[int]) -> None:
        """Sort as through a filter: only the rows shown change places among themselves."""
        for column in self.columns:
            block = [column.cells[row] for row in rows]
            for row, index in zip(rows, order, strict=True):
                column.cells[row] = block[index]

    def move_row(self, source: int, target: int) -> None:
        for column in self.columns:
            column.cells.insert(target, column.cells.pop(source))

    def copy_row(self, source: int, target: int, *, only_users: bool = False) -> None:
        """Paste a copy of one row over another, our cells with it unless ``only_users``."""
        for column in self._sorted_columns(only_users):
            column.cells[target] = column.cells[source]

    def cut_row(self, source: int, target: int, *, only_users: bool = False) -> None:
        self.copy_row(source, target, only_users=only_users)
        if source != target:
            for column in self._sorted_columns(only_users):
                column.cells[source] = ""

    def take_rows(self, at: int, count: int) -> list[tuple[FakeColumn, list[Cell]]]:
        """Delete rows and return what undoing it needs."""
        taken = [(column, column.cells[at : at + count]) for column in self.columns]
        self.delete_rows(at, count)
        return taken

    def put_back(self, at: int, taken: Sequence[tuple[FakeColumn, list[Cell]]]) -> None:
        """Undo ``take_rows``; columns that came meanwhile are blank there."""
        count = len(taken[0][1])
        self.insert_rows(at, count)
        there = {id(column) for column in self.columns}
        for column, cells in taken:
            if id(column) in there:
                column.cells[at : at + count] = cells

    def copied(self, title: str) -> FakeSheet:
        """Return a copy, our marks with it, as Google copies developer metadata with a tab or a file."""
        return FakeSheet(title=title, columns=deepcopy(self.columns), rows=self.rows)

    def _sorted_columns(self, only_users: bool) -> list[FakeColumn]:
        return [column for column in self.columns if not (only_users and column.own)]

    def insert_column(self, at: int, header: str = "") -> None:
        self.columns.insert(at, FakeColumn(cells=[header] + [""] * (self.rows - 1)))

    def move_column(self, source: int, target: int) -> None:
        self.columns.insert(target, self.columns.pop(source))

    def user_cells(self) -> list[list[Cell]]:
        """The cells that are not ours, column by column; a column without any is not the user's yet."""
        theirs = (column.cells for column in self.columns if not column.own)
        return [list(cells) for cells in theirs if any(cell != "" for cell in cells)]

    def own_cells(self, key: str) -> list[Cell]:
        return next((list(column.cells) for column in self.columns if column.own == key), [])

    def header_of(self, key: str) -> Cell:
        return next(column.cells[0] for column in self.columns if column.own == key)


@dataclass
class FakeSpreadsheets:
    """Files by id. ``before`` runs in front of every call with its name: be the user, or raise a fault."""

    files: dict[str, dict[int, FakeSheet]] = field(default_factory=dict)
    before: Callable[[str], None] = lambda _: None
    after: Callable[[str], None] = lambda _: None
    calls: list[str] = field(default_factory=list)
    good_token: str | None = None
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def add(self, file: str, rows: Sequence[Sequence[Cell]], *, sheet_id: int = 0, title: str = "Leads") -> FakeSheet:
        width = max((len(row) for row in rows), default=1)
        columns = [FakeColumn(cells=[row[index] if index < len(row) else "" for row in rows]) for index in range(width)]
        sheet = FakeSheet(title=title, columns=columns, rows=len(rows))
        self.files.setdefault(file, {})[sheet_id] = sheet
        return sheet

    def open(self, spreadsheet_id: str, access_token: str) -> FakeSpreadsheet:
        return FakeSpreadsheet(self, spreadsheet_id, access_token)

    @contextmanager
    def calling(self, name: str, file: str, token: str) -> Iterator[dict[int, FakeSheet]]:
        with self._lock:
            self.calls.append(name)
            self.before(name)
            if self.good_token is not None and token != self.good_token:
                raise Rejected("expired", reason="access_expired")
            if file not in self.files:
                raise Rejected("no such file", reason="not_found")
            yield self.files[file]
            self.after(name)


class FakeSpreadsheet:
    """One file seen with one token."""

    def __init__(self, world: FakeSpreadsheets, file: str, token: str) -> None:
        self._world, self._file, self._token = world, file, token

    def describe(self) -> Workbook:
        with self._world.calling("describe", self._file, self._token) as tabs:
            outline = tuple(
                Tab(sheet_id=id, title=sheet.title, rows=sheet.rows, columns=len(sheet.columns))
                for id, sheet in tabs.items()
            )
            return Workbook(spreadsheet_id=self._file, title="Fake", locale="en_US", time_zone="UTC", tabs=outline)

    def read(self, sheet_id: int, spans: Sequence[Span], own: Sequence[str], fields: Sequence[str] = ()) -> Reading:
        with self._world.calling("read", self._file, self._token) as tabs:
            sheet = _tab(tabs, sheet_id)
            if any((span.last or 0) > sheet.rows or span.first >= max(sheet.rows, 1) for span in spans):
                raise Invalid("beyond the grid", reason="bad_request")
            marked = {column.own: index for index, column in enumerate(sheet.columns) if column.own in own}
            return Reading(
                spans=tuple(Rows(first=span.first, cells=_rows(sheet, span)) for span in spans),
                own={
                    key: OwnCells(index=index, cells=_trimmed(sheet.columns[index].cells))
                    for key, index in marked.items()
                },
                fields={name: places for name in fields if (places := _marked(sheet, name))},
            )

    def places(self, sheet_id: int) -> dict[str, int]:
        with self._world.calling("places", self._file, self._token) as tabs:
            return {column.own: at for at, column in enumerate(_tab(tabs, sheet_id).columns) if column.own}

    def add_columns(self, sheet_id: int, before: int, columns: Sequence[NewColumn], *, at_edge: bool) -> None:
        with self._world.calling("add_columns", self._file, self._token) as tabs:
            sheet = _tab(tabs, sheet_id)
            if at_edge:
                sheet.insert_column(len(sheet.columns))
            if before >= len(sheet.columns):
                raise Invalid("an insert stands before a column", reason="bad_request")
            for offset, column in enumerate(columns):
                sheet.insert_column(before + offset)
                sheet.columns[before + offset].own = column.key
                if column.header_row == NO_HEADER:
                    sheet.columns[before + offset].note = column.header
                else:
                    sheet.columns[before + offset].cells[column.header_row] = column.header

    def mark_fields(self, sheet_id: int, fields: Mapping[str, int], stale: Sequence[str] = ()) -> None:
        if not fields and not stale:
            return
        with self._world.calling("mark_fields", self._file, self._token) as tabs:
            sheet = _tab(tabs, sheet_id)
            if any(at >= len(sheet.columns) for at in fields.values()):
                raise Invalid("beyond the grid", reason="bad_request")
            for column in sheet.columns:
                column.fields -= set(stale)
            for name, at in fields.items():
                sheet.columns[at].fields.add(name)

    def append(self, sheet_id: int, cells: Mapping[int, str]) -> None:
        with self._world.calling("append", self._file, self._token) as tabs:
            sheet = _tab(tabs, sheet_id)
            filled = [row for row in range(sheet.rows) if any(column.cells[row] != "" for column in sheet.columns)]
            row = max(filled, default=-1) + 1
            if row == sheet.rows:
                sheet.insert_rows(row)
            for at, text in cells.items():
                sheet.columns[at].cells[row] = text

    def write(self, sheet_id: int, columns: Sequence[ColumnCells]) -> None:
        if not columns:
            return
        with self._world.calling("write", self._file, self._token) as tabs:
            sheet = _tab(tabs, sheet_id)
            for written in columns:
                if written.first + len(written.cells) > sheet.rows:
                    raise Invalid("beyond the grid", reason="bad_request")
                for column in (column for column in sheet.columns if column.own == written.key):
                    for offset, cell in enumerate(written.cells):
                        if cell is not None:
                            column.cells[written.first + offset] = cell


def _tab(tabs: dict[int, FakeSheet], sheet_id: int) -> FakeSheet:
    if sheet_id not in tabs:
        raise Invalid("no such tab", reason="bad_request")
    return tabs[sheet_id]


def _rows(sheet: FakeSheet, span: Span) -> list[list[Cell]]:
    last = sheet.rows if span.last is None else span.last
    rows = [_trimmed([column.cells[row] for column in sheet.columns]) for row in range(span.first, last)]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _marked(sheet: FakeSheet, name: str) -> tuple[int, ...]:
    return tuple(index for index, column in enumerate(sheet.columns) if name in column.fields)


def _trimmed(cells: Sequence[Cell]) -> list[Cell]:
    kept = list(cells)
    while kept and kept[-1] == "":
        kept.pop()
    return kept
