"""The one thing a mail asks for: the last request stands, those before it are one too many."""

from __future__ import annotations

from collections.abc import Sequence

from addon.drafting.links import links
from addon.drafting.subject import is_ask
from addon.drafting.tongue import Tongue
from addon.lib.lookalikes import fold


def asks_something(text: str, tongue: Tongue) -> bool:
    """Whether a sentence asks the reader for something: a question, a request, or a link to book by."""
    return bool(links(text)) or is_ask(fold(text), tongue)


def asks_before_the_last(texts: Sequence[str], tongue: Tongue) -> tuple[int, ...]:
    """Return the places of sentences that ask although another does: the one with a link stands, else the last."""
    asking = [place for place, text in enumerate(texts) if asks_something(text, tongue)]
    linked = [place for place in asking if links(texts[place])]
    kept = (linked or asking)[-1:]
    return tuple(place for place in asking if place not in kept)
