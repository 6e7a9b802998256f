"""From the tables of an uploaded file to the tabs of a new spreadsheet, and what a person should know about them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from addon.errors import Invalid
from addon.leads.columns import letters
from addon.leads.files_model import FileTab, NewTab, TableFile
from addon.leads.formula_safety import unguarded
from addon.leads.header import SAMPLE, find_header_row
from addon.leads.model import NO_HEADER, Cell
from addon.lib.text import cell_text, clean

MAX_TABS = 20
"""Tabs of a workbook that are imported."""

MAX_NAMED = 10
"""Rows named in one remark."""

_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?")
"""A number that reads the same however often it is stored: no leading zeros, no more digits than a cell keeps."""

Rows = Sequence[Sequence[Cell]]


def new_tabs(file: TableFile) -> tuple[NewTab, ...]:
    """Return the tabs to make of a file, the first twenty that hold anything; ``Invalid`` if none does."""
    made = tuple(new_tab(tab, is_text=file.is_text) for tab in file.tabs[:MAX_TABS])
    filled = tuple(tab for tab in made if tab.rows)
    if not filled:
        raise Invalid("This file has no cells with anything in them.", reason="empty")
    return filled


def new_tab(tab: FileTab, *, is_text: bool) -> NewTab:
    """Return a table as a tab to make: no blank rows, no comments above it, its header frozen.

    Every other cell stays where it is in its row. In text, a column of nothing but plain numbers becomes numbers, and
    the apostrophe that guards a text against being taken for a formula goes.
    """
    rows, remarks = _without_blanks(tab.rows)
    rows, comments = _without_comments(rows)
    header = find_header_row([_trimmed(row) for row in rows[:SAMPLE]]) if rows else 0
    remarks = [*tab.remarks, *remarks, *comments] + (list(_remarks(rows, header, is_text=is_text)) if rows else [])
    kept = [_trimmed(map(_plain, row) if is_text else row) for row in rows]
    return NewTab(
        title=clean(tab.title)[:100] or "Leads",
        rows=_with_numbers(kept, header) if is_text else kept,
        frozen_rows=header + 1 if len(kept) > header + 1 else 0,
        remarks=tuple(remarks),
    )


def _plain(cell: Cell) -> Cell:
    return unguarded(cell) if isinstance(cell, str) else cell


def _without_blanks(rows: Rows) -> tuple[list[Sequence[Cell]], list[str]]:
    kept = [row for row in rows if any(cell_text(cell).strip() for cell in row)]
    last = max((at for at, row in enumerate(rows, 1) if any(cell_text(cell).strip() for cell in row)), default=0)
    blank = last - len(kept)
    return kept, [f"{_count(blank, 'blank row')} left out."] if blank else []


def _without_comments(rows: list[Sequence[Cell]]) -> tuple[list[Sequence[Cell]], list[str]]:
    """Leave out what programs write above a table: lines that begin with # and have no second cell."""
    comments = 0
    while comments + 1 < len(rows) and _is_comment(rows[comments]) and len(_trimmed(rows[comments + 1])) > 0:
        comments += 1
    left = rows[comments:]
    if not comments or max(len(_trimmed(row)) for row in left) < 2:
        return rows, []
    return left, [f"{_count(comments, 'comment line')} above the table left out."]


def _is_comment(row: Sequence[Cell]) -> bool:
    filled = _trimmed(row)
    return len(filled) == 1 and cell_text(filled[0]).startswith("#")


def _remarks(rows: Rows, header: int, *, is_text: bool) -> Iterator[str]:
    """Yield what is odd about the rows, by their number in the new tab (1-based)."""
    if header == NO_HEADER:
        yield "The first row holds data already; there is no header. Check leads tells the columns by what is in them."
        return
    names = [cell_text(cell).strip() for cell in rows[header]]
    width = len(names)
    below = list(enumerate(rows[header + 1 :], header + 2))
    if header:
        yield f"The header is in row {header + 1}; what stands above it is kept and frozen with it."
    yield from _header_remarks(names, [row for _, row in below], header + 1)
    if is_text and (short := [number for number, row in below if len(row) < width]):
        yield f"{_rows(short)} fewer cells than the header."
    if long := [number for number, row in below if len(_trimmed(row)) > width]:
        yield f"{_rows(long)} more cells than the header."
    if not below:
        yield "There is a header and no row below it."


def _header_remarks(names: Sequence[str], below: Rows, number: int) -> Iterator[str]:
    twice = [name for name, count in Counter(names).items() if name and count > 1]
    if twice:
        yield f"Two columns or more are called {', '.join(f'“{clean(name)[:60]}”' for name in twice[:MAX_NAMED])}."
    nameless = [
        at for at, name in enumerate(names) if not name and any(len(row) > at and row[at] != "" for row in below)
    ]
    if nameless:
        columns = ", ".join(letters(at) for at in nameless[:MAX_NAMED])
        yield f"Without a header: column {columns}. Name it in row {number} of the new sheet if it matters."


def _rows(numbers: Sequence[int]) -> str:
    named = ", ".join(f"{number:,}" for number in numbers[:MAX_NAMED])
    more = f" and {len(numbers) - MAX_NAMED:,} more" if len(numbers) > MAX_NAMED else ""
    return f"Row {named} has" if len(numbers) == 1 else f"Rows {named}{more} have"


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun} was" if number == 1 else f"{number:,} {noun}s were"


def _trimmed(row: object) -> list[Cell]:
    kept: list[Cell] = list(row)  # type: ignore[call-overload]
    while kept and kept[-1] == "":
        kept.pop()
    return kept


def _with_numbers(rows: list[list[Cell]], header: int) -> list[list[Cell]]:
    """Return the rows with each column of nothing but plain numbers below the header as numbers."""
    below = rows[header + 1 :]
    for at in range(max(map(len, below), default=0)):
        texts = [row[at] for row in below if len(row) > at and row[at] != ""]
        if texts and all(isinstance(text, str) and _NUMBER.fullmatch(text) for text in texts):
            for row in below:
                if len(row) > at and row[at] != "":
                    row[at] = _number(str(row[at]))
    return rows


def _number(text: str) -> Cell:
    number = float(text) if "." in text else int(text)
    return number if cell_text(number) == text else text
