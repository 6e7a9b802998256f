"""Finds numbers in any writing: digits of any script, grouped or not, words of eight languages, percent, money,
times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from addon.drafting.number_words import EVERY_LANGUAGE, spoken_pattern, spoken_value
from addon.lib.lookalikes import fold


class Kind(StrEnum):
    """What a number counts: 20 people are not 20 %, and neither is $20."""

    PLAIN = "plain"
    PERCENT = "percent"
    MONEY = "money"
    TIMES = "times"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One stated number. ``readings`` are its possible values: 1.200 may be 1200 or 1.2. ``span`` lies in the
    fold.
    """

    readings: frozenset[Decimal]
    kind: Kind
    fragment: str
    span: tuple[int, int]


_SCALES = {
    word: Decimal(10) ** power
    for power, forms in (
        (3, "k thousand tausend mille mil mila duizend 千"),
        (4, "万"),
        (6, "m mn mio million millions millionen millones millon milioni milione miljoen milhoes milhao"),
        (8, "億"),
        (
            9,
            "b bn billion billions mrd milliarde milliarden milliard milliards mld miliardi miliardo miljard "
            "bilhoes bilhao",
        ),
        (12, "tn trillion 兆"),
    )
    for word in forms.split()
}
_JOINED_SCALES = "千万|億|万|千|兆"
_MARKS = "[$€£¥₹]"
_CODES = "usd|eur|gbp|chf"
_MONEY_WORDS = rf"{_CODES}|dollars?|dolares|dolar|dollari|euros?|pounds?|francs?|franken|yen"
_PERCENT_WORDS = r"percent|per cent|pct|prozent|pour ?cent|por ciento|per cento|procent|por cento"
_TIMES_WORDS = r"x|times|-?fach|fois|veces|volte|keer|maal|vezes"
_JOINED = {
    "円": Kind.MONEY,
    "ユーロ": Kind.MONEY,
    "トル": Kind.MONEY,
    "倍": Kind.TIMES,
    "ハーセント": Kind.PERCENT,
    "割": Kind.PERCENT,
}
_DIGITS = r"\d+(?:[.,' ]\d{3})*(?:[.,]\d+)?"
_KANJI = "〇一二三四五六七八九"
_JOINED_SCALE_VALUES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "億": 10**8}
_COUNTED = r"(?=名|人|社|台|円|年|月|倍|割|件|店|箇所|拠点|つ|か国|カ国|ハーセント|%|ユーロ|トル|時|分)"
_NOT_A_NUMBER = "十分"
"""Enough, or ten minutes; the first is far more common."""

_NOT_AFTER = r"(?<![^\W_\u3040-\u30ff\u3400-\u9fff])"
"""A digit inside a Latin word is part of a name; Japanese does not part words."""


def _number(language: str) -> re.Pattern[str]:
    scales = "|".join(sorted((word for word in _SCALES if word.isascii()), key=len, reverse=True))
    return re.compile(
        rf"(?P<mark>{_MARKS}|\b(?:{_CODES}) ?)? ?"
        rf"(?:{_NOT_AFTER}(?P<digits>{_DIGITS})|\b(?P<spoken>{spoken_pattern(language)})(?!\w)"
        rf"|(?P<kanji>(?!{_NOT_A_NUMBER})[{_KANJI}十百千万億]+){_COUNTED})"
        rf"(?P<scale> ?(?:{scales})\b(?:\.(?= ))?| ?(?:{_JOINED_SCALES}))?"
        rf"(?P<unit> ?(?:%|{_MARKS}|(?:{_PERCENT_WORDS}|{_MONEY_WORDS}|{_TIMES_WORDS})\b|{'|'.join(_JOINED)})"
        rf"|(?: d'| de | di )(?:{_MONEY_WORDS})\b|-fold\b)?"
    )


_NUMBERS: dict[str, re.Pattern[str]] = {}


def quantities(text: str, language: str = EVERY_LANGUAGE) -> Iterator[Quantity]:
    """Yield the numbers of a text in order; numbers inside a token such as ``q3`` are not numbers but names.

    ``language`` says whose number words count: a draft's own, or every language's for a cell.
    """
    folded = fold(text)
    if language not in _NUMBERS:
        _NUMBERS[language] = _number(language)
    for found in _NUMBERS[language].finditer(folded):
        values = _values(found, language)
        if not values:
            continue
        scale = _SCALES.get(
            (found["scale"] or "").strip(" ."), Decimal(10**7 if "千万" in (found["scale"] or "") else 1)
        )
        tenths = 10 if "割" in (found["unit"] or "") else 1
        yield Quantity(
            readings=frozenset(value * scale * tenths for value in values),
            kind=_kind(found["mark"], (found["unit"] or "").strip()),
            fragment=found[0].strip(),
            span=found.span(),
        )


def _values(found: re.Match[str], language: str) -> set[Decimal]:
    """Return the values of a match, none for a lone ``one``, ``a`` or ``thousand``: they count nothing."""
    if found["digits"]:
        return _digits(found["digits"])
    value = _kanji(found["kanji"]) if found["kanji"] else spoken_value(found["spoken"], language)
    is_lone = value in (0, 1) and not found["scale"] and not found["unit"]
    return set() if value is None or is_lone else {value}


def _digits(text: str) -> set[Decimal]:
    """Return both readings of a point or comma that may part thousands or decimals."""
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,' ]\d{3})+)([.,]\d+)?", text)
    readings = {Decimal(re.sub(r"\D", "", grouped[1]) + (grouped[2] or "").replace(",", "."))} if grouped else set()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        readings.add(Decimal(text.replace(",", ".")))
    return readings or {Decimal(re.sub(r"\D", "", text))}


def _kanji(text: str) -> Decimal:
    """Return the value of Japanese numerals: 二百 is 200, 三千五百万 is 35 million."""
    total, group, digit = 0, 0, 0
    for sign in text:
        scale = _JOINED_SCALE_VALUES.get(sign, 0)
        if not scale:
            digit = digit * 10 + _KANJI.index(sign)
        elif scale < 10_000:
            group, digit = group + (digit or 1) * scale, 0
        else:
            total, group, digit = total + (group + digit or 1) * scale, 0, 0
    return Decimal(total + group + digit)


def _kind(mark: str | None, unit: str) -> Kind:
    if unit in _JOINED:
        return _JOINED[unit]
    if unit == "%" or re.fullmatch(_PERCENT_WORDS, unit):
        return Kind.PERCENT
    if unit == "-fold" or re.fullmatch(_TIMES_WORDS, unit):
        return Kind.TIMES
    return Kind.MONEY if mark or unit else Kind.PLAIN
