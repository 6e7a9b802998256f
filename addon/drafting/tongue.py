"""What the guard knows of one language: the words in which mails make things up, and those that claim nothing.

All texts are pieces of regular expressions that meet folded text: small letters without accents. ``tongues``
holds one
module for each language; it loads with the first draft in that language, or with the first claim a cell may carry.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from importlib import import_module

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "ja")
"""Languages with claims of their own; in any other only what needs no language is looked at, and all must be
cited.
"""


class Concept(StrEnum):
    """What cold mail likes to make up; a cell in any language carries the concept for a draft in any other."""

    FUNDING = "funding"
    ACQUISITION = "acquisition"
    LAYOFF = "layoff"
    LAUNCH = "launch"
    HIRING = "hiring"
    EXPANSION = "expansion"
    GROWTH = "growth"
    RESULTS = "results"
    AWARD = "award"
    MEDIA = "media"
    PROMOTION = "promotion"
    LEADERSHIP = "leadership"
    STRUGGLE = "struggle"
    CONTACT = "contact"
    REFERRAL = "referral"


FIRM = frozenset({Concept.CONTACT, Concept.REFERRAL})
"""Claims that count also in questions, under an if, and when we are the subject."""

NEVER = r"(?!)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """One language. ``claims`` match what is said, ``stems`` what must then stand in a source, in whichever language.

    ``us`` and ``them`` are the words for the two sides; ``they``, not folded, third persons that read like ``them``.
    ``presumed`` begins a claim that a question takes for granted, ``perceived`` is what we say to have noticed;
    ``condition`` is an if before a claim, ``modal`` a may or a not right before it: then it is none. ``asks`` are
    requests, ``loose`` courtesies and hedges that state nothing. ``past``, ``lately``, ``months``, ``near`` are times,
    ``month_names`` January to December; ``talk``, ``clock``, ``ahead``, ``points`` numbers that are proposals or ours.
    ``plain`` are capitalised words that name nobody, ``nouns`` endings of capitalised nouns, ``titles`` heads of a job
    title after ``given``.
    """

    code: str
    claims: Mapping[Concept, str]
    stems: Mapping[Concept, str]
    us: str
    them: str
    they: str = NEVER
    presumed: str = NEVER
    perceived: str = NEVER
    condition: str = NEVER
    modal: str = NEVER
    yes_no: str = r"\?$"
    praise: str = NEVER
    asks: str = NEVER
    loose: str = NEVER
    past: str = NEVER
    lately: str = NEVER
    months: str = NEVER
    month_names: tuple[str, ...] = ()
    near: str = NEVER
    talk: str = NEVER
    clock: str = NEVER
    ahead: str = NEVER
    points: str = NEVER
    vague: str = NEVER
    plain: frozenset[str] = frozenset()
    nouns: str = ""
    honorifics: str = NEVER
    given: str = NEVER
    titles: str = NEVER
    numbers: Mapping[str, int] = field(default_factory=dict)
    has_spaces: bool = True

    def pattern(self, source: str) -> re.Pattern[str]:
        """Return a piece as a pattern that matches whole words, where the language parts words at all."""
        return whole_words(source) if self.has_spaces else compiled(source)


@lru_cache(maxsize=1024)
def compiled(source: str) -> re.Pattern[str]:
    """Return a compiled pattern, compiled at its first use."""
    return re.compile(source)


def whole_words(source: str) -> re.Pattern[str]:
    """Return a pattern that begins and ends at a word's edge."""
    return compiled(rf"\b(?:{source})(?!')(?!\w)")


def counted(text: str) -> dict[str, int]:
    """Return the values of number words written one after the other: ``zwei 2 drei 3``."""
    parts = text.split()
    return dict(zip(parts[::2], map(int, parts[1::2]), strict=True))


def find_tongue(code: str) -> Tongue | None:
    """Return the language of a code such as ``de`` or ``pt-BR``, or None for one the guard does not know."""
    primary = re.split(r"[-_]", code.strip().casefold())[0] or "en"
    return _load(primary) if primary in LANGUAGES else None


def tongues() -> tuple[Tongue, ...]:
    """Return every known language: cells may be written in any."""
    return tuple(_load(code) for code in LANGUAGES)


@lru_cache(maxsize=len(LANGUAGES))
def _load(code: str) -> Tongue:
    loaded: Tongue = import_module(f"addon.drafting.tongues.{code}").TONGUE
    return loaded


@lru_cache(maxsize=len(Concept))
def carrier(concept: Concept) -> re.Pattern[str]:
    """Return the pattern of all words, in all languages, that carry a concept."""
    spaced = "|".join(tongue.stems[concept] for tongue in tongues() if tongue.has_spaces and concept in tongue.stems)
    joined = "|".join(tongue.stems[concept] for tongue in tongues() if not tongue.has_spaces)
    return re.compile(rf"\b(?:{spaced})|{joined}")
