"""FakeMailboxes: the Mailbox port over accounts in memory, with faults ordered by method and number of call.

mailboxes = FakeMailboxes(clock)
box = mailboxes.add("ana@nordwind.example", token="t")
mailboxes.order("send_draft", Fault.ANSWER_LOST)            # the next one
mailboxes.order("send_draft", Fault.LATE, at=2, seconds=400)  # the one after: takes effect 400 s later
mailboxes.freeze("send_draft", other_worker)                # another worker runs in the middle
box.user_edits(draft_id); box.receive("lead@x.example", thread_id=thread); box.deliveries
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TypeVar

from addon.accounts.sender_model import Alias
from addon.adapters.gmail_units import units_of
from addon.adapters.mime_content import content_hash_of
from addon.errors import AssistantError, Rejected, Unavailable
from addon.ports import Clock
from addon.sequences.mail_model import (
    HEADERS,
    SEND_HEADER,
    Added,
    Changes,
    Delivery,
    DraftFound,
    DraftMade,
    Found,
    MessageHead,
    Profile,
    RawMail,
    Watch,
)
from tests.fakes.gmail_account import FakeAccount, FakeDelivery, FakeEntry, FakeMessage
from tests.fakes.gmail_search import search

Answer = TypeVar("Answer")

PAGE = 100
"""Entries of history, and messages found, in one page."""

METHODS = {
    "profile": "getProfile",
    "aliases": "settings.sendAs.list",
    "create_draft": "drafts.create",
    "find_draft": "drafts.get",
    "drafts": "drafts.list",
    "delete_draft": "drafts.delete",
    "send_draft": "drafts.send",
    "message": "messages.get",
    "thread": "threads.get",
    "sent_since": "history.list",
    "changes": "history.list",
    "raw": "messages.get",
    "arrived_since": "messages.list",
    "search": "messages.list",
    "watch": "watch",
    "stop_watch": "stop",
}
"""Google's name of each method of the port."""


class Fault(StrEnum):
    """What may befall a call. Of the first six, three take effect: ANSWER_LOST, BUSY_AFTER, and LATE in its time."""

    REQUEST_LOST = "request_lost"
    ANSWER_LOST = "answer_lost"
    BUSY = "busy"
    BUSY_AFTER = "busy_after"
    CLOSED = "closed"
    LATE = "late"
    FROZEN = "frozen"
    RATE_LIMITED = "rate_limited"
    MAIL_LIMIT = "mail_limit"
    CONCURRENT = "concurrent"
    EXPIRED = "expired"
    NO_ACCESS = "no_access"
    BAD_MAIL = "bad_mail"
    NO_TOPIC = "no_topic"


AMBIGUOUS = (Fault.REQUEST_LOST, Fault.ANSWER_LOST, Fault.BUSY, Fault.BUSY_AFTER, Fault.CLOSED, Fault.LATE)
"""Faults after which nobody knows whether it took effect."""

_TAKES_EFFECT = (Fault.ANSWER_LOST, Fault.BUSY_AFTER, Fault.FROZEN)


@dataclass
class _Order:
    method: str
    fault: Fault
    at: int
    seconds: float
    until: datetime | None
    act: Callable[[], object]


@dataclass
class FakeMailboxes:
    """Accounts by address, opened by token. ``before`` and ``after`` run around each call's effect with its name."""

    clock: Clock
    accounts: dict[str, FakeAccount] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    open_to_all: str = ""
    """The address any token opens that is in no list; ``""``: such a token is refused."""
    dead: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    before: Callable[[str], object] = lambda _: None
    after: Callable[[str], object] = lambda _: None
    _orders: list[_Order] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def add(self, address: str, *, token: str = "") -> FakeAccount:
        """Open an account; without a token every token opens it."""
        made = FakeAccount(address, self.clock)
        self.accounts[address] = made
        if token:
            self.tokens[token] = address
        else:
            self.open_to_all = address
        return made

    def order(
        self, method: str, fault: Fault, *, at: int = 1, seconds: float = 400, until: datetime | None = None
    ) -> None:
        """Have a fault befall the ``at``-th call of a method from now; ``until`` is what a limit names."""
        self._order(_Order(method, fault, at, seconds, until, lambda: None))

    def freeze(self, method: str, act: Callable[[], object], *, at: int = 1) -> None:
        """Have something happen before the ``at``-th call of a method takes effect: another worker, or the clock."""
        self._order(_Order(method, Fault.FROZEN, at, 0, None, act))

    def _order(self, order: _Order) -> None:
        if order.method not in METHODS:
            raise AssertionError(f"the port has no {order.method}")
        self._orders.append(order)

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> FakeMailbox:
        return FakeMailbox(self, access_token, spend)

    def deliveries(self, to: str = "") -> list[FakeDelivery]:
        """Return every copy that left, or those to one address, oldest first."""
        for account in self.accounts.values():
            account.settle()
        found = [one for account in self.accounts.values() for one in account.deliveries]
        return sorted((one for one in found if not to or one.to == to.lower()), key=lambda one: one.at)

    def copies(self) -> Counter[tuple[str, str]]:
        """Return how many copies of each send went to whom, by (address, send id), also where a hand sent them."""
        return Counter((one.to, one.origin) for one in self.deliveries() if one.origin)

    def calling(self, method: str, token: str, act: Callable[[FakeAccount], Answer]) -> Answer:
        """Do one call with what was ordered for it."""
        with self._lock:
            self.calls.append(method)
            self.before(method)
            account = self._account(token)
            account.settle()
            order = self._taken(method)
            if order is None:
                answer = act(account)
                self.after(method)
                return answer
        return self._struck(order, account, act)

    def _struck(self, order: _Order, account: FakeAccount, act: Callable[[FakeAccount], Answer]) -> Answer:
        order.act()
        if order.fault is Fault.LATE:
            account.later(timedelta(seconds=order.seconds), lambda: act(account))
        with self._lock:
            if order.fault not in _TAKES_EFFECT:
                raise self._error(order)
            account.settle()
            answer = act(account)
            self.after(order.method)
        if order.fault is Fault.FROZEN:
            return answer
        raise self._error(order)

    def _account(self, token: str) -> FakeAccount:
        address = self.tokens.get(token, self.open_to_all)
        if token in self.dead or not address:
            raise Rejected("Expired.", reason="access_expired")
        return self.accounts[address]

    def _taken(self, method: str) -> _Order | None:
        waiting = [one for one in self._orders if one.method == method]
        for one in waiting:
            one.at -= 1
        found = next((one for one in waiting if one.at <= 0), None)
        if found:
            self._orders.remove(found)
        return found

    def _error(self, order: _Order) -> AssistantError:
        now = self.clock.now()
        match order.fault:
            case Fault.RATE_LIMITED:
                until = order.until or now + timedelta(minutes=1)
                return Unavailable("Too many.", reason="rate_limited", retry_at=until)
            case Fault.MAIL_LIMIT:
                until = order.until or now + timedelta(hours=24)
                return Unavailable("Too many mails.", reason="mail_limit", retry_at=until)
            case Fault.CONCURRENT:
                return Unavailable("At once.", reason="concurrent", retry_at=now + timedelta(seconds=1))
            case Fault.EXPIRED:
                return Rejected("Expired.", reason="access_expired")
            case Fault.NO_ACCESS | Fault.BAD_MAIL | Fault.NO_TOPIC:
                return Rejected("Refused.", reason=str(order.fault))
            case Fault.BUSY | Fault.BUSY_AFTER:
                return Unavailable("Busy.", reason="server_error")
        return Unavailable("No answer.", reason="no_answer")


class FakeMailbox:
    """One account seen with one token."""

    def __init__(self, world: FakeMailboxes, token: str, spend: Callable[[int], None]) -> None:
        self._world, self._token, self._spend = world, token, spend

    def _call(self, method: str, act: Callable[[FakeAccount], Answer]) -> Answer:
        self._spend(units_of(METHODS[method]))
        return self._world.calling(method, self._token, act)

    def profile(self) -> Profile:
        return self._call("profile", lambda box: Profile(address=box.address, history_id=box.history_id()))

    def aliases(self) -> tuple[Alias, ...]:
        def listed(box: FakeAccount) -> tuple[Alias, ...]:
            return (Alias(address=box.address, is_primary=True, is_default=True), *box.aliases)

        return self._call("aliases", listed)

    def create_draft(self, raw: bytes, thread_id: str = "") -> DraftMade:
        def made(box: FakeAccount) -> DraftMade:
            draft_id, message = box.create(raw, thread_id)
            return DraftMade(draft_id=draft_id, message_id=message.id, thread_id=message.thread_id)

        return self._call("create_draft", made)

    def find_draft(self, draft_id: str) -> DraftFound | None:
        def found(box: FakeAccount) -> DraftFound | None:
            message = box.messages.get(box.drafts.get(draft_id, ""))
            return _draft(draft_id, message) if message else None

        return self._call("find_draft", found)

    def drafts(self) -> tuple[str, ...]:
        return tuple(self._call("drafts", lambda box: box.latest_drafts()))

    def delete_draft(self, draft_id: str) -> None:
        self._call("delete_draft", lambda box: box.delete(draft_id))

    def send_draft(self, draft_id: str) -> Delivery:
        sent = self._call("send_draft", lambda box: box.send(draft_id))
        return Delivery(message_id=sent.id, thread_id=sent.thread_id)

    def message(self, message_id: str) -> MessageHead | None:
        found = self._call("message", lambda box: box.readable(message_id))
        return _head(found) if found else None

    def thread(self, thread_id: str) -> tuple[MessageHead, ...]:
        return tuple(map(_head, self._call("thread", lambda box: box.thread(thread_id))))

    def sent_since(self, history_id: str) -> tuple[str, ...] | None:
        found = self._call("sent_since", lambda box: box.sent_since(history_id))
        return None if found is None else tuple(found)

    def changes(self, since: str) -> Changes:
        return self._call("changes", lambda box: _changes(box, since))

    def raw(self, message_id: str) -> RawMail | None:
        found = self._call("raw", lambda box: box.readable(message_id))
        return _raw(found) if found else None

    def arrived_since(self, at: datetime, page: str = "") -> Found:
        query, first = f"after:{int(at.timestamp()) - 1}", int(page or 0)
        found = self._call("arrived_since", lambda box: search(query, box, everywhere=True))
        here, last = found[first : first + PAGE], first + PAGE
        return Found(ids=tuple(one.id for one in here), next_page=str(last) if last < len(found) else "")

    def search(self, query: str, most: int = 20) -> tuple[str, ...]:
        return tuple(one.id for one in self._call("search", lambda box: search(query, box)[:most]))

    def watch(self, topic: str) -> Watch:
        return self._call("watch", lambda box: Watch(history_id=box.history_id(), expires_at=box.watch(topic)))

    def stop_watch(self) -> None:
        self._call("stop_watch", lambda box: box.stop_watch())


def _changes(box: FakeAccount, since: str) -> Changes:
    entries = box.entries_since(since)
    page, following = box.page_of(entries or [], PAGE)
    if entries is None or (following and not page):
        raise Rejected("History gone.", reason="history_gone")
    added: dict[str, Added] = {}
    for one in page:
        added.setdefault(one.message_id, _added(one))
    history_id = str(page[-1].id) if following else box.history_seen(since)
    return Changes(added=tuple(added.values()), history_id=history_id, is_more=bool(following))


def _added(entry: FakeEntry) -> Added:
    return Added(message_id=entry.message_id, thread_id=entry.thread_id, labels=entry.labels)


def _raw(message: FakeMessage) -> RawMail:
    return RawMail(
        message_id=message.id,
        thread_id=message.thread_id,
        labels=frozenset(message.labels),
        at=message.at,
        source=message.source,
    )


def _draft(draft_id: str, message: FakeMessage) -> DraftFound:
    return DraftFound(
        draft_id=draft_id,
        message_id=message.id,
        thread_id=message.thread_id,
        is_draft="DRAFT" in message.labels,
        body_hash=content_hash_of(message.raw),
        send_id=message.headers.get(SEND_HEADER.lower(), ""),
    )


def _head(message: FakeMessage) -> MessageHead:
    asked = {name.lower() for name in HEADERS}
    return MessageHead(
        message_id=message.id,
        thread_id=message.thread_id,
        labels=frozenset(message.labels),
        at=message.at,
        headers={name: value for name, value in message.headers.items() if name in asked},
    )
