"""Cells as a reader sees them: shown text, raw value or formula."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from playground import formats, formulas
from playground.a1 import Area
from playground.workbook import Book, Cell, Plain, Rich, Row, Tab

_PLAIN = frozenset({str, int, float, bool, type(None)})


def effective(book: Book, tab: Tab, cell: Cell) -> Plain:
    """Return the value of a cell, a formula worked out."""
    if not isinstance(cell, Rich):
        return cell
    return cell.value if cell.formula is None else formulas.evaluate(book, tab, cell.formula)


def shown(book: Book, tab: Tab, cell: Cell, column: int) -> str:
    """Return the text a person sees in a cell of that column."""
    value = effective(book, tab, cell)
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return formats.show_number(value, format_of(tab, cell, column), book.locale)


def format_of(tab: Tab, cell: Cell, column: int) -> Mapping[str, Any] | None:
    """Return the cell's own format, else its column's."""
    own = cell.format if isinstance(cell, Rich) else None
    return own if own is not None else tab.column_formats.get(column)


def read_area(book: Book, area: Area, render: str, dates: str) -> list[list[Any]]:
    """Return the values row by row, without trailing empty cells and rows, as ``values.get`` does."""
    box, tab = area.box, area.tab
    one = _renderer(book, tab, render, dates)
    columns = range(box.left, box.right)
    has_dates = any(formats.is_date(tab.column_formats.get(column)) for column in columns)
    slow = render == "FORMATTED_VALUE" or (has_dates and dates == "FORMATTED_STRING")
    found = tab.rows[box.top : box.bottom]
    if len(columns) == 1:
        rows = [_narrow_row(row, box.left, slow, one) for row in found]
    else:
        rows = [_row(row[box.left : box.right], columns, slow, one) for row in found]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _row(cells: Row, columns: range, slow: bool, one: Callable[[Cell, int], Any]) -> list[Any]:
    if slow or not _PLAIN.issuperset(map(type, cells)):
        return _without_tail(list(map(one, cells, columns)))
    return _without_tail(["" if cell is None else cell for cell in cells])


def _narrow_row(row: Row, column: int, slow: bool, one: Callable[[Cell, int], Any]) -> list[Any]:
    cell = row[column] if column < len(row) else None
    if cell is None:
        return []
    value = cell if not slow and type(cell) in _PLAIN else one(cell, column)
    return [] if value == "" else [value]


def transpose(rows: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """Return columns for rows (or back), missing cells as ``""``, trailing empty ones left out."""
    width = max((len(row) for row in rows), default=0)
    if width == 1:
        return [_without_tail([row[0] if row else "" for row in rows])]
    columns = [[row[i] if i < len(row) else "" for row in rows] for i in range(width)]
    return [_without_tail(column) for column in columns]


def _renderer(book: Book, tab: Tab, render: str, dates: str) -> Callable[[Cell, int], Any]:
    wants_dates = dates == "FORMATTED_STRING"

    def raw(cell: Cell, column: int) -> Any:
        if type(cell) is str:
            return cell
        if render == "FORMULA" and isinstance(cell, Rich) and cell.formula is not None:
            return cell.formula
        if wants_dates and formats.is_date(format_of(tab, cell, column)):
            return shown(book, tab, cell, column)
        value = effective(book, tab, cell)
        return "" if value is None else value

    def text(cell: Cell, column: int) -> Any:
        return cell if type(cell) is str else shown(book, tab, cell, column)

    return text if render == "FORMATTED_VALUE" else raw


def _without_tail(cells: Row | list[Any]) -> list[Any]:
    end = len(cells)
    while end and cells[end - 1] == "":
        end -= 1
    return cells if end == len(cells) else cells[:end]
