"""Watches as documents, and whose mailbox an address is."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from addon.lib.ids import digest
from addon.ports import Create, Documents, Replace, Write
from addon.tracking.watch_model import Watched

_OF_A_WATCH = ("tenant", "user", "version")


class WatchRepository:
    """Collections ``tenants/{t}/watches`` (one a mailbox) and ``watched`` (whose mailbox an address is)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, user: str) -> Watched:
        """Return how a mailbox is watched; a fresh one where nobody ever asked for it."""
        found = self._documents.get(_watches(tenant), user)
        if found is None:
            return Watched(tenant=tenant, user=user)
        data = {name: value for name, value in found.data.items() if name != "rev"}
        return Watched(**data, tenant=tenant, user=user, version=found.version)

    def save(self, watch: Watched) -> None:
        """Store it at its version; ``Conflict`` if another worker did meanwhile."""
        self._documents.commit([_write(watch)])

    def begin(self, watch: Watched, address: str) -> None:
        """Store it together with whose mailbox the address is: of two who watch it, the later one's."""
        self._documents.commit([_write(watch), self._address_write(watch, address)])

    def forget(self, tenant: str, user: str) -> None:
        """Forget that a mailbox is watched, so that Gmail is asked anew."""
        self._documents.delete(_watches(tenant), user)

    def mailbox_of(self, address: str, now: datetime) -> tuple[str, str] | None:
        """Return tenant and user of the mailbox of an address; None where nobody watches it by ``now``."""
        found = self._documents.get("watched", _key(address))
        is_alive = found is not None and found.data["expire_at"] > now
        return (found.data["tenant"], found.data["user"]) if found and is_alive else None

    def _address_write(self, watch: Watched, address: str) -> Write:
        data = {"tenant": watch.tenant, "user": watch.user, "expire_at": watch.expires_at}
        found = self._documents.get("watched", _key(address))
        return Replace("watched", found.id, data, found.version) if found else Create("watched", _key(address), data)


def _write(watch: Watched) -> Write:
    data: dict[str, Any] = {name: value for name, value in asdict(watch).items() if name not in _OF_A_WATCH}
    path = _watches(watch.tenant)
    return Replace(path, watch.user, data, watch.version) if watch.version else Create(path, watch.user, data)


def _watches(tenant: str) -> str:
    return f"tenants/{tenant}/watches"


def _key(address: str) -> str:
    return digest("watched", address.strip().casefold())
