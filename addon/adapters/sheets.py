"""Google Sheets through google-api-python-client: the Spreadsheet port, one API call a method.

Our columns are found by COLUMN developer metadata at the instant of the call, so no insert, move or rename of columns
or tabs between two calls can turn a write onto a user's cell.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from addon.adapters.google import call
from addon.leads.model import NO_HEADER, Cell, ColumnCells, NewColumn, OwnCells, Reading, Rows, Span, Tab, Workbook
from addon.ports import Spreadsheet

METADATA_KEY = "sales-assistant.column"
"""Key of the developer metadata that makes a column ours; PROJECT visibility, so only our project can set it."""

FIELD_KEY = "sales-assistant.field"
"""Key of the developer metadata that remembers which field a column of the user's holds; it makes no column ours."""

_OUTLINE = (
    "spreadsheetId,properties(title,locale,timeZone),"
    "sheets(properties(sheetId,title,hidden,sheetType,gridProperties(rowCount,columnCount)))"
)
_COLUMN_LETTERS = re.compile(r"!?\$?([A-Z]{1,3})\$?\d*(?::|$)")


class GoogleSpreadsheets:
    """Opens spreadsheets at ``endpoint``; the service description is built once, on first use."""

    def __init__(self, endpoint: str, timeout_seconds: float = 25.0) -> None:
        self._endpoint = endpoint
        self._timeout_seconds = timeout_seconds
        self._lock = threading.Lock()
        self._resource: Any = None
        self._pool: Any = None

    def open(self, spreadsheet_id: str, access_token: str) -> Spreadsheet:
        """Return the spreadsheet as that token may see it; makes no call."""
        resource, http = self.connect(access_token)
        return GoogleSpreadsheet(resource, http, spreadsheet_id)

    def connect(self, access_token: str) -> tuple[Any, Any]:
        """Return the service's ``spreadsheets`` and an http object that sends ``access_token``; makes no call."""
        with self._lock:
            if self._resource is None:
                self._build()
        return self._resource, self._pool.authorized(access_token)

    def _build(self) -> None:
        from googleapiclient.discovery import build  # 0.2 s: not at start-up

        from addon.adapters.transport import Pool

        self._pool = Pool(self._timeout_seconds)
        self._resource = build(
            "sheets",
            "v4",
            http=self._pool.authorized(""),
            static_discovery=True,
            client_options={"api_endpoint": self._endpoint},
        ).spreadsheets()


class GoogleSpreadsheet:
    """One spreadsheet with one access token."""

    def __init__(self, resource: Any, http: Any, spreadsheet_id: str) -> None:
        self._resource = resource
        self._http = http
        self._id = spreadsheet_id

    def describe(self) -> Workbook:
        """See ``Spreadsheet.describe``; tabs that hold no grid (charts) are left out."""
        found = call(self._resource.get(spreadsheetId=self._id, fields=_OUTLINE), self._http)
        properties = found.get("properties", {})
        tabs = (sheet.get("properties", {}) for sheet in found.get("sheets", []))
        return Workbook(
            spreadsheet_id=self._id,
            title=properties.get("title", ""),
            locale=properties.get("locale", "en_US"),
            time_zone=properties.get("timeZone", "UTC"),
            tabs=tuple(_tab(tab) for tab in tabs if tab.get("sheetType", "GRID") == "GRID"),
        )

    def read(self, sheet_id: int, spans: Sequence[Span], own: Sequence[str], fields: Sequence[str] = ()) -> Reading:
        """See ``Spreadsheet.read``."""
        body = {
            "dataFilters": [_span_filter(sheet_id, span) for span in spans]
            + [_mark_filter(sheet_id, METADATA_KEY, key) for key in own]
            + [_mark_filter(sheet_id, FIELD_KEY, field) for field in fields],
            "majorDimension": "ROWS",
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": "FORMATTED_STRING",
        }
        request = self._resource.values().batchGetByDataFilter(spreadsheetId=self._id, body=body)
        return _reading(call(request, self._http).get("valueRanges", []), spans)

    def places(self, sheet_id: int) -> Mapping[str, int]:
        """See ``Spreadsheet.places``."""
        body = {"dataFilters": [_mark_filter(sheet_id, METADATA_KEY, None)]}
        request = self._resource.developerMetadata().search(spreadsheetId=self._id, body=body)
        matched = call(request, self._http).get("matchedDeveloperMetadata", [])
        marks = [one["developerMetadata"] for one in matched]
        lines = ((mark["metadataValue"], mark["location"]["dimensionRange"]) for mark in marks)
        return {key: place.get("startIndex", 0) for key, place in reversed(list(lines))}

    def add_columns(self, sheet_id: int, before: int, columns: Sequence[NewColumn], *, at_edge: bool) -> None:
        """See ``Spreadsheet.add_columns``.

        Only an insert says where the fresh columns stand; an append lands wherever the edge is by then, which may be
        beside a column somebody just added. So at the edge one column is appended to insert before.
        """
        place = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": before, "endIndex": before + len(columns)}
        requests: list[dict[str, Any]] = [{"insertDimension": {"range": place, "inheritFromBefore": False}}]
        if at_edge:
            requests.insert(0, {"appendDimension": {"sheetId": sheet_id, "dimension": "COLUMNS", "length": 1}})
        for offset, column in enumerate(columns):
            requests += _new_column(sheet_id, before + offset, column)
        call(self._resource.batchUpdate(spreadsheetId=self._id, body={"requests": requests}), self._http)

    def mark_fields(self, sheet_id: int, fields: Mapping[str, int], stale: Sequence[str] = ()) -> None:
        """See ``Spreadsheet.mark_fields``; nothing to mark makes no call."""
        requests: list[dict[str, Any]] = [
            {"deleteDeveloperMetadata": {"dataFilter": _mark_filter(sheet_id, FIELD_KEY, field)}} for field in stale
        ]
        requests += [_new_mark(sheet_id, at, FIELD_KEY, field) for field, at in fields.items()]
        if requests:
            call(self._resource.batchUpdate(spreadsheetId=self._id, body={"requests": requests}), self._http)

    def append(self, sheet_id: int, cells: Mapping[int, str]) -> None:
        """See ``Spreadsheet.append``; Google looks for the last row as it writes, so none is overwritten."""
        row = [_text(cells.get(at, "")) for at in range(max(cells, default=-1) + 1)]
        request = {"appendCells": {"sheetId": sheet_id, "rows": [{"values": row}], "fields": "userEnteredValue"}}
        call(self._resource.batchUpdate(spreadsheetId=self._id, body={"requests": [request]}), self._http)

    def write(self, sheet_id: int, columns: Sequence[ColumnCells]) -> None:
        """See ``Spreadsheet.write``; nothing to write makes no call."""
        data = [
            {
                "dataFilter": _mark_filter(sheet_id, METADATA_KEY, column.key),
                "majorDimension": "COLUMNS",
                "values": [[None] * column.first + list(column.cells)],
            }
            for column in columns
            if column.cells
        ]
        if data:
            body = {"valueInputOption": "RAW", "data": data}
            call(self._resource.values().batchUpdateByDataFilter(spreadsheetId=self._id, body=body), self._http)


def _tab(properties: Mapping[str, Any]) -> Tab:
    grid = properties.get("gridProperties", {})
    return Tab(
        sheet_id=properties.get("sheetId", 0),
        title=properties.get("title", ""),
        rows=grid.get("rowCount", 0),
        columns=grid.get("columnCount", 0),
        hidden=properties.get("hidden", False),
    )


def _span_filter(sheet_id: int, span: Span) -> dict[str, Any]:
    grid = {"sheetId": sheet_id, "startRowIndex": span.first}
    return {"gridRange": grid | ({} if span.last is None else {"endRowIndex": span.last})}


def _mark_filter(sheet_id: int, key: str, value: str | None) -> dict[str, Any]:
    return {
        "developerMetadataLookup": {
            "metadataKey": key,
            **({} if value is None else {"metadataValue": value}),
            "locationType": "COLUMN",
            "metadataLocation": {"sheetId": sheet_id},
            "locationMatchingStrategy": "INTERSECTING_LOCATION",
        }
    }


def _text(text: str) -> dict[str, Any]:
    """Return a cell that holds a text as it is, be it ``=1+1``; a blank one for no text."""
    return {"userEnteredValue": {"stringValue": text}} if text else {}


def _new_mark(sheet_id: int, index: int, key: str, value: str) -> dict[str, Any]:
    whole = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": index, "endIndex": index + 1}
    mark = {
        "metadataKey": key,
        "metadataValue": value,
        "location": {"dimensionRange": whole},
        "visibility": "PROJECT",
    }
    return {"createDeveloperMetadata": {"developerMetadata": mark}}


def _new_column(sheet_id: int, index: int, column: NewColumn) -> list[dict[str, Any]]:
    number = {"type": "NUMBER", "pattern": "0"} if column.number else {"type": "TEXT"}
    return [
        _new_mark(sheet_id, index, METADATA_KEY, column.key),
        {
            "repeatCell": {
                "range": {"sheetId": sheet_id, "startColumnIndex": index, "endColumnIndex": index + 1},
                "cell": {"userEnteredFormat": {"numberFormat": number, "wrapStrategy": "CLIP"}},
                "fields": "userEnteredFormat.numberFormat,userEnteredFormat.wrapStrategy",
            }
        },
        _heading(sheet_id, index, column),
    ]


def _heading(sheet_id: int, index: int, column: NewColumn) -> dict[str, Any]:
    """Write the header, or, where row 0 is a lead's, a note with its text."""
    header = {"userEnteredValue": {"stringValue": column.header}, "userEnteredFormat": {"textFormat": {"bold": True}}}
    is_headed = column.header_row != NO_HEADER
    return {
        "updateCells": {
            "start": {"sheetId": sheet_id, "rowIndex": max(column.header_row, 0), "columnIndex": index},
            "rows": [{"values": [header if is_headed else {"note": column.header}]}],
            "fields": "userEnteredValue,userEnteredFormat.textFormat.bold" if is_headed else "note",
        }
    }


def _reading(ranges: Sequence[Mapping[str, Any]], spans: Sequence[Span]) -> Reading:
    rows: dict[int, Sequence[Sequence[Cell]]] = {}
    own: dict[str, OwnCells] = {}
    fields: dict[str, tuple[int, ...]] = {}
    for matched in ranges:
        found = matched.get("valueRange", {})
        cells = found.get("values", [])
        for data_filter in matched.get("dataFilters", []):
            if "gridRange" in data_filter:
                rows[data_filter["gridRange"].get("startRowIndex", 0)] = cells
                continue
            lookup = data_filter["developerMetadataLookup"]
            key, index = lookup["metadataValue"], _first_column(found["range"])
            if lookup["metadataKey"] == FIELD_KEY:
                fields[key] = (*fields.get(key, ()), index)
            elif key in own:
                own[key] = replace(own[key], doubles=(*own[key].doubles, index))
            else:
                own[key] = OwnCells(index=index, cells=[row[0] if row else "" for row in cells])
    return Reading(
        spans=tuple(Rows(first=span.first, cells=rows.get(span.first, [])) for span in spans), own=own, fields=fields
    )


def _first_column(a1_range: str) -> int:
    letters = _COLUMN_LETTERS.match(a1_range.rpartition("!")[2])
    if letters is None:
        raise ValueError(f"no column in a range of the Sheets API ({len(a1_range)} characters)")
    index = 0
    for letter in letters[1]:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
