"""What SQLite alone must show: processes beside each other, a crash in the middle, and work that does not grow."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from addon.adapters import document_queries, document_sql, document_text
from addon.adapters.document_indexes import INDEXES
from addon.adapters.sqlite import SqliteDocuments
from addon.errors import Unavailable
from addon.ports import Create, Query, Range

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)

OPEN = """
import sys
from addon.adapters import sqlite
from addon.errors import Conflict
from addon.ports import Create
store = sqlite.SqliteDocuments(sys.argv[1])
"""

COUNT_TO_FIFTY = """
won = 0
while won < 50:
    found = store.get("things", "counter")
    try:
        store.replace("things", "counter", {"n": found.data["n"] + 1}, found.version)
        won += 1
    except Conflict:
        pass
"""

STOP_AMID_A_COMMIT = """
real, written = sqlite._write, []
def write(connection, write):
    if len(written) == 25:
        print("amid", flush=True)
        sys.stdin.read()
    written.append(write)
    return real(connection, write)
sqlite._write = write
store.commit([Create("things", str(n), {"x": "x" * 5000}) for n in range(50)])
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "var" / "store.db"


@contextmanager
def store(path: Path, **options: Any) -> Iterator[SqliteDocuments]:
    with closing(SqliteDocuments(path, **options)) as opened:
        yield opened


@contextmanager
def process(path: Path, script: str) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", OPEN + script, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=ROOT, text=True, **pipes) as started:  # type: ignore[call-overload]
        try:
            yield started
        finally:
            started.kill()


def finish(started: subprocess.Popen[str]) -> None:
    _, errors = started.communicate(timeout=20)
    assert started.returncode == 0, errors


def test_two_processes_and_two_threads_lose_no_write(path: Path) -> None:
    with store(path) as documents:
        documents.create("things", "counter", {"n": 0})
        with process(path, COUNT_TO_FIFTY) as first, process(path, COUNT_TO_FIFTY) as second:
            finish(first)
            finish(second)
        found = documents.get("things", "counter")
        assert found is not None
        assert found.data == {"n": 100, "rev": 101}


def test_processes_that_start_at_once_make_one_store(path: Path) -> None:
    with process(path, "") as first, process(path, "") as second, process(path, "") as third:
        for started in (first, second, third):
            finish(started)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_threads_that_open_at_once_make_one_store(path: Path) -> None:
    failures: list[BaseException] = []
    start = threading.Barrier(8)

    def run() -> None:
        start.wait(timeout=10)
        try:
            with store(path) as documents:
                documents.ping()
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=run) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []


def test_a_process_killed_amid_a_commit_leaves_nothing_and_no_lock(path: Path) -> None:
    with store(path, busy_seconds=1.0) as documents:
        with process(path, STOP_AMID_A_COMMIT) as victim:
            assert victim.stdout is not None
            assert victim.stdout.readline() == "amid\n"
            assert documents.count("things") == 0  # readers do not wait for it
            victim.kill()
            victim.wait(timeout=10)
        assert documents.count("things") == 0
        documents.create("things", "after", {})
    with store(path) as again:
        assert [found.id for found in again.find("things", Query()).found] == ["after"]


def test_what_was_written_is_there_after_reopening(path: Path) -> None:
    with store(path) as documents:
        version = documents.create("things", "a", {"at": NOW})
    with store(path) as documents:
        assert documents.replace("things", "a", {}, version)


def test_a_writer_that_waits_too_long_is_told_later(path: Path) -> None:
    with store(path, busy_seconds=0.05) as documents, closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unavailable) as refused:
            documents.create("things", "a", {})
        assert refused.value.reason == "store_busy"
        assert isinstance(refused.value.__cause__, sqlite3.OperationalError)
        assert documents.count("things") == 0
        other.execute("ROLLBACK")
        documents.create("things", "a", {})


def test_a_file_that_is_no_store_is_unavailable(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("not a database, but long enough to look at" * 100)
    with pytest.raises(Unavailable):
        SqliteDocuments(path)
    with pytest.raises(Unavailable):
        SqliteDocuments(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights in access lists, not in a mode")
def test_only_its_owner_reads_the_file(path: Path) -> None:
    with store(path) as documents:
        documents.create("things", "a", {})
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_every_commit_is_flushed(path: Path) -> None:
    with store(path) as documents, documents._connection() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_forked_process_opens_connections_of_its_own(path: Path) -> None:
    with store(path) as documents:
        documents.ping()
        pid = os.fork()
        if pid == 0:  # pragma: no cover - the child
            status = 1
            try:
                kept = list(documents._idle)
                with documents._connection() as connection:
                    status = 0 if connection not in kept else 2
                documents.create("things", "child", {})
            finally:
                os._exit(status)
        assert os.waitpid(pid, 0)[1] == 0
        assert documents.get("things", "child") is not None


# --- Work ------------------------------------------------------------------------------------------------------------
DUE = Query(where={"shard": 3}, range=Range(field="due_at", at_most=NOW), limit=50)
FIRST = Query(where={"shard": 3}, order="due_at", limit=1)

FILL = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO documents (collection, id, kind, version, data)
SELECT ?, printf('%08d', i), ?, '1@x', json_object('shard', i % 8, 'due_at', ?, 'state', 'usent') FROM n
"""


def fill(path: Path, rows: int) -> sqlite3.Connection:
    """Make a store with 100 due rows a shard, ``rows`` due later, and ``rows`` documents of another kind."""
    with store(path) as documents:
        for start in range(0, 800, 400):
            documents.commit(
                [
                    Create("due", f"now{n}", {"shard": n % 8, "due_at": NOW - timedelta(minutes=n)})
                    for n in range(start, start + 400)
                ]
            )
    connection = sqlite3.connect(path)
    later = document_text.scalar(NOW + timedelta(days=1))[1]
    with connection:
        connection.execute(FILL, (rows, "due", "due", later))
        connection.execute(FILL, (rows, "tenants/t/leads", "leads", later))
    return connection


def steps(connection: sqlite3.Connection, query: Query) -> tuple[int, int]:
    """Return the virtual machine's steps a query takes, and the rows it finds."""
    taken = 0

    def step() -> int:
        nonlocal taken
        taken += 1
        return 0

    sql, values = document_sql.selection(document_queries.read("due", query, INDEXES))
    connection.set_progress_handler(step, 1)
    found = connection.execute(sql, values).fetchall()
    connection.set_progress_handler(None, 1)
    return taken, len(found)


def explained(connection: sqlite3.Connection, query: Query) -> str:
    sql, values = document_sql.selection(document_queries.read("due", query, INDEXES))
    return "\n".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", values))


def test_finding_due_rows_costs_the_same_at_a_hundred_times_the_rows(tmp_path: Path) -> None:
    with closing(fill(tmp_path / "small.db", 1_000)) as small, closing(fill(tmp_path / "large.db", 100_000)) as large:
        for query, found in ((DUE, 51), (FIRST, 2)):
            (few, at_small), (many, at_large) = steps(small, query), steps(large, query)
            assert at_small == at_large == found
            assert many <= few * 1.1
        assert steps(large, FIRST)[0] < 250


@pytest.mark.parametrize("query", [DUE, FIRST, replace(DUE, order="due_at")], ids=["due", "first", "ordered"])
def test_due_rows_are_a_stretch_of_an_index(path: Path, query: Query) -> None:
    with store(path) as documents, closing(sqlite3.connect(path)) as connection:
        documents.commit([Create("due", str(n), {"shard": 3, "due_at": NOW}) for n in range(60)])
        page = documents.find("due", query)
        for asked in (query, replace(query, cursor=page.next)):
            plan = explained(connection, asked)
            assert "USING INDEX by_due_shard_due_at (collection=? AND <expr>=? AND <expr>" in plan
            assert "TEMP B-TREE" not in plan
            assert "SCAN documents" not in plan


def test_a_late_page_costs_what_the_first_does(path: Path) -> None:
    with closing(fill(path, 2_000)) as connection, store(path) as documents:
        for query in (Query(where={"shard": 3}, order="due_at", limit=20), replace(DUE, limit=20)):
            first = steps(connection, query)[0]
            page = documents.find("due", query)
            while page.next and len(page.found) == 20:
                last = replace(query, cursor=page.next)
                page = documents.find("due", last)
            assert steps(connection, last)[0] <= first * 1.5


def test_every_declared_index_is_there(path: Path) -> None:
    with store(path), closing(sqlite3.connect(path)) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        assert {document_sql.index_name(index) for index in INDEXES} <= there


def test_an_index_declared_later_is_built_on_what_is_there(path: Path) -> None:
    with store(path, indexes=()) as documents:
        documents.create("due", "a", {"shard": 3, "due_at": NOW})
    with store(path) as documents:
        assert len(documents.find("due", DUE).found) == 1
