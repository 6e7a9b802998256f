"""What a header means by its words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from addon.leads import qualifiers, vocabulary
from addon.leads.model import Field
from addon.lib.text import words

MAX_HEADER = 120
"""Characters of a header that are read."""

PLAIN, QUALIFIED, SECOND, LESSER = 0.95, 0.9, 0.7, 0.6
"""How sure a header makes us: the phrase itself; with qualifiers; a vaguer phrase; a private or second column.

Our judgement: they order candidates, and show as the confidence on the card.
"""

MISSPELT = 0.8
"""Factor for a header that is one slip of the pen away from a phrase."""

SPELT_AS = 6
"""Letters from which on a word one slip away from ours is taken for it; shorter ones have too many neighbours."""

PART = 0.95
"""Factor for a phrase that is one part of the header, as in ``Firma / Company``."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=[0-9])|(?<=[0-9])(?=[A-Za-z])")
_PARTS = re.compile(r"[/|()\[\]\n,;]+")
_BESIDE = frozenset({Field.CITY, Field.TIME_ZONE})
"""Fields that give way to another in one header, such as ``City / Country``."""

_OF_THE_COMPANY = frozenset({Field.PHONE, Field.EMAIL, Field.COUNTRY})


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field a header may mean, how sure (0..1), and whether it depends on the columns beside it."""

    field: Field
    sure: float
    turns_into: Field | None = None


def header_words(header: str) -> tuple[str, ...]:
    """Return the words of a header: ``FirstName``, ``first_name`` and ``First name`` are the same."""
    return words(_CAMEL.sub(" ", header[:MAX_HEADER]))


def meaning(header: str) -> Meaning | None:
    """Return what a header means, None if it means nothing we know.

    ``turns_into`` is the part of the name that ``Nombre`` or ``Name`` is beside a column with the other part.
    """
    return _meaning(header[:MAX_HEADER])


def is_about_others(header: str) -> bool:
    """Whether the cells below belong to somebody else or to something else, such as an owner's address."""
    return not _others().isdisjoint({*header_words(header), *words(header[:MAX_HEADER])})


def is_elsewhere(header: str) -> bool:
    """Whether the header says plainly that the cells are something no field is for, such as a city or a date."""
    return not _elsewhere().isdisjoint(header_words(header))


def is_silent(header: str) -> bool:
    """Whether the header says nothing about its cells: none, ``Column 3``, ``F7``."""
    return all(len(word) < 2 or word.isdecimal() or word in _silent() for word in header_words(header))


@lru_cache(maxsize=4_096)
def _meaning(header: str) -> Meaning | None:
    found = _of_phrase(header_words(header))
    parts = [header_words(part) for part in _PARTS.split(header)]
    if found and not (found.field in _BESIDE and len(parts) > 1):
        return found
    if len(parts) < 2 or any(set(part) & _others() for part in parts):
        return _of_misspelt(header_words(header))
    meanings = [found for part in parts if (found := _of_phrase(part))]
    meanings = [found for found in meanings if found.field not in _BESIDE] or meanings
    if not meanings or len({found.field for found in meanings}) > 1:
        return None
    return Meaning(meanings[0].field, round(meanings[0].sure * PART, 2), meanings[0].turns_into)


def _of_phrase(tokens: tuple[str, ...]) -> Meaning | None:
    bare = tuple(token for token in tokens if not token.isdecimal())
    if len(bare) > 8:
        return None
    factor = LESSER if any(token.isdecimal() and int(token[:6]) > 1 for token in tokens) else 1.0
    if exact := _phrases().get(bare) or _only_whole().get(bare):
        return Meaning(exact.field, round(exact.sure * factor, 2), exact.turns_into)
    for dropped, left in _stripped(bare):
        if found := _phrases().get(left):
            return Meaning(found.field, round(_qualified(found, dropped) * factor, 2), found.turns_into)
    return None


def _of_misspelt(tokens: tuple[str, ...]) -> Meaning | None:
    """Return the meaning of the one phrase a slip of the pen away: a letter more, less, other or swapped."""
    written = " ".join(tokens)
    if not SPELT_AS <= len(written) <= 40 or not written.replace(" ", "").isalpha():
        return None
    if not (_others() | _elsewhere() | _neighbours()).isdisjoint(tokens):
        return None
    from rapidfuzz import process  # with the first header that is no word of ours
    from rapidfuzz.distance import OSA

    near = process.extract(written, _spelt(), scorer=OSA.distance, score_cutoff=1, limit=8)
    found = {_phrases()[spelt] for phrase, _, _ in near if _is_slip(tokens, spelt := tuple(phrase.split()))}
    if len({meaning.field for meaning in found}) != 1:
        return None
    best = max(found, key=lambda meaning: meaning.sure)
    return Meaning(best.field, round(best.sure * MISSPELT, 2), best.turns_into)


def _is_slip(tokens: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the slip is in a long word or a blank: ``Form`` is no misspelt ``Firm``."""
    if len(tokens) != len(phrase):
        return True
    return all(len(word) >= SPELT_AS for word, ours in zip(tokens, phrase, strict=True) if word != ours)


def _stripped(tokens: tuple[str, ...]) -> Iterator[tuple[frozenset[str], tuple[str, ...]]]:
    """Yield what is left without qualifiers before and after, the longest first, with what was dropped."""
    droppable = _neutral() | _lesser()
    size = len(tokens)
    cuts = [(front, back) for front in range(size) for back in range(size - front) if front + back]
    for front, back in sorted(cuts, key=lambda cut: (cut[0] + cut[1], cut[1])):
        dropped = frozenset(tokens[:front] + tokens[size - back :])
        if dropped <= droppable:
            yield dropped, tokens[front : size - back]


def _qualified(found: Meaning, dropped: frozenset[str]) -> float:
    is_lesser = not dropped.isdisjoint(_lesser())
    is_companys = found.field in _OF_THE_COMPANY and not dropped.isdisjoint(_company_words())
    return found.sure * (LESSER if is_lesser or is_companys else QUALIFIED)


@cache
def _phrases() -> Mapping[tuple[str, ...], Meaning]:
    found: dict[tuple[str, ...], Meaning] = {}
    for choices, sure in ((vocabulary.FIRST_CHOICE, PLAIN), (vocabulary.SECOND_CHOICE, SECOND)):
        for field, text in choices.items():
            for phrase in _listed(text):
                found.setdefault(phrase, Meaning(field, sure))
    for text, part in ((vocabulary.LAST_OR_FULL, Field.LAST_NAME), (vocabulary.FIRST_OR_FULL, Field.FIRST_NAME)):
        for phrase in _listed(text):
            found[phrase] = Meaning(Field.FULL_NAME, PLAIN, part)
    return found


@cache
def _only_whole() -> Mapping[tuple[str, ...], Meaning]:
    return {phrase: Meaning(field, SECOND) for field, text in vocabulary.ONLY_WHOLE.items() for phrase in _listed(text)}


def _listed(text: str) -> list[tuple[str, ...]]:
    return [header_words(phrase) for phrase in text.split("|")]


@cache
def _neutral() -> frozenset[str]:
    return frozenset(words(qualifiers.NEUTRAL))


@cache
def _lesser() -> frozenset[str]:
    return frozenset(words(qualifiers.LESSER))


@cache
def _company_words() -> frozenset[str]:
    return frozenset(words(qualifiers.COMPANY_WORDS))


@cache
def _others() -> frozenset[str]:
    return frozenset(words(qualifiers.OTHERS))


@cache
def _elsewhere() -> frozenset[str]:
    return frozenset(words(qualifiers.ELSEWHERE))


@cache
def _neighbours() -> frozenset[str]:
    return frozenset(words(qualifiers.NEIGHBOURS))


@cache
def _silent() -> frozenset[str]:
    return frozenset(words(qualifiers.SILENT))


@cache
def _spelt() -> tuple[str, ...]:
    return tuple(spelt for phrase in _phrases() if len(spelt := " ".join(phrase)) >= SPELT_AS and spelt.isascii())
