"""Ears and heard messages as documents."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from addon.ports import Create, Documents, Query, Range, Replace, Snapshot, Write
from addon.tracking.heard_model import Ear, Heard, Outcome, heard_id
from addon.tracking.inbound_model import InboundKind

MOST_UNANSWERED = 50
"""Messages read for a card: more than a person answers at a sitting."""

MOST_PUT_OFF = 500
"""Messages with a day still to come that are told from those that wait."""

_OF_A_HEARD = ("id", "tenant", "version")
_OF_AN_EAR = ("tenant", "user", "version")


class TrackingRepository:
    """Collections ``tenants/{t}/ears`` (a mailbox's cursor) and ``tenants/{t}/heard`` (a message)."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    # --- cursors ---
    def ear(self, tenant: str, user: str) -> Ear:
        """Return how far a mailbox was listened to; a fresh one before the first time."""
        found = self._documents.get(_ears(tenant), user)
        if found is None:
            return Ear(tenant=tenant, user=user)
        data = _plain(found)
        data["seen"] = tuple(data["seen"])
        return Ear(**data, tenant=tenant, user=user, version=found.version)

    def save_ear(self, ear: Ear) -> Ear:
        """Store it at its version; ``Conflict`` if another worker listened meanwhile."""
        data = {name: value for name, value in asdict(ear).items() if name not in _OF_AN_EAR}
        data["seen"] = list(ear.seen)
        if ear.version:
            return replace(ear, version=self._documents.replace(_ears(ear.tenant), ear.user, data, ear.version))
        return replace(ear, version=self._documents.create(_ears(ear.tenant), ear.user, data))

    # --- messages ---
    def heard_of(self, tenant: str, mailbox: str, message_ids: Iterable[str]) -> dict[str, Heard]:
        """Return those messages of a mailbox that were heard, by message id; one call."""
        ids = [heard_id(mailbox, one) for one in message_ids]
        found = self._documents.get_many(_heard_of(tenant), ids) if ids else {}
        every = (_heard(tenant, one) for one in found.values())
        return {one.message_id: one for one in every}

    def find(self, tenant: str, id: str) -> Heard | None:
        """Return a heard message."""
        found = self._documents.get(_heard_of(tenant), id)
        return _heard(tenant, found) if found else None

    def unanswered(self, tenant: str, mailbox: str, now: datetime, most: int = MOST_UNANSWERED) -> list[Heard]:
        """Return what waits for a mailbox's owner by ``now``, the latest first."""
        query = Query(
            where={"mailbox": mailbox, "needs_answer": True},
            range=Range(field="look_at", at_most=now),
            order="-look_at",
            limit=most,
        )
        return [_heard(tenant, one) for one in self._documents.find(_heard_of(tenant), query).found]

    def count_unanswered(self, tenant: str, mailbox: str, now: datetime) -> int:
        """Return how many wait for a mailbox's owner by ``now``: all but the few that were put off; two calls."""
        where = {"mailbox": mailbox, "needs_answer": True}
        query = Query(where=where, range=Range(field="look_at", above=now), order="-look_at", limit=MOST_PUT_OFF)
        later = self._documents.find(_heard_of(tenant), query).found
        return max(self._documents.count(_heard_of(tenant), where) - len(later), 0)

    def of_enrollment(self, tenant: str, enrollment: str, most: int = MOST_UNANSWERED) -> list[Heard]:
        """Return what was heard about one enrollment, the latest first."""
        query = Query(where={"enrollment": enrollment}, order="-at", limit=most)
        return [_heard(tenant, one) for one in self._documents.find(_heard_of(tenant), query).found]

    def older(self, tenant: str, mailbox: str, classifier: int, most: int) -> list[Heard]:
        """Return messages of a mailbox that rules before version ``classifier`` read."""
        query = Query(where={"mailbox": mailbox}, range=Range(field="classifier", at_most=classifier - 1), limit=most)
        return [_heard(tenant, one) for one in self._documents.find(_heard_of(tenant), query).found]

    def commit(self, writes: list[Write]) -> None:
        """Write all or nothing."""
        self._documents.commit(writes)

    @staticmethod
    def heard_write(heard: Heard) -> Create | Replace:
        """Return the write that stores a message; what is new and known already is a ``Conflict`` at the commit."""
        data = {name: value for name, value in asdict(heard).items() if name not in _OF_A_HEARD}
        data |= {"kind": str(heard.kind), "outcome": str(heard.outcome)}
        path = _heard_of(heard.tenant)
        return Replace(path, heard.id, data, heard.version) if heard.version else Create(path, heard.id, data)


def _ears(tenant: str) -> str:
    return f"tenants/{tenant}/ears"


def _heard_of(tenant: str) -> str:
    return f"tenants/{tenant}/heard"


def _heard(tenant: str, found: Snapshot) -> Heard:
    data = _plain(found)
    data |= {"kind": InboundKind(data["kind"]), "outcome": Outcome(data["outcome"])}
    return Heard(**data, id=found.id, tenant=tenant, version=found.version)


def _plain(found: Snapshot) -> dict[str, Any]:
    return {name: value for name, value in found.data.items() if name != "rev"}
