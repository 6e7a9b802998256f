"""Goal 8: how often a model is asked for 1,000 rows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

from addon.accounts.model import Offer
from addon.adapters.sqlite import SqliteDocuments
from addon.ports import ModelAnswer, ModelRequest, TextModel, Usage
from addon.runs.model import PLAIN, Manner, RunKind, RunState
from bench.figure import Figure
from bench.google import Google
from tests.cast import ANA, lead_rows
from tests.fakes.batch_writer import BatchWriter, Mail, item, rows_of
from tests.fakes.world import FILE, World

ROWS = 1_000
MOST_ASSESSMENTS, MOST_DRAFTS = 50, 220
OFFER = Offer(what="Route planning software", audience="Carriers", proof="Used by 40 carriers", signature="Ana")
BY_MODEL = Manner(by_model=True)


class Asked(TextModel, Protocol):
    """A model that notes what it was asked."""

    requests: list[ModelRequest]


class Judge:
    """Says of every row that its cells do not tell."""

    name = "fake-model"

    def __init__(self) -> None:
        self.requests: list[ModelRequest] = []

    def models(self) -> tuple[str, ...]:
        return (self.name,)

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:  # noqa: ARG002 - the port's
        self.requests.append(request)
        judged = [{"row": key, "fit": 50, "for": [], "against": []} for key in rows_of(request)]
        usage = Usage(input_tokens=100, output_tokens=50, calls=1)
        return ModelAnswer(data={"assessments": judged}, usage=usage, model=self.name)


def measure(google: Google, folder: Path) -> Iterator[Figure]:  # noqa: ARG001 - every goal's shape
    judge = Judge()
    with closing(SqliteDocuments(folder / "scores.db")) as store:
        world = _world(store, judge)
        yield _figure("scores by rules", _calls(world, judge, RunKind.SCORE), "rival 3,000", 0)
        by_model = _calls(world, judge, RunKind.SCORE, f"2-{ROWS + 1}", BY_MODEL)
        yield _figure("scores with its judgement", by_model, "one a row 1,000", MOST_ASSESSMENTS)
        again = _calls(world, judge, RunKind.SCORE, f"2-{ROWS + 1}", BY_MODEL)
        yield _figure("the same judgements after a restart", again, "one a row 1,000", 0)
    writer = BatchWriter()
    with closing(SqliteDocuments(folder / "drafts.db")) as store:
        world = _world(store, writer)
        yield _figure("drafts", _calls(world, writer, RunKind.DRAFT), "one a row 1,000", MOST_DRAFTS)
        again = _calls(world, writer, RunKind.DRAFT, f"2-{ROWS + 1}")
        yield _figure("the same drafts again after a restart, nothing changed", again, "one a row 1,000", 0)
    careless = BatchWriter(spoil=_with_a_claim)
    with closing(SqliteDocuments(folder / "repairs.db")) as store:
        repaired = _calls(_world(store, careless), careless, RunKind.DRAFT)
        yield _figure("drafts, every call with a repair", repaired, "two a row 2,000", MOST_DRAFTS)


def _world(store: SqliteDocuments, model: TextModel) -> World:
    world = World(documents=store, model=model)
    world.spreadsheets.add(FILE, lead_rows(ROWS))
    world.services().accounts.save_offer(ANA, OFFER)
    return world


def _with_a_claim(mails: list[Mail]) -> list[Mail]:
    """Return the mails, the first with a sentence that no cell supports: that one is asked for again."""
    first, *rest = mails
    return [{**first, "sentences": [item("Congratulations on your Series B."), *first["sentences"]]}, *rest]


def _calls(world: World, model: Asked, kind: RunKind, rows: str = "new", manner: Manner = PLAIN) -> int:
    """Return the calls of one run; ``world`` builds its services anew for each, as a restarted process does."""
    before = len(model.requests)
    run = world.finish(world.start(kind, rows, manner=manner))
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
