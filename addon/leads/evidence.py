"""Whether cells bear out what a header says they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from addon.leads import cells
from addon.leads.model import Cell, Field
from addon.lib.text import cell_text, clean

MAX_CELL = 200
"""Characters of a cell that are looked at."""

MAX_VALUES = 120
"""Filled cells of a column that are looked at: they tell its kind as well as thousands."""


MAX_PLACE = 80
"""Characters of a place: a longer text is an address or a remark."""

_ZONE = re.compile(
    r"\b[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+"
    r"|^\(?(?:UTC|GMT)?\s?[+\-−±]?\d{1,2}(?::?[0-5]\d)?\b|\b(?:UTC|GMT)\b"
    r"|^[A-Z]{2,5}$|\b(?:time|zeit|heure|hora|ora|tijd)\b|時間|时间",
    re.IGNORECASE,
)
"""What time zones are written as: a region and a place, a distance from Greenwich, letters, words."""

_BETWEEN = re.compile(r"[\s,;|/\ufffd]+(?:(?:und|and|et|or|oder|&)\s+)?")


def cells_of(sample: Sequence[Sequence[Cell]], column: int) -> dict[int, str]:
    """Return the first filled cells of a column as text, by row of the sample."""
    found: dict[int, str] = {}
    for row, line in enumerate(sample):
        if column < len(line) and line[column] != "" and (text := clean(cell_text(line[column])[:MAX_CELL])):
            found[row] = text
            if len(found) == MAX_VALUES:
                break
    return found


def looks_like(field: Field, values: Sequence[str]) -> float | None:
    """Return the share (0..1) of values that look like the field; None where looks say nothing or nothing is there."""
    test = _TESTS.get(field)
    if test is None or not values:
        return None
    return sum(test(value) for value in values) / len(values)


def holds_addresses(text: str) -> bool:
    """Whether a text is an address or several, parted by marks or blanks."""
    if cells.is_email(text):
        return True
    parts = [part for part in _BETWEEN.split(text) if part]
    return "@" in text and all(map(cells.is_email, parts))


def _has_digits(text: str) -> bool:
    return sum(char.isdecimal() for char in text) >= 5 and not cells.is_date(text)


def _is_wording(text: str) -> bool:
    """Whether the text is words: no address, day, figure or link."""
    return not (cells.is_email(text) or cells.is_figure(text) or cells.is_date(text) or "://" in text)


def _is_place(text: str) -> bool:
    """Whether a text may be a place: a postcode beside its name does no harm, and Singapore is a city too."""
    return _is_wording(text) and len(text) <= MAX_PLACE


def _is_zone(text: str) -> bool:
    """Whether a text may be a time zone: ``Europe/Rome``, ``UTC+2``, ``CET``, ``(GMT-05:00) Eastern Time``."""
    return bool(_ZONE.search(text)) and not cells.is_email(text) and "://" not in text


def _is_title(text: str) -> bool:
    return _is_wording(text) and not cells.is_salutation(text)


_TESTS: Mapping[Field, Callable[[str], bool]] = {
    Field.EMAIL: holds_addresses,
    Field.PHONE: _has_digits,
    Field.WEBSITE: cells.is_site,
    Field.EMPLOYEES: cells.is_count,
    Field.TITLE: _is_title,
    Field.COMPANY: _is_wording,
    Field.INDUSTRY: _is_wording,
    Field.COUNTRY: _is_wording,
    Field.CITY: _is_place,
    Field.TIME_ZONE: _is_zone,
    Field.FIRST_NAME: cells.is_name,
    Field.LAST_NAME: cells.is_name,
    Field.FULL_NAME: cells.is_name,
    Field.LANGUAGE: _is_wording,
    Field.SALUTATION: cells.is_salutation,
}
"""What cells under a header we can read should look like; notes may be anything."""
