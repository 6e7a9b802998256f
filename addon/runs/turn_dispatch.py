"""One turn of a work that asks a model: a few calls' worth of rows at a time, and what of it can be handed on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from addon.leads.model import Decision, FoundRow, Lead
from addon.lib.parts import CALLS_AT_ONCE, IsLate, ask_at_once
from addon.lib.prices import took
from addon.ports import ModelAnswer, ModelRequest, TextModel, Unusable
from addon.runs.model import Run

Known = Callable[[FoundRow], Decision | None]
"""Returns what is known of a row without asking, or None."""

Ask = Callable[[Sequence[Lead], Counter[str], IsLate], Mapping[str, Decision]]
"""Asks for some leads together and returns what became of each, by id; adds what the calls took."""


class Turns:
    """The turns of one work. ``groups_of`` says which leads are asked together, ``rows_a_call`` at most."""

    def __init__(self, rows_a_call: int, groups_of: Callable[[Sequence[Lead]], Iterable[list[Lead]]]) -> None:
        self._rows_at_once = rows_a_call * CALLS_AT_ONCE
        self._groups_of = groups_of
        self._owed: dict[str, Counter[str]] = {}
        """What calls took that brought no decision, by run: it counts with the run's next one."""

    def take(
        self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool], known: Known, ask: Ask
    ) -> list[Decision]:
        """Decide rows until time is up or one fails; the rows before it are kept.

        Raises what the first row failed with, ``Unavailable`` for one, when nothing was done.
        """
        done: list[Decision] = []
        for start in range(0, len(rows), self._rows_at_once):
            decided, failure = self._decide(run, rows[start : start + self._rows_at_once], known, ask)
            done += decided
            if failure and not done:
                raise failure
            if failure or is_time_up():
                break
        return done

    def _decide(
        self, run: Run, rows: Sequence[FoundRow], known: Known, ask: Ask
    ) -> tuple[list[Decision], Exception | None]:
        """Return what became of the first rows, and why the next of them failed, if one did."""
        decided = {row.lead.id: found for row in rows if (found := known(row))}
        groups = list(self._groups_of([row.lead for row in rows if row.lead.id not in decided]))
        taken = self._owed.pop(run.id, Counter())
        failures: list[Exception] = []
        for answers, spent in ask_at_once(groups, ask):
            taken.update(spent)
            if isinstance(answers, Exception):
                failures.append(answers)
            else:
                decided |= answers
        reached = next((place for place, row in enumerate(rows) if row.lead.id not in decided), len(rows))
        done = [decided[row.lead.id] for row in rows[:reached]]
        if done:
            done[0] = replace(done[0], spent=taken)
        else:
            self._owed[run.id] = taken
        return done, failures[0] if failures else None


def asked(model: TextModel, request: ModelRequest, schema: Mapping[str, Any], taken: Counter[str]) -> ModelAnswer:
    """Return the model's answer; what the call took is added to ``taken``, also where the answer was of no use."""
    try:
        answer = model.generate(request, schema)
    except Unusable as useless:
        taken.update(took(model.name, useless.usage))
        raise
    taken.update(took(answer.model, answer.usage))
    return answer
