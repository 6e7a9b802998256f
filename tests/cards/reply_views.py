"""Replies with any text in them, for the tests of their card."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from addon.tracking.heard_model import Outcome
from addon.tracking.inbound_model import InboundKind
from addon.tracking.reply_model import Ask, OpenReplies, OpenReply
from cards import replies
from cards.actions import Param
from cards.response import Card

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PLACE = {Param.FILE: "file", Param.TAB: "0"}


def reply_with(text: str, **changes: Any) -> OpenReply:
    made: dict[str, Any] = {
        "id": "h0", "kind": InboundKind.REPLY, "at": NOW, "zone": "Europe/Berlin", "thread_id": text, "address": text,
        "name": text, "company": text, "row": 3, "campaign": text, "step": 2, "account": text, "intent": "wants_date",
        "mood": "positive", "words": text, "sender": text, "sender_name": text, "contact": text, "contact_name": text,
        "outcome": Outcome.NOT_NOW,
    }  # fmt: skip
    return OpenReply(**made | changes)


def page_with(text: str, **changes: Any) -> OpenReplies:
    """A full page in the middle of many, of all kinds."""
    bare: dict[str, Any] = {"intent": "", "mood": "", "sender": "", "contact": "", "row": 0, "words": ""}
    many = [reply_with(text), *(reply_with(text, id=f"h{at}", kind=kind, **bare) for at, kind in _some_kinds())]
    made: dict[str, Any] = {"shown": tuple(many), "page": 1, "total": 1_234, "left": 42}
    return OpenReplies(**made | changes)


def _some_kinds() -> list[tuple[int, InboundKind]]:
    return list(enumerate(list(InboundKind)[:4], 1))


def asking(text: str, ask: Ask) -> Card:
    """A card that asks about the first of two."""
    two = (reply_with(text), reply_with(text, id="h1"))
    return replies.replies(page_with(text, shown=two), PLACE, asks=ask, about="h0")


CARDS: dict[str, Callable[[str], Card]] = {
    "replies asking whom": lambda text: asking(text, Ask.PERSON),
}

VARIANTS: dict[str, Callable[[str], Card]] = {
    "replies": lambda text: replies.replies(page_with(text), PLACE),
    "replies asking when": lambda text: asking(text, Ask.DATE),
    "replies asking what": lambda text: asking(text, Ask.LABEL),
    "no replies": lambda _: replies.replies(OpenReplies(shown=(), page=0, total=0, left=0), {}),
}
