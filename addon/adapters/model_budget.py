"""What one key of a language model may still take this minute, shared by all workers through one document of the store.

The document also holds the gate: after a refusal everybody leaves the server alone until the same instant.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from random import Random, SystemRandom
from typing import Any

from addon.errors import AssistantError, Conflict, Rejected, Unavailable
from addon.lib import bucket
from addon.lib.backoff import wait
from addon.lib.bucket import Limit, Spent
from addon.lib.ids import digest
from addon.ports import Clock, Documents, Snapshot

COLLECTION = "model_budgets"
BASE, CAP = timedelta(seconds=4), timedelta(minutes=5)
"""Of the wait after a failure without a hint: a quota by the minute is free again within the cap."""

REFUSED_FOR = timedelta(minutes=10)
"""How long a refused key or an unknown model is not tried again: a run's rows fail at once, a mended key works soon."""

STALE = timedelta(seconds=1)
"""A place in the minute older than this is not used: half of what the count allows for (``bucket.MARGIN_SECONDS``)."""

MOST_TRIES = 8
"""Tries at the shared document; more at one instant means that others are faster, and there is nothing left anyway."""

BUSY = "Gemini's rate limit is reached."


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Why nobody may call until then; ``is_final`` for a refusal, of one ``model`` or, if that is blank, all."""

    until: datetime
    reason: str
    template: str
    values: Mapping[str, str]
    is_final: bool = False
    model: str = ""

    def error(self) -> AssistantError:
        """Return what a call raises meanwhile: what the first one was answered."""
        if self.is_final:
            return Rejected(self.template, reason=self.reason, **self.values)
        return Unavailable(self.template, reason=self.reason, retry_at=self.until, **self.values)


def _closure(error: AssistantError, until: datetime, *, is_final: bool = False, model: str = "") -> Closure:
    return Closure(
        until=until,
        reason=error.reason,
        template=error.template,
        values={name: str(value) for name, value in error.values.items()},
        is_final=is_final,
        model=model,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """The document; ``failures`` counts those in a row."""

    spent: tuple[Spent, ...] = ()
    failures: int = 0
    closed: Closure | None = None


class Budget:
    """Reserves calls before they are made. One read and one write a call; a crash after it wastes one minute's place.

    Corrections by what a call really took wait in memory for the next call's write.
    """

    def __init__(
        self, documents: Documents, clock: Clock, *, key: str, limit: Limit, rng: Random | None = None
    ) -> None:
        self._documents = documents
        self._clock = clock
        self._id = digest("model budget", key)
        self._limit = limit
        self._rng = rng or SystemRandom()
        self._lock = threading.Lock()
        self._owed: Counter[int] = Counter()
        self._answered_at: datetime | None = None

    def reserve(self, model: str, tokens: int) -> int:
        """Take a call of about ``tokens`` out of this minute and return its place, for ``settle``.

        Raises ``Unavailable`` with the instant from which there is room, and the refusal while the gate is closed.
        """
        with self._lock:
            for _ in range(MOST_TRIES):
                at = self._take(model, tokens)
                if self._clock.now() - at <= STALE:
                    return bucket.second_of(at)
        raise self._busy()

    def settle(self, place: int, more_tokens: int) -> None:
        """Note that the call of ``place`` was answered, and took so many tokens more than reserved (or fewer)."""
        with self._lock:
            self._owed[place] += more_tokens
            self._answered_at = self._clock.now()

    def fail(self, outage: Unavailable) -> Unavailable:
        """Close the gate for everybody until the server's hint, else for a random while that doubles with each failure.

        Returns the outage with that instant.
        """
        closed = self._change(lambda state: self._shut(state, outage)).closed
        until = closed.until if closed else None
        return Unavailable(outage.template, reason=outage.reason, retry_at=until, **outage.values)

    def refuse(self, refusal: Rejected, model: str = "") -> None:
        """Let everybody have the same refusal for a while, of this model or of the key."""
        until = self._clock.now() + REFUSED_FOR
        closed = _closure(refusal, until, is_final=True, model=model)
        self._change(lambda state: replace(state, closed=closed))

    def reopen(self) -> None:
        """Forget refusals: the key was seen to work."""
        found = self._load()[0]
        if found.closed and found.closed.is_final:
            self._change(lambda state: replace(state, closed=None))

    def _shut(self, state: _State, outage: Unavailable) -> _State:
        now = self._clock.now()
        shut = state.closed if state.closed and state.closed.until > now else None
        if shut and shut.is_final:
            return state
        failures = state.failures + (shut is None)  # calls that failed together count once
        until = max(now, outage.retry_at or now, shut.until if shut else now)
        if outage.retry_at is None or failures > 1:  # a hint that did not help is not believed alone
            until = max(until, now + wait(failures - 1, self._rng, BASE, CAP))
        return replace(state, failures=failures, closed=_closure(outage, until))

    def _take(self, model: str, tokens: int) -> datetime:
        taken_at = [self._clock.now()]

        def take(state: _State) -> _State:
            now = taken_at[0] = self._clock.now()
            state = self._corrected(state, now)
            closed = state.closed
            if closed and closed.until > now and closed.model in ("", model):
                raise closed.error()
            free_at = bucket.free_at(state.spent, self._limit, tokens)
            if free_at:
                raise Unavailable(BUSY, reason="rate_limited", retry_at=free_at)
            return replace(state, spent=bucket.spend(state.spent, tokens, now))

        self._change(take)
        self._owed.clear()
        self._answered_at = None
        return taken_at[0]

    def _corrected(self, state: _State, now: datetime) -> _State:
        """Return the state with what this process learned since its last write."""
        spent = bucket.counted(state.spent, now)
        for place, tokens in self._owed.items():
            spent = bucket.corrected(spent, place, tokens)
        closed_until = state.closed.until if state.closed else None
        if self._answered_at and (closed_until is None or closed_until <= self._answered_at):
            return _State(spent=spent)
        return replace(state, spent=spent)

    def _change(self, act: Callable[[_State], _State]) -> _State:
        """Write what ``act`` makes of the document as it stands; ``act`` may be called again, and may raise."""
        for _ in range(MOST_TRIES):
            found, version = self._load()
            after = act(found)
            try:
                self._save(after, version)
            except Conflict:
                continue
            return after
        raise self._busy()

    def _busy(self) -> Unavailable:
        soon = self._clock.now() + wait(0, self._rng, BASE, CAP)
        return Unavailable(BUSY, reason="rate_limited", retry_at=soon)

    def _load(self) -> tuple[_State, str | None]:
        found = self._documents.get(COLLECTION, self._id)
        return (_state(found), found.version) if found else (_State(), None)

    def _save(self, state: _State, version: str | None) -> None:
        data = {
            "spent": [asdict(one) for one in state.spent],
            "failures": state.failures,
            "closed": asdict(state.closed) if state.closed else None,
        }
        if version is None:
            self._documents.create(COLLECTION, self._id, data)
        else:
            self._documents.replace(COLLECTION, self._id, data, version)


def _state(found: Snapshot) -> _State:
    closed: Mapping[str, Any] | None = found.data["closed"]
    return _State(
        spent=tuple(Spent(**one) for one in found.data["spent"]),
        failures=found.data["failures"],
        closed=Closure(**closed) if closed else None,
    )
