"""Phrases of many languages as one pattern over folded text."""

from __future__ import annotations

import re
from functools import lru_cache

from addon.lib.text import fold

_FEW_WORDS = r"\W+(?:\w+\W+){0,4}?"
"""What ``…`` in a phrase stands for: up to four words, or none."""

_BLANKLESS = "\u0e00-\u0e7f\u3040-\U0003ffff"
"""Thai and the scripts of East Asia."""


@lru_cache(maxsize=64)
def wording(phrases: str) -> re.Pattern[str]:
    """Return what finds any of the phrases, separated by ``|``, as whole words of a text that is folded.

    A blank in a phrase is a blank or hyphen in the text; ``…`` is up to four words between. Phrases of scripts without
    blanks are found wherever they stand.
    """
    folded = sorted({each for phrase in phrases.split("|") if (each := fold(phrase))}, key=len, reverse=True)
    blankless = re.compile(f"[{_BLANKLESS}]")
    inside = "|".join(re.escape(each) for each in folded if blankless.search(each))
    whole = "|".join(_spaced(each) for each in folded if not blankless.search(each))
    # The looks ahead spare most places of a text the walk through hundreds of phrases.
    kinds = [rf"(?<!\w)(?=\w)(?:{whole})(?!\w)" if whole else "", f"(?=[{_BLANKLESS}])(?:{inside})" if inside else ""]
    return re.compile("|".join(filter(None, kinds)) or r"(?!)")


def _spaced(phrase: str) -> str:
    parts = [re.escape(part.strip()).replace(r"\ ", r"[\s\-]+").replace("'", "['’`]") for part in phrase.split("...")]
    return _FEW_WORDS.join(parts)
