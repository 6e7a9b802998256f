"""The process dies at any call, before or after it, in anything a run does: every row is done once all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from addon.adapters.metered_model import MeteredModel
from addon.leads.model import OwnColumn
from addon.lib.bucket import Limit
from addon.ports import ModelAnswer, ModelRequest
from addon.runs.model import RunKind, RunState
from tests.cast import ANA, lead_rows
from tests.fakes.batch_writer import BatchWriter
from tests.fakes.documents import FakeDocuments
from tests.fakes.spreadsheets import FakeSheet
from tests.fakes.world import FILE, World
from tests.flow.dying import Crash, Dying, DyingDocuments
from tests.flow.small_slices import Crew, crew

ROWS, SLICE, MOST_POINTS = 7, 3, 400
PAST_THE_LEASE = 100.0


@dataclass
class DyingModel:
    """A model whose process dies before it is asked or when it has answered; it counts what it was paid for."""

    dying: Dying
    writer: BatchWriter = field(default_factory=BatchWriter)
    paid: Counter[str] = field(default_factory=Counter)
    name: str = "fake-model"

    def models(self) -> tuple[str, ...]:
        return (self.name,)

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        self.dying.step("before the model")
        answer = self.writer.generate(request, schema)
        self.paid[request.data] += 1
        self.dying.step("after the model")
        return answer


@dataclass
class Life:
    """A world whose process dies at one point."""

    dying: Dying
    rows: int = ROWS
    world: World = field(default_factory=lambda: World(documents=FakeDocuments(is_strict=False)))

    def __post_init__(self) -> None:
        self.sheet = self.world.spreadsheets.add(FILE, lead_rows(self.rows))
        self.users = self.sheet.user_cells()
        self.world.spreadsheets.before = lambda name: self.dying.step(f"before {name}")
        self.world.spreadsheets.after = lambda name: self.dying.step(f"after {name}")
        self.world.documents = DyingDocuments(self.world.documents, self.dying)  # type: ignore[assignment, arg-type]

    def crew(self) -> Crew:
        return crew(self.world, SLICE)

    def live(self, act: Callable[[], object]) -> None:
        """Do something; if the process dies of it, let the lease run out."""
        try:
            act()
        except Crash:
            self.world.clock.advance(seconds=PAST_THE_LEASE)
        self.dying.is_over = True

    def finish(self, kind: RunKind, rows: str = "new") -> RunState:
        workers = self.crew()
        return workers.finish(workers.start(kind, rows)).state


def score(life: Life) -> None:
    """Insert the columns, queue the rows, work three slices, look at the last write."""
    life.live(lambda: life.finish(RunKind.SCORE))
    assert life.finish(RunKind.SCORE) is RunState.DONE


def draft(life: Life) -> None:
    life.live(lambda: life.finish(RunKind.DRAFT))
    assert life.finish(RunKind.DRAFT) is RunState.DONE


def verify(life: Life) -> None:
    """Sort the rows between the read and the write of a slice, so that what was written must be put right."""
    calls = Counter[str]()
    dying = life.world.spreadsheets.before

    def sort_before_the_second_slice_is_written(name: str) -> None:
        calls[name] += 1
        if name == "write" and calls[name] == 3:
            life.sheet.reorder([6, 5, 4, 3, 2, 1, 0])
            life.users = life.sheet.user_cells()
        dying(name)

    life.world.spreadsheets.before = sort_before_the_second_slice_is_written
    score(life)


def stop_and_resume(life: Life) -> None:
    """Stop after the first slice, tidy up, go on."""
    workers = life.crew()

    def stop_meanwhile() -> None:
        run = workers.start(RunKind.SCORE)
        workers.worker.tick(0.0)
        workers.runs.stop(ANA, run.id, FILE, "token")
        run = workers.finish(run)
        assert run.state is RunState.STOPPED
        workers.finish(workers.runs.resume(ANA, run.id, FILE, "token"))

    life.live(stop_meanwhile)
    again = life.crew()
    for run in again.runs.active(ANA, FILE):
        again.finish(run)
    assert life.finish(RunKind.SCORE) is RunState.DONE


def assert_each_row_is_done_once(life: Life, column: OwnColumn) -> None:
    assert life.sheet.user_cells() == life.users
    assert len(set(life.sheet.own_cells(OwnColumn.LEAD_ID)[1:])) == life.rows
    assert all(cell != "" for cell in life.sheet.own_cells(column)[1:])
    assert "Queued" not in life.sheet.own_cells(OwnColumn.STATUS)
    own = [column.own for column in life.sheet.columns if column.own]
    assert len(own) == len(set(own)), "a column was inserted twice"


def right_cells(sheet: FakeSheet, column: OwnColumn) -> dict[object, object]:
    emails = next(column.cells for column in sheet.columns if column.cells[0] == "Email")
    return dict(zip(emails[1:], sheet.own_cells(column)[1:], strict=True))


@pytest.mark.parametrize("scenario", [score, draft, verify, stop_and_resume], ids=lambda one: one.__name__)
def test_a_death_anywhere_loses_and_doubles_nothing(scenario: Callable[[Life], None]) -> None:
    column = OwnColumn.DRAFT if scenario is draft else OwnColumn.SCORE
    calm = Life(Dying(-1))
    scenario(calm)
    right = right_cells(calm.sheet, column)
    deaths = Counter[str]()
    for point in range(MOST_POINTS):
        life = Life(Dying(point))
        scenario(life)
        if not life.dying.died:
            break
        deaths[life.dying.died_at] += 1
        assert_each_row_is_done_once(life, column)
        assert right_cells(life.sheet, column) == right, life.dying.died_at
    assert not life.dying.died, "there are more points than were tried"
    assert deaths.total() > 40
    assert deaths.keys() >= {"before write", "after write", "before add_columns", "after commit", "after replace"}


def test_a_death_anywhere_pays_the_model_twice_for_no_row() -> None:
    """But where the answer came and the process died before it could be kept: nobody can know of it then."""
    deaths = Counter[str]()
    for point in range(MOST_POINTS):
        dying = Dying(point)
        model = DyingModel(dying)
        life = Life(dying, rows=2)

        def process(life: Life = life, model: DyingModel = model) -> Crew:
            life.world.model = MeteredModel(
                model, life.world.documents, life.world.clock, key="k", limit=Limit(calls=100, tokens=10**9)
            )
            services = life.world.services()
            return Crew(services.runs, services.worker, life.world)

        def draft_all(process: Callable[[], Crew] = process) -> RunState:
            workers = process()
            return workers.finish(workers.start(RunKind.DRAFT)).state

        life.live(draft_all)
        kept = sum(collection.endswith("model_answers") for collection, _ in life.world.documents.documents.stored)  # type: ignore[attr-defined]
        lost = len(model.writer.requests) - kept if dying.died else 0
        assert draft_all() is RunState.DONE
        twice = sum(times - 1 for times in model.paid.values())
        assert twice <= lost, f"{twice} calls paid twice, {dying.died_at}"
        assert max(model.paid.values()) <= 2
        assert set(life.sheet.own_cells(OwnColumn.STATUS)[1:]) == {"Drafted"}
        if not dying.died:
            break
        deaths[dying.died_at] += 1
        assert_each_row_is_done_once(life, OwnColumn.DRAFT)
    assert not dying.died, "there are more points than were tried"
    assert deaths.keys() >= {"before the model", "after the model", "before write", "after create"}


def test_two_servers_on_one_store_do_no_row_twice() -> None:
    """While one server is between any two of its calls, the other looks for work."""
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    users = sheet.user_cells()
    model = DyingModel(Dying(-1))
    world.model = model
    one, other = world.services(), world.services()
    depth = [0]

    def the_other_looks(name: str) -> None:
        if not depth[0]:
            depth[0] += 1
            other.worker.tick(1.0)
            depth[0] -= 1

    world.spreadsheets.before = world.spreadsheets.after = the_other_looks
    run = world.start(RunKind.DRAFT)
    one.worker.tick(5.0)
    run = world.finish(run)
    assert (run.state, run.cursor, sum(run.counts.values())) == (RunState.DONE, ROWS, ROWS)
    assert set(model.paid.values()) == {1}
    assert sheet.user_cells() == users
    assert len(set(sheet.own_cells(OwnColumn.LEAD_ID)[1:])) == ROWS
