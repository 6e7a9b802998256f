"""Which of our mails a message belongs to, by what its head says; its text is not needed for it."""

from __future__ import annotations

import re
from collections.abc import Collection
from email.utils import getaddresses

from addon.lib.address import domain_of, is_consumer, normalise
from addon.sequences.mail_model import MessageHead

MOST_IDS = 6
"""Message-IDs looked up of one message: those it answers, the nearest first."""

MOST_PEOPLE = 5
"""Recipients looked up of one message that was sent by hand."""

_ID = re.compile(r"<[^<>\s]{3,990}>")
_REPORTER = re.compile(r"\b(?:mailer-daemon|postmaster|mail-daemon|mdaemon)\b", re.IGNORECASE)
_MARKS = "re|aw|sv|vs|r|rif|odp|res|rv|antw|fw|fwd|wg|tr|i|enc|pd|doorst|vb|vl|ynt|ilt"
_PREFIX = re.compile(rf"^(?:(?:{_MARKS})\s*(?:\[\d+\])?\s*[:：]\s*)+", re.IGNORECASE)
"""How mail programs mark answers and forwards in the languages we write in."""


def is_outgoing(labels: Collection[str]) -> bool:
    """Whether the mailbox's owner sent it."""
    return "SENT" in labels and "DRAFT" not in labels


def is_no_mail(labels: Collection[str]) -> bool:
    """Whether it is being written still, or was never mail."""
    return not {"DRAFT", "CHAT"}.isdisjoint(labels)


def ids_named(head: MessageHead) -> tuple[str, ...]:
    """Return the Message-IDs a message says it answers, the nearest first."""
    nearest = _ID.findall(head.header("in-reply-to")[:2_000])
    before = _ID.findall(head.header("references")[-20_000:])
    return tuple(dict.fromkeys([*nearest, *reversed(before)]))[:MOST_IDS]


def sender_of(head: MessageHead) -> str:
    """Return the normal address of a message's sender, ``""`` where it has none."""
    return next(iter(_people(head.header("from"))), "")


def recipients_of(head: MessageHead) -> tuple[str, ...]:
    """Return the normal addresses a message is addressed to, the first few."""
    return _people(head.header("to"))[:MOST_PEOPLE]


def company_of(address: str) -> str:
    """Return the domain that stands for a company, ``""`` for a private person's provider."""
    return "" if is_consumer(address) else domain_of(address)


def is_report(head: MessageHead) -> bool:
    """Whether it may be a delivery report, which names our mail only inside."""
    sender = head.header("from")
    return bool(_REPORTER.search(sender)) or not sender.strip() or head.header("return-path").strip() == "<>"


def is_same_subject(theirs: str, ours: str) -> bool:
    """Whether a subject is ours but for the marks of answering and forwarding; a bare one is nobody's."""
    mine = _bare(ours)
    return bool(mine) and _bare(theirs) == mine


def _bare(subject: str) -> str:
    flat = " ".join(subject[:1_000].split())
    return _PREFIX.sub("", flat).casefold()


def _people(header: str) -> tuple[str, ...]:
    found = (normalise(address) for _, address in getaddresses([header[:4_000]]))
    return tuple(dict.fromkeys(one for one in found if one))
