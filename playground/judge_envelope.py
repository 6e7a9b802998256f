"""The envelopes: keys made lowerCamelCase as proto JSON allows, then held against ``envelopes.schema.json``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from playground.judge_card import RefusedError, camel

SCHEMA_PATH = Path(__file__).with_name("envelopes.schema.json")
CARD_KEYS = frozenset({"pushCard", "updateCard", "previewCard"})


def canonical(value: Any) -> Any:
    """Return an envelope with camelCase keys and without nulls, as proto JSON reads it; cards stay as they are."""
    if isinstance(value, list):
        return [canonical(item) for item in value]
    if not isinstance(value, dict):
        return value
    made: dict[str, Any] = {}
    for key, inner in value.items():
        name = camel(key)
        if name in made:
            raise RefusedError(f"field {name} is set twice")
        if inner is not None:
            made[name] = inner if name in CARD_KEYS else canonical(inner)
    return made


def check(payload: Any, message: str) -> None:
    """Hold a canonical envelope against one definition of the schema; raise RefusedError in Google's words."""
    error = next(iter(sorted(_validator(message).iter_errors(payload), key=lambda found: len(found.path))), None)
    if error is not None:
        raise RefusedError(_words(error))


@cache
def _validator(message: str) -> Any:
    schema = json.loads(SCHEMA_PATH.read_text("utf-8"))
    return Draft202012Validator({"$ref": f"#/$defs/{message}", "$defs": schema["$defs"]})


def _words(error: ValidationError) -> str:
    at = error.json_path.removeprefix("$").lstrip(".") or "the answer"
    name = error.schema.get("title", "") if isinstance(error.schema, dict) else ""
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
        unknown = next(key for key in error.instance if key not in known)
        return f"Cannot find field: {unknown} in message {name}"
    if error.validator in {"minProperties", "maxProperties"}:
        return f"{at}: {name} takes exactly one key, not {len(cast(dict[str, Any], error.instance))}"
    return f"{at}: {error.message[:300]}"
