"""Turns what a person typed into a card's fields into Google's ``formInputs``.

The page sends lists of strings, and for a picker an object with one key: ``date`` (2026-11-24), ``time`` (09:30) or
``dateTime`` (2026-11-24T09:30, the user's wall clock).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

Typed = Mapping[str, list[str] | Mapping[str, str]]
"""Field name to the values typed or ticked, or the date or time picked."""


def google_form(typed: Typed, zone: str) -> dict[str, Any]:
    """Return formInputs; empty fields and unticked groups are left out. ValueError for what is no date or time."""
    return {name: _field(value, zone) for name, value in typed.items() if _is_filled(value)}


def read_typed(given: Any) -> Typed:
    """Check what the page sent; raise ValueError for any other shape, and for what is no date or time."""
    if not isinstance(given, dict):
        raise ValueError("formInputs must be an object")
    for name, value in given.items():
        parts = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [None]
        if not all(isinstance(part, str) for part in parts):
            raise ValueError(f"formInputs.{name} must hold strings")
    google_form(given, "UTC")
    return given


def _is_filled(value: list[str] | Mapping[str, str]) -> bool:
    return any(value.values()) if isinstance(value, Mapping) else any(value)


def _field(value: list[str] | Mapping[str, str], zone: str) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return {"stringInputs": {"value": value}}
    ((kind, text),) = value.items()
    if kind == "date":
        # Midnight UTC of the date, wherever the user sits.
        return {"dateInput": {"msSinceEpoch": _ms(datetime.combine(date.fromisoformat(text), time(), UTC))}}
    if kind == "dateTime":
        at = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
        return {"dateTimeInput": {"hasDate": True, "hasTime": True, "msSinceEpoch": _ms(at)}}
    if kind == "time":
        at_time = time.fromisoformat(text)
        # Proto JSON leaves zeros out.
        return {"timeInput": {key: n for key, n in (("hours", at_time.hour), ("minutes", at_time.minute)) if n}}
    raise ValueError(f"a picker gives date, time or dateTime, not {kind}")


def _ms(at: datetime) -> str:
    return str(int(at.timestamp() * 1000))
