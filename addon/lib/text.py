"""Hostile cell text made plain: what may be shown, what is compared, what fits."""

from __future__ import annotations

import re
import unicodedata

JOINERS = "\u200c\u200d"
"""Zero-width joiners: Persian words and emoji families need them, between Latin letters they only hide things."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
"""Controls, invisible and bidi marks, lone surrogates, private and unassigned characters."""

_ACCENT = re.compile(r"[\u0300-\u036f]")
"""Accents of Latin, Greek and Cyrillic. The voicing marks of Japanese are no accents: they make other letters."""

_BARRED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
"""Letters whose stroke or pair Unicode does not take apart."""

_BLANK_ENDS = " \t\r\n\v\f\u00a0\u3000\u200b\u2060\ufeff"
"""What pasting leaves around a text."""

_WORD = re.compile(r"\w+")

_REGIONAL = range(0x1F1E6, 0x1F200)
_SKIN_TONES = range(0x1F3FB, 0x1F400)


def clean(text: str) -> str:
    """Return the text as one line without controls, invisible or bidi marks; NFC, blanks collapsed."""
    normal = text if text.isascii() else unicodedata.normalize("NFC", text)
    if normal.isprintable():
        return " ".join(normal.split())
    kept = "".join(" " if char.isspace() else char for char in normal if char.isspace() or _is_shown(char))
    # What was removed may have stood between a letter and its accent.
    joined = unicodedata.normalize("NFC", _without_loose_joiners(kept))
    return " ".join(joined.split())


def fold(text: str) -> str:
    """Return the form in which texts are compared: width, case, accents, marks and blanks do not count.

    Folding twice changes nothing.
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.casefold().split())
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a text in order; scripts without blanks give their stretches between punctuation."""
    # Blanks part words whatever their number, so plain text need not be folded whole.
    folded = text.casefold() if text.isascii() and text.isprintable() else fold(text)
    return tuple(_WORD.findall(folded.replace("_", " ")))


def shorten(text: str, limit: int) -> str:
    """Return at most ``limit`` (≥ 1) characters, ``…`` included if anything is lost, cut between visible characters.

    A cut falls neither before an accent or joiner nor inside a flag or a skin-toned emoji.
    """
    if len(text) <= limit:
        return text
    end = limit - 1
    while end > 0 and _is_inside(text, end):
        end -= 1
    return text[:end].rstrip() + "…"


def reveal(text: str) -> str:
    """Return the text trimmed, each hidden character inside it as ``\ufffd``: for what must not be guessed at."""
    trimmed = text.strip(_BLANK_ENDS)
    if trimmed.isascii() and trimmed.isprintable():
        return trimmed
    return "".join("\ufffd" if unicodedata.category(char) in _HIDDEN else char for char in trimmed)


def cell_text(value: str | int | float | bool) -> str:
    """Return a cell as its text: whole numbers without ``.0``, booleans as ``TRUE`` and ``FALSE``."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _is_shown(char: str) -> bool:
    return char in JOINERS or unicodedata.category(char) not in _HIDDEN


def _without_loose_joiners(text: str) -> str:
    if not any(joiner in text for joiner in JOINERS):
        return text
    return "".join(char for at, char in enumerate(text) if char not in JOINERS or _joins(text, at))


def _joins(text: str, at: int) -> bool:
    """Whether the joiner stands between two characters of a script that knows joiners."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before > "\u0590" and after > "\u0590" and not {before, after} & set(JOINERS)


def _fold_once(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text).casefold().translate(_BARRED)
    bare = _ACCENT.sub("", apart)
    if not bare.isprintable():
        bare = "".join(char for char in bare if char.isspace() or unicodedata.category(char) not in _HIDDEN)
    return " ".join(unicodedata.normalize("NFKC", bare).split())


def _is_inside(text: str, at: int) -> bool:
    """Whether a cut before ``text[at]`` would tear a visible character."""
    char = text[at]
    if unicodedata.combining(char) or unicodedata.category(char) in {"Mn", "Me", "Mc"} or ord(char) in _SKIN_TONES:
        return True
    if char in JOINERS or text[at - 1] in JOINERS:
        return True
    return ord(char) in _REGIONAL and _regionals_before(text, at) % 2 == 1


def _regionals_before(text: str, at: int) -> int:
    start = at
    while start > 0 and ord(text[start - 1]) in _REGIONAL:
        start -= 1
    return at - start
