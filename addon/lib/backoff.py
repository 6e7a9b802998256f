"""How long to leave a failing server alone."""

from __future__ import annotations

from datetime import timedelta
from random import Random


def wait(attempt: int, rng: Random, base: timedelta, cap: timedelta) -> timedelta:
    """Return a random length from nothing to ``base`` doubled ``attempt`` times, and never more than ``cap``.

    ``attempt`` counts failures in a row from 0. The whole length is random ("full jitter"), so that workers that failed
    together do not come back together. google.api_core draws the same, but from a generator that lives in one process
    and from the global randomness; here the count is stored and shared, and tests bring their own ``rng``.
    """
    longest: timedelta = min(base * 2.0 ** min(attempt, 20), cap)
    return longest * rng.random()
