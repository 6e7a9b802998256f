"""A card as Google's parser reads it: unknown keys, wrong types and two kinds in one place are refused."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from google.protobuf import json_format

with warnings.catch_warnings():
    # It says at import how long Google will support this Python; that is no news for who starts the playground.
    warnings.simplefilter("ignore", FutureWarning)
    from google.apps.card_v1.types import Card

MAX_WIDGETS = 100
MAX_SECTIONS = 100

_CARD = Card.pb(Card())
_SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


class RefusedError(Exception):
    """Google would show "Something went wrong"; the message is what its log would say."""


@dataclass(frozen=True, slots=True)
class Part:
    """One message inside a card: where it stands, its kind (``Button``), and the proto message itself."""

    path: str
    kind: str
    message: Any


def parse(card: Any) -> Any:
    """Return the proto message of a card's JSON; raise RefusedError as Google's parser would."""
    if not isinstance(card, dict):
        raise RefusedError(f"a card must be an object, not {type(card).__name__}")
    try:
        _refuse_doubles(card)
        return json_format.ParseDict(card, type(_CARD)(), ignore_unknown_fields=False)
    except (json_format.ParseError, ValueError, TypeError, RecursionError) as error:
        raise RefusedError(f"card refused: {error}") from error


def _refuse_doubles(value: Any) -> None:
    """Refuse one field in both spellings: the Python parser takes the last, Google's takes neither."""
    if isinstance(value, dict):
        names = [camel(str(key)) for key in value]
        if len(set(names)) < len(names):
            raise RefusedError(f"card refused: a field of {sorted(names)[:20]} is set twice")
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _refuse_doubles(inner)


def camel(key: str) -> str:
    """Return the JSON name of a proto field name; other keys stay as they are."""
    if not _SNAKE.fullmatch(key):
        return key
    first, *rest = key.split("_")
    return first + "".join(part.capitalize() for part in rest)


def normalise(card: Any) -> dict[str, Any]:
    """Return the card as hosts show it: camelCase, enums by name, what Google drops dropped.

    Values equal to the proto's default (SQUARE, CHECK_BOX, SINGLE_LINE, false, "") are left out.
    """
    message = parse(card)
    cut(message)
    return as_dict(message)


def as_dict(message: Any) -> dict[str, Any]:
    """Return a card message as canonical JSON."""
    return dict(json_format.MessageToDict(message))


def cut(message: Any) -> list[str]:
    """Drop what Google drops without a word, in nested cards too; say what was dropped."""
    dropped = []
    for part in list(walk(message)):
        if part.kind == "Card":
            kept = _sections_kept(part.message)
            count = len(part.message.sections) - kept
            del part.message.sections[kept:]
            if count:
                dropped.append(f"{part.path or 'card'}: {count} section(s) past {MAX_WIDGETS} widgets are not shown")
    return dropped


def _sections_kept(card: Any) -> int:
    """Count the sections shown: the one that passes the limit and all later ones are not."""
    widgets = 0
    for index, section in enumerate(card.sections):
        widgets += len(section.widgets)
        if widgets > MAX_WIDGETS or index >= MAX_SECTIONS:
            return index
    return len(card.sections)


def walk(message: Any, path: str = "") -> Iterator[Part]:
    """Yield the message and every message inside it, outermost first, with JSON paths."""
    yield Part(path, message.DESCRIPTOR.name, message)
    for field, value in message.ListFields():
        if field.message_type is None:
            continue
        at = f"{path}.{field.json_name}" if path else field.json_name
        if field.label == field.LABEL_REPEATED:
            for index, inner in enumerate(value):
                yield from walk(inner, f"{at}[{index}]")
        else:
            yield from walk(value, at)
