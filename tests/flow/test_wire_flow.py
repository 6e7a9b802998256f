"""The main job over the wire: allow, check, score, draft; what the cards say is what stands in the cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.app import create_app
from tests.cast import HEADERS, lead_rows
from tests.flow.wire import Wire, until


def numbers(text: str, pattern: str) -> tuple[int, ...]:
    """Return the numbers of the one line that looks like ``pattern``, where # stands for a number."""
    found = re.search(re.escape(pattern).replace(r"\#", r"([\d,]+)"), text)
    assert found, f"no {pattern!r} in:\n{text}"
    return tuple(int(number.replace(",", "")) for number in found.groups())


def test_the_cells_are_what_the_receipts_say(wire: Wire) -> None:
    ana = wire.sheet([*lead_rows(12), ["", "", "broken@@", "", "", "", "", ""]])
    before = wire.grid(ana.file).users()
    assert numbers(ana.press("Check leads"), "# leads, # ready") == (13, 12)
    assert wire.grid(ana.file).own == {}, "Check leads writes nothing"

    receipt = wire.finish(ana, "Score leads")
    grid = wire.grid(ana.file)
    tiers = Counter(grid.cells("Tier"))
    assert numbers(receipt, "# of # rows") == (13, 13)
    assert {word: int(number) for number, word in re.findall(r"(\d+) (Hot|Warm|Cold)", receipt)} == tiers
    assert {kind for text, kind in grid.columns[grid.index("Score")][1:]} == {"n"}
    assert all(0 <= int(score) <= 100 for score in grid.cells("Score"))

    receipt = wire.finish(ana, "Write drafts")
    grid = wire.grid(ana.file)
    status = Counter(grid.cells("Status"))
    assert numbers(receipt, "# drafted offline") == (9,), "three were samples"
    assert status["Drafted offline"] == 12
    assert numbers(receipt, "# without a draft, see Status") == (1,)
    assert [bool(draft) for draft in grid.cells("Draft")] == [True] * 12 + [False]
    assert len(set(grid.cells("Lead ID"))) == 13
    assert grid.users() == before

    home = ana.press("Back to Home")
    assert numbers(home, "# leads · # scored · # drafts") == (13, 13, 12)
    assert numbers(home, "# Hot · # Warm · # Cold") == (tiers["Hot"], tiers["Warm"], tiers["Cold"])


def test_a_sidebar_closed_and_opened_again_is_at_the_same_place(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(3))
    wire.edit(ana.file, "addTab", title="Second")
    second = wire.look(f"/play/files/{ana.file}")["tabs"][1]["sheetId"]
    wire.edit(ana.file, "paste", tab=second, row=0, column=0, cells=lead_rows(5))
    ana.open()
    ana.press("Check leads", tab=str(second))
    wire.finish(ana, "Score leads")
    home = ana.press("Back to Home")
    assert "Tab Second" in home
    assert numbers(home, "# leads · # scored · # drafts") == (5, 5, 0)
    assert ana.open().strip() == home.strip()
    assert wire.grid(ana.file, 0).own == {}, "the other tab is left alone"


def test_a_colleague_allows_the_file_for_himself_and_sees_the_same_numbers(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(4))
    wire.finish(ana, "Score leads")
    marco = wire.person(ana.file, "marco")
    seen = marco.open()
    assert marco.words() == ["Allow on this file"]
    assert "leads" not in seen.replace("your leads", "")
    assert numbers(marco.allow(), "# leads · # scored · # drafts") == (4, 4, 0)


def test_a_run_of_a_file_one_has_not_open_gives_nothing_and_stops_nothing(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(4))
    wire.play("/play/faults", api="sheets", kind="503")
    ana.press("Score leads")
    [run] = wire.runs(ana.file)
    for user in ("greta", "marco"):
        other = wire.sheet([["Email"], ["a@b.example"]], user=user)
        for action in ("run.show", "run.stop"):
            other.stack.clear()
            seen = other.act(f"{wire.addon.origin}/addon/actions/{action}", {"run": run.id, "file": ana.file})
            assert "There is no such run" in seen
            assert "Scoring" not in seen
    [still] = wire.runs(ana.file)
    assert still.state == run.state
    assert numbers(wire.work(ana), "# of # rows") == (4, 4)


def test_a_file_named_in_a_button_is_read_with_the_callers_own_access_only(wire: Wire) -> None:
    ana = wire.sheet([list(HEADERS), ["Secret", "Name", "s@s.example", "", "", "", "", ""]])
    check = f"{wire.addon.origin}/addon/actions/leads.check"
    greta, marco = (wire.person("", user) for user in ("greta", "marco"))
    for other in (greta, marco):
        seen = other.act(check, {"file": ana.file})
        assert "gone, or it is not shared with you" in seen
        assert not wire.runs(ana.file)
    wire.person(ana.file, "marco").allow()
    assert "1 lead, 1 ready" in marco.act(check, {"file": ana.file}), "the same click with his own Allow is answered"


@pytest.fixture
def ticking(tmp_path: Path) -> Iterator[Wire]:
    """The add-on as it starts by itself, ticker and all."""
    wire = Wire(tmp_path)
    app = create_app(wire.config)
    wire.services = app.extensions["services"]()
    wire.addon.app = app
    yield wire
    wire.close()


def test_work_goes_on_behind_the_answer_by_itself(ticking: Wire) -> None:
    ana = ticking.sheet(lead_rows(2_100))
    receipt = ana.press("Score leads")
    assert "Stop" in ana.words(), "so many rows are read behind the answer"
    assert "Done" not in receipt
    until(lambda: "Stop" not in ana.press("Refresh") + "\n".join(ana.words()))
    assert numbers(ana.text(), "# of # rows") == (2_100, 2_100)
    assert all(ticking.grid(ana.file).cells("Score"))


def test_a_colleague_who_presses_start_as_well_sees_who_is_at_it(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(4))
    marco = wire.person(ana.file, "marco")
    marco.allow()
    wire.play("/play/faults", api="sheets", kind="503")
    assert "started this at" not in ana.press("Score leads")
    [run] = wire.runs(ana.file)
    seen = marco.press("Score leads")
    assert "ana@nordwind.example started this at" in seen
    assert [one.id for one in wire.runs(ana.file)] == [run.id]
    assert numbers(wire.work(ana), "# of # rows") == (4, 4)


def test_a_run_is_stopped_and_goes_on_where_it_was(wire: Wire) -> None:
    ana = wire.sheet(lead_rows(4))
    wire.play("/play/faults", api="sheets", kind="503")
    ana.press("Score leads")
    ana.press("Stop")
    seen = wire.work(ana)
    assert "Stopped" in seen
    ana.press("Resume")
    assert numbers(wire.work(ana), "# of # rows") == (4, 4)
    assert all(wire.grid(ana.file).cells("Score"))
