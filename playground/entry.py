"""What typing into a cell makes of the text. Only the common forms; everything else stays text."""

from __future__ import annotations

import re
from datetime import datetime

from playground import formats
from playground.workbook import Cell, Rich

_NUMBER = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?(?:[eE][+-]?\d+)?|[+-]?\.\d+")
_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_LOCAL_DATE = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
MAX_DIGITS = 15


def read_entry(text: str, locale: str) -> Cell:
    """Return the cell that typing ``text`` makes: a formula, a number, a date, TRUE or FALSE, or text."""
    if text.startswith("'"):
        return text[1:] or None
    if len(text) > 1 and text.startswith("="):
        return Rich(formula=text)
    bare = text.strip()
    if bare.upper() in ("TRUE", "FALSE"):
        return bare.upper() == "TRUE"
    number = read_number(bare, locale)
    if number is not None:
        return number
    return _read_date(bare, locale) or text or None


def read_number(text: str, locale: str) -> Cell:
    """Return a number, or one with a percent format; None if the text is no number."""
    percent = text.endswith("%")
    bare = text.removesuffix("%")
    if formats.decimal_comma(locale):
        bare = bare.translate(str.maketrans(",.", ".,"))
    if not _NUMBER.fullmatch(bare):
        return None
    value = float(bare.replace(",", ""))
    if value in (float("inf"), float("-inf")):
        return None
    if percent:
        pattern = {"type": "PERCENT", "pattern": "0.00%" if "." in bare else "0%"}
        return Rich(value=_tidy(value / 100), format={"numberFormat": pattern})
    return _tidy(value)


def _tidy(value: float) -> int | float:
    return int(value) if value.is_integer() and abs(value) < 10**MAX_DIGITS else value


def _read_date(text: str, locale: str) -> Rich | None:
    iso, local = _ISO_DATE.fullmatch(text), _LOCAL_DATE.fullmatch(text)
    if iso:
        year, month, day, pattern = int(iso[1]), int(iso[2]), int(iso[3]), "yyyy-mm-dd"
    elif local:
        first, second, year = int(local[1]), int(local[3]), int(local[4])
        month, day = (first, second) if locale == "en_US" else (second, first)
        pattern = formats.date_pattern(locale)
    else:
        return None
    try:
        serial = (datetime(year, month, day) - formats.EPOCH).days  # noqa: DTZ001  a cell's date has no zone
    except ValueError:
        return None
    return Rich(value=serial, format={"numberFormat": {"type": "DATE", "pattern": pattern}})
