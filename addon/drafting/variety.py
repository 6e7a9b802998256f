"""Spreads rows over the texts so that no two mails of a tab are alike.

Row and regeneration become the coefficients of a polynomial over the integers modulo seven, and each slot of a mail
takes its text by the polynomial's value at the slot's number. Two different polynomials of degree two agree at two
places at most, and two straight lines at one: of seven slots, 49 neighbouring rows share one text at most, and 343
share two. Chance could not promise that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar

from addon.drafting.phrases import TEXTS_A_POOL as PRIME
from addon.leads.model import Lead

_Any = TypeVar("_Any")


class Slot(IntEnum):
    """The places of a mail that take one of several texts. Zero is where regenerations do not differ for sure."""

    CLOSER = 0
    OPENING = 1
    BRIDGE = 2
    OFFER = 3
    AUDIENCE = 4
    PROOF = 5
    ASK = 6


@dataclass(frozen=True, slots=True)
class Choice:
    """The choices of one mail; ``index`` numbers a lead among those of its tab, ``variant`` its regenerations."""

    index: int
    variant: int = 0

    def order(self, texts: Sequence[_Any], slot: Slot) -> Iterator[_Any]:
        """Yield all texts, starting with the one this mail takes in a slot."""
        start = self.number(slot) % len(texts) if texts else 0
        yield from (*texts[start:], *texts[:start])

    def number(self, slot: Slot) -> int:
        """Return the choice for a slot, from 0 to 6."""
        constant = self.index + self.variant // PRIME
        slope = self.index // PRIME
        bend = self.index // PRIME**2 + self.variant
        return (constant + slope * slot + bend * slot * slot) % PRIME

    def turn(self, count: int) -> int:
        """Return a choice among ``count`` that changes from row to row and from one regeneration to the next."""
        return (self.index + self.index // PRIME + self.variant) % count if count else 0


def choice_for(lead: Lead, variant: int = 0) -> Choice:
    """Return the choices of a lead's mail: by its row, which no other lead of a tab has at the same time."""
    return Choice(index=lead.row, variant=max(0, variant))
