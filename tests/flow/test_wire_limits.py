"""A limit of Gemini's key, over the wire: the stand-in enforces it by the playground's clock, and never has to."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from addon.services import Services
from tests.cast import lead_rows
from tests.flow.person import Person
from tests.flow.wire import Wire, services_of

A_MINUTE = 10
STEP_SECONDS = 20
"""How far the clock goes between turns: several in each minute, so that a minute's calls do not come at once."""


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GEMINI_API_KEY": "a-key", "GEMINI_REQUESTS_A_MINUTE": str(A_MINUTE)}


def two_files(wire: Wire, count: int) -> tuple[Person, Person]:
    """Return two colleagues, each with one half of so many rows in a file."""
    header, *rows = lead_rows(count)
    half = count // 2
    return wire.sheet([header, *rows[:half]]), wire.sheet([header, *rows[half:]], user="marco")


def work_together(wire: Wire, people: Sequence[Person], servers: Sequence[Services]) -> None:
    """Let all servers work at the same time, again and again, until every run is over; samples are liked."""
    for _ in range(200):
        for person in people:
            person.press("Refresh")
            if "Write the rest" in person.words():
                person.press("Write the rest")
        if not any("Stop" in person.words() for person in people):
            return
        with ThreadPoolExecutor(len(servers)) as pool:
            list(pool.map(lambda server: server.worker.tick(5.0), servers))
        wire.world.clock.set_offset(wire.world.clock.offset() + STEP_SECONDS)
    raise AssertionError("the runs do not end")


@pytest.mark.parametrize(
    ("words", "typed", "rows", "fewest", "done"),
    [("Score leads", {"judge": "model"}, 500, 25, "Scored"), ("Write drafts", {}, 160, 16, "Drafted")],
)
def test_two_servers_never_exceed_the_limit_together(
    wire: Wire, words: str, typed: dict[str, str], rows: int, fewest: int, done: str
) -> None:
    people = two_files(wire, rows)
    wire.play("/play/faults", api="gemini", kind="quota", times=A_MINUTE)
    before = wire.calls("gemini", "generateContent")
    for person in people:
        person.press(words, **typed)
    work_together(wire, people, [wire.services, services_of(wire.config)])
    state = wire.look("/state")["model"]
    assert state["refused"] == 0
    assert A_MINUTE // 2 < state["busiest_minute"] <= A_MINUTE
    assert wire.calls("gemini", "generateContent") - before >= fewest
    statuses = [status for person in people for status in wire.grid(person.file).cells("Status")]
    assert statuses == [done] * rows
