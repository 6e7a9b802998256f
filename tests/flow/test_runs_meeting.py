"""Runs that meet each other, a stop, a colleague, or a sheet that changes under them."""

from __future__ import annotations

import pytest

from addon.leads.model import Field, OwnColumn
from addon.runs.model import RunKind, RunState
from tests.cast import ANA, MARCO, lead_rows
from tests.fakes.world import FILE, World
from tests.flow.test_runs import standing


@pytest.mark.parametrize("moment", ["read", "describe"])
def test_two_kinds_that_plan_at_once_insert_each_column_once(moment: str) -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(6))
    score, draft = world.start(RunKind.SCORE), world.start(RunKind.DRAFT)
    nested = [True]

    def the_other_plans_meanwhile(name: str) -> None:
        if name == moment and nested:
            nested.clear()
            world.services().worker.tick(0.5)

    world.spreadsheets.after = the_other_plans_meanwhile
    assert world.finish(score).state is RunState.DONE
    assert world.finish(draft).state is RunState.DONE
    own = [column.own for column in sheet.columns if column.own]
    assert sorted(own) == sorted(set(own))
    assert not nested


def test_a_stale_worker_writes_nothing_over_what_its_successor_did() -> None:
    """A worker sleeps past its lease between read and write; rows are sorted; another finishes; the first wakes up."""
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(8))
    run = world.start(RunKind.SCORE)
    calls: list[str] = []

    def oversleep(name: str) -> None:
        calls.append(name)
        if (
            name == "read" and calls.count("read") == 3
        ):  # the first slice's: the plan reads twice, to insert columns alone
            sheet.reorder([7, 6, 5, 4, 3, 2, 1, 0])
            world.clock.advance(seconds=95)
            world.services().worker.tick(5.0)
            assert world.services().runs.get(ANA, run.id).state is RunState.DONE

    world.spreadsheets.after = oversleep
    world.services().worker.tick(0.5)
    world.spreadsheets.after = lambda _: None
    right = World()
    other = right.spreadsheets.add(FILE, lead_rows(8))
    right.finish(right.start(RunKind.SCORE))
    assert standing(sheet, OwnColumn.SCORE) == standing(other, OwnColumn.SCORE)
    assert "Queued" not in sheet.own_cells(OwnColumn.STATUS)


def test_stop_without_access_takes_the_requests_and_leaves_no_word_of_ours() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(1_200))
    run = world.start(RunKind.SCORE, token="old")
    world.spreadsheets.good_token = "old"

    def expire(name: str) -> None:
        if name == "write":
            world.spreadsheets.good_token = "new"

    world.spreadsheets.after = expire
    world.services().worker.tick(5.0)
    waiting = world.services().runs.get(ANA, run.id)
    assert (waiting.state, waiting.access) == (RunState.WAITING, "")
    assert "Queued" in sheet.own_cells(OwnColumn.STATUS)
    world.services().runs.stop(ANA, run.id, access_token="new")
    stopped = world.finish(waiting)
    assert (stopped.state, stopped.note) == (RunState.STOPPED, "")
    assert "Queued" not in sheet.own_cells(OwnColumn.STATUS)


def test_the_end_of_one_run_leaves_the_other_ones_words_alone() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(6))
    world.finish(world.start(RunKind.SCORE))
    writes: list[str] = []

    def score_again_meanwhile(name: str) -> None:
        writes.append(name)
        if name == "write" and writes.count("write") == 1:
            assert sheet.own_cells(OwnColumn.STATUS).count("Queued") == 6
            world.start(RunKind.SCORE, rows="3", inline=True)
            assert sheet.own_cells(OwnColumn.STATUS).count("Queued") == 5

    world.spreadsheets.after = score_again_meanwhile
    world.start(RunKind.DRAFT)
    world.services().worker.tick(5.0)
    assert writes.count("write") > 1


def test_a_colleague_who_reopens_the_file_does_not_sign_my_drafts() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    services = world.services()
    services.accounts.enter(ANA)
    services.accounts.enter(MARCO)
    world.spreadsheets.good_token = "fresh"
    run = world.finish(world.start(RunKind.DRAFT, token="old"))
    world.services().runs.renew(MARCO, run, "fresh")
    assert world.finish(run).state is RunState.DONE
    assert all(str(draft).endswith("Ana") for draft in sheet.own_cells(OwnColumn.DRAFT)[1:])


def test_a_column_torn_out_of_a_run_comes_back() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(1_200))
    writes: list[str] = []

    def tear_out(name: str) -> None:
        writes.append(name)
        if name == "write" and writes.count("write") == 2:
            sheet.columns = [column for column in sheet.columns if column.own != OwnColumn.WHY]

    world.spreadsheets.after = tear_out
    assert world.finish(world.start(RunKind.SCORE)).state is RunState.DONE
    assert len([cell for cell in sheet.own_cells(OwnColumn.WHY)[1:] if cell]) == 200


def test_a_checked_empty_tab_still_learns_the_columns_that_come_later() -> None:
    world = World()
    world.spreadsheets.add(FILE, [[""], [""]])
    services = world.services()
    workbook = services.leads.outline(ANA, FILE, "token")
    tab = workbook.tabs[0]
    assert services.leads.check(ANA, workbook, tab, "token").rows == 0
    world.spreadsheets.add(FILE, lead_rows(3))
    check = services.leads.check(ANA, workbook, tab, "token")
    assert (check.rows, check.ready) == (3, 3)


def test_a_confirmed_column_is_kept_and_the_rest_is_guessed_again() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(3))
    services = world.services()
    workbook = services.leads.outline(ANA, FILE, "token")
    tab = workbook.tabs[0]
    check = services.leads.check(ANA, workbook, tab, "token")
    industry = next(key for key, text in check.headers.items() if text == "Industry")
    services.leads.save_columns(ANA, workbook, tab, {Field.NOTES: industry, Field.INDUSTRY: ""}, "token")
    sheet.insert_column(0, "Phone")
    again = services.leads.check(ANA, workbook, tab, "token").columns.headers
    assert again[Field.NOTES] == "Industry"
    assert Field.INDUSTRY not in again
    assert again[Field.PHONE] == "Phone"
