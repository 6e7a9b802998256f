"""Dates as they stand in a text, for the rules that ask what they mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date said at ``text[start:end]``: ``day``, or the span ``first``..``day`` where one wording says both."""

    start: int
    end: int
    day: date
    first: date | None = None
    is_loose: bool = False
    """Only a weekday or the next week was named: ``day`` is the next of them after today, or that week's Monday."""


class FindDates(Protocol):
    """How the rules are handed a finder of dates: ``addon.ports.Dates.find``."""

    def __call__(self, text: str, language: str, today: date) -> Sequence[FoundDate]:
        """Return what is found in a folded text, in its order, none overlapping."""
