"""Numbers in words, alone or glued: ``two hundred``, ``zweihundertfünfzig``, ``quatre-vingts``, ``duecento``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from addon.drafting.tongue import find_tongue, tongues

EVERY_LANGUAGE = "*"
"""All languages' words at once, for cells, whose language nobody names."""

_JOINERS = "und|and|et|y|e|en"
_NEVER_ALONE = frozenset(
    {"a", "mil", "mille", "mila", "tausend", "duizend", "hundred", "thousand", "million", "billion", "trillion"}
)
"""Words that count nothing by themselves: a thousand thanks."""

_WORSE_ALONE = frozenset({"acht", "sei", "dutzend", "dozen", "dozijn"})
"""Words that mean something else as well: in ``acht`` nehmen."""


@lru_cache(maxsize=16)
def _words(language: str) -> Mapping[str, int]:
    if language == EVERY_LANGUAGE:
        return {word: value for tongue in tongues() for word, value in tongue.numbers.items()}
    tongue = find_tongue(language)
    return tongue.numbers if tongue else {}


@lru_cache(maxsize=16)
def spoken_pattern(language: str) -> str:
    """Return a piece of a pattern for a run of number words; it never matches where a language has none."""
    words = "|".join(re.escape(word) for word in sorted(_words(language), key=lambda word: (-len(word), word)))
    return rf"(?:{words})(?:(?:[- ]?(?:{_JOINERS}))?[- ]?(?:{words}))*" if words else r"(?!)"


def spoken_value(run: str, language: str) -> Decimal | None:
    """Return the value of a run of number words, or None for one that counts nothing by itself."""
    if run in _NEVER_ALONE | _WORSE_ALONE:
        return None
    run = re.sub(
        r"^a (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)\b)", "", run
    )  # a two-page list
    total, group = 0, 0
    for value in _parts(run, language):
        if value >= 1_000:
            total, group = total + (group or 1) * value, 0
        elif value in (12, 100) and 0 < group < 100 and value == 100:
            group *= value
        else:
            group += value
    return Decimal(total + group)


def _parts(run: str, language: str) -> list[int]:
    """Return the values of a run's words; the joiners between them count nothing."""
    words = _words(language)
    known = sorted({*words, *_JOINERS.split("|")}, key=lambda word: (-len(word), word))
    found = re.findall("|".join(re.escape(word) for word in known), run)
    return [words[word] for word in found if word in words]
