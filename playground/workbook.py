"""A spreadsheet: tabs of rows, developer metadata, and a lock that makes every change all or nothing.

Rows are never changed in place: a change works on a fork that shares them and replaces the rows it touches. So a
reader that took ``workbook.book`` sees one moment, and forking 20,000 rows costs microseconds.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from threading import RLock
from typing import Any

Plain = str | int | float | bool | None
"""A value as it stands in a cell; None is an empty cell, ``""`` never stands there."""

UNDO_STEPS = 50


class Refused(Exception):
    """A change that cannot be made; the message is for the one who asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """A cell that is more than a value: a formula, or a value with a format, a note, a validation rule."""

    value: Plain = None
    formula: str | None = None
    format: Mapping[str, Any] | None = None
    note: str | None = None
    validation: Mapping[str, Any] | None = None


Cell = Plain | Rich
Row = list[Cell]


def is_empty(cell: Cell) -> bool:
    """Return whether a reader of values sees nothing here."""
    return cell is None or (isinstance(cell, Rich) and cell.value is None and cell.formula is None)


def settle(cell: Rich) -> Cell:
    """Return the plain value if nothing else is left on the cell."""
    bare = cell.formula is None and not cell.format and cell.note is None and cell.validation is None
    return cell.value if bare else cell


def with_value(cell: Cell, value: Plain) -> Cell:
    """Return the cell with another value; its format, note and rule stay, a formula goes."""
    if isinstance(cell, Rich):
        return settle(replace(cell, value=value, formula=None))
    return value


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a grid, half open."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A basic filter: its box and, by column, the shown texts that are hidden."""

    box: Box
    hidden: Mapping[int, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """Where metadata stands: kind is Google's locationType; ``index`` is the row or the column."""

    kind: str
    sheet_id: int | None = None
    index: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One developer metadata entry; ``client_id`` made it; its project alone sees it when it is PROJECT."""

    id: int
    key: str
    value: str | None
    visibility: str
    place: Place
    client_id: str = ""


@dataclass(slots=True, kw_only=True)
class Tab:
    """One grid. ``rows`` may be shorter than ``row_count`` and each row shorter than ``column_count``.

    A cell without a format of its own has that of ``column_formats``: a format put on a whole column costs no cells.
    """

    sheet_id: int
    title: str
    row_count: int = 1000
    column_count: int = 26
    hidden: bool = False
    frozen_rows: int = 0
    frozen_columns: int = 0
    rows: list[Row] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    row_sizes: dict[int, int] = field(default_factory=dict)
    column_sizes: dict[int, int] = field(default_factory=dict)
    column_formats: dict[int, Mapping[str, Any]] = field(default_factory=dict)
    merges: list[Box] = field(default_factory=list)
    filter: Filter | None = None

    def fork(self) -> Tab:
        return replace(
            self,
            rows=self.rows[:],
            hidden_rows=set(self.hidden_rows),
            hidden_columns=set(self.hidden_columns),
            row_sizes=dict(self.row_sizes),
            column_sizes=dict(self.column_sizes),
            column_formats=dict(self.column_formats),
            merges=self.merges[:],
        )

    def cell(self, row: int, column: int) -> Cell:
        if row >= len(self.rows):
            return None
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def put(self, row: int, column: int, cells: Sequence[Cell]) -> None:
        """Put cells side by side from ``column`` on, in a fresh row; the caller has checked the grid's bounds."""
        while len(self.rows) <= row:
            self.rows.append([])
        fresh = self.rows[row][:]
        if len(fresh) < column:
            fresh.extend([None] * (column - len(fresh)))
        fresh[column : column + len(cells)] = cells
        while fresh and fresh[-1] is None:
            fresh.pop()
        self.rows[row] = fresh

    @property
    def whole(self) -> Box:
        return Box(0, self.row_count, 0, self.column_count)


@dataclass(frozen=True, slots=True)
class Touch:
    """Rows a change touched (half open); with ``structure`` anything of the tab may have moved."""

    sheet_id: int
    first: int
    last: int
    structure: bool = False


@dataclass(slots=True, kw_only=True)
class Book:
    """The content of a spreadsheet at one moment; a draft of the next while a change is under way."""

    title: str
    locale: str = "en_US"
    time_zone: str = "Europe/Berlin"
    tabs: list[Tab] = field(default_factory=list)
    marks: dict[int, Mark] = field(default_factory=dict)
    touched: list[Touch] = field(default_factory=list)

    def fork(self) -> Book:
        return replace(self, tabs=[tab.fork() for tab in self.tabs], marks=dict(self.marks), touched=[])

    def find_tab(self, sheet_id: int) -> Tab | None:
        return next((tab for tab in self.tabs if tab.sheet_id == sheet_id), None)

    def get_tab(self, sheet_id: int) -> Tab:
        tab = self.find_tab(sheet_id)
        if tab is None:
            raise Refused(f"No grid with id: {sheet_id}")
        return tab

    def find_titled(self, title: str) -> Tab | None:
        wanted = title.casefold()
        return next((tab for tab in self.tabs if tab.title.casefold() == wanted), None)

    def touch(self, tab: Tab, first: int, last: int) -> None:
        self.touched.append(Touch(tab.sheet_id, first, last))

    def touch_structure(self, tab: Tab) -> None:
        self.touched.append(Touch(tab.sheet_id, 0, tab.row_count, structure=True))


@dataclass(frozen=True, slots=True)
class _Step:
    before: Book
    after: Book
    version: int


class Workbook:
    """One spreadsheet file: whose it is, what it holds, what changed lately."""

    def __init__(self, id: str, owner: str, book: Book, version: int = 1, created_ns: int | None = None) -> None:
        self.id = id
        self.owner = owner
        self.book = book
        self.version = version
        self.created_ns = time.time_ns() if created_ns is None else created_ns
        self._lock = RLock()
        self._changes: deque[tuple[int, tuple[Touch, ...]]] = deque(maxlen=1000)
        self._steps: deque[_Step] = deque(maxlen=UNDO_STEPS)

    @property
    def title(self) -> str:
        return self.book.title

    @contextmanager
    def change(self, *, undoable: bool = False) -> Iterator[Book]:
        """Yield a draft; it becomes the book when the block ends, and is forgotten when the block raises."""
        with self._lock:
            before, draft = self.book, self.book.fork()
            yield draft
            self._commit(draft)
            if undoable:
                self._steps.append(_Step(before, draft, self.version))

    def moment(self) -> tuple[int, Book]:
        """Return a version and the book as it is at that version."""
        with self._lock:
            return self.version, self.book

    def changes_since(self, version: int) -> tuple[int, list[Touch]]:
        """Return the version now and what changed; everything, if the memory does not reach back so far."""
        with self._lock:
            if version == self.version:
                return self.version, []
            oldest = self._changes[0][0] if self._changes else self.version + 1
            if version > self.version or version + 1 < oldest:
                everything = [Touch(tab.sheet_id, 0, tab.row_count, True) for tab in self.book.tabs]
                return self.version, everything
            recent = [touch for at, touches in self._changes if at > version for touch in touches]
            return self.version, _merged(recent)

    def undo(self) -> None:
        """Take back the last undoable change; what others wrote to other cells since then stays."""
        with self._lock:
            if not self._steps:
                raise Refused("Nothing to undo")
            step = self._steps.pop()
            since = [touch for at, touches in self._changes if at > step.version for touch in touches]
            if self.book is step.after:
                draft = step.before.fork()
                draft.touched = list(step.after.touched)
            elif any(touch.structure for touch in [*since, *step.after.touched]):
                raise Refused("The file was rearranged since then: nothing was undone")
            else:
                draft = self.book.fork()
                _restore_cells(draft, step)
            self._commit(draft)

    def _commit(self, draft: Book) -> None:
        self.book = draft
        self.version += 1
        self._changes.append((self.version, tuple(draft.touched)))


def _restore_cells(draft: Book, step: _Step) -> None:
    for touch in step.after.touched:
        old, new, tab = (book.get_tab(touch.sheet_id) for book in (step.before, step.after, draft))
        for row in range(touch.first, touch.last):
            for column in range(tab.column_count):
                was = old.cell(row, column)
                if was is not new.cell(row, column):
                    tab.put(row, column, [was])
        draft.touch(tab, touch.first, touch.last)


def _merged(touches: Sequence[Touch]) -> list[Touch]:
    """Return as few touches as cover all: overlapping and neighbouring rows of a tab become one."""
    merged: list[Touch] = []
    for touch in sorted(touches, key=lambda t: (t.sheet_id, t.first)):
        last = merged[-1] if merged else None
        if last is not None and last.sheet_id == touch.sheet_id and touch.first <= last.last:
            end, structure = max(last.last, touch.last), last.structure or touch.structure
            merged[-1] = Touch(last.sheet_id, last.first, end, structure)
        else:
            merged.append(touch)
    return merged
