"""Ten thousand rows: the answer comes at once, Google is asked seldom, nothing is done twice."""

from __future__ import annotations

import time
from collections import Counter

from tests.cast import lead_rows
from tests.flow.wire import Wire

ROWS = 10_000
ANSWER_SECONDS = 2.0
CALLS_A_RUN, CALLS_A_SLICE, SLICE_ROWS = 6, 2, 500
WRITE = "values.batchUpdateByDataFilter"


def test_ten_thousand_rows_are_scored_with_few_calls_and_never_again(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    users = wire.grid(ana.file).users()
    before = Counter(wire.world.calls.as_dict()["sheets"])
    began = time.monotonic()
    ana.press("Score leads")
    assert time.monotonic() - began < ANSWER_SECONDS
    receipt = wire.work(ana)
    calls = Counter(wire.world.calls.as_dict()["sheets"]) - before
    grid = wire.grid(ana.file)
    assert "10,000 of 10,000 rows" in receipt
    assert {kind for _, kind in grid.columns[grid.index("Score")][1:]} == {"n"}
    assert len(set(grid.cells("Lead ID"))) == len(grid.cells("Lead ID")) == ROWS
    assert set(grid.cells("Status")) == {"Scored"}
    assert grid.users() == users

    slices = calls[WRITE] - 1  # one write says Queued, before the first slice
    assert slices >= 2
    assert ROWS / slices >= SLICE_ROWS
    assert calls.total() <= CALLS_A_RUN + CALLS_A_SLICE * slices, calls

    ana.press("Back to Home")
    began = time.monotonic()
    ana.press("Score leads")
    assert time.monotonic() - began < ANSWER_SECONDS
    again = Counter(wire.world.calls.as_dict()["sheets"])
    assert "No row to do" in wire.work(ana)
    asked = Counter(wire.world.calls.as_dict()["sheets"]) - again
    assert asked[WRITE] == 0
    assert asked.total() <= CALLS_A_RUN
