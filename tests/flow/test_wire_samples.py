"""Three samples first, then the rest: the style is approved once, and a wish changes it."""

from __future__ import annotations

import pytest

from tests.cast import lead_rows
from tests.flow.person import Person
from tests.flow.wire import Wire, until

ROWS = 8


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GEMINI_API_KEY": ""}


@pytest.fixture
def ana(wire: Wire, request: pytest.FixtureRequest) -> Person:
    """Ana with an offer of this test's own, whose drafts she has not seen."""
    person = wire.sheet(lead_rows(ROWS))
    person.press("What we sell")
    person.press("Save", what=f"Route planning {request.node.name}".replace("_", " "))
    return person


def drafts(wire: Wire, ana: Person) -> list[str]:
    return wire.grid(ana.file).cells("Draft")


def test_three_drafts_come_first_and_the_rest_once_they_are_liked(wire: Wire, ana: Person) -> None:
    before = wire.grid(ana.file).users()
    seen = ana.press("Write drafts")
    first = drafts(wire, ana)
    assert [bool(draft) for draft in first] == [True] * 3 + [False] * (ROWS - 3)
    assert all(line in seen for draft in first[:3] for line in draft.split("\n") if line)
    ana.press("Write the rest")
    assert f"{ROWS - 3} drafted offline" in wire.work(ana)
    after = drafts(wire, ana)
    assert all(after)
    assert after[:3] == first[:3]
    assert wire.grid(ana.file).users() == before


def test_a_style_that_was_liked_is_not_asked_for_again(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    ana.press("Write the rest")
    again = wire.sheet(lead_rows(ROWS))
    assert f"{ROWS} drafted offline" in again.press("Write drafts")
    again.press("Back to Home")
    again.press("What we sell")
    again.press("Save", what="Cold storage for bakeries")
    third = wire.sheet(lead_rows(ROWS))
    third.press("Write drafts")
    assert "Write the rest" in third.words(), "another offer makes other drafts"


def test_samples_are_written_again_with_a_wish_that_the_rest_follows(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    first = drafts(wire, ana)
    ana.press("Regenerate", wish="shorter")
    second = drafts(wire, ana)
    assert all(old != new for old, new in zip(first[:3], second[:3], strict=True))
    assert not any(second[3:])
    ana.press("Write the rest")
    wire.work(ana)
    third = drafts(wire, ana)
    assert third[:3] == second[:3]
    assert all(third)


def wait_for_samples(ana: Person) -> None:
    """Look again where the click was answered before the samples were there."""
    until(lambda: "Write the rest" in ana.words() or "Write the rest" in ana.press("Refresh"))


def test_one_row_is_shown_with_what_it_rests_on_and_written_again(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    wait_for_samples(ana)
    ana.press("Write the rest")
    wire.work(ana)
    before = drafts(wire, ana)
    ana.press("Back to Home")
    seen = ana.press("Show drafts", range="5")
    assert "Draft of row 5" in seen
    assert all(line in seen for line in before[3].split("\n") if line)
    assert "Written offline" in seen
    assert "Draft of row 6" in ana.press("Next draft")
    ana.press("Regenerate")
    after = drafts(wire, ana)
    assert [old == new for old, new in zip(before, after, strict=True)] == [True] * 4 + [False] + [True] * 3


def test_a_draft_a_person_edited_is_kept(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    grid = wire.grid(ana.file)
    wire.edit(ana.file, "paste", tab=0, row=2, column=grid.index("Draft"), cells=[["My own words"]])
    ana.press("Regenerate", wish="shorter")
    assert drafts(wire, ana)[1] == "My own words"


def test_few_rows_need_no_samples(wire: Wire) -> None:
    few = wire.sheet(lead_rows(3))
    assert "3 drafted offline" in few.press("Write drafts")
    assert "Write the rest" not in few.words()


def test_a_row_without_a_draft_is_said_so(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    ana.press("Back to Home")
    assert "Row 7 has no draft" in ana.press("Show drafts", range="7")


def test_an_offer_changed_behind_the_samples_is_not_approved_with_them(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    other = wire.person(ana.file, "ana")
    other.open()
    other.press("What we sell")
    other.press("Save", what="Cold storage for bakeries and dairies")
    ana.press("Write the rest")
    wrote = drafts(wire, ana)
    assert [bool(draft) for draft in wrote] == [True] * 6 + [False] * 2
    assert "Write the rest" in ana.words(), "the new offer is shown in samples first"
    assert all("Cold storage" in draft for draft in wrote[3:6])


def test_one_row_can_be_written_again_and_again(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    seen = {drafts(wire, ana)[1]}
    for _ in range(3):
        ana.press("Back to Home")
        ana.press("Show drafts", range="3")
        ana.press("Regenerate")
        seen.add(drafts(wire, ana)[1])
    assert len(seen) == 4


def test_samples_that_were_all_edited_still_lead_on(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    column = wire.grid(ana.file).index("Draft")
    wire.edit(ana.file, "paste", tab=0, row=1, column=column, cells=[["Mine 1"], ["Mine 2"], ["Mine 3"]])
    ana.press("Regenerate")
    assert "Write the rest" in ana.words()
    assert drafts(wire, ana)[:3] == ["Mine 1", "Mine 2", "Mine 3"]


def test_a_wish_is_cut_to_its_limit(wire: Wire, ana: Person) -> None:
    ana.press("Write drafts")
    ana.press("Regenerate", wish="shorter " * 900)
    assert len(wire.services.drafting.style("nordwind.example", "1001").wish) <= 300
