"""Which of the answers that came in a person should see to first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from addon.tracking.heard_model import Heard
from addon.tracking.intent_model import Intent, Reader

UNSURE_BELOW = 0.3
"""The certainty under which a reading is shown as to be looked at: a guess, or two meanings that are as strong."""

_ANSWERED_IN_ORDER = (
    Intent.WANTS_DATE, Intent.INTERESTED, Intent.QUESTION,
    Intent.OBJECTION, Intent.WRONG_PERSON, Intent.NOT_NOW, Intent.NOT_INTERESTED,
)  # fmt: skip
"""The intents that somebody may answer: whoever waits for us goes before whoever does not."""

_TO_LOOK_AT = len(_ANSWERED_IN_ORDER)
_ASKS_NOTHING = _TO_LOOK_AT + 1
"""Ranks after those: readings that may be wrong, then opt-outs, absences and bounces."""

_RANKS = {str(intent): rank for rank, intent in enumerate(_ANSWERED_IN_ORDER)}
_INTENTS = frozenset(map(str, Intent))


def answer_first(heard: Iterable[Heard]) -> list[Heard]:
    """Return all that was heard, in the order in which to answer: by intent, and of one intent the oldest first.

    The order does not depend on the one they come in.
    """
    return sorted(heard, key=_urgency)


def is_to_be_looked_at(heard: Heard) -> bool:
    """Whether what it means is not known well enough to be shown as more than a guess."""
    is_guessed = heard.reader != Reader.USER and heard.certainty < UNSURE_BELOW
    return heard.intent not in _INTENTS or is_guessed


def _urgency(heard: Heard) -> tuple[int, datetime, str]:
    rank = _TO_LOOK_AT if is_to_be_looked_at(heard) else _RANKS.get(heard.intent, _ASKS_NOTHING)
    return rank, heard.at, heard.id
