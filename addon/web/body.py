"""The body of a POST as JSON: read tolerantly, refused in words."""

from __future__ import annotations

import json
from typing import Any

import orjson
from flask import request
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge

from addon.errors import Invalid


def posted_json() -> Any:
    """Return the posted JSON, whatever its content type says; ``Invalid`` if it is none or too much."""
    try:
        raw = request.get_data(cache=False)
    except RequestEntityTooLarge as error:
        raise Invalid("That was more than this add-on takes at once. Shorten it and try again.") from error
    except BadRequest as error:
        raise Invalid("The request was cut off on its way. Try again.") from error
    try:
        return orjson.loads(raw)
    except ValueError:
        return _loosely(raw)


def _loosely(raw: bytes) -> Any:
    """Read what orjson is too strict for (half a surrogate pair, NaN), which a browser may well send."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise Invalid("The request could not be read. Try again.", reason="not_json") from error
