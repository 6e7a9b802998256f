"""Chooses the problems of the tenant's own list that may concern a lead: by role and industry, the closest first."""

from __future__ import annotations

from addon.accounts.model import Offer, PainPoint
from addon.drafting.carried import Carried, carried_by
from addon.drafting.fold import words
from addon.drafting.model import Source, SourceKind
from addon.leads.model import Field, Lead

PAIN_POINT = "Pain point"
"""The name such a source has on the card and in the Evidence cell."""

SHORTEST_STEM = 5
"""Letters from which a word may be part of a longer one, as ``Logistik`` is of ``Logistikleiterin``."""

_OF = words("of for the and in at von für der die das und de du des la le el del e di van het en")


def pains_for(lead: Lead, offer: Offer) -> tuple[Source, ...]:
    """Return the pain points whose role and industry fit the row, those with both first; empty fits any.

    They are what the tenant knows of such people, never a fact about this one: a draft may ask, not state.
    """
    title, industry = _cell(lead, Field.TITLE), _cell(lead, Field.INDUSTRY)
    fitting = [
        pain
        for pain in offer.playbook.pains
        if pain.text.strip() and _fits(pain.role, title) and _fits(pain.industry, industry)
    ]
    return tuple(Source(SourceKind.PAIN, PAIN_POINT, pain.text.strip()) for pain in sorted(fitting, key=_width))


def _width(pain: PainPoint) -> tuple[bool, bool, bool]:
    """Return how general a pain point is; of two with one condition the role tells more than the industry."""
    role, industry = pain.role.strip(), pain.industry.strip()
    return not (role and industry), not role, not industry


def _cell(lead: Lead, field: Field) -> Carried:
    return carried_by([Source(SourceKind.CELL, field, lead.value(field))])


def _fits(wanted: str, cell: Carried) -> bool:
    """Whether a cell holds every word of one of the wanted alternatives, parted by commas, slashes or bars."""
    if not wanted.strip():
        return True
    parts = wanted.replace("/", ",").replace(";", ",").replace("|", ",").split(",")
    asked = [words(part) - _OF for part in parts]
    return any(all(_has(cell, word) for word in each) for each in asked if each)


def _has(cell: Carried, word: str) -> bool:
    if cell.has_word(word):
        return True
    return len(word) >= SHORTEST_STEM and any(word in longer for longer in cell.words)
