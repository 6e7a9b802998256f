"""Finds statements of time: what has happened when. A time we propose is no statement."""

from __future__ import annotations

import re
from functools import lru_cache

from addon.drafting.carried import Carried
from addon.drafting.subject import is_about_us, is_ask
from addon.drafting.tongue import Tongue, tongues

_CARRIES_LATELY = re.compile(
    r"\b(?:recent|late(?:ly|st)\b|new\b|just\b|last\b|ago\b|kurzlich|neu|zuletzt|recem|nouve|nuev|nuov"
    r"|nov[oa]s?\b|nieuw"
    r"|onlangs)|最近|新"
)
_OURS = re.compile(r"\b(?:i|we)(?:'ll| will| can| could| would| plan)\b")


def unsupported_date(folded: str, carried: Carried, company: str, tongue: Tongue) -> str | None:
    """Return the first date or time of a folded sentence that no source carries and that is no proposal of ours."""
    for source in (tongue.past, tongue.months):
        for found in tongue.pattern(source).finditer(folded):
            if not _has(carried, found[0]) and not is_about_us(folded, found.start(), company, tongue):
                return found[0]
    for found in tongue.pattern(tongue.lately).finditer(folded):
        if not _CARRIES_LATELY.search(carried.text) and not is_about_us(folded, found.start(), company, tongue):
            return found[0]
    if is_ask(folded, tongue) or _OURS.search(folded):
        return None
    near = tongue.pattern(tongue.near).finditer(folded)
    return next((found[0] for found in near if not _has(carried, found[0])), None)


def _has(carried: Carried, said: str) -> bool:
    if said in carried.text:
        return True
    month = _months().get(said.rpartition(" ")[2])
    return month is not None and any(_months().get(word) == month for word in carried.words)


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    """Return the number of a month by its name in any language that has names for them."""
    return {word: number for tongue in tongues() for number, word in enumerate(tongue.month_names, 1)}
