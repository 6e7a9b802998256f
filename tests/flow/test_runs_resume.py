"""Stop, then Resume: the run goes on exactly where it was, whatever happened to the tab meanwhile."""

from __future__ import annotations

import random

import pytest

from addon.leads.model import OwnColumn
from addon.runs.model import Run, RunKind, RunState
from tests.cast import ANA, lead_rows
from tests.fakes.batch_writer import BatchWriter
from tests.fakes.world import FILE, World

ROWS = 240


@pytest.fixture
def model() -> BatchWriter:
    return BatchWriter()


@pytest.fixture
def world(model: BatchWriter) -> World:
    made = World(model=model)
    made.spreadsheets.add(FILE, lead_rows(ROWS))
    return made


def stopped(world: World, model: BatchWriter) -> Run:
    """Draft, and press Stop while the sixth call is under way."""
    run = world.start(RunKind.DRAFT)

    def press_stop(rows: object) -> None:
        if len(model.requests) == 6:
            world.services().runs.stop(ANA, run.id, FILE, "token")

    model.refuse = press_stop
    return world.finish(run)


def resume(world: World, run: Run) -> Run:
    return world.finish(world.services().runs.resume(ANA, run.id, FILE, "token"))


def asked(model: BatchWriter) -> list[str]:
    """Return the companies a first draft was asked for, call after call; repairs come on top."""
    return [row["prospect"]["Company"] for rows in model.asked for row in rows if "faults" not in row]


def test_no_row_is_asked_for_twice_and_none_is_left_out(world: World, model: BatchWriter) -> None:
    run = stopped(world, model)
    assert run.state is RunState.STOPPED
    assert 0 < run.cursor < ROWS
    done = resume(world, run)
    assert (done.state, done.cursor, done.counts["drafted"]) == (RunState.DONE, ROWS, ROWS)
    assert sorted(asked(model)) == sorted(set(asked(model)))
    assert len(asked(model)) == ROWS


def test_rows_sorted_and_deleted_meanwhile_are_looked_up(world: World, model: BatchWriter) -> None:
    run = stopped(world, model)
    sheet = world.spreadsheets.files[FILE][0]
    sheet.delete_rows(ROWS - 9, 10)
    order = list(range(ROWS - 10))
    random.Random(7).shuffle(order)
    sheet.reorder(order)
    done = resume(world, run)
    assert done.state is RunState.DONE
    assert done.counts["drafted"] + done.counts.get("gone", 0) == done.cursor
    drafts = [str(cell) for cell in sheet.own_cells(OwnColumn.DRAFT)[1:]]
    companies = [str(cell) for cell in sheet.columns[4].cells[1:]]
    assert len(drafts) == len(companies) == ROWS - 10
    assert all(company in draft for company, draft in zip(companies, drafts, strict=True))
    assert sorted(asked(model)) == sorted(set(asked(model)))


def test_a_stop_before_the_rows_were_chosen_is_resumed_from_the_start(world: World) -> None:
    run = world.start(RunKind.SCORE)
    world.services().runs.stop(ANA, run.id, FILE, "token")
    before = world.finish(run)
    assert (before.state, before.total) == (RunState.STOPPED, None)
    assert resume(world, before).cursor == ROWS


def test_a_failed_run_goes_on_as_well(world: World) -> None:
    run = world.start(RunKind.SCORE)
    world.services().runs.give_up(ANA.tenant, run.id)
    assert resume(world, run).state is RunState.DONE


def test_resume_of_a_run_at_work_or_over_changes_nothing(world: World) -> None:
    run = world.start(RunKind.SCORE)
    assert world.services().runs.resume(ANA, run.id, FILE, "token").state.is_active
    done = world.finish(run)
    assert resume(world, done) == done
