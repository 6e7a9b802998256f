"""What a mail says, as a digest that survives what Gmail does to a draft's bytes, and no edit.

Gmail may choose another transfer encoding, fold headers elsewhere, add or rewrite Message-ID and Date: none of that
counts. Subject, addresses, text, HTML and anything attached do.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser
from hashlib import sha256

from addon.adapters.mime_headers import addresses_in, comparable, decoded
from addon.sequences.campaign_model import Mail
from addon.sequences.mail_model import SEND_HEADER

_ADDRESS_HEADERS = ("From", "To", "Cc", "Bcc", "Reply-To")


def content_hash(mail: Mail) -> str:
    """Return 64 hex characters (SHA-256) for what a mail says."""
    addresses = {"From": [mail.sender], "To": [mail.to], "Reply-To": [mail.reply_to] if mail.reply_to else []}
    compared = {name: [comparable(one) for one in addresses.get(name, [])] for name in _ADDRESS_HEADERS}
    return _digest(mail.subject, compared, [mail.text], [mail.html] if mail.html else [], [])


def content_hash_of(raw: bytes) -> str:
    """Return the same for a message's bytes; ``""``, which no mail has, for bytes that cannot be read."""
    try:
        message = message_from_bytes(raw)
        addresses = {name: addresses_in(_values(message, name)) for name in _ADDRESS_HEADERS}
        parts = _parts(message)
        subject = decoded("Subject", next(iter(_values(message, "Subject")), ""))
        return _digest(subject, addresses, parts["text/plain"], parts["text/html"], parts[""])
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return ""  # whatever breaks the library's parser was not made by us


def send_id_of(raw: bytes) -> str:
    """Return which send of ours a message says it is, ``""`` if it says none."""
    try:
        return decoded(SEND_HEADER, next(iter(_values(BytesHeaderParser().parsebytes(raw), SEND_HEADER)), "")).strip()
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def _digest(
    subject: str,
    addresses: Mapping[str, Sequence[str]],
    texts: Sequence[str],
    pages: Sequence[str],
    others: Sequence[str],
) -> str:
    said = {
        "subject": " ".join(subject.split()),
        "addresses": {name: sorted(found) for name, found in addresses.items()},
        "text": [_lines(text) for text in texts],
        "html": [_lines(page) for page in pages],
        "others": list(others),
    }
    canonical = json.dumps(said, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode("ascii")).hexdigest()


def _lines(text: str) -> str:
    """Return a text with ends of lines as one kind and no blanks before them: encodings differ in those."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "\n".join(line.rstrip(" \t") for line in lines).strip("\n")


def _values(message: Message, name: str) -> list[str]:
    return [str(value) for value in message.get_all(name, [])]


def _parts(message: Message) -> Mapping[str, list[str]]:
    """Return the decoded texts by type, and under ``""`` digests of everything else that is in the message."""
    found: dict[str, list[str]] = defaultdict(list)
    for part in message.walk():
        if part.is_multipart():
            continue
        payload = part.get_payload(decode=True)
        body = payload if isinstance(payload, bytes) else b""
        kind = part.get_content_type()
        if kind in ("text/plain", "text/html") and part.get_content_disposition() != "attachment":
            found[kind].append(_text(body, part.get_content_charset("utf-8")))
        else:
            found[""].append(sha256(body).hexdigest())
    return found


def _text(body: bytes, charset: str) -> str:
    try:
        return body.decode(charset, "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
