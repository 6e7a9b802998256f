"""What cards say, in the language of who reads: every text of a card goes through ``say``.

The English text is the key. The translations are gettext catalogues, ``catalogues/<language>.po``, read once, by the
first who needs them; English costs nothing. See docs/decisions/0010.
"""

from __future__ import annotations

import gettext
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

CATALOGUES = Path(__file__).parent / "catalogues"

_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?(?:[-_].*)?")
_reader: ContextVar[str] = ContextVar("reader", default="en")


class Message(str):
    """A text of a table, said later: ``say(FIELDS[field])``. Marked so that a test finds it for the catalogues."""

    __slots__ = ()


class Forms(NamedTuple):
    """A text of a table in singular and plural, said later: ``say_many(*FORMS[problem], count)``."""

    one: str
    many: str


@contextmanager
def speaking(locale: str) -> Iterator[None]:
    """Say everything inside in the language of ``locale``, such as ``de-AT``: else its language's, else in English."""
    token = _reader.set(locale)
    try:
        yield
    finally:
        _reader.reset(token)


def say(message: str, **values: object) -> str:
    """Return ``message``, which is English and the catalogue's key, translated, with ``{name}`` fields filled."""
    spoken = _spoken(_reader.get())
    said = spoken.messages.get(message, (message,))[0] if spoken else message
    return said.format(**values) if values else said


def say_many(one: str, many: str, count: int, **values: object) -> str:
    """Return the form that goes with ``count``, translated; ``{count}`` is filled with it as the reader writes it."""
    spoken = _spoken(_reader.get())
    forms = spoken.messages.get(one) if spoken else None
    said = forms[min(spoken.plural(count), len(forms) - 1)] if spoken and forms else one if count == 1 else many
    return said.format(count=number(count), **values)


def say_kept(text: str) -> str:
    """Return a sentence that was stored in English, translated if the catalogue has it word for word."""
    return say(text) if text else text


def number(value: int) -> str:
    """Return a whole number with its thousands grouped as the reader groups them."""
    spoken = _spoken(_reader.get())
    if spoken is None:
        return f"{value:,}"
    from babel.numbers import format_decimal

    return str(format_decimal(value, locale=spoken.locale))


def amount(text: str) -> str:
    """Return an amount written in English (``0.05``, ``1,234.50``) with the reader's marks, digit by digit the same."""
    spoken = _spoken(_reader.get())
    if spoken is None:
        return text
    from babel.numbers import get_decimal_symbol, get_group_symbol

    marks = {".": get_decimal_symbol(spoken.locale), ",": get_group_symbol(spoken.locale)}
    return "".join(marks.get(char, char) for char in text)


def percent(share: float) -> str:
    """Return a share of 1 in whole percent."""
    spoken = _spoken(_reader.get())
    if spoken is None:
        return f"{share:.0%}"
    from babel.numbers import format_percent

    return str(format_percent(share, locale=spoken.locale))


def moment(at: datetime, time_zone: str) -> str:
    """Return the day and the minute of an aware time as they are in the IANA zone ``time_zone``."""
    local = at.astimezone(ZoneInfo(time_zone))
    spoken = _spoken(_reader.get())
    if spoken is None:
        return f"{local.day} {local:%b %Y, %H:%M}"
    from babel.dates import format_datetime

    return str(format_datetime(local, "medium", locale=spoken.locale)).rpartition(":")[0]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A language other than English: its messages' forms by the English text, and how it writes numbers."""

    locale: str
    messages: Mapping[str, tuple[str, ...]]
    plural: Callable[[int], int]


@lru_cache(maxsize=256)
def _spoken(locale: str) -> _Spoken | None:
    """Return the language of a locale; None where that is English, or none we have."""
    found = _LOCALE.fullmatch(locale)
    language = found[1].lower() if found else "en"
    if language == "en" or language not in languages():
        return None
    from babel.localedata import exists

    territory = (found[2] or "").upper() if found else ""
    wanted = f"{language}_{territory}" if territory else language
    messages, plural = _catalogue(language)
    return _Spoken(wanted if exists(wanted) else language, messages, plural)


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """Return the languages there are catalogues of; English needs none."""
    return frozenset(path.stem for path in CATALOGUES.glob("*.po"))


@lru_cache(maxsize=32)
def _catalogue(language: str) -> tuple[dict[str, tuple[str, ...]], Callable[[int], int]]:
    from babel.messages.pofile import read_po

    with (CATALOGUES / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=language)
    messages = dict(_entry(message) for message in catalog if message.id and message.string and not message.fuzzy)
    return messages, gettext.c2py(catalog.plural_expr)


def _entry(message: Any) -> tuple[str, tuple[str, ...]]:
    if isinstance(message.id, str):
        return message.id, (message.string,)
    return message.id[0], tuple(message.string)
