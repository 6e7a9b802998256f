"""Which row of a tab is the header."""

from __future__ import annotations

from collections.abc import Sequence

from addon.leads.meaning import meaning
from addon.leads.model import Cell
from addon.lib.text import clean

FIRST_ROWS = 10
"""The header is looked for in so many rows from the top."""

MAX_HEADER = 60
"""Characters above which a cell reads as a sentence, not as a header."""


def find_header_row(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the index of the header row among the first ten: 0 where none is found.

    The row with most words of our vocabulary wins, if it has two; else the first row with two cells that read like
    headers, so that titles, dates and notes above the table are passed over; else the first row with anything.
    """
    top = rows[:FIRST_ROWS]
    known = [_known(row) for row in top]
    if max(known, default=0) >= 2:
        return known.index(max(known))
    looks = (index for index, row in enumerate(top) if sum(_is_header(cell) for cell in row) >= 2)
    filled = (index for index, row in enumerate(top) if any(cell != "" for cell in row))
    return next(looks, next(filled, 0))


def _known(row: Sequence[Cell]) -> int:
    """Return how many different fields a row names; none if a cell of it is an address, which only data has."""
    texts = [cell for cell in row if isinstance(cell, str)]
    if any("@" in text for text in texts):
        return 0
    return len({found.field for text in texts if _is_header(text) and (found := meaning(clean(text)))})


def _is_header(cell: Cell) -> bool:
    if not isinstance(cell, str) or len(cell) > 4 * MAX_HEADER:
        return False
    text = clean(cell)
    return (
        0 < len(text) <= MAX_HEADER and any(char.isalpha() for char in text) and "@" not in text and "://" not in text
    )
