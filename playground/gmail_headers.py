"""The header fields of a mail as bytes: read, set, dropped, put in front; the others stay letter by letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from email import policy
from email.errors import MessageError
from email.utils import getaddresses

MAX_DECODED = 65_536
"""Characters of a header that are decoded; a longer one stays as it came."""

_ADDRESSED = frozenset({"from", "to", "cc", "bcc", "reply-to", "sender"})
_END = b"\r\n"


def crlf(raw: bytes) -> bytes:
    """Return a mail with the line ends of RFC 5322."""
    return re.sub(rb"\r?\n", _END, raw)


def split(raw: bytes) -> tuple[list[bytes], bytes]:
    """Return the fields of a mail, each with its folded lines, and its body."""
    if raw.startswith(_END):
        return [], raw[len(_END) :]
    head, _, body = raw.partition(_END * 2)
    return re.split(rb"\r\n(?![ \t])", head), body


def join(fields: Iterable[bytes], body: bytes) -> bytes:
    """Return the mail of these fields and this body."""
    return _END.join([*fields, b"", body])


def pairs(raw: bytes) -> list[tuple[str, str]]:
    """Return names and values, unfolded but not decoded, as the API gives them; a line that is no field is left out."""
    return [(name_of(one), _value_of(one)) for one in split(raw)[0] if b":" in one]


def name_of(written: bytes) -> str:
    return written.partition(b":")[0].strip().decode("utf-8", "replace")


def _value_of(written: bytes) -> str:
    value = written.partition(b":")[2].decode("utf-8", "replace")
    return re.sub(r"\r\n(?=[ \t])", "", value).strip()


def without(raw: bytes, names: Collection[str]) -> bytes:
    """Return the mail without the fields of these lower-case names."""
    fields, body = split(raw)
    return join((one for one in fields if name_of(one).lower() not in names), body)


def only(raw: bytes, names: Collection[str]) -> bytes:
    """Return the mail with the fields of these lower-case names alone."""
    fields, body = split(raw)
    return join((one for one in fields if name_of(one).lower() in names), body)


def put(raw: bytes, name: str, value: str) -> bytes:
    """Set a field, at the place of the first of that name, else behind all others."""
    fields, body = split(raw)
    line = f"{name}: {value}".encode()
    at = next((i for i, one in enumerate(fields) if name_of(one).lower() == name.lower()), len(fields))
    kept = [(i, one) for i, one in enumerate(fields) if name_of(one).lower() != name.lower()]
    before, after = [one for i, one in kept if i < at], [one for i, one in kept if i > at]
    return join([*before, line, *after], body)


def stamped(raw: bytes, lines: Iterable[str]) -> bytes:
    """Put trace fields in front, as every server does that passes a mail on."""
    return _END.join([*(line.encode() for line in lines), raw])


def decoded(name: str, value: str) -> str:
    """Return a value as people read it (RFC 2047); what cannot be decoded stays as it came."""
    if "=?" not in value or len(value) > MAX_DECODED:
        return value
    read_as = name if name.lower() in _ADDRESSED else "Subject"
    try:
        return clean(str(policy.default.header_factory(read_as, value)))
    except (MessageError, LookupError, ValueError, AttributeError, TypeError, AssertionError):
        return value  # the library's parser gives up on some broken headers in its own ways


def clean(text: str) -> str:
    """Return a text without lone surrogates, which some encodings bring forth and JSON does not hold."""
    return text.encode("utf-8", "replace").decode()


def addresses(values: Iterable[str]) -> list[str]:
    """Return the bare addresses of address headers in lower case, each once, in order."""
    found = (address.strip().lower() for _, address in getaddresses(list(values)))
    return list(dict.fromkeys(address for address in found if address))


def ids(values: Iterable[str]) -> list[str]:
    """Return the message ids that stand in In-Reply-To and References."""
    return re.findall(r"<[^<>\s]+>", " ".join(values))


def topic(subject: str) -> str:
    """Return a subject as threads compare it: without Re:, letter case and spacing."""
    bare = re.sub(r"^(?:\s*(?:re|aw|fwd?|wg|sv|antw)\s*:)+", "", subject, flags=re.IGNORECASE)
    return " ".join(bare.casefold().split())
