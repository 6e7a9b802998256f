"""What cards say, in the language of who reads: every text of a card goes through ``say``."""

from __future__ import annotations


def say(message: str, **values: object) -> str:
    """Return ``message``, which is English and the catalogue's key, translated, with ``{name}`` fields filled."""
    return message.format(**values) if values else message


def say_many(one: str, many: str, count: int, **values: object) -> str:
    """Return the form that goes with ``count``, translated; ``{count}`` is filled with it."""
    return (one if count == 1 else many).format(count=f"{count:,}", **values)
