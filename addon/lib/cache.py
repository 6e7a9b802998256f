"""Values kept for a while: bounded, with a lifetime, counted, and made once however many threads ask."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Generic, TypeVar

from cachetools import TLRUCache

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass(frozen=True, slots=True, kw_only=True)
class CacheCounts:
    """How often a value was found, how often it was not, and how many are kept now."""

    hits: int
    misses: int
    size: int


class Cache(Generic[K, V]):
    """At most ``size`` values, each for ``seconds`` unless ``put`` says otherwise; the least used goes first.

    Safe among threads. ``timer`` returns seconds and only moves forward. ``lifetime`` says of a value that was made
    for how many seconds it is good, where that depends on the value.
    """

    def __init__(
        self,
        *,
        size: int,
        seconds: float = 0,
        timer: Callable[[], float] = time.monotonic,
        lifetime: Callable[[V], float] | None = None,
    ) -> None:
        self._seconds = seconds
        self._lifetime = lifetime
        self._timer = timer
        self._kept: TLRUCache[K, tuple[V, float]] = TLRUCache(size, ttu=lambda _, kept, now: now + kept[1], timer=timer)
        self._making: dict[K, Future[V]] = {}
        self._lock = threading.Lock()
        self._hits = 0
        self._misses = 0

    def get(self, key: K) -> V | None:
        """Return the kept value, or None."""
        with self._lock:
            return self._look_up(key)

    def put(self, key: K, value: V, seconds: float | None = None) -> None:
        """Keep a value, for ``seconds`` if given; a lifetime of 0 or less keeps nothing."""
        with self._lock:
            self._keep(key, value, seconds)

    def drop(self, key: K) -> None:
        """Forget a value and any answer to it that is still being made."""
        with self._lock:
            self._kept.pop(key, None)
            self._making.pop(key, None)

    def clear(self) -> None:
        """Forget everything; the counters stay."""
        with self._lock:
            self._kept.clear()
            self._making.clear()

    def get_or_make(self, key: K, make: Callable[[], V]) -> V:
        """Return the kept value, else the one ``make`` returns; threads that ask meanwhile wait for the same answer.

        What ``make`` raises reaches all of them and is not kept.
        """
        with self._lock:
            kept = self._look_up(key)
            if kept is not None:
                return kept
            running = self._making.get(key)
            if running is None:
                mine: Future[V] = Future()
                self._making[key] = mine
        if running is not None:
            return running.result()
        return self._make(key, make, mine)

    def counts(self) -> CacheCounts:
        """Return the counters since the start."""
        with self._lock:
            return CacheCounts(hits=self._hits, misses=self._misses, size=len(self._kept))

    def _make(self, key: K, make: Callable[[], V], mine: Future[V]) -> V:
        try:
            value = make()
        except BaseException as error:
            self._finish(key, mine)
            mine.set_exception(error)
            raise
        with self._lock:
            if self._making.get(key) is mine:  # else dropped meanwhile: the answer may be older than the drop
                self._keep(key, value, self._lifetime(value) if self._lifetime else None)
                del self._making[key]
        mine.set_result(value)
        return value

    def _finish(self, key: K, mine: Future[V]) -> None:
        with self._lock:
            if self._making.get(key) is mine:
                del self._making[key]

    def _look_up(self, key: K) -> V | None:
        try:
            value = self._kept[key][0]  # not .get, which looks twice
        except KeyError:
            self._misses += 1
            return None
        self._hits += 1
        return value

    def _keep(self, key: K, value: V, seconds: float | None) -> None:
        lifetime = self._seconds if seconds is None else seconds
        self._kept.pop(key, None)  # else a value that is not kept again would leave the old one
        if lifetime > 0:
            self._kept[key] = (value, lifetime)
