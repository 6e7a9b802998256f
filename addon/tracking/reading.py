"""A message's bytes made an ``Inbound``. Nothing in them is trusted, and nothing in them can make this fail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32
from email.utils import collapse_rfc2231_value
from typing import Any

from addon.tracking.charsets import decoded
from addon.tracking.header_text import addresses, header_text
from addon.tracking.html_text import text_of_html
from addon.tracking.inbound_model import Address, Inbound, Part

MAX_BYTES = 35_000_000
"""What is read of a message: Gmail's own limit is 25 MB of attachments, a third more when encoded."""

MAX_LINES = 600_000
MAX_TEXT = 1_000_000
"""Characters kept of one part."""

MAX_HEAD = 256_000
MAX_HEADERS = 500
MAX_STRUCTURED = 4_000
"""Characters of a header in which parameters are looked for."""

MAX_PARTS = 200

_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
_KIND = re.compile(r"[\w.+-]+/[\w.+-]+")
_SPACED_FIELD = re.compile(rb"^([!-9;-~]+)[ \t]+:", re.MULTILINE)
"""Allowed of old (RFC 5322 §4.5), unknown to Python's parser, which would end the headers there."""


class _Leafy(Message):
    """A message whose embedded messages and reports the parser leaves whole, as the source they came as."""

    def get(self, name: str, failobj: Any = None) -> Any:
        """Return a header's head: the parser takes quadratic time over parameters, and asks by this."""
        value = super().get(name, failobj)
        return value[:MAX_STRUCTURED] if isinstance(value, str) else value

    def get_content_type(self) -> str:
        kind = super().get_content_type()
        return "application/octet-stream" if kind.startswith("message/") else kind


def read(raw: bytes) -> Inbound:
    """Return the message as read. Never raises: a structure that cannot be followed is one text.

    CR, LF and CRLF give the same answer. At most 35 MB are read, and 1,000,000 characters of each part kept.
    """
    plain = _bounded(raw)
    try:
        return _inbound(_parsed(plain))
    except Exception:  # the library is lax, not proven: whatever it meets, the message counts and its text is kept
        return _unstructured(plain)


def _bounded(raw: bytes) -> bytes:
    """Return what is read: one kind of line end, no mailbox line and no blank lines before the headers."""
    plain = raw[:MAX_BYTES].replace(b"\r\n", b"\n").replace(b"\r", b"\n").removeprefix(b"\xef\xbb\xbf")
    if plain.count(b"\n") > MAX_LINES:
        plain = b"\n".join(plain.split(b"\n", MAX_LINES)[:MAX_LINES])
    stripped = plain.lstrip(b"\n \t")
    begun = stripped if _FIELD.match(stripped) or stripped.startswith(b"From ") else plain
    head, blank, body = begun.partition(b"\n\n")
    return _SPACED_FIELD.sub(rb"\1:", head[:MAX_HEAD]) + blank + body


def _parsed(plain: bytes) -> Message:
    return BytesParser(_Leafy, policy=compat32).parsebytes(plain)


def _inbound(message: Message) -> Inbound:
    source = list(message.raw_items())[:MAX_HEADERS]
    headers = tuple((name.lower(), header_text(str(value))) for name, value in source)
    leaves = list(_leaves(message))
    chosen, text, html = _body(leaves)
    return Inbound(
        headers=headers,
        sender=_sender(source),
        to=tuple(each for name in ("to", "cc") for value in _named(source, name) for each in addresses(value)),
        subject=next((value for name, value in headers if name == "subject"), ""),
        text=text,
        html=html,
        kind=_kind(message),
        parameters=_parameters(message),
        parts=tuple(sorted((part for part, _ in leaves), key=lambda part: part is not chosen)),
    )


def _unstructured(plain: bytes) -> Inbound:
    """Return headers and body told apart by the first blank line, the body undecoded."""
    head, _, body = plain.partition(b"\n\n")
    lines = decoded(head[:MAX_TEXT]).replace("\n ", " ").replace("\n\t", " ").split("\n")[:MAX_HEADERS]
    source = [(name, value) for name, colon, value in (line.partition(":") for line in lines) if colon]
    headers = tuple((name.strip().lower(), header_text(value)) for name, value in source)
    text = decoded(body[:MAX_TEXT])
    subject = next((value for name, value in headers if name == "subject"), "")
    part = Part(kind="text/plain", text=text)
    return Inbound(headers=headers, sender=_sender(source), subject=subject, text=text, parts=(part,))


def _sender(source: list[tuple[str, str]]) -> Address:
    named = [each for name in ("from", "sender") for value in _named(source, name) for each in addresses(value)]
    return next(iter(named), Address())


def _named(source: list[tuple[str, str]], name: str) -> Iterator[str]:
    return (str(value) for key, value in source if key.lower() == name)


def _leaves(message: Message) -> Iterator[tuple[Part, bool]]:
    """Yield the leaves in order, each with whether it is shown as part of the body."""
    stack = [message]
    found = 0
    while stack and found < MAX_PARTS:
        each = stack.pop()
        inside = each.get_payload()
        if isinstance(inside, list):
            stack.extend(reversed([part for part in inside if isinstance(part, Message)]))
        else:
            found += 1
            yield _part(each), each.get_content_disposition() != "attachment" and not each.get_filename()


def _part(leaf: Message) -> Part:
    kind = _kind(leaf)
    if kind.startswith("multipart/"):  # its boundary never came: all of it is text
        kind = "text/plain"
    parameters = _parameters(leaf)
    text = _text(leaf, dict(parameters).get("charset", "")) if kind.startswith(("text/", "message/")) else ""
    return Part(kind=kind, text=text[:MAX_TEXT], parameters=parameters, name=header_text(leaf.get_filename() or ""))


def _kind(message: Message) -> str:
    """Return the Content-Type as it is, cut where it stops being one."""
    named = _KIND.match(Message.get_content_type(message))
    return named[0] if named else "text/plain"


def _text(leaf: Message, charset: str) -> str:
    content = leaf.get_payload(decode=True)
    return decoded(content, charset) if isinstance(content, bytes) else ""


def _parameters(message: Message) -> tuple[tuple[str, str], ...]:
    found = message.get_params(failobj=[], header="content-type") or []
    return tuple((name.lower(), header_text(collapse_rfc2231_value(value))) for name, value in found[1:20])


def _body(leaves: list[tuple[Part, bool]]) -> tuple[Part | None, str, str]:
    """Return the part read as the body, its text with that of other plain parts beside it, and the HTML."""
    shown = [part for part, is_shown in leaves if is_shown]
    plain = [part for part in shown if part.kind == "text/plain" and part.text.strip()]
    rich = [part for part in shown if part.kind == "text/html" and part.text.strip()]
    html = "\n".join(part.text for part in rich)[:MAX_TEXT]
    if plain:
        return plain[0], "\n".join(part.text for part in plain)[:MAX_TEXT], html
    return (rich[0] if rich else None), text_of_html(html) if html else "", html
