"""Settles what a mixed message means: which of the things it says is the one to act upon."""

from __future__ import annotations

from collections.abc import Mapping

from addon.tracking.intent_model import Intent
from addon.tracking.intent_scores import DECIDES, Score

_CAREFUL = (
    Intent.NOT_NOW, Intent.WRONG_PERSON, Intent.NOT_INTERESTED, Intent.OBJECTION, Intent.WANTS_DATE, Intent.INTERESTED,
    Intent.QUESTION,
)  # fmt: skip
"""What people mean. Of two that score alike the earlier counts: what forbids a mail goes before what invites one."""

_ENDS_IT = (Intent.NOT_INTERESTED, Intent.OBJECTION, Intent.INTERESTED, Intent.WANTS_DATE, Intent.NOT_NOW)
"""What a person who is not away says; machines name colleagues and ask for nothing."""

_GOES_BEFORE = (
    (Intent.WRONG_PERSON, Intent.NOT_INTERESTED),
    (Intent.NOT_NOW, Intent.NOT_INTERESTED),
    (Intent.OBJECTION, Intent.QUESTION),
)
"""The second is only how the first is said: who is not interested but names a colleague names a colleague."""

_HANDS_ON = 0.75
"""Share of a colleague's score from which a wish for more counts: who asks for the price list and hands it on."""


def settle(scores: Mapping[str, Score], *, asks: bool = False, asks_out: bool = False) -> Intent:
    """Return the intent to act upon; where no phrase tells anything, a guess.

    ``asks`` where there is a question, ``asks_out`` where they asked in words not to be written to. What a mail
    server writes goes first, then that wish, who is away, and of the rest what scores highest, but for the pairs in
    which one thing is only the way the other is said.
    """
    value = {intent: scores[intent].value if intent in scores else 0.0 for intent in Intent}
    if Intent.BOUNCE in scores and scores[Intent.BOUNCE].in_head:
        return Intent.BOUNCE
    if value[Intent.BOUNCE] >= DECIDES and value[Intent.BOUNCE] >= value[Intent.OPT_OUT]:
        return Intent.BOUNCE
    if asks_out or value[Intent.OPT_OUT] >= DECIDES:
        return Intent.OPT_OUT
    if Intent.AWAY in scores and scores[Intent.AWAY].in_head:
        return Intent.AWAY
    if value[Intent.AWAY] >= max(DECIDES, *(value[intent] for intent in _ENDS_IT)):
        return Intent.AWAY
    return _of_people(value) or _guess(scores, asks)


def _of_people(value: Mapping[Intent, float]) -> Intent | None:
    best = max(_CAREFUL, key=lambda intent: value[intent])
    if not value[best]:
        return Intent.AWAY if value[Intent.AWAY] else None
    if best is Intent.WRONG_PERSON and value[Intent.INTERESTED] >= max(DECIDES, _HANDS_ON * value[best]):
        return Intent.INTERESTED
    return next((first for first, how in _GOES_BEFORE if best is how and value[first] >= DECIDES), best)


def _guess(scores: Mapping[str, Score], asks: bool) -> Intent:
    """Return what is likeliest where no phrase tells: who names an address names a person, and a denial objects."""
    if "mail" in scores:
        return Intent.WRONG_PERSON
    return Intent.OBJECTION if "negator" in scores and not asks else Intent.QUESTION
