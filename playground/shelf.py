"""Spreadsheets on disk: one JSON file each."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from playground.workbook import Book, Box, Cell, Filter, Mark, Place, Rich, Tab, Workbook

FORMAT = 1


def save(folder: Path, workbook: Workbook) -> None:
    """Write the workbook as it is at this moment, whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{workbook.id}.json"
    fresh = target.with_suffix(".new")
    fresh.write_bytes(orjson.dumps(_to_json(workbook)))
    os.replace(fresh, target)  # noqa: PTH105  Path.replace is the same; this reads as what it is


def load(path: Path) -> Workbook | None:
    """Return the workbook of a file, or None if it is not one of ours."""
    try:
        return _from_json(orjson.loads(path.read_bytes()))
    except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
        return None


def _to_json(workbook: Workbook) -> dict[str, Any]:
    version, book = workbook.moment()
    return {
        "format": FORMAT,
        "id": workbook.id,
        "owner": workbook.owner,
        "version": version,
        "created_ns": workbook.created_ns,
        "title": book.title,
        "locale": book.locale,
        "time_zone": book.time_zone,
        "tabs": [_tab_to_json(tab) for tab in book.tabs],
        "marks": [asdict(mark) for mark in book.marks.values()],
    }


def _tab_to_json(tab: Tab) -> dict[str, Any]:
    found = tab.filter
    hidden = [[column, sorted(texts)] for column, texts in found.hidden.items()] if found else []
    return {
        "sheet_id": tab.sheet_id,
        "title": tab.title,
        "row_count": tab.row_count,
        "column_count": tab.column_count,
        "hidden": tab.hidden,
        "frozen_rows": tab.frozen_rows,
        "frozen_columns": tab.frozen_columns,
        "rows": [[_cell_to_json(cell) for cell in row] for row in tab.rows],
        "hidden_rows": sorted(tab.hidden_rows),
        "hidden_columns": sorted(tab.hidden_columns),
        "row_sizes": list(tab.row_sizes.items()),
        "column_sizes": list(tab.column_sizes.items()),
        "column_formats": list(tab.column_formats.items()),
        "merges": [asdict(box) for box in tab.merges],
        "filter": {"box": asdict(found.box), "hidden": hidden} if found else None,
    }


def _cell_to_json(cell: Cell) -> Any:
    if not isinstance(cell, Rich):
        return cell
    return {name: part for name, part in asdict(cell).items() if part is not None}


def _from_json(stored: Mapping[str, Any]) -> Workbook:
    if stored["format"] != FORMAT:
        raise ValueError("another format")
    marks = [Mark(**{**mark, "place": Place(**mark["place"])}) for mark in stored["marks"]]
    book = Book(
        title=stored["title"],
        locale=stored["locale"],
        time_zone=stored["time_zone"],
        tabs=[_tab_from_json(tab) for tab in stored["tabs"]],
        marks={mark.id: mark for mark in marks},
    )
    return Workbook(stored["id"], stored["owner"], book, version=stored["version"], created_ns=stored["created_ns"])


def _tab_from_json(stored: Mapping[str, Any]) -> Tab:
    found = stored["filter"]
    hidden = {column: frozenset(texts) for column, texts in found["hidden"]} if found else {}
    return Tab(
        **{name: stored[name] for name in ("sheet_id", "title", "row_count", "column_count", "hidden")},
        frozen_rows=stored["frozen_rows"],
        frozen_columns=stored["frozen_columns"],
        rows=[[Rich(**cell) if isinstance(cell, dict) else cell for cell in row] for row in stored["rows"]],
        hidden_rows=set(stored["hidden_rows"]),
        hidden_columns=set(stored["hidden_columns"]),
        row_sizes=dict(stored["row_sizes"]),
        column_sizes=dict(stored["column_sizes"]),
        column_formats=dict(stored["column_formats"]),
        merges=[Box(**box) for box in stored["merges"]],
        filter=Filter(box=Box(**found["box"]), hidden=hidden) if found else None,
    )
