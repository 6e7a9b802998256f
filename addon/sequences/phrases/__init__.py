"""What we say where nobody wrote a follow-up, and below every mail: one module for each language.

A follow-up is short and polite, claims nothing about anybody, asks one thing and blames nobody for not answering. It
does not say that it is the last one, since it does not know. The greeting comes from the draft, the signature from the
sender.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "ja")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The texts of one language.

    ``second`` are texts for the second step, ``later`` for those after it: several of each, so that not everybody gets
    the same, and that two steps for one person differ. A text goes on after a greeting that ends in a comma.
    ``opt_out`` is said of the link below a mail, without a full stop: a colon and the address follow it.
    """

    second: tuple[str, ...]
    later: tuple[str, ...]
    opt_out: str


def code_of(language: str) -> str:
    """Return the code of the language we write in for one asked for, such as ``pt-BR``: its own, or English."""
    code = language[:2].lower()
    return code if code in LANGUAGES else "en"


@cache
def book(code: str) -> Book:
    """Return the texts of one of ``LANGUAGES``; a language loads with its first mail."""
    found: Book = import_module(f"addon.sequences.phrases.{code}").BOOK
    return found
