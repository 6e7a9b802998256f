"""Who may do what: the cast, the OAuth clients, access and refresh tokens, per-file grants and shares.

Tokens live an hour of real time, as Google's do. Grants, shares and refresh tokens survive a restart.
"""

from __future__ import annotations

import json
import os
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playground.cast import ADDON_CLIENT_ID, CAST, User

TOKEN_LIFE = timedelta(hours=1)
SCOPE = "https://www.googleapis.com/auth/"
DRIVE_FILE = SCOPE + "drive.file"
SPREADSHEETS = frozenset({SCOPE + "spreadsheets", SCOPE + "spreadsheets.readonly", SCOPE + "drive"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """An access token: whose, for which client, with which scopes, until when (real time)."""

    user: str
    client_id: str
    scopes: frozenset[str]
    expires_at: datetime


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """A user opened one file to one client (``drive.file``)."""

    user: str
    client_id: str
    file_id: str


@dataclass(frozen=True, slots=True)
class Refresh:
    """What a refresh token stands for."""

    user: str
    client_id: str
    scopes: frozenset[str]


@dataclass(slots=True)
class Access:
    """Everything the playground's Google knows about permissions; thread-safe."""

    path: Path | None = None
    _tokens: dict[str, Token] = field(default_factory=dict)
    _refresh: dict[str, Refresh] = field(default_factory=dict)
    _grants: set[Grant] = field(default_factory=set)
    _shares: dict[str, frozenset[str]] = field(default_factory=dict)
    _consents: dict[str, frozenset[str]] = field(default_factory=dict)
    _lock: threading.RLock = field(default_factory=threading.RLock)

    def __post_init__(self) -> None:
        if self.path and self.path.exists():
            self._load(json.loads(self.path.read_text("utf-8")))

    # --- tokens ---
    def mint(self, user: str, client_id: str, scopes: Iterable[str]) -> str:
        """Issue a fresh access token."""
        now = datetime.now(UTC)
        bearer = "ya29.play-" + secrets.token_urlsafe(24)
        token = Token(user=user, client_id=client_id, scopes=frozenset(scopes), expires_at=now + TOKEN_LIFE)
        with self._lock:
            self._tokens = {key: old for key, old in self._tokens.items() if old.expires_at > now}
            self._tokens[bearer] = token
        return bearer

    def look_up(self, bearer: str) -> Token | None:
        """Find a living token; None is Google's 401."""
        with self._lock:
            token = self._tokens.get(bearer)
        return token if token and token.expires_at > datetime.now(UTC) else None

    def mint_refresh(self, user: str, client_id: str, scopes: Iterable[str]) -> str:
        bearer = "1//play-" + secrets.token_urlsafe(24)
        with self._lock:
            self._refresh[bearer] = Refresh(user, client_id, frozenset(scopes))
            self._save()
        return bearer

    def look_up_refresh(self, bearer: str) -> Refresh | None:
        with self._lock:
            return self._refresh.get(bearer)

    def expire_tokens(self) -> int:
        """Expire every access token at once; return how many there were."""
        with self._lock:
            count = len(self._tokens)
            self._tokens.clear()
        return count

    def revoke(self, bearer: str) -> bool:
        """Revoke what this token came from: the user's whole consent to that client, as Google does."""
        with self._lock:
            known = self._refresh.get(bearer) or self._tokens.get(bearer)
            if known is None:
                return False
            pair = (known.user, known.client_id)
            self._tokens = {key: old for key, old in self._tokens.items() if (old.user, old.client_id) != pair}
            self._refresh = {key: old for key, old in self._refresh.items() if (old.user, old.client_id) != pair}
            self._save()
        return True

    # --- files ---
    def grant(self, user: str, file_id: str, client_id: str = ADDON_CLIENT_ID) -> None:
        """The user pressed Allow for this file."""
        with self._lock:
            self._grants.add(Grant(user, client_id, file_id))
            self._save()

    def withdraw(self, user: str, file_id: str, client_id: str = ADDON_CLIENT_ID) -> None:
        with self._lock:
            self._grants.discard(Grant(user, client_id, file_id))
            self._save()

    def has_grant(self, user: str, file_id: str, client_id: str = ADDON_CLIENT_ID) -> bool:
        with self._lock:
            return Grant(user, client_id, file_id) in self._grants

    def share(self, file_id: str, users: Iterable[str]) -> None:
        """Show the file to these users only; a file never shared is everybody's."""
        with self._lock:
            self._shares[file_id] = frozenset(users)
            self._save()

    def can_see(self, user: str, file_id: str) -> bool:
        with self._lock:
            return user in self._shares.get(file_id, frozenset(CAST))

    def may_open(self, token: Token, file_id: str) -> bool:
        """Whether this token opens this file: drive.file needs the grant, a spreadsheets scope the share."""
        if not self.can_see(token.user, file_id):
            return False
        granted = DRIVE_FILE in token.scopes and self.has_grant(token.user, file_id, token.client_id)
        return granted or bool(token.scopes & SPREADSHEETS)

    # --- consent to the add-on's scopes ---
    def consented(self, user: str, asked: Iterable[str]) -> list[str]:
        """Return the add-on's scopes this user ticked, in the order asked; a fresh user ticked them all."""
        with self._lock:
            ticked = self._consents.get(user)
        return [scope for scope in asked if ticked is None or scope in ticked]

    def consent(self, user: str, scopes: Iterable[str] | None) -> None:
        """Let the user tick exactly these scopes; None ticks all."""
        with self._lock:
            if scopes is None:
                self._consents.pop(user, None)
            else:
                self._consents[user] = frozenset(scopes)
            self._save()

    # --- the whole ---
    def grants(self) -> list[dict[str, str]]:
        with self._lock:
            found = sorted(self._grants)
        return [{"user": grant.user, "client": grant.client_id, "file": grant.file_id} for grant in found]

    def reset(self) -> None:
        with self._lock:
            for store in (self._tokens, self._refresh, self._grants, self._shares, self._consents):
                store.clear()
            self._save()

    def _load(self, stored: dict[str, list[list[str]]]) -> None:
        self._grants = {Grant(*row) for row in stored["grants"]}
        self._shares = {row[0]: frozenset(row[1:]) for row in stored["shares"]}
        self._consents = {row[0]: frozenset(row[1:]) for row in stored["consents"]}
        self._refresh = {row[0]: Refresh(row[1], row[2], frozenset(row[3:])) for row in stored["refresh"]}

    def _save(self) -> None:
        if self.path is None:
            return
        stored = {
            "grants": [[grant.user, grant.client_id, grant.file_id] for grant in sorted(self._grants)],
            "shares": [[file_id, *sorted(users)] for file_id, users in self._shares.items()],
            "consents": [[user, *sorted(scopes)] for user, scopes in self._consents.items()],
            "refresh": [[key, old.user, old.client_id, *sorted(old.scopes)] for key, old in self._refresh.items()],
        }
        write_private(self.path, json.dumps(stored, indent=1).encode())


def get_user(user_id: str) -> User:
    """Return one of the cast; KeyError for a stranger."""
    return CAST[user_id]


def write_private(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(content)
    fresh.replace(path)
