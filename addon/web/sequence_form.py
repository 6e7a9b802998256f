"""The form of a recipe, read: hostile, and as far from a recipe as a person may type."""

from __future__ import annotations

from dataclasses import replace

from addon.errors import Invalid
from addon.lib.ids import random_id
from addon.sequences.recipe_model import Recipe, Step, Window
from addon.web.event_object import Event
from cards.actions import DAYS_INPUT, NEW_STEP, OURS, TEXT_INPUT, WORK, Input


def recipe_in(event: Event, old: Recipe) -> Recipe:
    """Return the recipe as typed; ``Invalid`` names the field that is no number."""
    steps = [old.steps[0], *(_step(event, one, at) for at, one in enumerate(old.steps[1:], 2))]
    kept = [one for one in steps if one is not None]
    if event.text(DAYS_INPUT + NEW_STEP).strip():
        days = _number(event.text(DAYS_INPUT + NEW_STEP), f"steps[{len(kept)}]")
        kept.append(Step(id=random_id(), after_days=days, text=event.text(TEXT_INPUT + NEW_STEP)))
    cap = event.text(Input.CAP).strip()
    return Recipe(steps=tuple(kept), window=_window(event, old.window), daily_cap=_number(cap, "cap") if cap else 0)


def _step(event: Event, old: Step, at: int) -> Step | None:
    days = event.text(DAYS_INPUT + old.id).strip()
    if not days:
        return None
    return replace(old, after_days=_number(days, f"steps[{at - 1}]"), text=event.text(TEXT_INPUT + old.id))


def _window(event: Event, old: Window) -> Window:
    opens, closes = event.clock_time(Input.OPENS), event.clock_time(Input.CLOSES)
    ticked = frozenset(int(day) for day in event.texts(Input.WEEKDAYS) if day in set("0123456"))
    return Window(
        opens=opens or old.opens,
        closes=closes or old.closes,
        weekdays=ticked or None,
        keeps_holidays=event.text(Input.HOLIDAYS) != WORK,
        is_theirs=event.text(Input.WHOSE) != OURS,
    )


def _number(text: str, field: str) -> int:
    text = text.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        raise Invalid("Write a whole number such as 3.", reason="not_a_number", field=field)
    return int(text)
