"""The words of answers, a module for each language; the phrases of one compile with the first answer in it."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from addon.lib.text import fold
from addon.tracking.intent_phrases import PhraseBook, Weighted

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "pl", "sv", "da", "nb", "cs", "fi", "tr", "hu", "ro")

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@cache
def phrases_of(language: str) -> PhraseBook:
    """Return the phrases of one of ``LANGUAGES``."""
    words = _phrases(language)
    if language == "de":
        words = {label: {weight: _both_ways(text) for weight, text in by.items()} for label, by in words.items()}
    return PhraseBook(words)


@cache
def signs_of(language: str) -> frozenset[str]:
    """Return the folded little words by which one of ``LANGUAGES`` is known."""
    return frozenset(fold(_signs(language)).split())


@cache
def letters_of(language: str) -> frozenset[str]:
    """Return the letters beyond A to Z that one of ``LANGUAGES`` has."""
    texts = [_signs(language), *(text for by in _phrases(language).values() for text in by.values())]
    return frozenset(char for text in texts for char in text if not char.isascii())


def _signs(language: str) -> str:
    signs: str = import_module(f"{__name__}.{language}").SIGNS
    return signs


def _phrases(language: str) -> Weighted:
    phrases: Weighted = import_module(f"{__name__}.{language}").PHRASES
    return phrases


def _both_ways(text: str) -> str:
    """Return phrases with umlauts also in the spelling of keyboards without them."""
    return ";".join(dict.fromkeys(form for part in text.split(";") for form in (part, part.translate(_UMLAUTS))))
