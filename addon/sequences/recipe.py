"""What a recipe may be, the one everybody starts with, and what changes from one to the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from addon.errors import Invalid
from addon.leads.model import OwnColumn
from addon.sequences.fields import check_text
from addon.sequences.recipe_model import Recipe, Step, Window

MAX_STEPS = 10
MAX_DAYS = 90
"""Working days between two steps: a reminder after four months reminds of nothing."""

MAX_TEXT = 5_000
"""Characters of a step's text."""

MAX_CAP = 2_000
"""Mails a day that Google lets a Workspace mailbox send."""

MIN_WINDOW = timedelta(minutes=30)
FOLLOW_UPS = (OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)
_DEFAULT_DAYS = (0, 3, 5)
"""PRODUCT's three steps, in working days after the step before."""

_STEP_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")


def default_recipe() -> Recipe:
    """Return the recipe a first sequence has: the draft, and two follow-ups in the same thread."""
    first, second, third = _DEFAULT_DAYS
    return Recipe(
        steps=(
            Step(id="first", after_days=first),
            Step(id="follow_up_1", after_days=second, column=OwnColumn.FOLLOW_UP_1),
            Step(id="follow_up_2", after_days=third, column=OwnColumn.FOLLOW_UP_2),
        )
    )


def check(recipe: Recipe, headers: Iterable[str] | None = None) -> None:
    """Return if the recipe can be followed; ``Invalid`` names what is wrong and the mend.

    ``headers`` are the sheet's, against which the fields of texts are checked where they are known.
    """
    _check_number(recipe.steps)
    known = None if headers is None else tuple(headers)
    for number, step in enumerate(recipe.steps, 1):
        _check_step(number, step, known)
    _check_columns(recipe.steps)
    _check_window(recipe.window)
    if recipe.daily_cap and not 1 <= recipe.daily_cap <= MAX_CAP:
        raise Invalid("Most mails a day: write a number from 1 to {most}.", field="cap", most=MAX_CAP)


def _check_number(steps: tuple[Step, ...]) -> None:
    if not steps:
        raise Invalid("A sequence needs at least one step.", field="steps")
    if len(steps) > MAX_STEPS:
        raise Invalid("A sequence has at most {most} steps.", field="steps", most=MAX_STEPS)
    ids = [step.id for step in steps]
    if len(set(ids)) < len(ids) or not all(map(_STEP_ID.fullmatch, ids)):
        raise Invalid("The steps are mixed up. Open the form again and change them once more.", field="steps")


def _check_step(number: int, step: Step, headers: tuple[str, ...] | None) -> None:
    where = f"steps[{number}]"
    if not 0 <= step.after_days <= MAX_DAYS:
        raise Invalid(
            "Step {step}: write a number of working days from 0 to {most}.", field=where, step=number, most=MAX_DAYS
        )
    if number == 1 and (step.column or step.text.strip()):
        raise Invalid("The first step is the row's Subject and Draft. Edit them in the sheet.", field=where)
    if len(step.text) > MAX_TEXT:
        raise Invalid(
            "Step {step}: the text is longer than {most} characters.", field=where, step=number, most=MAX_TEXT
        )
    try:
        check_text(step.text, headers)
    except Invalid as error:
        error.field = where
        raise


def _check_columns(steps: tuple[Step, ...]) -> None:
    used = [step.column for step in steps if step.column]
    if len(set(used)) < len(used) or not set(used) <= set(FOLLOW_UPS):
        raise Invalid("The steps are mixed up. Open the form again and change them once more.", field="steps")


def _check_window(window: Window) -> None:
    if _length(window.opens, window.closes) < MIN_WINDOW:
        raise Invalid("Leave at least half an hour between the earliest and the latest time of a mail.", field="window")
    if window.weekdays is not None and (not window.weekdays or not window.weekdays <= set(range(7))):
        raise Invalid("Choose days from Monday to Sunday, or none for their own working days.", field="weekdays")


def _length(opens: time, closes: time) -> timedelta:
    day = datetime(2000, 1, 1)  # noqa: DTZ001 - times of day, in nobody's zone
    return datetime.combine(day, closes) - datetime.combine(day, opens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Ids of steps that came, went, or go at another time; and whether the hours or the cap changed."""

    added: frozenset[str]
    removed: frozenset[str]
    moved: frozenset[str]
    has_new_hours: bool


def edited(old: Recipe, new: Recipe) -> Change:
    """Return what changed from one recipe to the next, by the ids of steps; a step is moved with its delay or place."""
    before, after = ({step.id: step for step in recipe.steps} for recipe in (old, new))
    both = [id for id in before if id in after]
    order = [id for id in after if id in before]
    return Change(
        added=frozenset(after.keys() - before.keys()),
        removed=frozenset(before.keys() - after.keys()),
        moved=frozenset(
            id for at, id in enumerate(both) if before[id].after_days != after[id].after_days or order[at] != id
        ),
        has_new_hours=(old.window, old.daily_cap) != (new.window, new.daily_cap),
    )
