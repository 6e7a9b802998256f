"""Finds weighted phrases with gaps in a spelled message; where two overlap, the longer says more.

A phrase is written in plain words: ``(a/b c)`` are alternatives, ``[a/b]`` may be absent, ``..`` are up to six words,
``word*`` is any word that begins so, ``#`` is a number, ``?`` and ``.`` are the end of a sentence. Groups may stand
within groups. Phrases stand between semicolons.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from addon.lib.text import fold

_SIGN = re.compile(r"\.\.|[()\[\]/?#]|(?<=\s)\.|[^\s()\[\]/?#]+")
_WORD_START = re.compile(r"(?<!\w)\w")
_MARKS = {"?": r"\?", ".": r"\.", "#": r"\d+\w*(?!\w)"}
_CLOSES = {"(": ")", "[": "]"}
_GAP = r"(?: \w+){0,6}?"
_KEY = 2
"""Letters by which a phrase is looked up: enough that few phrases are tried at each word."""

OF_SENTENCES = frozenset({"negator", "but", "harmless", "positive", "negative", "mail", "request", "imperative"})
"""Labels that tell how something is said; all others are intents, of which one wording has one."""

Weighted = Mapping[str, Mapping[int, str]]
"""Phrases by label and weight: 4 leaves little doubt, 3 decides, 2 suggests, 1 hints."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Characters ``start`` to ``end`` are a phrase of ``label``; ``is_head`` if they stand in the subject."""

    start: int
    end: int
    label: str
    weight: float
    is_head: bool = False


class PhraseBook:
    """The phrases of one language, compiled."""

    def __init__(self, phrases: Weighted) -> None:
        self._by_key: dict[str, list[tuple[str, str, int]]] = {}
        for label, by_weight in phrases.items():
            for weight, text in by_weight.items():
                for phrase in filter(None, (part.strip() for part in text.split(";"))):
                    self._add(phrase, label, weight)

    def hits(self, text: str) -> list[Hit]:
        """Return the phrases in a spelled text, those inside a longer one left out unless they tell of the sentence."""
        kept: list[Hit] = []
        around: list[Hit] = []
        for hit in sorted(self._all(text), key=lambda hit: (hit.start, -hit.end)):
            around = [one for one in around if one.end > hit.start]
            if hit.label in OF_SENTENCES:
                kept.append(hit)
            elif not any(_swallows(one, hit) for one in around):
                kept.append(hit)
                around.append(hit)
        return kept

    def _add(self, phrase: str, label: str, weight: int) -> None:
        for parts in _parsed(iter(_SIGN.findall(phrase)), ""):
            entry = (_pattern(parts), label, weight)
            for key in _keys(parts):
                self._by_key.setdefault(key, []).append(entry)

    def _all(self, text: str) -> Iterator[Hit]:
        for begin in _WORD_START.finditer(text):
            at = begin.start()
            for pattern, label, weight in self._by_key.get(text[at : at + _KEY].strip(), ()):
                if found := _compiled(pattern).match(text, at):
                    yield Hit(at, found.end(), label, weight)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern compiled when the first word begins like it: most phrases of a language are seldom tried."""
    return re.compile(pattern)


def _swallows(longer: Hit, hit: Hit) -> bool:
    """Whether a hit stands inside a longer one that begins no later: ``interested`` inside ``not interested``."""
    return longer.end >= hit.end and (longer.end - longer.start) > (hit.end - hit.start) and longer.label != hit.label


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, mark or gap, or a group: then ``choices`` are its alternatives, and ``sign`` what it opens with."""

    sign: str
    choices: tuple[tuple[_Part, ...], ...] = ()


def _parsed(signs: Iterator[str], closes: str) -> list[tuple[_Part, ...]]:
    """Return the alternatives up to the sign that closes their group."""
    choices: list[list[_Part]] = [[]]
    for sign in signs:
        if sign == closes:
            break
        if sign == "/":
            choices.append([])
        elif sign in _CLOSES:
            choices[-1].append(_Part(sign, tuple(_parsed(signs, _CLOSES[sign]))))
        else:
            choices[-1].extend(_Part(word) for word in ([sign] if sign in ("..", *_MARKS) else _spelled(sign)))
    return [tuple(choice) for choice in choices if choice]


def _spelled(words: str) -> list[str]:
    """Return words as a spelled message has them; the star of a beginning stays."""
    return re.sub(r"[^\w\s*]", " ", fold(words)).split()


def _pattern(parts: tuple[_Part, ...]) -> str:
    out, has_begun = "", False
    for part in parts:
        blank = " " if has_begun else ""
        if part.sign == "[":
            out += rf"(?:{blank}{_either(part)}{'' if has_begun else ' '})?"
        else:
            out += _GAP if part.sign == ".." else blank + _one(part)
            has_begun = True
    return out


def _one(part: _Part) -> str:
    if part.choices:
        return _either(part)
    return _MARKS.get(part.sign) or re.escape(part.sign).replace(r"\*", r"\w*") + r"(?!\w)"


def _either(part: _Part) -> str:
    return f"(?:{'|'.join(_pattern(choice) for choice in part.choices)})"


def _keys(parts: tuple[_Part, ...]) -> set[str]:
    """Return the beginnings of all words a phrase can begin with."""
    keys: set[str] = set()
    for part in parts:
        keys |= {key for choice in part.choices for key in _keys(choice)} or {part.sign.rstrip("*")[:_KEY]}
        if part.sign != "[":
            break
    return keys
