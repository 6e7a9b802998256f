"""What a user allowed us to do while they are away: asked for, kept, renewed, ended. Tokens leave by ``access``."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeVar

from addon.accounts.grant_model import (
    Access,
    ConsentAsk,
    Consented,
    Ending,
    Grant,
    GrantKind,
    GrantState,
    Outcome,
    Visit,
)
from addon.accounts.grant_repository import GrantRepository
from addon.accounts.model import Caller
from addon.accounts.scopes import IDENTITY, missing, needed
from addon.accounts.visit_service import Opened, Visits
from addon.audit import audit
from addon.errors import AssistantError, Conflict, Rejected, Unavailable
from addon.lib.cache import Cache
from addon.lib.clock import real_now
from addon.lib.seal import Sealer
from addon.ports import Clock, Consent, Documents

_LOG = logging.getLogger(__name__)

SPARE = timedelta(minutes=2)
"""A token that is handed out is good for this long at least: longer than any one call takes."""

KEPT = 10_000
"""Access tokens kept in a process: a few hundred bytes each."""

Key = tuple[str, str, GrantKind]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A token, and the grant it is of: one that was given anew has tokens of its own."""

    granted_at: datetime
    access: Access


class Grants:
    """The grants of all tenants. ``on_connected`` is called with tenant, user and kind when one was given.

    Methods that need Google's consent raise ``Rejected`` with reason ``not_connected`` (there is no grant) or
    ``grant_dead`` (withdrawn, run out, sealed under a lost key: only the user mends it), ``bad_client`` (the operator
    does), or ``Unavailable``.
    """

    def __init__(
        self,
        documents: Documents,
        consent: Consent | None,
        sealer: Sealer,
        clock: Clock,
        *,
        base_url: str = "",
        sheets_scope: str = "spreadsheets",
        real_now: Callable[[], datetime] = real_now,
    ) -> None:
        self._repository = GrantRepository(documents)
        self._visits = Visits(self._repository, sealer, real_now)
        self._consent = consent
        self._sealer = sealer
        self._clock = clock
        self._base_url = base_url
        self._sheets_scope = sheets_scope
        self._real_now = real_now
        self._kept: Cache[Key, _Kept] = Cache(
            size=KEPT, timer=lambda: real_now().timestamp(), lifetime=lambda kept: self._seconds(kept.access)
        )
        self._dropping = threading.Lock()
        self.on_connected: Callable[[str, str, GrantKind], None] | None = None

    # --- asking ---
    def is_ready(self, kind: GrantKind) -> bool:
        """Whether the operator configured a client for it."""
        return self._consent is not None and self._consent.is_ready(kind)

    def scopes_of(self, kind: GrantKind) -> tuple[str, ...]:
        """Return what is asked for: the least that can do the work, and who consents."""
        return (*needed(kind, self._sheets_scope), *IDENTITY)

    def begin(self, caller: Caller, kind: GrantKind) -> str:
        """Return the path of a page that leads the caller to Google: good once, for ten minutes. Stores nothing."""
        return f"/oauth/{kind}/start?token={self._visits.begin(caller, kind)}"

    def consent_url(self, kind: GrantKind, token: str, cookie: str) -> str:
        """Return Google's consent page for the token of ``begin``; the visit must come back with the same cookie.

        ``Rejected`` with reason ``stale`` or ``replayed``, or ``bad_client`` where none is configured.
        """
        consent = self._ready(kind)
        return consent.url(self._ask(self._visits.open(kind, token, cookie)))

    def finish(self, kind: GrantKind, state: str, cookie: str, code: str, error: str = "") -> Outcome:
        """Take what came back from Google, once; only ``connected`` stores anything."""
        try:
            opened = self._visits.use(kind, state, cookie)
        except Rejected as refusal:
            return Outcome(ending=Ending.REPLAYED if refusal.reason == "replayed" else Ending.STALE)
        outcome = self._came_back(opened, code, error)
        visit = opened.visit
        audit("accounts:grant:asked", tenant=visit.tenant, user=visit.user, kind=kind, **outcome.facts)
        if outcome.ending is Ending.CONNECTED and self.on_connected:
            self.on_connected(visit.tenant, visit.user, kind)
        return outcome

    def _came_back(self, opened: Opened, code: str, error: str) -> Outcome:
        if error or not code:
            return Outcome(ending=Ending.DENIED if error == "access_denied" else Ending.REFUSED)
        try:
            consented = self._ready(opened.visit.kind).exchange(self._ask(opened), code)
        except Unavailable:
            return Outcome(ending=Ending.LATER)
        except Rejected as refusal:
            endings = {"invalid_grant": Ending.REPLAYED, "bad_client": Ending.MISCONFIGURED}
            return Outcome(ending=endings.get(refusal.reason, Ending.REFUSED))
        outcome = self._judged(opened.visit, consented)
        if outcome.ending is Ending.CONNECTED:
            self._store(opened.visit, consented)
        else:
            self._give_back(opened.visit, consented)
        return outcome

    def _judged(self, visit: Visit, consented: Consented) -> Outcome:
        left_out = missing(needed(visit.kind, self._sheets_scope), consented.scopes)
        ending = (
            Ending.SOMEBODY_ELSE
            if consented.sub != visit.user
            else Ending.PARTIAL
            if left_out
            else Ending.CONNECTED
            if consented.refresh_token
            else Ending.INCOMPLETE
        )
        return Outcome(ending=ending, account=consented.email, expected=visit.email, missing=left_out)

    def _store(self, visit: Visit, consented: Consented) -> None:
        grant = Grant(
            kind=visit.kind,
            tenant=visit.tenant,
            user=visit.user,
            account=consented.email,
            scopes=consented.scopes,
            refresh=self._sealed(visit.tenant, visit.user, visit.kind, consented.refresh_token),
            granted_at=self._clock.now(),
        )
        self._repository.put(grant)
        kept = _Kept(grant.granted_at, consented.access)
        self._kept.drop(_key(grant))
        self._kept.put(_key(grant), kept, self._seconds(kept.access))

    def _give_back(self, visit: Visit, consented: Consented) -> None:
        """End a grant that is not kept, unless the same person has one that lives: Google ends all of them at once."""
        tenants = {visit.tenant, f"u:{consented.sub}"}
        theirs = [self._repository.find(tenant, consented.sub, visit.kind) for tenant in tenants]
        if any(grant and grant.state is GrantState.LIVE for grant in theirs):
            return
        with suppress(AssistantError):
            self._ready(visit.kind).revoke(visit.kind, consented.refresh_token or consented.access.token)

    def _ask(self, opened: Opened) -> ConsentAsk:
        visit = opened.visit
        return ConsentAsk(
            kind=visit.kind,
            scopes=self.scopes_of(visit.kind),
            state=opened.state,
            verifier=opened.verifier,
            redirect_uri=f"{self._base_url}/oauth/{visit.kind}/callback",
            login_hint=visit.email,
        )

    # --- using ---
    def find(self, tenant: str, user: str, kind: GrantKind) -> Grant | None:
        """Return the grant, living or dead, or None."""
        return self._repository.find(tenant, user, kind)

    def access(self, tenant: str, user: str, kind: GrantKind) -> str:
        """Return an access token good for two minutes at least: the kept one, or a fresh one. One store read.

        However many threads ask, Google is asked once.
        """
        grant = self.living(tenant, user, kind)
        key = _key(grant)
        kept = self._kept.get(key)
        if kept and kept.granted_at != grant.granted_at:
            self._kept.drop(key)
        return self._kept.get_or_make(key, lambda: self._renewed(grant)).access.token

    def expired(self, tenant: str, user: str, kind: GrantKind, token: str) -> None:
        """Take note that Google answered 401 to a token: the next ``access`` asks for a fresh one, and no more."""
        with self._dropping:  # of many who were refused the same token, one drops it
            kept = self._kept.get((tenant, user, kind))
            if kept and kept.access.token == token:
                self._kept.drop((tenant, user, kind))

    def using(self, tenant: str, user: str, kind: GrantKind, act: Callable[[str], T]) -> T:
        """Return what ``act`` makes of an access token; one that expired is renewed once, so it may be called twice."""
        token = self.access(tenant, user, kind)
        try:
            return act(token)
        except Rejected as refusal:
            if refusal.reason != "access_expired":
                raise
        self.expired(tenant, user, kind, token)
        return act(self.access(tenant, user, kind))

    def is_living(self, tenant: str, user: str, kind: GrantKind) -> bool:
        """Whether there is a grant that can be used; one store read."""
        found = self._repository.find(tenant, user, kind)
        return found is not None and found.state is GrantState.LIVE

    def living(self, tenant: str, user: str, kind: GrantKind) -> Grant:
        """Return the grant that can be used; one store read."""
        grant = self._repository.find(tenant, user, kind)
        if grant is None:
            raise Rejected("Not connected: open Settings and press Connect.", reason="not_connected")
        if grant.state is GrantState.DEAD:
            raise _dead()
        return grant

    def _renewed(self, grant: Grant) -> _Kept:
        try:
            refresh = self._opened(grant)
        except Rejected as broken:
            raise _dead() from broken  # not marked: the key may come back
        try:
            access = self._ready(grant.kind).refresh(grant.kind, refresh)
        except Rejected as refusal:
            if refusal.reason != "invalid_grant":
                raise
            self._bury(grant, refusal.reason)
            raise _dead() from refusal
        self._seal_anew(grant, refresh)
        return _Kept(grant.granted_at, access)

    def _bury(self, grant: Grant, reason: str) -> None:
        try:
            self._repository.replace(replace(grant, state=GrantState.DEAD, reason=reason))
        except Conflict as moved:
            raise Unavailable("The connection was changed at this moment.", reason="grant_moved") from moved
        audit("accounts:grant:died", tenant=grant.tenant, user=grant.user, kind=grant.kind, reason=reason)

    def _seal_anew(self, grant: Grant, refresh: str) -> None:
        if self._sealer.is_current(grant.refresh):
            return
        sealed = self._sealed(grant.tenant, grant.user, grant.kind, refresh)
        with suppress(Conflict):  # somebody sealed it anew, or it is another grant by now
            self._repository.replace(replace(grant, refresh=sealed))

    # --- ending ---
    def disconnect(self, caller: Caller, kind: GrantKind) -> bool:
        """Delete the caller's grant here and end it at Google; return whether Google did, True where there is none."""
        grant = self._repository.find(caller.tenant, caller.user, kind)
        if grant is None:
            return True
        ended = self._end(grant)
        audit("accounts:grant:disconnected", tenant=caller.tenant, user=caller.user, kind=kind, ended=int(ended))
        return ended

    def all(self) -> Iterator[Grant]:
        """Return every grant there is."""
        return self._repository.all()

    def clear(self, tenant: str = "", user: str = "") -> int:
        """End and delete the grants of a tenant, or of a user, or (both blank) of everybody; return how many."""
        chosen = [one for one in self.all() if tenant in ("", one.tenant) and user in ("", one.user)]
        for grant in chosen:
            ended = self._end(grant)
            audit("accounts:grant:cleared", tenant=grant.tenant, user=grant.user, kind=grant.kind, ended=int(ended))
        return len(chosen)

    def _end(self, grant: Grant) -> bool:
        """Delete before Google is asked: whatever it answers, nobody works with this grant any more."""
        self._repository.delete(grant)
        self._kept.drop(_key(grant))
        try:
            self._ready(grant.kind).revoke(grant.kind, self._opened(grant))
        except AssistantError as error:
            _LOG.warning("accounts.grant_not_ended: %s", error.reason)
            return False
        return True

    # --- secrets ---
    def _sealed(self, tenant: str, user: str, kind: GrantKind, refresh: str) -> str:
        return self._sealer.seal(refresh, tenant=tenant, user=user, purpose=f"{kind}_refresh")

    def _opened(self, grant: Grant) -> str:
        return self._sealer.open(grant.refresh, tenant=grant.tenant, user=grant.user, purpose=f"{grant.kind}_refresh")

    def _ready(self, kind: GrantKind) -> Consent:
        if self._consent is None or not self._consent.is_ready(kind):
            raise Rejected(
                "This server has no OAuth client for it: its administrator sets {name}_CLIENT_ID and its secret.",
                reason="bad_client",
                name=str(kind).upper(),
            )
        return self._consent

    def _seconds(self, access: Access) -> float:
        return (access.expires_at - SPARE - self._real_now()).total_seconds()


def _key(grant: Grant) -> Key:
    return grant.tenant, grant.user, grant.kind


def _dead() -> Rejected:
    return Rejected("Google no longer lets us in: open Settings and press Connect.", reason="grant_dead")
