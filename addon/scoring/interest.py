"""Whether somebody noted that a lead wants to buy, or will not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from addon.lib.phrases import Match, Phrases
from addon.lib.text import fold, shorten, words
from addon.scoring import vocabulary
from addon.scoring.features import Text

NEAR = 2
"""Words before a buying word in which a ``no`` turns it round."""

SHOWN = 60
"""Characters of a long note that are shown around the words that spoke."""


class Interest(StrEnum):
    """What a note says."""

    BUYING = "buying"
    COLD = "cold"
    NEED = "need"


@dataclass(frozen=True, slots=True)
class Heard:
    """A note that says something: its header and the part of its value around the words."""

    interest: Interest
    header: str
    value: str


def listen(texts: Sequence[Text]) -> list[Heard]:
    """Return what the notes of a lead say, each kind at most once: the first note that says it."""
    found: dict[Interest, Heard] = {}
    for text in texts:
        for heard in _heard(text):
            found.setdefault(heard.interest, heard)
    return list(found.values())


def _heard(text: Text) -> list[Heard]:
    if matches := list(_phrases().matches(text.words)):
        cold = next((match for match in matches if match.label == Interest.COLD), None)
        if cold:
            return [Heard(Interest.COLD, text.header, _around(text, cold))]
        buying = next((match for match in matches if not _is_negated(text.words, match)), None)
        if buying:
            return [Heard(Interest.BUYING, text.header, _around(text, buying))]
    if len(text.words) > 1 and _is_need(text.header):
        return [Heard(Interest.NEED, text.header, shorten(text.value, SHOWN))]
    return []


def _is_negated(tokens: Sequence[str], match: Match) -> bool:
    return not _negations().isdisjoint(tokens[max(0, match.start - NEAR) : match.start])


def _around(text: Text, match: Match) -> str:
    """Return the part of a note in which the words stand, cut at blanks."""
    if len(text.value) <= SHOWN:
        return text.value
    at = max(0, fold(text.value).find(text.words[match.start]))
    start = text.value.rfind(" ", 0, max(0, at - SHOWN // 3)) + 1
    return ("…" if start else "") + shorten(text.value[start:], SHOWN)


@cache
def _phrases() -> Phrases:
    return Phrases(vocabulary.INTEREST)


@cache
def _negations() -> frozenset[str]:
    return frozenset(words(vocabulary.NEGATIONS))


@lru_cache(maxsize=1_024)
def _is_need(header: str) -> bool:
    return not _needs().isdisjoint(words(header))


@cache
def _needs() -> frozenset[str]:
    return frozenset(words(vocabulary.NEEDS))
