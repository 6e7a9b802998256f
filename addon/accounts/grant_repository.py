"""Grants and visits to the consent page as documents: each kind of grant in a collection of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from addon.accounts.grant_model import Grant, GrantKind, GrantState, Visit
from addon.ports import Delete, Documents, Query, Range

VISITS = "oauth_visits"
"""Below no tenant: who comes back from Google brings nothing but the state."""

TIDIED = 50
"""Expired visits deleted at a time."""


class GrantRepository:
    """Reads and writes grants, one a user and kind."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, user: str, kind: GrantKind) -> Grant | None:
        """Return the grant, or None."""
        found = self._documents.get(_path(tenant, kind), user)
        return _grant(tenant, user, kind, found.data, found.version) if found else None

    def put(self, grant: Grant) -> None:
        """Store a grant in place of the one there was."""
        path, data = _path(grant.tenant, grant.kind), _data(grant)
        found = self._documents.get(path, grant.user)
        if found is None:
            self._documents.create(path, grant.user, data)
        else:
            self._documents.replace(path, grant.user, data, found.version)

    def replace(self, grant: Grant) -> None:
        """Store a change of the grant that was read; ``Conflict`` if it moved on."""
        self._documents.replace(_path(grant.tenant, grant.kind), grant.user, _data(grant), grant.version)

    def delete(self, grant: Grant) -> None:
        """Delete the grant that was read; ``Conflict`` if it moved on."""
        self._documents.delete(_path(grant.tenant, grant.kind), grant.user, grant.version)

    def all(self) -> Iterator[Grant]:
        """Return every grant of every tenant."""
        for tenant in self._ids("tenants"):
            for kind in GrantKind:
                for user in list(self._ids(_path(tenant, kind))):
                    if grant := self.find(tenant, user, kind):
                        yield grant

    def open_visit(self, visit: Visit) -> None:
        """Store a visit; ``Conflict`` where the button was pressed before."""
        self._documents.create(VISITS, visit.id, _visit_data(visit))

    def find_visit(self, id: str) -> Visit | None:
        """Return a visit that was begun, also one that was used."""
        found = self._documents.get(VISITS, id)
        return _visit(id, found.data, found.version) if found else None

    def use_visit(self, visit: Visit) -> None:
        """Use a visit up; ``Conflict`` for all but one who tries.

        It stays until it runs out, so that neither its state nor its button works again.
        """
        used = {**_visit_data(visit), "is_used": True, "verifier": ""}
        self._documents.replace(VISITS, visit.id, used, visit.version)

    def tidy_visits(self, now: datetime) -> None:
        """Delete some visits that ran out."""
        found = self._documents.find(VISITS, Query(range=Range(field="expire_at", below=now), limit=TIDIED)).found
        if found:
            self._documents.commit([Delete(VISITS, one.id) for one in found])

    def _ids(self, collection: str) -> Iterator[str]:
        cursor = None
        while True:
            page = self._documents.find(collection, Query(cursor=cursor))
            yield from (one.id for one in page.found)
            cursor = page.next
            if cursor is None:
                return


def _path(tenant: str, kind: GrantKind) -> str:
    return f"tenants/{tenant}/{kind}_oauth_tokens"


def _data(grant: Grant) -> dict[str, Any]:
    return {
        "account": grant.account,
        "scopes": list(grant.scopes),
        "refresh": grant.refresh,
        "granted_at": grant.granted_at,
        "state": str(grant.state),
        "reason": grant.reason,
    }


def _grant(tenant: str, user: str, kind: GrantKind, data: Mapping[str, Any], version: str) -> Grant:
    return Grant(
        kind=kind,
        tenant=tenant,
        user=user,
        account=data["account"],
        scopes=tuple(data["scopes"]),
        refresh=data["refresh"],
        granted_at=data["granted_at"],
        state=GrantState(data["state"]),
        reason=data["reason"],
        version=version,
    )


def _visit_data(visit: Visit) -> dict[str, Any]:
    return {
        "kind": str(visit.kind),
        "tenant": visit.tenant,
        "user": visit.user,
        "email": visit.email,
        "verifier": visit.verifier,
        "state": visit.state,
        "cookie": visit.cookie,
        "expire_at": visit.expires_at,
        "is_used": visit.is_used,
    }


def _visit(id: str, data: Mapping[str, Any], version: str) -> Visit:
    return Visit(
        id=id,
        kind=GrantKind(data["kind"]),
        tenant=data["tenant"],
        user=data["user"],
        email=data["email"],
        verifier=data["verifier"],
        state=data["state"],
        cookie=data["cookie"],
        expires_at=data["expire_at"],
        is_used=data["is_used"],
        version=version,
    )
