"""Tenants, users, offers and ideal customers as documents."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from addon.accounts.model import IdealCustomer, Offer, PainPoint, Playbook, Snippet, Tenant, Tone, User
from addon.errors import Conflict
from addon.ports import Documents

DEFAULT = "default"
"""The one playbook of a tenant."""


class AccountRepository:
    """Reads and writes what belongs to who; every path starts at the tenant."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find_user(self, tenant: str, user: str) -> User | None:
        """Return the user, or None before their first event."""
        found = self._documents.get(f"tenants/{tenant}/users", user)
        if found is None:
            return None
        return User(id=user, tenant=tenant, email=found.data["email"], created_at=found.data["created_at"])

    def add_user(self, tenant: Tenant, user: User) -> None:
        """Create the tenant and the user, each once however many requests come at the same time."""
        for collection, id, data in (
            ("tenants", tenant.id, {"created_at": tenant.created_at}),
            (f"tenants/{tenant.id}/users", user.id, {"email": user.email, "created_at": user.created_at}),
        ):
            try:
                self._documents.create(collection, id, data)
            except Conflict:
                continue

    def find_offer(self, tenant: str, user: str) -> Offer | None:
        """Return what the user sells, or None before they said."""
        found = self._documents.get(f"tenants/{tenant}/offers", user)
        return _offer(found.data) if found else None

    def save_offer(self, tenant: str, user: str, offer: Offer) -> None:
        """Store what the user sells; the last answer wins."""
        own = {name: value for name, value in asdict(offer).items() if name != "playbook"}
        self._put(f"tenants/{tenant}/offers", user, own | {"tone": str(offer.tone)})

    def find_ideal(self, tenant: str, tab_id: str) -> IdealCustomer | None:
        """Return the ideal customer of one tab, or None."""
        found = self._documents.get(f"tenants/{tenant}/ideals", tab_id)
        return _ideal(found.data) if found else None

    def save_ideal(self, tenant: str, tab_id: str, ideal: IdealCustomer) -> None:
        """Store the ideal customer of one tab; the last answer wins."""
        self._put(
            f"tenants/{tenant}/ideals",
            tab_id,
            {k: list(v) if isinstance(v, tuple) else v for k, v in asdict(ideal).items()},
        )

    def find_playbook(self, tenant: str) -> Playbook:
        """Return what the tenant's drafts may draw on; empty before anybody said."""
        found = self._documents.get(f"tenants/{tenant}/playbooks", DEFAULT)
        return _playbook(found.data) if found else Playbook()

    def change_playbook(self, tenant: str, change: Callable[[Playbook], Playbook]) -> None:
        """Store what ``change`` makes of the playbook; ``Conflict`` if somebody else changed it at the same moment."""
        path = f"tenants/{tenant}/playbooks"
        found = self._documents.get(path, DEFAULT)
        made = change(_playbook(found.data) if found else Playbook())
        data = {name: [dict(item) for item in items] for name, items in asdict(made).items()}
        if found is None:
            self._documents.create(path, DEFAULT, data)
        else:
            self._documents.replace(path, DEFAULT, data, found.version)

    def _put(self, collection: str, id: str, data: Mapping[str, Any]) -> None:
        found = self._documents.get(collection, id)
        if found is None:
            self._documents.create(collection, id, data)
        else:
            self._documents.replace(collection, id, data, found.version)


def _offer(data: Mapping[str, Any]) -> Offer:
    return Offer(
        what=data["what"],
        audience=data["audience"],
        proof=data["proof"],
        booking_link=data["booking_link"],
        tone=Tone(data["tone"]),
        signature=data["signature"],
        language=data.get("language", ""),
    )


def _playbook(data: Mapping[str, Any]) -> Playbook:
    return Playbook(
        snippets=tuple(Snippet(name=item["name"], text=item["text"]) for item in data["snippets"]),
        pains=tuple(
            PainPoint(text=item["text"], role=item["role"], industry=item["industry"]) for item in data["pains"]
        ),
    )


def _ideal(data: Mapping[str, Any]) -> IdealCustomer:
    return IdealCustomer(
        titles=tuple(data["titles"]),
        industries=tuple(data["industries"]),
        countries=tuple(data["countries"]),
        min_employees=data["min_employees"],
        max_employees=data["max_employees"],
        keywords=tuple(data["keywords"]),
        avoid=tuple(data["avoid"]),
    )
