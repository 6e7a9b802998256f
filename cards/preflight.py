"""The pre-flight on a card: one line a finding, worst first, what is well in one paragraph, and the mend's buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from addon.accounts.grant_model import GrantKind
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import Light, Preflight
from cards import widgets as w
from cards.actions import Action, Param
from cards.findings import rows_line
from cards.words import Message, say, say_kept, say_many

MAX_SHOWN = 9
"""Lines that are red or amber on one card; those beyond are counted."""

MAX_MENDS = 3
"""Buttons in the row of mends; when the first ones are pressed, the others come up."""

MARKS = {Light.GREEN: "✓", Light.AMBER: "!", Light.RED: "✗"}
"""A shape for each light, since colour alone does not reach everybody."""

STOPS, LEFT_OUT, KNOW = Message("Stops everything"), Message("Left out"), Message("Good to know")
"""What a line means: nothing goes, its rows do not go, or all go and this should be known."""

MENDS: dict[str, tuple[Message, Action]] = {
    Lock.KILL_SWITCH: (Message("Rules of sending"), Action.SHOW_POLICY),
    Lock.NO_ADDRESS: (Message("Rules of sending"), Action.SHOW_POLICY),
    Lock.GRANT: (Message("Settings"), Action.SHOW_SETTINGS),
    Lock.SENDER: (Message("Settings"), Action.SHOW_SETTINGS),
    Lock.SHEET_GRANT: (Message("Settings"), Action.SHOW_SETTINGS),
    "no_draft": (Message("Write drafts"), Action.START_DRAFTS),
    "no_subject": (Message("Write drafts"), Action.START_DRAFTS),
}
"""The button that leads to a mend, by the line's word."""

CONNECTS: dict[str, tuple[GrantKind, Message]] = {
    Lock.GRANT: (GrantKind.GMAIL, Message("Connect Gmail")),
    Lock.SENDER: (GrantKind.GMAIL, Message("Connect Gmail")),
    Lock.SHEET_GRANT: (GrantKind.SHEETS, Message("Connect Sheets")),
}
"""Lines that are mended by giving a grant: a button of its own, where our page for it is at hand."""

_ORDER = (Light.RED, Light.AMBER)


def widgets_of(lines: Sequence[Preflight]) -> list[w.Widget]:
    """Show every line: red before amber, those that stop everything first, green ones together."""
    told = _told(lines)
    shown = [_line(one) for one in told[:MAX_SHOWN]]
    if len(told) > MAX_SHOWN:
        shown.append(w.fact(say_many("{count} more finding", "{count} more findings", len(told) - MAX_SHOWN)))
    green = [f"{MARKS[Light.GREEN]} {_said(one.text, one)}" for one in lines if one.light is Light.GREEN]
    return [*shown, w.paragraph("\n".join(green))] if green else shown


def mends_of(
    lines: Sequence[Preflight], parameters: Mapping[Param, str], connect: Mapping[GrantKind, str]
) -> list[w.Widget]:
    """Return the buttons that mend what stops everything, then what should be known; each once.

    ``connect`` has the path of our page that asks for a grant, where one can be given.
    """
    made = [_mend(one.what, parameters, connect) for one in _told(lines)]
    return list({str(button): button for button in made if button}.values())[:MAX_MENDS]


def stops(lines: Sequence[Preflight]) -> bool:
    """Whether a line stops everything."""
    return any(one.light is Light.RED and not one.rows for one in lines)


def _told(lines: Sequence[Preflight]) -> list[Preflight]:
    """Return what is not well: what stops everything, the rows left out, what should be known."""
    wrong = (one for one in lines if one.light in _ORDER)
    return sorted(wrong, key=lambda one: (_ORDER.index(one.light), bool(one.rows)))


def _line(one: Preflight) -> w.Widget:
    label = KNOW if one.light is Light.AMBER else LEFT_OUT if one.rows else STOPS
    rows = rows_line(one.rows) if one.rows else ""
    parts = (f"{MARKS[one.light]} {_said(one.text, one)}", rows, _said(one.mend, one))
    return w.fact("\n".join(filter(None, parts)), label=say(label))


def _said(text: str, one: Preflight) -> str:
    return say(text, **one.values) if one.values else say_kept(text)


def _mend(what: str, parameters: Mapping[Param, str], connect: Mapping[GrantKind, str]) -> w.Widget | None:
    if what in CONNECTS and CONNECTS[what][0] in connect:
        kind, asking = CONNECTS[what]
        return w.popup_button(say(asking), connect[kind])
    if what not in MENDS:
        return None
    text, action = MENDS[what]
    return w.button(say(text), action, parameters)
