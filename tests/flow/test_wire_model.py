"""Whatever a model answers: a row ends with its text where that was good, else with ours, and says so."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from playground import gemini_batch
from tests.cast import lead_rows
from tests.flow.grid import Grid
from tests.flow.person import Person
from tests.flow.wire import MODEL_SECONDS, Wire

ROWS = 3
ENGLISH = json.loads((Path(gemini_batch.__file__).parent / "data" / "gemini_mails.json").read_text("utf-8"))["English"]
FILLERS = tuple(ENGLISH["filler"])
"""What the stand-in says, and the twin never does; each of its mails has at least two."""

DRAFT, SCORE = "Write drafts", "Score leads"
BY_MODEL = {"judge": "model"}

JSON = re.compile(r"""[{}]|```|["']?subject["']?\s*:|["']?sentences["']?\s*:|\\n|\\u[0-9a-f]{4}""")

GOOD = ("ok", "fenced", "double_encoded", "prose")
USELESS = {"cut_off": "cut off", "broken": "not the JSON", "empty": "empty", "unsafe": "unsafe"}
"""By mode, what is said of an answer that is none: asked whole, then in two parts, then each row alone."""

IN_PARTS = 5

SOME_LEFT_OUT = {"fewer_rows": [True, True, False], "doubled_rows": [False, True, True]}
"""By mode, which rows have an answer: what is left out or comes twice is asked for once more."""

LATER = {
    "429": "rate limit",
    "429_hint": "rate limit",
    "500": "not available",
    "timeout": "could not be reached",
}


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GEMINI_API_KEY": "a-key"}


@pytest.fixture
def mode(wire: Wire, request: pytest.FixtureRequest) -> str:
    name: str = request.param
    wire.play("/play/model", mode=name)
    wire.world.model.hold_seconds = 2 * MODEL_SECONDS
    return name


@pytest.fixture
def ana(wire: Wire) -> Person:
    """Ana with a file of her own."""
    return wire.sheet(lead_rows(ROWS))


@pytest.fixture
def judging(ana: Person) -> Person:
    """Ana, who wants heads of operations."""
    return wanting(ana)


def wanting(person: Person) -> Person:
    person.press("Ideal customer")
    person.press("Save", titles="Head of Operations")
    person.open()
    return person


@pytest.fixture(scope="module")
def by_rules(served: Wire) -> list[str]:
    """The scores that the same rows have without a model."""
    person = wanting(served.sheet(lead_rows(ROWS)))
    served.finish(person, SCORE)
    return served.grid(person.file).cells("Score")


def calls(wire: Wire) -> int:
    return wire.calls("gemini", "generateContent")


def is_the_models(draft: str) -> bool:
    return sum(text in draft for text in FILLERS) >= 2


def assert_no_json(grid: Grid, person: Person) -> None:
    for text, _ in grid.ours():
        assert not JSON.search(text), text
    for card in person.seen:
        assert not JSON.search(card), card


# --- drafts
@pytest.mark.parametrize("mode", GOOD, indirect=True)
def test_a_good_answer_stands_in_the_drafts_however_it_was_wrapped(wire: Wire, ana: Person, mode: str) -> None:
    users, before = wire.grid(ana.file).users(), calls(wire)
    receipt = wire.finish(ana, DRAFT)
    grid = wire.grid(ana.file)
    assert f"{ROWS} drafted" in receipt
    assert "1 call to the model" in receipt
    assert calls(wire) - before == 1
    assert all(is_the_models(draft) for draft in grid.cells("Draft"))
    assert all("Written by gemini-3.5-flash-lite" in evidence for evidence in grid.cells("Evidence"))
    assert set(grid.cells("Status")) == {"Drafted"}
    assert grid.users() == users
    assert_no_json(grid, ana)


@pytest.mark.parametrize("mode", USELESS, indirect=True)
def test_an_answer_that_is_none_leaves_the_twins_drafts_and_says_why(wire: Wire, ana: Person, mode: str) -> None:
    before = calls(wire)
    receipt = wire.finish(ana, DRAFT)
    assert f"{ROWS} drafted offline, for the model did not answer well" in receipt
    assert calls(wire) - before == IN_PARTS
    assert_the_twins(wire.grid(ana.file), range(ROWS), USELESS[mode])
    assert_no_json(wire.grid(ana.file), ana)


@pytest.mark.parametrize("mode", ["wrong_language"], indirect=True)
def test_mails_in_another_language_are_asked_for_again_and_then_the_twins(wire: Wire, ana: Person, mode: str) -> None:
    before = calls(wire)
    wire.finish(ana, DRAFT)
    assert calls(wire) - before == 2
    assert_the_twins(wire.grid(ana.file), range(ROWS), "in another language")


@pytest.mark.parametrize("mode", SOME_LEFT_OUT, indirect=True)
def test_a_row_left_out_is_the_twins_and_its_neighbours_are_not(wire: Wire, ana: Person, mode: str) -> None:
    before = calls(wire)
    receipt = wire.finish(ana, DRAFT)
    grid = wire.grid(ana.file)
    assert f"{ROWS - 1} drafted · 1 drafted offline" in receipt
    assert calls(wire) - before == 2
    assert [is_the_models(draft) for draft in grid.cells("Draft")] == SOME_LEFT_OUT[mode]
    assert_the_twins(grid, [SOME_LEFT_OUT[mode].index(False)], "left this row out")


def assert_the_twins(grid: Grid, places: Iterable[int], why: str) -> None:
    for place in places:
        assert grid.cells("Draft")[place]
        assert not is_the_models(grid.cells("Draft")[place])
        assert re.search(f"Written offline, without a model: .*{why}", grid.cells("Evidence")[place])
        assert grid.cells("Status")[place] == "Drafted offline"


def test_what_the_model_made_up_is_mended_once_then_taken_out_and_said(wire: Wire, ana: Person) -> None:
    wire.play("/play/model", mode="invented")
    before = calls(wire)
    wire.finish(ana, DRAFT)
    grid = wire.grid(ana.file)
    assert calls(wire) - before == 2
    for text in (*grid.cells("Draft"), *grid.cells("Subject")):
        assert text
        assert not re.search(r"Series B|Forbes|40 million|2025|37 %|Elon|Congrat|invented\.example", text)
    for evidence in grid.cells("Evidence"):
        assert "2 sentences removed:" in evidence
        assert "$40 million" in evidence
        assert "nothing in your sheet supports “37 %”" in evidence


def test_an_unchanged_row_costs_no_second_call(wire: Wire, ana: Person) -> None:
    wire.finish(ana, DRAFT)
    before = calls(wire)
    ana.press("Back to Home")
    receipt = wire.finish(ana, DRAFT, rows="range", range=f"2-{ROWS + 1}")
    assert f"{ROWS} of {ROWS} rows" in receipt
    assert calls(wire) == before


def test_without_a_key_the_twin_writes_and_no_model_is_called(wire: Wire) -> None:
    wire.begin(GEMINI_API_KEY="")
    try:
        ana = wire.sheet(lead_rows(ROWS))
        before = wire.calls("gemini")
        receipt = ana.press(DRAFT)
        assert "No model is connected" in receipt
        grid = wire.grid(ana.file)
        assert wire.calls("gemini") == before
        assert all(draft and not is_the_models(draft) for draft in grid.cells("Draft"))
        assert all("Written offline, without a model" in evidence for evidence in grid.cells("Evidence"))
        assert set(grid.cells("Status")) == {"Drafted offline"}
    finally:
        wire.begin()


# --- scores
@pytest.mark.parametrize("mode", GOOD[:2], indirect=True)
def test_a_good_judgement_moves_the_scores_however_it_was_wrapped(
    wire: Wire, judging: Person, mode: str, by_rules: list[str]
) -> None:
    users, before = wire.grid(judging.file).users(), calls(wire)
    receipt = wire.finish(judging, SCORE, **BY_MODEL)
    grid = wire.grid(judging.file)
    assert f"{ROWS} of {ROWS} rows" in receipt
    assert calls(wire) - before == 1
    assert set(grid.cells("Status")) == {"Scored"}
    moved = [int(after) - int(rules) for rules, after in zip(by_rules, grid.cells("Score"), strict=True)]
    assert any(moved)
    assert all(abs(points) <= 15 for points in moved)
    assert grid.users() == users
    assert_no_json(grid, judging)


@pytest.mark.parametrize("mode", USELESS, indirect=True)
def test_a_judgement_that_is_none_leaves_the_scores_to_the_rules_and_says_why(
    wire: Wire, judging: Person, mode: str, by_rules: list[str]
) -> None:
    before = calls(wire)
    wire.finish(judging, SCORE, **BY_MODEL)
    grid = wire.grid(judging.file)
    assert calls(wire) - before == IN_PARTS
    assert grid.cells("Score") == by_rules
    for status in grid.cells("Status"):
        assert re.fullmatch(f"Scored by rules: .*{USELESS[mode]}.*", status)
    assert_no_json(grid, judging)


@pytest.mark.parametrize("mode", SOME_LEFT_OUT, indirect=True)
def test_a_row_without_a_judgement_is_scored_by_rules_and_its_neighbours_are_not(
    wire: Wire, judging: Person, mode: str, by_rules: list[str]
) -> None:
    wire.finish(judging, SCORE, **BY_MODEL)
    grid = wire.grid(judging.file)
    assert [status == "Scored" for status in grid.cells("Status")] == SOME_LEFT_OUT[mode]
    place = SOME_LEFT_OUT[mode].index(False)
    assert grid.cells("Status")[place] == "Scored by rules: The model left this row out."
    assert grid.cells("Score")[place] == by_rules[place]


@pytest.mark.parametrize("mode", ["invented"], indirect=True)
def test_a_judgement_that_rests_on_no_cell_moves_nothing(
    wire: Wire, judging: Person, mode: str, by_rules: list[str]
) -> None:
    wire.finish(judging, SCORE, **BY_MODEL)
    grid = wire.grid(judging.file)
    assert grid.cells("Score") == by_rules
    assert not any("Series" in why or "Funding" in why for why in grid.cells("Why"))


# --- both
@pytest.mark.parametrize(("work", "column", "done"), [(DRAFT, "Draft", "Drafted"), (SCORE, "Score", "Scored")])
@pytest.mark.parametrize("mode", LATER, indirect=True)
def test_a_model_that_cannot_answer_now_is_waited_for(
    wire: Wire, ana: Person, mode: str, work: str, column: str, done: str
) -> None:
    ana.press(work, **(BY_MODEL if work == SCORE else {}))
    wire.services.worker.tick(5.0)
    seen = ana.press("Refresh")
    assert "Waiting" in seen
    assert LATER[mode] in seen
    assert not any(wire.grid(ana.file).cells(column))
    wire.play("/play/model", mode="ok")
    assert f"{ROWS} of {ROWS} rows" in wire.work(ana)
    grid = wire.grid(ana.file)
    assert all(grid.cells(column))
    assert set(grid.cells("Status")) == {done}
    assert_no_json(grid, ana)
