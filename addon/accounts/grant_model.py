"""What a user allowed us to do for them when they are not there: Gmail and Sheets, each a grant of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class GrantKind(StrEnum):
    """Two OAuth clients, two grants, stored apart and never mixed."""

    GMAIL = "gmail"
    SHEETS = "sheets"


class GrantState(StrEnum):
    """``dead`` grants were withdrawn or ran out: only the user can give a new one."""

    LIVE = "live"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """One user's grant. ``account`` is the address Google signed them in with, ``scopes`` what they ticked.

    ``refresh`` is sealed, bound to tenant, user and kind. ``reason`` is why a dead one died.
    """

    kind: GrantKind
    tenant: str
    user: str
    account: str
    scopes: tuple[str, ...]
    refresh: str
    granted_at: datetime
    state: GrantState = GrantState.LIVE
    reason: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """A token for one hour at most; ``expires_at`` is real time."""

    token: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Consented:
    """What Google answered for a code: who consented (``sub``, ``email``), to what, and the tokens."""

    sub: str
    email: str
    scopes: tuple[str, ...]
    access: Access
    refresh_token: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAsk:
    """One visit to Google's consent page. ``verifier`` is PKCE's, ``state`` comes back once."""

    kind: GrantKind
    scopes: tuple[str, ...]
    state: str
    verifier: str
    redirect_uri: str
    login_hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One visit to Google's consent page, from the button that led there until it came back or ran out.

    ``verifier`` is sealed, ``state`` and ``cookie`` are digests; ``expires_at`` is real time.
    """

    id: str
    kind: GrantKind
    tenant: str
    user: str
    email: str
    verifier: str
    state: str
    cookie: str
    expires_at: datetime
    is_used: bool = False
    version: str = ""


class Ending(StrEnum):
    """How a visit to Google's consent page ended."""

    CONNECTED = "connected"
    DENIED = "denied"
    """They pressed Cancel."""
    PARTIAL = "partial"
    """They left a box unticked that the work needs."""
    SOMEBODY_ELSE = "somebody_else"
    STALE = "stale"
    """The visit is unknown, too old or another browser's."""
    REPLAYED = "replayed"
    """The visit, or its code, was used before."""
    INCOMPLETE = "incomplete"
    """Google gave no access that lasts."""
    LATER = "later"
    """Google does not answer at the moment."""
    MISCONFIGURED = "misconfigured"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of a visit. ``account`` is who consented, ``expected`` who uses the add-on, ``missing`` the scopes."""

    ending: Ending
    account: str = ""
    expected: str = ""
    missing: tuple[str, ...] = field(default=())

    @property
    def facts(self) -> Mapping[str, str]:
        """What the audit line says: no address."""
        return {"reason": str(self.ending), "missing": " ".join(scope.rpartition("/")[2] for scope in self.missing)}
