"""Write follow-ups over the wire: from Home and from the plan, by the model and offline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from playground import gemini_batch
from tests.cast import lead_rows
from tests.flow.person import Person
from tests.flow.wire import Wire

ROWS = 3
TEXTS = json.loads((Path(gemini_batch.__file__).parent / "data" / "gemini_mails.json").read_text("utf-8"))
FILLERS = tuple(TEXTS["English"]["filler"])
FIRST, SECOND = "Follow-up 1", "Follow-up 2"


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GEMINI_API_KEY": "a-key"}


@pytest.fixture
def ana(wire: Wire) -> Person:
    """Ana with drafts in her file, and Home before her."""
    person = wire.sheet(lead_rows(ROWS))
    wire.finish(person, "Write drafts")
    person.press("Back to Home")
    return person


def test_the_model_writes_both_of_all_rows_in_two_calls(wire: Wire, ana: Person) -> None:
    before, calls = wire.grid(ana.file), wire.calls("gemini", "generateContent")
    receipt = wire.finish(ana, "Write follow-ups")
    grid = wire.grid(ana.file)
    assert f"{ROWS} drafted" in receipt
    assert "2 calls to the model" in receipt
    assert wire.calls("gemini", "generateContent") - calls == 2
    for name in (FIRST, SECOND):
        assert all(any(text in cell for text in FILLERS) for cell in grid.cells(name))
        assert all(
            len(cell.split()) < len(draft.split())
            for cell, draft in zip(grid.cells(name), grid.cells("Draft"), strict=True)
        )
    assert not set(grid.cells(FIRST)) & set(grid.cells(SECOND))
    assert set(grid.cells("Status")) == {"Follow-ups written"}
    assert grid.users() == before.users()
    assert (grid.cells("Draft"), grid.cells("Evidence")) == (before.cells("Draft"), before.cells("Evidence"))


@pytest.mark.parametrize("mode", ["invented", "obedient"])
def test_what_a_model_makes_up_stands_in_no_follow_up(wire: Wire, ana: Person, mode: str) -> None:
    wire.play("/play/model", mode=mode)
    wire.finish(ana, "Write follow-ups")
    cells = [cell for name in (FIRST, SECOND) for cell in wire.grid(ana.file).cells(name)]
    assert all(cells)
    assert not any("Series B" in cell or "Elon" in cell or "invented.example" in cell for cell in cells)


@pytest.mark.parametrize("mode", ["unsafe", "broken"])
def test_an_answer_that_is_none_leaves_ours_and_says_so(wire: Wire, ana: Person, mode: str) -> None:
    wire.play("/play/model", mode=mode)
    receipt = wire.finish(ana, "Write follow-ups")
    assert f"{ROWS} drafted offline, for the model did not answer well" in receipt
    grid = wire.grid(ana.file)
    assert set(grid.cells("Status")) == {"Follow-ups written offline"}
    assert all(grid.cells(FIRST) + grid.cells(SECOND))


def test_the_plan_leads_there_and_cells_a_person_edits_stay(wire: Wire, ana: Person) -> None:
    ana.press("Start sequence")
    wire.finish(ana, "Write follow-ups")
    index = wire.grid(ana.file).index(FIRST)
    wire.edit(ana.file, "paste", tab=0, row=1, column=index, cells=[["My own words"]])
    ana.press("Back to Home")
    assert "1 kept as you edited them" in wire.finish(ana, "Write follow-ups", range="2-4")
    assert wire.grid(ana.file).cells(FIRST)[0] == "My own words"


def test_where_nothing_is_drafted_it_is_not_offered(wire: Wire) -> None:
    assert "Write follow-ups" not in wire.sheet(lead_rows(ROWS)).words()
