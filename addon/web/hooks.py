"""What other services push to us. Whatever is not theirs, or cannot be read, changes nothing."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, abort, request

from addon.errors import Invalid
from addon.lib import log
from addon.web.bearer import bearer
from addon.web.body import posted_json
from addon.web.verify import Verifier

if TYPE_CHECKING:
    from addon.services import Services

MOST_DATA = 4_096
"""Characters of a push's data; Gmail's has some hundred."""

MOST_ADDRESS = 320
"""Characters of an address: RFC 5321 allows 64 before the @ and 255 behind it."""


def blueprint(verifier: Callable[[], Verifier], services: Callable[[], Services], *, is_pushed: bool) -> Blueprint:
    """Return the routes below ``/hooks``; ``is_pushed`` says whether Gmail is asked to push at all (else 404)."""
    made = Blueprint("hooks", __name__)

    @made.post("/hooks/gmail")
    def gmail() -> Response:
        if not is_pushed:
            abort(404)
        verifier().verify_push(bearer(), request.path)
        # A push that cannot be read, or is of a mailbox nobody knows, is acknowledged: it would only come again.
        address = _pushed_address()
        is_known = bool(address) and services().pushes.received(address)
        log.note(outcome="woken" if is_known else "unknown" if address else "unreadable")
        return Response(status=204)

    return made


def _pushed_address() -> str:
    try:
        return address_of(posted_json())
    except Invalid:
        return ""


def address_of(push: Any) -> str:
    """Return whose mailbox has news, of a Pub/Sub push as Gmail fills it; ``""`` where that cannot be read."""
    message = push.get("message") if isinstance(push, Mapping) else None
    data = message.get("data") if isinstance(message, Mapping) else None
    told = _decoded(data) if isinstance(data, str) and len(data) <= MOST_DATA else None
    address = told.get("emailAddress") if isinstance(told, Mapping) else None
    is_one = isinstance(address, str) and len(address) <= MOST_ADDRESS and "@" in address
    return str(address) if is_one else ""


def _decoded(data: str) -> Any:
    """Return the JSON of a push's data, in either alphabet of base64; None where it is none."""
    try:
        return json.loads(base64.b64decode(data.translate({ord("-"): "+", ord("_"): "/"}), validate=True))
    except (binascii.Error, ValueError, RecursionError):
        return None
