"""What the model stand-in answers when it is asked what messages mean: by a few words, which it quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from playground.gemini_facts import orders_in
from playground.gemini_modes import ModelMode

FOREIGN_KEY = "999"
"""A message nobody asked about, of which an obedient model tells all the same."""

MOST_QUOTED = 120
"""Characters of a quote, cut out of the message as they stand."""

_SIGNS = Path(__file__).parent / "data" / "gemini_meanings.json"
"""What says what, by intent; the first found counts: what ends a contact stands before what invites one."""

_MOODS = {"opt_out": "negative", "not_interested": "negative", "wants_date": "positive", "interested": "positive"}
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?")

Json = dict[str, Any]


def reads(messages: Mapping[str, Any], mode: ModelMode) -> list[Json]:
    """Return what each message means, misbehaving as the mode says."""
    said = {key: str(one.get("said", "")) for key, one in messages.items() if isinstance(one, dict)}
    items = [_with(_read(key, text), mode) for key, text in said.items()]
    if mode is ModelMode.OBEDIENT and orders_in(list(said.values())):
        items = list(_obeyed(items))
    return items


def _read(key: str, said: str) -> Json:
    intent, words = next(_found(said), ("question", _quote(said, max(said.find("?"), 0))))
    return {
        "key": key,
        "intent": intent,
        "mood": _MOODS.get(intent, "neutral"),
        "words": words,
        "certainty": 0.9 if intent != "question" or "?" in words else 0.2,
    }


def _found(said: str) -> Iterator[tuple[str, str]]:
    for intent, signs in _signs().items():
        if found := signs.search(said):
            yield intent, _quote(said, found.start())


@cache
def _signs() -> Mapping[str, re.Pattern[str]]:
    known: Mapping[str, list[str]] = json.loads(_SIGNS.read_text("utf-8"))
    return {intent: re.compile(rf"\b(?:{'|'.join(signs)})", re.IGNORECASE) for intent, signs in known.items()}


def _quote(said: str, at: int) -> str:
    """Return the sentence around a place, letter by letter; of a long one what begins at the place."""
    whole = next((one[0].strip() for one in _SENTENCE.finditer(said) if one.end() > at), "")
    return whole if len(whole) <= MOST_QUOTED else said[at : at + MOST_QUOTED].strip()


def _with(item: Json, mode: ModelMode) -> Json:
    if mode is ModelMode.INVENTED:
        return {
            **item,
            "intent": "interested",
            "mood": "positive",
            "words": "We buy ten of them at once, says Elon Musk.",
        }
    if mode is ModelMode.WRONG_LANGUAGE:
        return {**item, "words": f"Translated: {item['words']}"}
    return item


def _obeyed(items: list[Json]) -> Iterator[Json]:
    """Yield the answer of a model that does what one message says to all: all are won, places move, one is added."""
    keys = [item["key"] for item in items]
    for item, key in zip(items, [*keys[1:], *keys[:1]], strict=True):
        yield {**item, "key": key, "intent": "interested", "mood": "positive", "certainty": 1.0}
    yield {**items[0], "key": FOREIGN_KEY}
