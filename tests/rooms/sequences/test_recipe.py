"""Recipes: the default one works, a faulty one is refused with its place, and changes are told by step."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from addon.errors import Invalid
from addon.leads.model import OwnColumn
from addon.sequences.recipe import MAX_STEPS, MAX_TEXT, check, default_recipe, edited
from addon.sequences.recipe_model import Recipe, Step, Window

DEFAULT = default_recipe()
FIRST, SECOND, THIRD = DEFAULT.steps


def recipe(*steps: Step, **other: object) -> Recipe:
    return replace(DEFAULT, steps=steps or DEFAULT.steps, **other)  # type: ignore[arg-type]


def further(number: int, **values: object) -> Step:
    return Step(id=f"s{number}", after_days=2, text="Hi {{first_name|there}}, one more line.", **values)  # type: ignore[arg-type]


def test_the_default_recipe_is_fine_and_the_same_each_time() -> None:
    check(DEFAULT, ())
    assert default_recipe() == DEFAULT
    assert [step.after_days for step in DEFAULT.steps] == [0, 3, 5]
    assert [step.column for step in DEFAULT.steps] == [None, OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2]


@pytest.mark.parametrize(
    "fine",
    [
        recipe(FIRST),
        recipe(FIRST, *(further(number) for number in range(MAX_STEPS - 1))),
        recipe(FIRST, replace(SECOND, after_days=90)),
        recipe(daily_cap=2_000),
        recipe(window=Window(opens=time(9), closes=time(9, 30), weekdays=frozenset({6}))),
    ],
)
def test_what_is_within_the_limits_is_fine(fine: Recipe) -> None:
    check(fine)


@pytest.mark.parametrize(
    ("faulty", "where"),
    [
        (Recipe(steps=()), "steps"),
        (recipe(FIRST, *(further(number) for number in range(MAX_STEPS))), "steps"),
        (recipe(FIRST, FIRST), "steps"),
        (recipe(FIRST, replace(SECOND, id="a b")), "steps"),
        (recipe(FIRST, SECOND, replace(THIRD, column=SECOND.column)), "steps"),
        (recipe(FIRST, replace(SECOND, column=OwnColumn.STATUS)), "steps"),
        (recipe(replace(FIRST, text="Hello")), "steps[1]"),
        (recipe(replace(FIRST, column=OwnColumn.DRAFT)), "steps[1]"),
        (recipe(FIRST, replace(SECOND, after_days=-1)), "steps[2]"),
        (recipe(FIRST, replace(SECOND, after_days=91)), "steps[2]"),
        (recipe(FIRST, SECOND, replace(THIRD, text="Hi {{first_name")), "steps[3]"),
        (recipe(FIRST, replace(SECOND, text="Hi [Name]")), "steps[2]"),
        (recipe(FIRST, replace(SECOND, text="x" * (MAX_TEXT + 1))), "steps[2]"),
        (recipe(window=Window(opens=time(9), closes=time(9, 29))), "window"),
        (recipe(window=Window(opens=time(17), closes=time(9))), "window"),
        (recipe(window=Window(weekdays=frozenset())), "weekdays"),
        (recipe(window=Window(weekdays=frozenset({7}))), "weekdays"),
        (recipe(daily_cap=2_001), "cap"),
        (recipe(daily_cap=-1), "cap"),
    ],
)
def test_what_cannot_be_followed_is_refused_at_its_place(faulty: Recipe, where: str) -> None:
    with pytest.raises(Invalid) as caught:
        check(faulty)
    assert caught.value.field == where


def test_a_field_the_sheet_does_not_have_is_refused_where_its_headers_are_known() -> None:
    odd = recipe(FIRST, replace(SECOND, text="Your {{Team size|team}}"))
    check(odd)
    check(odd, ["Team size"])
    with pytest.raises(Invalid):
        check(odd, ["Email"])


def test_a_change_is_told_by_step() -> None:
    fresh = Step(id="new", after_days=4, text="Hello")
    new = recipe(FIRST, replace(SECOND, text="Other words"), fresh, window=Window(opens=time(8)))
    change = edited(DEFAULT, new)
    assert [change.added, change.removed, change.moved] == [{"new"}, {THIRD.id}, set()]
    assert change.has_new_hours
    same = edited(DEFAULT, DEFAULT)
    assert [same.added, same.removed, same.moved, same.has_new_hours] == [set(), set(), set(), False]


@pytest.mark.parametrize(
    ("new", "moved"),
    [
        (recipe(FIRST, replace(SECOND, after_days=4), THIRD), {SECOND.id}),
        (recipe(FIRST, THIRD, SECOND), {SECOND.id, THIRD.id}),
        (recipe(FIRST, further(1), SECOND, THIRD), set()),
        (recipe(FIRST, THIRD), set()),
    ],
)
def test_a_step_is_moved_with_its_delay_or_its_place_among_the_others(new: Recipe, moved: set[str]) -> None:
    assert edited(DEFAULT, new).moved == moved
