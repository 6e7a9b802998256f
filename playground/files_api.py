"""The page's API to the grid: what it shows and what the user does to it, below ``/play/files``."""

from __future__ import annotations

import base64
from typing import Any

from flask import Blueprint, Response, request

from playground import csv_import, filters, formulas, page_edits, rendering
from playground.cast import ADDON_CLIENT_ID, CLIENTS
from playground.files import UnknownFileError
from playground.page_edits import BadEditError
from playground.wire import World, json_response
from playground.workbook import Book, Cell, Mark, Refused, Rich, Tab, Touch, Workbook

MAX_WINDOW = 5000
Json = dict[str, Any]


def blueprint(world: World) -> Blueprint:
    """Return the routes below ``/play/files``."""
    routes = Blueprint("files_api", __name__)

    @routes.post("/play/files")
    def open_csv() -> Response:
        title, text = _read_upload(request.get_json(force=True, silent=True))
        workbook = world.files.add(request.args.get("user", "ana"), csv_import.to_book(title, text))
        return json_response({"id": workbook.id, "title": workbook.title})

    @routes.get("/play/files/<file_id>")
    def describe(file_id: str) -> Response:
        return json_response(_describe(world.files.get(file_id)))

    @routes.get("/play/files/<file_id>/tabs/<int:sheet_id>/cells")
    def cells(file_id: str, sheet_id: int) -> Response:
        first = request.args.get("first", 0, int)
        return json_response(_window(world.files.get(file_id), sheet_id, first, request.args.get("last", 200, int)))

    @routes.get("/play/files/<file_id>/changes")
    def changes(file_id: str) -> Response:
        version, touches = world.files.get(file_id).changes_since(request.args.get("since", 0, int))
        return json_response({"version": version, "changed": [_change(touch) for touch in touches]})

    @routes.post("/play/files/<file_id>/edit")
    def edit(file_id: str) -> Response:
        answer = page_edits.apply(world.files, world.files.get(file_id), request.get_json(force=True, silent=True))
        world.files.changed(file_id)
        return json_response(answer)

    @routes.errorhandler(UnknownFileError)
    def unknown(fault: UnknownFileError) -> Response:
        del fault
        return json_response({"message": "There is no such file."}, 404)

    @routes.errorhandler(Refused)
    @routes.errorhandler(BadEditError)
    def refused(fault: Exception) -> Response:
        return json_response({"message": str(fault)}, 400)

    return routes


def _read_upload(asked: Any) -> tuple[str, str]:
    """Return title and text of ``{title, csv}``, or of ``{title, base64}`` when the page did not decode the bytes."""
    if not isinstance(asked, dict):
        raise BadEditError("a title and a csv are needed")
    title, text, packed = asked.get("title", ""), asked.get("csv"), asked.get("base64")
    if isinstance(packed, str):
        try:
            text = csv_import.decode(base64.b64decode(packed, validate=True))
        except ValueError as fault:
            raise BadEditError("base64 cannot be read") from fault
    if not isinstance(title, str) or not isinstance(text, str):
        raise BadEditError("a title and a csv are needed, both as text")
    return title, text.encode("utf-8", errors="replace").decode("utf-8")


def _describe(workbook: Workbook) -> Json:
    version, book = workbook.moment()
    return {
        "id": workbook.id,
        "title": book.title,
        "version": version,
        "locale": book.locale,
        "timeZone": book.time_zone,
        "tabs": [_tab(book, tab) for tab in book.tabs],
    }


def _tab(book: Book, tab: Tab) -> Json:
    marks = [
        mark for mark in book.marks.values() if mark.place.kind == "COLUMN" and mark.place.sheet_id == tab.sheet_id
    ]
    return {
        "sheetId": tab.sheet_id,
        "title": tab.title,
        "rows": tab.row_count,
        "columns": tab.column_count,
        "hidden": tab.hidden,
        "filter": _filter(book, tab),
        "merges": [[box.top, box.left, box.bottom, box.right] for box in tab.merges],
        "ownColumns": [{"index": mark.place.index, "key": mark.value or mark.key} for mark in marks if _is_ours(mark)],
        "hiddenRows": filters.hidden_rows(book, tab, 0, tab.row_count),
    }


def _is_ours(mark: Mark) -> bool:
    """Whether the add-on made the mark: other programs mark columns too."""
    return mark.client_id in (ADDON_CLIENT_ID, *CLIENTS)


def _filter(book: Book, tab: Tab) -> Json | None:
    found = tab.filter
    if found is None or not found.hidden:
        return None
    column, hidden = next(iter(found.hidden.items()))
    texts = filters.column_texts(book, tab, column, found.box)
    return {"column": column, "values": [text for text in texts if text not in hidden]}


def _window(workbook: Workbook, sheet_id: int, first: int, last: int) -> Json:
    version, book = workbook.moment()
    tab = book.find_tab(sheet_id)
    if tab is None:
        raise Refused("There is no such tab.")
    first = max(first, 0)
    last = min(last, tab.row_count, first + MAX_WINDOW)
    rows = [[_cell(book, tab, cell, column) for column, cell in enumerate(row)] for row in tab.rows[first:last]]
    return {"version": version, "first": first, "rows": rows, "hiddenRows": filters.hidden_rows(book, tab, first, last)}


def _cell(book: Book, tab: Tab, cell: Cell, column: int) -> Json | None:
    if cell is None:
        return None
    if isinstance(cell, str):
        return {"v": cell, "k": "s"}
    text = rendering.shown(book, tab, cell, column)
    if isinstance(cell, Rich) and cell.formula is not None:
        return {"v": text, "k": "e" if text == formulas.ERROR else "f", "f": cell.formula}
    value = cell.value if isinstance(cell, Rich) else cell
    if value is None:
        return None
    kind = "b" if isinstance(value, bool) else "s" if isinstance(value, str) else "n"
    return {"v": text, "k": kind}


def _change(touch: Touch) -> Json:
    return {"sheetId": touch.sheet_id, "first": touch.first, "last": touch.last, "structure": touch.structure}
