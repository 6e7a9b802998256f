"""Google's per-user quota: so many reads and so many writes in a minute."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Callable
from threading import Lock

from playground.google_errors import quota_exceeded

PER_MINUTE = 60
"""Sheets' published limit per user and project, for reads and for writes."""


class Quota:
    """Remembers the calls of the last minute and refuses the one too many."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._lock = Lock()
        self._calls: dict[tuple[str, str], deque[float]] = defaultdict(deque)

    def spend(self, user: str, kind: str) -> None:
        """Take one of the ``read`` or ``write`` calls of this minute, or raise the 429."""
        now = self._now()
        with self._lock:
            calls = self._calls[user, kind]
            while calls and calls[0] <= now - 60:
                calls.popleft()
            if len(calls) >= PER_MINUTE:
                wait = int(calls[0] + 60 - now) + 1
                limit = f"{kind.capitalize()}RequestsPerMinutePerUser"
                raise quota_exceeded("sheets.googleapis.com", f"{kind}_requests", limit, PER_MINUTE, wait)
            calls.append(now)
