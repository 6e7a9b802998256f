"""One mailbox: messages, drafts, aliases, what changed in it, and how it misbehaves on request."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property

from playground import gmail_headers
from playground.cast import User

FIRST_HISTORY = 2**63 + 1
"""Within uint64, as the API says, but beyond what a signed integer holds: a history id is a string and nothing else."""

HISTORY_KEPT = timedelta(days=7)
"""How long changes are kept: "at least a week", by Google's guide to synchronising."""

SENT, DRAFT, INBOX, UNREAD, TRASH, SPAM = "SENT", "DRAFT", "INBOX", "UNREAD", "TRASH", "SPAM"
SYSTEM_LABELS = (
    *(INBOX, SENT, DRAFT, UNREAD, TRASH, SPAM, "STARRED", "IMPORTANT", "CHAT"),
    *("CATEGORY_PERSONAL", "CATEGORY_SOCIAL", "CATEGORY_PROMOTIONS", "CATEGORY_UPDATES", "CATEGORY_FORUMS"),
)


class Head:
    """What a mail's header says; read once."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        return gmail_headers.pairs(self._raw)

    def written(self, *names: str) -> list[tuple[str, str]]:
        """Return names and values of the fields of these names, as they were written."""
        asked = {name.lower() for name in names}
        return [(name, value) for name, value in self.pairs if name.lower() in asked]

    def values(self, *names: str) -> list[str]:
        """Return the values of the fields of these names, decoded."""
        return [gmail_headers.decoded(name, value) for name, value in self.written(*names)]

    def get(self, name: str) -> str:
        """Return the first value of that name; "" where there is none."""
        return next(iter(self.values(name)), "")

    def addresses(self, *names: str) -> list[str]:
        """Return the addresses there. Nothing is decoded: a comma in a name is no second address."""
        return gmail_headers.addresses(value for _, value in self.written(*names))

    @cached_property
    def answers(self) -> frozenset[str]:
        """The message ids it refers to."""
        return frozenset(gmail_headers.ids(self.values("In-Reply-To", "References")))


@dataclass(slots=True, kw_only=True)
class Message:
    """One message; ``history_id`` is its last change's, ``readable_at`` and ``searchable_at`` hide it until then."""

    id: str
    thread_id: str
    labels: set[str]
    at: datetime
    raw: bytes
    history_id: int = 0
    readable_at: datetime | None = None
    searchable_at: datetime | None = None
    _head: Head | None = field(default=None, compare=False, repr=False)

    @property
    def head(self) -> Head:
        if self._head is None:
            self._head = Head(self.raw)
        return self._head

    @property
    def rfc_id(self) -> str:
        return self.head.get("Message-ID")

    @property
    def is_draft(self) -> bool:
        return DRAFT in self.labels

    def rewrite(self, raw: bytes) -> None:
        self.raw, self._head = raw, None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the history: ``kind`` is one of the API's historyTypes, ``labels`` those it concerns."""

    id: int
    at: datetime
    kind: str
    message_id: str
    thread_id: str
    labels: tuple[str, ...]


@dataclass(slots=True, kw_only=True)
class Alias:
    """An address mail may be sent from."""

    address: str
    name: str = ""
    reply_to: str = ""
    signature: str = ""
    is_verified: bool = True
    is_default: bool = False


@dataclass(slots=True, kw_only=True)
class Habits:
    """How this mailbox behaves: limits, lags, and what Gmail is suspected of.

    Seconds are of the business clock. ``linger_seconds``: a sent draft stays one for so long and may be sent again.
    ``pointer_outlives``: the id of a sent draft goes on to name the sent message, and deleting it deletes that.
    """

    units_a_minute: int = 6_000
    in_flight: int = 10
    mails_a_day: int = 2_000
    limited_until: str = ""
    read_lag_seconds: float = 0.0
    search_lag_seconds: float = 0.0
    linger_seconds: float = 0.0
    pointer_outlives: bool = False
    is_off: bool = False
    bad_recipients: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Mailbox:
    """The mailbox of one address; ``user`` is who of the cast it belongs to, None for somebody outside."""

    address: str
    user: User | None = None
    aliases: list[Alias] = field(default_factory=list)
    habits: Habits = field(default_factory=Habits)
    messages: dict[str, Message] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    history_id: int = FIRST_HISTORY
    oldest_history: int = FIRST_HISTORY
    sent: int = 0
    received: int = 0
    is_changed: bool = False
    has_news: bool = False
    """Whether a mail came or went since those who watch were last told."""
    topic: str = ""
    watched_until: datetime | None = None
    touched: set[str] = field(default_factory=set)
    """Ids of the messages changed since the mailbox was last put on disk."""

    # --- reading ---
    def find(self, message_id: str, now: datetime) -> Message | None:
        """Return a message as far as reads by id show it by now."""
        found = self.messages.get(message_id)
        return found if found and is_past(found.readable_at, now) else None

    def thread(self, thread_id: str, now: datetime) -> list[Message]:
        """Return a thread's readable messages, the oldest first."""
        found = (one for one in self.messages.values() if one.thread_id == thread_id and is_past(one.readable_at, now))
        return sorted(found, key=lambda one: one.at)

    def newest(self, now: datetime) -> list[Message]:
        """Return what is readable, the newest first; of one instant the one that came last."""
        readable = [one for one in reversed(self.messages.values()) if is_past(one.readable_at, now)]
        return sorted(readable, key=lambda one: one.at, reverse=True)

    def draft(self, draft_id: str) -> Message | None:
        """Return what a draft's id names, be it still a draft or not."""
        return self.messages.get(self.drafts.get(draft_id, ""))

    def draft_ids(self) -> dict[str, str]:
        """Return draft ids by message id, of what is still a draft."""
        there = self.messages
        return {one: draft for draft, one in self.drafts.items() if one in there and there[one].is_draft}

    def is_own(self, address: str) -> bool:
        return address == self.address or any(one.address == address and one.is_verified for one in self.aliases)

    def changes_since(self, history_id: int, now: datetime) -> Iterator[Change]:
        """Return the changes after an id that readers may see by now."""
        return (one for one in self.changes if one.id > history_id and self._is_seen(one, now))

    def history_seen(self, history_id: int, now: datetime) -> int:
        """Return how far the history can be read by now: to before the first change that is not shown yet."""
        hidden = (one.id for one in self.changes if one.id > history_id and not self._is_seen(one, now))
        return next(hidden, self.history_id + 1) - 1

    def _is_seen(self, change: Change, now: datetime) -> bool:
        message = self.messages.get(change.message_id)
        return message is None or is_past(message.readable_at, now)

    def watched(self, now: datetime) -> str:
        """Return the topic that is told of changes by now, "" for none."""
        return self.topic if self.watched_until is not None and now < self.watched_until else ""

    # --- changing ---
    def add(self, raw: bytes, labels: Iterable[str], now: datetime, thread_id: str = "") -> Message:
        """Keep a new message; without a thread it begins one."""
        message_id = f"19{secrets.token_hex(7)}"
        made = Message(id=message_id, thread_id=thread_id or message_id, labels=set(labels), at=now, raw=raw)
        self.messages[message_id] = made
        self.note("messageAdded", made, now)
        self.has_news = self.has_news or not made.is_draft
        return made

    def remove(self, message: Message, now: datetime) -> None:
        del self.messages[message.id]
        self.note("messageDeleted", message, now)

    def label(self, message: Message, add: Iterable[str], remove: Iterable[str], now: datetime) -> None:
        added, removed = set(add) - message.labels, set(remove) & message.labels
        message.labels = (message.labels | added) - removed
        for kind, labels in (("labelAdded", added), ("labelRemoved", removed)):
            if labels:
                self.note(kind, message, now, sorted(labels))

    def note(self, kind: str, message: Message, now: datetime, labels: Iterable[str] = ()) -> None:
        """Write a change into the history, and drop what is too old to be kept."""
        self.history_id += 7
        message.history_id = self.history_id
        self.touched.add(message.id)
        self.is_changed = True
        self.changes.append(
            Change(
                id=self.history_id,
                at=now,
                kind=kind,
                message_id=message.id,
                thread_id=message.thread_id,
                labels=tuple(labels) or tuple(sorted(message.labels)),
            )
        )
        while self.changes[0].at < now - HISTORY_KEPT:
            self.oldest_history = self.changes.pop(0).id

    def watch(self, topic: str, until: datetime | None) -> None:
        """Have a topic told until then, and at once a first time; "" for none."""
        self.topic, self.watched_until = topic, until
        self.is_changed = self.has_news = True

    def forget_history(self) -> None:
        """Keep nothing of what changed until now."""
        self.changes.clear()
        self.oldest_history = self.history_id
        self.is_changed = True


def is_past(at: datetime | None, now: datetime) -> bool:
    return at is None or at <= now
