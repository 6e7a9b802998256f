"""Suppressions as documents, and the fingerprint of the key they are kept under."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from addon.errors import Conflict
from addon.leads.suppression_model import Suppression
from addon.ports import Documents

META, KEY_ID = "meta", "suppression_key"
"""Where the key's fingerprint stands: one for the whole store."""


class SuppressionRepository:
    """Adds and finds suppressions; nothing here changes or removes one."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def add(self, suppression: Suppression) -> bool:
        """Store it and return True; False, with nothing changed, where the person has one already."""
        try:
            self._documents.create(_collection(suppression.tenant), suppression.key, _data(suppression))
        except Conflict:
            return False
        return True

    def known(self, tenant: str, keys: Sequence[str]) -> frozenset[str]:
        """Return those of ``keys`` that are suppressed; one call to the store."""
        return frozenset(self._documents.get_many(_collection(tenant), keys)) if keys else frozenset()

    def fingerprint(self, own: str) -> str:
        """Return the fingerprint the store was first used with: ``own`` where it has none yet, which is then kept."""
        found = self._documents.get(META, KEY_ID)
        if found is None:
            try:
                self._documents.create(META, KEY_ID, {"fingerprint": own})
            except Conflict:  # another process was first; its key may be another
                found = self._documents.get(META, KEY_ID)
        return str(found.data["fingerprint"]) if found else own


def _collection(tenant: str) -> str:
    return f"tenants/{tenant}/suppressions"


def _data(suppression: Suppression) -> dict[str, Any]:
    return {
        "reason": str(suppression.reason),
        "at": suppression.at,
        "by": suppression.by,
        "send": suppression.send,
    }
