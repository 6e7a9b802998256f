"""Which of our mails a message belongs to, by what its head says; its text is not needed for it."""

from __future__ import annotations

import re
from collections.abc import Collection

from addon.sequences.mail_model import MessageHead

MOST_IDS = 6
"""Message-IDs looked up of one message: those it answers, the nearest first."""

_ID = re.compile(r"<[^<>\s]{3,990}>")
_REPORTER = re.compile(r"\b(?:mailer-daemon|postmaster|mail-daemon|mdaemon)\b", re.IGNORECASE)


def is_outgoing(labels: Collection[str]) -> bool:
    """Whether the mailbox's owner wrote it, is writing it, or it is no mail at all."""
    return not {"SENT", "DRAFT", "CHAT"}.isdisjoint(labels)


def ids_named(head: MessageHead) -> tuple[str, ...]:
    """Return the Message-IDs a message says it answers, the nearest first."""
    nearest = _ID.findall(head.header("in-reply-to")[:2_000])
    before = _ID.findall(head.header("references")[-20_000:])
    return tuple(dict.fromkeys([*nearest, *reversed(before)]))[:MOST_IDS]


def is_report(head: MessageHead) -> bool:
    """Whether it may be a delivery report, which names our mail only inside."""
    return bool(_REPORTER.search(head.header("from")))
