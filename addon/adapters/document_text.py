"""Documents as JSON text that keeps every type and sorts as Firestore sorts.

JSON has no times and no bytes, so a string carries a letter for its type: ``t`` time, ``u`` text, ``x`` bytes in hex.
The letters stand in Firestore's order of types, times have one fixed width and hex keeps the order of bytes: SQLite's
plain comparison of two such strings is therefore Firestore's order.
"""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any

import orjson


class Rank(IntEnum):
    """Kinds of JSON values in the order in which Firestore sorts types; ``TEXT`` is ordered within by its letter."""

    NULL = 0
    BOOLEAN = 1
    NUMBER = 2
    TEXT = 3
    LIST = 4
    MAP = 5


def encode(value: Any) -> str:
    """Return plain data (see ``document_rules.plain``) as JSON text."""
    return orjson.dumps(_tagged(value)).decode()


def decode(text: str) -> Any:
    """Return what ``encode`` was given, type by type."""
    return _untagged(orjson.loads(text))


def scalar(value: Any) -> tuple[Rank, Any]:
    """Return a value's rank and what ``json_extract`` gives for it, the null being 0."""
    if value is None:
        return Rank.NULL, 0
    if isinstance(value, bool):
        return Rank.BOOLEAN, int(value)
    if isinstance(value, (int, float)):
        return Rank.NUMBER, value
    if isinstance(value, (list, dict)):
        return (Rank.LIST if isinstance(value, list) else Rank.MAP), encode(value)
    return Rank.TEXT, _tagged(value)


def _tagged(value: Any) -> Any:
    if isinstance(value, str):
        return f"u{value}" if value.isprintable() else "u" + _without_nul(value)
    if isinstance(value, datetime):
        return f"t{value.replace(tzinfo=None).isoformat(timespec='microseconds')}Z"
    if isinstance(value, bytes):
        return "x" + value.hex()
    if isinstance(value, dict):
        return {name: _tagged(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_tagged(item) for item in value]
    return value


def _untagged(value: Any) -> Any:
    if isinstance(value, str):
        return _untagged_text(value[:1], value[1:])
    if isinstance(value, dict):
        return {name: _untagged(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_untagged(item) for item in value]
    return value


def _untagged_text(letter: str, rest: str) -> Any:
    if letter == "t":
        return datetime.fromisoformat(rest)
    if letter == "x":
        return bytes.fromhex(rest)
    return rest.replace("\x01\x01", "\x00").replace("\x01\x02", "\x01") if "\x01" in rest else rest


def _without_nul(text: str) -> str:
    """Escape NUL, at which SQLite's JSON functions cut a string; 01 01 and 01 02 keep the order of 00 and 01."""
    if "\x00" not in text and "\x01" not in text:
        return text
    return text.replace("\x01", "\x01\x02").replace("\x00", "\x01\x01")
