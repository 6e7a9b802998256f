"""Hostile text made plain for a mail: what may be shown, and its words as they are compared."""

from __future__ import annotations

import re
import unicodedata

from addon.lib.lookalikes import fold

JOINERS = "\u200c\u200d"
"""Kept when shown: Persian and emoji need them. Never kept when compared."""


def clean(text: str) -> str:
    """Return one line that is safe to show: no controls, bidi marks, surrogates or doubled blanks."""
    kept = (" " if c.isspace() else c for c in unicodedata.normalize("NFC", text) if c.isspace() or _is_shown(c))
    return " ".join("".join(kept).split())


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
