"""How a run's state follows from what happened: a step done, a fault, a wish to stop."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from addon.errors import AssistantError, Rejected, Unavailable
from addon.runs.model import Run, RunState

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(minutes=10)
MAX_BAD_REQUESTS = 4
"""Requests in a row that Google refuses because rows or columns were deleted since the read, before a run fails."""

MAX_HALVINGS = 10
"""Halvings after which a slice of 1,000 rows is one row."""

MAX_STOPS = 3
"""Tries to tidy the sheet after Stop before the run is over without it."""

ACCESS_LOST = ("access_expired", "seal_broken")
"""Reasons a fresh access mends."""

TAB_GONE = "This tab was deleted. Choose another one on Home."

ASK_AGAIN = "Waiting for access: reopen the sidebar and press Refresh."


def wait_of(failures: int, luck: float) -> timedelta:
    """Return the wait after so many faults in a row: 5 s doubling to 10 min, its upper half by ``luck`` (0..1)."""
    doublings = min(failures, 10)
    longest = min(FIRST_WAIT * (1 << doublings), LONGEST_WAIT)
    return longest * (0.5 + luck / 2)


def after_fault(run: Run, error: AssistantError, now: datetime, luck: float | None = None) -> Run:
    """Return the run as a fault leaves it: waiting where time or the user can mend it, else failed.

    What is too much to read at once is read in parts from then on, and in smaller and smaller slices.
    """
    if error.reason == "too_large" and run.halvings < MAX_HALVINGS:
        return replace(run, is_large=True, halvings=run.halvings + 2 * run.is_large, updated_at=now)
    is_passing = isinstance(error, Unavailable) or (error.reason == "bad_request" and run.failures < MAX_BAD_REQUESTS)
    if run.state is RunState.STOPPING and (not is_passing or run.failures >= MAX_STOPS):
        return ended(run, RunState.STOPPED, now)
    if is_passing:
        pause = wait_of(run.failures, random.random() if luck is None else luck)  # noqa: S311 - jitter, not a secret
        retry_at = max(getattr(error, "retry_at", None) or now, now + pause)
        return replace(
            run,
            state=run.state if run.state is RunState.STOPPING else RunState.WAITING,
            note=error.message,
            retry_at=retry_at,
            failures=run.failures + 1,
            updated_at=now,
        )
    if isinstance(error, Rejected) and error.reason in ACCESS_LOST:
        return replace(run, state=RunState.WAITING, note=ASK_AGAIN, retry_at=None, access="", updated_at=now)
    return ended(run, RunState.FAILED, now, error.message)


def after_slice(
    run: Run, outcomes: Sequence[str], now: datetime, spent: Mapping[str, int] | None = None, remark: str = ""
) -> Run:
    """Return the run with one row more behind it for each outcome, the outcomes and what a model took counted."""
    counts, used = Counter(run.counts), Counter(run.spent)
    counts.update(outcomes)
    used.update(spent or {})
    return replace(
        run,
        state=run.state if run.state is RunState.STOPPING else RunState.RUNNING,
        verified=run.cursor,
        cursor=run.cursor + len(outcomes),
        counts=dict(counts),
        spent=dict(used),
        remark=run.remark or remark,
        failures=0,
        note="",
        retry_at=None,
        updated_at=now,
    )


def ended(run: Run, state: RunState, now: datetime, note: str = "") -> Run:
    """Return the run at its end, its access forgotten."""
    return replace(run, state=state, note=note, access="", retry_at=None, updated_at=now)
