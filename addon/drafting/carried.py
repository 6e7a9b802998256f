"""What a set of sources carries: its words, its numbers by kind, its folded text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from addon.drafting.fold import words
from addon.drafting.model import Source
from addon.drafting.quantities import Kind, quantities
from addon.lib.lookalikes import fold

CELL_LIMIT = 2_000
"""Characters of one source that count: as many as the model is shown, of the 50,000 a cell may hold."""

_MONEY_HEADER = re.compile(
    r"revenue|turnover|umsatz|budget|fund|amount|price|preis|prix|precio|prezzo|arr\b|mrr\b|income|value|fatturato"
    r"|chiffre d'affaires|facturacion|omzet|faturamento|売上|[$€£¥]"
)
_LONG_TITLES = {
    "ceo": "chief executive officer",
    "cto": "chief technology officer",
    "cfo": "chief financial officer",
    "coo": "chief operating officer",
    "cmo": "chief marketing officer",
    "cio": "chief information officer",
    "cro": "chief revenue officer",
    "vp": "vice president",
    "md": "managing director",
    "hr": "human resources",
    "it": "information technology",
    "ops": "operations",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Facts a sentence may state. ``numbers`` holds, by kind, every value a number of that kind may have.

    ``text`` is all values, folded; ``told`` the values with their headers: ``funding: 5000000`` tells of funding.
    """

    words: frozenset[str]
    numbers: Mapping[Kind, frozenset[Decimal]]
    text: str
    told: str

    def has_word(self, word: str) -> bool:
        """Whether a folded word stands in a source, its plural ``s`` aside."""
        return bool({word, word.removesuffix("s"), word + "s"} & self.words)


def carried_by(sources: Iterable[Source]) -> Carried:
    """Return what the sources carry together."""
    return _carried(tuple((source.name, source.value[:CELL_LIMIT]) for source in sources))


@lru_cache(maxsize=64)
def _carried(pairs: tuple[tuple[str, str], ...]) -> Carried:
    text = "\n".join(fold(value) for _, value in pairs)
    told = "\n".join(fold(f"{name}: {value}") for name, value in pairs)
    return Carried(words=_words(text), numbers=_numbers(pairs), text=text, told=told)


def _words(text: str) -> frozenset[str]:
    """Return the words, with the initials and long forms under which a title may come back."""
    found = words(text)
    longer = {word for short, long in _LONG_TITLES.items() if short in found for word in long.split()}
    shorter = {short for short, long in _LONG_TITLES.items() if long in text}
    return found | longer | shorter


def _numbers(pairs: Iterable[tuple[str, str]]) -> dict[Kind, frozenset[Decimal]]:
    """Return the values by kind; a bare number under a money header is money, and money may be said bare."""
    found: dict[Kind, set[Decimal]] = {kind: set() for kind in Kind}
    for name, value in pairs:
        is_money = bool(_MONEY_HEADER.search(fold(name)))
        for number in quantities(value):
            found[number.kind] |= number.readings
            if number.kind is Kind.MONEY or (number.kind is Kind.PLAIN and is_money):
                found[Kind.MONEY] |= number.readings
                found[Kind.PLAIN] |= number.readings
    return {kind: frozenset(values) for kind, values in found.items()}
