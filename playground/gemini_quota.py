"""Gemini's limit of requests in any minute, by business time, and how near the add-on came to it."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from threading import Lock

WINDOW = timedelta(seconds=60)


class ModelQuota:
    """Counts requests in a window of sixty seconds that ends now; refuses the one too many where a limit is set."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._taken: deque[datetime] = deque()
        self.requests_a_minute = 0
        """0 for no limit."""
        self.refused = 0
        self.busiest_minute = 0

    def limit(self, requests_a_minute: int) -> None:
        """Set the limit, and begin to count anew."""
        with self._lock:
            self._taken.clear()
            self.requests_a_minute = requests_a_minute
            self.refused = self.busiest_minute = 0

    def take(self, now: datetime) -> timedelta | None:
        """Count a request, or return how long until one is free."""
        with self._lock:
            while self._taken and self._taken[0] <= now - WINDOW:
                self._taken.popleft()
            while self._taken and self._taken[-1] > now:  # the clock was set back
                self._taken.pop()
            if self.requests_a_minute and len(self._taken) >= self.requests_a_minute:
                self.refused += 1
                return self._taken[0] + WINDOW - now
            self._taken.append(now)
            self.busiest_minute = max(self.busiest_minute, len(self._taken))
        return None

    def as_dict(self) -> dict[str, int]:
        return {
            "requests_a_minute": self.requests_a_minute,
            "refused": self.refused,
            "busiest_minute": self.busiest_minute,
        }
