"""Reads one workbook in a process of its own: bytes on stdin, JSON lines on stdout.

The reader allocates the whole rectangle from the first cell to the last, so that a file of 2 kB with a cell in the
last corner of the grid ends the process it runs in. That process is this one, with a limit of memory and of time.
It is run by its path and imports nothing of ours. Arguments: most rows, most columns, most cells, most characters.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
from collections.abc import Iterator
from typing import Any

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 30

Line = dict[str, Any] | list[Any]


def main() -> None:
    """Write ``{"fault": reason}`` with facts about it, or ``{"tab": title}`` and a list for each of its rows."""
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
    counted = Counted(*most)
    for about in book.sheets_metadata:
        if about.typ != calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            yield from _tab(about.name, book.get_sheet_by_name(about.name), counted)
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


def _tab(name: str, sheet: Any, counted: Counted) -> Iterator[Line]:
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
            yield {"tab": name}
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
