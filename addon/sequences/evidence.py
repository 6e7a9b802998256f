"""Which of the messages of a mailbox is the sent copy of a send."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from email.utils import getaddresses

from addon.sequences.campaign_model import Enrollment
from addon.sequences.delivery import HAND_SLACK
from addon.sequences.delivery_model import Copy, Send
from addon.sequences.mail_model import SEND_HEADER, MessageHead

ANY_TIME = datetime.min.replace(tzinfo=UTC)


def own_copy(heads: Iterable[MessageHead], send: Send) -> Copy | None:
    """Return the sent message that carries the send's header."""
    found = next((head for head in heads if head.is_sent and head.header(SEND_HEADER) == send.id), None)
    return _copy(found, is_ours=True) if found else None


def hand_copy(heads: Iterable[MessageHead], send: Send, one: Enrollment, *, are_later: bool = False) -> Copy | None:
    """Return what the user sent to the lead by hand since our request, or since our draft: the safe side is one mail.

    Gmail drops our header when a person sends the draft; the thread stays. ``are_later`` says that Gmail's history has
    the heads after our draft, however far our clock is from Gmail's.
    """
    since = ANY_TIME if are_later else (send.requested_at or send.created_at) - HAND_SLACK
    found = next((head for head in by_hand(heads, one, since)), None)
    return _copy(found, is_ours=False) if found else None


def by_hand(heads: Iterable[MessageHead], one: Enrollment, since: datetime) -> list[MessageHead]:
    """Return sent messages to the lead that no send of ours put there."""
    known = set(one.rfc_ids)
    return [
        head
        for head in heads
        if head.is_sent
        and not head.header(SEND_HEADER)
        and head.at >= since
        and head.header("message-id") not in known
        and is_to(head, one.to)
    ]


def is_to(head: MessageHead, address: str) -> bool:
    """Whether a message is addressed to a person."""
    return address.casefold() in (found.casefold() for _, found in getaddresses([head.header("to")]))


def thread_ids(heads: Sequence[MessageHead]) -> tuple[str, ...]:
    """Return the Message-IDs of what was sent in a thread, oldest first."""
    return tuple(found for head in heads if head.is_sent and (found := head.header("message-id")))


def _copy(head: MessageHead, *, is_ours: bool) -> Copy:
    return Copy(
        message_id=head.message_id,
        thread_id=head.thread_id,
        rfc_message_id=head.header("message-id"),
        sent_at=head.at,
        is_ours=is_ours,
    )
