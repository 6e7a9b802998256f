"""Which stretches of a tab one read asks for."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from addon.leads.model import Span

MAX_SPANS = 20
"""Stretches of rows in one read call."""


def spans_of(rows: Iterable[int]) -> tuple[Span, ...]:
    """Return at most 20 stretches that hold all rows (0-based), wasting as few rows between them as possible."""
    ordered = sorted(set(rows))
    if not ordered:
        return ()
    gaps = sorted(pairwise(ordered), key=lambda pair: pair[0] - pair[1])
    cuts = sorted(pair for pair in gaps[: MAX_SPANS - 1] if pair[1] - pair[0] > 1)
    starts = [ordered[0], *(after for _, after in cuts)]
    ends = [*(before for before, _ in cuts), ordered[-1]]
    return tuple(Span(first, last + 1) for first, last in zip(starts, ends, strict=True))
