"""Developer metadata over the wire: lookups, data filters, and the two methods that read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playground import a1
from playground.a1 import Area, Bounds
from playground.google_errors import invalid, not_found
from playground.sheets_call import Call, area_of_range
from playground.workbook import Book, Mark, Place, Refused

_DIMENSIONS = {"ROW": "ROWS", "COLUMN": "COLUMNS"}
_KINDS = {"ROWS": "ROW", "COLUMNS": "COLUMN"}
VISIBILITIES = ("DOCUMENT", "PROJECT")


def mark_resource(mark: Mark) -> dict[str, Any]:
    """Return a DeveloperMetadata."""
    resource = {
        "metadataId": mark.id,
        "metadataKey": mark.key,
        "metadataValue": mark.value,
        "location": _location(mark.place),
        "visibility": mark.visibility,
    }
    return {name: value for name, value in resource.items() if value is not None}


def _location(place: Place) -> dict[str, Any]:
    if place.kind == "SPREADSHEET":
        return {"locationType": place.kind, "spreadsheet": True}
    if place.kind == "SHEET" or place.index is None:
        return {"locationType": place.kind, "sheetId": place.sheet_id}
    lines = {
        "sheetId": place.sheet_id,
        "dimension": _DIMENSIONS[place.kind],
        "startIndex": place.index,
        "endIndex": place.index + 1,
    }
    return {"locationType": place.kind, "dimensionRange": lines}


def read_place(location: Mapping[str, Any]) -> Place:
    """Return the one place a new entry stands on."""
    if location.get("spreadsheet"):
        return Place("SPREADSHEET")
    if "sheetId" in location:
        return Place("SHEET", location["sheetId"])
    lines = location.get("dimensionRange")
    if lines is None:
        raise Refused("A developer metadata location must be specified.")
    kind = _KINDS.get(lines.get("dimension", ""))
    start, end = lines.get("startIndex"), lines.get("endIndex")
    if kind is None or start is None or end != start + 1:
        raise Refused("The dimension range of developer metadata must represent a single row or column.")
    return Place(kind, lines.get("sheetId", 0), start)


def find_marks(book: Book, lookup: Mapping[str, Any], client_id: str) -> list[Mark]:
    """Return the entries this client may see that match a DeveloperMetadataLookup."""
    if lookup.get("locationMatchingStrategy") and "metadataLocation" not in lookup:
        raise Refused("A metadataLocation must be specified with a locationMatchingStrategy.")
    return [mark for mark in book.marks.values() if _is_seen(mark, client_id) and _matches(mark, lookup)]


def _is_seen(mark: Mark, client_id: str) -> bool:
    return mark.visibility == "DOCUMENT" or _project(mark.client_id) == _project(client_id)


def _project(client_id: str) -> str:
    """Return the number of the project an OAuth client belongs to: what its id begins with."""
    return client_id.partition("-")[0]


def _matches(mark: Mark, lookup: Mapping[str, Any]) -> bool:
    wanted = (
        (lookup.get("metadataId"), mark.id),
        (lookup.get("metadataKey"), mark.key),
        (lookup.get("metadataValue"), mark.value),
        (_specified(lookup.get("visibility")), mark.visibility),
        (_specified(lookup.get("locationType")), mark.place.kind),
    )
    if any(want is not None and want != have for want, have in wanted):
        return False
    location = lookup.get("metadataLocation")
    exact = lookup.get("locationMatchingStrategy") == "EXACT_LOCATION"
    return location is None or _stands_at(mark.place, location, exact)


def _specified(value: str | None) -> str | None:
    return None if value is None or value.endswith("UNSPECIFIED") else value


def _stands_at(place: Place, location: Mapping[str, Any], exact: bool) -> bool:
    if location.get("spreadsheet"):
        return not exact or place.kind == "SPREADSHEET"
    if "sheetId" in location:
        return place.sheet_id == location["sheetId"] and (not exact or place.kind == "SHEET")
    lines = location.get("dimensionRange", {})
    if place.sheet_id != lines.get("sheetId", 0):
        return False
    if place.kind != _KINDS.get(lines.get("dimension", "")):
        return not exact
    start, end, index = int(lines.get("startIndex", 0)), lines.get("endIndex"), place.index or 0
    if exact:
        return index == start and end == start + 1
    return start <= index and (end is None or index < int(end))


def areas_of_filter(book: Book, data_filter: Mapping[str, Any], client_id: str) -> list[Area]:
    """Return every area a DataFilter selects; a lookup may select none or many."""
    if "a1Range" in data_filter:
        return [a1.resolve(book, data_filter["a1Range"])]
    if "gridRange" in data_filter:
        return [area_of_range(book, data_filter["gridRange"])]
    if "developerMetadataLookup" not in data_filter:
        raise Refused("A data filter must specify one of a1Range, gridRange, developerMetadataLookup.")
    marks = find_marks(book, data_filter["developerMetadataLookup"], client_id)
    return [area for mark in marks for area in _areas_of_place(book, mark.place)]


def _areas_of_place(book: Book, place: Place) -> Iterator[Area]:
    for tab in book.tabs:
        if place.kind == "SPREADSHEET":
            yield Area(tab, tab.whole)
        elif tab.sheet_id == place.sheet_id:
            index = place.index or 0
            bounds = {"ROW": Bounds(top=index, bottom=index + 1), "COLUMN": Bounds(left=index, right=index + 1)}
            yield a1.clip(tab, bounds.get(place.kind, Bounds()))


def get(call: Call) -> dict[str, Any]:
    """developerMetadata.get"""
    mark = call.workbook.book.marks.get(call.parameters["metadataId"])
    if mark is None or not _is_seen(mark, call.client_id):
        raise not_found()
    return mark_resource(mark)


def search(call: Call) -> dict[str, Any]:
    """developerMetadata.search"""
    book = call.workbook.book
    found: dict[int, dict[str, Any]] = {}
    for data_filter in call.body.get("dataFilters", []):
        for mark in _marks_of_filter(book, data_filter, call.client_id):
            entry = found.setdefault(mark.id, {"developerMetadata": mark_resource(mark), "dataFilters": []})
            entry["dataFilters"].append(data_filter)
    if not call.body.get("dataFilters"):
        raise invalid("Must specify at least one data filter.")
    return {"matchedDeveloperMetadata": list(found.values())} if found else {}


def _marks_of_filter(book: Book, data_filter: Mapping[str, Any], client_id: str) -> list[Mark]:
    if "developerMetadataLookup" in data_filter:
        return find_marks(book, data_filter["developerMetadataLookup"], client_id)
    areas = areas_of_filter(book, data_filter, client_id)
    seen = [mark for mark in book.marks.values() if _is_seen(mark, client_id)]
    return [mark for mark in seen if any(_lies_on(mark.place, area) for area in areas)]


def _lies_on(place: Place, area: Area) -> bool:
    if place.sheet_id != area.tab.sheet_id:
        return False
    box, index = area.box, place.index or 0
    return {"ROW": box.top <= index < box.bottom, "COLUMN": box.left <= index < box.right}.get(place.kind, False)
