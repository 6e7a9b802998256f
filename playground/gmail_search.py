"""Gmail's search operators, as far as the add-on and its tests need them; an unknown one is a word like any other.

Terms are joined by and; ``OR`` between terms, ``{}`` for or, ``()`` for and, ``-`` for not. Days are California's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from playground import gmail_content
from playground.gmail_mailbox import SPAM, TRASH, UNREAD, Message, is_past

Test = Callable[[Message], bool]
_TOKEN = re.compile(r'-?[({]|[)}]|-?[A-Za-z0-9_]+:(?:"[^"]*"|[^\s(){}"]*)|-?"[^"]*"|[^\s(){}"]+|"')
_CALIFORNIA = ZoneInfo("America/Los_Angeles")
_SPANS = {"d": 1, "m": 30, "y": 365}
_CLOSERS = {"(": ")", "{": "}", "-(": ")", "-{": "}"}
_ADDRESSED = {"from": ("From",), "to": ("To", "Cc", "Bcc"), "cc": ("Cc",), "bcc": ("Bcc",)}
_BRACKETS = frozenset({*_CLOSERS, *_CLOSERS.values()})
_MOST_TOKENS = 500
_DEEPEST = 20


def search(query: str, messages: list[Message], now: datetime, *, everywhere: bool = False) -> list[Message]:
    """Return the messages a query finds, in the order given; bin and spam only if it names them."""
    tokens = _TOKEN.findall(query)[:_MOST_TOKENS]
    test, _ = _group(tokens, "", now)
    hidden = {TRASH, SPAM} - {label for label in (TRASH, SPAM) if re.search(rf"(?i)\b(in|label):{label}\b", query)}
    if everywhere or re.search(r"(?i)\bin:anywhere\b", query):
        hidden = set()
    found = (one for one in messages if is_past(one.searchable_at, now) and not one.labels & hidden)
    return [one for one in found if test(one)]


def _group(tokens: list[str], closer: str, now: datetime, depth: int = 0) -> tuple[Test, list[str]]:
    """Read tokens to the group's end; return its test and what is left."""
    terms: list[list[Test]] = []
    joins = False
    while tokens:
        token, tokens = tokens[0], tokens[1:]
        if token == closer:
            break
        if token == "OR":  # noqa: S105 - a word of the query language
            joins = bool(terms)
            continue
        if token in _CLOSERS and depth < _DEEPEST:
            test, tokens = _group(tokens, _CLOSERS[token], now, depth + 1)
            test = _not(test) if token[0] == "-" else test
        elif token in _BRACKETS:
            continue
        else:
            test = _term(token, now)
        if joins:
            terms[-1].append(test)
        else:
            terms.append([test])
        joins = False
    return (_any if closer == "}" else _all)(terms), tokens


def _all(terms: list[list[Test]]) -> Test:
    return lambda message: all(any(test(message) for test in term) for term in terms)


def _any(terms: list[list[Test]]) -> Test:
    return lambda message: any(test(message) for term in terms for test in term)


def _not(test: Test) -> Test:
    return lambda message: not test(message)


def _term(token: str, now: datetime) -> Test:
    if token.startswith("-") and len(token) > 1:
        return _not(_term(token[1:], now))
    operator, colon, value = token.partition(":")
    value = value.strip('"')
    name = operator.lower()
    if not colon or not value:
        return _has_words(token.strip('":'))
    if name in _ADDRESSED:
        return lambda message: _is_addressed(message, _ADDRESSED[name], value.lower())
    if name in ("after", "newer", "before", "older"):
        return _by_instant(name, _read_instant(value))
    if name in ("newer_than", "older_than"):
        return _by_instant(name[:5], _ago(value, now))
    if name in ("in", "label", "is"):
        return _by_label(name, value.lower())
    if name == "subject":
        return lambda message: _folded(value) in _folded(message.head.get("Subject"))
    if name == "rfc822msgid":
        return lambda message: message.rfc_id.strip("<>") == value.strip("<>")
    return _has_words(token.replace('"', ""))


def _is_addressed(message: Message, names: tuple[str, ...], value: str) -> bool:
    written = " ".join([*message.head.addresses(*names), *message.head.values(*names)]).lower()
    return value in message.head.addresses(*names) if "@" in value.strip("@") else value in written


def _by_instant(name: str, at: datetime | None) -> Test:
    if at is None:
        return lambda _: False
    if name in ("after", "newer"):
        return lambda message: message.at >= at
    return lambda message: message.at < at


def _read_instant(value: str) -> datetime | None:
    """Read seconds since 1970, or a day, which begins at midnight in California."""
    try:
        if re.fullmatch(r"[0-9]{9,11}", value):
            return datetime.fromtimestamp(int(value), UTC)
        year, month, day = (int(part) for part in re.split(r"[/-]", value))
        return datetime(year, month, day, tzinfo=_CALIFORNIA)
    except (ValueError, OverflowError, OSError):
        return None


def _ago(value: str, now: datetime) -> datetime | None:
    found = re.fullmatch(r"([0-9]{1,4})([dmy])", value.lower())
    return now - timedelta(days=int(found[1]) * _SPANS[found[2]]) if found else None


def _by_label(name: str, value: str) -> Test:
    if name == "in" and value == "anywhere":
        return lambda _: True
    if name == "is" and value == "read":
        return lambda message: UNREAD not in message.labels
    label = {"drafts": "DRAFT", "draft": "DRAFT", "bin": TRASH}.get(value, value.upper())
    return lambda message: label in message.labels or value in message.labels


def _has_words(words: str) -> Test:
    wanted = _folded(words)

    def test(message: Message) -> bool:
        written = [message.head.get("Subject"), *message.head.values("From", "To"), gmail_content.texts(message.raw)[0]]
        return wanted in _folded(" ".join(written))

    return test


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
