"""A stand-in for Calendly's API v2: whose key it is. A wrong key is refused in Calendly's own shape."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, request

from playground.google_errors import ApiError
from playground.wire import World, perform

API = "calendly"
METHODS = frozenset({"users.me"})
BAD_KEY = "bad"
ORIGIN = "https://api.calendly.com"
Json = dict[str, Any]

ACCOUNT: Json = {
    "uri": f"{ORIGIN}/users/AAAAAAAAAAAAAAAA",
    "name": "Nordwind Sales",
    "slug": "nordwind",
    "email": "ana@nordwind.example",
    "scheduling_url": "https://calendly.com/nordwind",
    "timezone": "Europe/Berlin",
    "current_organization": f"{ORIGIN}/organizations/BBBBBBBBBBBBBBBB",
}
"""As ``GET /users/me`` gives it, shortened to what is documented as always there."""


class CalendlyError(ApiError):
    """An error in Calendly's shape."""

    def body(self) -> Json:
        return {"title": self.status, "message": self.message}


def blueprint(world: World) -> Blueprint:
    """Return the routes."""
    routes = Blueprint("calendly_api", __name__)
    routes.add_url_rule("/users/me", "users_me", lambda: perform(world, API, "users.me", _account))
    return routes


def _account() -> Json:
    scheme, _, key = request.headers.get("Authorization", "").partition(" ")
    if scheme != "Bearer" or not key or key == BAD_KEY:
        raise CalendlyError(401, "The access token is invalid", status="Unauthenticated")
    return {"resource": ACCOUNT}
