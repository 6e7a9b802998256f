"""Who a user's mails come from, as a document of theirs."""

from __future__ import annotations

from dataclasses import asdict

from addon.accounts.sender_model import Sender
from addon.ports import Documents


class SenderRepository:
    """Reads and writes senders."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, user: str) -> Sender | None:
        """Return what the user chose, or None."""
        found = self._documents.get(_path(tenant), user)
        if found is None:
            return None
        return Sender(**{name: found.data[name] for name in ("mailbox", "address", "name", "reply_to", "signature")})

    def save(self, tenant: str, user: str, sender: Sender) -> None:
        """Store what the user chose; the last choice wins."""
        found, data = self._documents.get(_path(tenant), user), asdict(sender)
        if found is None:
            self._documents.create(_path(tenant), user, data)
        else:
            self._documents.replace(_path(tenant), user, data, found.version)


def _path(tenant: str) -> str:
    return f"tenants/{tenant}/senders"
