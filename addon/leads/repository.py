"""Leads and tabs as documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from addon.errors import Conflict, Unavailable
from addon.leads.model import ColumnMap, Field, LeadRecord, TabRecord
from addon.leads.status import is_said
from addon.ports import Create, Documents, Query, Replace, Snapshot, Write

BATCH = 400
"""Writes in one commit (the port's ceiling)."""

PAGE = 1_000
"""Records read at a time where all of a tab are."""

LOCK_WAIT = timedelta(seconds=3)
LONGEST_LOCK = timedelta(minutes=1)
"""How long a tab stays locked after a crash of the one who changed its columns."""


class LeadRepository:
    """Reads and writes leads and tabs of one tenant at a time."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def records(self, tenant: str, ids: Sequence[str]) -> dict[str, LeadRecord]:
        """Return those of ``ids`` that are known, by id."""
        found = self._documents.get_many(f"tenants/{tenant}/leads", ids)
        return {id: _record(id, snapshot.data, snapshot.version) for id, snapshot in found.items()}

    def records_of(self, tenant: str, tab_id: str) -> Iterator[LeadRecord]:
        """Return every lead ever stored of a tab, those whose rows are gone too."""
        return (_record(found.id, found.data, found.version) for found in self._all(tenant, {"tab_id": tab_id}))

    def said_of(self, tenant: str, tab_id: str) -> dict[str, LeadRecord]:
        """Return a tab's leads whose Status is a sequence's, by id."""
        found = self._all(tenant, {"tab_id": tab_id, "is_said": True})
        return {one.id: _record(one.id, one.data, one.version) for one in found}

    def _all(self, tenant: str, where: Mapping[str, Any]) -> Iterator[Snapshot]:
        query = Query(where=where, limit=PAGE)
        while True:
            page = self._documents.find(f"tenants/{tenant}/leads", query)
            yield from page.found
            if page.next is None:
                return
            query = replace(query, cursor=page.next)

    def save(self, tenant: str, records: Sequence[LeadRecord]) -> None:
        """Write records, 400 a commit; ``Conflict`` if another worker moved one."""
        writes = [_write(tenant, record) for record in records]
        for start in range(0, len(writes), BATCH):
            self._documents.commit(writes[start : start + BATCH])

    def tab(self, tenant: str, tab_id: str) -> TabRecord:
        """Return what is known of a tab."""
        found = self._documents.get(f"tenants/{tenant}/tabs", tab_id)
        return _tab(found.data) if found else TabRecord()

    def save_tab(self, tenant: str, tab_id: str, tab: TabRecord) -> None:
        """Store what is known of a tab; the last writer wins."""
        self._put(f"tenants/{tenant}/tabs", tab_id, _tab_data(tab))

    def place(self, tenant: str, place_id: str) -> int | None:
        """Return the tab a user last worked on in a file."""
        found = self._documents.get(f"tenants/{tenant}/places", place_id)
        return found.data["sheet_id"] if found else None

    def save_place(self, tenant: str, place_id: str, sheet_id: int) -> None:
        """Remember the tab a user works on in a file."""
        self._put(f"tenants/{tenant}/places", place_id, {"sheet_id": sheet_id})

    @contextmanager
    def alone(self, tenant: str, tab_id: str, now: datetime) -> Iterator[None]:
        """Be the only one who changes a tab's columns; ``Unavailable`` while another is, at most a minute."""
        collection, lock = f"tenants/{tenant}/locks", {"until": now + LONGEST_LOCK}
        found = self._documents.get(collection, tab_id)
        if found and found.data["until"] > now:
            raise Unavailable("Another run is preparing this tab.", reason="tab_locked", retry_at=now + LOCK_WAIT)
        try:
            if found is None:
                version = self._documents.create(collection, tab_id, lock)
            else:
                version = self._documents.replace(collection, tab_id, lock, found.version)
        except Conflict as error:
            raise Unavailable(
                "Another run is preparing this tab.", reason="tab_locked", retry_at=now + LOCK_WAIT
            ) from error
        try:
            yield
        finally:
            with suppress(Conflict):
                self._documents.delete(collection, tab_id, version)

    def _put(self, collection: str, id: str, data: Mapping[str, Any]) -> None:
        found = self._documents.get(collection, id)
        if found is None:
            self._documents.create(collection, id, data)
        elif {key: value for key, value in found.data.items() if key != "rev"} != data:
            self._documents.replace(collection, id, data, found.version)


def _record(id: str, data: Mapping[str, Any], version: str) -> LeadRecord:
    return LeadRecord(
        id=id,
        tab_id=data["tab_id"],
        person=data["person"],
        cells=data["cells"],
        written=data["written"],
        facts=data["facts"],
        updated_at=data["updated_at"],
        version=version,
    )


def _write(tenant: str, record: LeadRecord) -> Write:
    collection = f"tenants/{tenant}/leads"
    data = {
        "tab_id": record.tab_id,
        "person": record.person,
        "cells": dict(record.cells),
        "written": {column: list(hashes) for column, hashes in record.written.items()},
        "facts": dict(record.facts),
        "is_said": is_said(record.facts),
        "updated_at": record.updated_at,
    }
    if not record.version:
        return Create(collection, record.id, data)
    return Replace(collection, record.id, data, record.version)


def _tab(data: Mapping[str, Any]) -> TabRecord:
    columns = data.get("columns")
    return TabRecord(
        columns=ColumnMap(
            header_row=columns["header_row"],
            headers={Field(name): text for name, text in columns["headers"].items()},
            confidence={Field(name): value for name, value in columns["confidence"].items()},
            confirmed=frozenset(Field(name) for name in columns["confirmed"]),
        )
        if columns
        else None,
        own_headers=tuple(data["own_headers"]),
        numbers=data["numbers"],
        updated_at=data["updated_at"],
    )


def _tab_data(tab: TabRecord) -> dict[str, Any]:
    columns = tab.columns
    return {
        "columns": {
            "header_row": columns.header_row,
            "headers": {str(name): text for name, text in columns.headers.items()},
            "confidence": {str(name): float(value) for name, value in columns.confidence.items()},
            "confirmed": sorted(str(name) for name in columns.confirmed),
        }
        if columns
        else None,
        "own_headers": list(tab.own_headers),
        "numbers": dict(tab.numbers),
        "updated_at": tab.updated_at,
    }
