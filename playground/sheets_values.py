"""The ``spreadsheets.values`` methods."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from playground import a1, edits, rendering
from playground.a1 import Area, column_name
from playground.entry import read_entry
from playground.google_errors import bad_request
from playground.sheets_call import Call, major_dimension
from playground.sheets_marks import areas_of_filter
from playground.workbook import Book, Box, Cell, Refused, Rich, is_empty, with_value


@dataclass(frozen=True, slots=True)
class Written:
    """What one range's write did."""

    area: Area
    cells: int


def get(call: Call) -> dict[str, Any]:
    """values.get"""
    book = call.workbook.book
    return _value_range(call, book, a1.resolve(book, call.parameters["range"]))


def batch_get(call: Call) -> dict[str, Any]:
    """values.batchGet"""
    workbook = call.workbook
    book = workbook.book
    areas = [a1.resolve(book, text) for text in call.parameters.get("ranges", [])]
    return {"spreadsheetId": workbook.id, "valueRanges": [_value_range(call, book, area) for area in areas]}


def batch_get_by_data_filter(call: Call) -> dict[str, Any]:
    """values.batchGetByDataFilter: each area once, with all the filters that chose it."""
    workbook = call.workbook
    book = workbook.book
    matched: dict[str, tuple[Area, list[Any]]] = {}
    for data_filter in call.body.get("dataFilters", []):
        for area in areas_of_filter(book, data_filter, call.client_id):
            matched.setdefault(area.a1, (area, []))[1].append(data_filter)
    found = [{"valueRange": _value_range(call, book, area), "dataFilters": chosen} for area, chosen in matched.values()]
    return {"spreadsheetId": workbook.id, **({"valueRanges": found} if found else {})}


def _value_range(call: Call, book: Book, area: Area, prefix: str = "") -> dict[str, Any]:
    def option(name: str, default: str) -> str:
        return call.option(f"response{name[0].upper()}{name[1:]}" if prefix else name, default)

    render = option("valueRenderOption", "FORMATTED_VALUE")
    dates = option("dateTimeRenderOption", "SERIAL_NUMBER")
    major = "ROWS" if prefix else major_dimension(call.option("majorDimension", "ROWS"))
    rows = rendering.read_area(book, area, render, dates)
    values = rendering.transpose(rows) if major == "COLUMNS" else rows
    return {"range": area.a1, "majorDimension": major, **({"values": values} if values else {})}


def update(call: Call) -> dict[str, Any]:
    """values.update"""
    workbook, asked = call.workbook, call.parameters["range"]
    in_body = call.body.get("range", asked)
    with workbook.change() as book:
        if in_body != asked and a1.resolve(book, in_body).a1 != a1.resolve(book, asked).a1:
            raise Refused(f"Requested writing within range [{in_body}], but the range of the request is [{asked}]")
        written = _write(book, _anchored(a1.resolve(book, asked)), call.body, _input_option(call))
        return _update_answer(call, book, written) | {"spreadsheetId": workbook.id}


def _anchored(area: Area) -> Area:
    # One cell in A1 notation is where writing starts, not where it must end; a larger range is a limit.
    box = area.box
    if (box.bottom - box.top, box.right - box.left) != (1, 1):
        return area
    return Area(area.tab, replace(box, bottom=area.tab.row_count, right=area.tab.column_count))


def batch_update(call: Call) -> dict[str, Any]:
    """values.batchUpdate"""
    workbook, option = call.workbook, _input_option(call)
    with workbook.change() as book:
        done = []
        for i, part in enumerate(call.body.get("data", [])):
            with _blaming(f"data[{i}]"):
                done.append(_write(book, _anchored(a1.resolve(book, part.get("range", ""))), part, option))
        answers = [_update_answer(call, book, written) | {"spreadsheetId": workbook.id} for written in done]
    return {"spreadsheetId": workbook.id, **_totals(done), "responses": answers}


def batch_update_by_data_filter(call: Call) -> dict[str, Any]:
    """values.batchUpdateByDataFilter: the filters are resolved at this very instant."""
    workbook, option = call.workbook, _input_option(call)
    done: list[Written] = []
    answers: list[dict[str, Any]] = []
    with workbook.change() as book:
        for i, part in enumerate(call.body.get("data", [])):
            with _blaming(f"data[{i}]"):
                chosen = part.get("dataFilter", {})
                written = [_write(book, area, part, option) for area in areas_of_filter(book, chosen, call.client_id)]
            done += written
            answers += [_update_answer(call, book, one) | {"dataFilter": chosen} for one in written]
    return {"spreadsheetId": workbook.id, **_totals(done), **({"responses": answers} if answers else {})}


def append(call: Call) -> dict[str, Any]:
    """values.append: below the last row with data of the table found in the range."""
    workbook = call.workbook
    with workbook.change() as book:
        searched = a1.resolve(book, call.parameters["range"])
        table = _table(searched)
        first = table.box.bottom if table else searched.box.top
        rows = _as_rows(call.body)
        if call.option("insertDataOption", "OVERWRITE") == "INSERT_ROWS" and rows and first < searched.tab.row_count:
            edits.insert_lines(book, searched.tab, edits.ROWS, first, len(rows))
        edits.grow_to(book, searched.tab, first + len(rows), 0)
        left, tab = searched.box.left, searched.tab
        target = Area(tab, Box(first, tab.row_count, left, tab.column_count))
        written = _write(book, target, call.body, _input_option(call))
        updates = _update_answer(call, book, written) | {"spreadsheetId": workbook.id}
    found = {"tableRange": table.a1} if table else {}
    return {"spreadsheetId": workbook.id, **found, "updates": updates}


def _table(searched: Area) -> Area | None:
    box = searched.box
    filled = [
        row
        for row, cells in enumerate(searched.tab.rows[box.top :], box.top)
        if any(not is_empty(cell) for cell in cells[box.left :])
    ]
    if not filled:
        return None
    right = max(len(searched.tab.rows[row]) for row in filled)
    return Area(searched.tab, Box(filled[0], filled[-1] + 1, box.left, right))


def clear(call: Call) -> dict[str, Any]:
    """values.clear"""
    workbook = call.workbook
    with workbook.change() as book:
        area = _clear(book, a1.resolve(book, call.parameters["range"]))
    return {"spreadsheetId": workbook.id, "clearedRange": area.a1}


def batch_clear(call: Call) -> dict[str, Any]:
    """values.batchClear"""
    workbook = call.workbook
    with workbook.change() as book:
        areas = [_clear(book, a1.resolve(book, text)) for text in call.body.get("ranges", [])]
    return {"spreadsheetId": workbook.id, "clearedRanges": [area.a1 for area in areas]}


def batch_clear_by_data_filter(call: Call) -> dict[str, Any]:
    """values.batchClearByDataFilter"""
    workbook = call.workbook
    with workbook.change() as book:
        chosen = [a for f in call.body.get("dataFilters", []) for a in areas_of_filter(book, f, call.client_id)]
        areas = [_clear(book, area) for area in chosen]
    return {"spreadsheetId": workbook.id, "clearedRanges": [area.a1 for area in areas]}


def _clear(book: Book, area: Area) -> Area:
    box, tab = area.box, area.tab
    for row in range(box.top, min(box.bottom, len(tab.rows))):
        tab.put(row, box.left, [with_value(cell, None) for cell in tab.rows[row][box.left : box.right]])
    book.touch(tab, box.top, box.bottom)
    return area


def _input_option(call: Call) -> str:
    option = call.option("valueInputOption", "")
    if not option:
        text = "'valueInputOption' is required but not specified"
        raise bad_request([("valueInputOption", text)])
    return option


def _as_rows(body: Mapping[str, Any]) -> list[list[Any]]:
    values: list[list[Any]] = body.get("values", [])
    if major_dimension(body.get("majorDimension")) == "ROWS":
        return values
    height = max((len(column) for column in values), default=0)
    return [[column[i] if i < len(column) else None for column in values] for i in range(height)]


def _write(book: Book, area: Area, body: Mapping[str, Any], option: str) -> Written:
    """Write values from the area's corner on: None skips a cell, ``""`` empties it, RAW reads nothing into text."""
    rows = _as_rows(body)
    width = max((len(row) for row in rows), default=0)
    _check_fits(area, len(rows), width)
    tab, top, left = area.tab, area.box.top, area.box.left
    count = 0
    for row, values in enumerate(rows, top):
        if any(value is not None for value in values):
            cells = _entered(book, tab.cell, row, left, values, option)
            tab.put(row, left, cells)
            count += sum(value is not None for value in values)
    if rows:
        book.touch(tab, top, top + len(rows))
    extent = replace(area.box, bottom=top + max(len(rows), 1), right=left + max(width, 1))
    return Written(Area(tab, extent), count)


def _entered(book: Book, cell_at: Any, row: int, left: int, values: Sequence[Any], option: str) -> list[Cell]:
    cells: list[Cell] = []
    for column, value in enumerate(values, left):
        old = cell_at(row, column)
        edits.check_cell(value)
        if value is None:
            cells.append(old)
            continue
        entered = read_entry(value, book.locale) if option == "USER_ENTERED" and isinstance(value, str) else value
        cells.append(entered if isinstance(entered, Rich) else with_value(old, None if entered == "" else entered))
    return cells


def _check_fits(area: Area, height: int, width: int) -> None:
    box, tab = area.box, area.tab
    name = f"'{tab.title}'!{a1.box_name(box)}"
    if height > box.bottom - box.top:
        if box.bottom == tab.row_count:
            raise a1.outside(tab, f"{a1.quote_title(tab.title)}!A{box.top + height}")
        raise Refused(f"Requested writing within range [{name}], but tried writing to row [{box.bottom + 1}]")
    if width > box.right - box.left:
        if box.right == tab.column_count:
            raise a1.outside(tab, f"{a1.quote_title(tab.title)}!{column_name(box.left + width - 1)}1")
        raise Refused(
            f"Requested writing within range [{name}], but tried writing to column [{column_name(box.right)}]"
        )


def _update_answer(call: Call, book: Book, written: Written) -> dict[str, Any]:
    box = written.area.box
    answer: dict[str, Any] = {"updatedRange": written.area.a1}
    if written.cells:
        counts = {"updatedRows": box.bottom - box.top, "updatedColumns": box.right - box.left}
        answer |= counts | {"updatedCells": written.cells}
    if call.parameters.get("includeValuesInResponse") or call.body.get("includeValuesInResponse"):
        answer["updatedData"] = _value_range(call, book, written.area, "response")
    return answer


def _totals(done: Iterable[Written]) -> dict[str, int]:
    written = [one for one in done if one.cells]
    if not written:
        return {}
    lines = {(one.area.tab.sheet_id, row) for one in written for row in range(one.area.box.top, one.area.box.bottom)}
    columns = {(one.area.tab.sheet_id, c) for one in written for c in range(one.area.box.left, one.area.box.right)}
    return {
        "totalUpdatedRows": len(lines),
        "totalUpdatedColumns": len(columns),
        "totalUpdatedCells": sum(one.cells for one in written),
        "totalUpdatedSheets": len({one.area.tab.sheet_id for one in written}),
    }


class _blaming:  # noqa: N801  reads as a statement
    """Name the part of the request that was refused, as Google does."""

    def __init__(self, where: str) -> None:
        self._where = where

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: Any, fault: Any, trace: Any) -> None:
        if isinstance(fault, Refused):
            raise Refused(f"Invalid {self._where}: {fault}") from fault
