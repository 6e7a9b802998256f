"""What the columns of a tab mean: one drop-down a field, with the guess and how sure it is."""

from __future__ import annotations

from addon.leads.model import NO_HEADER, Check, Field
from cards import widgets as w
from cards.actions import COLUMN, COLUMN_INPUT, NO_COLUMN, Action, Param
from cards.response import Card
from cards.words import say

SURE, LIKELY = 0.85, 0.65
"""Confidence from which on a guess is called sure, or likely (our judgement: plain words of a header are)."""

MAX_UNUSED = 30
"""Columns without a field that are named."""

FIELDS = {
    Field.EMAIL: "E-mail",
    Field.FIRST_NAME: "First name",
    Field.LAST_NAME: "Last name",
    Field.FULL_NAME: "Full name",
    Field.SALUTATION: "Salutation (Mr, Frau)",
    Field.TITLE: "Job title",
    Field.COMPANY: "Company",
    Field.INDUSTRY: "Industry",
    Field.EMPLOYEES: "Employees",
    Field.COUNTRY: "Country",
    Field.LANGUAGE: "Language",
    Field.PHONE: "Phone",
    Field.WEBSITE: "Website",
    Field.CHALLENGE: "Challenge or pain",
    Field.NOTES: "Notes",
}
"""What each field is called, in the order of the drop-downs; the texts are messages of the catalogue."""


def columns(check: Check, file: str) -> Card:
    """Build the card that says which column holds what and lets the user put it right."""
    parameters = {Param.FILE: file, Param.TAB: str(check.tab.sheet_id)}
    return w.card(
        say("What your columns mean"),
        [
            w.section(w.fact(header_line(check), below=_unused(check))),
            w.section(
                *(_column(field, say(text), check) for field, text in FIELDS.items()),
                w.buttons(
                    w.button(say("Save columns"), Action.SAVE_COLUMNS, parameters, primary=True),
                    w.button(say("Back to the check"), Action.CHECK_LEADS, parameters),
                ),
            ),
        ],
        subtitle=check.tab.title,
        name="columns",
    )


def header_line(check: Check) -> str:
    """Say where the header is and how many columns are known."""
    known, columns = len(check.columns.headers), len(check.headers)
    if check.columns.header_row == NO_HEADER:
        return say("No header: columns go by their letters · {known} of {columns} known", known=known, columns=columns)
    row = check.columns.header_row + 1
    return say("Header in row {row} · {known} of {columns} known", row=row, known=known, columns=columns)


def _unused(check: Check) -> str:
    """Name the columns no field is in."""
    used = set(check.columns.headers.values())
    names = [name for name in check.headers.values() if name not in used]
    shown = ", ".join(w.plain(name, 40) for name in names[:MAX_UNUSED])
    return say("Not used: {names}", names=shown if len(names) <= MAX_UNUSED else f"{shown}, …") if names else ""


def _column(field: Field, text: str, check: Check) -> w.Widget:
    chosen = next((key for key, name in check.headers.items() if name == check.columns.headers.get(field)), "")
    items = ((NO_COLUMN, "—"), *((f"{COLUMN}{key}", _option(key, name, check)) for key, name in check.headers.items()))
    label = f"{text} · {_sureness(field, check)}" if chosen else text
    return w.choice(f"{COLUMN_INPUT}{field}", label, items, f"{COLUMN}{chosen}" if chosen else NO_COLUMN)


def _option(key: str, name: str, check: Check) -> str:
    """Return a column as it is offered: with an example, since ``Column C`` says nothing and ``Name`` not enough."""
    example = check.examples.get(key, "")
    return say("{column} · e.g. {example}", column=w.plain(name, 100), example=example) if example else name


def _sureness(field: Field, check: Check) -> str:
    """Say how sure a guess is, in words and percent; what the user chose is no guess."""
    if field in check.columns.confirmed:
        return say("chosen by you")
    sure = check.columns.confidence.get(field, 0.0)
    percent = f"{sure:.0%}"
    if sure >= SURE:
        return say("sure ({percent})", percent=percent)
    return say("likely ({percent})", percent=percent) if sure >= LIKELY else say("a guess ({percent})", percent=percent)
