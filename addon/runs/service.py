"""Starting, showing, stopping and waking runs."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import Conflict, Invalid
from addon.leads.model import Tab
from addon.leads.service import check_choice
from addon.lib.ids import digest
from addon.lib.seal import Sealer
from addon.ports import Clock, Documents, TaskQueue
from addon.runs.dispatch import RunDispatch, purpose_of
from addon.runs.model import PLAIN, DueKind, DueRow, LeaseLost, Manner, Run, RunKind, RunState, Target
from addon.runs.progress import ended
from addon.runs.repository import DueRepository, RunRepository, run_ref

LEASE = timedelta(seconds=90)
"""How long a worker may be silent before another takes over; begun anew before every write, which takes less."""

STUCK = 8 * LEASE
"""How long a run whose workers die one after the other may stand still before it is given up."""

INLINE_SECONDS = 0.8
"""How long a click may work before it answers; the rest goes on behind it."""

INLINE_ROWS = 2_000
"""Tabs with more rows than this are read behind the answer, not before it."""


class Runs:
    """Runs of all tenants; every method takes the verified caller and stays in the caller's tenant."""

    def __init__(
        self,
        documents: Documents,
        due: DueRepository,
        dispatch: RunDispatch,
        queue: TaskQueue,
        clock: Clock,
        sealer: Sealer,
    ) -> None:
        self._runs = RunRepository(documents)
        self._due = due
        self._dispatch = dispatch
        self._queue = queue
        self._clock = clock
        self._sealer = sealer

    def start(
        self,
        caller: Caller,
        kind: RunKind,
        target: Target,
        tab: Tab,
        access_token: str,
        *,
        manner: Manner = PLAIN,
        left: int = 0,
    ) -> Run:
        """Start a run, or return the one already at this tab; the first slice is done if it fits in a second.

        ``left`` rows are known to wait behind samples that are written anew.
        """
        check_choice(target.rows)
        id = digest("run", target.spreadsheet_id, str(target.sheet_id), kind)
        old = self._runs.find(caller.tenant, id)
        if old and old.state.is_active:
            return self.renew(caller, old, access_token)
        now = self._clock.now()
        run = Run(
            id=id,
            tenant=caller.tenant,
            owner=caller.user,
            user=caller.user,
            kind=kind,
            target=target,
            state=RunState.QUEUED,
            created_at=now,
            updated_at=now,
            manner=manner,
            left=left,
            is_large=tab.is_large,
            is_doubtful=bool(old and old.total and not old.is_checked),
            version=old.version if old else "",
        )
        try:
            run = self._save_due(self._with_access(run, access_token))
        except Conflict:
            return self.get(caller, id, target.spreadsheet_id)  # a doubled click: the other request started it
        audit("runs:run:started", tenant=caller.tenant, user=caller.user, run=id, kind=kind)
        return self._wake(run, inline=tab.rows <= INLINE_ROWS)

    def get(self, caller: Caller, run_id: str, open_file: str = "") -> Run:
        """Return a run of the caller's own, or of the file that Google says is open; else ``Invalid``."""
        run = self._runs.find(caller.tenant, run_id) if run_id else None
        if run is None or (caller.user not in (run.owner, run.user) and run.target.spreadsheet_id != open_file):
            raise Invalid("There is no such run any more. Press Back to Home and start again.", reason="no_such_run")
        return run

    def lead_ids(self, run: Run) -> tuple[str, ...]:
        """Return the Lead IDs of the rows behind a run, in order."""
        return tuple(place.id for place in self._runs.places(run, 0, run.cursor) if place.id)

    def active(self, caller: Caller, spreadsheet_id: str) -> list[Run]:
        """Return the runs of a file that are not over, the newest first."""
        found = self._runs.active(caller.tenant, spreadsheet_id)
        return sorted(found, key=lambda run: run.created_at, reverse=True)

    def renewed(self, caller: Caller, spreadsheet_id: str, access_token: str) -> list[Run]:
        """Return the active runs of a file after giving those that wait for access the caller's."""
        return [self.renew(caller, run, access_token) for run in self.active(caller, spreadsheet_id)]

    def renew(self, caller: Caller, run: Run, access_token: str) -> Run:
        """Give a run that waits for access the caller's, and wake it; any other run is returned as it is."""
        if run.state is not RunState.WAITING or run.access or not access_token:
            return run
        fresh = self._with_access(replace(run, user=caller.user, state=RunState.RUNNING, note=""), access_token)
        try:
            run = self._save_due(fresh)
        except Conflict:
            return self.get(caller, run.id, run.target.spreadsheet_id)
        audit("runs:run:renewed", tenant=caller.tenant, user=caller.user, run=run.id)
        return self._wake(run, inline=False)

    def stop(self, caller: Caller, run_id: str, open_file: str = "", access_token: str = "") -> Run:
        """Ask a run to stop after the slice it is in; rows done stay done, and rows not reached lose our word."""
        run = self.get(caller, run_id, open_file)
        while run.state.is_active and run.state is not RunState.STOPPING:
            asked = replace(run, state=RunState.STOPPING, note="", retry_at=None, updated_at=self._clock.now())
            if access_token and not run.access:
                asked = self._with_access(replace(asked, user=caller.user), access_token)
            try:
                run = self._save_due(asked)
            except Conflict:
                run = self.get(caller, run_id, open_file)
                continue
            audit("runs:run:stopped", tenant=caller.tenant, user=caller.user, run=run_id)
        return self._wake(run, inline=(run.total or 0) <= INLINE_ROWS) if run.state.is_active else run

    def resume(self, caller: Caller, run_id: str, open_file: str, access_token: str) -> Run:
        """Go on with a stopped or failed run where it was: rows done stay done, the others are looked up in the tab."""
        run = self.get(caller, run_id, open_file)
        if run.state not in (RunState.STOPPED, RunState.FAILED):
            return self.renew(caller, run, access_token)
        now = self._clock.now()
        again = replace(run, state=RunState.QUEUED, user=caller.user, note="", failures=0, updated_at=now)
        again = replace(again, is_resumed=run.total is not None, is_doubtful=run.is_doubtful or not run.is_checked)
        try:
            run = self._save_due(self._with_access(again, access_token))
        except Conflict:
            return self.get(caller, run_id, open_file)
        audit("runs:run:resumed", tenant=caller.tenant, user=caller.user, run=run_id)
        return self._wake(run, inline=(run.total or 0) <= INLINE_ROWS)

    def give_up(self, tenant: str, run_id: str) -> bool:
        """End a run that fails again and again for a reason of ours; False for one that gets on between its crashes."""
        run = self._runs.find(tenant, run_id)
        if run is None or not run.state.is_active:
            return True
        if self._clock.now() - run.updated_at < STUCK:
            return False
        note = "Something of ours failed again and again on these rows. Your administrator finds it in the log."
        self._runs.save(ended(run, RunState.FAILED, self._clock.now(), note))
        return True

    def _with_access(self, run: Run, access_token: str) -> Run:
        sealed = self._sealer.seal(access_token, tenant=run.tenant, user=run.user, purpose=purpose_of(run.id))
        return replace(run, access=sealed)

    def _save_due(self, run: Run) -> Run:
        return self._runs.save_due(run, self._due, self._clock.now())

    def _advance(self, run: Run, lease: Lease) -> None:
        """Do what fits in a second; where a slice asks a model, only choose the rows."""
        seconds = INLINE_SECONDS if self._dispatch.is_quick(run) else 0.0
        try:
            again_at = self._dispatch.advance(run.tenant, run.id, time_up_after(seconds), lease.renew)
        except LeaseLost:
            return  # this click was very slow, and a worker went on without it
        lease.finish(again_at)

    def _wake(self, run: Run, *, inline: bool) -> Run:
        """Work on a due run for a second ourselves if nobody is at it, and return it as it stands then."""
        ref = run_ref(run.tenant, run.id)
        lease = self._due.lease_one(DueKind.RUN, ref, self._clock.now(), LEASE) if inline else None
        if lease:
            self._advance(run, Lease(self._due, self._clock, lease))
        self._queue.wake(DueKind.RUN, ref)
        return self._runs.find(run.tenant, run.id) or run


class Lease:
    """A leased due row in the hands of the worker that took it."""

    def __init__(self, due: DueRepository, clock: Clock, row: DueRow) -> None:
        self._due = due
        self._clock = clock
        self._row = row

    def renew(self) -> None:
        """Begin the lease anew; ``LeaseLost`` if another worker has the row."""
        self._row = self._due.renew(self._row, self._clock.now(), LEASE)

    def finish(self, again_at: datetime | None) -> None:
        """Give the row back, due again at ``again_at`` or, with None, done."""
        self._due.finish(self._row, again_at)


def time_up_after(seconds: float) -> Callable[[], bool]:
    """Return a question that is answered yes once so many seconds of real time have passed."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() >= end
