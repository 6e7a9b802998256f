"""FakeAccount: one Gmail account in memory, with what Gmail is known to do to drafts, ids and headers.

Times come from the clock only. Verbs beginning with ``user_`` are the owner's hand in Gmail's own page; what
arrives outside is in ``deliveries``, the truth a test counts.
"""

from __future__ import annotations

import contextlib
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.utils import getaddresses

from addon.accounts.sender_model import Alias
from addon.adapters.mime_headers import decoded
from addon.errors import AssistantError, Rejected
from addon.ports import Clock
from addon.sequences.mail_model import SEND_HEADER

FIRST_HISTORY = 2**64 + 1
"""Beyond every integer of 64 bits: a history id is a string and nothing else."""

WATCHED_FOR = timedelta(days=7)

_TOPIC = re.compile(r"projects/[a-z][a-z0-9-]+/topics/[A-Za-z][A-Za-z0-9._-]+")
_BOUNDARY = "=-=-alternative-=-="


@dataclass
class FakeMessage:
    """One message. ``origin`` is the send whose draft it was, also where the header was lost."""

    id: str
    thread_id: str
    labels: set[str]
    at: datetime
    raw: bytes
    rfc_id: str
    origin: str = ""
    readable_at: datetime | None = None
    searchable_at: datetime | None = None

    @property
    def source(self) -> bytes:
        """The bytes as Gmail gives them back, with a Message-ID in any case."""
        is_named = message_from_bytes(self.raw).get("Message-ID") == self.rfc_id
        return self.raw if is_named else f"Message-ID: {self.rfc_id}\r\n".encode() + self.raw

    @property
    def headers(self) -> dict[str, str]:
        """Headers by lower-cased name, decoded, with the Message-ID Gmail gave it."""
        parsed = message_from_bytes(self.raw)
        found = {name.lower(): decoded(name, str(value)) for name, value in reversed(parsed.items())}
        return found | {"message-id": self.rfc_id}

    def addresses(self, name: str) -> list[str]:
        return [address.lower() for _, address in getaddresses([self.headers.get(name, "")])]


@dataclass(frozen=True, slots=True)
class FakeDelivery:
    """One copy that a recipient got. ``send_id`` is its header, ``origin`` the send whose draft it was."""

    to: str
    send_id: str
    origin: str
    message_id: str
    thread_id: str
    subject: str
    at: datetime
    by_user: bool = False


@dataclass(frozen=True, slots=True)
class FakeEntry:
    """One entry of the history: a message that was added, with its labels of then."""

    id: int
    message_id: str
    thread_id: str
    labels: frozenset[str]


@dataclass
class FakeAccount:
    """What Gmail holds for one address.

    ``read_lag`` keeps sent copies from being read by id and from the history, ``search_lag`` from being found.
    ``linger``: a sent draft stays a draft for so long and may be sent again (a Gmail that is not atomic).
    ``pointer_outlives``: a sent draft's id goes on to name the sent message, and deleting it deletes that.
    ``history_page`` is how many entries a page of history holds at most, ``garble`` what befalls each page: entries
    doubled, put in another order, without labels.
    """

    address: str
    clock: Clock
    aliases: list[Alias] = field(default_factory=list)
    read_lag: timedelta = timedelta(0)
    search_lag: timedelta = timedelta(0)
    linger: timedelta = timedelta(0)
    pointer_outlives: bool = False
    bad_recipients: set[str] = field(default_factory=set)
    messages: dict[str, FakeMessage] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)
    deliveries: list[FakeDelivery] = field(default_factory=list)
    history: list[FakeEntry] = field(default_factory=list)
    history_page: int = 500
    garble: Callable[[list[FakeEntry]], list[FakeEntry]] = lambda page: page
    oldest_history: int = FIRST_HISTORY
    watched_by: str = ""
    """The topic that is told of changes."""
    watched_until: datetime | None = None
    _count: int = 0
    _late: list[tuple[datetime, Callable[[], object]]] = field(default_factory=list)

    # --- what Gmail does -------------------------------------------------------------------------------------------
    def create(self, raw: bytes, thread_id: str = "") -> tuple[str, FakeMessage]:
        """Make a draft; it stays in the thread asked for only if subject and references fit."""
        if thread_id and thread_id not in {one.thread_id for one in self.messages.values()}:
            raise Rejected("No such thread.", reason="not_found")
        message = self._message(raw, {"DRAFT"}, thread_id if self._fits(raw, thread_id) else "")
        message.origin = message.headers.get(SEND_HEADER.lower(), "")
        self._added(message)
        draft_id = self._next("r-")
        self.drafts[draft_id] = message.id
        return draft_id, message

    def send(self, draft_id: str) -> FakeMessage:
        """Send a draft: it is consumed, and the mail has a new id and Message-ID in the same thread."""
        draft = self._draft(draft_id)
        if draft is None:
            raise Rejected("No such draft.", reason="not_found")
        if "DRAFT" not in draft.labels:
            raise Rejected("Message not a draft", reason="not_a_draft")
        to = draft.addresses("to")
        if not to or self.bad_recipients & set(to):
            raise Rejected("Invalid To header", reason="bad_mail")
        sent = self._sent(draft.raw, draft.thread_id, draft.origin)
        self._consume(draft_id, draft, sent)
        return sent

    def latest_drafts(self, most: int = 100) -> list[str]:
        """Return the ids of drafts, the latest first."""
        return list(reversed(self.drafts))[:most]

    def delete(self, draft_id: str) -> None:
        """Delete a draft for good, or whatever its id names by now."""
        message_id = self.drafts.pop(draft_id, "")
        self.messages.pop(message_id, None)

    def later(self, wait: timedelta, act: Callable[[], object]) -> None:
        """Have something happen once the clock is there and somebody looks."""
        self._late.append((self.clock.now() + wait, act))

    def settle(self) -> None:
        """Do what became due, in its order; what fails by then fails unseen."""
        while due := [one for one in self._late if one[0] <= self.clock.now()]:
            first = min(due, key=lambda one: one[0])
            self._late.remove(first)
            with contextlib.suppress(AssistantError):
                first[1]()

    def readable(self, message_id: str) -> FakeMessage | None:
        """Return a message as far as reads by id show it by now."""
        found = self.messages.get(message_id)
        return found if found and (found.readable_at is None or found.readable_at <= self.clock.now()) else None

    def thread(self, thread_id: str) -> list[FakeMessage]:
        found = (self.readable(one.id) for one in self.messages.values() if one.thread_id == thread_id)
        return sorted((one for one in found if one), key=lambda one: one.at)

    def history_id(self) -> str:
        return str(self.history[-1].id if self.history else FIRST_HISTORY)

    def history_seen(self, since: str) -> str:
        """Return how far the history can be read by now: to before the first message that is not shown yet."""
        hidden = (one.id for one in self._history_after(since) if not self._is_seen(one))
        return str(next(hidden, int(self.history_id()) + 1) - 1)

    def entries_since(self, history_id: str) -> list[FakeEntry] | None:
        """Return what was added since, with the labels of now; None where it is not kept, or was never there."""
        is_number = history_id.isascii() and history_id.isdigit()
        if not is_number or not self.oldest_history <= int(history_id) <= int(self.history_id()):
            return None
        return [self._labelled(one) for one in self._history_after(history_id) if self._is_seen(one)]

    def sent_since(self, history_id: str) -> list[str] | None:
        entries = self.entries_since(history_id)
        return None if entries is None else [one.message_id for one in entries if "SENT" in one.labels]

    def page_of(self, entries: list[FakeEntry], most: int, first: int = 0) -> tuple[list[FakeEntry], int]:
        """Return a page of the history as it is told, and where the next one begins, 0 after the last."""
        last = first + min(most, self.history_page)
        return self.garble(entries[first:last]), last if last < len(entries) else 0

    def forget_history(self) -> None:
        """Keep no history from before now."""
        self.oldest_history = int(self.history_id())

    def watch(self, topic: str) -> datetime:
        """Have a topic told for a week; one other than the topic told now is refused."""
        if not _TOPIC.fullmatch(topic):
            raise Rejected("Invalid topicName", reason="no_topic")
        is_watched = self.watched_until is not None and self.watched_until > self.clock.now()
        if is_watched and self.watched_by != topic:
            raise Rejected("Only one", reason="other_topic")
        self.watched_by, self.watched_until = topic, self.clock.now() + WATCHED_FOR
        return self.watched_until

    def stop_watch(self) -> None:
        self.watched_by, self.watched_until = "", None

    # --- what people do --------------------------------------------------------------------------------------------
    def user_edits(self, draft_id: str, *, subject: str = "", text: str = "") -> None:
        """Edit a draft in Gmail: the message id rotates, our header is lost, a new subject is a new thread."""
        draft = self.messages.pop(self.drafts[draft_id])
        headers = {name: draft.headers.get(name.lower(), "") for name in ("From", "To", "Subject", "References")}
        headers["Subject"] = subject or headers["Subject"]
        fresh = self._message(written(headers, text or "edited by hand"), {"DRAFT"}, "" if subject else draft.thread_id)
        fresh.origin = draft.origin
        self._added(fresh)
        self.drafts[draft_id] = fresh.id

    def user_sends(self, draft_id: str) -> FakeMessage:
        """Send a draft in Gmail: our header is lost."""
        draft = self.messages.pop(self.drafts.pop(draft_id))
        kept = [line for line in draft.raw.split(b"\r\n") if not line.lower().startswith(SEND_HEADER.lower().encode())]
        return self._sent(b"\r\n".join(kept), draft.thread_id, draft.origin, by_user=True)

    def user_deletes(self, draft_id: str) -> None:
        self.messages.pop(self.drafts.pop(draft_id), None)

    def user_writes(self, to: str, *, subject: str = "By hand", thread_id: str = "") -> FakeMessage:
        """Send a mail of one's own."""
        return self._sent(written({"From": self.address, "To": to, "Subject": subject}, "Hi"), thread_id, by_user=True)

    def receive(
        self,
        sender: str = "",
        *,
        subject: str = "Re: Hello",
        thread_id: str = "",
        headers: Mapping[str, str] | None = None,
        text: str = "Hello back",
        html: str = "",
        raw: bytes = b"",
        labels: Iterable[str] = ("INBOX", "UNREAD"),
    ) -> FakeMessage:
        """Have a mail arrive from outside: ``raw`` as it is, or one of the other parts."""
        named = {"From": sender, "To": self.address, "Subject": subject, **(headers or {})}
        return self._added(self._message(raw or written(named, text, html), set(labels), thread_id))

    # --- inside ----------------------------------------------------------------------------------------------------
    def _next(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count:x}"

    def _draft(self, draft_id: str) -> FakeMessage | None:
        return self.messages.get(self.drafts.get(draft_id, ""))

    def _message(self, raw: bytes, labels: set[str], thread_id: str) -> FakeMessage:
        id, rfc_id = self._next("18c"), f"<CA{self._next('+')}@mail.gmail.com>"
        if not labels & {"DRAFT", "SENT"}:
            rfc_id = str(message_from_bytes(raw).get("Message-ID") or rfc_id)
        made = FakeMessage(id, thread_id or id, labels, self.clock.now(), raw, rfc_id)
        self.messages[id] = made
        return made

    def _added(self, message: FakeMessage) -> FakeMessage:
        id = int(self.history_id()) + 7
        self.history.append(FakeEntry(id, message.id, message.thread_id, frozenset(message.labels)))
        return message

    def _history_after(self, history_id: str) -> list[FakeEntry]:
        return self.history[bisect_right(self.history, int(history_id), key=lambda one: one.id) :]

    def _is_seen(self, entry: FakeEntry) -> bool:
        return entry.message_id not in self.messages or self.readable(entry.message_id) is not None

    def _labelled(self, entry: FakeEntry) -> FakeEntry:
        message = self.messages.get(entry.message_id)
        return replace(entry, labels=frozenset(message.labels)) if message else entry

    def _sent(self, raw: bytes, thread_id: str, origin: str = "", *, by_user: bool = False) -> FakeMessage:
        sent, now = self._message(raw, {"SENT"}, thread_id), self.clock.now()
        sent.origin, sent.readable_at, sent.searchable_at = origin, now + self.read_lag, now + self.search_lag
        self._added(sent)
        headers = sent.headers
        for to in sent.addresses("to"):
            send_id = headers.get(SEND_HEADER.lower(), "")
            subject = headers.get("subject", "")
            self.deliveries.append(FakeDelivery(to, send_id, origin, sent.id, sent.thread_id, subject, now, by_user))
        return sent

    def _consume(self, draft_id: str, draft: FakeMessage, sent: FakeMessage) -> None:
        def consume() -> None:
            self.messages.pop(draft.id, None)
            if self.drafts.pop(draft_id, "") and self.pointer_outlives:
                self.drafts[draft_id] = sent.id

        if self.linger:
            self.later(self.linger, consume)
        else:
            consume()

    def _fits(self, raw: bytes, thread_id: str) -> bool:
        """Whether Gmail keeps a mail in a thread: it has the thread's subject and answers one of its mails."""
        thread = [one for one in self.messages.values() if one.thread_id == thread_id]
        asked = message_from_bytes(raw)
        named = f"{asked.get('In-Reply-To', '')} {asked.get('References', '')}"
        subject = decoded("Subject", asked.get("Subject", ""))
        return any(_topic(one.headers.get("subject", "")) == _topic(subject) for one in thread) and any(
            one.rfc_id in named for one in thread
        )


def written(headers: Mapping[str, str], text: str, html: str = "") -> bytes:
    """Return a small message as another program writes it; fields and texts are written as they are given."""
    lines = [f"{name}: {value}" for name, value in headers.items() if value]
    if not html:
        return "\r\n".join([*lines, "", text, ""]).encode()
    parts = [f"--{_BOUNDARY}\r\nContent-Type: text/{kind}; charset=utf-8\r\n\r\n{body}"
             for kind, body in (("plain", text), ("html", html)) if body]  # fmt: skip
    kind = f'Content-Type: multipart/alternative; boundary="{_BOUNDARY}"'
    return "\r\n".join([*lines, "MIME-Version: 1.0", kind, "", *parts, f"--{_BOUNDARY}--", ""]).encode()


def _topic(subject: str) -> str:
    return subject.casefold().removeprefix("re:").strip()
