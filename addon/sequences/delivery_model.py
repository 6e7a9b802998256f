"""One mail on its way: the states of a send, what Gmail may answer, and what counts as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class SendState(StrEnum):
    """DESIGN 5.1. A send moves only as ``states.SEND_MOVES`` says, every write at a version."""

    QUEUED = "queued"
    DRAFTING = "drafting"
    DRAFTED = "drafted"
    SENDING = "sending"
    SENT = "sent"
    HELD = "held"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Whether nothing happens to it any more by itself."""
        return self in (SendState.SENT, SendState.HELD, SendState.FAILED, SendState.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Send:
    """One step for one person, attempt ``attempt`` (from 1; above 1 only after a user's confirmation).

    ``draft_id`` is the only draft ever sent for it; ``body_hash`` the hash of the draft's bytes as Gmail stored them.
    ``requested_at`` is when ``drafts.send`` was last asked (None after a refusal that leaves no doubt, nor did any
    request before), ``requests`` how often, ``is_doubted`` that an earlier one may have been heard; ``looks`` how
    often the reconciler looked in vain, ``look_at`` when it looks next, ``failures`` how often that broke. ``since``
    is the mailbox's history id before the draft. ``sent_by`` is ``us``, or ``user`` where a hand sent it. ``reason``
    says why it is held, failed or cancelled.
    """

    id: str
    tenant: str
    campaign: str
    enrollment: str
    mailbox: str
    step_id: str
    state: SendState = SendState.QUEUED
    attempt: int = 1
    reason: str = ""
    created_at: datetime
    updated_at: datetime
    not_before: datetime | None = None
    draft_id: str = ""
    thread_id: str = ""
    body_hash: str = ""
    since: str = ""
    requested_at: datetime | None = None
    requests: int = 0
    is_doubted: bool = False
    looks: int = 0
    look_at: datetime | None = None
    failures: int = 0
    message_id: str = ""
    rfc_message_id: str = ""
    sent_at: datetime | None = None
    sent_by: str = ""
    version: str = ""

    @property
    def was_requested(self) -> bool:
        """Whether its draft was ever in ``sending``: then it is never deleted by us."""
        return self.requests > 0

    @property
    def may_be_out(self) -> bool:
        """Whether Gmail was asked to send it and did not refuse for certain: a copy may have gone."""
        return self.requested_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """Gmail says it is sent."""

    message_id: str
    thread_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """Gmail refused before accepting: too many. ``stops_mailbox`` is the limit of mails a day."""

    until: datetime
    stops_mailbox: bool = False


@dataclass(frozen=True, slots=True)
class AuthLost:
    """Gmail does not accept our access (401 after a fresh token)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRecipient:
    """Gmail refused the mail itself (400) ; ``is_draft_there`` was looked up afterwards."""

    is_draft_there: bool


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Timeout, 5xx, 404, ``Message not a draft``, a closed connection: it may have been sent."""


Answer = Delivered | Limited | AuthLost | BadRecipient | Ambiguous


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A sent message that is this step: ours by its header, or the user's own hand in the same thread."""

    message_id: str
    thread_id: str
    rfc_message_id: str
    sent_at: datetime
    is_ours: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What two reads by id showed: a sent copy, and whether the draft is still a draft."""

    copy: Copy | None
    is_draft_there: bool
