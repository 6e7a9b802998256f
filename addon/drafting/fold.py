"""Two plain forms of hostile text: what may be shown, and what is compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

JOINERS = "\u200c\u200d"
"""Kept when shown: Persian and emoji need them. Never kept when compared."""

_LOOKALIKES = str.maketrans(
    "АВЕЗКМНОРСТУХІЅЈавеорсухіѕјкмнтΑΒΕΖΗΙΚΜΝΟΡΤΥΧοιανρ。｡․⁄’‘‛`´“”„‐‑‒–—−",
    "ABE3KMHOPCTYXISJabeopcyxisjkmhtABEZHIKMNOPTYXoiavp.../'''''\"\"\"------",
)
"""Letters of Cyrillic and Greek that read as Latin, the dots that browsers take for one, typographic quotes, "
"dashes."""


def clean(text: str) -> str:
    """Return one line that is safe to show: no controls, bidi marks, surrogates or doubled blanks."""
    kept = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text) if c.isspace() or _is_shown(c))
    return " ".join("".join(kept).split())


def plain(text: str) -> str:
    """Return the comparable form with its case: width, look-alikes, digits of any script, accents made equal."""
    if text.isascii():  # nearly every text; ten times faster
        return " ".join(text.replace("`", "'").split())
    wide = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text))
    letters = (_digit(c) for c in wide if unicodedata.category(c) not in {"Mn", "Me", "Cf", "Cs", "Co"})
    return " ".join("".join(letters).translate(_LOOKALIKES).split())


@lru_cache(maxsize=1024)
def fold(text: str) -> str:
    """Return the comparable form without case."""
    return plain(plain(text).casefold())


def words(text: str) -> frozenset[str]:
    """Return the folded words of a text, possessive endings gone; digits count as letters."""
    return frozenset(bare(word) for word in re.findall(r"[^\W_]+(?:'[^\W_]+)?", fold(text)))


def bare(word: str) -> str:
    """Return a folded word without its possessive ending."""
    return word.removesuffix("'s")


def cut(text: str, limit: int) -> str:
    """Return at most ``limit`` characters, ended at a blank and marked with ``…`` if anything is lost."""
    if len(text) <= limit:
        return text
    kept = text[: limit - 1]
    head, blank, _ = kept.rpartition(" ")
    return (head if blank and len(head) > limit // 2 else kept).rstrip(" ,;:-") + "…"


def _is_shown(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn"}


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)
