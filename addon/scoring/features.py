"""What a row says about a lead, as plain facts a rule can weigh."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from addon.leads.model import Field, Lead
from addon.lib.address import is_consumer, is_role, normalise
from addon.lib.countries import country_code
from addon.lib.phrases import Phrases
from addon.lib.text import fold, words
from addon.scoring import vocabulary

MAX_WORDS = 120
"""Words of a cell that are listened to."""

MOST_EMPLOYEES = 3_000_000
"""No company employs more; the open end of ``10,001+``."""

_NUMBER = re.compile(r"(?<!\d)(\d{1,3}(?:[.,'’ ]\d{3})+|\d{1,9}(?:[.,]\d{1,2})?)(?!\d)\s?(k\b)?")
_MORE = re.compile(r">|\b(more than|over|above|mehr als|uber|plus de|mas de|piu di|meer dan|mais de)\b")
_LESS = re.compile(r"<|\b(less than|under|below|up to|weniger als|unter|bis|moins de|menos de|meno di|minder dan)\b")

TOLD = (Field.CHALLENGE, Field.NOTES)
"""Columns in which a colleague wrote what they heard."""

REMEMBERED = 8_192
"""Titles remembered as read: a sheet has few different ones."""


class Seniority(StrEnum):
    """How much somebody decides, by their title."""

    EXECUTIVE = "executive"
    HEAD = "head"
    MANAGER = "manager"
    STAFF = "staff"
    JUNIOR = "junior"

    @property
    def rank(self) -> int:
        """0 for junior up to 4 for executive."""
        return len(Seniority) - 1 - list(Seniority).index(self)


class Mailbox(StrEnum):
    """Whose mailbox an address is."""

    NONE = "none"
    BAD = "bad"
    ROLE = "role"
    CONSUMER = "consumer"
    COMPANY = "company"


@dataclass(frozen=True, slots=True)
class Text:
    """One cell: its header, its value, its folded words."""

    header: str
    value: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a title says; ``functions`` are departments such as ``operations``."""

    words: tuple[str, ...] = ()
    seniority: Seniority | None = None
    functions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """The facts of one lead.

    ``head_count`` is a range of people, both ends included; ``texts`` are the notes and the columns without a field.
    """

    lead: Lead
    title: Title
    mailbox: Mailbox
    head_count: tuple[int, int] | None
    country: str | None
    texts: tuple[Text, ...]


def features(lead: Lead) -> Features:
    """Return the facts of a lead, from the user's cells only."""
    return Features(
        lead=lead,
        title=read_title(lead.value(Field.TITLE)),
        mailbox=mailbox(lead.value(Field.EMAIL)),
        head_count=head_count(lead.value(Field.EMPLOYEES)),
        country=country_code(lead.value(Field.COUNTRY)),
        texts=tuple(_texts(lead)),
    )


@lru_cache(maxsize=REMEMBERED)
def read_title(title: str) -> Title:
    """Return the words, rank and departments of a title, in any of the languages we read."""
    tokens = words(title)[:MAX_WORDS]
    if not tokens:
        return Title()
    found = {Seniority(match.label) for match in _seniority().matches(tokens)}
    return Title(words=tokens, seniority=_decisive(found), functions=frozenset(_functions_of(tokens)))


def mailbox(address: str) -> Mailbox:
    """Return whose mailbox an address is; a desk's wins over a provider's."""
    known = normalise(address)
    if known is None:
        return Mailbox.BAD if address else Mailbox.NONE
    if is_role(known):
        return Mailbox.ROLE
    return Mailbox.CONSUMER if is_consumer(known) else Mailbox.COMPANY


def head_count(text: str) -> tuple[int, int] | None:
    """Read a number of employees: ``120``, ``1.200``, ``11-50``, ``10,001+``, ``> 500``, ``1.5k``; else None."""
    folded = fold(text[:40])
    numbers = [number for match in _NUMBER.finditer(folded) if (number := _whole(match)) is not None]
    if not numbers or len(numbers) > 2:
        return None
    if len(numbers) == 2:
        return (min(numbers), max(numbers))
    only = numbers[0]
    if "+" in folded or _MORE.search(folded):
        return (only, max(only, MOST_EMPLOYEES))
    return (1, only) if _LESS.search(folded) else (only, only)


def _whole(match: re.Match[str]) -> int | None:
    digits, thousands = match[1], match[2]
    grouped = re.sub(r"[.,'’ ](?=\d{3}(?!\d))", "", digits)
    number = float(grouped.replace(",", ".")) * (1_000 if thousands else 1)
    return int(number) if number <= MOST_EMPLOYEES else None


def _texts(lead: Lead) -> Iterator[Text]:
    for field in TOLD:
        if told := lead.value(field):
            yield Text(lead.headers.get(field, field.capitalize()), told, words(told)[:MAX_WORDS])
    for header, value in lead.other.items():
        if not value.isdecimal():
            yield Text(header, value, words(value)[:MAX_WORDS])


def _decisive(found: set[Seniority]) -> Seniority | None:
    """Return the rank that counts where several words speak: a junior word humbles all, else the highest."""
    if not found:
        return None
    return Seniority.JUNIOR if Seniority.JUNIOR in found else max(found, key=lambda rank: rank.rank)


def _functions_of(tokens: tuple[str, ...]) -> Iterator[str]:
    return (match.label for match in _functions().matches(tokens))


@cache
def _seniority() -> Phrases:
    return Phrases(vocabulary.SENIORITY)


@cache
def _functions() -> Phrases:
    return Phrases(vocabulary.FUNCTIONS)
