"""What work costs, as counts: a busy store makes no tick dearer, and a run's calls grow with its slices alone."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from addon.leads.model import RowChoice
from addon.ports import Create
from addon.runs.model import RunKind, RunState
from addon.scoring.service import ScoreRows
from tests.cast import lead_rows
from tests.fakes.counted import CountedDocuments
from tests.fakes.documents import FakeDocuments
from tests.fakes.world import FILE, World

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def idle_tick(leads: int) -> Counter[str]:
    store = FakeDocuments()
    for start in range(0, leads, 100):
        store.commit([Create("tenants/t/leads", f"lead{at}", {"tab_id": "t"}) for at in range(start, start + 100)])
        store.commit([Create("tenants/t/runs", f"run{start}", {"state": "done", "created_at": NOW})])
    documents = CountedDocuments(store)
    result = World(documents=documents).services().worker.tick(5.0)  # type: ignore[arg-type]
    assert (result.leased, result.done) == (0, 0)
    return documents.calls


def test_a_tick_with_nothing_due_asks_the_store_the_same_whatever_it_holds() -> None:
    empty = idle_tick(0)
    assert empty == idle_tick(2_000)
    assert set(empty) == {"find"}


def test_a_run_makes_at_most_six_calls_and_two_a_slice() -> None:
    slices = 3
    world = World()
    world.spreadsheets.add(FILE, lead_rows(slices * ScoreRows.slice_rows))
    run = world.finish(world.start(RunKind.SCORE, RowChoice.NEW))
    assert (run.state, run.cursor) == (RunState.DONE, slices * ScoreRows.slice_rows)
    assert len(world.spreadsheets.calls) <= 6 + 2 * slices
