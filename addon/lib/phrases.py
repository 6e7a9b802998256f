"""Finds known phrases among words, in one pass whatever their number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from addon.lib.text import words


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``start`` to ``end`` (excluded) are a phrase of ``label``."""

    start: int
    end: int
    label: str


class Phrases:
    """Phrases by label, as text: ``{"hot": "asked for | *anfrage"}``.

    Phrases are separated by ``|`` and compared folded. ``*`` before one word matches the end of a longer one, for the
    compounds of German and Dutch. A phrase in a script without blanks is looked for inside words.
    """

    def __init__(self, phrases: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._ends: list[tuple[str, str]] = []
        self._inside: list[tuple[str, str]] = []
        for label, text in phrases.items():
            for phrase in text.split("|"):
                self._add(phrase.strip(), label)
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))
        self._inside.sort(key=lambda entry: -len(entry[0]))
        self._all_ends = tuple(end for end, _ in self._ends)

    def matches(self, tokens: Sequence[str]) -> Iterator[Match]:
        """Yield the phrases among folded words, from the left, of several at one place the longest."""
        if not self._all_ends and self._by_first.keys().isdisjoint(tokens) and all(map(str.isascii, tokens)):
            return
        behind, starts, ends = 0, self._by_first, self._all_ends
        for at, token in enumerate(tokens):
            if at < behind or not (token in starts or token.endswith(ends) or not token.isascii()):
                continue
            if found := self._at(tokens, at):
                behind = found.end
                yield found

    def _add(self, phrase: str, label: str) -> None:
        tokens = words(phrase)
        if phrase.startswith("*"):
            self._ends.append((tokens[0], label))
        elif len(tokens) == 1 and _has_no_blanks(tokens[0]):
            self._inside.append((tokens[0], label))
        else:
            self._by_first.setdefault(tokens[0], []).append((tokens, label))

    def _at(self, tokens: Sequence[str], at: int) -> Match | None:
        token = tokens[at]
        for phrase, label in self._by_first.get(token, ()):
            if tuple(tokens[at : at + len(phrase)]) == phrase:
                return Match(at, at + len(phrase), label)
        label_found = next((label for end, label in self._ends if token.endswith(end)), None)
        if label_found is None and not token.isascii():
            label_found = next((label for part, label in self._inside if part in token), None)
        return Match(at, at + 1, label_found) if label_found else None


def _has_no_blanks(word: str) -> bool:
    """Whether the word is in a script written without blanks: Thai, Japanese, Chinese."""
    return any(first <= char <= last for char in word for first, last in _BLANKLESS)


_BLANKLESS = (("\u0e00", "\u0e7f"), ("\u3040", "\u30ff"), ("\u4e00", "\u9fff"))
