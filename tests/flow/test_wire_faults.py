"""Google fails in every way it knows: the run waits and goes on, each row once; what cannot be mended is said."""

from __future__ import annotations

import pytest

from tests.cast import lead_rows
from tests.flow.person import Person
from tests.flow.wire import Wire

ROWS = 6
READ, WRITE, COLUMNS, OUTLINE = "values.batchGetByDataFilter", "values.batchUpdateByDataFilter", "batchUpdate", "get"
KINDS = ("429", "503", "drop", "503_after", "drop_after")


def assert_each_row_is_done_once(wire: Wire, ana: Person, receipt: str) -> None:
    grid = wire.grid(ana.file)
    assert f"{ROWS} of {ROWS} rows" in receipt
    assert "Done" in receipt
    assert len(set(grid.cells("Lead ID"))) == len(grid.cells("Lead ID")) == ROWS
    assert all(grid.cells("Score"))
    assert set(grid.cells("Status")) == {"Scored"}
    assert sorted(grid.own.values()) == ["Lead ID", "Score", "Status", "Tier", "Why"], "no column was inserted twice"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("method", [READ, WRITE, COLUMNS, OUTLINE])
def test_a_fault_of_any_call_is_waited_out(wire: Wire, method: str, kind: str) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    before = wire.grid(ana.file).users()
    wire.play("/play/faults", api="sheets", method=method, kind=kind)
    seen = ana.press("Score leads")
    assert not wire.look("/play/session")["faults"], "the fault struck"
    assert "Waiting" in seen
    assert "Google" in seen, "it says who is waited for"
    assert_each_row_is_done_once(wire, ana, wire.work(ana))
    assert wire.grid(ana.file).users() == before


def test_fault_upon_fault_is_waited_out_too(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    for kind in KINDS:
        for method in (READ, WRITE):
            wire.play("/play/faults", api="sheets", method=method, kind=kind, times=2)
    ana.press("Score leads")
    assert_each_row_is_done_once(wire, ana, wire.work(ana))
    assert not wire.look("/play/session")["faults"]


def test_nobody_asks_again_before_the_time_google_named(fresh: Wire) -> None:
    wire = fresh
    ana = wire.sheet(lead_rows(ROWS))
    wire.play("/play/faults", api="sheets", method=WRITE, kind="429")
    ana.press("Score leads")
    [run] = wire.runs(ana.file)
    assert run.retry_at is not None
    assert 25 <= (run.retry_at - run.updated_at).total_seconds() <= 35, "Google said: after 30 seconds"
    calls = wire.calls("sheets")
    wire.services.worker.tick(5.0)
    assert "Waiting" in ana.press("Refresh")
    assert wire.calls("sheets") == calls
    assert_each_row_is_done_once(wire, ana, wire.work(ana))


def test_an_expired_access_waits_for_the_person_and_then_goes_on(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    wire.play("/play/faults", api="sheets", method=WRITE, kind="503")
    ana.press("Score leads")
    wire.play("/play/expire_tokens")
    wire.advance(1)
    [run] = wire.runs(ana.file)
    assert "Waiting for access: reopen the sidebar and press Refresh." in run.note
    assert not run.access
    calls = wire.calls("sheets")
    wire.advance(48)
    assert wire.calls("sheets") == calls, "nothing is asked without access"
    receipt = ana.press("Refresh")
    assert_each_row_is_done_once(wire, ana, receipt if "Done" in receipt else wire.work(ana))


def test_reopening_the_sidebar_is_enough_to_go_on(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    wire.play("/play/faults", api="sheets", method=WRITE, kind="503")
    ana.press("Score leads")
    wire.play("/play/expire_tokens")
    wire.advance(1)
    ana.open()
    wire.services.worker.tick(5.0)
    ana.open()
    assert f"{ROWS} leads · {ROWS} scored" in ana.text()


def test_a_withdrawn_share_ends_the_run_with_a_sentence(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS), user="marco")
    wire.play("/play/faults", api="sheets", method=WRITE, kind="503")
    ana.press("Score leads")
    wire.play("/play/share", file=ana.file, users=["ines"])
    wire.advance(1)
    assert not wire.runs(ana.file)
    wire.play("/play/share", file=ana.file, users=["ana", "marco", "ines"])
    seen = ana.press("Refresh")
    assert "Stopped by a fault" in seen
    assert "This file is gone, or it is not shared with you any more." in seen


@pytest.mark.parametrize("method", [READ, WRITE, OUTLINE])
def test_a_tab_deleted_under_the_run_ends_it_with_a_sentence(wire: Wire, method: str) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    wire.edit(ana.file, "addTab", title="Other")
    wire.play("/play/faults", api="sheets", method=method, kind="503")
    ana.press("Score leads")
    wire.edit(ana.file, "deleteTab")
    receipt = wire.work(ana)
    assert "Stopped by a fault" in receipt
    assert "tab" in receipt.partition("Stopped by a fault")[2].casefold()
    assert "Refresh" in receipt
    ana.press("Back to Home")
    assert "Tab Other" in ana.text()
    assert "Sheet1" not in ana.text()


def test_home_follows_a_tab_that_is_renamed_or_deleted_at_once(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    wire.finish(ana, "Score leads")
    ana.press("Back to Home")
    wire.edit(ana.file, "renameTab", title="Renamed")
    assert "Tab Renamed" in ana.press("Refresh")
    wire.edit(ana.file, "addTab", title="Other")
    wire.edit(ana.file, "deleteTab")
    assert "Tab Other" in ana.press("Refresh")


def test_a_stop_while_google_is_away_is_heard(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(ROWS))
    wire.play("/play/faults", api="sheets", method=WRITE, kind="503", times=50)
    ana.press("Score leads")
    seen = ana.press("Stop")
    assert "Stopped" in seen
    assert not wire.runs(ana.file)
