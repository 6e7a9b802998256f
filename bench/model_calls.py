"""Goal 8: how often a model is asked for 1,000 rows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from addon.accounts.model import Offer
from addon.adapters.sqlite import SqliteDocuments
from addon.runs.model import RunKind, RunState
from bench.figure import Figure
from bench.google import Google
from tests.cast import ANA, lead_rows
from tests.fakes.text_model import FakeTextModel
from tests.fakes.world import FILE, World

ROWS = 1_000
OFFER = Offer(what="Route planning software", audience="Carriers", proof="Used by 40 carriers", signature="Ana")
ANSWER = {
    "subject": "A question",
    "sentences": [
        {"text": "Would a short call be useful?", "sources": []},
        {"text": "We sell route planning software.", "sources": ["What we sell"]},
    ],
}


def measure(google: Google, folder: Path) -> Iterator[Figure]:  # noqa: ARG001 - every goal's shape
    with closing(SqliteDocuments(folder / "model.db")) as store:
        model = FakeTextModel(ANSWER)
        world = World(documents=store, model=model)
        world.spreadsheets.add(FILE, lead_rows(ROWS))
        world.services().accounts.save_offer(ANA, OFFER)
        yield _figure("scores by rules", _calls(world, model, RunKind.SCORE), "rival 3,000", 0)
        yield _figure("drafts, one call a row today", _calls(world, model, RunKind.DRAFT), "one a row 1,000", 220)
        again = _calls(world, model, RunKind.DRAFT, f"2-{ROWS + 1}")
        yield _figure("the same rows again after a restart, nothing changed", again, "one a row 1,000", 0)


def _calls(world: World, model: FakeTextModel, kind: RunKind, rows: str = "new") -> int:
    """Return the calls of one run; ``world`` builds its services anew for each, as a restarted process does."""
    before = len(model.requests)
    run = world.finish(world.start(kind, rows))
    if run.state is not RunState.DONE or run.cursor != ROWS:
        raise RuntimeError(f"the run is {run.state} at {run.cursor}: {run.note}")
    return len(model.requests) - before


def _figure(what: str, calls: int, baseline: str, ceiling: int) -> Figure:
    return Figure(
        goal=8,
        what=f"model calls per {ROWS:,} rows: {what}",
        measured=f"{calls:,}",
        baseline=baseline,
        aim=f"≤ {ceiling}" if ceiling else "0",
        is_met=calls <= ceiling,
    )
