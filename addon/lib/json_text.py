"""Finds the one JSON object in a model's text, and holds it against a schema."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

LONGEST_TEXT = 200_000
"""Characters looked at; an answer of a few thousand tokens is far below."""

_FENCE = re.compile(r"^\s*`{3,}[\w-]*\s*\n?(.*?)\n?\s*`{3,}\s*$", re.DOTALL)
_LOOKS_LIKE_JSON = re.compile(
    r"`{3}|^\s*[\[{]\s*[\"{\[\]}]"
    r"|(?:^|[{,])\s*\\?\"\w{1,40}\\?\"\s*:"
    r"|\"(?:text|sources|sentences)\\?\"\s*:"
)
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (Mapping,),
    "array": (list, tuple),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


def read_object(text: str) -> dict[str, Any]:
    """Return the JSON object of a text that may be fenced, encoded twice or wrapped in prose.

    Raises ``ValueError`` when there is none, when it is broken or cut off, or when there are several different ones.
    """
    if len(text) > LONGEST_TEXT:
        raise ValueError("too long")
    whole = _unwrapped(text)
    if whole is not None:
        return whole
    found = _scan(text)
    if not found or any(other != found[0] for other in found):
        raise ValueError("no single JSON object")
    return found[0]


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value satisfies a schema's types, required properties, items and enumerations, all the way down."""
    kind = str(schema.get("type", "object")).lower()
    if not _is_a(value, kind) or ("enum" in schema and value not in schema["enum"]):
        return False
    if kind == "array":
        return all(fits(item, schema.get("items", {})) for item in value)
    parts: Mapping[str, Any] = schema.get("properties", {}) if kind == "object" else {}
    has_all = all(name in value for name in schema.get("required", ()))
    return has_all and all(fits(value[name], part) for name, part in parts.items() if name in value)


def _is_a(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def looks_like_json(text: str) -> bool:
    """Whether a text that should be prose begins like JSON or a code fence, or holds a draft's keys."""
    return bool(_LOOKS_LIKE_JSON.search(text))


def _unwrapped(text: str) -> dict[str, Any] | None:
    """Return the object that is the whole text, fences, a one-item list and up to three string layers taken off."""
    for _ in range(4):
        text = text.strip().lstrip("\ufeff")
        fenced = _FENCE.match(text)
        value = _parsed(fenced[1] if fenced else text)
        if isinstance(value, list) and len(value) == 1:
            value = value[0]
        if isinstance(value, dict):
            return value
        if not isinstance(value, str):
            return None
        text = value
    return None


def _scan(text: str) -> list[dict[str, Any]]:
    """Return the objects standing in prose. One that begins as an object and breaks ends the search.

    Else a part of a cut-off answer would pass for the whole.
    """
    decoder = json.JSONDecoder(strict=False, parse_constant=_refuse)
    found: list[dict[str, Any]] = []
    at = text.find("{")
    while at >= 0:
        end = at + 1
        if re.match(r"\{\s*[\"'\\]", text[at : at + 40]):
            try:
                value, end = decoder.raw_decode(text, at)
            except RecursionError as cause:
                raise ValueError("too deep") from cause
            found.append(value)
        at = text.find("{", end)
    return found


def _parsed(text: str) -> Any:
    try:
        return json.loads(text, strict=False, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON")
