"""Reads names of people and companies out of cells, as one would say them in a mail."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from addon.drafting.fold import clean, fold, words
from addon.drafting.links import domain_of, links
from addon.leads.model import Field, Lead

LONGEST_NAME = 40
LONGEST_COMPANY = 60

_TITLES = (
    r"(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|herr|frau|dipl|ing|mag|m|mme|mlle|monsieur|madame|sr|sra|srta"
    r"|señor|señora|dott|dottssa|avv|rev|hon|dhr|mevr|phd|mba|md|msc|bsc|jr|ii|iii|esq|cpa|pmp)"
)
_TITLE = re.compile(rf"(?<![^\s,(]){_TITLES}(?:\.|(?=[\s,)]|$))", re.IGNORECASE)
_SPOILED = re.compile(r"[^\w\s'’.\u200c\u200d-]|[\d_]")
_NOBODY = words(
    """
    n/a na none null nil unknown test tbd todo admin info sales support team contact office name firstname
    surname lastname customer owner undefined nan true false unbekannt anonymous user sir madam sheet first last
    company
    """
)
_LEGAL = re.compile(
    r"[\s,]+(?:gmbh(?:\s*&\s*co\.?\s*kgaa|\s*&\s*co\.?\s*kg)?|mbh|ag|kg|ohg|ug|se|inc|incorporated|ltd|limited|llc|llp|plc"
    r"|corp|corporation|co|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|a/?s|aps|pty|pvt|kk|k\.k)\.?$",
    re.IGNORECASE,
)
_FAMILY_FIRST = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Chinese, Japanese and Korean script, where the first word is the family name."""
_COMPANY = re.compile(r"[^\W_][^{}<>\[\]`|\\^~*_=\";]*")
_COMMANDS = re.compile(
    r"\b(?:ignore|disregard|forget|override|instructions?|prompt|system|assistant|you are now|act as|pretend|reply with"
    r"|respond|output|print|execute|click|http|forward|bcc|passwords?|wire|transfer|bitcoin|select|drop table|script"
    r"|hyperlink|importdata|unsubscribe)\b"
)


def first_name(lead: Lead) -> str:
    """Return the name to greet with, or ``""``."""
    return next((name for _, name in _called(lead)), "")


def name_field(lead: Lead) -> Field:
    """Return the field the greeting's name comes from; ``FIRST_NAME`` when there is none."""
    return next((field for field, _ in _called(lead)), Field.FIRST_NAME)


def _called(lead: Lead) -> Iterator[tuple[Field, str]]:
    """Yield what one may call a lead, best first: the first name, the full name's first word, the last name."""
    first = person(lead.value(Field.FIRST_NAME))
    if first:
        yield Field.FIRST_NAME, first.split()[0] if first.count(" ") > 1 else first
    full = _given(clean(lead.value(Field.FULL_NAME)[:500]))
    if full:
        yield Field.FULL_NAME, full
    last = person(lead.value(Field.LAST_NAME))
    if last:
        yield Field.LAST_NAME, last


def _given(full: str) -> str:
    """Return the given name of a full name; a name that starts with an initial or a family name stays whole."""
    family, comma, given = full.partition(",")
    if comma and person(given):
        return person(given)
    name = person(family)
    first = name.partition(" ")[0]
    return first if len(first.strip(".")) > 1 and not _FAMILY_FIRST.search(first) else name


def person(cell: str) -> str:
    """Return a person's name without titles, emoji and odd case, or ``""`` if the cell holds no name."""
    if len(cell) > 200 or links(cell):
        return ""
    kept = _TITLE.sub(" ", re.sub(r"\(.*?\)", " ", _letters(clean(cell))))
    name = " ".join(kept.replace(",", " ").split()).strip(" .-'’")
    if not _is_name(name) or len(name) > LONGEST_NAME or fold(name) in _NOBODY or is_command(name):
        return ""
    return " ".join(_cased(word) for word in name.split()) if name.isupper() or name.islower() else name


def company(lead: Lead) -> str:
    """Return the company as one says it, without its legal form, or ``""`` if the cell holds none."""
    text = clean(lead.value(Field.COMPANY)[:500])
    if not text or text[0] in "=+@" or len(text) > 2 * LONGEST_COMPANY or is_command(text):
        return ""
    if found := links(text):
        own = fold(text) == domain_of(lead.value(Field.EMAIL))
        text = text if own else _label(text, found)
    name = _LEGAL.sub("", _symbols_gone(text)).strip(" ,-–.")
    if not _COMPANY.fullmatch(name) or len(name) > LONGEST_COMPANY or fold(name) in _NOBODY or name.isdigit():
        return ""
    return name


def is_command(text: str) -> bool:
    """Whether a text reads like an order to a program or a lure rather than a fact."""
    return bool(_COMMANDS.search(fold(text)))


def _label(text: str, found: tuple[str, ...]) -> str:
    """Return the name inside a bare domain that fills the cell (``acme.io`` is Acme's), else nothing."""
    is_bare = len(found) == 1 and re.fullmatch(r"(?:www\.)?[\w-]+\.[a-z]{2,10}", text, re.IGNORECASE)
    return re.sub(r"^www\.", "", text, flags=re.IGNORECASE).partition(".")[0] if is_bare else ""


def _is_name(text: str) -> bool:
    kept = "".join(c for c in text if not _is_mark(c))
    return kept[:1].isalpha() and not _SPOILED.search(kept)


def _letters(text: str) -> str:
    return "".join(c if c.isalpha() or c in " ,.-'’()\u200c\u200d/@" or _is_mark(c) else _or_blank(c) for c in text)


def _or_blank(character: str) -> str:
    """Return digits and signs of writing as they are, so that they spoil a name; pictures as blanks."""
    return character if character.isascii() or character.isdigit() else " "


def _is_mark(character: str) -> bool:
    """Whether a character completes a letter: an accent or vowel sign, not an emoji's selector."""
    return unicodedata.category(character) in {"Mn", "Mc"} and character not in "\ufe0e\ufe0f"


def _symbols_gone(text: str) -> str:
    return " ".join(
        "".join(c for c in text if c.isascii() or c.isalnum() or c in " –’\u200c\u200d" or _is_mark(c)).split()
    )


def _cased(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda found: found[0].capitalize() if len(found[0]) > 1 else found[0].upper(), word)
