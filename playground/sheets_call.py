"""One call of the Sheets API, checked and allowed: what every handler gets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from playground import a1
from playground.a1 import Area, Bounds
from playground.files import Files
from playground.google_errors import ApiError, invalid, not_found
from playground.masks import Mask
from playground.workbook import Book, Refused, Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """``parameters`` are path and query together, ``body`` is canonical; ``mask`` is the fields parameter."""

    files: Files
    user: str
    client_id: str
    parameters: Mapping[str, Any]
    body: Mapping[str, Any]
    mask: Mask | None = None

    @property
    def workbook(self) -> Workbook:
        found = self.files.find(self.parameters["spreadsheetId"])
        if found is None:
            raise not_found()
        return found

    def option(self, name: str, default: str) -> str:
        """Return an enum option of the query or the body; the unspecified value counts as absent."""
        value = str(self.parameters.get(name) or self.body.get(name) or default)
        return default if value.endswith("UNSPECIFIED") else value


def major_dimension(value: Any) -> str:
    return "COLUMNS" if value == "COLUMNS" else "ROWS"


def area_of_range(book: Book, found: Mapping[str, Any]) -> Area:
    """Return the area of a GridRange; a missing sheetId is 0, as in any proto."""
    bounds = Bounds(
        found.get("startRowIndex"), found.get("endRowIndex"), found.get("startColumnIndex"), found.get("endColumnIndex")
    )
    tab = book.get_tab(found.get("sheetId", 0))
    for start, end, name in ((bounds.top, bounds.bottom, "Row"), (bounds.left, bounds.right, "Column")):
        if (start or 0) < 0 or (end is not None and end < 0):
            raise Refused(f"start{name}Index and end{name}Index must not be negative")
        if end is not None and end <= (start or 0):
            raise Refused(f"end{name}Index must be after start{name}Index")
    return a1.clip(tab, bounds)


def refused(fault: Refused, where: str = "") -> ApiError:
    """Return the 400 of a change that cannot be made."""
    return invalid(f"Invalid {where}: {fault}" if where else str(fault))
