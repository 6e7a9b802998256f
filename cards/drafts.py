"""Drafts for a person's eyes: the first few to approve the style by, and one row's with what it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from addon.drafting.model import LONGEST_WISH, Shown
from addon.runs.model import Run
from cards import run as run_card
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card
from cards.words import say


def samples(run: Run, shown: Sequence[Shown], *, rest: str = "") -> Card:
    """Show the first drafts of a run; ``rest`` says what the rows after them would cost."""
    parameters = run_card.parameters(run)
    more = w.button(say("Write the rest"), Action.APPROVE_DRAFTS, parameters, primary=True)
    return w.card(
        say("Samples · {tab}", tab=run.target.tab),
        [
            w.section(
                w.paragraph(
                    say("These drafts stand in your sheet already. Do you like how they sound? Then the rest follows.")
                ),
                w.paragraph(run_card.outcomes(run.counts)) if run.counts else None,
                w.paragraph(run_card.took(run)) if run.spent.get("calls") else None,
            ),
            *(_sample(draft) for draft in shown),
            w.section(
                _wish(run.manner.wish),
                w.buttons(
                    w.button(say("Regenerate"), Action.REGENERATE, parameters),
                    w.button(say("Refresh"), Action.SHOW_RUN, parameters),
                ),
            ),
            w.section(
                w.paragraph(rest) if rest else None,
                w.buttons(more, w.button(say("Back to Home"), Action.SHOW_HOME, parameters)),
            ),
        ],
        name="samples",
    )


def draft(shown: Shown, parameters: dict[Param, str], *, next_row: int | None, variant: int) -> Card:
    """Show the draft of one row, each sentence with its source as the Evidence cell says it."""
    here = {**parameters, Param.ROW: str(shown.row)}
    again = w.button(say("Regenerate"), Action.REGENERATE, {**here, Param.VARIANT: str(variant)})
    following = {**parameters, Param.ROW: str(next_row)}
    return w.card(
        say("Draft of row {row}", row=shown.row),
        [
            w.section(w.fact(shown.subject or "—", label=say("Subject"), below=shown.status), w.paragraph(shown.body)),
            w.section(w.paragraph(shown.evidence), header=say("What it rests on")) if shown.evidence else {},
            w.section(_wish(""), w.buttons(again)),
            w.section(
                w.buttons(
                    w.button(say("Next draft"), Action.SHOW_DRAFT, following) if next_row else None,
                    w.button(say("Back to Home"), Action.SHOW_HOME, parameters),
                )
            ),
        ],
        name="draft",
    )


def _sample(shown: Shown) -> w.Widget:
    return w.section(
        w.fact(shown.subject or "—", label=say("Row {row}", row=shown.row), below=shown.status),
        w.paragraph(shown.body),
        w.paragraph(shown.evidence) if shown.evidence else None,
    )


def _wish(wish: str) -> w.Widget:
    label = say("What should be different?")
    return w.text_input(Input.WISH, label, wish, hint=say("Shorter, and mention the season"), limit=LONGEST_WISH)
