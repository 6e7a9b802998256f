"""The store in one SQLite file: several processes and threads, one table, queries served by expression indexes.

Every commit is flushed to the disk (``synchronous=FULL``): a send is marked before it is made, and a mark lost to a
power cut would be a mail sent twice. The price is one flush a commit, about 3,000 commits a second on a laptop's SSD.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import orjson

from addon.adapters import document_queries, document_rules, document_sql, document_text
from addon.adapters.document_indexes import INDEXES, Index, find_index, group_of
from addon.errors import Unavailable
from addon.ports import Create, Delete, Page, Query, Replace, Snapshot, Write


class SqliteDocuments:
    """Documents in the file ``path``, made (readable by its owner alone) if absent; ``Unavailable`` if it cannot be.

    A writer waits ``busy_seconds`` for another writer, then is ``Unavailable``; readers never wait (WAL). A thread
    holds a connection of its own while it works; idle ones are kept for the next thread.
    """

    def __init__(self, path: str | Path, *, indexes: Sequence[Index] = INDEXES, busy_seconds: float = 5.0) -> None:
        self._path = Path(path)
        self._indexes = tuple(indexes)
        self._busy_seconds = busy_seconds
        self._idle: deque[sqlite3.Connection] = deque()
        self._pid = os.getpid()
        with _translated():
            _make_file(self._path)
            with self._connection() as connection:
                _build(connection, self._indexes)

    def get(self, collection: str, id: str) -> Snapshot | None:
        """Return the document, or None."""
        document_rules.check_name(collection, id)
        found = self._select(
            "SELECT id, version, data FROM documents WHERE collection = ? AND id = ?", [collection, id]
        )
        return found[0] if found else None

    def get_many(self, collection: str, ids: Sequence[str]) -> dict[str, Snapshot]:
        """Return those of ``ids`` that exist, by id, as they stood at one instant."""
        document_rules.check_collection(collection)
        for id in ids:
            document_rules.check_id(id)
        sql = "SELECT id, version, data FROM documents WHERE collection = ? AND id IN (SELECT value FROM json_each(?))"
        return {found.id: found for found in self._select(sql, [collection, orjson.dumps(ids).decode()])}

    def create(self, collection: str, id: str, data: Mapping[str, Any]) -> str:
        """Make a document and return its version."""
        return self._commit([Create(collection, id, data)])[0]

    def replace(self, collection: str, id: str, data: Mapping[str, Any], version: str) -> str:
        """Overwrite whole and return the new version."""
        return self._commit([Replace(collection, id, data, version)])[0]

    def delete(self, collection: str, id: str, version: str | None = None) -> None:
        """Remove; without a version an absent document is fine."""
        self._commit([Delete(collection, id, version)])

    def find(self, collection: str, query: Query) -> Page:
        """Return one page of the documents that match."""
        plan = document_queries.read(collection, query, self._indexes)
        return plan.page(self._select(*document_sql.selection(plan)))

    def count(self, collection: str, where: Mapping[str, Any] | None = None) -> int:
        """Return how many documents equal ``where``."""
        document_rules.check_collection(collection)
        equal = document_queries.equalities(where)
        index = find_index(self._indexes, collection, [name for name, _ in equal], None)
        source, (condition, values) = document_sql.source(index), document_sql.conditions(collection, equal, index)
        sql = f"SELECT count(*) FROM {source} WHERE {condition}"  # noqa: S608
        with _translated(), self._connection() as connection:
            return int(connection.execute(sql, values).fetchone()[0])

    def commit(self, writes: Sequence[Write]) -> None:
        """Do all or none."""
        self._commit(writes)

    def ping(self) -> None:
        """Return if the file can be read."""
        with _translated(), self._connection() as connection:
            connection.execute("SELECT 1 FROM documents LIMIT 1").fetchone()

    def close(self) -> None:
        """Close the idle connections; the store opens new ones if used again."""
        while self._idle:
            self._idle.pop().close()

    def _select(self, sql: str, values: Sequence[Any]) -> list[Snapshot]:
        with _translated(), self._connection() as connection:
            rows = connection.execute(sql, values).fetchall()
        return [Snapshot(id=id, data=document_text.decode(data), version=version) for id, version, data in rows]

    def _commit(self, writes: Sequence[Write]) -> list[str]:
        kept = document_rules.checked(writes)
        with _translated(), self._connection() as connection:
            connection.execute("BEGIN IMMEDIATE")
            versions = [_write(connection, write) for write in kept]
            connection.execute("COMMIT")
        return versions

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to this thread alone; a transaction left open by an error is undone."""
        connection = self._borrow()
        try:
            yield connection
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        finally:
            self._idle.append(connection)

    def _borrow(self) -> sqlite3.Connection:
        if self._pid != os.getpid():  # after a fork; closing the parent's connections here would drop its locks
            self._parents, self._idle, self._pid = self._idle, deque(), os.getpid()
        try:
            return self._idle.pop()
        except IndexError:
            return _open(self._path, self._busy_seconds)


def _write(connection: sqlite3.Connection, write: Write) -> str:
    match write:
        case Create():
            return _create(connection, write)
        case Replace():
            return _replace(connection, write)
        case Delete():
            return _delete(connection, write)


def _create(connection: sqlite3.Connection, write: Create) -> str:
    version = document_rules.version(1, secrets.token_hex(8))
    row = (write.collection, write.id, group_of(write.collection), version, _text(write.data, 1))
    try:
        connection.execute("INSERT INTO documents (collection, id, kind, version, data) VALUES (?, ?, ?, ?, ?)", row)
    except sqlite3.IntegrityError as error:
        raise document_rules.exists() from error
    return version


def _replace(connection: sqlite3.Connection, write: Replace) -> str:
    rev = document_rules.parts(write.version)[0] + 1
    version = document_rules.version(rev, secrets.token_hex(8))
    changed = connection.execute(
        "UPDATE documents SET version = ?, data = ? WHERE collection = ? AND id = ? AND version = ?",
        (version, _text(write.data, rev), write.collection, write.id, write.version),
    )
    if changed.rowcount == 0:
        raise document_rules.moved()
    return version


def _delete(connection: sqlite3.Connection, write: Delete) -> str:
    changed = connection.execute(
        "DELETE FROM documents WHERE collection = ? AND id = ? AND version = ifnull(?, version)",
        (write.collection, write.id, write.version),
    )
    if write.version is not None and changed.rowcount == 0:
        raise document_rules.moved()
    return ""


def _text(data: Mapping[str, Any], rev: int) -> str:
    return document_text.encode({**data, "rev": rev})


def _make_file(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _open(path: Path, busy_seconds: float) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _build(connection: sqlite3.Connection, indexes: Sequence[Index]) -> None:
    """Set WAL and make what is missing; a file that has it all is not written to."""
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
    wanted = {"documents": document_sql.TABLE}
    wanted |= {document_sql.index_name(index): document_sql.index_sql(index) for index in indexes}
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    if wanted.keys() <= present:
        return
    connection.execute("BEGIN IMMEDIATE")
    for sql in wanted.values():
        connection.execute(sql)
    connection.execute("COMMIT")


@contextmanager
def _translated() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        _refuse(error)


def _refuse(error: Exception) -> NoReturn:
    busy = getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    reason = "store_busy" if busy else "store_down"
    raise Unavailable("The store cannot be reached at the moment.", reason=reason) from error
