"""Headers made text: encoded words, raw bytes, and whom an address header names."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from email.utils import getaddresses
from itertools import groupby

from addon.tracking.charsets import decoded
from addon.tracking.inbound_model import Address

MAX_VALUE = 20_000
"""Characters of one header that are looked at."""

_WORD = re.compile(r"=\?([^?\s]{1,60})\?([qQbB])\?([^?]*|.*?)\?=", re.DOTALL)
_BETWEEN = re.compile(r"(\?=)\s+(=\?[^?\s]{1,60}\?[qQbB]\?)")
_FOLD = re.compile(r"[\r\n]+[ \t]*")
_BARE = re.compile(r"[^\s<>@,;:\"()\[\]]+@[^\s<>@,;:\"()\[\]]+")


def header_text(value: str) -> str:
    """Return a header as read by people, on one line; bytes beyond ASCII come as surrogates, as the parser left them.

    Encoded words are decoded wherever they stand (RFC 2047), neighbours of one charset together, for writers that cut
    a character in two.
    """
    text = _without_surrogates(unfolded(value)[:MAX_VALUE])
    if "=?" in text:
        text = "".join(_pieces(_BETWEEN.sub(r"\1\2", text)))
    return " ".join(text.split("\n")).strip()


def unfolded(value: str) -> str:
    """Return a header's source on one line."""
    return _FOLD.sub(" ", value)


def addresses(value: str) -> tuple[Address, ...]:
    """Return whom an address header's source names, in order, groups flattened; names are decoded after the split.

    A display name may hold what looks like an address: only what stands where an address belongs counts.
    """
    source = _without_surrogates(unfolded(value)[:MAX_VALUE])
    try:
        found = getaddresses([source])
    except (RecursionError, ValueError, IndexError):  # nested comments are read by recursion
        found = []
    named = tuple(_address(name, address) for name, address in found if "@" in address)
    return named or tuple(_loosely(source))


def _address(name: str, address: str) -> Address:
    return Address(address="".join(address.split()).lower(), name=header_text(name))


def _loosely(source: str) -> Iterator[Address]:
    """Yield one address of a header that breaks the grammar: the one in angle brackets, else the first there is."""
    angled = re.findall(r"<\s*([^<>\s]+@[^<>\s]+)\s*>", source)
    bare = angled or _BARE.findall(source)
    if bare:
        name = re.split(r"[<]", source)[0].strip(' "') if angled else ""
        yield Address(address=bare[-1 if angled else 0].lower(), name=header_text(name))
    elif source.strip():
        yield Address(name=header_text(source))


def _pieces(text: str) -> Iterator[str]:
    """Yield plain stretches and, decoded, the runs of encoded words of one charset between them."""
    spans: list[tuple[str, bytes | str]] = []
    at = 0
    for match in _WORD.finditer(text):
        if match.start() > at:
            spans.append(("", text[at : match.start()]))
        spans.append((match[1].lower(), _bytes_of(match[2].lower(), match[3])))
        at = match.end()
    spans.append(("", text[at:]))
    for charset, run in groupby(spans, key=lambda span: span[0]):
        words = [content for _, content in run]
        yield (
            decoded(b"".join(w for w in words if isinstance(w, bytes)), charset)
            if charset
            else "".join(w for w in words if isinstance(w, str))
        )


def _bytes_of(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding == "q":
        return quopri.decodestring(raw, header=True)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
    try:
        return binascii.a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + b"==")
    except binascii.Error:
        return raw


def _without_surrogates(text: str) -> str:
    if text.isascii() and "\x1b$" not in text:
        return text.replace("\0", "")
    return decoded(text.encode("utf-8", "surrogateescape"))
