"""Does what is due. ``tick`` is called by Cloud Scheduler, by the playground's clock, or by the local ticker."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from addon.ports import Clock
from addon.runs.model import DueRow, LeaseLost
from addon.runs.repository import DueRepository
from addon.runs.service import LEASE, Lease, time_up_after

MAX_LEASED = 50
HANDS = 4
"""Due rows worked at the same time in one tick: a mailbox whose Gmail is slow keeps no other waiting."""

MAX_ATTEMPTS = 8
"""Leases in a row that ended in a crash before a row is given up."""

TICK_SECONDS = 24.0
"""How long one call to do what is due works: 80 % of the 30 seconds a scheduler may wait for us at the least."""

TURN_SECONDS = 4.0
"""How long one due row is worked before the next has its turn."""

FIRST_LOOK_SECONDS = 1.0
"""How long after its start a process first looks for what is due: the first card is answered meanwhile."""

_LOG = logging.getLogger("worker")

Turn = Callable[[DueRow, Callable[[], bool], Callable[[], None]], datetime | None]
"""Works one due row until it is done or time is up; returns when to come back, None for never.

The third argument begins the row's lease anew and must be called before anything is written outside.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickResult:
    """How many rows were taken, how many of them finished, and when the next one is due."""

    leased: int
    done: int
    next_due: datetime | None


class Worker:
    """Leases due rows and gives each its turn. Several workers on one store are harmless."""

    def __init__(
        self,
        due: DueRepository,
        clock: Clock,
        turns: Mapping[str, Turn],
        give_up: Callable[[DueRow], bool],
        hands: int = 1,
    ) -> None:
        self._hands = hands
        self._due = due
        self._clock = clock
        self._turns = turns
        self._give_up = give_up

    def tick(self, seconds: float) -> TickResult:
        """Work what is due for about so many seconds of real time."""
        is_over = time_up_after(seconds)
        rows = self._due.lease(self._clock.now(), LEASE, self._hands)
        if len(rows) > 1:
            with ThreadPoolExecutor(max_workers=len(rows), thread_name_prefix="turn") as pool:
                worked = list(pool.map(lambda row: self._work(row, is_over, seconds), rows))
        else:
            worked = [self._work(row, is_over, seconds) for row in rows]
        return TickResult(
            leased=sum(leased for leased, _ in worked),
            done=sum(done for _, done in worked),
            next_due=self._due.next_due(self._clock.now()),
        )

    def _work(self, first: DueRow, is_over: Callable[[], bool], seconds: float) -> tuple[int, int]:
        """Work one row and, while there is time, whatever is due then; return how many were taken and finished."""
        row: DueRow | None = first
        leased = done = 0
        while row is not None:
            leased += 1
            done += self._turn(row, seconds)
            if is_over() or leased >= MAX_LEASED:
                break
            row = next(iter(self._due.lease(self._clock.now(), LEASE, 1)), None)
        return leased, done

    def work_one(self, kind: str, ref: str, seconds: float) -> bool:
        """Work one row now, whenever it is due; False if somebody is at it or there is none."""
        row = self._due.lease_one(kind, ref, self._clock.now(), LEASE)
        return row is not None and self._turn(row, seconds)

    def _turn(self, row: DueRow, seconds: float) -> bool:
        """Give one row its turn; a crash leaves the lease to run out, so that a poisoned row does not spin."""
        if row.attempts > MAX_ATTEMPTS and self._give_up(row):
            self._due.finish(row, None)
            return True
        lease = Lease(self._due, self._clock, row)
        try:
            again_at = self._turns[row.kind](row, time_up_after(min(TURN_SECONDS, seconds)), lease.renew)
        except LeaseLost:
            _LOG.warning("worker.lease_lost kind=%s id=%s", row.kind, row.id)
            return False
        except Exception:
            _LOG.exception("worker.turn_crashed kind=%s id=%s attempts=%d", row.kind, row.id, row.attempts)
            return False
        lease.finish(again_at)
        return again_at is None


class Ticker:
    """Ticks from one thread of this process: when woken, when the next row is due, and once a minute for good measure.

    A look at an empty store costs two small queries a shard, so it is not done more often than there is reason to.
    """

    def __init__(self, worker: Worker, clock: Clock, longest: timedelta = timedelta(seconds=60)) -> None:
        self._worker = worker
        self._clock = clock
        self._longest = longest.total_seconds()
        self._bell = threading.Event()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="ticker", daemon=True)

    def start(self) -> None:
        """Start the thread, after any fork."""
        self._thread.start()

    def wake(self, kind: str, ref: str) -> None:  # noqa: ARG002 - the TaskQueue port's shape
        """Look at once: something became due."""
        self._bell.set()

    def stop(self) -> None:
        """End the thread after the slice it is in."""
        self._stopped.set()
        self._bell.set()
        self._thread.join(timeout=75)

    def _loop(self) -> None:
        wait = FIRST_LOOK_SECONDS
        while True:
            self._bell.wait(wait)
            self._bell.clear()
            if self._stopped.is_set():
                return
            wait = self._tick()

    def _tick(self) -> float:
        """Do what is due and return how many seconds to wait for the next look."""
        try:
            next_due = self._worker.tick(TURN_SECONDS).next_due
        except Exception:
            _LOG.exception("worker.tick_failed")
            return self._longest
        return self._longest if next_due is None else wait_until(next_due, self._clock.now(), self._longest)


def wait_until(due_at: datetime, now: datetime, longest: float) -> float:
    """Return the seconds from now to ``due_at``, at least a twentieth and at most ``longest``."""
    return min(max((due_at - now).total_seconds(), 0.05), longest)
