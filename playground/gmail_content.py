"""What a mail says: its text, its HTML, a snippet, and its parts as the API shows them."""

from __future__ import annotations

import base64
import html
from email import message_from_bytes
from email.message import Message
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

from playground.gmail_headers import clean

SNIPPET = 200
MAX_TEXT = 1_000_000
"""Characters of text shown of one mail."""

_UNSEEN = frozenset({"script", "style", "head", "title"})
_BLOCKS = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "blockquote"})
Json = dict[str, Any]


def encode(raw: bytes) -> str:
    """Return bytes as the API writes them: URL-safe base64 with its padding."""
    return base64.urlsafe_b64encode(raw).decode()


@lru_cache(maxsize=4096)
def texts(raw: bytes) -> tuple[str, str]:
    """Return a mail's plain text and its HTML; without plain text, the words of the HTML."""
    plain, rich = "", ""
    for part in _parsed(raw).walk():
        if part.is_multipart() or part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain":
            plain = plain or text_of(part)
        elif kind == "text/html":
            rich = rich or text_of(part)
    return plain if plain.strip() else words_of(rich), rich


def _parsed(raw: bytes) -> Message:
    try:
        return message_from_bytes(raw)
    except RecursionError:  # parts within parts within parts, as no program writes them
        return Message()


def text_of(part: Message) -> str:
    """Return a text part, whatever it says of its encoding."""
    data = _data(part)
    try:
        read = data.decode(part.get_content_charset("utf-8"), "replace")
    except (LookupError, ValueError):
        read = data.decode("utf-8", "replace")
    return clean(read.replace("\r\n", "\n"))[:MAX_TEXT]


def _data(part: Message) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


class _Words(HTMLParser):
    """Collects what a reader sees."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


def words_of(markup: str) -> str:
    """Return the words of HTML, roughly as a reader sees them."""
    reader = _Words()
    reader.feed(markup)
    reader.close()
    return "".join(reader.words).strip()


def snippet(raw: bytes) -> str:
    """Return the beginning of a mail in one line, escaped as the API does."""
    return html.escape(" ".join(texts(raw)[0].split())[:SNIPPET])


def payload(raw: bytes, headers: list[Json]) -> Json:
    """Return a whole mail as a MessagePart; ``headers`` are those of the mail itself."""
    return _part(_parsed(raw), "") | {"headers": headers}


def _part(part: Message, part_id: str) -> Json:
    listed = part.get_payload()
    below = [one for one in listed if isinstance(one, Message)] if isinstance(listed, list) else []
    shown: Json = {
        "partId": part_id,
        "mimeType": part.get_content_type(),
        "filename": clean(part.get_filename() or ""),
        "headers": [
            {"name": clean(name), "value": clean(" ".join(str(value).split()))} for name, value in part.items()
        ],
    }
    if below:
        prefix = f"{part_id}." if part_id else ""
        parts = [_part(one, f"{prefix}{i}") for i, one in enumerate(below)]
        return shown | {"body": {"size": 0}, "parts": parts}
    data = _data(part)
    return shown | {"body": {"size": len(data), "data": encode(data)} if data else {"size": 0}}
