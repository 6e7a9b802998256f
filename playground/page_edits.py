"""What the user does in the grid, as the page asks for it: ``{op, …}``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from playground import edits, filters
from playground.files import Files
from playground.workbook import Book, Plain, Tab, Workbook

MAX_PASTE_CELLS = 500_000
MAX_NUMBER = 2**53
"""Beyond it a sheet's number, a double, is not exact."""
Ask = Mapping[str, Any]


class BadEditError(ValueError):
    """The page asked for something that makes no sense."""


def apply(files: Files, workbook: Workbook, asked: Any) -> dict[str, Any]:
    """Do one edit and return ``{version}``; a copied file's ``id`` too."""
    if not isinstance(asked, dict):
        raise BadEditError("an edit is an object")
    op = asked.get("op")
    if op == "undo":
        workbook.undo()
    elif op == "copyFile":
        return {"version": workbook.version, "id": files.copy(workbook.id).id}
    elif isinstance(op, str) and op in _ON_FILE:
        with workbook.change(undoable=True) as book:
            _ON_FILE[op](book, asked)
    elif isinstance(op, str) and op in _ON_TAB:
        with workbook.change(undoable=True) as book:
            _ON_TAB[op](book, book.get_tab(_whole(asked, "sheetId")), asked)
    else:
        raise BadEditError("there is no such edit")
    return {"version": workbook.version}


def _whole(asked: Ask, name: str, default: int | None = None) -> int:
    value = asked.get(name, default)
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadEditError(f"{name} must be a whole number")
    return value


def _text(asked: Ask, name: str) -> str:
    value = asked.get(name)
    if not isinstance(value, str):
        raise BadEditError(f"{name} must be a text")
    return _printable(value)


def _plain(value: Any) -> Plain:
    if value is not None and not isinstance(value, str | int | float | bool):
        raise BadEditError("a cell holds text, a number, TRUE, FALSE or nothing")
    if isinstance(value, str):
        return _printable(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and not abs(value) <= MAX_NUMBER:
        raise BadEditError("that number is too large for a cell")
    return value


def _printable(text: str) -> str:
    # JSON can carry half a surrogate pair, which no answer of ours could carry back.
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _set(book: Book, tab: Tab, asked: Ask) -> None:
    edits.type_in(book, tab, _whole(asked, "row"), _whole(asked, "column"), [[_plain(asked.get("value"))]])


def _paste(book: Book, tab: Tab, asked: Ask) -> None:
    cells = asked.get("cells")
    if not isinstance(cells, list) or not all(isinstance(row, list) for row in cells):
        raise BadEditError("cells must be a list of rows")
    if sum(len(row) for row in cells) > MAX_PASTE_CELLS:
        raise BadEditError("that is too much to paste at once")
    grid = [[_plain(value) for value in row] for row in cells]
    edits.type_in(book, tab, _whole(asked, "row"), _whole(asked, "column"), grid)


def _insert(dimension: str) -> Callable[[Book, Tab, Ask], None]:
    return lambda book, tab, asked: edits.insert_lines(
        book, tab, dimension, _whole(asked, "at"), _whole(asked, "count", 1)
    )


def _delete(dimension: str) -> Callable[[Book, Tab, Ask], None]:
    return lambda book, tab, asked: edits.delete_lines(
        book, tab, dimension, _whole(asked, "at"), _whole(asked, "count", 1)
    )


def _move(dimension: str) -> Callable[[Book, Tab, Ask], None]:
    def move(book: Book, tab: Tab, asked: Ask) -> None:
        start = _whole(asked, "from")
        edits.move_lines(book, tab, dimension, start, start + _whole(asked, "count", 1), _whole(asked, "to"))

    return move


def _sort(book: Book, tab: Tab, asked: Ask) -> None:
    box = replace(
        tab.whole,
        top=_whole(asked, "firstRow", 1),
        bottom=max(_whole(asked, "lastRow", len(tab.rows)), 0),
        left=_whole(asked, "firstColumn", 0),
        right=_whole(asked, "lastColumn", tab.column_count - 1) + 1,
    )
    if not (box.top >= 0 and box.bottom <= tab.row_count and 0 <= box.left < box.right <= tab.column_count):
        raise BadEditError("that range is not in the sheet")
    edits.sort_rows(book, tab, box, [(_whole(asked, "column"), bool(asked.get("descending")))])


def _filter(book: Book, tab: Tab, asked: Ask) -> None:
    values = asked.get("values")
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise BadEditError("values must be a list of texts")
    filters.show_only(book, tab, _whole(asked, "column"), values, _whole(asked, "headerRow", 0))


def _add_tab(book: Book, asked: Ask) -> None:
    edits.add_tab(book, _text(asked, "title") if asked.get("title") is not None else None)


def _rename_file(book: Book, asked: Ask) -> None:
    title = _text(asked, "title").strip()
    if not 1 <= len(title) <= 200:
        raise BadEditError("a file's name has 1 to 200 characters")
    book.title = title
    for tab in book.tabs[:1]:
        book.touch_structure(tab)


def _duplicate_tab(book: Book, tab: Tab, asked: Ask) -> None:
    del asked
    edits.duplicate_tab(book, tab)


_ON_FILE: dict[str, Callable[[Book, Ask], None]] = {"addTab": _add_tab, "renameFile": _rename_file}
_ON_TAB: dict[str, Callable[[Book, Tab, Ask], None]] = {
    "set": _set,
    "paste": _paste,
    "insertRows": _insert(edits.ROWS),
    "insertColumns": _insert(edits.COLUMNS),
    "deleteRows": _delete(edits.ROWS),
    "deleteColumns": _delete(edits.COLUMNS),
    "moveRows": _move(edits.ROWS),
    "moveColumns": _move(edits.COLUMNS),
    "sort": _sort,
    "filter": _filter,
    "clearFilter": lambda book, tab, _: filters.clear_filter(book, tab),
    "renameTab": lambda book, tab, asked: edits.rename_tab(book, tab, _text(asked, "title")),
    "deleteTab": lambda book, tab, _: edits.delete_tab(book, tab),
    "duplicateTab": _duplicate_tab,
}
