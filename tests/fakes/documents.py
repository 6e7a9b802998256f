"""A store in memory for tests of the rooms; it passes the same suite as the real ones."""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from typing import Any

from addon.adapters import document_queries, document_rules
from addon.adapters.document_indexes import INDEXES, Index
from addon.adapters.document_queries import Bound, Plan, Position
from addon.errors import Unavailable
from addon.ports import Create, Delete, Page, Query, Replace, Snapshot, Write

Key = tuple[str, str]


@dataclass
class FakeDocuments:
    """``stored`` may be looked at; ``down`` makes every call ``Unavailable``; ``before_commit`` runs before a write.

    Without ``is_strict`` documents are not measured, which takes longer than to keep them.
    With ``before_commit`` a test plays the other worker that comes between a read and the write that follows it.
    """

    indexes: Sequence[Index] = INDEXES
    down: bool = False
    stored: dict[Key, Snapshot] = field(default_factory=dict)
    is_strict: bool = True
    before_commit: list[Any] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _stamps: Any = field(default_factory=lambda: count(1))

    def get(self, collection: str, id: str) -> Snapshot | None:
        return self.get_many(collection, [id]).get(id)

    def get_many(self, collection: str, ids: Sequence[str]) -> dict[str, Snapshot]:
        for id in ids:
            document_rules.check_name(collection, id)
        document_rules.check_collection(collection)
        self.ping()
        with self._lock:
            found = (self.stored.get((collection, id)) for id in ids)
            return {one.id: _copy(one) for one in found if one}

    def create(self, collection: str, id: str, data: Mapping[str, Any]) -> str:
        return self._commit([Create(collection, id, data)])[0]

    def replace(self, collection: str, id: str, data: Mapping[str, Any], version: str) -> str:
        return self._commit([Replace(collection, id, data, version)])[0]

    def delete(self, collection: str, id: str, version: str | None = None) -> None:
        self._commit([Delete(collection, id, version)])

    def find(self, collection: str, query: Query) -> Page:
        plan = document_queries.read(collection, query, self.indexes)
        found = [one for one in self._all(collection) if _matches(one, plan)]
        found.sort(key=lambda one: _place(plan, one), reverse=plan.descending)
        if plan.after:
            mark = _mark(plan, plan.after)
            found = [
                one for one in found if (_place(plan, one) < mark if plan.descending else _place(plan, one) > mark)
            ]
        return plan.page(found)

    def count(self, collection: str, where: Mapping[str, Any] | None = None) -> int:
        document_rules.check_collection(collection)
        equal = document_queries.equalities(where)
        return sum(_equals(one, equal) for one in self._all(collection))

    def commit(self, writes: Sequence[Write]) -> None:
        self._commit(writes)

    def ping(self) -> None:
        if self.down:
            raise Unavailable("The store cannot be reached at the moment.", reason="store_down")

    def _all(self, collection: str) -> list[Snapshot]:
        self.ping()
        with self._lock:
            return [_copy(found) for (at, _), found in self.stored.items() if at == collection]

    def _commit(self, writes: Sequence[Write]) -> list[str]:
        kept = document_rules.checked(writes) if self.is_strict else writes
        self.ping()
        while self.before_commit:
            self.before_commit.pop(0)()
        with self._lock:
            after = dict(self.stored)
            versions = [self._apply(after, write) for write in kept]
            self.stored = after
        return versions

    def _apply(self, stored: dict[Key, Snapshot], write: Write) -> str:
        key = (write.collection, write.id)
        if isinstance(write, Create):
            if key in stored:
                raise document_rules.exists()
            return self._put(stored, key, write.data, 1)
        if write.version is not None and (key not in stored or stored[key].version != write.version):
            raise document_rules.moved()
        if isinstance(write, Replace):
            return self._put(stored, key, write.data, document_rules.parts(write.version)[0] + 1)
        stored.pop(key, None)
        return ""

    def _put(self, stored: dict[Key, Snapshot], key: Key, data: Mapping[str, Any], rev: int) -> str:
        version = document_rules.version(rev, str(next(self._stamps)))
        stored[key] = Snapshot(id=key[1], data={**data, "rev": rev}, version=version)
        return version


def _copy(found: Snapshot) -> Snapshot:
    return Snapshot(id=found.id, data=_fresh(dict(found.data)), version=found.version)


def _fresh(value: Any) -> Any:
    """Copy what can be changed: ``deepcopy`` takes thirty times as long."""
    if type(value) is dict:
        return {name: _fresh(one) for name, one in value.items()}
    return [_fresh(one) for one in value] if type(value) is list else value


def _matches(one: Snapshot, plan: Plan) -> bool:
    if plan.order and plan.order not in one.data:
        return False
    return _equals(one, plan.where) and all(_inside(one.data[plan.order or ""], bound) for bound in plan.bounds)


def _equals(one: Snapshot, where: Sequence[tuple[str, Any]]) -> bool:
    return all(name in one.data and _sort_key(one.data[name]) == _sort_key(value) for name, value in where)


def _inside(value: Any, bound: Bound) -> bool:
    (rank, mine), (wanted, limit) = _sort_key(value), _sort_key(bound.value)
    if rank != wanted:
        return False
    return bool({">=": mine >= limit, ">": mine > limit, "<=": mine <= limit, "<": mine < limit}[bound.operator])


def _place(plan: Plan, one: Snapshot) -> tuple[Any, str]:
    return _mark(plan, Position(one.data[plan.order] if plan.order else None, one.id))


def _mark(plan: Plan, position: Position) -> tuple[Any, str]:
    return (_sort_key(position.value) if plan.order else (), position.id)


def _sort_key(value: Any) -> tuple[int, Any]:
    """Firestore's order of types, and of values within a type."""
    if value is None:
        return 0, 0
    if isinstance(value, list):
        return 6, [_sort_key(item) for item in value]
    if isinstance(value, dict):
        return 7, sorted((name, _sort_key(item)) for name, item in value.items())
    ranks: dict[type, int] = {bool: 1, int: 2, float: 2, datetime: 3, str: 4, bytes: 5}
    return ranks[type(value)], value
