"""Fields in a step's text: ``{{first_name|there}}`` stands for the row's value, else for the word after the bar."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from addon.accounts.sender_model import Sender
from addon.errors import Invalid
from addon.leads.model import Field, Lead
from addon.lib.names import can_greet
from addon.lib.text import clean, shorten, words
from addon.sequences.leftovers import leftovers

SENDER_FIELDS = ("sender_name", "sender_address")
GREETING = "greeting"
"""The greeting of the row's draft, so that a follow-up greets as the first mail did."""

EXAMPLE = "{{first_name|there}}"
MAX_NAME = 60
"""Characters of a field's name that are shown."""

_SLOT = re.compile(r"\{\{([^{}]*)\}\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One field of a text; ``fallback`` is ``""`` where none is written."""

    name: str
    fallback: str = ""


def fields_in(text: str) -> tuple[Slot, ...]:
    """Return the fields of a text in order; ``Invalid`` where one cannot be read."""
    outside = _SLOT.sub(" ", text)
    if "{{" in outside or "}}" in outside:
        raise Invalid(
            "Two braces stand alone: a field is written as in {example}.", reason="bad_template", example=EXAMPLE
        )
    return tuple(_slot(match[1]) for match in _SLOT.finditer(text))


def check_text(text: str, headers: Iterable[str] | None = None) -> None:
    """Return if a text can be filled in; ``Invalid`` says what is wrong with it.

    Where the sheet's ``headers`` are given, a field that neither they nor our own names know is refused, with the names
    that come nearest.
    """
    slots = fields_in(text)
    if found := leftovers(_SLOT.sub("Anna", text)):
        raise Invalid(
            "{found} would be sent as it stands: a field is written as in {example}.",
            reason="bad_template",
            found=found[0],
            example=EXAMPLE,
        )
    if headers is not None:
        known = {_key(name): name for name in reversed(field_names(headers))}
        for slot in slots:
            _check_name(slot.name, known)


def field_names(headers: Iterable[str]) -> tuple[str, ...]:
    """Return every name a field may have in a sheet with these headers: ours first, then the headers."""
    return tuple(dict.fromkeys((*Field, *SENDER_FIELDS, GREETING, *(clean(header) for header in headers if header))))


_LOOSE = " ,;:"
"""What may stand around a name in a cell and belongs to no sentence: "Hi , Tom" has lost it a customer."""


def render(text: str, lead: Lead, sender: Sender, greeting: str = "") -> str:
    """Return the text with its fields filled in; ``Invalid`` names field and row where there is nothing to put in.

    A value is data: it becomes one line, and nothing in it is ever taken for a field.
    """
    given = {"sender_name": sender.name, "sender_address": sender.address, GREETING: greeting}
    for slot in fields_in(text):
        if not (_value(slot.name, lead, given) or slot.fallback):
            raise _nothing_for(slot.name, lead)
    return _SLOT.sub(lambda match: _filled(_slot(match[1]), lead, given), text)


def _filled(slot: Slot, lead: Lead, given: Mapping[str, str]) -> str:
    return _value(slot.name, lead, given) or slot.fallback


def _value(name: str, lead: Lead, given: Mapping[str, str]) -> str:
    """Return what a row has under a name: our own spelling first, then the sheet's, then either loosely spelled."""
    if name in given:
        return clean(given[name])
    field = _field(name, lead)
    if field is not None:
        value = clean(lead.value(field)).strip(_LOOSE)
        return "" if field is Field.FIRST_NAME and value and not can_greet(value) else value
    if name in lead.other:
        return clean(lead.other[name])
    return next((clean(text) for header, text in lead.other.items() if _key(header) == _key(name)), "")


def _field(name: str, lead: Lead) -> Field | None:
    """Return the field of a name; of several that one column holds the whole one, as of ``Name``."""
    if name in set(Field):
        return Field(name)
    if name in lead.other:
        return None
    spelled = [field for field, header in lead.headers.items() if name in (header, clean(header))]
    loosely = [field for field in Field if _key(field) == _key(name)]
    headed = [field for field, header in lead.headers.items() if _key(header) == _key(name)]
    found = spelled or loosely or headed
    return Field.FULL_NAME if Field.FULL_NAME in found else found[0] if found else None


def _slot(inside: str) -> Slot:
    name, bar, fallback = (clean(part) for part in inside.partition("|"))
    if not name or (bar and not fallback):
        shown = shorten("{{" + clean(inside) + "}}", MAX_NAME)
        raise Invalid(
            "{found} is not complete: a field is written as in {example}.",
            reason="bad_template",
            found=shown,
            example=EXAMPLE,
        )
    return Slot(name=name, fallback=fallback)


def _check_name(name: str, known: Mapping[str, str]) -> None:
    if _key(name) in known:
        return
    near = get_close_matches(_key(name), known, n=3, cutoff=0.5)
    shown = shorten(name, MAX_NAME)
    if near:
        names = ", ".join(known[key] for key in near)
        raise Invalid(
            "No column is called {name}. Do you mean {names}?", reason="unknown_field", name=shown, names=names
        )
    raise Invalid("No column is called {name}.", reason="unknown_field", name=shown)


def _nothing_for(name: str, lead: Lead) -> Invalid:
    return Invalid(
        "Row {row} has nothing for {name}: fill the cell, or write a word after a bar, as in {example}.",
        reason="missing_field",
        field=shorten(name, MAX_NAME),
        row=lead.row,
        name=shorten(name, MAX_NAME),
        example=EXAMPLE,
    )


def _key(name: str) -> str:
    """Return the form in which names compare: case, accents, blanks and underscores do not count."""
    return " ".join(words(name)) or clean(name)
