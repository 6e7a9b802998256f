"""``spreadsheets.batchUpdate``: every request or none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from playground import a1, edits, filters
from playground.google_errors import bad_request, invalid
from playground.masks import BadMaskError, parse_mask
from playground.sheets_call import Call, area_of_range
from playground.sheets_cells import read_fields, repeat_cell, set_rule, write_at, write_cells
from playground.sheets_marks import VISIBILITIES, find_marks, mark_resource, read_place
from playground.sheets_resource import sheet_properties, spreadsheet
from playground.workbook import Book, Box, Mark, Refused, Tab, is_empty

MAX_METADATA_CHARACTERS = 30_000
Body = Mapping[str, Any]
Reply = dict[str, Any]
Handler = Callable[[Book, Body, str], Reply | None]


def batch_update(call: Call) -> Reply:
    """spreadsheets.batchUpdate"""
    workbook = call.workbook
    requests = call.body.get("requests", [])
    if not requests:
        raise invalid("Must specify at least one request.")
    with workbook.change() as book:
        replies = [_apply(book, request, i, call.client_id) for i, request in enumerate(requests)]
        edits.check_size(book)
    answer: Reply = {"spreadsheetId": workbook.id, "replies": replies}
    if call.body.get("includeSpreadsheetInResponse"):
        ranges = [a1.resolve(book, text) for text in call.body.get("responseRanges", [])]
        with_data = bool(call.body.get("responseIncludeGridData"))
        answer["updatedSpreadsheet"] = spreadsheet(workbook, book, call.client_id, ranges or None, wants_data=with_data)
    return answer


def _apply(book: Book, request: Body, index: int, client_id: str) -> Reply:
    if len(request) != 1:
        kinds = list(request)
        text = f"oneof field 'kind' is already set. Cannot set '{kinds[-1]}'" if kinds else "No request set."
        raise bad_request([(f"requests[{index}]", f"Invalid value at 'requests[{index}]' (oneof), {text}")])
    kind, body = next(iter(request.items()))
    handler = HANDLERS.get(kind)
    if handler is None:
        raise invalid(f"Invalid requests[{index}].{kind}: the playground does not play this kind of request.")
    try:
        return handler(book, body, client_id) or {}
    except Refused as fault:
        raise invalid(f"Invalid requests[{index}].{kind}: {fault}") from fault


def _lines(book: Book, found: Body) -> tuple[Tab, str, int, int]:
    """Return tab, dimension, start and end of a DimensionRange, an open end being the grid's."""
    tab, dimension = book.get_tab(found.get("sheetId", 0)), found.get("dimension", "")
    if dimension not in (edits.ROWS, edits.COLUMNS):
        raise Refused("No dimension specified.")
    size = tab.row_count if dimension == edits.ROWS else tab.column_count
    return tab, dimension, found.get("startIndex", 0), found.get("endIndex", size)


def _insert_dimension(book: Book, body: Body, _: str) -> None:
    found = body.get("range", {})
    tab, dimension, start, end = _lines(book, found)
    if "endIndex" not in found:
        raise Refused("Both the start and the end index must be bounded.")
    size = tab.row_count if dimension == edits.ROWS else tab.column_count
    if start >= size:
        raise Refused(f"range.startIndex[{start}] must be less than the grid size ({size}); append a dimension instead")
    if body.get("inheritFromBefore") and start == 0:
        raise Refused("inheritFromBefore cannot be true when inserting at index 0")
    edits.insert_lines(book, tab, dimension, start, end - start)


def _delete_dimension(book: Book, body: Body, _: str) -> None:
    tab, dimension, start, end = _lines(book, body.get("range", {}))
    edits.delete_lines(book, tab, dimension, start, end - start)


def _move_dimension(book: Book, body: Body, _: str) -> None:
    tab, dimension, start, end = _lines(book, body.get("source", {}))
    edits.move_lines(book, tab, dimension, start, end, body.get("destinationIndex", 0))


def _append_dimension(book: Book, body: Body, _: str) -> None:
    tab, dimension, _start, _end = _lines(book, body)
    edits.append_lines(book, tab, dimension, body.get("length", 0))


def _update_dimension_properties(book: Book, body: Body, _: str) -> None:
    tab, dimension, start, end = _lines(book, body.get("range", {}))
    properties, fields = body.get("properties", {}), _plain_fields(body, {"pixelSize", "hiddenByUser"})
    by_row = dimension == edits.ROWS
    sizes = tab.row_sizes if by_row else tab.column_sizes
    hidden = tab.hidden_rows if by_row else tab.hidden_columns
    lines = range(start, end)
    if "pixelSize" in fields:
        sizes.update(dict.fromkeys(lines, properties.get("pixelSize", 0)))
    if "hiddenByUser" in fields:
        (hidden.update if properties.get("hiddenByUser") else hidden.difference_update)(lines)
    book.touch_structure(tab)


def _plain_fields(body: Body, known: set[str]) -> set[str]:
    text = body.get("fields", "")
    if not text:
        raise Refused("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    chosen = known if text == "*" else {part.strip() for part in text.split(",")}
    if not chosen <= known:
        raise Refused(f"fields: the playground does not play {', '.join(sorted(chosen - known))}")
    return chosen


def _add_sheet(book: Book, body: Body, _: str) -> Reply:
    properties = body.get("properties", {})
    if properties.get("sheetType", "GRID") != "GRID":
        raise Refused("the playground has grid sheets only")
    tab = edits.add_tab(book, properties.get("title"), sheet_id=properties.get("sheetId"), at=properties.get("index"))
    _set_grid(book, tab, properties.get("gridProperties", {}))
    tab.hidden = bool(properties.get("hidden"))
    return {"addSheet": {"properties": sheet_properties(tab, book.tabs.index(tab))}}


def _set_grid(book: Book, tab: Tab, grid: Body) -> None:
    rows, columns = grid.get("rowCount", tab.row_count), grid.get("columnCount", tab.column_count)
    if rows < 1 or columns < 1:
        raise Refused("A grid has at least one row and one column")
    for dimension, old, new in ((edits.ROWS, tab.row_count, rows), (edits.COLUMNS, tab.column_count, columns)):
        if new > old:
            edits.append_lines(book, tab, dimension, new - old)
        elif new < old:
            edits.delete_lines(book, tab, dimension, new, old - new)
    tab.frozen_rows = grid.get("frozenRowCount", tab.frozen_rows)
    tab.frozen_columns = grid.get("frozenColumnCount", tab.frozen_columns)
    if tab.frozen_rows >= tab.row_count or tab.frozen_columns >= tab.column_count:
        raise Refused("You can't freeze all visible rows or columns on the sheet.")


def _delete_sheet(book: Book, body: Body, _: str) -> None:
    edits.delete_tab(book, book.get_tab(body.get("sheetId", 0)))


def _duplicate_sheet(book: Book, body: Body, _: str) -> Reply:
    source = book.get_tab(body.get("sourceSheetId", 0))
    copy = edits.duplicate_tab(
        book, source, body.get("newSheetName"), sheet_id=body.get("newSheetId"), at=body.get("insertSheetIndex", 0)
    )
    return {"duplicateSheet": {"properties": sheet_properties(copy, book.tabs.index(copy))}}


def _update_sheet_properties(book: Book, body: Body, _: str) -> None:
    properties = body.get("properties", {})
    tab = book.get_tab(properties.get("sheetId", 0))
    mask = _mask(body)
    grid_mask = mask.get("gridProperties", {} if "*" in mask else None)
    if "title" in mask or "*" in mask:
        edits.rename_tab(book, tab, properties.get("title", ""))
    if "hidden" in mask or "*" in mask:
        _hide(book, tab, bool(properties.get("hidden")))
    if "index" in mask:
        edits.move_tab(book, tab, properties.get("index", 0))
    if grid_mask is not None:
        grid = properties.get("gridProperties", {})
        defaults = {"frozenRowCount": 0, "frozenColumnCount": 0}
        _set_grid(book, tab, {name: grid.get(name, defaults.get(name)) for name in grid_mask or grid})
    book.touch_structure(tab)


def _hide(book: Book, tab: Tab, hidden: bool) -> None:
    if hidden and not any(not other.hidden for other in book.tabs if other is not tab):
        raise Refused("You can't hide all the sheets in a document.")
    tab.hidden = hidden


def _mask(body: Body) -> Body:
    fields = body.get("fields", "")
    if not fields:
        raise Refused("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    try:
        return parse_mask(fields)
    except BadMaskError as fault:
        raise Refused(f"Field mask '{fields[:80]}' cannot be read") from fault


def _update_spreadsheet_properties(book: Book, body: Body, _: str) -> None:
    properties = body.get("properties", {})
    fields = _plain_fields(body, {"title", "locale", "timeZone"})
    book.title = properties.get("title", "") if "title" in fields else book.title
    book.locale = properties.get("locale", "en_US") if "locale" in fields else book.locale
    book.time_zone = properties.get("timeZone", "UTC") if "timeZone" in fields else book.time_zone


def _update_cells(book: Book, body: Body, _: str) -> None:
    fields, rows = read_fields(body.get("fields")), body.get("rows", [])
    if "range" in body and "start" in body:
        raise Refused("oneof field 'area' is already set: give range or start")
    if "range" in body:
        write_cells(book, area_of_range(book, body["range"]), rows, fields)
    else:
        start = body.get("start", {})
        tab = book.get_tab(start.get("sheetId", 0))
        write_at(book, tab, start.get("rowIndex", 0), start.get("columnIndex", 0), rows, fields)


def _repeat_cell(book: Book, body: Body, _: str) -> None:
    repeat_cell(book, area_of_range(book, body.get("range", {})), body.get("cell", {}), read_fields(body.get("fields")))


def _append_cells(book: Book, body: Body, _: str) -> None:
    tab, rows = book.get_tab(body.get("sheetId", 0)), body.get("rows", [])
    filled = [i for i, row in enumerate(tab.rows) if any(not is_empty(cell) for cell in row)]
    first = filled[-1] + 1 if filled else 0
    edits.grow_to(book, tab, first + len(rows), 0)
    write_at(book, tab, first, 0, rows, read_fields(body.get("fields")))


def _set_data_validation(book: Book, body: Body, _: str) -> None:
    area = area_of_range(book, body.get("range", {}))
    set_rule(book, area.tab, area.box, body.get("rule"))


def _sort_range(book: Book, body: Body, _: str) -> None:
    area = area_of_range(book, body.get("range", {}))
    keys = [
        (spec.get("dimensionIndex", 0), spec.get("sortOrder") == "DESCENDING") for spec in body.get("sortSpecs", [])
    ]
    edits.sort_rows(book, area.tab, area.box, keys)


def _set_basic_filter(book: Book, body: Body, _: str) -> None:
    found = body.get("filter", {})
    area = area_of_range(book, found.get("range", {}))
    hidden = {int(column): criteria.get("hiddenValues", []) for column, criteria in found.get("criteria", {}).items()}
    for spec in found.get("filterSpecs", []):
        hidden[spec.get("columnIndex", 0)] = spec.get("filterCriteria", {}).get("hiddenValues", [])
    filters.set_filter(book, area.tab, area.box, hidden)


def _clear_basic_filter(book: Book, body: Body, _: str) -> None:
    filters.clear_filter(book, book.get_tab(body.get("sheetId", 0)))


def _merge_cells(book: Book, body: Body, _: str) -> None:
    area = area_of_range(book, body.get("range", {}))
    box, tab = area.box, area.tab
    if any(_overlap(box, old) for old in tab.merges):
        raise Refused("You can't merge cells that overlap an existing merge.")
    for row in range(box.top, min(box.bottom, len(tab.rows))):
        first = [tab.cell(row, box.left)] if row == box.top else [None]
        tab.put(row, box.left, first + [None] * (box.right - box.left - 1))
    tab.merges.append(box)
    book.touch_structure(tab)


def _unmerge_cells(book: Book, body: Body, _: str) -> None:
    area = area_of_range(book, body.get("range", {}))
    area.tab.merges = [old for old in area.tab.merges if not _overlap(area.box, old)]
    book.touch_structure(area.tab)


def _overlap(one: Box, other: Box) -> bool:
    rows = one.top < other.bottom and other.top < one.bottom
    return rows and one.left < other.right and other.left < one.right


def _create_developer_metadata(book: Book, body: Body, client_id: str) -> Reply:
    given = body.get("developerMetadata", {})
    place = read_place(given.get("location", {}))
    edits.check_place(book, place)
    if not given.get("metadataKey"):
        raise Refused("Developer metadata key must be specified.")
    if given.get("visibility") not in VISIBILITIES:
        raise Refused("Developer metadata visibility must be specified.")
    mark = Mark(
        id=given.get("metadataId", 0),
        key=given["metadataKey"],
        value=given.get("metadataValue"),
        visibility=given["visibility"],
        place=place,
        client_id=client_id,
    )
    kept = edits.add_mark(book, mark)
    _check_metadata_size(book)
    return {"createDeveloperMetadata": {"developerMetadata": mark_resource(kept)}}


def _check_metadata_size(book: Book) -> None:
    if sum(len(mark.key) + len(mark.value or "") for mark in book.marks.values()) > MAX_METADATA_CHARACTERS:
        raise Refused(f"Developer metadata exceeds the limit of {MAX_METADATA_CHARACTERS} characters.")


def _marks_of(book: Book, chosen: Sequence[Body], client_id: str) -> list[Mark]:
    found: dict[int, Mark] = {}
    for data_filter in chosen:
        if "developerMetadataLookup" not in data_filter:
            raise Refused("the playground finds developer metadata by developerMetadataLookup only")
        found |= {mark.id: mark for mark in find_marks(book, data_filter["developerMetadataLookup"], client_id)}
    return list(found.values())


def _update_developer_metadata(book: Book, body: Body, client_id: str) -> Reply:
    given = body.get("developerMetadata", {})
    fields = _plain_fields(body, {"metadataKey", "metadataValue", "visibility", "location"})
    changed = []
    for mark in _marks_of(book, body.get("dataFilters", []), client_id):
        new = replace(
            mark,
            key=given.get("metadataKey", "") if "metadataKey" in fields else mark.key,
            value=given.get("metadataValue") if "metadataValue" in fields else mark.value,
            visibility=given.get("visibility", "") if "visibility" in fields else mark.visibility,
            place=read_place(given.get("location", {})) if "location" in fields else mark.place,
        )
        edits.check_place(book, new.place)
        book.marks[mark.id] = new
        edits.touch_mark(book, new)
        changed.append(mark_resource(new))
    _check_metadata_size(book)
    return {"updateDeveloperMetadata": {"developerMetadata": changed}}


def _delete_developer_metadata(book: Book, body: Body, client_id: str) -> Reply:
    gone = _marks_of(book, [body.get("dataFilter", {})], client_id)
    for mark in gone:
        edits.drop_mark(book, mark)
    return {"deleteDeveloperMetadata": {"deletedDeveloperMetadata": [mark_resource(mark) for mark in gone]}}


def _auto_resize(book: Book, body: Body, _: str) -> None:
    _lines(book, body.get("dimensions", {}))


HANDLERS: dict[str, Handler] = {
    "addSheet": _add_sheet,
    "appendCells": _append_cells,
    "appendDimension": _append_dimension,
    "autoResizeDimensions": _auto_resize,
    "clearBasicFilter": _clear_basic_filter,
    "createDeveloperMetadata": _create_developer_metadata,
    "deleteDeveloperMetadata": _delete_developer_metadata,
    "deleteDimension": _delete_dimension,
    "deleteSheet": _delete_sheet,
    "duplicateSheet": _duplicate_sheet,
    "insertDimension": _insert_dimension,
    "mergeCells": _merge_cells,
    "moveDimension": _move_dimension,
    "repeatCell": _repeat_cell,
    "setBasicFilter": _set_basic_filter,
    "setDataValidation": _set_data_validation,
    "sortRange": _sort_range,
    "unmergeCells": _unmerge_cells,
    "updateCells": _update_cells,
    "updateDeveloperMetadata": _update_developer_metadata,
    "updateDimensionProperties": _update_dimension_properties,
    "updateSheetProperties": _update_sheet_properties,
    "updateSpreadsheetProperties": _update_spreadsheet_properties,
}
