"""The card that says what went wrong, why, and what to do."""

from __future__ import annotations

from cards import widgets as w
from cards.actions import Action
from cards.response import Card
from cards.words import say


def problem(message: str, reference: str) -> Card:
    """Say one sentence and the reference that finds its log line."""
    return w.card(
        say("That did not work"),
        [
            w.section(
                w.fact(message, icon="STAR"),
                w.fact(reference, label=say("Reference for your administrator")),
            ),
            w.section(w.buttons(w.button(say("Back to Home"), Action.SHOW_HOME, primary=True))),
        ],
        name="problem",
    )
