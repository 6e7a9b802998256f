"""Rosters of tabs as documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from addon.errors import Conflict
from addon.leads.model import Roster
from addon.ports import Documents, Query

MAX_ROSTERS, PAGE = 200, 25
"""Tabs of a tenant looked at, the last checked first, and how many are held at once: a large one takes 800 kB."""

FRESH = timedelta(days=1)
"""A roster is written again, even unchanged, when it is older: one write a day and tab."""


class RosterRepository:
    """Reads and writes the rosters of one tenant at a time."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def recent(self, tenant: str) -> Iterator[Roster]:
        """Yield the rosters last checked, the newest first: at most 200, in at most eight calls."""
        cursor = None
        for _ in range(MAX_ROSTERS // PAGE):
            page = self._documents.find(_path(tenant), Query(order="-updated_at", limit=PAGE, cursor=cursor))
            yield from (_roster(found.id, found.data) for found in page.found)
            cursor = page.next
            if cursor is None:
                return

    def save(self, tenant: str, roster: Roster) -> None:
        """Store who stands in a tab; who checked it first stays. Of two at once one wins: both have read the tab."""
        found = self._documents.get(_path(tenant), roster.tab_id)
        data = _data(roster)
        with suppress(Conflict):
            if found is None:
                self._documents.create(_path(tenant), roster.tab_id, data)
            elif found.data["people"] != roster.people or _is_stale(found.data["updated_at"], roster.updated_at):
                first = {name: found.data[name] for name in ("user", "email")}
                self._documents.replace(_path(tenant), roster.tab_id, {**data, **first}, found.version)


def _is_stale(saved: datetime | None, now: datetime | None) -> bool:
    """Whether a tab was last checked so long ago that its place among the last checked is to be renewed."""
    return now is not None and (saved is None or now - saved > FRESH)


def _path(tenant: str) -> str:
    return f"tenants/{tenant}/rosters"


def _data(roster: Roster) -> dict[str, Any]:
    return {
        "file": roster.file,
        "sheet_id": roster.sheet_id,
        "user": roster.user,
        "email": roster.email,
        "people": roster.people,
        "updated_at": roster.updated_at,
    }


def _roster(tab_id: str, data: Mapping[str, Any]) -> Roster:
    return Roster(
        tab_id=tab_id,
        file=data["file"],
        sheet_id=data["sheet_id"],
        user=data["user"],
        email=data["email"],
        people=data["people"],
        updated_at=data["updated_at"],
    )
