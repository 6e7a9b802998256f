"""What a language model's tokens cost, and how many a text has, to say it before a run and add it up after."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

CURRENCY = "USD"
"""The price list's."""


@dataclass(frozen=True, slots=True)
class Price:
    """Of a million tokens in and a million out, thinking included."""

    input: Decimal
    output: Decimal


def _price(input: str, output: str) -> Price:
    return Price(Decimal(input), Decimal(output))


# ai.google.dev/gemini-api/docs/pricing: paid tier, standard, text, prompts up to 200,000 tokens; from third parties'
# copies of that page, the newest of 2026-10-07. The free tier costs nothing, and 3.8-flash half until 2026-12-31: where
# two prices hold, this is the higher.
PRICES: dict[str, Price] = {
    "gemini-3.8-flash": _price("1.50", "7.50"),
    "gemini-3.5-flash-lite": _price("0.30", "2.50"),
    "gemini-3.5-flash": _price("1.50", "9.00"),
    "gemini-3.1-flash-lite": _price("0.25", "1.50"),
    "gemini-3.1-pro": _price("2.00", "12.00"),
    "gemini-3-pro": _price("2.00", "12.00"),
    "gemini-3-flash": _price("0.50", "3.00"),
    "gemini-2.5-flash-lite": _price("0.10", "0.40"),
    "gemini-2.5-flash": _price("0.30", "2.50"),
    "gemini-2.5-pro": _price("1.25", "10.00"),
}
"""By family: a model's name is the family, or the family with ``-preview``, ``-latest`` or a version behind it."""

_DEAREST = Price(max(price.input for price in PRICES.values()), max(price.output for price in PRICES.values()))
_MILLION = Decimal(1_000_000)


def price_of(model: str) -> Price | None:
    """Return the price of a model, or None where the list has none."""
    name = model.removeprefix("models/").lower()
    for suffix in ("-latest", "-preview"):
        name = name.partition(suffix)[0]
    family, _, version = name.rpartition("-")
    return PRICES.get(name) or (PRICES.get(family) if version.isdigit() else None)


def cost(model: str, input_tokens: int, output_tokens: int) -> Decimal | None:
    """Return the cost in ``CURRENCY``, exact, or None where the list has no price of the model."""
    price = price_of(model)
    return None if price is None else _cost(price, input_tokens, output_tokens)


def cost_at_most(model: str, input_tokens: int, output_tokens: int) -> Decimal:
    """Return the cost, and for a model without a price that of the dearest one: what a spending limit counts."""
    return _cost(price_of(model) or _DEAREST, input_tokens, output_tokens)


def _cost(price: Price, input_tokens: int, output_tokens: int) -> Decimal:
    return (price.input * input_tokens + price.output * output_tokens) / _MILLION


def tokens_of(text: str) -> int:
    """Return about how many tokens a text has: four plain characters make one, and so do three bytes of any other.

    Google says four characters; letters outside ASCII take two or three bytes and a Chinese or Japanese character is
    about a token. Real counts come with each answer.
    """
    size = len(text.encode("utf-8", "replace"))
    plain = len(text.encode("ascii", "ignore"))
    return math.ceil(plain / 4 + (size - plain) / 3)


class Taken(Protocol):
    """What calls took, as ``ports.Usage`` has it."""

    @property
    def calls(self) -> int:
        """Requests made."""

    @property
    def input_tokens(self) -> int:
        """Tokens sent."""

    @property
    def output_tokens(self) -> int:
        """Tokens received, thinking included."""


def took(model: str, usage: Taken) -> dict[str, int]:
    """Return a call's usage as counts to add up; ``micros`` are millionths of ``CURRENCY``, if the price is known."""
    counts = {"calls": usage.calls, "input_tokens": usage.input_tokens, "output_tokens": usage.output_tokens}
    price = cost(model, usage.input_tokens, usage.output_tokens)
    return counts if price is None else counts | {"micros": round(price * _MILLION)}


def shown(amount: Decimal) -> str:
    """Return an amount as people read it: ``5.00``, ``0.05``, and ``0.01`` for anything less but not nothing."""
    cents = amount.quantize(Decimal("0.01"))
    return f"{max(cents, Decimal('0.01')) if amount > 0 else cents:,}"
