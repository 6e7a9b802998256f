"""Finds numbers that no source carries; one we propose, or count our own points with, states nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from addon.drafting.carried import Carried
from addon.drafting.quantities import Kind, Quantity, quantities
from addon.drafting.subject import claims_about_them, is_about_us, is_ask, subjects
from addon.drafting.tongue import Tongue, compiled

LARGEST_COUNT = Decimal(12)
"""Of our own points: two ideas, three questions."""

_ABOUT_A_TALK = re.compile(
    r"\b(?:call|chat|talk|meeting|meet|demo|conversation|coffee|slot|intro|time|free|speak|it takes|book|worth"
    r"|keep it|gesprach"
    r"|termin|telefonat|zeit|dauert|appel|echange|rendez-vous|creneau|llamada|reunion|charla|tiempo|chiamata|incontro"
    r"|tempo|gesprek|afspraak|tijd|duurt|chamada|conversa)\b|お時間|お電話|打ち合わせ|打ち合わせ"
)
_IDIOM = re.compile(r"\b(?:24/7|24x7|1:1|1-on-1|1-to-1|a/b|360[- ]?degree)(?!\w)")
_TIMES_OVER = re.compile(r"\s*(?:[.,;!?)]|$)")


def unsupported_number(folded: str, company: str, tongue: Tongue, *, cells: Carried, carried: Carried) -> str | None:
    """Return the first number of a folded sentence that no source carries, or vague numbers such as hundreds.

    In a statement about the prospect a number must stand in a cell: our own proof is no fact about them.
    """
    about_them = claims_about_them(folded, company, tongue)
    for found in _stated(folded, tongue):
        told = cells if about_them or _is_theirs(folded, found, company, tongue) else carried
        if not found.readings & told.numbers[found.kind]:
            return found.fragment
    vague = tongue.pattern(tongue.vague).search(folded)
    return vague[0] if vague and not carried.has_word(vague[0]) else None


def _is_theirs(folded: str, found: Quantity, company: str, tongue: Tongue) -> bool:
    """Whether a number follows ``you`` as what we claim to know: ``we know that your team loses 12%``."""
    start = found.span[0]
    before = list(subjects(company, tongue).finditer(folded, 0, start))
    reported = tongue.pattern(tongue.perceived).search(folded[:start])
    return bool(reported and before and before[-1]["them"]) and not is_about_us(folded, start, company, tongue)


def _stated(folded: str, tongue: Tongue) -> Iterator[Quantity]:
    """Yield the numbers that state something: not a proposed time, the length of a talk, or our count of points."""
    spans = [found.span() for found in _IDIOM.finditer(folded)]
    if is_ask(folded, tongue):
        proposed = (*tongue.pattern(tongue.clock).finditer(folded), *tongue.pattern(tongue.ahead).finditer(folded))
        spans += [found.span() for found in proposed]
    for found in quantities(folded, tongue.code):
        start, end = found.span
        overlaps = any(first < end and start < last for first, last in spans)
        if not overlaps and not _is_ours(folded, found, tongue):
            yield found


def _is_ours(folded: str, found: Quantity, tongue: Tongue) -> bool:
    end = found.span[1]
    if found.kind is Kind.TIMES:
        return (
            max(found.readings) <= LARGEST_COUNT
            and bool(re.search(r"\bi\b", folded))
            and bool(_TIMES_OVER.match(folded, end))
        )
    if found.kind is not Kind.PLAIN:
        return False
    edge = r"\b" if tongue.has_spaces else ""
    is_talk = compiled(rf" ?-?(?:{tongue.talk}){edge}").match(folded, end)
    if is_talk and (is_ask(folded, tongue) or _ABOUT_A_TALK.search(folded)):
        return True
    is_small = max(found.readings) <= LARGEST_COUNT
    return is_small and bool(compiled(rf" ?(?:{tongue.points}){edge}").match(folded, end))
