"""Gmail's search, as far as we use it: a test that asks for more is told so, not answered wrongly."""

from __future__ import annotations

from datetime import datetime

from tests.fakes.gmail_account import FakeAccount, FakeMessage


def search(query: str, box: FakeAccount, *, everywhere: bool = False) -> list[FakeMessage]:
    """Return what a query finds, the newest first; spam and bin only if asked for."""
    hidden = set() if everywhere or "in:anywhere" in query.split() else {"SPAM", "TRASH"}
    newest = sorted(box.messages.values(), key=lambda one: one.at, reverse=True)
    return [one for one in newest if not one.labels & hidden and matches(query, one, box.clock.now())]


def matches(query: str, message: FakeMessage, now: datetime) -> bool:
    """Whether a message is in the index by now and satisfies every term."""
    if message.searchable_at is not None and message.searchable_at > now:
        return False
    return all(_matches(term, message) for term in query.split())


def _matches(term: str, message: FakeMessage) -> bool:
    operator, _, value = term.partition(":")
    match operator:
        case "in":
            return value == "anywhere" or value.upper() in message.labels
        case "to" | "from":
            return value.strip('"').lower() in message.addresses(operator)
        case "after":
            return message.at.timestamp() > int(value)
        case "before":
            return message.at.timestamp() < int(value)
        case "rfc822msgid":
            return value.strip("<>") == message.rfc_id.strip("<>")
    raise AssertionError(f"the fake's search knows no {term!r}")
