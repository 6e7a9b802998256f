"""Cuts a cell or an answer down to words that can stand inside a sentence of ours."""

from __future__ import annotations

import re

from addon.drafting.carried import CELL_LIMIT
from addon.drafting.fold import clean, cut, words
from addon.drafting.links import without_links
from addon.drafting.persons import is_command
from addon.lib.countries import country_code
from addon.lib.lookalikes import fold

LONGEST_QUOTE = 60
LONGEST_ANSWER = 200

KEEPS_CAPITAL = words(
    """
    french dutch nordic swiss shopify salesforce google microsoft sap amazon excel hubspot asia europe i
    """
)
"""Words that keep their capital in mid-sentence, beside those in -an, -ish, -ese and those with more capitals."""

_MARKUP = re.compile(r"<[^>]*>?|\{\{?[^}]*\}?\}?|\[[^\]]*\]|&#?\w{1,10};|```.*?(?:```|$)", re.DOTALL)
_SIGNS = re.compile(r"[`*_|\\^~<>{}\[\]=\"“”„«»#]+")
_INTERNAL = re.compile(
    r"\b(?:do not|don't|cheap|price|budget|competitor|call(?:ed)? back|voicemail|spoke|met|todo|to do|linkedin|lead"
    r"|prospect|he|she|his|her|him|they|their|boss|annoying|difficult|rude|salary|confidential|internal|secret)\b",
)


def quote(cell: str) -> str:
    """Return at most 60 harmless characters of a cell, or ``""`` for orders to a program, disguised links, no words."""
    text = _harmless(cell[:CELL_LIMIT])
    if is_command(cell[:CELL_LIMIT]) or not any(c.isalpha() for c in text):
        return ""
    return cut(text, LONGEST_QUOTE).rstrip(".!?;:, ")


def note(cell: str) -> str:
    """Return the quote of a note, or ``""`` where it reads like one among colleagues: the prospect will read it."""
    return "" if _INTERNAL.search(fold(cell[:CELL_LIMIT])) else quote(cell)


def told(answer: str, limit: int = LONGEST_ANSWER) -> str:
    """Return what the user says about themselves as it can stand in a sentence: no links, fields or markup, no end."""
    return cut(_harmless(answer[:CELL_LIMIT]), limit).rstrip(".!?;:, ")


def mid(text: str) -> str:
    """Return a text as it reads in mid-sentence: plain capitalised words lose their capital, all of them."""
    return " ".join(map(_small, text.split(" ")))


def _small(written: str) -> str:
    word = written.strip(",.-()").casefold()
    keeps = written[1:] != written[1:].lower() or word in KEEPS_CAPITAL or word.endswith(("an", "ish", "ese"))
    return written if keeps else written[:1].lower() + written[1:]


def whole(fact: str, source: str) -> str:
    """Return a fact as cut, or ``""`` where much of it is lost: half an approved fact may be a false one."""
    return "" if fact.endswith("…") and not source.rstrip().endswith("…") else fact


def place(cell: str, code: str) -> str:
    """Return a country as a mail in a language names it, where the cell does so too, else ``""``."""
    from babel import Locale  # only a mail that is written needs it

    country = country_code(cell)
    name = Locale(code).territories.get(country or "", "")
    return name if name and fold(name) == fold(cell) else ""


def _harmless(text: str) -> str:
    bare = _SIGNS.sub(" ", without_links(_MARKUP.sub(" ", clean(text))))
    return " ".join(bare.split()).lstrip("-+@/.,;:!?) ").strip()
