"""Number formats: how a number or a date looks in a cell. Only the common patterns."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001  a sheet's serial has no zone
DATE_TYPES = ("DATE", "TIME", "DATE_TIME")
_MAX_SERIAL = 2_958_465  # 9999-12-31
_COMMA_LANGUAGES = (
    "de",
    "fr",
    "es",
    "it",
    "pt",
    "nl",
    "pl",
    "sv",
    "da",
    "fi",
    "nb",
    "cs",
    "ru",
    "tr",
    "el",
    "ro",
    "hu",
)
_DATE_TOKEN = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d|hh|h|ss|s|am/pm|\"[^\"]*\"", re.IGNORECASE)
_DATES_BY_LANGUAGE = {"de": "dd.mm.yyyy", "fr": "dd/mm/yyyy", "es": "d/m/yyyy", "it": "dd/mm/yyyy", "nl": "d-m-yyyy"}


def decimal_comma(locale: str) -> bool:
    return locale[:2].lower() in _COMMA_LANGUAGES


def date_pattern(locale: str) -> str:
    """Return how a date without a pattern of its own looks in this locale."""
    if locale in ("en_GB", "en_AU", "en_IE"):
        return "dd/mm/yyyy"
    return _DATES_BY_LANGUAGE.get(locale[:2].lower(), "m/d/yyyy")


def is_date(format: Mapping[str, Any] | None) -> bool:
    return bool(format) and number_format(format).get("type") in DATE_TYPES


def number_format(format: Mapping[str, Any] | None) -> Mapping[str, Any]:
    found = (format or {}).get("numberFormat")
    return found if isinstance(found, Mapping) else {}


def show_number(value: float, format: Mapping[str, Any] | None, locale: str) -> str:
    """Return the number as the cell shows it."""
    chosen = number_format(format)
    kind, pattern = str(chosen.get("type", "")), str(chosen.get("pattern", ""))
    if kind in DATE_TYPES and 0 <= value <= _MAX_SERIAL:
        return show_date(value, pattern or _default_date(kind, locale))
    if kind == "TEXT" or not pattern:
        return _general(value, locale)
    return _patterned(value, pattern, locale)


def show_date(serial: float, pattern: str) -> str:
    moment = EPOCH + timedelta(seconds=round(serial * 86_400))
    after_hour = False

    def word(match: re.Match[str]) -> str:
        nonlocal after_hour
        token = match[0].lower()
        is_minute = after_hour and token in ("m", "mm")
        after_hour = token in ("h", "hh") or (after_hour and token not in ("m", "mm", "s", "ss"))
        return f"{moment.minute:02d}" if is_minute else _date_word(moment, match[0])

    return _DATE_TOKEN.sub(word, pattern)


def _date_word(moment: datetime, raw: str) -> str:
    words = {
        "yyyy": f"{moment.year:04d}",
        "yy": f"{moment.year % 100:02d}",
        "mmmm": moment.strftime("%B"),
        "mmm": moment.strftime("%b"),
        "mm": f"{moment.month:02d}",
        "m": str(moment.month),
        "dddd": moment.strftime("%A"),
        "ddd": moment.strftime("%a"),
        "dd": f"{moment.day:02d}",
        "d": str(moment.day),
        "hh": f"{moment.hour:02d}",
        "h": str(moment.hour),
        "ss": f"{moment.second:02d}",
        "s": str(moment.second),
        "am/pm": moment.strftime("%p"),
    }
    return words.get(raw.lower(), raw.strip('"'))


def _default_date(kind: str, locale: str) -> str:
    day = date_pattern(locale)
    return {"DATE": day, "TIME": "hh:mm:ss"}.get(kind, f"{day} hh:mm:ss")


def _general(value: float, locale: str) -> str:
    text = str(value) if isinstance(value, int) else _short(value)
    return text.replace(".", ",") if decimal_comma(locale) else text


def _short(value: float) -> str:
    # Google shows about ten digits, and an exponent only for very large or small numbers.
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.10g}".replace("e", "E")


def _patterned(value: float, pattern: str, locale: str) -> str:
    match = re.search(r"[#0?,.]+", pattern)
    if match is None:
        return _general(value, locale)
    digits = match[0]
    decimals = len(digits.partition(".")[2])
    scaled = value * 100 if "%" in pattern else value
    text = f"{scaled:,.{decimals}f}" if "," in digits else f"{scaled:.{decimals}f}"
    if decimal_comma(locale):
        text = text.translate(str.maketrans(",.", ".,"))
    return (pattern[: match.start()] + text + pattern[match.end() :]).replace('"', "")
