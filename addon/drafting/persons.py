"""Reads names of people and companies out of cells, as one would say them in a mail."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from addon.drafting.fold import clean, words
from addon.drafting.links import domain_of, links
from addon.leads.model import Field, Lead
from addon.lib.lookalikes import fold
from addon.lib.names import split_name

LONGEST_NAME = 40
LONGEST_COMPANY = 60

MOST_GIVEN = 2
"""Words of a given name in a greeting: Anna Maria, but not Juan Carlos Alberto."""

FAMILY_FIRST = frozenset({"ja", "ko", "zh", "hu"})
"""Languages that say the family name first."""

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
    company dear valued client prospect mr mrs ms herr frau madame monsieur team member there friend hello hi
    recipient person someone anyone nobody anonym kunde kundin interessent client cliente clienti klant
    """
) | {
    "dear customer",
    "valued customer",
    "dear sir",
    "sir or madam",
    "sir/madam",
    "first name",
    "last name",
    "to whom it may concern",
}
_PAIR = re.compile(
    r"(?:\b(?:mr|mrs|ms|herrn?|frau|m|mme|sr|sra|sig|dhr|mevr|dr)\.?)\s*(?:&|\+|/|\b(?:and|und|et|y|e|en)\b)\s*"
    r"(?:mr|mrs|ms|herrn?|frau|mme|sr|sra|dhr|mevr|dr|familie)\b|\bfamil(?:y|ie|le|ia)\b"
)
"""Two people in one cell, ``Mr and Mrs Smith``: one mail greets one person."""

_LEGAL = re.compile(
    r"[\s,]+(?:gmbh(?:\s*&\s*co\.?\s*kgaa|\s*&\s*co\.?\s*kg)?|mbh|ag|kg|ohg|ug|se|inc|incorporated|ltd|limited|llc|llp|plc"
    r"|corp|corporation|co|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|a/?s|aps|pty|pvt|kk|k\.k)\.?$",
    re.IGNORECASE,
)
_AND_CO = re.compile(r"(?:^the\s+\S+|\s(?:&|and|und|\+|et|e|y))\s+co\.?$", re.IGNORECASE)
FAMILY_FIRST_SCRIPT = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Chinese, Japanese and Korean script, where the first word is the family name."""
_FIRM = re.compile(
    r"(?:^|[\s,])(?:gmbh|mbh|inc|ltd|limited|llc|llp|plc|corp|corporation|s\.?r\.?l|b\.v|ohg|kg|pty|株式会社)\.?$"
    r"|^株式会社|有限会社",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"[^\W_][^{}<>\[\]`|\\^~*_=\";]*")
_COMMANDS = re.compile(
    r"\b(?:ignore|disregard|forget|override|instructions?|prompt|system|assistant|you are now|act as|pretend|reply with"
    r"|respond|output|print|execute|click|http|forward|bcc|passwords?|wire|transfer|bitcoin|select|drop table|script"
    r"|hyperlink|importdata|unsubscribe)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What one may call a lead. Each part is fit for a greeting or empty; ``fields`` are the cells it comes from.

    ``whole`` is the full name, family name first where its script or the language has it so.
    """

    given: str = ""
    family: str = ""
    whole: str = ""
    fields: tuple[Field, ...] = ()


def called(lead: Lead, language: str = "en") -> Called:
    """Return the lead's name as a mail in a language would say it; all empty where no cell holds one.

    A given name that is but an initial is none; it stays in ``whole`` before a family name.
    """
    if is_organisation(lead) or _is_pair(lead):
        return Called()
    first, last = person(lead.value(Field.FIRST_NAME)), person(lead.value(Field.LAST_NAME))
    given, family, fields = first, last, tuple(f for f, n in ((Field.FIRST_NAME, first), (Field.LAST_NAME, last)) if n)
    if not (first and last):
        split = _split(clean(lead.value(Field.FULL_NAME)[:500]), language)
        if split and (not first or fold(first) in fold(" ".join(split))):
            (given, family), fields = split, (Field.FULL_NAME,)
    if family and fold(given).endswith(" " + fold(family)):
        given = given[: -len(family)].strip()
    if _is_initial(" ".join((given, family))):
        return Called()
    whole = _joined(given, family, language)
    return Called(given=_usable(given), family=family, whole=whole, fields=fields)


def first_name(lead: Lead, language: str = "en") -> str:
    """Return the name to greet with, or ``""``: the given name, else the whole, else the family name."""
    name = called(lead, language)
    return name.given or name.whole


def is_organisation(lead: Lead) -> bool:
    """Whether the name's cells hold the company or an address instead of a person."""
    cells = [lead.value(field)[:200] for field in (Field.FIRST_NAME, Field.FULL_NAME, Field.LAST_NAME)]
    said = clean(" ".join(cells[:1] + cells[2:]) if cells[0].strip() or cells[2].strip() else cells[1])
    firm = company(lead)
    return bool(firm and fold(said) == fold(firm)) or bool(_FIRM.search(said))


def _is_pair(lead: Lead) -> bool:
    """Whether the cells of the name speak of two people."""
    cells = (lead.value(field)[:200] for field in (Field.FIRST_NAME, Field.FULL_NAME, Field.LAST_NAME))
    return any(_PAIR.search(fold(cell)) for cell in cells)


def _split(full: str, language: str) -> tuple[str, str] | None:
    """Return given and family name of a full name, each fit for a greeting or empty; None for no name at all."""
    name = split_name(full, language)
    given, family = person(name.called or name.given), person(name.family)
    return (given, family) if given or family else None


def _joined(given: str, family: str, language: str) -> str:
    if len(given) == 1 and _is_initial(given) and language not in FAMILY_FIRST:
        given += "."
    if given and family and FAMILY_FIRST_SCRIPT.search(family):
        return f"{family}{given}" if language in FAMILY_FIRST else f"{family} {given}"
    return " ".join(filter(None, (family, given) if language in FAMILY_FIRST else (given, family)))


def _usable(given: str) -> str:
    """Return a given name as one is greeted with it: without the initials around it, two words at most.

    In East Asia strangers are not called by it alone.
    """
    parts = [] if FAMILY_FIRST_SCRIPT.search(given) else given.split()
    while parts and _is_initial(parts[-1]):
        parts.pop()
    if not parts or _is_initial(parts[0]):
        return ""
    return " ".join(parts if len(parts) <= MOST_GIVEN else parts[:1])


def _is_initial(name: str) -> bool:
    """Whether a name is initials only, such as ``J.`` or ``J.-P.``; one Chinese letter is a name."""
    parts = [part for part in re.split(r"[\s.-]+", name) if part]
    return bool(parts) and not FAMILY_FIRST_SCRIPT.search(name) and all(len(part) == 1 for part in parts)


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
    written = _symbols_gone(text).strip(" ,-–")
    # The Cheese is no name without its Co.
    name = (written if _AND_CO.search(written) else _LEGAL.sub("", written)).strip(" ,-–.")
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
