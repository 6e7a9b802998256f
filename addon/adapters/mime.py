"""Mails as bytes, by the standard library alone: RFC 5322, 2045 to 2047, one recipient, 7-bit lines.

The same letter has the same bytes on every machine: no date, no message id, no random boundary. Gmail adds the first
two itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from email import policy
from email.charset import QP, Charset
from email.header import Header
from email.message import Message
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from hashlib import sha256
from typing import Any

from addon.adapters.mime_content import content_hash
from addon.adapters.mime_headers import (
    LONGEST_VALUE,
    WIDTH,
    Whole,
    address_header,
    ascii_address,
    checked,
    message_ids,
    refusal,
    text_header,
)
from addon.errors import Invalid
from addon.sequences.campaign_model import Mail
from addon.sequences.mail_model import SEND_HEADER, Letter

MAX_BYTES = 1024 * 1024
"""Bytes of a mail without attachments; Gmail takes 35 MiB, and shows recipients some 100 KiB of a text."""

_BODY_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_EXTRA_NAME = re.compile(r"(?:List|X)-[A-Za-z0-9-]{1,60}|Auto-Submitted|Precedence|Feedback-ID", re.IGNORECASE)
_EXTRA_VALUE = re.compile(rf"[!-~](?:[ -~]{{0,{LONGEST_VALUE}}}[!-~])?")
_WIRE = policy.compat32.clone(linesep="\r\n", max_line_length=WIDTH)


class StdlibMime:
    """The ``Mime`` port by the standard library."""

    def raw(self, letter: Letter) -> bytes:
        """See ``Mime.raw``."""
        return message_bytes(
            letter.mail, send_id=letter.send_id, in_reply_to=letter.in_reply_to, references=letter.references
        )

    def content_hash(self, mail: Mail) -> str:
        """See ``Mime.content_hash``."""
        return content_hash(mail)


def message_bytes(mail: Mail, *, send_id: str, in_reply_to: str = "", references: Sequence[str] = ()) -> bytes:
    """Return a mail as it leaves, to one recipient: text, and HTML where there is any.

    ``Invalid`` names the field that holds a line break, a control character, or what no address can be. A mail of more
    than ``MAX_BYTES`` is ``Invalid`` with reason ``too_large``.
    """
    message = _body(mail)
    for name, value in _headers(mail, send_id, in_reply_to, references).items():
        message[name] = value
    raw = message.as_bytes(policy=_WIRE)
    if len(raw) > MAX_BYTES:
        raise Invalid("This mail is too long to be sent. Shorten it.", reason="too_large", field="text")
    return raw


def _headers(mail: Mail, send_id: str, in_reply_to: str, references: Sequence[str]) -> dict[str, Header]:
    found = {
        "From": _address("From", "sender", mail.sender, mail.sender_name),
        "To": _address("To", "to", mail.to, mail.to_name),
        "Subject": text_header("Subject", checked("subject", mail.subject)),
        SEND_HEADER: _plain(SEND_HEADER, "send_id", send_id),
    }
    if mail.reply_to:
        found["Reply-To"] = _address("Reply-To", "reply_to", mail.reply_to, "")
    if above := message_ids("in_reply_to", [in_reply_to]):
        found["In-Reply-To"] = Header(above, header_name="In-Reply-To")
    if chain := message_ids("references", references):
        found["References"] = Header(chain, header_name="References")
    return found | _extra(mail.headers)


def _address(name: str, field: str, address: str, called: str) -> Header:
    return address_header(name, ascii_address(field, address), checked(f"{field}_name", called))


def _plain(name: str, field: str, value: str) -> Header:
    """Return a header that machines read: it is written as it is, or not at all."""
    if not _EXTRA_VALUE.fullmatch(value):
        raise refusal(field)
    return Whole(value, header_name=name)


def _extra(headers: Mapping[str, str]) -> dict[str, Header]:
    """Return headers for machines such as List-Unsubscribe; no other kind may come from outside, Bcc least of all."""
    for name in headers:
        if not _EXTRA_NAME.fullmatch(name) or name.lower() == SEND_HEADER.lower():
            raise refusal("headers")
    return {name: _plain(name, "headers", value) for name, value in headers.items()}


def _body(mail: Mail) -> Message[Any, Any]:
    text = _part("plain", mail.text, "text")
    if not mail.html:
        return text
    page = _part("html", mail.html, "html")
    boundary = sha256(f"{mail.text}\0{mail.html}".encode()).hexdigest()[:32]
    return MIMEMultipart("alternative", f"=_{boundary}", [text, page])


def _part(kind: str, text: str, field: str) -> Message:
    """Return a part in quoted-printable: 7-bit, its lines short, and ``=_`` (the boundary) never in it."""
    if _BODY_CONTROLS.search(text):
        raise refusal(field)
    charset = Charset("utf-8")
    charset.body_encoding = QP
    part = MIMENonMultipart("text", kind, charset="utf-8")
    part.set_payload("\n".join(re.split("\r\n|\r|\n", text)), charset)
    return part
