"""What the columns of a tab mean: one drop-down a field, with the guess and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence

from addon.leads.model import NO_HEADER, Check, Field
from cards import widgets as w
from cards.actions import COLUMN, COLUMN_INPUT, NO_COLUMN, Action, Param
from cards.response import Card
from cards.words import Message, percent, say, say_many

SURE, LIKELY = 0.85, 0.65
"""Confidence from which on a guess is called sure, or likely (our judgement: plain words of a header are)."""

MAX_UNUSED = 30
"""Columns without a field that are named."""

OFFERED = w.MAX_ITEMS - 1
"""Columns a drop-down offers: one item says that no column holds the field."""

WITH_EXAMPLES = 22
"""Columns up to which each is offered with an example; with more, so many drop-downs of them make the card heavy."""

NAME_LIMITS, ITEM_BYTES, CARD_BYTES = (40, 32, 24), 45, 88_000
"""Characters of a name: the first that keeps all drop-downs within ``CARD_BYTES``, as an item has some bytes beside it.

Shorter names could not be told apart: then fewer columns are offered.
"""

FIELDS = {
    Field.EMAIL: Message("E-mail"),
    Field.FIRST_NAME: Message("First name"),
    Field.LAST_NAME: Message("Last name"),
    Field.FULL_NAME: Message("Full name"),
    Field.SALUTATION: Message("Salutation (Mr, Frau)"),
    Field.TITLE: Message("Job title"),
    Field.COMPANY: Message("Company"),
    Field.INDUSTRY: Message("Industry"),
    Field.EMPLOYEES: Message("Employees"),
    Field.COUNTRY: Message("Country"),
    Field.CITY: Message("City"),
    Field.TIME_ZONE: Message("Time zone"),
    Field.LANGUAGE: Message("Language"),
    Field.PHONE: Message("Phone"),
    Field.WEBSITE: Message("Website"),
    Field.CHALLENGE: Message("Challenge or pain"),
    Field.NOTES: Message("Notes"),
}
"""What each field is called, in the order of the drop-downs; the texts are messages of the catalogue."""


def columns(check: Check, file: str) -> Card:
    """Build the card that says which column holds what and lets the user put it right."""
    parameters = {Param.FILE: file, Param.TAB: str(check.tab.sheet_id)}
    offered = _offered(check)
    return w.card(
        say("What your columns mean"),
        [
            w.section(w.fact(header_line(check), below=_unused(check))),
            w.section(
                _left_out(len(check.headers) - len(offered)),
                *(_column(field, say(text), check, offered) for field, text in FIELDS.items()),
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
    known, columns = len(set(check.columns.headers.values())), len(check.headers)
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


def _left_out(left: int) -> w.Widget | None:
    if not left:
        return None
    return w.paragraph(
        say_many(
            "{count} more column is not offered; if you need it, move it to the left.",
            "{count} more columns are not offered; move the one you need to the left.",
            left,
        )
    )


def _offered(check: Check) -> tuple[tuple[str, str], ...]:
    """Return the columns a drop-down offers, key and text, in their order; of too many those with a field first."""
    known = set(check.columns.headers.values())
    first = sorted(check.headers, key=lambda key: check.headers[key] not in known)[:OFFERED]
    fitting = (limit for limit in NAME_LIMITS if _weight([check.headers[key] for key in first], limit) <= CARD_BYTES)
    limit = next(fitting, NAME_LIMITS[-1])
    while _weight([check.headers[key] for key in first], limit) > CARD_BYTES:
        first.pop()
    examples = check.examples if len(check.headers) <= WITH_EXAMPLES else {}
    texts = {key: _option(w.plain(check.headers[key], limit), examples.get(key, "")) for key in first}
    return tuple((key, texts[key]) for key in check.headers if key in texts)


def _weight(names: Sequence[str], limit: int) -> int:
    """Return about how many bytes the drop-downs of all fields take."""
    return len(FIELDS) * sum(ITEM_BYTES + len(w.plain(name, limit).encode()) for name in names)


def _column(field: Field, text: str, check: Check, offered: Sequence[tuple[str, str]]) -> w.Widget:
    chosen = next((key for key, name in check.headers.items() if name == check.columns.headers.get(field)), "")
    items = ((NO_COLUMN, "—"), *((f"{COLUMN}{key}", shown) for key, shown in offered))
    label = f"{text} · {_sureness(field, check)}" if chosen else text
    return w.choice(f"{COLUMN_INPUT}{field}", label, items, f"{COLUMN}{chosen}" if chosen else NO_COLUMN)


def _option(name: str, example: str) -> str:
    """Return a column as it is offered: with an example, since ``Column C`` says nothing and ``Name`` not enough."""
    return say("{column} · e.g. {example}", column=name, example=w.plain(example, 20)) if example else name


def _sureness(field: Field, check: Check) -> str:
    """Say how sure a guess is, in words and percent; what the user chose is no guess."""
    if field in check.columns.confirmed:
        return say("chosen by you")
    sure = check.columns.confidence.get(field, 0.0)
    share = percent(sure)
    if sure >= SURE:
        return say("sure ({percent})", percent=share)
    return say("likely ({percent})", percent=share) if sure >= LIKELY else say("a guess ({percent})", percent=share)
