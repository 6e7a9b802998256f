"""Adds up the phrases of a message, by intent."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from addon.tracking.intent_model import Intent
from addon.tracking.intent_phrases import Hit

DECIDES = 3.0
"""Score of one clear phrase."""

BY_MACHINE = (Intent.AWAY, Intent.BOUNCE)
"""What machines write; their subjects tell it too."""

_MORE = 0.3
"""What each further phrase adds, as a share of its weight: many weak ones come near a clear one, no nearer."""

_MOST_COUNTED = 4
"""Phrases of an intent counted, so that a long message does not win by its length."""


@dataclass(frozen=True, slots=True)
class Score:
    """How much speaks for a label: ``hit`` is the strongest phrase, the first of equals, ``count`` how many there are.

    ``in_head`` if one stands in the subject.
    """

    value: float
    hit: Hit
    count: int
    in_head: bool


def scores_of(hits: Iterable[Hit]) -> dict[str, Score]:
    """Return the score of each label that has a phrase."""
    by_label: dict[str, list[Hit]] = {}
    for hit in hits:
        by_label.setdefault(hit.label, []).append(hit)
    return {label: _score(found) for label, found in by_label.items()}


def _score(hits: list[Hit]) -> Score:
    ordered = sorted(_apart(hits), key=lambda hit: (-hit.weight, hit.start))
    best, *rest = ordered
    return Score(
        best.weight + _MORE * sum(hit.weight for hit in rest), best, len(ordered), any(hit.is_head for hit in hits)
    )


def _apart(hits: list[Hit]) -> list[Hit]:
    """Return the hits that share no place with a stronger one of the label, as one wording counts once."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (-hit.weight, hit.start, -hit.end)):
        if not any(one.is_head == hit.is_head and one.start < hit.end and hit.start < one.end for one in kept):
            kept.append(hit)
        if len(kept) == _MOST_COUNTED:
            break
    return kept
