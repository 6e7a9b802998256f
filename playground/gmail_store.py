"""Everybody's mailboxes: those of the cast, and those of whoever outside had mail."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from playground.cast import CAST, User
from playground.gmail_mailbox import DRAFT, UNREAD, Alias, Habits, Mailbox
from playground.gmail_quota import Quota
from playground.gmail_shelf import Shelf
from playground.google_errors import ApiError

Now = Callable[[], datetime]
_ALIASES = {
    "ana": (
        Alias(address="sales@nordwind.example", name="Nordwind Sales", reply_to="ana+sales@nordwind.example"),
        Alias(address="ana@nordwind-labs.example", name="Ana Lindqvist", is_verified=False),
    )
}
_SIGNATURES = {"ana": "<div>Ana Lindqvist<br>Nordwind Logistics<br>+49 30 5550 100</div>"}


class Mailboxes:
    """All mailboxes by address. With a file they survive a restart; without one they live in memory only.

    ``now`` is business time. Whoever reads or changes them does it within ``act``. ``on_news`` is told, with topic,
    address and history id, when a mail came into or went out of a mailbox that a topic watches; it must not wait.
    """

    def __init__(self, now: Now, path: Path | None = None) -> None:
        self.now = now
        self.on_news: Callable[[str, str, str], object] | None = None
        self.quota = Quota(now)
        self._lock = threading.RLock()
        self._late: list[tuple[datetime, Callable[[], object]]] = []
        self._shelf = Shelf(path) if path else None
        self._all = {user.email: _fresh(user) for user in CAST.values()}
        if self._shelf:
            self._shelf.load(self._all)

    @contextmanager
    def act(self) -> Iterator[None]:
        """Hold all mailboxes; what was changed is on disk when the hold ends, also where it ends in a refusal."""
        with self._lock:
            self._settle()
            try:
                yield
            finally:
                self._save()

    def get(self, address: str) -> Mailbox:
        """Return the mailbox an address leads to; one outside begins with its first mail."""
        return self.find(address) or self._all.setdefault(address, Mailbox(address=address))

    def find(self, address: str) -> Mailbox | None:
        """Return the mailbox an address leads to, be it its own, an alias, or one with a +tag."""
        if address in self._all:
            return self._all[address]
        local, _, domain = address.rpartition("@")
        bare = f"{local.partition('+')[0]}@{domain}"
        ours = (box for box in self._all.values() if box.user)
        return next((box for box in ours if box.address == bare or box.is_own(address)), None)

    def of_user(self, user_id: str) -> Mailbox:
        return self._all[CAST[user_id].email]

    def all(self) -> list[Mailbox]:
        return list(self._all.values())

    def later(self, seconds: float, do: Callable[[], object]) -> None:
        """Have something happen once business time is there and somebody looks; a restart forgets it."""
        self._late.append((self.now() + timedelta(seconds=seconds), do))

    def totals(self) -> tuple[int, int]:
        """Return how many mails our people sent, and how many they got."""
        with self.act():
            ours = [box for box in self._all.values() if box.user]
            return sum(box.sent for box in ours), sum(box.received for box in ours)

    def state(self) -> dict[str, Any]:
        with self.act():
            return {box.address: self._described(box) for box in self._all.values()}

    def reset(self) -> None:
        """Throw away every mail, limit and habit."""
        with self._lock:
            self._late.clear()
            self.quota.reset()
            self._all = {user.email: _fresh(user) for user in CAST.values()}
            if self._shelf:
                self._shelf.clear()

    def _described(self, box: Mailbox) -> dict[str, Any]:
        messages = box.messages.values()
        return {
            "user": box.user.id if box.user else None,
            "sent": box.sent,
            "received": box.received,
            "drafts": sum(DRAFT in one.labels for one in messages),
            "unread": sum(UNREAD in one.labels for one in messages),
            "messages": len(messages),
            "threads": len({one.thread_id for one in messages}),
            "historyId": str(box.history_id),
            "habits": asdict(box.habits),
            "units": self.quota.used(box.address),
        }

    def _settle(self) -> None:
        """Do what became due, in its order; what fails by then fails unseen."""
        while due := [one for one in self._late if one[0] <= self.now()]:
            first = min(due, key=lambda one: one[0])
            self._late.remove(first)
            with contextlib.suppress(ApiError):
                first[1]()

    def _save(self) -> None:
        changed = [box for box in self._all.values() if box.is_changed]
        if self._shelf and changed:
            self._shelf.save(changed)
        for box in changed:
            box.is_changed = False
            box.touched.clear()
            self._tell(box)

    def _tell(self, box: Mailbox) -> None:
        topic = box.watched(self.now())
        if self.on_news and topic and box.has_news:
            self.on_news(topic, box.address, str(box.history_id))
        box.has_news = False


def _fresh(user: User) -> Mailbox:
    primary = Alias(address=user.email, name=user.name, signature=_SIGNATURES.get(user.id, ""), is_default=True)
    others = [Alias(**_fields(alias)) for alias in _ALIASES.get(user.id, ())]
    return Mailbox(address=user.email, user=user, aliases=[primary, *others], habits=Habits())


def _fields(alias: Alias) -> dict[str, Any]:
    return {name: getattr(alias, name) for name in Alias.__slots__}
