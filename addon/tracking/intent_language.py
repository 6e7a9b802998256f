"""Tells in which language an answer is written, by its little words and its letters."""

from __future__ import annotations

from addon.tracking.intent_text import Spelled
from addon.tracking.intent_words import LANGUAGES, letters_of, signs_of

FEW = 4
"""Little words below which a message may be of any language: ``Stop``, ``Abmelden``, ``Nej tack``."""

_MOST_READ = 4


def languages_of(body: Spelled, head: Spelled, expected: str = "") -> dict[str, int]:
    """Return the languages a message may be in, with how much speaks for each, the likeliest first.

    Of those that come close all; what has too few little words may be in any, sooner in the one we wrote in or that of
    its subject.
    """
    first = expected[:2].lower()
    counts = _counts(body)
    best = max(counts.values())
    if best < FEW:
        subject = _counts(head)
        counts = {language: 2 * counts[language] + min(1, subject[language]) for language in LANGUAGES}
    ranks = sorted(LANGUAGES, key=lambda language: (-counts[language], language != first))
    if best < FEW:
        return {language: counts[language] + (language == first) for language in ranks}
    return {
        language: counts[language] for language in ranks[:_MOST_READ] if counts[language] >= best - max(1, best // 5)
    }


def _counts(text: Spelled) -> dict[str, int]:
    """Return for each language how many of its little words there are, less the letters it does not have."""
    words = text.text.split()
    letters = {char for char in text.original.lower() if char.isalpha() and not char.isascii()}
    return {
        language: max(0, sum(word in signs_of(language) for word in words) - len(letters - letters_of(language)))
        for language in LANGUAGES
    }
