"""What Cloud Scheduler and Cloud Tasks call: do what is due. Losing or doubling a call changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Blueprint, request

from addon.errors import Invalid
from addon.runs.model import DueKind
from addon.web.bearer import bearer
from addon.web.body import posted_json
from addon.web.verify import Verifier
from addon.worker import TICK_SECONDS

if TYPE_CHECKING:
    from addon.services import Services


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
        return worked(DueKind.RUN)

    @made.post("/tasks/mailbox")
    def mailbox() -> dict[str, object]:
        return worked(DueKind.MAILBOX)

    def worked(kind: DueKind) -> dict[str, object]:
        verifier().verify_task(bearer(), request.path)
        ref = _ref()
        done = ref is not None and services().worker.work_one(kind, ref, TICK_SECONDS)
        return {"done": done}

    return made


def _ref() -> str | None:
    """Return what is to be worked; None if that cannot be read: refused, it would only be sent again as it is."""
    try:
        asked = posted_json()
    except Invalid:
        return None
    ref = asked.get("ref") if isinstance(asked, dict) else None
    return ref if isinstance(ref, str) else None
