"""Basic filters: which rows they hide."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from playground import rendering
from playground.workbook import Book, Box, Filter, Refused, Tab


def set_filter(book: Book, tab: Tab, box: Box, hidden: Mapping[int, Collection[str]]) -> None:
    """Put a filter on a box whose first row is the header; a tab has one, so an older one goes."""
    if any(not box.left <= column < box.right for column in hidden):
        raise Refused("A filter's column must lie inside its range")
    tab.filter = Filter(box=box, hidden={column: frozenset(texts) for column, texts in hidden.items() if texts})
    book.touch_structure(tab)


def clear_filter(book: Book, tab: Tab) -> None:
    tab.filter = None
    book.touch_structure(tab)


def show_only(book: Book, tab: Tab, column: int, texts: Collection[str], header_row: int = 0) -> None:
    """Filter as the page's menu does: of ``column``, only rows that show one of ``texts``."""
    if not 0 <= column < tab.column_count:
        raise Refused("There is no such column")
    last = max(len(tab.rows), header_row + 1)
    box = Box(header_row, last, 0, tab.column_count)
    kept = dict(tab.filter.hidden) if tab.filter and tab.filter.box.top == header_row else {}
    kept[column] = frozenset(column_texts(book, tab, column, box)) - frozenset(texts)
    set_filter(book, tab, box, kept)


def column_texts(book: Book, tab: Tab, column: int, box: Box) -> list[str]:
    """Return the different texts of a filter's column, in order of appearance."""
    cells = (tab.cell(row, column) for row in range(box.top + 1, box.bottom))
    return list(dict.fromkeys(rendering.shown(book, tab, cell, column) for cell in cells))


def is_hidden_by_filter(book: Book, tab: Tab, row: int) -> bool:
    found = tab.filter
    if found is None or not found.box.top < row < found.box.bottom:
        return False
    return any(_text(book, tab, row, column) in texts for column, texts in found.hidden.items())


def _text(book: Book, tab: Tab, row: int, column: int) -> str:
    return rendering.shown(book, tab, tab.cell(row, column), column)


def hidden_rows(book: Book, tab: Tab, first: int, last: int) -> list[int]:
    """Return the rows of a window that a person does not see."""
    return [row for row in range(first, last) if row in tab.hidden_rows or is_hidden_by_filter(book, tab, row)]
