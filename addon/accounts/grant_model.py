"""What a user allowed us to do for them when they are not there: Gmail and Sheets, each a grant of its own."""

from __future__ import annotations

from dataclasses import dataclass
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
