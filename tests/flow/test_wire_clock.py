"""The playground's clock walks to what is due; ticks may come twice, at once, or for nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from playground.cast import TASKS_SERVICE_ACCOUNT
from tests.cast import lead_rows
from tests.flow.door import Wsgi
from tests.flow.post import post
from tests.flow.wire import Wire

ROWS, CALLS = 24, 3
"""Rows, and the calls they take, ten rows each."""

HOURS = 6


@pytest.fixture
def modelled(tmp_path: Path) -> Iterator[Wire]:
    """With a model whose calls are counted, and whose style is liked; its clock at real time."""
    wire = Wire(tmp_path, GEMINI_API_KEY="a-key")
    ana = wire.sheet(lead_rows(4))
    for words in ("Write drafts", "Write the rest"):
        ana.press(words)
        wire.services.worker.tick(5.0)
        ana.press("Refresh")
    wire.world.calls.reset()
    yield wire
    wire.close()


def limited_for_hours(app: Wsgi, strikes: list[str]) -> Wsgi:
    """Answer the first write with Google's 429 and a Retry-After of hours."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["PATH_INFO"].endswith("batchUpdateByDataFilter") and not strikes:
            strikes.append(environ["PATH_INFO"])
            start_response("429 Too Many", [("Retry-After", str(HOURS * 3600)), ("Content-Type", "application/json")])
            return [b'{"error": {"code": 429, "status": "RESOURCE_EXHAUSTED", "message": "Quota exceeded"}}']
        return app(environ, start_response)

    return answer


def tick(wire: Wire) -> dict[str, Any]:
    token = wire.world.keys.service_token(TASKS_SERVICE_ACCOUNT, wire.addon.origin + "/tasks/tick")
    answer = post(wire, "/tasks/tick", {}, token)
    assert answer.status_code == 200
    found: dict[str, Any] = answer.json()
    return found


def test_a_limit_that_ends_in_hours_is_waited_for_and_then_the_run_ends(modelled: Wire) -> None:
    wire, strikes = modelled, list[str]()
    wire.google.app = limited_for_hours(wire.google.app, strikes)
    ana = wire.sheet(lead_rows(ROWS))
    assert "Waiting" in ana.press("Write drafts")
    [run] = wire.runs(ana.file)
    assert run.retry_at is not None
    assert run.retry_at - run.updated_at > timedelta(hours=HOURS - 0.1)

    calls = wire.calls("sheets"), wire.calls("gemini")
    assert wire.advance(HOURS - 1)["ticks"] >= 1
    assert tick(wire) == {"leased": 0, "done": 0, "next_due": run.retry_at.isoformat()}
    assert (wire.calls("sheets"), wire.calls("gemini")) == calls, "an hour too early: nothing happens"

    answer = wire.advance(24)
    assert "problem" not in answer
    assert f"{ROWS} drafted" in ana.press("Refresh")
    assert wire.calls("gemini", "generateContent") == CALLS
    assert strikes


def test_ticks_that_come_twice_and_at_once_draft_each_row_once(modelled: Wire) -> None:
    wire = modelled
    ana = wire.sheet(lead_rows(ROWS))
    wire.play("/play/faults", api="sheets", method="values.batchGetByDataFilter", kind="503")
    ana.press("Write drafts")
    wire.play("/play/faults", api="gemini", kind="delay", delay_ms=30, times=CALLS)
    token = wire.world.keys.service_token(TASKS_SERVICE_ACCOUNT, wire.addon.origin + "/tasks/run")
    [run] = wire.runs(ana.file)
    wire.world.clock.set_offset(600)  # it is due, and nobody was told
    ref = {"ref": f"{run.tenant} {run.id}"}
    with ThreadPoolExecutor(8) as pool:
        waiting: list[Future[Any]] = [pool.submit(tick, wire) for _ in range(6)]
        waiting += [pool.submit(post, wire, "/tasks/run", ref, token) for _ in range(6)]
        for one in waiting:
            one.result()
    assert f"{ROWS} drafted" in wire.work(ana)
    assert wire.calls("gemini", "generateContent") == CALLS
    assert all(wire.grid(ana.file).cells("Draft"))
    assert tick(wire)["leased"] == tick(wire)["leased"] == 0


@pytest.mark.parametrize("body", [{}, {"ref": 7}, {"ref": "nobody nothing"}, [], "x", {"ref": "a" * 5_000}])
def test_a_wake_up_for_nothing_is_nothing(wire: Wire, body: object) -> None:
    token = wire.world.keys.service_token(TASKS_SERVICE_ACCOUNT, wire.addon.origin + "/tasks/run")
    answer = post(wire, "/tasks/run", body, token)
    assert (answer.status_code, answer.json()) == (200, {"done": False})
