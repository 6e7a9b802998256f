"""The steps of a sequence as a form: when each goes and what it says, and the hours mails may leave in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from addon.sequences.campaign_model import Campaign
from addon.sequences.recipe_model import Step, Window
from cards import widgets as w
from cards.actions import DAYS_INPUT, NEW_STEP, OURS, REST, TEXT_INPUT, THEIRS, WORK, Action, Input
from cards.campaign import parameters
from cards.response import Card
from cards.words import Message, say

LONGEST_TEXT = 5_000
"""Characters of a step's text."""

MAX_STEPS = 10
"""Steps of a sequence; with that many, no further one is offered."""

MAX_FIELDS = 30
"""Fields named as usable in texts."""

MAX_EXAMPLE = 600
"""Characters shown of a step's text as one row would get it."""

DAYS = (
    Message("Monday"),
    Message("Tuesday"),
    Message("Wednesday"),
    Message("Thursday"),
    Message("Friday"),
    Message("Saturday"),
    Message("Sunday"),
)
"""Weekdays by number, Monday 0; a box's value is the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What the form shows.

    ``fields`` are names a text may have in braces, ``examples`` each step's text as row ``row`` would get it, by step
    id. ``most`` is the administrator's limit of mails a day.
    """

    campaign: Campaign
    fields: Sequence[str] = ()
    examples: Mapping[str, str] = field(default_factory=dict)
    row: int = 0
    most: int = 0


def recipe(view: Form) -> Card:
    """Build the form; nothing changes for anybody before Confirm."""
    steps = view.campaign.recipe.steps
    here = parameters(view.campaign)
    save = w.button(say("Save"), Action.SAVE_SEQUENCE, here, primary=True)
    return w.card(
        say("Change the steps"),
        [
            w.section(w.paragraph(_what(view))),
            *(
                w.section(*_step(at, step, view), header=say("Step {step}", step=at))
                for at, step in enumerate(steps, 1)
            ),
            w.section(*_further(), header=say("A further step")) if len(steps) < MAX_STEPS else {},
            w.section(*_window(view.campaign.recipe.window), _cap(view), header=say("When mails may leave")),
            w.section(w.buttons(save, w.button(say("Back"), Action.SHOW_SEQUENCE, here))),
        ],
        name="recipe",
    )


def _what(view: Form) -> str:
    """Say what a text may hold."""
    what = say(
        "In a text, {example} stands for the row's value, and for the word after the bar where the row has none.",
        example="{{first_name|there}}",
    )
    if not view.fields:
        return what
    names = ", ".join(w.plain(name, 40) for name in view.fields[:MAX_FIELDS])
    names = names if len(view.fields) <= MAX_FIELDS else f"{names}, …"
    return "\n".join((what, say("Fields: {names}", names=names)))


def _step(at: int, step: Step, view: Form) -> tuple[w.Widget | None, ...]:
    if at == 1:
        first = say("The row's Subject and Draft. Edit them in the sheet.")
        return (w.fact(first, icon="DESCRIPTION"), _example(step, view))
    days = w.text_input(
        f"{DAYS_INPUT}{step.id}",
        say("Working days after the step before"),
        str(step.after_days),
        hint=say("Empty: this step is taken out"),
        limit=4,
    )
    return days, _text(step), _example(step, view)


def _text(step: Step) -> w.Widget:
    hint = say("Empty: a short reminder in the language of the draft")
    label = say("Text where {column} is empty", column=step.column) if step.column else say("Text")
    return w.text_input(f"{TEXT_INPUT}{step.id}", label, step.text, hint=hint, multiline=True, limit=LONGEST_TEXT)


def _example(step: Step, view: Form) -> w.Widget | None:
    text = view.examples.get(step.id, "")
    return w.fact(w.plain(text, MAX_EXAMPLE), label=say("For row {row}", row=view.row)) if text else None


def _further() -> tuple[w.Widget, ...]:
    days = say("Working days after the step before")
    return (
        w.text_input(f"{DAYS_INPUT}{NEW_STEP}", days, hint=say("Empty: no further step"), limit=4),
        w.text_input(f"{TEXT_INPUT}{NEW_STEP}", say("Text"), multiline=True, limit=LONGEST_TEXT),
    )


def _window(window: Window) -> tuple[w.Widget, ...]:
    whose = ((THEIRS, say("The recipient's time")), (OURS, say("Your time")))
    holidays = ((REST, say("No mail on public holidays")), (WORK, say("Mail on public holidays too")))
    days = [(str(number), say(day)) for number, day in enumerate(DAYS)]
    chosen = {str(number) for number in window.weekdays or ()}
    return (
        w.choice(Input.WHOSE, say("Whose time"), whose, THEIRS if window.is_theirs else OURS),
        w.time_of_day(Input.OPENS, say("Not before"), window.opens),
        w.time_of_day(Input.CLOSES, say("Not after"), window.closes),
        w.several(Input.WEEKDAYS, say("Weekdays (none ticked: the working days of their country)"), days, chosen),
        w.choice(Input.HOLIDAYS, say("Public holidays"), holidays, REST if window.keeps_holidays else WORK),
    )


def _cap(view: Form) -> w.Widget:
    label = say("Most mails a day")
    hint = say("Empty: {most}, your administrator's limit", most=view.most) if view.most else ""
    return w.text_input(Input.CAP, label, str(view.campaign.recipe.daily_cap or ""), hint=hint, limit=5)
