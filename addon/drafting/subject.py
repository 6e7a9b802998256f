"""Whom a statement is about: them or us. A rule of thumb, in doubt them."""

from __future__ import annotations

import re
from functools import lru_cache

from addon.drafting.tongue import Tongue, compiled
from addon.lib.lookalikes import fold

_HEDGED = re.compile(r"\b(?:can|could|would|may|might|should|if|whether|let|want|wants|help|helps|we|our|us|i|my|me)\b")
"""English words after which a sentence with a number in it states nothing of them alone."""

_WITH_US = re.compile(r"\b(?:with|through|thanks to|by) (?:us|our \w+)(?=[\s,.!]*$)|^with (?:us|our \w+),?")
"""A promise about them stays one, whoever keeps it."""

_QUESTION = re.compile(r"[?？;]\s*[\"')\]]*$")
"""``;`` ends a Greek question."""


@lru_cache(maxsize=256)
def _subjects(company: str, us: str, them: str, has_spaces: bool) -> re.Pattern[str]:
    names = "|".join(re.escape(word) for word in fold(company).split() if len(word) > 2)
    sides = rf"(?P<us>{us})|(?P<them>{them}{'|' + names if names else ''})"
    return re.compile(rf"\b(?:{sides})\b" if has_spaces else rf"(?:{sides})")


def subjects(company: str, tongue: Tongue) -> re.Pattern[str]:
    """Return the pattern of the words for both sides, in the groups ``us`` and ``them``."""
    return _subjects(company, tongue.us, tongue.them, tongue.has_spaces)


def is_about_us(folded: str, start: int, company: str, tongue: Tongue) -> bool:
    """Whether the nearest subject before a statement (else in or after it) is we, and we do not just report
    on them.
    """
    if tongue.pattern(tongue.perceived).search(folded[:start]):
        return False
    sides = subjects(company, tongue)
    before = list(sides.finditer(folded, 0, start))
    found = before[-1] if before else sides.search(folded, start)
    return bool(found and found["us"])


def claims_about_them(folded: str, company: str, tongue: Tongue) -> bool:
    """Whether a sentence states something of them alone: no I or we, no may or can, no question."""
    folded = _WITH_US.sub(" ", folded)
    hedged = _HEDGED.search(folded) if tongue.code == "en" else _loosely(tongue).search(folded)
    if is_question(folded) or hedged:
        return False
    return any(found["them"] for found in subjects(company, tongue).finditer(folded))


def _loosely(tongue: Tongue) -> re.Pattern[str]:
    return tongue.pattern(rf"{tongue.loose}|{tongue.us}")


def is_question(folded: str) -> bool:
    """Whether a sentence ends as a question."""
    return bool(_QUESTION.search(folded)) or bool(compiled(r"か[.。]?$").search(folded))


def is_ask(folded: str, tongue: Tongue) -> bool:
    """Whether a sentence proposes instead of stating: times in it are proposals."""
    return is_question(folded) or bool(tongue.pattern(tongue.asks).search(folded))
