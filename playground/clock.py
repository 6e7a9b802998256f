"""Business time for the laptop: real time plus the offset in CLOCK_FILE, and the walk from one due instant to the next.

The add-on reads the same file. The playground does not see the add-on's store, so it asks ``/tasks/tick`` what is next.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from playground.access import write_private

STEP_SECONDS = 3600.0
"""How far to walk at a time when the add-on does not say what is next."""

TICKS_AT_ONE_INSTANT = 1_000
"""An add-on that is never done at one instant is left alone after so many ticks."""

Tick = Callable[[], "TickAnswer"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TickAnswer:
    """What one ``/tasks/tick`` did; ``next_due`` None with ``knows_next`` means nothing is scheduled at all."""

    done: int = 0
    leased: int = 0
    next_due: datetime | None = None
    knows_next: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """How an advance went; ``problem`` is why the add-on could not be ticked."""

    ticks: int = 0
    problem: str = ""


class TickFailed(Exception):
    """The add-on could not be ticked."""


@dataclass(slots=True)
class _Counted:
    """A tick that remembers how often it was called."""

    tick: Tick
    ticks: int = 0

    def __call__(self) -> TickAnswer:
        self.ticks += 1
        return self.tick()


@dataclass(frozen=True, slots=True)
class ClockFile:
    """The offset in seconds, a single number in a file that is replaced whole."""

    path: Path

    def offset(self) -> float:
        """Return the offset in seconds; a missing or spoilt file is no offset."""
        try:
            return float(self.path.read_text("utf-8"))
        except (OSError, ValueError):
            return 0.0

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.offset())

    def set_offset(self, seconds: float) -> None:
        write_private(self.path, f"{seconds:.6f}\n".encode())

    def reset(self) -> None:
        self.set_offset(0.0)

    def advance(self, hours: float, tick: Tick) -> Walk:
        """Move ``hours`` ahead, stopping at each due instant until nothing is due there; never move back."""
        end = round(self.offset() + hours * 3600.0, 6)
        counted = _Counted(tick)
        try:
            answer = self._settle(counted)
            while self.offset() < end:
                self.set_offset(self._next_stop(answer, end))
                answer = self._settle(counted)
        except TickFailed as error:
            self.set_offset(end)
            return Walk(ticks=counted.ticks, problem=str(error))
        return Walk(ticks=counted.ticks)

    def advance_to_next(self, hours: float, tick: Tick) -> Walk:
        """Do what is due now, then what is due next, at its own instant; stay where nothing is within ``hours``."""
        counted = _Counted(tick)
        try:
            answer = self._settle(counted)
            if self._is_within(answer, hours):
                self.set_offset(self._next_stop(answer, self.offset() + hours * 3600.0))
                self._settle(counted)
        except TickFailed as error:
            return Walk(ticks=counted.ticks, problem=str(error))
        return Walk(ticks=counted.ticks)

    def _is_within(self, answer: TickAnswer, hours: float) -> bool:
        if answer.next_due is None:
            return not answer.knows_next
        return answer.next_due <= self.now() + timedelta(hours=hours)

    def _settle(self, tick: Tick) -> TickAnswer:
        """Tick until nothing more is due now; return the last answer."""
        for _ in range(TICKS_AT_ONE_INSTANT):
            answer = tick()
            if not self._is_busy(answer):
                return answer
        raise TickFailed(f"the add-on was still busy after {TICKS_AT_ONE_INSTANT} ticks at one instant")

    def _is_busy(self, answer: TickAnswer) -> bool:
        if answer.done or answer.leased:
            return True
        return answer.next_due is not None and answer.next_due <= self.now()

    def _next_stop(self, answer: TickAnswer, end: float) -> float:
        if not answer.knows_next:
            return min(self.offset() + STEP_SECONDS, end)
        if answer.next_due is None:
            return end
        # A millisecond beyond, so that rounding never leaves us just short of the instant.
        wanted = (answer.next_due - datetime.now(UTC)).total_seconds() + 0.002
        return min(max(wanted, self.offset() + 0.002), end)


def read_tick(answer: Any) -> TickAnswer:
    """Read the JSON of ``/tasks/tick``; missing or odd parts count as not said."""
    if not isinstance(answer, dict):
        return TickAnswer()
    due = answer.get("next_due")
    at = _instant(due)
    knows = "next_due" in answer and (due is None or at is not None)
    return TickAnswer(done=_count(answer, "done"), leased=_count(answer, "leased"), next_due=at, knows_next=knows)


def _count(answer: dict[str, Any], key: str) -> int:
    value = answer.get(key)
    return value if isinstance(value, int) and value > 0 else 0


def _instant(text: Any) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)
