"""Whether somebody asks in their own words not to be written to any more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from addon.lib.text import clean, shorten, words
from addon.tracking.intent_phrases import Hit, PhraseBook
from addon.tracking.intent_text import spell
from addon.tracking.opt_out_phrases import ALONE, LANGUAGES, POLITE

MAX_WORDS = 200
"""Characters of the words that are handed back."""

MAX_ALONE = 60
"""Characters of a line that may be a whole answer."""

_SENTENCE_END = re.compile(r"[\n.!?;…。！？]+")


def opts_out(said: str) -> str:
    """Return the words that ask for it in somebody's own text, "" if none do; of several sentences the first.

    ``said`` is without quoted mail. A mere no is no opt-out, nor is what asks for a pause or another way.
    """
    return _asked_in_a_sentence(said) or _asked_in_a_word(said)


def _asked_in_a_sentence(said: str) -> str:
    spelled = spell(f"{said}\n\n.")  # a last sentence without its stop ends too
    denied = _denials().hits(spelled.text)
    for hit in _requests().hits(spelled.text):
        if not any(_touches(hit, other) for other in denied):
            return shorten(clean(spelled.quote(*spelled.sentence(hit.start))), MAX_WORDS)
    return ""


def _asked_in_a_word(said: str) -> str:
    alone, polite = _alone(), _polite()
    for sentence in _short_sentences(said):
        folded = words(sentence)
        bare = " ".join(word for word in folded if word not in polite)
        if " ".join(folded) in alone or bare in alone:
            return clean(sentence)
    return ""


def _short_sentences(said: str) -> Iterator[str]:
    pieces = (piece.strip() for piece in _SENTENCE_END.split(said))
    return (piece for piece in pieces if 0 < len(piece) <= MAX_ALONE)


def _touches(hit: Hit, other: Hit) -> bool:
    return other.start < hit.end and hit.start < other.end


@cache
def _requests() -> PhraseBook:
    return _book("ASKS")


@cache
def _denials() -> PhraseBook:
    return _book("NOT_ASKED")


def _book(name: str) -> PhraseBook:
    """Return the phrases of that name in all languages: an answer need not be in the language we wrote in."""
    modules = (import_module(f"addon.tracking.opt_out_phrases.{language}") for language in LANGUAGES)
    return PhraseBook({"asked": {3: "; ".join(getattr(module, name) for module in modules)}})


@cache
def _alone() -> frozenset[str]:
    return frozenset(" ".join(words(answer)) for answer in ALONE.split("|"))


@cache
def _polite() -> frozenset[str]:
    return frozenset(words(POLITE))
