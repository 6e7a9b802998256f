"""Mails and drafts as a mailbox shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from addon.sequences.campaign_model import Mail

SEND_HEADER = "X-Sales-Assistant-Send"
"""The header that says which send a mail is; Gmail keeps it on the API path, and drops it when a hand sends."""

HEADERS = (
    SEND_HEADER, "Message-ID", "From", "To", "Subject", "Date", "In-Reply-To", "References", "Auto-Submitted",
    "Return-Path",
)  # fmt: skip
"""Headers that are read of a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Whose mailbox it is, and where its history stands (an opaque string)."""

    address: str
    history_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftMade:
    """What ``create_draft`` returned. ``thread_id`` is where Gmail put it, which may be another than asked for."""

    draft_id: str
    message_id: str
    thread_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftFound:
    """A draft read back. ``is_draft`` is False where the pointer outlived the mail; ``body_hash`` is of its content.

    The hash is sha256 over subject, recipients and decoded text and html parts: headers Gmail rewrites do not count.
    ``send_id`` is what ``SEND_HEADER`` says, ``""`` where it is no draft of ours, or a hand edited it.
    """

    draft_id: str
    message_id: str
    thread_id: str
    is_draft: bool
    body_hash: str
    send_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What ``send_draft`` returned."""

    message_id: str
    thread_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageHead:
    """A message without its body: labels, the time Gmail took it, and ``HEADERS`` by lower-cased name, decoded."""

    message_id: str
    thread_id: str
    labels: frozenset[str]
    at: datetime
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_sent(self) -> bool:
        """Whether the mailbox's owner sent it."""
        return "SENT" in self.labels and "DRAFT" not in self.labels

    @property
    def is_inbound(self) -> bool:
        """Whether it came from outside: neither sent from here, nor a draft, nor put there by a chat."""
        return not self.labels & {"SENT", "DRAFT", "CHAT"}

    def header(self, name: str) -> str:
        """Return a header's text, ``""`` where there is none."""
        return self.headers.get(name.lower(), "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A message that was added to a mailbox; ``labels`` are as the history has them, be it none at all."""

    message_id: str
    thread_id: str
    labels: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """A page of a mailbox's history: each message once, in the order of history, drafts and sent ones among them.

    ``history_id`` is where to go on, which is before the history's end where ``is_more``.
    """

    added: tuple[Added, ...]
    history_id: str
    is_more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RawMail:
    """A whole message: labels, the time Gmail took it, and its bytes by RFC 5322, of which nothing is trusted."""

    message_id: str
    thread_id: str
    labels: frozenset[str]
    at: datetime
    source: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of message ids; ``next_page`` asks for the next one, ``""`` on the last."""

    ids: tuple[str, ...]
    next_page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """A topic is told of changes until ``expires_at``; ``history_id`` is where the history stood when that began."""

    history_id: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A mail with what only this copy of it carries: which send it is, and where in a thread it stands."""

    mail: Mail
    send_id: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
