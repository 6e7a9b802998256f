"""Goal 6: a tick with nothing due, and the claim of a due row, whatever else is stored."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from addon.adapters import document_text
from addon.adapters.sqlite import SqliteDocuments
from addon.ports import Query
from addon.runs.repository import SHARDS, DueRepository
from addon.worker import Worker
from bench.figure import Figure, at_most
from bench.google import Google
from tests.fakes.counted import CountedDocuments

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LEASE = timedelta(seconds=90)


class Clock:
    def now(self) -> datetime:
        return NOW


def measure(google: Google, folder: Path) -> Iterator[Figure]:  # noqa: ARG001 - every goal's shape
    few, many = (_idle_tick(folder / f"tick{size}.db", size) for size in (1, 1_000))
    yield Figure(
        goal=6,
        what="store calls of a tick with nothing due, 1,000 × the leads and runs",
        measured=f"{many.total()} ({_named(many)})",
        baseline=f"{few.total()} at 1 ×",
        aim="the same",
        is_met=few == many,
    )
    small, large = (_claim_steps(folder / f"claim{size}.db", size) for size in (1_000, 100_000))
    what = "SQLite VM operations of a claim, 100,000 rows due later, each of 8 shards looked at"
    yield at_most(6, what, large / small, 1.1, f"{large:,}", f"{small:,} at 1,000 rows")


def _idle_tick(path: Path, size: int) -> Counter[str]:
    with closing(SqliteDocuments(path)) as store:
        lead = {"tab_id": "t", "cells": {"Score": 7}}
        leads = ((f"tenants/t{at % 10}/leads", f"lead{at}", lead) for at in range(10 * size))
        runs = ((f"tenants/t{at % 10}/runs", f"run{at}", _finished_run(at)) for at in range(size))
        _fill(path, [*leads, *runs])
        counted = CountedDocuments(store)
        Worker(DueRepository(counted), Clock(), {}, lambda _: None).tick(1.0)
        return counted.calls


def _claim_steps(path: Path, size: int) -> int:
    """Return the operations of SQLite's machine that one claim takes among ``size`` rows that are due later."""
    with closing(SqliteDocuments(path)) as store:
        DueRepository(store).schedule("run", "t run", "t", NOW - timedelta(seconds=1))
        [now] = store.find("due", Query(limit=2)).found
        _fill(path, [("due", f"row{at}", _due(now.data, at, NOW + timedelta(seconds=60 + at))) for at in range(size)])
        steps = 0

        def step() -> int:
            nonlocal steps
            steps += 1
            return 0

        # The store keeps its idle connection for the next caller of the same thread.
        with store._connection() as connection:
            connection.set_progress_handler(step, 1)
        assert len(DueRepository(store).lease(NOW, LEASE, 1)) == 1
        return steps


def _fill(path: Path, documents: Sequence[tuple[str, str, dict[str, Any]]]) -> None:
    """Store documents without the port's checks, which cost more than the store itself."""
    rows = (
        (collection, id, collection.rpartition("/")[2], "1@bench", document_text.encode({**data, "rev": 1}))
        for collection, id, data in documents
    )
    sql = "INSERT INTO documents (collection, id, kind, version, data) VALUES (?, ?, ?, ?, ?)"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(sql, rows)


def _due(like: Mapping[str, Any], number: int, at: datetime) -> dict[str, Any]:
    return {**like, "due_at": at, "shard": number % SHARDS}


def _finished_run(number: int) -> dict[str, Any]:
    return {"spreadsheet_id": f"file{number % 50}", "state": "done", "created_at": NOW}


def _named(calls: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(calls.items()))
