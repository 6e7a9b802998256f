"""One call of the Gmail API, checked and allowed: what every handler gets, and the shapes of its answers."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from playground import gmail_content, gmail_errors
from playground.gmail_mailbox import Mailbox, Message
from playground.gmail_store import Mailboxes

Json = dict[str, Any]
_BASE64 = re.compile(r"[A-Za-z0-9_-]*")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What a fault changes about the effect of a call, in seconds of business time."""

    lingers_seconds: float = 0.0
    unreadable_seconds: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """``parameters`` are path and query together, ``body`` is canonical; ``is_narrow``: gmail.metadata and no more."""

    store: Mailboxes
    mailbox: Mailbox
    parameters: Mapping[str, Any]
    body: Mapping[str, Any]
    is_narrow: bool = False
    trouble: Trouble = Trouble()

    @property
    def now(self) -> datetime:
        return self.store.now()

    @property
    def message(self) -> Message:
        """The message the path names; the 404 of one that is not there, or not yet."""
        found = self.mailbox.find(self.parameters["id"], self.now)
        if found is None:
            raise gmail_errors.not_found()
        return found

    def shape(self, default: str = "full") -> str:
        """Return the format asked for."""
        asked = str(self.parameters.get("format") or default)
        if self.is_narrow and asked in ("full", "raw"):
            raise gmail_errors.metadata_only(f"format {asked.upper()}")
        return asked

    def query(self) -> str:
        asked = str(self.parameters.get("q") or "")
        if asked and self.is_narrow:
            raise gmail_errors.metadata_only("'q' parameter")
        return asked

    def page(self, found: list[Any]) -> tuple[list[Any], Json]:
        """Return the part of a list that was asked for, and what names the next one; 100 a page, 500 at most."""
        most = min(self.parameters.get("maxResults", 100) or 100, 500)
        first = str(self.parameters.get("pageToken") or "0")
        if not first.isascii() or not first.isdigit() or len(first) > 18 or most < 1:
            raise gmail_errors.invalid("Invalid pageToken" if most >= 1 else "Invalid maxResults")
        last = int(first) + most
        return found[int(first) : last], {"nextPageToken": str(last)} if last < len(found) else {}


def read_raw(message: Mapping[str, Any]) -> bytes:
    """Return the mail of a body's ``raw``; both base64 alphabets are taken, as Gmail takes them."""
    given = message.get("raw")
    if not given:
        raise gmail_errors.invalid(
            "'raw' RFC822 payload message string or uploading message via /upload/* URL required"
        )
    text = given.translate({ord("+"): "-", ord("/"): "_", ord("\r"): None, ord("\n"): None}).rstrip("=")
    try:
        if not _BASE64.fullmatch(text):
            raise binascii.Error
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except binascii.Error:
        raise gmail_errors.invalid("Invalid value at 'message.raw' (TYPE_BYTES), Base64 decoding failed") from None


def named(message: Message) -> Json:
    return {"id": message.id, "threadId": message.thread_id}


def labelled(message: Message) -> Json:
    return named(message) | {"labelIds": sorted(message.labels)}


def shown(message: Message, shape: str, headers: list[str] | None = None) -> Json:
    """Return a message in one of the API's formats; ``headers`` are those asked for with ``metadata``, None for all."""
    made = labelled(message) | {
        "snippet": gmail_content.snippet(message.raw),
        "sizeEstimate": len(message.raw),
        "historyId": str(message.history_id),
        "internalDate": str(int((message.at - _EPOCH).total_seconds() * 1000)),
    }
    if shape == "raw":
        return made | {"raw": gmail_content.encode(message.raw)}
    if shape == "full":
        return made | {"payload": gmail_content.payload(message.raw, _headers(message, None))}
    if shape == "metadata":
        return made | {"payload": {"headers": _headers(message, headers)}}
    return made


def _headers(message: Message, names: list[str] | None) -> list[Json]:
    asked = None if names is None else {name.lower() for name in names}
    listed = message.head.pairs
    return [{"name": name, "value": value} for name, value in listed if asked is None or name.lower() in asked]
