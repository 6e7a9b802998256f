"""Leads as a CSV file that Excel, Google Sheets and CRMs open the same way, and that runs nothing when opened."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from addon.leads.formula_safety import guarded
from addon.leads.model import Cell
from addon.leads.table import Table
from addon.lib.text import clean

BATCH = 500
"""Rows encoded at a time."""

_NOT_IN_A_NAME = '/\\:*?"<>|'


def lead_table(table: Table) -> list[list[Cell]]:
    """Return the header and every row that is a lead, with all columns, the user's and ours, as they stand.

    The header holds the names the columns go by, so that one merged over two rows or missing loses none.
    """
    width = table.width  # looks at every row
    rows = (table.rows[number] for number in table.lead_rows())
    return [_wide(row, width) for row in (_names(table, width), *rows)]


def csv_bytes(rows: Sequence[Sequence[Cell]]) -> Iterator[bytes]:
    """Yield a CSV: UTF-8 with a mark (Excel needs it), CRLF, every cell quoted, nothing a program would run."""
    yield b"\xef\xbb\xbf"
    for start in range(0, len(rows), BATCH):
        text = io.StringIO()
        writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
        writer.writerows([guarded(cell) for cell in row] for row in rows[start : start + BATCH])
        yield text.getvalue().encode("utf-8", errors="replace")


def file_name(title: str) -> str:
    """Return a file name made of a tab's title, ending in ``.csv``, good on every system."""
    kept = "".join("_" if char in _NOT_IN_A_NAME else char for char in clean(title)).strip(" .")
    return f"{kept[:80].strip(' .') or 'leads'}.csv"


def _names(table: Table, width: int) -> list[Cell]:
    """Return the name of every column; ours have their own where their header is blank, as on a tab without header."""
    names = _wide(table.headers, width)
    for key, found in table.own.items():
        for index in (found.index, *found.doubles):
            names[index] = names[index] or key
    return names


def _wide(row: Sequence[Cell], width: int) -> list[Cell]:
    return [*row, *[""] * (width - len(row))]
