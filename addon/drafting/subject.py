"""Whom a statement is about: them or us. A rule of thumb for English, in doubt them."""

from __future__ import annotations

import re
from functools import lru_cache

from addon.drafting.fold import fold

_US = r"we|our|ours|us|my|we've|we're|we'll"
_THEM = r"you|your|yours|you're|you've|you'll|they|their|its"
_PERCEIVED = re.compile(
    r"\b(?:saw|see|seen|seeing|read|reading|hear|heard|hearing|notice|noticed|spotted|learn|learned|learnt|know|found"
    r"|love|loved|like|liked|enjoyed|impressed|congrat\w*|excited|following|followed|came across|come across)\b"
)
_HEDGED = re.compile(
    r"\b(?:can|could|would|will|may|might|should|if|whether|let|want|wants|help|helps|we|our|us|i|my|me)\b"
)
_ASK = re.compile(r"\b(?:let me know|happy to|glad to|would you|could we|shall we|reply|pick a time|are you free)\b")


@lru_cache(maxsize=256)
def _subjects(company: str) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in fold(company).split() if len(word) > 2)
    return re.compile(rf"\b(?:(?P<us>{_US})|(?P<them>{_THEM}{'|' + names if names else ''}))\b")


def is_about_us(folded: str, start: int, company: str) -> bool:
    """Whether the nearest subject before a statement (else in or after it) is we, and we do not just report on them."""
    if _PERCEIVED.search(folded, 0, start):
        return False
    before = list(_subjects(company).finditer(folded, 0, start))
    found = before[-1] if before else _subjects(company).search(folded, start)
    return bool(found and found["us"])


def claims_about_them(folded: str, company: str) -> bool:
    """Whether a sentence states something of them alone: no I or we, no may or can, no question."""
    if folded.endswith("?") or _HEDGED.search(folded):
        return False
    return any(found["them"] for found in _subjects(company).finditer(folded))


def is_ask(folded: str) -> bool:
    """Whether a sentence proposes instead of stating: times in it are proposals."""
    return folded.endswith("?") or bool(_ASK.search(folded))
