"""Answers of a language model kept by what was asked: in memory for an hour, in the store for a month.

The same question is paid once, also by a run that was killed after the answer came. Answers hold what mails say, so
they are kept below their tenant and end by themselves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from addon.errors import Conflict
from addon.lib.cache import Cache
from addon.lib.ids import digest
from addon.ports import Clock, Delete, Documents, ModelAnswer, ModelRequest, Query, Range, Snapshot, Usage

KEPT_FOR = timedelta(days=30)
NEAR_SIZE, NEAR_SECONDS = 200, 3_600.0
"""200 answers of ten mails are about 3 MB."""

SWEPT_AT_ONCE = 50

Key = tuple[str, str]
"""Tenant and digest."""


@dataclass(frozen=True, slots=True)
class _Kept:
    text: str
    model: str

    def answer(self) -> ModelAnswer:
        return ModelAnswer(data=json.loads(self.text), usage=Usage(), model=self.model)


class Answers:
    """Finds an answer, or has it made once and keeps it before anybody sees it. Safe among threads."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._documents = documents
        self._clock = clock
        self._near: Cache[Key, _Kept] = Cache(size=NEAR_SIZE, seconds=NEAR_SECONDS)

    def get_or_ask(self, key: Key, ask: Callable[[], ModelAnswer], *, purpose: str, fresh: bool) -> ModelAnswer:
        """Return the kept answer with no usage, else what ``ask`` returns; what it raises is not kept.

        With ``fresh`` nothing kept is looked at. Threads that ask the same at once wait for one of them.
        """
        paid: list[ModelAnswer] = []

        def make() -> _Kept:
            found = None if fresh else self._find(key)
            if found is None:
                paid.append(ask())
                found = _Kept(json.dumps(paid[0].data, ensure_ascii=False), paid[0].model)
                self._store(key, found, purpose)
            return found

        if fresh:
            kept = make()
            self._near.put(key, kept)
        else:
            kept = self._near.get_or_make(key, make)
        return paid[0] if paid else kept.answer()

    def _find(self, key: Key) -> _Kept | None:
        tenant, id = key
        found = self._documents.get(_collection(tenant), id) if tenant else None
        if found is None or found.data["expire_at"] <= self._clock.now():
            return None
        return _Kept(found.data["answer"], found.data["model"])

    def _store(self, key: Key, kept: _Kept, purpose: str) -> None:
        tenant, id = key
        if not tenant:
            return
        now = self._clock.now()
        data = {
            "answer": kept.text,
            "model": kept.model,
            "purpose": purpose,
            "made_at": now,
            "expire_at": now + KEPT_FOR,
        }
        try:
            self._documents.create(_collection(tenant), id, data)
        except Conflict:
            self._overwrite(_collection(tenant), id, data)
        if id.endswith("0"):
            self._sweep(_collection(tenant))

    def _overwrite(self, collection: str, id: str, data: Mapping[str, Any]) -> None:
        found = self._documents.get(collection, id)
        try:
            if found:
                self._documents.replace(collection, id, data, found.version)
        except Conflict:
            return  # somebody else stored an answer to the same question just now: as good as this one

    def _sweep(self, collection: str) -> None:
        """Delete what has ended, at one new answer in sixteen: only Firestore does it by itself."""
        ended = Query(range=Range(field="expire_at", at_most=self._clock.now()), limit=SWEPT_AT_ONCE)
        found: tuple[Snapshot, ...] = self._documents.find(collection, ended).found
        if found:
            self._documents.commit([Delete(collection, one.id) for one in found])


def key_of(model: str, request: ModelRequest, schema: Mapping[str, Any]) -> Key:
    """Return what an answer depends on; not how long it may be, for only whole answers are kept."""
    asked = (request.instructions, request.data, json.dumps(schema, sort_keys=True))
    return request.tenant, digest("model answer", model, *asked)


def _collection(tenant: str) -> str:
    return f"tenants/{tenant}/model_answers"
