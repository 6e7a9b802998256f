"""A message in the form in which phrases meet it: folded words and sentence ends, with their places in the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache

from addon.lib.text import fold

LONGEST_READ = 4_000
"""Characters read: what somebody wants stands at the top, and a longer answer of their own is rare."""

LINK, MAIL = "zzlink", "zzmail"
"""Words that stand for a link and for an address, whose own letters say nothing."""

_ADDRESS = re.compile(r"(?:mailto:)?[\w.+-]{1,64}@[\w.-]{1,120}\w|(?:https?://|www\.)[^\s<>\"]{1,500}", re.I)
_PLAIN = re.compile(r"[A-Za-z0-9]+")
_ENDS = frozenset("!;…。！؛")
_ASKS = frozenset("?？؟")
_INSIDE_WORDS = frozenset({"Mn", "Cf", "Cs"})
"""Accents that stand alone, soft hyphens and joiners: they part no words."""


@dataclass(frozen=True, slots=True)
class Spelled:
    """``text`` is ``word word . word ?``; ``places[i]`` is where its i-th character came from in ``original``."""

    original: str
    text: str
    places: tuple[int, ...]

    def quote(self, start: int, end: int) -> str:
        """Return the piece of the original from which ``text[start:end]`` came."""
        if start >= end:
            return ""
        piece = self.original[self.places[start] : self._after(end)]
        return piece.lstrip(".!?;…。！؛？؟,: \t\r\n\u00a0").rstrip()

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence around a place begins and ends."""
        start = max(self.text.rfind(mark, 0, at) for mark in ".?") + 1
        ends = [end for mark in ".?" if (end := self.text.find(mark, at)) >= 0]
        return start, min(ends, default=len(self.text))

    def _after(self, end: int) -> int:
        """Return where the original goes on after a piece: past all characters its last one came from."""
        last = self.places[end - 1]
        return self.places[at] if (at := bisect_left(self.places, last + 1)) < len(self.places) else len(self.original)


def spell(original: str) -> Spelled:
    """Return a message spelled for phrases; only its first ``LONGEST_READ`` characters are looked at."""
    out: list[str] = []
    places: list[int] = []
    text, at = original[:LONGEST_READ], 0
    while at < len(text):
        address = _ADDRESS.match(text, at) if _begins_word(text, at) else None
        if not address and (plain := _PLAIN.match(text, at)):
            out.extend(plain[0].lower())
            places.extend(range(at, plain.end()))
            at = plain.end()
            continue
        piece = _stand_in(address[0]) if address else _piece(text, at)
        if out and out[-1] == " ":
            piece = piece.removeprefix(" ")
        out.extend(piece)
        places.extend([at] * len(piece))
        at = address.end() if address else at + 1
    return Spelled(original, "".join(out), tuple(places))


def _begins_word(text: str, at: int) -> bool:
    return text[at].isalnum() and (at == 0 or not text[at - 1].isalnum())


def _stand_in(found: str) -> str:
    return f" {MAIL} " if "@" in found else f" {LINK} "


def _piece(text: str, at: int) -> str:
    char = text[at]
    if char.isalnum():
        return _folded(char)
    if char in _ASKS:
        return " ? "
    if char in _ENDS or (char == "." and _ends_here(text, at)) or (char == "\n" and _is_blank_line(text, at)):
        return " . "
    return "" if unicodedata.category(char) in _INSIDE_WORDS else " "


def _ends_here(text: str, at: int) -> bool:
    """Whether a full stop ends a sentence: not within a word or number, nor after a day of the month."""
    following = text[at + 1 : at + 2]
    if following and not following.isspace():
        return False
    before = text[max(0, at - 3) : at]
    is_ordinal = before[-1:].isdigit() and not before.isdigit() and text[at + 2 : at + 3].isalnum()
    return not is_ordinal


def _is_blank_line(text: str, at: int) -> bool:
    return not text[at + 1 : at + 80].partition("\n")[0].strip() and "\n" in text[at + 1 : at + 80]


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    return "".join(part for part in fold(char) if part.isalnum())
