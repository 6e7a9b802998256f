"""The token in the current request's Authorization header."""

from __future__ import annotations

from flask import request

from addon.web.verify import Unauthenticated


def bearer() -> str:
    """Return the bearer token; ``Unauthenticated`` without one."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise Unauthenticated("missing")
    return token.strip()
