"""What Google posts, read tolerantly: whatever the JSON is, an ``Event`` comes out, and every value in it is checked.

Fields of the deprecated forms (``formInput``, ``messageMetadata``, …) are ignored. Tokens are kept out of the repr.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, Final
from zoneinfo import ZoneInfo

from addon.errors import Invalid, Label

MAX_TEXT: Final = 20_000
"""Characters of one typed value; what is longer is cut."""

MAX_PARAMETER: Final = 2_000
"""Characters of a parameter; a longer one is dropped, because half an id is a wrong id."""

MAX_ENTRIES: Final = 200
"""Parameters, inputs, and values of one input."""

MAX_PAGE_DIGITS: Final = 2
"""Digits of a page's number: nobody presses Older a hundred times."""

_LOCALE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_ZONE = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){0,2}")
_WORD = re.compile(r"[A-Z_]{1,40}")
_FILE_ID = re.compile(r"[A-Za-z0-9_-]{1,200}")
_MAIL_ID = re.compile(r"[A-Za-z0-9_:-]{1,200}")
_UNENCODABLE = re.compile("[\x00\ud800-\udfff]")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event of Google's. Absent and unusable values are ``""``, False or empty, never None unless it says so."""

    host: str = ""
    platform: str = ""
    locale: str = "en"
    time_zone: str = "UTC"
    parameters: Mapping[str, str] = field(default_factory=dict)
    inputs: Mapping[str, Json] = field(default_factory=dict, repr=False)
    sheet_id: str = ""
    """The open spreadsheet; empty until the user has granted this file."""
    sheet_title: str = field(default="", repr=False)
    has_file_access: bool = False
    message_id: str = ""
    thread_id: str = ""
    scopes: frozenset[str] | None = None
    """What the user granted; None when Google does not say, which is not the same as nothing."""
    access_token: str = field(default="", repr=False)
    user_id_token: str = field(default="", repr=False)
    message_token: str = field(default="", repr=False)

    @classmethod
    def read(cls, raw: object) -> Event:
        """Return the event in any JSON value; never raises."""
        common, authorization = _object(raw, "commonEventObject"), _object(raw, "authorizationEventObject")
        sheets, gmail = _object(raw, "sheets"), _object(raw, "gmail")
        return cls(
            host=_match(_WORD, common.get("hostApp")),
            platform=_platform(common.get("platform")),
            locale=_match(_LOCALE, common.get("userLocale")).replace("_", "-") or "en",
            time_zone=_time_zone(common.get("timeZone")),
            parameters=_parameters(common.get("parameters")),
            inputs=_inputs(common.get("formInputs")),
            sheet_id=_match(_FILE_ID, sheets.get("id")),
            sheet_title=_text(sheets.get("title"))[:500],
            has_file_access=sheets.get("addonHasFileScopePermission") is True,
            message_id=_match(_MAIL_ID, gmail.get("messageId")),
            thread_id=_match(_MAIL_ID, gmail.get("threadId")),
            scopes=_scopes(authorization.get("authorizedScopes")),
            access_token=_token(authorization.get("userOAuthToken"), authorization.get("userOauthToken")),
            user_id_token=_token(authorization.get("userIdToken")),
            message_token=_token(gmail.get("accessToken")),
        )

    def parameter(self, key: str) -> str:
        """Return a parameter of the button; it came back from the client, so it proves nothing."""
        return self.parameters.get(key, "")

    def page(self, key: str) -> int:
        """Return the page of a list a button asks for, from 0; whatever is no such number is the first."""
        asked = self.parameter(key)
        return int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= MAX_PAGE_DIGITS else 0

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the values typed or ticked in an input, without blank ones."""
        found = _object(self.inputs.get(name), "stringInputs").get("value")
        values = found[:MAX_ENTRIES] if isinstance(found, list) else [found]
        return tuple(text for text in map(_text, values) if text.strip())

    def text(self, name: str) -> str:
        """Return what was typed or chosen in an input, without the space around it."""
        return next(iter(self.texts(name)), "").strip()

    def checked(self, name: str, value: str | None = None) -> bool:
        """Whether a box or switch is on: the one with ``value``, or any of them."""
        found = self.texts(name)
        return bool(found) if value is None else value in found

    def integer(self, name: str, label: str) -> int | None:
        """Return a whole number, None when blank; ``Invalid`` asks for one, naming the field by ``label``.

        Separators of thousands are taken as such: "1,000", "1.000" and "1 000" are a thousand.
        """
        typed = self.text(name)
        digits = re.sub(r"(?<=\d)[,. ’'\u00a0\u202f](?=\d{3}(?!\d))", "", typed)
        if not typed:
            return None
        if not re.fullmatch(r"[+-]?[0-9]{1,15}", digits):
            raise Invalid("{label}: type a whole number, like 250.", field=name, label=Label(label))
        return int(digits)

    def day(self, name: str) -> date | None:
        """Return the day picked in a date picker; Google sends it as midnight UTC, so no zone moves it."""
        found = self.inputs.get(name)
        moment = _moment(_object(found, "dateInput")) or self.moment(name)
        return moment.date() if moment else None

    def moment(self, name: str) -> datetime | None:
        """Return what a date-and-time picker holds: the wall clock the user chose, in Google's terms marked UTC."""
        return _moment(_object(self.inputs.get(name), "dateTimeInput"))

    def clock_time(self, name: str) -> time | None:
        """Return the time of day picked; a zero is left out by Google, so an empty object is midnight."""
        found = self.inputs.get(name)
        if not isinstance(found, Mapping) or not isinstance(found.get("timeInput"), Mapping):
            return None
        hours, minutes = (_number(found["timeInput"].get(key, 0)) for key in ("hours", "minutes"))
        if hours is None or minutes is None or not (0 <= hours < 24 and 0 <= minutes < 60):
            return None
        return time(int(hours), int(minutes))


def _object(raw: object, key: str) -> Json:
    found = raw.get(key) if isinstance(raw, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _text(raw: object) -> str:
    """Return text that can be stored and sent: a scalar as proto JSON would print it, cut, without NUL or halves."""
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, float):
        return format(raw, ".15g")
    if isinstance(raw, int):
        return str(raw) if abs(raw) < 10**300 else ""
    return _UNENCODABLE.sub("", raw[:MAX_TEXT]) if isinstance(raw, str) else ""


def _match(pattern: re.Pattern[str], raw: object) -> str:
    return raw if isinstance(raw, str) and len(raw) <= 300 and pattern.fullmatch(raw) else ""


def _token(*candidates: object) -> str:
    """Return the first that could be a token: printable ASCII that cannot break a header."""
    for found in candidates:
        if isinstance(found, str) and 0 < len(found) <= 16_384 and found.isascii() and found.isprintable():
            return found
    return ""


def _platform(raw: object) -> str:
    word = _match(_WORD, raw)
    return "ANDROID" if word == "ANDRIOD" else word  # an old page of Google's misspells it


def _time_zone(raw: object) -> str:
    name = _match(_ZONE, _object({"zone": raw}, "zone").get("id"))
    return name if name and _is_zone(name) else "UTC"


@lru_cache(maxsize=1024)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ValueError, KeyError, OSError):  # KeyError: ZoneInfoNotFoundError; OSError: a folder like "America"
        return False
    return True


def _parameters(raw: object) -> dict[str, str]:
    if not isinstance(raw, Mapping):
        return {}
    found = {_text(key): _text(value) for key, value in list(raw.items())[:MAX_ENTRIES]}
    return {key: value for key, value in found.items() if len(key) <= 100 and len(value) <= MAX_PARAMETER}


def _inputs(raw: object) -> dict[str, Json]:
    if not isinstance(raw, Mapping):
        return {}
    found = {_text(key)[:200]: _value(value) for key, value in list(raw.items())[:MAX_ENTRIES]}
    return {key: value for key, value in found.items() if value is not None}


def _value(raw: object) -> Json | None:
    """Return one input's value object; Apps Script's runtime wraps it in an object with the key ``""``."""
    inner = raw.get("", raw) if isinstance(raw, Mapping) else None
    return inner if isinstance(inner, Mapping) else None


def _scopes(raw: object) -> frozenset[str] | None:
    if not isinstance(raw, list):
        return None
    return frozenset(scope for scope in raw[:MAX_ENTRIES] if isinstance(scope, str) and len(scope) <= 300)


def _number(raw: object) -> float | None:
    """Return a number however proto JSON wrote it: 1, 1.0, "1" or "-2.88E7"."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | str) or (isinstance(raw, str) and len(raw) > 40):
        return None
    try:
        found = float(raw)
    except (ValueError, OverflowError):
        return None
    return found if math.isfinite(found) else None


def _moment(raw: Json) -> datetime | None:
    milliseconds = _number(raw.get("msSinceEpoch"))
    if milliseconds is None:
        return None
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
