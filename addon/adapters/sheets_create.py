"""New spreadsheets through google-api-python-client: made with the user's own access, and theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from addon.adapters.google import call
from addon.adapters.sheets import GoogleSpreadsheets
from addon.leads.files_model import MadeSpreadsheet, NewTab
from addon.leads.model import Cell

SPARE_ROWS, SPARE_COLUMNS = 100, 15
"""Empty rows below and columns beside the cells: our own columns are 11."""


class GoogleNewSpreadsheets:
    """Makes spreadsheets over the connections of ``spreadsheets``."""

    def __init__(self, spreadsheets: GoogleSpreadsheets) -> None:
        self._spreadsheets = spreadsheets

    def create(self, title: str, tabs: Sequence[NewTab], access_token: str) -> MadeSpreadsheet:
        """See ``NewSpreadsheets.create``."""
        resource, http = self._spreadsheets.connect(access_token)
        names = _different([tab.title for tab in tabs])
        sheets = [
            {"properties": _properties(id, name, tab)} for id, (name, tab) in enumerate(zip(names, tabs, strict=True))
        ]
        body = {"properties": {"title": title}, "sheets": sheets}
        made = call(resource.create(body=body, fields="spreadsheetId,spreadsheetUrl"), http)
        return MadeSpreadsheet(id=made["spreadsheetId"], url=made.get("spreadsheetUrl", ""))

    def fill(
        self, spreadsheet_id: str, sheet_id: int, first: int, rows: Sequence[Sequence[Cell]], access_token: str
    ) -> None:
        """See ``NewSpreadsheets.fill``; the tab is found by its id, so renaming it meanwhile changes nothing."""
        resource, http = self._spreadsheets.connect(access_token)
        place = {"sheetId": sheet_id, "startRowIndex": first, "endRowIndex": first + len(rows), "startColumnIndex": 0}
        data = [{"dataFilter": {"gridRange": place}, "majorDimension": "ROWS", "values": [list(row) for row in rows]}]
        body = {"valueInputOption": "RAW", "data": data}
        call(resource.values().batchUpdateByDataFilter(spreadsheetId=spreadsheet_id, body=body), http)


def _properties(id: int, name: str, tab: NewTab) -> dict[str, Any]:
    grid = {"rowCount": len(tab.rows) + SPARE_ROWS, "columnCount": tab.width + SPARE_COLUMNS}
    if tab.frozen_rows:
        grid["frozenRowCount"] = tab.frozen_rows
    return {"sheetId": id, "title": name, "gridProperties": grid}


def _different(titles: Sequence[str]) -> list[str]:
    """Return the titles made different: Google refuses two tabs of one name, whatever their case."""
    taken: set[str] = set()
    made = []
    for title in titles:
        name, number = title, 1
        while name.casefold() in taken:
            number += 1
            name = f"{title[:90]} ({number})"
        taken.add(name.casefold())
        made.append(name)
    return made
