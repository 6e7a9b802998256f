"""Runs over a sheet: what is written where, whatever happens meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.errors import Invalid, Rejected, Unavailable
from addon.leads.model import OwnColumn
from addon.ports import ModelAnswer, ModelRequest
from addon.runs.model import RunKind, RunState
from tests.cast import ANA, GRETA, MARCO, lead_rows
from tests.fakes.spreadsheets import FakeSheet
from tests.fakes.world import FILE, World


def score_everything(world: World, sheet: FakeSheet) -> None:
    run = world.finish(world.start(RunKind.SCORE))
    assert run.state is RunState.DONE, run.note
    del sheet


def standing(sheet: FakeSheet, column: OwnColumn) -> dict[str, object]:
    """Address → our cell in its row."""
    emails = next(column.cells for column in sheet.columns if column.cells[0] == "Email")
    own = sheet.own_cells(column)
    return {str(email): own[row] for row, email in enumerate(emails) if row and email}


def test_scores_land_in_our_columns_and_no_user_cell_changes() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(40))
    before = sheet.user_cells()
    run = world.finish(world.start(RunKind.SCORE))
    assert (run.state, run.cursor, run.total) == (RunState.DONE, 40, 40)
    assert sum(run.counts.values()) == 40
    assert sheet.user_cells() == before
    assert [column.cells[0] for column in sheet.columns if column.own] == ["Lead ID", "Score", "Tier", "Why", "Status"]
    assert all(isinstance(score, int) and 0 <= score <= 100 for score in sheet.own_cells(OwnColumn.SCORE)[1:])
    assert len(set(sheet.own_cells(OwnColumn.LEAD_ID)[1:])) == 40
    assert not run.access


def test_the_click_itself_does_the_first_slice_of_a_small_tab() -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(12))
    run = world.start(RunKind.SCORE, inline=True)
    assert (run.state, run.cursor) == (RunState.DONE, 12)


def test_drafts_fill_and_an_edited_draft_is_kept() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(6))
    run = world.finish(world.start(RunKind.DRAFT))
    assert run.counts == {"offline": 6}
    draft = next(column for column in sheet.columns if column.own == OwnColumn.DRAFT)
    draft.cells[3] = "My own words"
    again = world.finish(world.start(RunKind.DRAFT, rows="2-7"))
    assert again.counts == {"offline": 5, "kept": 1}
    assert draft.cells[3] == "My own words"
    assert sheet.own_cells(OwnColumn.STATUS)[3] == "Kept: you edited it"


def test_the_nasty_sheet_keeps_its_columns_of_our_names() -> None:
    world = World()
    rows = lead_rows(5)
    for index, row in enumerate(rows):
        row += [str(column) if not index else f"theirs {column} {index}" for column in OwnColumn]
    sheet = world.spreadsheets.add(FILE, rows)
    before = sheet.user_cells()
    assert world.finish(world.start(RunKind.SCORE)).state is RunState.DONE
    assert world.finish(world.start(RunKind.DRAFT)).state is RunState.DONE
    assert sheet.user_cells() == before
    assert sheet.header_of(OwnColumn.STATUS) == "Status (Sales Assistant)"


def test_rows_by_number_and_ticked_rows_are_the_only_ones_touched() -> None:
    world = World()
    rows = lead_rows(10)
    for index, row in enumerate(rows):
        row.append("Select" if not index else index in (4, 9))  # type: ignore[arg-type]
    sheet = world.spreadsheets.add(FILE, rows)
    assert world.finish(world.start(RunKind.SCORE, rows="2-3, 6")).total == 3
    assert [bool(score) for score in sheet.own_cells(OwnColumn.SCORE)[1:]] == [n in (1, 2, 5) for n in range(1, 11)]
    assert world.finish(world.start(RunKind.SCORE, rows="ticked")).total == 2


def test_a_doubled_start_is_one_run() -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(3))
    first, second = world.start(RunKind.SCORE), world.start(RunKind.SCORE)
    assert first.id == second.id
    assert world.finish(second).total == 3
    assert world.finish(world.start(RunKind.SCORE)).total == 0


def test_stop_keeps_what_is_done_and_takes_our_words_off_the_rest() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(1_500))
    run = world.start(RunKind.SCORE)
    calls = iter(range(10_000))

    def stop_after_the_first_slice(name: str) -> None:
        if name == "write" and next(calls) == 1:
            world.services().runs.stop(ANA, run.id)

    world.spreadsheets.after = stop_after_the_first_slice
    run = world.finish(run)
    scored = [score for score in sheet.own_cells(OwnColumn.SCORE)[1:] if score != ""]
    assert run.state is RunState.STOPPED
    assert run.cursor == len(scored) == 1_000
    assert "Queued" not in sheet.own_cells(OwnColumn.STATUS)


def test_a_stranger_and_a_colleague_without_the_file_see_no_run() -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(3))
    run = world.start(RunKind.SCORE)
    services = world.services()
    for caller, file in ((GRETA, FILE), (MARCO, "")):
        with pytest.raises(Invalid):
            services.runs.get(caller, run.id, file)
        with pytest.raises(Invalid):
            services.runs.stop(caller, run.id, file)
    assert services.runs.get(MARCO, run.id, FILE).id == run.id


def test_an_expired_access_waits_and_a_fresh_one_goes_on_where_it_was() -> None:
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(5))
    world.spreadsheets.good_token = "fresh"
    run = world.finish(world.start(RunKind.SCORE, token="old"))
    assert run.state is RunState.WAITING
    assert "reopen the sidebar" in run.note
    assert not run.access
    world.services().runs.renew(ANA, run, "fresh")
    assert world.finish(run).state is RunState.DONE
    assert all(score != "" for score in sheet.own_cells(OwnColumn.SCORE))


def test_googles_limit_is_a_wait_and_not_a_failure() -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(5))
    faults = iter([True, False])

    def limited_once(name: str) -> None:
        if name == "write" and next(faults, False):
            raise Unavailable("Google's limit is reached for the moment.", reason="rate_limited")

    world.spreadsheets.before = limited_once
    run = world.start(RunKind.SCORE)
    world.services().worker.tick(5.0)
    run = world.services().runs.get(ANA, run.id)
    assert run.state is RunState.WAITING
    assert run.note == "Google's limit is reached for the moment."
    assert world.finish(run).state is RunState.DONE


class Crash(BaseException):
    """The process dies here."""


@pytest.mark.parametrize("kind", [RunKind.SCORE, RunKind.DRAFT])
def test_a_crash_before_or_after_any_call_or_write_loses_nothing(kind: RunKind) -> None:
    """Die at every API call and every store write of a run in turn; another process finishes; every row once."""
    survived = 0
    for point in range(200):
        world = World()
        sheet = world.spreadsheets.add(FILE, lead_rows(7))
        before = sheet.user_cells()
        dying = Dying(point)
        world.spreadsheets.before = world.spreadsheets.after = dying.step
        world.documents = DyingDocuments(world.documents, dying)  # type: ignore[assignment]
        try:
            run = world.start(kind)
            world.services().worker.tick(5.0)
        except Crash:
            survived += 1
        if not dying.died:
            break
        world.clock.advance(seconds=100)
        run = world.finish(world.start(kind))
        assert run.state is RunState.DONE
        assert sheet.user_cells() == before
        done = sheet.own_cells(OwnColumn.SCORE if kind is RunKind.SCORE else OwnColumn.DRAFT)[1:]
        assert len(done) == 7
        assert all(cell != "" for cell in done)
        assert len(set(sheet.own_cells(OwnColumn.LEAD_ID)[1:])) == 7
    assert survived > 10
    assert not dying.died


class Dying:
    """Dies at the given step, once."""

    def __init__(self, point: int) -> None:
        self._left = point
        self.died = False

    def step(self, name: str) -> None:
        del name
        if not self.died:
            if self._left == 0:
                self.died = True
                raise Crash
            self._left -= 1


class DyingDocuments:
    """A store whose process dies before or after a write."""

    def __init__(self, documents: object, dying: Dying) -> None:
        self._documents, self._dying = documents, dying

    def __getattr__(self, name: str) -> Callable[..., object]:
        method = getattr(self._documents, name)
        if name not in ("create", "replace", "delete", "commit"):
            return method  # type: ignore[no-any-return]

        def write(*arguments: object) -> object:
            self._dying.step(name)
            result = method(*arguments)
            self._dying.step(name)
            return result

        return write


edits = st.lists(
    st.sampled_from(["insert", "delete", "sort", "column", "move column", "rename"]), min_size=1, max_size=4
)


@settings(max_examples=40, deadline=None)
@given(plan=edits, data=st.data())
def test_edits_between_any_read_and_write_harm_no_cell_and_end_at_the_right_lead(
    plan: list[str], data: st.DataObject
) -> None:
    """A user sorts, inserts, deletes and moves while a run works; after one more run every score is its lead's."""
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(30))
    pending = list(plan)
    snapshot = {"cells": sheet.user_cells()}

    def the_user_edits(name: str) -> None:
        if pending and name in ("write", "read", "add_columns") and data.draw(st.booleans()):
            assert sheet.user_cells() == snapshot["cells"]
            edit(sheet, pending.pop(), data)
            snapshot["cells"] = sheet.user_cells()

    world.spreadsheets.before = the_user_edits
    world.finish(world.start(RunKind.SCORE))
    world.spreadsheets.before = lambda _: None
    assert sheet.user_cells() == snapshot["cells"]
    world.finish(world.start(RunKind.SCORE))
    assert sheet.user_cells() == snapshot["cells"]
    expected = World()
    other = expected.spreadsheets.add(FILE, lead_rows(30))
    expected.finish(expected.start(RunKind.SCORE))
    right = standing(other, OwnColumn.SCORE)
    assert standing(sheet, OwnColumn.SCORE) == {email: right[email] for email in standing(sheet, OwnColumn.SCORE)}


def edit(sheet: FakeSheet, what: str, data: st.DataObject) -> None:
    row = data.draw(st.integers(1, sheet.rows - 1))
    if what == "insert":
        sheet.insert_rows(row)
    elif what == "delete" and sheet.rows > 10:
        sheet.delete_rows(row)
    elif what == "sort":
        sheet.reorder(data.draw(st.permutations(range(sheet.rows - 1))))
    elif what == "column":
        sheet.insert_column(data.draw(st.integers(0, len(sheet.columns) - 1)), "Mine")
    elif what == "move column":
        sheet.move_column(data.draw(st.integers(0, 7)), data.draw(st.integers(0, 7)))
    elif what == "rename":
        column = next(column for column in sheet.columns if column.cells[0] in ("Notes", "Remarks"))
        column.cells[0] = "Remarks" if column.cells[0] == "Notes" else "Notes"


def test_no_column_of_ours_is_ever_read_as_something_the_user_wrote() -> None:
    """A slice reads only some of our columns; the others must not look like the user's notes to a writer."""
    world = World()
    world.spreadsheets.add(FILE, lead_rows(14))
    seen: set[str] = set()
    world.finish(world.start(RunKind.SCORE))
    world.finish(world.start(RunKind.DRAFT))
    world.model = Listening(seen)
    world.finish(world.start(RunKind.DRAFT, rows="2-15"))
    assert "Company 3" in " ".join(seen)
    for ours in ("Lead ID", '"Why"', "Status", "Queued", "Scored", "Evidence", "Tier"):
        assert ours not in " ".join(seen), ours


class Listening:
    """A model that keeps what it is told and never answers."""

    name = "listening"

    def __init__(self, heard: set[str]) -> None:
        self._heard = heard

    def generate(self, request: ModelRequest, schema: Mapping[str, object]) -> ModelAnswer:
        self._heard.add(request.data)
        raise Rejected("no", reason="empty")
