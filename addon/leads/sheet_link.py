"""Links to spreadsheets as people paste them."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_PASTED = 4_000
"""Characters of pasted text looked at."""

_LINK = re.compile(
    r"(?:https?://)?(?:docs|drive|sheets)\.google\.com/"
    r"(?:a/[\w.-]+/)?(?:(?:u/\d+/)?spreadsheets/(?:u/\d+/)?d|(?:u/\d+/)?file/(?:u/\d+/)?d|open\?(?:[\w=&%.-]*&)?id=)"
    r"/?([A-Za-z0-9_-]{20,200})(?![A-Za-z0-9_-])([^\s<>\"']*)",
    re.IGNORECASE,
)
_BARE = re.compile(r"[A-Za-z0-9_-]{40,100}")
_TAB = re.compile(r"[#?&]gid=(\d{1,10})(?!\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLink:
    """A spreadsheet's id, and the tab the link points at if it says so."""

    spreadsheet_id: str
    sheet_id: int | None = None


def find_sheet_link(pasted: str) -> SheetLink | None:
    """Return the first spreadsheet named in pasted text, by its link or by a bare id; None if there is none.

    Published links (``/d/e/…``) carry no id of a file and are none.
    """
    text = pasted[:MAX_PASTED].strip()
    if found := _LINK.search(text):
        tab = _TAB.search(found[2])
        return SheetLink(spreadsheet_id=found[1], sheet_id=int(tab[1]) if tab else None)
    return SheetLink(spreadsheet_id=text) if _BARE.fullmatch(text) else None
