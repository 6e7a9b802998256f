"""Is it alive, is it ready: for whoever runs the server."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint

if TYPE_CHECKING:
    from addon.services import Services


def blueprint(services: Callable[[], Services]) -> Blueprint:
    """Return the blueprint: ``/healthz`` knows the process only, ``/readyz`` asks the doors (503 if one is shut)."""
    made = Blueprint("health", __name__)

    @made.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @made.get("/readyz")
    def readyz() -> dict[str, str]:
        services().ping()
        return {"status": "ready"}

    return made
