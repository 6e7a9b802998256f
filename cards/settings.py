"""Settings: who you are here, what writes the drafts, and what is connected."""

from __future__ import annotations

from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card


def settings(*, email: str, writer: str, has_model: bool, file: str) -> Card:
    """Show the account and the connections that exist."""
    model = writer if has_model else "No key set: the offline writer composes every draft"
    parameters = {Param.FILE: file} if file else None
    return w.card(
        "Settings",
        [
            w.section(
                w.fact(email, label="Signed in as", icon="PERSON"),
                w.fact(model, label="Drafts are written by", icon="DESCRIPTION"),
            ),
            w.section(
                w.buttons(
                    w.button("What we sell", Action.SHOW_OFFER, parameters),
                    w.button("Back to Home", Action.SHOW_HOME, parameters),
                )
            ),
        ],
        name="settings",
    )
