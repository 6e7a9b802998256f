"""How often each method of each API was called since the last reset."""

from __future__ import annotations

from collections import Counter
from threading import Lock


class Calls:
    """Counts calls by API and method; safe for threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._counts: dict[str, Counter[str]] = {}

    def count(self, api: str, method: str) -> None:
        with self._lock:
            self._counts.setdefault(api, Counter())[method] += 1

    def of(self, api: str, method: str | None = None) -> int:
        """Return how often ``method`` was called, or all methods of the API."""
        with self._lock:
            counts = self._counts.get(api, Counter())
            return counts.total() if method is None else counts[method]

    def as_dict(self) -> dict[str, dict[str, int]]:
        with self._lock:
            return {api: dict(counts) for api, counts in self._counts.items()}

    def reset(self) -> None:
        with self._lock:
            self._counts.clear()
