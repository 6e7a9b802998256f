"""Leads and tabs as documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from addon.leads.model import ColumnMap, Field, LeadRecord, TabRecord
from addon.ports import Create, Documents, Replace, Write

BATCH = 400
"""Writes in one commit (the port's ceiling)."""


class LeadRepository:
    """Reads and writes leads and tabs of one tenant at a time."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def records(self, tenant: str, ids: Sequence[str]) -> dict[str, LeadRecord]:
        """Return those of ``ids`` that are known, by id."""
        found = self._documents.get_many(f"tenants/{tenant}/leads", ids)
        return {id: _record(id, snapshot.data, snapshot.version) for id, snapshot in found.items()}

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
        }
        if columns
        else None,
        "own_headers": list(tab.own_headers),
        "numbers": dict(tab.numbers),
        "updated_at": tab.updated_at,
    }
