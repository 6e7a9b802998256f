"""Passes as documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from addon.leads.files_model import Pass, PassKind, PassState
from addon.ports import Documents, Query, Range

SWEPT = 20
"""Passes past their end that go when a new one is made: more than come, so that none stays for long."""


class PassRepository:
    """Reads and writes the passes of one tenant at a time."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, id: str) -> Pass | None:
        """Return a pass, or None."""
        found = self._documents.get(_path(tenant), id)
        return _pass(found.id, tenant, found.data, found.version) if found else None

    def create(self, given: Pass) -> Pass:
        """Store a new pass and return it at its version."""
        return replace(given, version=self._documents.create(_path(given.tenant), given.id, _data(given)))

    def save(self, given: Pass) -> Pass:
        """Store a pass at its version and return it at the new one; ``Conflict`` if another request moved it."""
        version = self._documents.replace(_path(given.tenant), given.id, _data(given), given.version)
        return replace(given, version=version)

    def sweep(self, tenant: str, now: datetime) -> None:
        """Remove some of the passes that ended before ``now``, and the access sealed in them."""
        over = self._documents.find(_path(tenant), Query(range=Range(field="expires_at", below=now), limit=SWEPT))
        for found in over.found:
            self._documents.delete(_path(tenant), found.id)


def _path(tenant: str) -> str:
    return f"tenants/{tenant}/passes"


def _pass(id: str, tenant: str, data: Mapping[str, Any], version: str) -> Pass:
    return Pass(
        id=id,
        kind=PassKind(data["kind"]),
        tenant=tenant,
        user=data["user"],
        expires_at=data["expires_at"],
        access=data["access"],
        state=PassState(data["state"]),
        content=data["content"],
        file=data["file"],
        sheet_id=data["sheet_id"],
        url=data["url"],
        version=version,
    )


def _data(given: Pass) -> dict[str, Any]:
    return {
        "kind": given.kind,
        "user": given.user,
        "expires_at": given.expires_at,
        "access": given.access,
        "state": given.state,
        "content": given.content,
        "file": given.file,
        "sheet_id": given.sheet_id,
        "url": given.url,
    }
