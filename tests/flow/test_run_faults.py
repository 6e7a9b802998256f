"""Whatever fails, at whichever call: the receipt says what it is, and the run waits, goes on, or ends for good."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import httplib2
import pytest
from googleapiclient.errors import HttpError

from addon.adapters.google import call
from addon.errors import Unavailable
from addon.leads.model import OwnColumn
from addon.runs.model import Run, RunKind, RunState
from tests.cast import ANA, lead_rows
from tests.fakes.documents import FakeDocuments
from tests.fakes.spreadsheets import FakeSheet
from tests.fakes.world import FILE, World
from tests.flow.small_slices import Crew, crew

ROWS, SLICE = 24, 8
POSITIONS = ("first", "middle", "last")


@dataclass(frozen=True)
class Answer:
    """What Google answers in place of doing what it was asked; as googleapiclient raises it."""

    status: int
    message: str = "no"
    retry_after: str = ""

    def execute(self, **_: object) -> object:
        headers = {"status": str(self.status)} | ({"retry-after": self.retry_after} if self.retry_after else {})
        content = json.dumps({"error": {"code": self.status, "message": self.message}})
        raise HttpError(httplib2.Response(headers), content.encode())


PROTECTED = (
    "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection."
)
FAILED = [
    ("the file is deleted", Answer(404), "gone, or it is not shared"),
    ("the share is withdrawn", Answer(403, "The caller does not have permission"), "does not let us into this file"),
    ("a range is protected", Answer(400, f"Invalid requests[0].insertDimension: {PROTECTED}"), "protected range"),
    ("a range is protected, says 403", Answer(403, PROTECTED), "protected range"),
]
PASSING = [
    ("the limit is reached", Answer(429, "Quota exceeded"), "limit is reached"),
    ("the limit is reached, with a hint", Answer(429, "Quota exceeded", "40"), "limit is reached"),
    ("a limit said with 403", Answer(403, "Quota exceeded for quota metric"), "limit is reached"),
    ("Google is busy", Answer(503), "busy"),
    ("somebody else edits", Answer(409, "ABORTED"), "busy"),
    ("rows were deleted", Answer(400, "exceeds grid limits"), "Press Refresh"),
]


@pytest.fixture
def world() -> World:
    return World()


def calls_of_a_run() -> int:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(ROWS))
    workers = crew(world, SLICE)
    assert workers.finish(workers.start(RunKind.SCORE)).state is RunState.DONE
    return len(world.spreadsheets.calls)


CALLS = calls_of_a_run()
PLACES = {"first": 0, "middle": CALLS // 2, "last": CALLS - 1}


def strike(world: World, position: str, blow: Callable[[], None], times: int = 1) -> None:
    """Have ``blow`` struck in front of the call at that position, and of so many more."""
    coming = iter(range(10_000))

    def before(name: str) -> None:
        if PLACES[position] <= next(coming) < PLACES[position] + times:
            blow()

    world.spreadsheets.before = before


def answering(answer: Answer) -> Callable[[], None]:
    return lambda: call(answer, None)


def first_look(workers: Crew, run: Run) -> Run:
    """Work without letting time pass: what the user sees next."""
    workers.worker.tick(5.0)
    return workers.runs.get(ANA, run.id)


def assert_done_once(sheet: FakeSheet, before: list[list[object]]) -> None:
    assert sheet.user_cells() == before
    assert all(score != "" for score in sheet.own_cells(OwnColumn.SCORE)[1:])
    assert len(set(sheet.own_cells(OwnColumn.LEAD_ID))) == ROWS + 1
    assert set(sheet.own_cells(OwnColumn.STATUS)[1:]) == {"Scored"}


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize(("answer", "note"), [case[1:] for case in PASSING], ids=[case[0] for case in PASSING])
def test_what_passes_is_waited_out(world: World, answer: Answer, note: str, position: str) -> None:
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    before = sheet.user_cells()
    strike(world, position, answering(answer))
    workers = crew(world, SLICE)
    run = first_look(workers, workers.start(RunKind.SCORE))
    if answer.status == 400 and run.state is RunState.DONE:
        return  # a slice that reaches beyond the tab is read anew at once
    assert run.state is RunState.WAITING
    assert note in run.note
    assert run.retry_at is not None
    assert run.access
    if answer.retry_after:
        assert run.retry_at > world.clock.now()
    run = workers.finish(run)
    assert (run.state, run.cursor, run.note) == (RunState.DONE, ROWS, "")
    assert_done_once(sheet, before)


@pytest.mark.parametrize("position", POSITIONS)
@pytest.mark.parametrize(("answer", "note"), [case[1:] for case in FAILED], ids=[case[0] for case in FAILED])
def test_what_no_time_mends_is_said_and_resumed_when_mended(
    world: World, answer: Answer, note: str, position: str
) -> None:
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    before = sheet.user_cells()
    strike(world, position, answering(answer), times=10_000)
    workers = crew(world, SLICE)
    run = workers.finish(workers.start(RunKind.SCORE))
    assert run.state is RunState.FAILED
    assert note in run.note
    assert not run.access
    world.spreadsheets.before = lambda _: None
    run = workers.finish(workers.runs.resume(ANA, run.id, FILE, "token"))
    assert (run.state, run.cursor, run.note) == (RunState.DONE, ROWS, "")
    assert_done_once(sheet, before)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_token_that_expires_waits_for_the_sidebar(world: World, position: str) -> None:
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    before = sheet.user_cells()
    strike(world, position, answering(Answer(401)), times=10_000)
    workers = crew(world, SLICE)
    run = workers.finish(workers.start(RunKind.SCORE))
    assert (run.state, run.retry_at, run.access) == (RunState.WAITING, None, "")
    assert "reopen the sidebar" in run.note
    world.spreadsheets.before = lambda _: None
    run = workers.finish(workers.runs.renew(ANA, run, "fresh"))
    assert (run.state, run.cursor) == (RunState.DONE, ROWS)
    assert_done_once(sheet, before)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_deleted_tab_is_said_at_once(world: World, position: str) -> None:
    world.spreadsheets.add(FILE, lead_rows(ROWS))
    world.spreadsheets.add(FILE, lead_rows(2), sheet_id=9, title="Other")
    strike(world, position, lambda: world.spreadsheets.files[FILE].pop(0, None) and None)
    workers = crew(world, SLICE)
    run = first_look(workers, workers.start(RunKind.SCORE))
    assert run.state is RunState.FAILED
    assert run.note == "This tab was deleted. Choose another one on Home."


@pytest.mark.parametrize("position", POSITIONS)
def test_a_renamed_tab_changes_nothing(world: World, position: str) -> None:
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    before = sheet.user_cells()
    strike(world, position, lambda: setattr(sheet, "title", "It's 'other'; now"))
    workers = crew(world, SLICE)
    assert workers.finish(workers.start(RunKind.SCORE)).state is RunState.DONE
    assert_done_once(sheet, before)


@pytest.mark.parametrize("hours", [-48, -1, 1, 48])
@pytest.mark.parametrize("position", POSITIONS)
def test_a_clock_that_jumps_loses_and_doubles_nothing(world: World, position: str, hours: int) -> None:
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    before = sheet.user_cells()

    def jump() -> None:
        world.clock.at += timedelta(hours=hours)

    strike(world, position, jump)
    workers = crew(world, SLICE)
    run = workers.finish(workers.start(RunKind.SCORE))
    assert (run.state, run.cursor) == (RunState.DONE, ROWS)
    assert sum(run.counts.values()) == ROWS
    assert_done_once(sheet, before)


@pytest.mark.parametrize("position", POSITIONS)
def test_a_store_that_is_away_for_a_while_is_waited_out(world: World, position: str) -> None:
    documents = world.documents
    assert isinstance(documents, FakeDocuments)
    sheet = world.spreadsheets.add(FILE, lead_rows(ROWS))
    before = sheet.user_cells()
    strike(world, position, lambda: setattr(documents, "down", True))
    workers = crew(world, SLICE)
    run = workers.start(RunKind.SCORE)
    for _ in range(4):
        with pytest.raises(Unavailable, match="store"):
            workers.worker.tick(5.0)
        world.clock.advance(seconds=100)
    documents.down = False
    run = workers.finish(run)
    assert (run.state, run.cursor) == (RunState.DONE, ROWS)
    assert_done_once(sheet, before)
