"""Spreads rows over the texts so that no two mails of a tab are alike.

Row and regeneration become the coefficients of a polynomial over the integers modulo a prime, the number of a pool's
texts, and each slot of a mail takes its text by the polynomial's value at the slot's number. Two different polynomials
of degree two agree at two places at most, and two straight lines at one: of seven slots, with eleven texts, 121
neighbouring rows share one text at most and 1,331 share two; with seven texts 49 and 343 do. Chance could not promise
that. Within a text, row and lead id choose among its alternatives, so that a shared text is seldom so to the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeVar
from zlib import crc32

from addon.drafting.phrases import TEXTS_A_POOL
from addon.leads.model import Lead

_Any = TypeVar("_Any")
_ALTERNATIVES = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")


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
    """The choices of one mail; ``index`` numbers a lead among those of its tab, ``variant`` its regenerations.

    ``key`` is the lead's own, which no lead of any tab shares; ``prime`` is the number of texts to choose from.
    """

    index: int
    variant: int = 0
    key: str = ""
    prime: int = TEXTS_A_POOL

    def order(self, texts: Sequence[_Any], slot: Slot) -> Iterator[_Any]:
        """Yield all texts, starting with the one this mail takes in a slot."""
        start = self.number(slot) % len(texts) if texts else 0
        yield from (*texts[start:], *texts[:start])

    def number(self, slot: Slot) -> int:
        """Return the choice for a slot, from 0 to one less than ``prime``."""
        constant = self.index + self.variant // self.prime
        slope = self.index // self.prime
        bend = self.index // self.prime**2 + self.variant
        twist = self.index // self.prime**3
        return (constant + slope * slot + bend * slot**2 + twist * slot**3) % self.prime

    def one_of(self, text: str) -> str:
        """Return a text with one of its alternatives in each place that offers ``[some|several]``."""
        salt = f"{self.index} {self.key} {self.variant} {text}"
        said = ""
        at = 0
        for number, found in enumerate(_ALTERNATIVES.finditer(text)):
            parts = found[1].split("|")
            said += text[at : found.start()] + parts[crc32(f"{number} {salt}".encode()) % len(parts)]
            at = found.end()
        return said + text[at:]

    def turn(self, count: int) -> int:
        """Return a choice among ``count`` that changes from row to row and from one regeneration to the next."""
        return (self.index + self.index // self.prime + self.variant) % count if count else 0


def choice_for(lead: Lead, variant: int = 0, prime: int = TEXTS_A_POOL) -> Choice:
    """Return the choices of a lead's mail: by its row, which no other lead of a tab has at the same time."""
    return Choice(index=lead.row, variant=max(0, variant), key=lead.id, prime=prime)
