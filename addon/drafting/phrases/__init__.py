"""The texts of offline drafts, one module for each language, and what belongs into each.

No text states anything about the prospect that its fields do not say, and only the asks ask. What users write about
themselves stands behind a colon and what cells say in quotes or brackets, so that it need not fit a sentence's grammar.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "ja")
"""Languages the offline writer writes in; in any other it writes English."""

TEXTS_A_POOL = 7
"""Texts of each pool at least: the smallest prime that ``variety`` spreads neighbours over."""


class Angle(StrEnum):
    """What an offline draft opens with: the most telling thing the row holds."""

    CHALLENGE = "challenge"
    NOTES = "notes"
    TITLE = "title"
    INDUSTRY = "industry"
    SIZE = "size"
    COUNTRY = "country"
    COMPANY = "company"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The texts of one language. An opening's fields are its angle's own and ``{company}``; the others' are below.

    ``[a|b]`` in a text stands for one of its parts. ``plain_bridges`` stand where no offer says what ``it`` would be.
    ``bridges``, ``plain_bridges``, ``asks``, ``closers``: none. ``pains``: ``{pain}``. ``offers``: ``{what}``.
    ``audiences``: ``{audience}``. ``proofs``: ``{proof}``. ``bookings``, ``booking_line``: ``{link}``. ``subjects``,
    ``plain_subject``: ``{whom}``. ``small`` says whether an industry loses its capital inside a sentence;
    ``spread`` is a prime, and so many texts the pools have that make a mail.
    """

    openings: Mapping[Angle, tuple[str, ...]]
    bridges: tuple[str, ...]
    plain_bridges: tuple[str, ...]
    pains: tuple[str, ...]
    offers: tuple[str, ...]
    audiences: tuple[str, ...]
    proofs: tuple[str, ...]
    asks: tuple[str, ...]
    bookings: tuple[str, ...]
    closers: tuple[str, ...]
    subjects: tuple[str, ...]
    booking_line: str
    plain_subject: str
    bare_subject: str
    small: bool = False
    spread: int = TEXTS_A_POOL


def code_of(language: str) -> str:
    """Return the code of the language that is written for a language asked for: its own, or English."""
    code = language[:2].lower()
    return code if code in LANGUAGES else "en"


@cache
def book(code: str) -> Book:
    """Return the texts of one of ``LANGUAGES``; a language loads with its first draft."""
    found: Book = import_module(f"addon.drafting.phrases.{code}").BOOK
    return found


def topics(*texts: str) -> dict[Angle, tuple[str, ...]]:
    """Return the openings that quote a topic, a challenge or a note alike, of texts with ``{topic}``."""
    return {angle: tuple(text.replace("{topic}", f"{{{angle}}}") for text in texts) for angle in _TOPICS}


_TOPICS = (Angle.CHALLENGE, Angle.NOTES)
