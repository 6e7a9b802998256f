"""Runs, their lists of rows, and what is due, as documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from addon.errors import Conflict, Unavailable
from addon.leads.model import Place
from addon.lib.clock import real_now
from addon.lib.ids import digest
from addon.ports import Create, Documents, Query, Range, Replace, Snapshot, Write
from addon.runs.model import DueKind, DueRow, LeaseLost, Manner, Run, RunKind, RunState, Target

SHARDS = 8

CHUNK = 1_000
"""Rows in one document of a run's list."""

MAX_RACES = 20
"""Lost races in a row before a caller is told to come back."""


class RunRepository:
    """Reads and writes runs; every save is at the version that was read."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, id: str) -> Run | None:
        """Return the run, or None."""
        found = self._documents.get(_runs(tenant), id)
        return _run(tenant, found) if found else None

    def active(self, tenant: str, spreadsheet_id: str) -> list[Run]:
        """Return the runs of one file that are not over."""
        states = [str(state) for state in RunState if state.is_active]
        found = (
            snapshot
            for state in states
            for snapshot in self._documents.find(
                _runs(tenant), Query(where={"spreadsheet_id": spreadsheet_id, "state": state})
            ).found
        )
        return [_run(tenant, snapshot) for snapshot in found]

    def save(self, run: Run) -> Run:
        """Create or replace and return the run at its new version; ``Conflict`` if somebody else moved it."""
        if run.version:
            version = self._documents.replace(_runs(run.tenant), run.id, _run_data(run), run.version)
        else:
            version = self._documents.create(_runs(run.tenant), run.id, _run_data(run))
        return replace(run, version=version)

    def save_due(self, run: Run, due: DueRepository, now: datetime) -> Run:
        """Save the run and have it due, both or none: a crash leaves no run that nobody comes back to."""
        row = DueRow(id=due_id(run), kind=DueKind.RUN, ref=run_ref(run.tenant, run.id), tenant=run.tenant, due_at=now)
        for _ in range(MAX_RACES):
            write: Write = Create(_runs(run.tenant), run.id, _run_data(run))
            if run.version:
                write = Replace(_runs(run.tenant), run.id, _run_data(run), run.version)
            try:
                self._documents.commit([write, *due.writes(row)])
            except Conflict:
                found = self.find(run.tenant, run.id)
                if (found.version if found else "") != run.version:
                    raise
                continue  # only the due row was moved, by a worker
            return self.find(run.tenant, run.id) or run
        raise Unavailable("Too many at once.", reason="contended")

    def save_places(self, run: Run, places: Sequence[Place]) -> None:
        """Store the list of rows of the run's current plan, whatever an earlier try left there."""
        for number, start in enumerate(range(0, len(places), CHUNK)):
            self._put_chunk(run, number, places[start : start + CHUNK])

    def places(self, run: Run, start: int, stop: int) -> list[Place]:
        """Return places ``start``..``stop`` (excluded) of the list, at most up to the end of the chunk of ``start``."""
        if start >= stop:
            return []
        found = self._documents.get(_lists(run), f"{run.plan}-{start // CHUNK}")
        chunk = _chunk(found) if found else []
        offset = start - start % CHUNK
        return chunk[start - offset : stop - offset]

    def places_from(self, run: Run, start: int) -> list[Place]:
        """Return the whole list of the run's current plan from ``start`` on."""
        names = [f"{run.plan}-{number}" for number in range(-(-(run.total or 0) // CHUNK))]
        found = self._documents.get_many(_lists(run), names)
        return [place for name in names if name in found for place in _chunk(found[name])][start:]

    def intend(self, run: Run, start: int, placed: Sequence[Place]) -> None:
        """Store what is about to be written at rows ``start``…, so that a crash leaves a trace of where it went."""
        name = f"{run.plan}-{start // CHUNK}"
        found = self._documents.get(_lists(run), name)
        if found and placed:
            chunk = _chunk(found)
            offset = start % CHUNK
            chunk[offset : offset + len(placed)] = placed
            self._documents.replace(_lists(run), name, _chunk_data(chunk), found.version)

    def advance(self, run: Run, start: int, placed: Sequence[Place]) -> Run:
        """Save the run and where its rows ``start``… stood when they were written, both or none."""
        name = f"{run.plan}-{start // CHUNK}"
        found = self._documents.get(_lists(run), name)
        writes: list[Create | Replace] = [Replace(_runs(run.tenant), run.id, _run_data(run), run.version)]
        if found and placed:
            chunk = _chunk(found)
            offset = start % CHUNK
            chunk[offset : offset + len(placed)] = placed
            writes.append(Replace(_lists(run), name, _chunk_data(chunk), found.version))
        self._documents.commit(writes)
        fresh = self.find(run.tenant, run.id)
        if fresh is None:
            raise Conflict("This run is gone.")
        return fresh

    def _put_chunk(self, run: Run, number: int, chunk: Sequence[Place]) -> None:
        name = f"{run.plan}-{number}"
        found = self._documents.get(_lists(run), name)
        if found is None:
            self._documents.create(_lists(run), name, _chunk_data(chunk))
        else:
            self._documents.replace(_lists(run), name, _chunk_data(chunk), found.version)


class DueRepository:
    """What must happen later, in business time. Leasing moves ``due_at`` forward, so a crash heals by itself.

    Leases run by a clock of their own, so that tests can move the two apart. Where both are the playground's, moving it
    may end a lease early: the worker that held it notices before its next write.
    """

    def __init__(self, documents: Documents, real: Callable[[], datetime] = real_now) -> None:
        self._documents = documents
        self._real = real

    def schedule(self, kind: str, ref: str, tenant: str, at: datetime) -> None:
        """Have ``ref`` looked at by ``at``; an earlier time stays. While it is leased, the lease's end looks at it."""
        row = DueRow(id=digest("due", kind, ref), kind=kind, ref=ref, tenant=tenant, due_at=at)
        _until_won(lambda: self._documents.commit(self.writes(row)))

    def writes(self, row: DueRow) -> list[Write]:
        """Return the writes that have ``row`` due by its time; none if it is already."""
        found = self._documents.get("due", row.id)
        if found is None:
            return [Create("due", row.id, _due_data(row))]
        old = _due(found)
        if self._is_leased(old):
            asked = old.asked_at is None or old.asked_at > row.due_at
            return [Replace("due", row.id, _due_data(replace(old, asked_at=row.due_at)), old.version)] if asked else []
        if old.due_at <= row.due_at:
            return []
        return [Replace("due", row.id, _due_data(replace(old, due_at=row.due_at)), old.version)]

    def lease(self, now: datetime, length: timedelta, limit: int) -> list[DueRow]:
        """Take up to ``limit`` rows that are due and nobody is at, the oldest first."""
        found = (
            _due(snapshot)
            for shard in range(SHARDS)
            for snapshot in self._documents.find("due", _due_query(shard, now, limit)).found
        )
        leased: list[DueRow] = []
        for row in sorted(found, key=lambda row: row.due_at):
            if len(leased) < limit and (taken := self._take(row, now, length)):
                leased.append(taken)
        return leased

    def lease_one(self, kind: str, ref: str, now: datetime, length: timedelta) -> DueRow | None:
        """Take one row whenever it is due, unless somebody is at it."""
        found = self._documents.get("due", digest("due", kind, ref))
        return self._take(_due(found), now, length) if found else None

    def renew(self, row: DueRow, now: datetime, length: timedelta) -> DueRow:
        """Begin a lease of mine anew, just before something is written; ``LeaseLost`` if somebody else has it."""
        found = self._documents.get("due", row.id)
        if found is None or found.data["lease_until"] != row.lease_until:
            raise LeaseLost
        held = replace(_due(found), due_at=now + length, lease_until=self._real() + length)
        try:
            return replace(held, version=self._documents.replace("due", row.id, _due_data(held), held.version))
        except Conflict:
            return self.renew(row, now, length)  # somebody asked for it to be looked at again: read that too

    def finish(self, row: DueRow, again_at: datetime | None) -> None:
        """End a lease: forget the row, or have it due again, the sooner if somebody asked for it meanwhile."""
        _until_won(lambda: self._finish(row, again_at))

    def _finish(self, row: DueRow, again_at: datetime | None) -> None:
        found = self._documents.get("due", row.id)
        if found is None or found.data["lease_until"] != row.lease_until:
            return  # the lease ran out, and another worker has the row or is done with it
        times = [at for at in (found.data["asked_at"], again_at) if at is not None]
        if not times:
            self._documents.delete("due", row.id, found.version)
            return
        ended = replace(_due(found), due_at=min(times), lease_until=None, asked_at=None, attempts=0)
        self._documents.replace("due", row.id, _due_data(ended), found.version)

    def next_due(self, now: datetime) -> datetime | None:
        """Return the earliest business time at which there is anything to do for a worker that is free."""
        rows = (
            _due(snapshot)
            for shard in range(SHARDS)
            for snapshot in self._documents.find("due", Query(where={"shard": shard}, order="due_at", limit=2)).found
        )
        return min((self._free_at(row, now) for row in rows), default=None)

    def _free_at(self, row: DueRow, now: datetime) -> datetime:
        if row.lease_until is None or not self._is_leased(row):
            return row.due_at
        return max(row.due_at, now + (row.lease_until - self._real()))

    def _is_leased(self, row: DueRow) -> bool:
        return row.lease_until is not None and row.lease_until > self._real()

    def _take(self, row: DueRow, now: datetime, length: timedelta) -> DueRow | None:
        if self._is_leased(row):
            return None
        taken = replace(
            row, due_at=now + length, lease_until=self._real() + length, asked_at=None, attempts=row.attempts + 1
        )
        try:
            return replace(taken, version=self._documents.replace("due", row.id, _due_data(taken), row.version))
        except Conflict:
            return None


def _until_won(write: Callable[[], None]) -> None:
    """Repeat a read and write until nobody came between."""
    for _ in range(MAX_RACES):
        try:
            return write()
        except Conflict:
            continue
    raise Unavailable("Too many at once.", reason="contended")


def _due_query(shard: int, now: datetime, limit: int) -> Query:
    """The rows of a shard that are due: those somebody is at may be among them, so a few more than asked for."""
    return Query(where={"shard": shard}, range=Range(field="due_at", at_most=now), limit=limit + SHARDS)


def run_ref(tenant: str, run_id: str) -> str:
    """Return the reference of a run in a due row: tenant ids hold no blank."""
    return f"{tenant} {run_id}"


def due_id(run: Run) -> str:
    """Return the id of the run's due row."""
    return digest("due", DueKind.RUN, run_ref(run.tenant, run.id))


def _runs(tenant: str) -> str:
    return f"tenants/{tenant}/runs"


def _lists(run: Run) -> str:
    return f"tenants/{run.tenant}/runs/{run.id}/lists"


def _chunk(found: Snapshot) -> list[Place]:
    listed = zip(found.data["ids"], found.data["rows"], found.data["marks"], strict=True)
    return [Place(id=id, row=row, mark=mark) for id, row, mark in listed]


def _chunk_data(chunk: Sequence[Place]) -> dict[str, Any]:
    return {
        "ids": [place.id for place in chunk],
        "rows": [place.row for place in chunk],
        "marks": [place.mark for place in chunk],
    }


def _run(tenant: str, found: Snapshot) -> Run:
    data = found.data
    return Run(
        id=found.id,
        tenant=tenant,
        owner=data["owner"],
        user=data["user"],
        kind=RunKind(data["kind"]),
        target=Target(
            spreadsheet_id=data["spreadsheet_id"],
            sheet_id=data["sheet_id"],
            tab=data["tab"],
            rows=data["rows"],
            most=data.get("most"),
            rest=data.get("rest", ""),
        ),
        state=RunState(data["state"]),
        created_at=data["created_at"],
        updated_at=data["updated_at"],
        total=data["total"],
        cursor=data["cursor"],
        verified=data["verified"],
        plan=data["plan"],
        left=data.get("left", 0),
        is_large=data.get("is_large", False),
        halvings=data.get("halvings", 0),
        is_checked=data.get("is_checked", data["state"] == RunState.DONE),
        is_doubtful=data.get("is_doubtful", False),
        is_resumed=data.get("is_resumed", False),
        failures=data["failures"],
        counts=data["counts"],
        spent=data.get("spent", {}),
        manner=Manner(**data.get("manner", {})),
        access=data["access"],
        note=data["note"],
        remark=data.get("remark", ""),
        retry_at=data["retry_at"],
        version=found.version,
    )


def _run_data(run: Run) -> Mapping[str, Any]:
    return {
        "owner": run.owner,
        "user": run.user,
        "kind": str(run.kind),
        "spreadsheet_id": run.target.spreadsheet_id,
        "sheet_id": run.target.sheet_id,
        "tab": run.target.tab,
        "rows": run.target.rows,
        "most": run.target.most,
        "rest": run.target.rest,
        "state": str(run.state),
        "created_at": run.created_at,
        "updated_at": run.updated_at,
        "total": run.total,
        "cursor": run.cursor,
        "verified": run.verified,
        "plan": run.plan,
        "left": run.left,
        "is_large": run.is_large,
        "halvings": run.halvings,
        "is_checked": run.is_checked,
        "is_doubtful": run.is_doubtful,
        "is_resumed": run.is_resumed,
        "failures": run.failures,
        "counts": dict(run.counts),
        "spent": dict(run.spent),
        "manner": asdict(run.manner),
        "access": run.access,
        "note": run.note,
        "remark": run.remark,
        "retry_at": run.retry_at,
    }


def _due(found: Snapshot) -> DueRow:
    data = found.data
    return DueRow(
        id=found.id,
        kind=data["kind"],
        ref=data["ref"],
        tenant=data["tenant"],
        due_at=data["due_at"],
        lease_until=data["lease_until"],
        asked_at=data["asked_at"],
        attempts=data["attempts"],
        version=found.version,
    )


def _due_data(row: DueRow) -> dict[str, Any]:
    return {
        "due_at": row.due_at,
        "shard": sum(row.id.encode()) % SHARDS,
        "tenant": row.tenant,
        "kind": row.kind,
        "ref": row.ref,
        "lease_until": row.lease_until,
        "asked_at": row.asked_at,
        "attempts": row.attempts,
    }
