"""Whether a lead is what the user said they want."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from addon.leads.model import Field
from addon.lib.countries import country_code
from addon.lib.text import fold, words
from addon.scoring import vocabulary
from addon.scoring.features import MOST_EMPLOYEES, Features, Seniority, Text, Title, read_title

SEARCHED = (Field.TITLE, Field.COMPANY, Field.INDUSTRY, Field.COUNTRY, Field.WEBSITE, Field.EMAIL)
"""Fields in which a keyword or a word to avoid may stand, beside notes and other columns."""


def wants_title(wanted: Sequence[str], title: Title) -> bool:
    """Whether a title is one of those wanted.

    Either all its words are there (``Head of Operations`` in ``Head of Global Operations``), or the department is the
    same and the rank at least as high: ``VP Ops`` and ``COO`` for ``Head of Operations``.
    """
    return any(_is_wanted(phrase, title) for phrase in wanted)


def is_one_of(wanted: Sequence[str], value: str) -> bool:
    """Whether all words of a wanted phrase stand in the value, or all of the value's in the phrase.

    Endings do not count: ``Logistics`` is ``Logistik``, ``Hotels`` is ``Hotel``.
    """
    there = _stems(words(value))
    if not there:
        return False
    return any(_all_in(stems, there) or _all_in(there, stems) for phrase in wanted if (stems := _wanted(phrase)))


def is_country_of(wanted: Sequence[str], value: str) -> bool:
    """Whether a country is one of those wanted, by any of its names or its code."""
    code = country_code(value)
    return any((code and code == country_code(phrase)) or fold(phrase) == fold(value) for phrase in wanted)


def is_size(low: int | None, high: int | None, head_count: tuple[int, int]) -> bool:
    """Whether a head count lies within bounds (None is open); of a range, its middle."""
    return (low or 0) <= middle(head_count) and (high is None or middle(head_count) <= high)


def middle(head_count: tuple[int, int]) -> float:
    """Return the middle of a range of head counts; of an open one, its start."""
    low, high = head_count
    return low if high >= MOST_EMPLOYEES else (low + high) / 2


def find_words(wanted: Sequence[str], facts: Features) -> Iterator[Text]:
    """Yield, for each wanted phrase that stands in a cell, the first cell in which it does."""
    phrases = [sought for phrase in wanted if (sought := _sought(phrase))]
    if not phrases:
        return
    lead = facts.lead
    everything = fold(" ".join((*lead.values.values(), *lead.other.values())))
    # Most phrases stand nowhere in a row: one look at all cells spares looking at each.
    likely = [sought for sought in phrases if sought[0] in everything]
    texts = [*_searched(facts), *facts.texts] if likely else []
    for sought in likely:
        if found := next((text for text in texts if _holds(text.words, sought)), None):
            yield found


def _is_wanted(phrase: str, title: Title) -> bool:
    stems = _wanted(phrase) - _small_words()
    if stems and stems <= _stems(title.words):
        return True
    asked = _asked(phrase)
    if title.seniority is None or asked.seniority is None:
        return False
    if asked.functions:
        return bool(asked.functions & title.functions) and title.seniority.rank >= asked.seniority.rank
    return asked.seniority == title.seniority == Seniority.EXECUTIVE and not title.functions


def _searched(facts: Features) -> Iterator[Text]:
    for field in SEARCHED:
        if value := facts.lead.value(field):
            yield Text(facts.lead.headers.get(field, field.value), value, words(value))


def _holds(tokens: Sequence[str], sought: tuple[str, ...]) -> bool:
    """Whether the words stand side by side, plurals aside; in scripts without blanks: anywhere in a word."""
    there = tuple(map(_stem, tokens))
    if len(sought) == 1 and not sought[0].isascii() and any(sought[0] in word for word in there):
        return True
    if sought[0] not in there:
        return False
    size = len(sought)
    return any(there[at : at + size] == sought for at in range(len(there) - size + 1))


@lru_cache(maxsize=1_024)
def _sought(phrase: str) -> tuple[str, ...]:
    return tuple(map(_stem, words(phrase)))


@lru_cache(maxsize=1_024)
def _asked(phrase: str) -> Title:
    return read_title(phrase)


@lru_cache(maxsize=1_024)
def _wanted(phrase: str) -> frozenset[str]:
    return _stems(words(phrase))


def _stems(tokens: Sequence[str]) -> frozenset[str]:
    return frozenset(map(_stem, tokens))


def _all_in(some: frozenset[str], others: frozenset[str]) -> bool:
    return bool(some) and all(word in others or any(_are_alike(word, other) for other in others) for word in some)


def _are_alike(word: str, other: str) -> bool:
    """Whether two words share all but their endings, six letters at least."""
    shared = max(6, min(len(word), len(other)) - 2)
    return len(word) >= 6 and word[:shared] == other[:shared]


@lru_cache(maxsize=8_192)
def _stem(word: str) -> str:
    """Return a word without the ``s`` of a plural: ``hotels`` is ``hotel``, ``sales`` and ``sale`` are one."""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


@cache
def _small_words() -> frozenset[str]:
    return _stems(words(vocabulary.SMALL_WORDS))
