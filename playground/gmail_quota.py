"""Units a mailbox may spend in a minute of business time, requests in flight, and mails a day."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Lock
from typing import Any

from playground import gmail_errors
from playground.gmail_mailbox import Habits

UNITS: Mapping[str, int] = {
    "getProfile": 1,
    "labels.list": 1,
    "labels.get": 1,
    "history.list": 2,
    "messages.list": 5,
    "messages.get": 20,
    "messages.send": 100,
    "messages.modify": 5,
    "messages.trash": 5,
    "messages.untrash": 5,
    "threads.list": 10,
    "threads.get": 40,
    "drafts.create": 10,
    "drafts.get": 20,
    "drafts.list": 5,
    "drafts.update": 15,
    "drafts.delete": 10,
    "drafts.send": 100,
    "settings.sendAs.list": 5,
    "settings.sendAs.get": 5,
    "watch": 100,
    "stop": 50,
}
"""Prices of developers.google.com/workspace/gmail/api/reference/quota for projects begun since May 2026.

It names none for drafts.get, drafts.list, drafts.delete and sendAs: a like method's counts.
"""

MINUTE, DAY = timedelta(minutes=1), timedelta(hours=24)


class Quota:
    """Counts units by mailbox in the last minute of business time, so that a walk through days has its days' quota."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = Lock()
        self.reset()

    def reset(self) -> None:
        self._spent: dict[str, deque[tuple[datetime, int]]] = defaultdict(deque)
        self._most: dict[str, int] = defaultdict(int)
        self._flying: dict[str, int] = defaultdict(int)
        self._mails: dict[str, deque[datetime]] = defaultdict(deque)

    def spend(self, address: str, method: str, habits: Habits) -> None:
        """Take a method's units, or raise the 429 that says when to come back."""
        now = self._now()
        with self._lock:
            spent = self._spent[address]
            while spent and spent[0][0] <= now - MINUTE:
                spent.popleft()
            total = sum(units for _, units in spent) + UNITS[method]
            if total > habits.units_a_minute:
                raise gmail_errors.rate_limited((spent[0][0] if spent else now) + MINUTE)
            spent.append((now, UNITS[method]))
            self._most[address] = max(self._most[address], total)

    @contextmanager
    def place(self, address: str, habits: Habits) -> Iterator[None]:
        """Hold one of the places for requests in flight, or raise the 429 of the one too many."""
        with self._lock:
            if self._flying[address] >= habits.in_flight:
                raise gmail_errors.too_many_at_once()
            self._flying[address] += 1
        try:
            yield
        finally:
            with self._lock:
                self._flying[address] -= 1

    def check_sending(self, address: str, habits: Habits) -> None:
        """Raise the 429 of a mailbox that may send no more mails for now."""
        now = self._now()
        if habits.limited_until and now < (until := datetime.fromisoformat(habits.limited_until)):
            raise gmail_errors.rate_limited(until, sending=True)
        with self._lock:
            mails = self._mails[address]
            while mails and mails[0] <= now - DAY:
                mails.popleft()
            if len(mails) >= habits.mails_a_day:
                raise gmail_errors.rate_limited((mails[0] if mails else now) + DAY, sending=True)

    def count_mail(self, address: str) -> None:
        with self._lock:
            self._mails[address].append(self._now())

    def used(self, address: str) -> dict[str, Any]:
        """Return the units of the last minute, and the most there ever were in one."""
        now = self._now()
        with self._lock:
            spent = sum(units for at, units in self._spent[address] if at > now - MINUTE)
            return {"last_minute": spent, "most_in_a_minute": self._most[address]}
