"""Visits to Google's consent page: each begins once, comes back once, in the browser it left from, within minutes."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from addon.accounts.grant_model import GrantKind, Visit
from addon.accounts.grant_repository import GrantRepository
from addon.accounts.model import Caller
from addon.errors import Conflict, Rejected
from addon.lib.ids import digest, random_id
from addon.lib.seal import Sealer

LIFETIME = timedelta(minutes=10)
"""How long a button, and then a visit, is good for."""

BUTTON, VERIFIER = "consent_button", "consent_verifier"
"""What is sealed for what."""

MAX_TOKEN = 2_048
"""Characters of a token or state looked at; ours are far shorter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A visit with its secrets, which the store has only sealed (``verifier``, PKCE's) or as a digest (``state``)."""

    visit: Visit
    verifier: str
    state: str = ""


class Visits:
    """The visits of all tenants. ``Rejected`` has reason ``stale`` or ``replayed``; nothing was stored or used then."""

    def __init__(self, repository: GrantRepository, sealer: Sealer, real_now: Callable[[], datetime]) -> None:
        self._repository = repository
        self._sealer = sealer
        self._real_now = real_now

    def begin(self, caller: Caller, kind: GrantKind) -> str:
        """Return the token of a button that leads one person to one consent page, once; nothing is stored yet."""
        ends = int((self._real_now() + LIFETIME).timestamp())
        whose = [caller.tenant, caller.user, caller.email, str(kind), ends, random_id()]
        return self._sealer.seal(json.dumps(whose), tenant="", user="", purpose=BUTTON)

    def open(self, kind: GrantKind, token: str, cookie: str) -> Opened:
        """Use a button up and begin its visit, bound to the browser that has ``cookie``."""
        tenant, user, email, named, ends, name = self._read(token)
        now = self._real_now()
        if named != kind or now.timestamp() >= ends or not cookie:
            raise _stale()
        id, verifier, secret = digest(VERIFIER, name), secrets.token_urlsafe(48), secrets.token_urlsafe(32)
        visit = Visit(
            id=id,
            kind=kind,
            tenant=tenant,
            user=user,
            email=email,
            verifier=self._sealer.seal(verifier, tenant=tenant, user=user, purpose=VERIFIER),
            state=digest(secret),
            cookie=digest(cookie),
            expires_at=now + LIFETIME,
        )
        self._repository.tidy_visits(now)
        try:
            self._repository.open_visit(visit)
        except Conflict as error:
            raise _replayed() from error
        return Opened(visit=visit, verifier=verifier, state=f"{id}.{secret}")

    def use(self, kind: GrantKind, state: str, cookie: str) -> Opened:
        """Use up the visit that came back with ``state`` to the browser that has ``cookie``."""
        id, _, secret = state[:MAX_TOKEN].partition(".")
        visit = self._repository.find_visit(id) if _is_id(id) else None
        if visit is None or visit.kind is not kind or self._real_now() >= visit.expires_at:
            raise _stale()
        if not (_is_same(visit.state, digest(secret)) and _is_same(visit.cookie, digest(cookie))):
            raise _stale()
        if visit.is_used:
            raise _replayed()
        verifier = self._sealer.open(visit.verifier, tenant=visit.tenant, user=visit.user, purpose=VERIFIER)
        try:
            self._repository.use_visit(visit)
        except Conflict as error:
            raise _replayed() from error
        return Opened(visit=visit, verifier=verifier)

    def _read(self, token: str) -> tuple[str, str, str, str, int, str]:
        if len(token) > MAX_TOKEN:
            raise _stale()
        try:
            opened = self._sealer.open(token, tenant="", user="", purpose=BUTTON)
        except Rejected as error:
            raise _stale() from error
        tenant, user, email, kind, ends, name = json.loads(opened)
        return tenant, user, email, kind, ends, name


def _is_id(text: str) -> bool:
    return len(text) == 32 and text.isascii() and text.isalnum()


def _is_same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _stale() -> Rejected:
    return Rejected("This page is too old, or was opened elsewhere. Press Connect again.", reason="stale")


def _replayed() -> Rejected:
    return Rejected("This page was used already. Press Connect again.", reason="replayed")
