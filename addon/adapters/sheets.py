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
from addon.leads.model import Cell, ColumnCells, NewColumn, OwnCells, Reading, Rows, Span, Tab, Workbook
from addon.ports import Spreadsheet

METADATA_KEY = "sales-assistant.column"
"""Key of the developer metadata that makes a column ours; PROJECT visibility, so only our project can set it."""

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
        with self._lock:
            if self._resource is None:
                self._build()
        return GoogleSpreadsheet(self._resource, self._pool.authorized(access_token), spreadsheet_id)

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

    def read(self, sheet_id: int, spans: Sequence[Span], own: Sequence[str]) -> Reading:
        """See ``Spreadsheet.read``."""
        body = {
            "dataFilters": [_span_filter(sheet_id, span) for span in spans]
            + [_own_filter(sheet_id, key) for key in own],
            "majorDimension": "ROWS",
            "valueRenderOption": "UNFORMATTED_VALUE",
            "dateTimeRenderOption": "FORMATTED_STRING",
        }
        request = self._resource.values().batchGetByDataFilter(spreadsheetId=self._id, body=body)
        return _reading(call(request, self._http).get("valueRanges", []), spans)

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

    def write(self, sheet_id: int, columns: Sequence[ColumnCells]) -> None:
        """See ``Spreadsheet.write``; nothing to write makes no call."""
        data = [
            {
                "dataFilter": _own_filter(sheet_id, column.key),
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


def _own_filter(sheet_id: int, key: str) -> dict[str, Any]:
    return {
        "developerMetadataLookup": {
            "metadataKey": METADATA_KEY,
            "metadataValue": key,
            "locationType": "COLUMN",
            "metadataLocation": {"sheetId": sheet_id},
            "locationMatchingStrategy": "INTERSECTING_LOCATION",
        }
    }


def _new_column(sheet_id: int, index: int, column: NewColumn) -> list[dict[str, Any]]:
    whole = {"sheetId": sheet_id, "dimension": "COLUMNS", "startIndex": index, "endIndex": index + 1}
    number = {"type": "NUMBER", "pattern": "0"} if column.number else {"type": "TEXT"}
    mark = {
        "metadataKey": METADATA_KEY,
        "metadataValue": column.key,
        "location": {"dimensionRange": whole},
        "visibility": "PROJECT",
    }
    header = {"userEnteredValue": {"stringValue": column.header}, "userEnteredFormat": {"textFormat": {"bold": True}}}
    return [
        {"createDeveloperMetadata": {"developerMetadata": mark}},
        {
            "repeatCell": {
                "range": {"sheetId": sheet_id, "startColumnIndex": index, "endColumnIndex": index + 1},
                "cell": {"userEnteredFormat": {"numberFormat": number, "wrapStrategy": "CLIP"}},
                "fields": "userEnteredFormat.numberFormat,userEnteredFormat.wrapStrategy",
            }
        },
        {
            "updateCells": {
                "start": {"sheetId": sheet_id, "rowIndex": column.header_row, "columnIndex": index},
                "rows": [{"values": [header]}],
                "fields": "userEnteredValue,userEnteredFormat.textFormat.bold",
            }
        },
    ]


def _reading(ranges: Sequence[Mapping[str, Any]], spans: Sequence[Span]) -> Reading:
    rows: dict[int, Sequence[Sequence[Cell]]] = {}
    own: dict[str, OwnCells] = {}
    for matched in ranges:
        found = matched.get("valueRange", {})
        cells = found.get("values", [])
        for data_filter in matched.get("dataFilters", []):
            if "gridRange" in data_filter:
                rows[data_filter["gridRange"].get("startRowIndex", 0)] = cells
            elif lookup := data_filter.get("developerMetadataLookup"):
                key, index = lookup["metadataValue"], _first_column(found["range"])
                if key in own:
                    own[key] = replace(own[key], doubles=(*own[key].doubles, index))
                else:
                    own[key] = OwnCells(index=index, cells=[row[0] if row else "" for row in cells])
    return Reading(spans=tuple(Rows(first=span.first, cells=rows.get(span.first, [])) for span in spans), own=own)


def _first_column(a1_range: str) -> int:
    letters = _COLUMN_LETTERS.match(a1_range.rpartition("!")[2])
    if letters is None:
        raise ValueError(f"no column in a range of the Sheets API ({len(a1_range)} characters)")
    index = 0
    for letter in letters[1]:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1
