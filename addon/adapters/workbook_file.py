"""Excel and OpenDocument workbooks as tabs of rows, read by python-calamine in a process with limits."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from addon.errors import Invalid
from addon.leads.files_model import MAX_CELL, MAX_CELLS, MAX_COLUMNS, MAX_ROWS, TOP_ROWS, FileTab
from addon.leads.model import Cell

MAX_UNPACKED = 300 * 1024 * 1024
"""Bytes a workbook may have once unpacked; a lead list of 100,000 rows has about 100 MB."""

MAX_SECONDS = 45

MAX_NAMED = 10
"""Columns named in the remarks of one kind."""

_LOST = {
    "formulas": (
        "1 formula has no stored result",
        "formulas have no stored result",
        "open the file in Excel, save it, import again.",
    ),
    "errors": ("1 cell holds an error such as #N/A", "cells hold an error such as #N/A", "left empty."),
}
"""What is said of cells without a value: of one, of several, and what to do."""

_CHILD = Path(__file__).with_name("workbook_child.py")


def check_archive(data: bytes) -> list[str]:
    """Return the names inside a zip archive; ``Invalid`` if it is broken, locked or far larger unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError) as error:
        raise _broken() from error
    if sum(part.file_size for part in inside) > MAX_UNPACKED:
        raise Invalid(
            "This workbook is too large once unpacked. Keep only the sheet with your leads and save it again.",
            reason="too_large_unpacked",
        )
    if any(part.flag_bits & 1 for part in inside):
        raise _locked()
    return [part.filename for part in inside]


def tabs_of(data: bytes) -> tuple[FileTab, ...]:
    """Return the tabs that hold anything; ``Invalid`` for a broken, locked or too large workbook."""
    limits = [str(most) for most in (MAX_ROWS + TOP_ROWS, MAX_COLUMNS, MAX_CELLS, MAX_CELL)]
    try:
        done = subprocess.run(  # noqa: S603 - our own file with our own interpreter
            [sys.executable, "-I", str(_CHILD), *limits],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=MAX_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _broken() from error
    if done.returncode:
        raise _broken()
    tabs: list[tuple[str, list[list[Cell]], tuple[str, ...]]] = []
    for line in map(json.loads, io.BytesIO(done.stdout)):
        if isinstance(line, list):
            tabs[-1][1].append(line)
        elif "fault" in line:
            raise _fault(line)
        else:
            tabs.append((line["tab"], [], tuple(_remarks(line["lost"]))))
    return tuple(FileTab(title=title, rows=rows, remarks=remarks) for title, rows, remarks in tabs)


def _remarks(lost: Mapping[str, Mapping[str, int]]) -> Iterator[str]:
    """Yield which columns have cells that came without a value, ten columns of each kind at most."""
    for kind, (one, many, rest) in _LOST.items():
        columns = list(lost.get(kind, {}).items())
        for column, count in columns[:MAX_NAMED]:
            yield f"Column {column}: {one if count == 1 else f'{count:,} {many}'}; {rest}"
        if others := columns[MAX_NAMED:]:
            yield f"The same in other columns: {', '.join(column for column, _ in others)}."


def _fault(tab: Mapping[str, Any]) -> Invalid:
    name = f"The sheet “{str(tab.get('tab', ''))[:100]}”"
    if tab["fault"] == "password":
        return _locked()
    if tab["fault"] == "rows":
        text = f"{name} goes beyond {MAX_ROWS:,} rows in all. Split the file into several."
    elif tab["fault"] == "columns":
        text = f"{name} has {tab['columns']:,} columns; {MAX_COLUMNS} are possible. Remove those you do not need."
    elif tab["fault"] == "cells":
        text = f"{name} goes beyond {MAX_CELLS:,} cells in all. Remove columns you do not need, or split the file."
    elif tab["fault"] == "long":
        text = f"{name}, row {tab['row']:,}: a cell has more than {MAX_CELL:,} characters. Shorten it and try again."
    else:
        return _broken()
    return Invalid(text, reason=f"too_many_{tab['fault']}")


def _broken() -> Invalid:
    return Invalid(
        "This workbook cannot be read: it is damaged, or far too large. Open it in Excel or LibreOffice, save it "
        "again as .xlsx, and try once more.",
        reason="broken_workbook",
    )


def _locked() -> Invalid:
    return Invalid(
        "This workbook is protected with a password. Save a copy without the password and choose that.",
        reason="password",
    )
