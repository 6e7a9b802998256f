"""Reads the numbers a text states, in digits or words, with what kind of number each is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from addon.drafting.fold import fold


class Kind(StrEnum):
    """What a number counts: 20 people are not 20 %, and neither is $20."""

    PLAIN = "plain"
    PERCENT = "percent"
    MONEY = "money"
    TIMES = "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One stated number. ``readings`` are its possible values: 1.200 may be 1200 or 1.2. ``span`` lies in the fold."""

    readings: frozenset[Decimal]
    kind: Kind
    fragment: str
    span: tuple[int, int]


_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: Decimal(i) for i, word in enumerate((_UNITS + " eighteen nineteen").split(), 1)} | {
    word: Decimal(10 * i) for i, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"dozen": Decimal(12), "hundred": Decimal(100)} | {
    word: Decimal(10) ** power
    for power, forms in ((3, "k thousand"), (6, "m mn mio million"), (9, "b bn billion"), (12, "tn trillion"))
    for word in forms.split()
}
_SPOKEN_SCALES = "dozen|hundred|thousand|million|billion|trillion"
_MARKS = "[$€£¥₹]"
_MONEY_WORDS = r"usd|eur|gbp|chf|dollars?|euros?|pounds?|francs?"
_DIGITS = r"\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?"
_UNIT = rf"(?:{'|'.join(_SMALL)})"
_SPOKEN = rf"(?:(?:a|{_UNIT})[- ](?:{_SPOKEN_SCALES})|{_UNIT})(?:(?:[- ]and)?[- ](?:{_UNIT}|{_SPOKEN_SCALES})\b)*"
_NUMBER = re.compile(
    rf"(?P<mark>{_MARKS}|\b(?:usd|eur|gbp|chf) ?)? ?"
    rf"(?:(?<![^\W_])(?P<digits>{_DIGITS})|\b(?P<spoken>{_SPOKEN})\b)"
    rf"(?P<scale> ?(?:k|m|mn|mio|bn|b|tn|thousand|million|billion|trillion)\b)?"
    rf"(?P<unit> ?(?:%|{_MARKS}|(?:percent|per cent|pct|{_MONEY_WORDS}|x|times)\b)|-fold\b)?"
)


def quantities(text: str) -> Iterator[Quantity]:
    """Yield the numbers of a text in order; numbers inside a token such as ``q3`` are not numbers but names."""
    folded = fold(text)
    for found in _NUMBER.finditer(folded):
        if found["spoken"] == "one" and not found["scale"] and not found["unit"]:
            continue
        values = _digits(found["digits"]) if found["digits"] else {_spoken(found["spoken"])}
        scale = _SCALES.get((found["scale"] or "").strip(), Decimal(1))
        yield Quantity(
            readings=frozenset(value * scale for value in values),
            kind=_kind(found["mark"], (found["unit"] or "").strip()),
            fragment=found[0].strip(),
            span=found.span(),
        )


def _digits(text: str) -> set[Decimal]:
    """Return both readings of a point or comma that may part thousands or decimals."""
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,' ]\d{3})+)([.,]\d+)?", text)
    readings = {Decimal(re.sub(r"\D", "", grouped[1]) + (grouped[2] or "").replace(",", "."))} if grouped else set()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        readings.add(Decimal(text.replace(",", ".")))
    return readings or {Decimal(re.sub(r"\D", "", text))}


def _spoken(text: str) -> Decimal:
    total, group = Decimal(0), Decimal(0)
    for word in re.split(r"[- ]", text):
        if word in _SMALL:
            group += _SMALL[word]
        elif word in {"dozen", "hundred"}:
            group = (group or 1) * _SCALES[word]
        elif word in _SCALES:
            total, group = total + (group or 1) * _SCALES[word], Decimal(0)
    return total + group


def _kind(mark: str | None, unit: str) -> Kind:
    if unit in {"%", "percent", "per cent", "pct"}:
        return Kind.PERCENT
    if unit in {"x", "times", "-fold"}:
        return Kind.TIMES
    return Kind.MONEY if mark or unit else Kind.PLAIN
