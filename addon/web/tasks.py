"""What Cloud Scheduler and Cloud Tasks call: do what is due. Losing or doubling a call changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, request

from addon.web.bearer import bearer
from addon.web.verify import Verifier

if TYPE_CHECKING:
    from addon.services import Services

TICK_SECONDS = 24.0
"""How long one call works: 80 % of the 30 seconds a scheduler's caller may wait for us at the least."""


def blueprint(verifier: Callable[[], Verifier], services: Callable[[], Services]) -> Blueprint:
    """Return the routes below ``/tasks``; each verifies its own audience and the configured service account."""
    made = Blueprint("tasks", __name__)

    @made.post("/tasks/tick")
    def tick() -> dict[str, object]:
        verifier().verify_task(bearer(), request.path)
        result = services().worker.tick(TICK_SECONDS)
        next_due = result.next_due.isoformat() if result.next_due else None
        return {"leased": result.leased, "done": result.done, "next_due": next_due}

    @made.post("/tasks/run")
    def run() -> dict[str, object]:
        verifier().verify_task(bearer(), request.path)
        asked = request.get_json(silent=True)
        ref = asked.get("ref") if isinstance(asked, dict) else None
        done = isinstance(ref, str) and services().worker.work_one("run", ref, TICK_SECONDS)
        return {"done": done}

    return made
