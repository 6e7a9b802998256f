"""JSON of any schema, filled from facts: enough to look like an answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

_MAX_DEPTH = 12
Schema = Mapping[str, Any]


def fill(
    schema: Schema, text_for: Callable[[str], str], root: Schema | None = None, name: str = "", depth: int = 0
) -> Any:
    """Return a value of ``schema``; ``text_for(name)`` gives the text of a string field called ``name``."""
    root = schema if root is None else root
    schema = _resolved(schema, root)
    if schema.get("enum"):
        return schema["enum"][0]
    if "const" in schema:
        return schema["const"]
    kind = _kind(schema)
    if depth > _MAX_DEPTH:
        return None
    if kind == "object":
        properties = schema.get("properties", {})
        return {key: fill(part, text_for, root, key, depth + 1) for key, part in properties.items()}
    if kind == "array":
        wanted = max(int(schema.get("minItems", 1) or 1), 1)
        items = schema.get("items", {})
        return [fill(items, text_for, root, name, depth + 1) for _ in range(min(wanted, 50))]
    if kind in ("integer", "number"):
        return _number(schema, kind)
    return {"boolean": True, "null": None}[kind] if kind in ("boolean", "null") else text_for(name)


def _kind(schema: Schema) -> str:
    kind = schema.get("type", "object" if "properties" in schema else "string")
    if isinstance(kind, list):
        kind = next((one for one in kind if one != "null"), "null")
    return str(kind).lower()


def _number(schema: Schema, kind: str) -> float:
    low = float(schema.get("minimum", 0))
    high = float(schema.get("maximum", low + 100))
    middle = (low + high) / 2
    return int(middle) if kind == "integer" else middle


def _resolved(schema: Schema, root: Schema) -> Schema:
    for _ in range(_MAX_DEPTH):
        options = schema.get("anyOf") or schema.get("oneOf")
        if options:
            schema = next((one for one in options if str(one.get("type", "")).lower() != "null"), options[0])
        elif "$ref" in schema:
            schema = _at(root, str(schema["$ref"]))
        else:
            break
    return schema


def _at(root: Schema, reference: str) -> Schema:
    found: Any = root
    for part in reference.removeprefix("#/").split("/"):
        found = found.get(part, {}) if isinstance(found, Mapping) else {}
    return found if isinstance(found, Mapping) else {}
