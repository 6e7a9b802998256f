"""Cells as the API writes them: CellData under a field mask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from playground.a1 import Area, outside, quote_title
from playground.edits import check_cell
from playground.masks import BadMaskError, Mask, parse_mask
from playground.workbook import Book, Box, Cell, Plain, Refused, Rich, Tab, settle

_PARTS = {"userEnteredValue", "userEnteredFormat", "note", "dataValidation"}
_NOT_PLAYED = {"textFormatRuns", "chipRuns", "hyperlink", "pivotTable", "dataSourceTable", "dataSourceFormula"}
_READ_ONLY = {"effectiveValue", "effectiveFormat", "formattedValue"}


def read_fields(fields: str | None) -> Mask:
    """Return which parts of a cell are written; ``*`` is all."""
    if not fields:
        raise Refused("At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)")
    try:
        mask = parse_mask(fields)
    except BadMaskError as fault:
        raise Refused(f"Field mask '{fields[:80]}' cannot be read") from fault
    if "*" in mask:
        return {name: {} for name in sorted(_PARTS)}
    for name in mask:
        if name not in _PARTS | _READ_ONLY:
            reason = "is not played by the playground" if name in _NOT_PLAYED else "is no field of a cell"
            raise Refused(f"fields: {name} {reason}")
    return mask


def write_cells(book: Book, area: Area, rows: Sequence[Mapping[str, Any]], fields: Mask) -> None:
    """Write RowData from the area's corner; what the rows do not cover of the area is cleared of the same fields."""
    tab, box = area.tab, area.box
    for row in range(box.top, box.bottom):
        given = rows[row - box.top].get("values", []) if row - box.top < len(rows) else []
        if len(given) > box.right - box.left or len(rows) > box.bottom - box.top:
            raise Refused("The rows do not fit into the range")
        padded = [*given, *[{}] * (box.right - box.left - len(given))]
        _merge_into(tab, row, box.left, padded, fields)
    book.touch(tab, box.top, box.bottom)


def write_at(book: Book, tab: Tab, top: int, left: int, rows: Sequence[Mapping[str, Any]], fields: Mask) -> None:
    """Write RowData of any lengths from one cell on."""
    width = max((len(row.get("values", [])) for row in rows), default=0)
    if top < 0 or left < 0 or top + len(rows) > tab.row_count or left + width > tab.column_count:
        raise outside(tab, f"{quote_title(tab.title)}!R{top + 1}C{left + 1}")
    for row, given in enumerate(rows, top):
        cells = given.get("values", [])
        _merge_into(tab, row, left, cells, fields)
    book.touch(tab, top, top + len(rows))


def repeat_cell(book: Book, area: Area, data: Mapping[str, Any], fields: Mask) -> None:
    """Write one CellData into every cell of an area; a format for whole columns is kept on the columns."""
    tab, box = area.tab, area.box
    if set(fields) == {"userEnteredFormat"} and (box.top, box.bottom) == (0, tab.row_count):
        _format_columns(tab, box, data, fields)
    else:
        for row in range(box.top, box.bottom):
            _merge_into(tab, row, box.left, [data] * (box.right - box.left), fields)
    book.touch(tab, box.top, box.bottom)


def _format_columns(tab: Tab, box: Box, data: Mapping[str, Any], fields: Mask) -> None:
    given, mask = data.get("userEnteredFormat") or {}, fields["userEnteredFormat"]
    for column in range(box.left, box.right):
        tab.column_formats[column] = _overlay(tab.column_formats.get(column, {}), given, mask)
        for row in range(len(tab.rows)):
            cell = tab.cell(row, column)
            if isinstance(cell, Rich) and cell.format is not None:
                tab.put(row, column, [merged_cell(cell, data, fields)])


def _merge_into(tab: Tab, row: int, left: int, cells: Sequence[Mapping[str, Any]], fields: Mask) -> None:
    merged = [
        merged_cell(tab.cell(row, column), data, fields, tab.column_formats.get(column))
        for column, data in enumerate(cells, left)
    ]
    tab.put(row, left, merged)


def set_rule(book: Book, tab: Tab, box: Box, rule: Mapping[str, Any] | None) -> None:
    """Put a validation rule on every cell of a box, or take it away."""
    repeat_cell(book, Area(tab, box), {"dataValidation": rule} if rule else {}, {"dataValidation": {}})


def merged_cell(old: Cell, data: Mapping[str, Any], fields: Mask, inherited: Mapping[str, Any] | None = None) -> Cell:
    """Return the cell with the listed fields taken from the data; a listed field that is absent is cleared."""
    cell = old if isinstance(old, Rich) else Rich(value=old)
    if "userEnteredValue" in fields:
        value, formula = _entered(data.get("userEnteredValue") or {})
        cell = replace(cell, value=value, formula=formula)
    if "userEnteredFormat" in fields:
        below = fields["userEnteredFormat"]
        cell = replace(
            cell, format=_overlay(cell.format or inherited or {}, data.get("userEnteredFormat") or {}, below) or None
        )
    if "note" in fields:
        cell = replace(cell, note=data.get("note") or None)
    if "dataValidation" in fields:
        cell = replace(cell, validation=data.get("dataValidation"))
    return settle(cell)


def _entered(value: Mapping[str, Any]) -> tuple[Plain, str | None]:
    if len(value) > 1:
        raise Refused("oneof field 'value' is already set: a cell has one kind of value")
    if "errorValue" in value:
        raise Refused("userEnteredValue: an error cannot be entered")
    for kind in ("stringValue", "numberValue", "boolValue"):
        if kind in value:
            check_cell(value[kind])
            return (None if value[kind] == "" else value[kind]), None
    formula = value.get("formulaValue")
    if formula is not None and not formula.startswith("="):
        raise Refused("userEnteredValue: a formula must begin with =")
    check_cell(formula)
    return None, formula


def _overlay(old: Mapping[str, Any], new: Mapping[str, Any], mask: Mask) -> dict[str, Any]:
    """Return ``old`` with the masked parts of ``new``; without a mask below, ``new`` is all there is."""
    if not mask or "*" in mask:
        return dict(new)
    result = dict(old)
    for name, below in mask.items():
        part = _overlay(old.get(name) or {}, new.get(name) or {}, below) if below else new.get(name)
        if part in (None, {}):
            result.pop(name, None)
        else:
            result[name] = part
    return result
