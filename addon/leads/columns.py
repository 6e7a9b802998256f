"""What the columns of a tab are called, so that each can be told from the others by its name."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import count

from addon.leads.model import Cell
from addon.lib.text import cell_text

_LETTERED = re.compile(r"Column [A-Z]{1,3}( \(\d+\))?")


def letters(index: int) -> str:
    """Return the letters over a column (0-based): A, Z, AA."""
    found = ""
    index += 1
    while index:
        index, at = divmod(index - 1, 26)
        found = chr(ord("A") + at) + found
    return found


def is_lettered(name: str) -> bool:
    """Whether a name is a column's letters, which move when a column is inserted, and not its header."""
    return _LETTERED.fullmatch(name) is not None


def header_texts(rows: Sequence[Sequence[Cell]], header_row: int, width: int) -> tuple[str, ...]:
    """Return the texts over the columns, stripped, ``""`` where there is none.

    A header cell merged with the one above holds nothing: its text stands above.
    """
    if not 0 <= header_row < len(rows):
        return ("",) * width
    texts = _texts(rows[header_row], width)
    above = _texts(rows[header_row - 1], width) if header_row else ("",) * width
    if sum(text != "" for text in above) < 2:
        return texts
    return tuple(text or upper for text, upper in zip(texts, above, strict=True))


def group_texts(rows: Sequence[Sequence[Cell]], header_row: int, width: int) -> tuple[str, ...]:
    """Return the text over each header, such as ``Company`` over ``Name`` and ``Country``; ``""`` without groups.

    A merged cell's text stands in its first cell and counts for the blank ones behind.
    """
    if not 1 <= header_row < len(rows):
        return ("",) * width
    above = _texts(rows[header_row - 1], width)
    filled = sum(text != "" for text in above)
    if not 1 < filled < sum(text != "" for text in _texts(rows[header_row], width)):
        return ("",) * width
    found, last = [], ""
    for text in above:
        last = text or last
        found.append(last)
    return tuple(found)


def column_names(texts: Sequence[str], ours: Collection[int]) -> tuple[str, ...]:
    """Return the name of every column: its text; ``Column C`` without one; ``Email (2)`` for the second of a text.

    Columns of ours keep their text.
    """
    taken = {text for index, text in enumerate(texts) if index not in ours}
    seen: set[str] = set()
    return tuple(
        text if index in ours else _fresh(text or f"Column {letters(index)}", bool(text), taken, seen)
        for index, text in enumerate(texts)
    )


def _fresh(name: str, is_text: bool, taken: Collection[str], seen: set[str]) -> str:
    """Return the name, or the first numbered one that no other column has, and see to it that none gets it."""
    found = name
    if name in seen or (not is_text and name in taken):
        numbered = (f"{name} ({number})" for number in count(2))
        found = next(text for text in numbered if text not in seen and text not in taken)
    seen.add(found)
    return found


def _texts(row: Sequence[Cell], width: int) -> tuple[str, ...]:
    texts = tuple(cell_text(cell).strip() for cell in row)
    return texts + ("",) * (width - len(texts))
