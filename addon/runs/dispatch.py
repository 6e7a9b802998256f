"""The engine of a run: choose the rows, then slice after slice read → work → store → write → move on.

Every step may be repeated after a crash: ids are derived from the row, cells are stored before they are written, and
the cursor moves only after both. The read before a slice is the check of the slice before it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from addon.errors import AssistantError, Conflict, Rejected
from addon.leads.model import Decision, OwnColumn, Place
from addon.leads.service import Leads
from addon.lib.seal import Sealer
from addon.ports import Clock, Documents
from addon.runs.model import Run, RunKind, RunState, Work
from addon.runs.progress import ASK_AGAIN, TAB_GONE, after_fault, after_slice, ended
from addon.runs.repository import RunRepository
from addon.runs.slices import intended, result_of, rows_to_work, spent_on

if TYPE_CHECKING:
    from addon.leads.dispatch import LeadTab

MAX_PLANS = 20
"""Times a run makes its list of rows anew because rows or columns changed under it; then they count as changed."""


class RunDispatch:
    """Moves runs on. Stateless: everything it knows is in the store and the sheet."""

    def __init__(
        self, documents: Documents, leads: Leads, clock: Clock, sealer: Sealer, work_of: Callable[[RunKind], Work]
    ) -> None:
        self._runs = RunRepository(documents)
        self._leads = leads
        self._clock = clock
        self._sealer = sealer
        self._work_of = work_of

    def is_quick(self, run: Run) -> bool:
        """Whether a click may do a slice of this run before it answers."""
        return self._work_of(run.kind).is_quick(run)

    def advance(
        self, tenant: str, run_id: str, is_time_up: Callable[[], bool], hold: Callable[[], None]
    ) -> datetime | None:
        """Work until the run needs no more or time is up; return when to come back, None for never.

        Only the holder of the run's due row may call this. ``hold`` begins that lease anew before each write and raises
        ``LeaseLost`` if another worker has it: a write planned before would land on what that worker did.
        """
        while run := self._runs.find(tenant, run_id):
            if not run.state.is_active:
                return None
            try:
                run = self._step(run, is_time_up, hold)
            except Conflict:
                continue  # somebody pressed Stop or renewed the access: look again
            if run.state is RunState.WAITING or (run.state.is_active and run.retry_at):
                return run.retry_at
            if run.state.is_active and is_time_up():
                return self._clock.now()
        return None

    def _step(self, run: Run, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> Run:
        try:
            if run.state is RunState.STOPPING:
                return self._end(run, RunState.STOPPED, hold)
            if run.total is None:
                return self._plan(run, hold)
            if run.is_resumed:
                unreached = {place.id for place in self._runs.places_from(run, run.cursor)}
                return self._plan(replace(run, is_resumed=False), hold, unreached)
            if run.cursor >= run.total:
                return self._end(run, RunState.DONE, hold)
            return self._slice(run, is_time_up, hold)
        except Conflict:
            raise
        except AssistantError as error:
            return self._runs.save(after_fault(run, self._explained(run, error, hold), self._clock.now()))

    def _explained(self, run: Run, error: AssistantError, hold: Callable[[], None]) -> AssistantError:
        """Return what is behind a request that Google refused: rows that were deleted since the read, or the tab."""
        if error.reason != "bad_request":
            return error
        try:
            is_there = self._open(run, hold).is_there()
        except AssistantError as worse:
            return worse
        return error if is_there else Rejected(TAB_GONE, reason="tab_gone")

    def _open(self, run: Run, hold: Callable[[], None]) -> LeadTab:
        if not run.access:
            raise Rejected(ASK_AGAIN, reason="access_expired")
        token = self._sealer.open(run.access, tenant=run.tenant, user=run.user, purpose=purpose_of(run.id))
        target = run.target
        return self._leads.open_tab(
            run.tenant, target.spreadsheet_id, target.sheet_id, token, hold, is_large=run.is_large
        )

    def _plan(self, run: Run, hold: Callable[[], None], leftover: Collection[str] | None = None) -> Run:
        """Make the list of rows; rows behind the cursor keep their places, so that the end can look at them again."""
        work = self._work_of(run.kind)
        behind = self._behind(run)
        tab = self._open(run, hold)
        places = tab.choose(
            run.target.rows,
            columns_of(work),
            work.done_column,
            behind,
            leftover,
            needed_column=work.needed_column,
            is_doubtful=run.is_doubtful,
        )
        left = len(places) - len(places[: run.target.most]) if leftover is None else 0
        places = places[: run.target.most]
        planned = replace(
            run,
            plan=run.plan + 1,
            left=left or run.left,
            total=run.cursor + len(places),
            verified=run.cursor,
            is_doubtful=run.is_doubtful or tab.is_disturbed or run.plan > 0,
            state=RunState.RUNNING,
            note="",
            updated_at=self._clock.now(),
        )
        self._runs.save_places(planned, [*behind, *places])
        return self._runs.save(planned)

    def _slice(self, run: Run, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> Run:
        tab, work = self._open(run, hold), self._work_of(run.kind)
        rows_at_once = max(1, work.slice_rows >> run.halvings)
        places = self._runs.places(run, run.cursor, min(run.total or 0, run.cursor + rows_at_once))
        found = tab.read(places, self._landed(run, places), work.columns, work.guarded)
        if (found.changed or found.is_torn) and run.plan < MAX_PLANS:
            return self._plan(run, hold, {place.id for place in self._runs.places_from(run, run.cursor)})
        run = replace(run, is_doubtful=run.is_doubtful or tab.is_disturbed or bool(found.gone))
        rows = rows_to_work(places, found)
        decided = work(run, rows, is_time_up) if rows else ()
        decisions = {row.lead.id: decision for row, decision in zip(rows, decided, strict=False)}
        allowed = tab.store(decisions, found)
        result = result_of(places, found, allowed, lambda decision: tab.mark(decision, columns_of(work)), tab.shown)
        self._runs.intend(run, run.cursor, intended(places, result.placed))
        tab.write(result.cells)
        return self._move_on(run, result.placed, result.outcomes, decided)

    def _landed(self, run: Run, ahead: Sequence[Place]) -> list[Place]:
        """Return what was written and not yet seen to stand right, with rows ahead that a crash may have left so."""
        return [*self._runs.places(run, run.verified, run.cursor), *(place for place in ahead if place.mark)]

    def _behind(self, run: Run) -> list[Place]:
        return self._runs.places_from(run, 0)[: run.cursor] if run.cursor else []

    def _move_on(self, run: Run, placed: Sequence[Place], outcomes: Sequence[str], decided: Sequence[Decision]) -> Run:
        """Move the cursor; a wish to stop that came meanwhile is kept, and what was done is counted all the same."""
        spent, remark = spent_on(decided), next((one.remark for one in decided if one.remark), "")
        try:
            return self._runs.advance(after_slice(run, outcomes, self._clock.now(), spent, remark), run.cursor, placed)
        except Conflict:
            fresh = self._runs.find(run.tenant, run.id)
            if fresh is None or (fresh.cursor, fresh.plan) != (run.cursor, run.plan):
                raise
            fresh = replace(fresh, is_doubtful=run.is_doubtful)
            return self._runs.advance(
                after_slice(fresh, outcomes, self._clock.now(), spent, remark), run.cursor, placed
            )

    def _end(self, run: Run, state: RunState, hold: Callable[[], None]) -> Run:
        if run.total or run.is_doubtful:
            places = self._runs.places_from(run, 0)
            written = [place for at, place in enumerate(places) if at < run.cursor or place.mark]
            unreached = {place.id for place in places[run.cursor :]}
            others = [other for other in self._runs.active(run.tenant, run.target.spreadsheet_id) if other.id != run.id]
            is_alone = all(other.target.sheet_id != run.target.sheet_id for other in others)
            columns = columns_of(self._work_of(run.kind))
            self._open(run, hold).close(written, columns, unreached, is_alone=is_alone, is_doubtful=run.is_doubtful)
        return self._runs.save(ended(replace(run, is_checked=True), state, self._clock.now()))


def columns_of(work: Work) -> tuple[OwnColumn, ...]:
    """Return the columns a mark is made of: those whose edits count come first."""
    return (*work.guarded, *(column for column in work.columns if column not in work.guarded))


def purpose_of(run_id: str) -> str:
    """Return what a run's sealed access is for."""
    return f"run {run_id}"
