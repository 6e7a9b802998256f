"""Finds what cold mail likes to make up about a company or person, and asks whether a source carries it.

What a claim looks like is each language's own; what carries it may stand in a cell in any language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from addon.drafting.carried import Carried
from addon.drafting.subject import is_about_us
from addon.drafting.tongue import FIRM, Concept, Tongue, carrier, compiled

_SERIES = re.compile(
    r"(?<!\buna )(?<!\bune )(?<!\beine )(?<!\bde )(?:\bseries?|シリース)[ -]?([a-h])(?![a-z0-9])"
    r"(?! (?:of|de|di|von|van)\b)"
)
"""A round of funding by its letter, which must be the very letter a source names."""


@dataclass(frozen=True, slots=True)
class _Claim:
    concept: Concept
    said: re.Match[str]


def unsupported_claim(folded: str, tongue: Tongue, company: str, *, news: Carried, ours: Carried) -> str | None:
    """Return the words of the first claim of a folded sentence that no source carries.

    ``news`` is what cells tell of the prospect; a round of funding of ours may rest on what is ``ours`` as well.
    """
    if found := _unsupported_round(folded, news, ours, company, tongue):
        return found
    stated = [claim for claim in _claims(folded, tongue) if _is_stated(claim, folded, tongue, company)]
    for claim in stated:
        if not carrier(claim.concept).search(news.told):
            return claim.said[0]
    return _empty_praise(folded, tongue, news, bool(stated))


def _unsupported_round(folded: str, news: Carried, ours: Carried, company: str, tongue: Tongue) -> str | None:
    for said in _SERIES.finditer(folded):
        of_us = is_about_us(folded, said.start(), company, tongue)
        told = f"{news.told}\n{ours.told}" if of_us else news.told
        if said[1] not in {found[1] for found in _SERIES.finditer(told)}:
            return said[0]
    return None


def _empty_praise(folded: str, tongue: Tongue, news: Carried, has_claim: bool) -> str | None:
    """Return congratulations on nothing that a cell tells of."""
    praise = tongue.pattern(tongue.praise).search(folded)
    is_carried = has_claim or bool(_SERIES.search(folded)) or bool(tongue.pattern(tongue.praise).search(news.told))
    return praise[0] if praise and not is_carried else None


def _claims(folded: str, tongue: Tongue) -> Iterator[_Claim]:
    for concept, source in tongue.claims.items():
        for said in tongue.pattern(source).finditer(folded):
            yield _Claim(concept, said)


def _is_stated(claim: _Claim, folded: str, tongue: Tongue, company: str) -> bool:
    """Whether a claim is made at all: not under an if, a may or a not, not asked, and not of us."""
    if claim.concept in FIRM:
        return True
    start = claim.said.start()
    before, edge = folded[:start], r"\b" if tongue.has_spaces else ""
    if compiled(rf"{edge}(?:{tongue.condition})").search(before):
        return False
    is_presumed = bool(compiled(tongue.presumed).search(claim.said[0]))
    is_open = tongue.pattern(tongue.yes_no).search(folded) or compiled(rf"{edge}(?:{tongue.modal})").search(before)
    if is_open and not is_presumed:
        return False
    return not is_about_us(folded, start, company, tongue)
