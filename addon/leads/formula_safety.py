"""Cells of a CSV that a spreadsheet program would run: guarded on the way out, unguarded on the way in.

Excel and its kin take a cell for a formula by its first character, even inside quotation marks. An apostrophe in front
makes it text (OWASP, "CSV Injection"). Numbers and telephone numbers are left as they are: ``-5`` and ``+49 30 123456``
hold nothing that could be run, and with an apostrophe no dialler and no CRM could use them.
"""

from __future__ import annotations

import re

from addon.leads.model import Cell
from addon.lib.text import cell_text

_RUN = re.compile(r"'*(?:[\s\u200b\ufeff]*[=+\-@＝＋－＠]|[\t\r\n])")
_HARMLESS = re.compile(r"[+-]?\d+(?:[.,]\d+)*%?|\+\d[\d ()./-]{5,30}\d")
"""A number, or a telephone number: a plus, then digits and what groups them."""


def guarded(cell: Cell) -> str:
    """Return a cell as the text to write into a CSV; ``unguarded`` is its inverse."""
    text = cell_text(cell)
    if not isinstance(cell, str) or _HARMLESS.fullmatch(text) or not _RUN.match(text):
        return text
    return f"'{text}"


def unguarded(text: str) -> str:
    """Return the text of a cell of a CSV without the apostrophe that guarded it."""
    return text[1:] if text.startswith("'") and _RUN.match(text, 1) else text
