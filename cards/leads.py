"""What Check leads found: what is wrong with which rows, and the way to what the columns mean."""

from __future__ import annotations

from addon.leads.model import Check
from cards import findings
from cards import widgets as w
from cards.actions import Action, Param
from cards.columns import header_line
from cards.response import Card
from cards.words import number, say, say_many


def checked(check: Check, file: str) -> Card:
    """Build the card of one checked tab; the sheet itself was only read."""
    parameters = {Param.FILE: file, Param.TAB: str(check.tab.sheet_id)}
    return w.card(
        say("Tab {tab}", tab=check.tab.title),
        [
            w.section(w.fact(_counted(check), below=header_line(check), icon="PERSON")),
            w.section(*findings.widgets_of(check.findings), header=say("To look at")) if check.findings else {},
            w.section(
                w.buttons(
                    w.button(say("Score leads"), Action.START_SCORE, parameters, primary=True),
                    w.button(say("Columns"), Action.SHOW_COLUMNS, parameters),
                    w.button(say("Back to Home"), Action.SHOW_HOME, parameters),
                )
            ),
        ],
        name="checked",
    )


def _counted(check: Check) -> str:
    ready = number(check.ready)
    return say_many("{count} lead, {ready} ready", "{count} leads, {ready} ready", check.rows, ready=ready)
