"""What cells look like, whatever stands over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from addon.leads.model import Cell, Field
from addon.lib.countries import country_code
from addon.lib.text import cell_text, fold, words

MAX_CELL = 200
"""Characters of a cell that are looked at."""

_EMAIL = re.compile(r"(mailto:)?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}|[^<>@]*<[^\s@<>]+@[^\s@<>]+>", re.IGNORECASE)
_PHONE = re.compile(
    r"(\+|00|\(|0)[\d\s()./+-]{6,22}(\s*(x|ext\.?)\s*\d{1,6})?|\d{3}[-. ]\d{3}[-. ]\d{4}", re.IGNORECASE
)
_SITE = re.compile(r"(https?://)?([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?(/\S*)?", re.IGNORECASE)
_PROFILE = re.compile(r"(linkedin|xing|facebook|twitter|instagram|x)\.com(/|$)", re.IGNORECASE)
_BAND = re.compile(r"\d[\d.,]*\s*(-|–|—|to|bis)\s*\d[\d.,]*( employees)?|\d[\d.,]*\s*\+( employees)?", re.IGNORECASE)
_COUNT = re.compile(r"[~<>≈]?\s*\d[\d.,' ]*(k|\+)?")
_HONORIFICS = frozenset(words("mr mrs ms miss dr prof herr frau hr fr mme m mlle sr sra srta sig dhr mevr"))


def values_of(sample: Sequence[Sequence[Cell]], column: int) -> list[str]:
    """Return the filled cells of a column as text."""
    found = (cell_text(row[column])[:MAX_CELL].strip() for row in sample if column < len(row))
    return [text for text in found if text]


def looks_like(field: Field, values: Sequence[str]) -> float | None:
    """Return the share (0..1) of values that look like the field; None where looks say nothing or nothing is there."""
    test = _TESTS.get(field)
    if test is None or not values:
        return None
    return sum(test(value) for value in values) / len(values)


def is_sign(field: Field, values: Sequence[str]) -> bool:
    """Whether values alone, under a header we cannot read, show the field: most look like it, few are the same."""
    if field not in SIGNS or not values:
        return False
    share = sum(_SIGN_TESTS[field](value) for value in values) / len(values)
    if share < SIGNS[field]:
        return False
    return field not in (Field.EMAIL, Field.PHONE) or len(set(values)) * 2 > len(values)


def _is_email(text: str) -> bool:
    return _EMAIL.fullmatch(text) is not None


def _is_phone(text: str) -> bool:
    return _PHONE.fullmatch(text) is not None


def _has_digits(text: str) -> bool:
    return sum(char.isdecimal() for char in text) >= 5


def _is_site(text: str) -> bool:
    return _SITE.fullmatch(text) is not None and not _PROFILE.search(text)


def _is_country(text: str) -> bool:
    return country_code(text) is not None


def _is_count(text: str) -> bool:
    return _BAND.match(text) is not None or _COUNT.match(text) is not None


def _is_title(text: str) -> bool:
    return fold(text).rstrip(".") not in _HONORIFICS


def _is_name(text: str) -> bool:
    return "@" not in text and not any(char.isdecimal() for char in text)


_TESTS: Mapping[Field, Callable[[str], bool]] = {
    Field.EMAIL: _is_email,
    Field.PHONE: _has_digits,
    Field.WEBSITE: _is_site,
    Field.EMPLOYEES: _is_count,
    Field.TITLE: _is_title,
    Field.FIRST_NAME: _is_name,
    Field.LAST_NAME: _is_name,
    Field.FULL_NAME: _is_name,
}
"""What cells under a header we can read should look like; a country may be any word, so it has no test."""

_SIGN_TESTS: Mapping[Field, Callable[[str], bool]] = {
    Field.EMAIL: _is_email,
    Field.PHONE: _is_phone,
    Field.WEBSITE: _is_site,
    Field.COUNTRY: _is_country,
    Field.EMPLOYEES: lambda text: _BAND.fullmatch(text) is not None,
}

SIGNS: Mapping[Field, float] = {
    Field.EMAIL: 0.6,
    Field.PHONE: 0.8,
    Field.WEBSITE: 0.8,
    Field.COUNTRY: 0.8,
    Field.EMPLOYEES: 0.8,
}
"""Fields that cells alone can show, and the share that must look like it (our judgement: a false guess harms more)."""
