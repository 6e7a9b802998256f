"""What was last found out about each door, as documents of the tenant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from addon.accounts.connection_model import Door, Tested
from addon.ports import Documents

PERSONAL = (Door.GMAIL, Door.SHEETS, Door.SHEETS_AWAY)
"""Doors each person opens with access of their own: one document a person."""


class ConnectionRepository:
    """Reads and writes what tests found."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, user: str, doors: Sequence[Door]) -> dict[Door, Tested]:
        """Return what is known of those of ``doors`` that were tested."""
        ids = {_id(door, user): door for door in doors}
        found = self._documents.get_many(f"tenants/{tenant}/connections", list(ids))
        return {ids[id]: _tested(snapshot.data) for id, snapshot in found.items()}

    def save(self, tenant: str, user: str, door: Door, tested: Tested) -> None:
        """Store what a test found; the last one wins."""
        path, id = f"tenants/{tenant}/connections", _id(door, user)
        data = asdict(tested) | {"values": dict(tested.values)}
        found = self._documents.get(path, id)
        if found is None:
            self._documents.create(path, id, data)
        else:
            self._documents.replace(path, id, data, found.version)


def _id(door: Door, user: str) -> str:
    return f"{door}_{user}" if door in PERSONAL else str(door)


def _tested(data: Mapping[str, Any]) -> Tested:
    return Tested(
        account=data["account"],
        last_success=data["last_success"],
        reason=data["reason"],
        problem=data["problem"],
        values=data["values"],
        tested_at=data.get("tested_at"),
    )
