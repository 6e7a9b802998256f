"""What a model is shown of an answer, if anything."""

from __future__ import annotations

from dataclasses import replace

from addon.lib.lookalikes import fold
from addon.lib.orders import LONGEST, gives_order, own_rules
from addon.tracking.intent_model import Answer, Intent, Read
from addon.tracking.intent_text import LONGEST_READ


def shown(answer: Answer, own: Read) -> Answer | None:
    """Return an answer as a model is shown it; None where the twin's reading, ``own``, stands whatever a model says.

    That is so of an opt-out, of an empty answer, and of one that may give orders: what a model said of it could be
    what the message told it to say. A subject that gives orders, which may be ours, is left out.
    """
    if own.intent is Intent.OPT_OUT or not answer.said.strip() or _gives_order(answer.said):
        return None
    return replace(answer, subject="") if _gives_order(answer.subject) else answer


def _gives_order(text: str) -> bool:
    """Whether any of what a model would see is an order; wrapped lines hide no words about its rules."""
    seen = text[:LONGEST_READ]
    pieces = (seen[start : start + LONGEST] for start in range(0, len(seen), LONGEST))
    return bool(own_rules(fold(" ".join(seen.split())))) or any(map(gives_order, pieces))
