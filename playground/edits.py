"""Every change to a book: cells, lines, tabs, order, filters. Both the page and the API make them through here."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from playground import rendering
from playground.a1 import column_name, quote_title
from playground.dimensions import Delete, Insert, Move, Shift
from playground.entry import read_entry
from playground.workbook import Book, Box, Cell, Filter, Mark, Place, Plain, Refused, Rich, Row, Tab, with_value

MAX_CELLS = 10_000_000
MAX_COLUMNS = 18_278
MAX_CELL_CHARACTERS = 50_000
MAX_TITLE = 100
ROWS, COLUMNS = "ROWS", "COLUMNS"
T = TypeVar("T")


def check_cell(value: Plain) -> None:
    if isinstance(value, str) and len(value) > MAX_CELL_CHARACTERS:
        raise Refused(
            f"Your input contains more than the maximum of {MAX_CELL_CHARACTERS} characters in a single cell."
        )


def check_size(book: Book) -> None:
    """Refuse a book beyond Google's ten million cells."""
    if sum(tab.row_count * tab.column_count for tab in book.tabs) > MAX_CELLS:
        raise Refused(
            f"This action would increase the number of cells in the workbook above the limit of {MAX_CELLS} cells."
        )


def type_in(book: Book, tab: Tab, row: int, column: int, grid: Sequence[Sequence[Plain]]) -> None:
    """Do as a user does who types or pastes: the grid grows where the paste is larger than it."""
    if row < 0 or column < 0:
        raise Refused("A cell has no negative place")
    width = max((len(cells) for cells in grid), default=0)
    grow_to(book, tab, row + len(grid), column + width)
    for offset, cells in enumerate(grid):
        typed = [_typed(tab.cell(row + offset, column + j), value, book.locale) for j, value in enumerate(cells)]
        tab.put(row + offset, column, typed)
    book.touch(tab, row, row + len(grid))


def _typed(old: Cell, value: Plain, locale: str) -> Cell:
    entered = read_entry(value, locale) if isinstance(value, str) else value
    check_cell(value)
    if not isinstance(entered, Rich):
        return with_value(old, entered)
    if not isinstance(old, Rich):
        return entered
    return replace(old, value=entered.value, formula=entered.formula, format=entered.format or old.format)


def grow_to(book: Book, tab: Tab, rows: int, columns: int) -> None:
    """Make the grid at least so large."""
    if rows <= tab.row_count and columns <= tab.column_count:
        return
    tab.row_count = max(tab.row_count, rows)
    tab.column_count = max(tab.column_count, columns)
    check_columns(tab)
    check_size(book)
    book.touch_structure(tab)


def check_columns(tab: Tab) -> None:
    if tab.column_count > MAX_COLUMNS:
        raise Refused(f"A sheet has at most {MAX_COLUMNS} columns")


def insert_lines(book: Book, tab: Tab, dimension: str, at: int, count: int) -> None:
    """Insert before line ``at``; at the very end is allowed."""
    size = _size(tab, dimension)
    if not 0 <= at <= size or count < 1:
        raise Refused(f"Cannot insert {count} {dimension} at {at}: the sheet has {size}")
    _resize(tab, dimension, size + count)
    check_columns(tab)
    check_size(book)
    _shift(book, tab, dimension, Insert(at, count))


def delete_lines(book: Book, tab: Tab, dimension: str, at: int, count: int) -> None:
    size = _size(tab, dimension)
    if at < 0 or count < 1 or at + count > size:
        raise Refused(f"Cannot delete {dimension} {at} to {at + count}: the sheet has {size}")
    if count == size:
        raise Refused(f"You can't delete all the {dimension.lower()} on the sheet.")
    _resize(tab, dimension, size - count)
    _shift(book, tab, dimension, Delete(at, count))


def move_lines(book: Book, tab: Tab, dimension: str, start: int, end: int, to: int) -> None:
    """Move before line ``to``, counted as it is before the lines are taken away."""
    size = _size(tab, dimension)
    if not (0 <= start < end <= size and 0 <= to <= size):
        raise Refused(f"Cannot move {dimension} {start} to {end} before {to}: the sheet has {size}")
    if not start <= to <= end:
        _shift(book, tab, dimension, Move(start, end, to))


def append_lines(book: Book, tab: Tab, dimension: str, count: int) -> None:
    insert_lines(book, tab, dimension, _size(tab, dimension), count)


def _size(tab: Tab, dimension: str) -> int:
    return tab.row_count if dimension == ROWS else tab.column_count


def _resize(tab: Tab, dimension: str, size: int) -> None:
    if dimension == ROWS:
        tab.row_count = size
    else:
        tab.column_count = size


def _shift(book: Book, tab: Tab, dimension: str, shift: Shift) -> None:
    """Carry along all that stands on the lines: cells, hidden lines, sizes, merges, filter, metadata."""
    if dimension == ROWS:
        tab.rows = shift.apply(tab.rows, [])
        tab.hidden_rows = _followed(tab.hidden_rows, shift)
        tab.row_sizes = _followed_keys(tab.row_sizes, shift)
    else:
        tab.rows = [_tidy(shift.apply(row, None)) for row in tab.rows]
        tab.hidden_columns = _followed(tab.hidden_columns, shift)
        tab.column_sizes = _followed_keys(tab.column_sizes, shift)
        tab.column_formats = _followed_keys(tab.column_formats, shift)
    tab.merges = [box for old in tab.merges if (box := _shifted(old, dimension, shift))]
    tab.filter = _shifted_filter(tab.filter, dimension, shift)
    kind = "ROW" if dimension == ROWS else "COLUMN"
    book.marks = {mark.id: moved for mark in book.marks.values() if (moved := _carried(mark, tab, kind, shift))}
    book.touch_structure(tab)


def _tidy(row: Row) -> Row:
    if row and row[-1] is None:
        row = row[:]
        while row and row[-1] is None:
            row.pop()
    return row


def _followed(lines: Collection[int], shift: Shift) -> set[int]:
    return {moved for line in lines if (moved := shift.follow(line)) is not None}


def _followed_keys(kept: Mapping[int, T], shift: Shift) -> dict[int, T]:
    return {moved: what for line, what in kept.items() if (moved := shift.follow(line)) is not None}


def _shifted(box: Box, dimension: str, shift: Shift) -> Box | None:
    span = shift.span(box.top, box.bottom) if dimension == ROWS else shift.span(box.left, box.right)
    if span is None:
        return None
    if dimension == ROWS:
        return replace(box, top=span[0], bottom=span[1])
    return replace(box, left=span[0], right=span[1])


def _shifted_filter(old: Filter | None, dimension: str, shift: Shift) -> Filter | None:
    box = _shifted(old.box, dimension, shift) if old else None
    if old is None or box is None:
        return None
    if dimension == ROWS:
        return replace(old, box=box)
    hidden = {moved: texts for column, texts in old.hidden.items() if (moved := shift.follow(column)) is not None}
    return Filter(box=box, hidden=hidden)


def _carried(mark: Mark, tab: Tab, kind: str, shift: Shift) -> Mark | None:
    place = mark.place
    if place.kind != kind or place.sheet_id != tab.sheet_id or place.index is None:
        return mark
    index = shift.follow(place.index)
    return None if index is None else replace(mark, place=replace(place, index=index))


def sort_rows(book: Book, tab: Tab, box: Box, keys: Sequence[tuple[int, bool]]) -> None:
    """Sort the cells of a box by columns ``(index, descending)``. Row metadata and hidden rows stay where they are."""
    rows = [_slice(tab, row, box) for row in range(box.top, box.bottom)]
    for column, descending in reversed(keys):
        if not box.left <= column < box.right:
            raise Refused(f"Cannot sort by column {column_name(column)}: it is outside the range")
        offset = column - box.left
        rows = _sorted(book, tab, rows, offset, descending)
    for row, cells in enumerate(rows, box.top):
        if any(cell is not None for cell in cells) or row < len(tab.rows):
            tab.put(row, box.left, cells)
    book.touch(tab, box.top, box.bottom)


def _slice(tab: Tab, row: int, box: Box) -> Row:
    cells = tab.rows[row][box.left : box.right] if row < len(tab.rows) else []
    return cells + [None] * (box.right - box.left - len(cells))


def _sorted(book: Book, tab: Tab, rows: list[Row], offset: int, descending: bool) -> list[Row]:
    # Blank cells come last in both directions, as in Google Sheets.
    keyed = [(rendering.effective(book, tab, row[offset]), row) for row in rows]
    blank = [row for value, row in keyed if value is None or value == ""]
    filled = [(value, row) for value, row in keyed if value is not None and value != ""]
    filled.sort(key=lambda pair: _order(pair[0]), reverse=descending)
    return [row for _, row in filled] + blank


def _order(value: Plain) -> tuple[int, float, str]:
    if isinstance(value, bool):
        return 2, float(value), ""
    if isinstance(value, int | float):
        return 0, float(value), ""
    return 1, 0.0, str(value).casefold()


def add_tab(book: Book, title: str | None = None, *, sheet_id: int | None = None, at: int | None = None) -> Tab:
    """Add a grid of Google's default size."""
    chosen = _free_title(book) if title is None else _checked_title(book, title)
    tab = Tab(sheet_id=_new_sheet_id(book, sheet_id), title=chosen)
    book.tabs.insert(len(book.tabs) if at is None else _checked_index(book, at), tab)
    check_size(book)
    book.touch_structure(tab)
    return tab


def delete_tab(book: Book, tab: Tab) -> None:
    if not any(not other.hidden for other in book.tabs if other is not tab):
        raise Refused("You can't remove all the visible sheets in a document.")
    book.tabs.remove(tab)
    book.marks = {mark.id: mark for mark in book.marks.values() if mark.place.sheet_id != tab.sheet_id}
    book.touch_structure(tab)


def duplicate_tab(
    book: Book, tab: Tab, title: str | None = None, *, sheet_id: int | None = None, at: int | None = None
) -> Tab:
    """Copy a tab with its cells; its metadata is copied too, under new ids, as Google does."""
    copy = tab.fork()
    copy.sheet_id = _new_sheet_id(book, sheet_id)
    copy.title = _free_title(book, f"Copy of {tab.title}") if title is None else _checked_title(book, title)
    place = book.tabs.index(tab) + 1 if at is None else _checked_index(book, at)
    book.tabs.insert(place, copy)
    check_size(book)
    for mark in list(book.marks.values()):
        if mark.place.sheet_id == tab.sheet_id:
            add_mark(book, replace(mark, id=0, place=replace(mark.place, sheet_id=copy.sheet_id)))
    book.touch_structure(copy)
    return copy


def rename_tab(book: Book, tab: Tab, title: str) -> None:
    if title != tab.title:
        same = book.find_titled(title) is tab
        tab.title = title if same else _checked_title(book, title)
        book.touch_structure(tab)


def move_tab(book: Book, tab: Tab, index: int) -> None:
    at = _checked_index(book, index)
    old = book.tabs.index(tab)
    book.tabs.remove(tab)
    book.tabs.insert(at if at <= old else at - 1, tab)
    book.touch_structure(tab)


def _checked_title(book: Book, title: str) -> str:
    if not title or len(title) > MAX_TITLE:
        raise Refused(f"A sheet's name has 1 to {MAX_TITLE} characters")
    if book.find_titled(title) is not None:
        raise Refused(f'A sheet with the name "{title}" already exists. Please enter another name.')
    return title


def _free_title(book: Book, wanted: str = "") -> str:
    number = 1 if wanted else len(book.tabs) + 1
    title = wanted[:MAX_TITLE] or f"Sheet{number}"
    while book.find_titled(title) is not None:
        number += 1
        title = f"{wanted[: MAX_TITLE - 6]} {number}" if wanted else f"Sheet{number}"
    return title


def _checked_index(book: Book, index: int) -> int:
    if not 0 <= index <= len(book.tabs):
        raise Refused(f"Sheet index {index} is out of bounds: there are {len(book.tabs)} sheets")
    return index


def _new_sheet_id(book: Book, wanted: int | None) -> int:
    if wanted is not None:
        if wanted < 0:
            raise Refused("A sheet id is not negative")
        if book.find_tab(wanted):
            raise Refused(f"A sheet with id {wanted} already exists")
        return wanted
    while book.find_tab(chosen := secrets.randbelow(2**31 - 1) + 1):
        pass
    return chosen


def add_mark(book: Book, mark: Mark) -> Mark:
    """Keep developer metadata; an id of 0 gets a fresh one."""
    if mark.id in book.marks:
        raise Refused(f"Developer metadata with id {mark.id} already exists")
    chosen = mark.id
    while not chosen or chosen in book.marks:
        chosen = secrets.randbelow(2**31 - 1) + 1
    kept = replace(mark, id=chosen)
    book.marks[chosen] = kept
    touch_mark(book, kept)
    return kept


def drop_mark(book: Book, mark: Mark) -> None:
    del book.marks[mark.id]
    touch_mark(book, mark)


def touch_mark(book: Book, mark: Mark) -> None:
    tab = book.find_tab(mark.place.sheet_id) if mark.place.sheet_id is not None else None
    if tab is not None:
        book.touch_structure(tab)


def check_place(book: Book, place: Place) -> None:
    """Refuse a place that is not there."""
    if place.sheet_id is None:
        return
    tab = book.get_tab(place.sheet_id)
    size = {"ROW": tab.row_count, "COLUMN": tab.column_count}.get(place.kind)
    if size is not None and not 0 <= (place.index or 0) < size:
        where = f"{place.kind.lower()} {place.index} of {quote_title(tab.title)}"
        raise Refused(f"There is no {where} to put developer metadata on")
