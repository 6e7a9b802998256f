"""Reads one workbook in a process of its own: bytes on stdin, JSON lines on stdout.

The reader allocates the whole rectangle from the first cell to the last, so that a file of 2 kB with a cell in the
last corner of the grid ends the process it runs in. That process is this one, with a limit of memory and of time.
It is run by its path and imports nothing of ours. Arguments: most rows, most columns, most cells, most characters.

The reader gives a formula without a stored result and an error such as #N/A as an empty cell and tells neither from a
blank. In an .xlsx they are counted in its XML; the older formats store a result with every formula, and their errors
and those of OpenDocument stay uncounted.
"""

from __future__ import annotations

import contextlib
import datetime
import io
import json
import posixpath
import re
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 30

_BOOK = ("workbook.xml", "_rels/workbook.xml.rels")
_FORMULA = re.compile(
    rb"<(?:\w{1,9}:)?c\s([^<>]*)>\s*<(?:\w{1,9}:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w{1,9}:)?f>)"
    rb"\s*(?:<(?:\w{1,9}:)?v(?:\s[^<>]*)?>([^<]*)<)?"
)
"""A cell with a formula: its attributes and its result."""

_ERROR = re.compile(rb'<(?:\w{1,9}:)?c\s([^<>]*\bt="e"[^<>]*)>')
_PLACE = re.compile(rb'\br="([A-Z]{1,3})\d')

Line = dict[str, Any] | list[Any]


def main() -> None:
    """Write ``{"fault": reason}`` with facts about it, or a tab and a list for each of its rows.

    A tab is ``{"tab": title, "lost": {"formulas": {"B": 2}, "errors": {}}}``: the cells without a value by column.
    """
    _limit()
    for line in _answer(sys.stdin.buffer.read(), [int(text) for text in sys.argv[1:]]):
        sys.stdout.write(json.dumps(line, separators=(",", ":")) + "\n")


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; there a hostile file ends this process all the same
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(data: bytes, most: list[int]) -> Iterator[Line]:
    import python_calamine as calamine

    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError:
        yield {"fault": "password"}
        return
    except Exception as error:
        yield {"fault": "password" if "password" in str(error).lower() else "broken"}
        return
    counted, parts = Counted(*most), SheetParts(data)
    for about in book.sheets_metadata:
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            yield from _tab(about.name, book.get_sheet_by_name(about.name), counted, parts)
        except Exception:
            yield {"fault": "broken", "tab": about.name}
        if counted.is_over:
            return


class Counted:
    """What is left of the limits, over all tabs."""

    def __init__(self, rows: int, columns: int, cells: int, characters: int) -> None:
        self.rows, self.columns, self.cells, self.characters = rows, columns, cells, characters
        self.is_over = False

    def fault(self, row: list[Any], skipped: int) -> str:
        """Count a row and the blank ones above it; return which limit that breaks, or ``""``."""
        self.rows -= 1 + skipped
        self.cells -= len(row)
        broken = {
            "rows": self.rows < 0,
            "columns": len(row) > self.columns,
            "cells": self.cells < 0,
            "long": any(isinstance(cell, str) and len(cell) > self.characters for cell in row),
        }
        self.is_over = any(broken.values())
        return next((name for name, is_broken in broken.items() if is_broken), "")


class SheetParts:
    """The XML of the sheets of an .xlsx by their names; of any other workbook there is none."""

    def __init__(self, data: bytes) -> None:
        self._data, self._paths = data, {}
        with contextlib.suppress(Exception):  # a workbook the reader can read all the same
            self._paths = self._found(zipfile.ZipFile(io.BytesIO(data)))

    def lost(self, name: str) -> dict[str, dict[str, int]]:
        """Return how many cells have a formula without a stored result, or an error, by column."""
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                xml = archive.read(self._paths[name])
        except Exception:
            return {}
        return {"formulas": _columns(_unsolved(xml)), "errors": _columns(_errors(xml))}

    def _found(self, archive: zipfile.ZipFile) -> dict[str, str]:
        # what hostile XML may take is limited: see _limit
        book, links = (ElementTree.fromstring(archive.read(f"xl/{part}")) for part in _BOOK)  # noqa: S314
        targets = {link.get("Id"): link.get("Target", "") for link in links}
        sheets = [each for each in book.iter() if each.tag.endswith("}sheet")]
        ids = {each.get("name", ""): next((v for k, v in each.items() if k.endswith("}id")), "") for each in sheets}
        return {name: posixpath.normpath(posixpath.join("/xl", targets[id]))[1:] for name, id in ids.items()}


def _unsolved(xml: bytes) -> Iterator[bytes]:
    """Yield the attributes of cells with a formula and no result; an empty text is one."""
    if any(start in xml for start in (b"<f>", b"<f ", b":f>", b":f ")):
        for found in _FORMULA.finditer(xml):
            if not found[2] and b't="str"' not in found[1]:
                yield found[1]


def _errors(xml: bytes) -> Iterator[bytes]:
    if b't="e"' in xml:
        yield from (found[1] for found in _ERROR.finditer(xml))


def _columns(cells: Iterator[bytes]) -> dict[str, int]:
    """Count cells by the letters of their column, from the left; a cell that does not say where it stands is left."""
    places = (_PLACE.search(attributes) for attributes in cells)
    counts = Counter(place[1].decode() for place in places if place)
    return dict(sorted(counts.items(), key=lambda item: (len(item[0]), item[0])))


def _tab(name: str, sheet: Any, counted: Counted, parts: SheetParts) -> Iterator[Line]:
    """Yield one tab's title and rows without the empty ones at its end; nothing for an empty tab."""
    if sheet.start is None:
        return
    top, left = sheet.start
    merged = Merged(sheet.merged_cell_ranges or ())
    blank, is_begun = top, False
    for at, raw in enumerate(sheet.iter_rows(), top):
        row = merged.filled(at, [""] * left + [_cell(value) for value in raw])
        if not row:
            blank += 1
            continue
        if not is_begun:
            yield {"tab": name, "lost": parts.lost(name)}
        if fault := counted.fault(row, blank):
            yield {"fault": fault, "tab": name, "row": at + 1, "columns": len(row)}
            return
        yield from ([] for _ in range(blank))
        yield row
        blank, is_begun = 0, True


class Merged:
    """Cells merged downwards, whose value holds in each row: a company over three people, a header two rows high."""

    def __init__(self, ranges: Any) -> None:
        self._ends = {(top, left): bottom for (top, left), (bottom, _) in ranges if bottom > top}
        self._held: dict[int, tuple[int, Any]] = {}

    def filled(self, at: int, row: list[Any]) -> list[Any]:
        """Return a row (0-based number) with the values that reach down to it, and no empty cells at its end."""
        for left, (bottom, value) in list(self._held.items()):
            if at > bottom:
                del self._held[left]
            elif left < len(row):
                row[left] = value
        while row and row[-1] == "":
            row.pop()
        for left, value in enumerate(row):
            if value != "" and (at, left) in self._ends:
                self._held[left] = self._ends[at, left], value
        return row


def _cell(value: Any) -> Any:
    """Return a cell as JSON has it: whole numbers without a fraction, dates and times as ISO text."""
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            return ""
        return int(value) if value.is_integer() and abs(value) < 1e15 else value
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.replace(microsecond=0).isoformat(" ")
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    if isinstance(value, datetime.timedelta):
        return str(value)
    return value if isinstance(value, str | int | bool) else str(value or "")


if __name__ == "__main__":
    main()
