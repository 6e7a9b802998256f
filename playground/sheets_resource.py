"""The Spreadsheet resource: ``spreadsheets.get``, ``getByDataFilter`` and ``create``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from playground import a1, filters, formulas, rendering
from playground.a1 import Area
from playground.masks import Mask, covers
from playground.sheets_call import Call
from playground.sheets_marks import areas_of_filter, mark_resource
from playground.workbook import Book, Box, Cell, Filter, Mark, Plain, Rich, Tab, Workbook

DEFAULT_ROW_PIXELS = 21
DEFAULT_COLUMN_PIXELS = 100
_ERROR = {"errorValue": {"type": "N_A", "message": "The playground works out only the simplest formulas."}}


def get(call: Call) -> dict[str, Any]:
    """spreadsheets.get"""
    workbook = call.workbook
    book = workbook.book
    ranges = [a1.resolve(book, text) for text in call.parameters.get("ranges", [])]
    wants_data = (
        bool(call.parameters.get("includeGridData")) if call.mask is None else covers(call.mask, "sheets", "data")
    )
    return spreadsheet(workbook, book, call.client_id, ranges or None, wants_data=wants_data, mask=call.mask)


def get_by_data_filter(call: Call) -> dict[str, Any]:
    """spreadsheets.getByDataFilter"""
    workbook = call.workbook
    book = workbook.book
    chosen = [a for f in call.body.get("dataFilters", []) for a in areas_of_filter(book, f, call.client_id)]
    wants_data = bool(call.body.get("includeGridData")) if call.mask is None else covers(call.mask, "sheets", "data")
    filtered = chosen if call.body.get("dataFilters") else None
    return spreadsheet(workbook, book, call.client_id, filtered, wants_data=wants_data, mask=call.mask)


def spreadsheet(
    workbook: Workbook,
    book: Book,
    client_id: str,
    areas: Sequence[Area] | None = None,
    *,
    wants_data: bool = False,
    mask: Mask | None = None,
) -> dict[str, Any]:
    """Return a Spreadsheet; with ``areas`` only their tabs and, as data, only their cells."""
    sheets = []
    for index, tab in enumerate(book.tabs):
        own = [area for area in areas if area.tab is tab] if areas is not None else [Area(tab, tab.whole)]
        if own:
            data = [_grid_data(book, area, client_id, mask) for area in own] if wants_data else None
            sheets.append(_sheet(book, tab, index, client_id) | ({"data": data} if data is not None else {}))
    marks = _marks(book, client_id, "SPREADSHEET", None)
    return {
        "spreadsheetId": workbook.id,
        "properties": spreadsheet_properties(book),
        "sheets": sheets,
        "spreadsheetUrl": f"https://docs.google.com/spreadsheets/d/{workbook.id}/edit",
        **({"developerMetadata": marks} if marks else {}),
    }


def spreadsheet_properties(book: Book) -> dict[str, Any]:
    return {"title": book.title, "locale": book.locale, "autoRecalc": "ON_CHANGE", "timeZone": book.time_zone}


def sheet_properties(tab: Tab, index: int) -> dict[str, Any]:
    grid = {"rowCount": tab.row_count, "columnCount": tab.column_count}
    if tab.frozen_rows:
        grid["frozenRowCount"] = tab.frozen_rows
    if tab.frozen_columns:
        grid["frozenColumnCount"] = tab.frozen_columns
    hidden = {"hidden": True} if tab.hidden else {}
    named = {"sheetId": tab.sheet_id, "title": tab.title, "index": index, "sheetType": "GRID"}
    return {**named, "gridProperties": grid, **hidden}


def grid_range(tab: Tab, box: Box) -> dict[str, Any]:
    return {
        "sheetId": tab.sheet_id,
        "startRowIndex": box.top,
        "endRowIndex": box.bottom,
        "startColumnIndex": box.left,
        "endColumnIndex": box.right,
    }


def _sheet(book: Book, tab: Tab, index: int, client_id: str) -> dict[str, Any]:
    sheet: dict[str, Any] = {"properties": sheet_properties(tab, index)}
    if tab.merges:
        sheet["merges"] = [grid_range(tab, box) for box in tab.merges]
    if tab.filter:
        sheet["basicFilter"] = _basic_filter(tab, tab.filter)
    marks = _marks(book, client_id, "SHEET", tab.sheet_id)
    return sheet | ({"developerMetadata": marks} if marks else {})


def _basic_filter(tab: Tab, found: Filter) -> dict[str, Any]:
    hidden = {column: {"hiddenValues": sorted(texts)} for column, texts in found.hidden.items()}
    answer: dict[str, Any] = {"range": grid_range(tab, found.box)}
    if hidden:
        answer["criteria"] = {str(column): criteria for column, criteria in hidden.items()}
        answer["filterSpecs"] = [{"columnIndex": c, "filterCriteria": criteria} for c, criteria in hidden.items()]
    return answer


def _marks(
    book: Book, client_id: str, kind: str, sheet_id: int | None, index: int | None = None
) -> list[dict[str, Any]]:
    found = (mark for mark in book.marks.values() if _is_at(mark, kind, sheet_id, index))
    return [mark_resource(mark) for mark in found if mark.visibility == "DOCUMENT" or mark.client_id == client_id]


def _is_at(mark: Mark, kind: str, sheet_id: int | None, index: int | None) -> bool:
    return (mark.place.kind, mark.place.sheet_id, mark.place.index) == (kind, sheet_id, index)


def _grid_data(book: Book, area: Area, client_id: str, mask: Mask | None) -> dict[str, Any]:
    def wants(part: str) -> bool:
        return mask is None or covers(mask, "sheets", "data", part)

    box = area.box
    data: dict[str, Any] = {}
    if box.top:
        data["startRow"] = box.top
    if box.left:
        data["startColumn"] = box.left
    if wants("rowData"):
        data["rowData"] = list(_row_data(book, area))
    if wants("rowMetadata"):
        data["rowMetadata"] = [_row_properties(book, area.tab, row, client_id) for row in range(box.top, box.bottom)]
    if wants("columnMetadata"):
        columns = range(box.left, box.right)
        data["columnMetadata"] = [_column_properties(book, area.tab, column, client_id) for column in columns]
    return data


def _row_properties(book: Book, tab: Tab, row: int, client_id: str) -> dict[str, Any]:
    properties: dict[str, Any] = {"pixelSize": tab.row_sizes.get(row, DEFAULT_ROW_PIXELS)}
    if row in tab.hidden_rows:
        properties["hiddenByUser"] = True
    if filters.is_hidden_by_filter(book, tab, row):
        properties["hiddenByFilter"] = True
    marks = _marks(book, client_id, "ROW", tab.sheet_id, row)
    return properties | ({"developerMetadata": marks} if marks else {})


def _column_properties(book: Book, tab: Tab, column: int, client_id: str) -> dict[str, Any]:
    properties: dict[str, Any] = {"pixelSize": tab.column_sizes.get(column, DEFAULT_COLUMN_PIXELS)}
    if column in tab.hidden_columns:
        properties["hiddenByUser"] = True
    marks = _marks(book, client_id, "COLUMN", tab.sheet_id, column)
    return properties | ({"developerMetadata": marks} if marks else {})


def _row_data(book: Book, area: Area) -> Iterator[dict[str, Any]]:
    box = area.box
    for row in area.tab.rows[box.top : box.bottom]:
        values = [_cell_data(book, area.tab, cell, c) for c, cell in enumerate(row[box.left : box.right], box.left)]
        yield {"values": values} if values else {}


def _cell_data(book: Book, tab: Tab, cell: Cell, column: int) -> dict[str, Any]:
    if cell is None:
        return {}
    rich = cell if isinstance(cell, Rich) else Rich(value=cell)
    value = rendering.effective(book, tab, cell)
    data: dict[str, Any] = {}
    if rich.formula is not None:
        data["userEnteredValue"] = {"formulaValue": rich.formula}
    elif rich.value is not None:
        data["userEnteredValue"] = extended_value(rich.value)
    if value is not None:
        data["effectiveValue"] = _ERROR if rich.formula and value == formulas.ERROR else extended_value(value)
        data["formattedValue"] = rendering.shown(book, tab, cell, column)
    format = rendering.format_of(tab, cell, column) or None
    extras: Mapping[str, Any] = {
        "userEnteredFormat": format,
        "effectiveFormat": format,
        "note": rich.note,
        "dataValidation": rich.validation,
    }
    return data | {name: extra for name, extra in extras.items() if extra is not None}


def extended_value(value: Plain) -> dict[str, Any]:
    """Return an ExtendedValue."""
    if isinstance(value, bool):
        return {"boolValue": value}
    return {"stringValue": value} if isinstance(value, str) else {"numberValue": value}
