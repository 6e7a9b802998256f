"""A1 notation: reading it against a book, and writing it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playground.workbook import Book, Box, Refused, Tab

_CORNERS = re.compile(r"\$?([A-Za-z]{0,3})\$?([0-9]{0,8})(?::\$?([A-Za-z]{0,3})\$?([0-9]{0,8}))?")
_QUOTED = re.compile(r"'((?:[^']|'')*)'(?:!(.*))?", re.DOTALL)
_PLAIN_TITLE = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of one tab, inside its grid."""

    tab: Tab
    box: Box

    @property
    def a1(self) -> str:
        return f"{quote_title(self.tab.title)}!{box_name(self.box)}"


@dataclass(frozen=True, slots=True)
class Bounds:
    """A rectangle as asked for; None is unbounded on that side."""

    top: int | None = None
    bottom: int | None = None
    left: int | None = None
    right: int | None = None


def column_name(index: int) -> str:
    """Return A for 0, Z for 25, AA for 26."""
    name = ""
    while index >= 0:
        index, letter = divmod(index, 26)
        name = chr(65 + letter) + name
        index -= 1
    return name


def column_index(name: str) -> int:
    index = 0
    for letter in name.upper():
        index = index * 26 + ord(letter) - 64
    return index - 1


def box_name(box: Box) -> str:
    """Return ``A1:C9``, or ``A1`` for one cell."""
    first = f"{column_name(box.left)}{box.top + 1}"
    last = f"{column_name(box.right - 1)}{box.bottom}"
    return first if first == last else f"{first}:{last}"


def quote_title(title: str) -> str:
    """Return the title as it stands before the ``!``: quoted unless it is a plain word that reads as no cell."""
    is_word = _PLAIN_TITLE.fullmatch(title) and read_corners(title) is None and title.upper() not in ("TRUE", "FALSE")
    return title if is_word else "'" + title.replace("'", "''") + "'"


def read_corners(text: str) -> Bounds | None:
    """Read ``A1``, ``A1:B2``, ``A:C``, ``2:5``, ``A5:B``; None if it is none of these."""
    match = _CORNERS.fullmatch(text)
    if match is None or not text:
        return None
    column, row, last_column, last_row = match.groups()
    if last_column is None:
        last_column, last_row = column, row
        if not (column and row):
            return None
    if not (column or row) or not (last_column or last_row) or "0" in (row, last_row):
        return None
    top, bottom = _ordered(int(row) - 1 if row else None, int(last_row) - 1 if last_row else None)
    left, right = _ordered(_index_or_none(column), _index_or_none(last_column))
    return Bounds(top, bottom, left, right)


def resolve(book: Book, text: str) -> Area:
    """Return the area of ``text``, cut to the grid; raise ``Refused`` in Google's words if there is none."""
    title, corners = _split(text)
    if title is None:
        bounds = read_corners(corners)
        if bounds is not None:
            return clip(_first_visible(book), bounds, text)
        title, corners = corners, ""
    tab = book.find_titled(title)
    bounds = read_corners(corners) if corners else Bounds()
    if tab is None or bounds is None:
        raise Refused(f"Unable to parse range: {text}")
    return clip(tab, bounds, text)


def clip(tab: Tab, bounds: Bounds, asked: str = "") -> Area:
    """Return the part of the grid inside the bounds; ``Refused`` if they lie wholly outside."""
    top, left = bounds.top or 0, bounds.left or 0
    if top >= tab.row_count or left >= tab.column_count:
        raise outside(tab, asked or _bounds_name(tab, bounds))
    bottom = tab.row_count if bounds.bottom is None else min(bounds.bottom, tab.row_count)
    right = tab.column_count if bounds.right is None else min(bounds.right, tab.column_count)
    return Area(tab, Box(top, bottom, left, right))


def outside(tab: Tab, name: str) -> Refused:
    limits = f"Max rows: {tab.row_count}, max columns: {tab.column_count}"
    return Refused(f"Range ({name}) exceeds grid limits. {limits}")


def _bounds_name(tab: Tab, bounds: Bounds) -> str:
    top, left = bounds.top or 0, bounds.left or 0
    bottom = bounds.bottom if bounds.bottom is not None else max(tab.row_count, top + 1)
    right = bounds.right if bounds.right is not None else max(tab.column_count, left + 1)
    return f"{quote_title(tab.title)}!{box_name(Box(top, bottom, left, right))}"


def _split(text: str) -> tuple[str | None, str]:
    quoted = _QUOTED.fullmatch(text)
    if quoted:
        return quoted[1].replace("''", "'"), quoted[2] or ""
    title, mark, corners = text.rpartition("!")
    return (title, corners) if mark else (None, text)


def _first_visible(book: Book) -> Tab:
    return next((tab for tab in book.tabs if not tab.hidden), book.tabs[0])


def _ordered(first: int | None, last: int | None) -> tuple[int | None, int | None]:
    if first is not None and last is not None and first > last:
        first, last = last, first
    return first, None if last is None else last + 1


def _index_or_none(name: str) -> int | None:
    return column_index(name) if name else None
