"""Which rows a user means: ranges they type, cells they tick."""

from __future__ import annotations

import re
import unicodedata

from addon.errors import Invalid
from addon.leads.model import Cell
from addon.lib.text import clean, fold, shorten

LAST_ROW = 10_000_000
"""A spreadsheet has no more cells than this, so no row beyond it."""

MAX_TEXT = 5_000
"""Characters of a choice of rows that are read."""

_PIECE = re.compile(r"(\d+)(?:(?:-|:|\.\.)(\d*))?")
_BETWEEN = re.compile(r"[,;\n、]+")
_TO = re.compile(r"\s*(?:[-‐‑‒–—−:〜~]|\.\.+|\bto\b|\bbis\b)\s*", re.IGNORECASE)
_ROWS = re.compile(r"^(rows?|zeilen?)\s+", re.IGNORECASE)
_TICKS = frozenset({"true", "x", "✓", "✔", "☑", "✅", "yes", "1", "wahr", "ja", "vrai", "oui", "si", "sim", "vero"})


def parse_rows(text: str) -> tuple[range, ...]:
    """Return the rows (1-based) of a choice such as ``2-50, 60, 200-``, in order, overlapping ones joined.

    Blanks, semicolons and dashes of any kind are fine; ``200-`` runs to the end. ``Invalid`` names the piece that is
    wrong and the mend.
    """
    if len(text) > MAX_TEXT:
        raise Invalid("Rows: this is too long. Write ranges such as 2-50, or tick rows instead.", field="rows")
    pieces = [piece for part in _BETWEEN.split(unicodedata.normalize("NFKC", text)) if (piece := clean(part))]
    if not pieces:
        raise Invalid("Rows: write row numbers such as 2-50, 60.", field="rows")
    return _joined([_range(piece) for piece in pieces])


def is_ticked(cell: Cell) -> bool:
    """Whether a cell of the Select column chooses its row: a ticked box, or TRUE, x, ✓, yes, 1 as typed."""
    if isinstance(cell, str):
        return fold(cell[:20]) in _TICKS
    return cell == 1


def _range(piece: str) -> range:
    shown = shorten(piece, 20)
    found = _PIECE.fullmatch(_TO.sub("-", _ROWS.sub("", piece)))
    if not found:
        raise Invalid("Rows: “{shown}” is not a row or a range. Write 2-50, 60.", field="rows", shown=shown)
    first = _number(found[1])
    last = _last(found[2], first)
    if first < 1:
        raise Invalid("Rows: “{shown}”: rows count from 1. Write 1 or more.", field="rows", shown=shown)
    if last < first:
        mend = f"{last}-{first}"
        raise Invalid("Rows: “{shown}” runs backwards. Write {mend}.", field="rows", shown=shown, mend=mend)
    if last > LAST_ROW:
        raise Invalid(
            "Rows: “{shown}” is beyond the end of any sheet. Write 2- for all rows.", field="rows", shown=shown
        )
    return range(first, last + 1)


def _last(text: str | None, first: int) -> int:
    if text is None:
        return first
    return _number(text) if text else max(LAST_ROW, first)


def _number(digits: str) -> int:
    """Read digits; more than any row has count as too large, without reading them all."""
    return int(digits) if len(digits) <= 12 else 10**12


def _joined(ranges: list[range]) -> tuple[range, ...]:
    joined: list[range] = []
    for rows in sorted(ranges, key=lambda rows: rows.start):
        if joined and rows.start <= joined[-1].stop:
            joined[-1] = range(joined[-1].start, max(joined[-1].stop, rows.stop))
        else:
            joined.append(rows)
    return tuple(joined)
