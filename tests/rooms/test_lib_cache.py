"""Values kept: how long, how many, and made once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from addon.lib.cache import Cache, CacheCounts


class FakeTimer:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_value_is_kept_for_its_lifetime_and_counted() -> None:
    timer = FakeTimer()
    cache: Cache[str, int] = Cache(size=10, seconds=60, timer=timer)
    made = iter(range(10))
    assert [cache.get_or_make("a", lambda: next(made)) for _ in range(3)] == [0, 0, 0]
    timer.seconds = 60
    assert cache.get_or_make("a", lambda: next(made)) == 1
    assert cache.counts() == CacheCounts(hits=2, misses=2, size=1)


def test_one_value_may_live_shorter_or_not_at_all() -> None:
    timer = FakeTimer()
    cache: Cache[str, str] = Cache(size=10, seconds=60, timer=timer)
    cache.put("short", "x", seconds=5)
    cache.put("none", "x", seconds=0)
    cache.put("gone", "old")
    cache.put("gone", "new", seconds=-1)
    assert (cache.get("short"), cache.get("none"), cache.get("gone")) == ("x", None, None)
    timer.seconds = 5
    assert cache.get("short") is None


def test_the_least_used_goes_first() -> None:
    cache: Cache[int, int] = Cache(size=2, seconds=60, timer=FakeTimer())
    cache.put(1, 1)
    cache.put(2, 2)
    cache.get(1)
    cache.put(3, 3)
    assert (cache.get(1), cache.get(2), cache.get(3)) == (1, None, 3)


def test_twenty_threads_make_one_value() -> None:
    cache: Cache[str, object] = Cache(size=10, seconds=60)
    together, calls = threading.Barrier(20), []

    def ask() -> object:
        together.wait(timeout=10)
        return cache.get_or_make("a", make)

    def make() -> object:
        calls.append(1)
        return object()

    with ThreadPoolExecutor(20) as threads:
        found = {future.result() for future in [threads.submit(ask) for _ in range(20)]}
    assert (len(found), len(calls)) == (1, 1)


def test_keys_are_made_apart_from_each_other() -> None:
    cache: Cache[str, int] = Cache(size=10, seconds=60)
    assert cache.get_or_make("a", lambda: cache.get_or_make("b", lambda: 1) + 1) == 2


def test_a_failure_reaches_who_waits_and_is_not_kept() -> None:
    cache: Cache[str, int] = Cache(size=10, seconds=60)
    is_making, may_fail = threading.Event(), threading.Event()

    def fail() -> int:
        is_making.set()
        may_fail.wait(timeout=10)
        raise OSError("down")

    with ThreadPoolExecutor(2) as threads:
        first = threads.submit(cache.get_or_make, "a", fail)
        is_making.wait(timeout=10)
        second = threads.submit(cache.get_or_make, "a", lambda: 1)
        may_fail.set()
        with pytest.raises(OSError, match="down"):
            first.result()
        # The second either waited and shares the failure, or came after it and made its own.
        assert isinstance(second.exception(), OSError) or second.result() == 1
    assert cache.get_or_make("b", lambda: 2) == 2
    cache.drop("a")
    assert cache.get_or_make("a", lambda: 3) == 3


def test_what_is_dropped_while_being_made_is_not_kept() -> None:
    cache: Cache[str, str] = Cache(size=10, seconds=60)

    def make() -> str:
        cache.drop("a")  # somebody changed what this value says
        return "old"

    assert cache.get_or_make("a", make) == "old"
    assert cache.get("a") is None


def test_cleared_is_empty() -> None:
    cache: Cache[str, int] = Cache(size=10, seconds=60)
    cache.put("a", 1)
    cache.clear()
    assert cache.get("a") is None


def test_a_value_that_was_made_lives_as_long_as_it_says_of_itself() -> None:
    timer = FakeTimer()
    cache: Cache[str, int] = Cache(size=10, timer=timer, lifetime=lambda value: float(value))
    cache.get_or_make("a", lambda: 5)
    cache.get_or_make("over", lambda: 0)
    assert (cache.get("a"), cache.get("over")) == (5, None)
    timer.seconds = 5
    assert cache.get("a") is None
