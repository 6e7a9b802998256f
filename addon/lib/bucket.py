"""A limit of calls and tokens in any sixty seconds, whichever instant they begin at.

What was spent is kept by whole seconds, so that it stays small however high the limit is, and each second is counted
until no window of sixty seconds can hold both it and now.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

WINDOW_SECONDS = 60
MARGIN_SECONDS = 2
"""What may lie between our count and the server's, both ways: the way there, and servers' clocks that differ."""

_KEPT_SECONDS = WINDOW_SECONDS + MARGIN_SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a minute may take."""

    calls: int
    tokens: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """What one second took; ``second`` counts from 1970."""

    second: int
    calls: int
    tokens: int


def second_of(at: datetime) -> int:
    """Return the whole second an instant lies in, counted from 1970."""
    return int(at.timestamp() // 1)


def counted(spent: Sequence[Spent], now: datetime) -> tuple[Spent, ...]:
    """Return what still counts, oldest first; what lies further ahead than a window was left by a clock set back."""
    here = second_of(now)
    return tuple(sorted((one for one in spent if abs(here - one.second) <= _KEPT_SECONDS), key=lambda one: one.second))


def free_at(spent: Sequence[Spent], limit: Limit, tokens: int) -> datetime | None:
    """Return when one more call of ``tokens`` fits, None for now. One that fits in no minute gets a minute of its own.

    ``spent`` is what ``counted`` returned.
    """
    calls_left = limit.calls - sum(one.calls for one in spent)
    tokens_left = limit.tokens - sum(one.tokens for one in spent)
    wanted = min(tokens, limit.tokens)
    free = None
    for one in spent:
        if calls_left >= 1 and tokens_left >= wanted:
            break
        calls_left += one.calls
        tokens_left += one.tokens
        free = datetime.fromtimestamp(one.second, UTC) + timedelta(seconds=_KEPT_SECONDS + 1)
    return free


def spend(spent: Sequence[Spent], tokens: int, now: datetime) -> tuple[Spent, ...]:
    """Return what is spent after one more call."""
    here = second_of(now)
    before = next((one for one in spent if one.second == here), Spent(second=here, calls=0, tokens=0))
    after = replace(before, calls=before.calls + 1, tokens=before.tokens + tokens)
    return (*(one for one in spent if one.second != here), after)


def corrected(spent: Sequence[Spent], second: int, tokens: int) -> tuple[Spent, ...]:
    """Return what is spent when the calls of ``second`` took so many tokens more than was thought, or fewer."""
    return tuple(replace(one, tokens=max(one.tokens + tokens, 0)) if one.second == second else one for one in spent)
