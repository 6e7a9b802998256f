"""Authorization codes: good once, for ten minutes, for the client, redirect and PKCE challenge they were made for."""

from __future__ import annotations

import base64
import hashlib
import secrets
import threading
import time
from dataclasses import dataclass, field

CODE_LIFE_SECONDS = 600.0
OIDC_NAMES = {
    "email": "https://www.googleapis.com/auth/userinfo.email",
    "profile": "https://www.googleapis.com/auth/userinfo.profile",
}
IDENTITY = frozenset({"openid", OIDC_NAMES["email"]})
SIGN_IN = frozenset({"openid", *OIDC_NAMES.values()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What a client asks of a user: one visit to the consent page."""

    client_id: str
    redirect_uri: str
    scopes: tuple[str, ...]
    state: str
    login_hint: str
    is_offline: bool
    challenge: str
    challenge_method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """What a user answered: who, and which of the scopes."""

    ask: Ask
    user: str
    scopes: tuple[str, ...]
    made_at: float = field(default_factory=time.monotonic)


class BadGrantError(Exception):
    """Google's ``invalid_grant``."""


class Codes:
    """Open asks and unused codes; safe for threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asks: dict[str, Ask] = {}
        self._codes: dict[str, Code] = {}

    def open(self, ask: Ask) -> str:
        """Keep an ask while the user thinks; its id proves that the answer comes from our page."""
        key = secrets.token_urlsafe(16)
        with self._lock:
            self._asks[key] = ask
        return key

    def close(self, key: str) -> Ask | None:
        """Take an ask out; None when it is unknown or was answered before."""
        with self._lock:
            return self._asks.pop(key, None)

    def issue(self, code: Code) -> str:
        text = "4/0Play-" + secrets.token_urlsafe(24)
        with self._lock:
            self._codes[text] = code
        return text

    def redeem(self, text: str, client_id: str, redirect_uri: str, verifier: str) -> Code:
        """Use a code up; BadGrantError when it does not fit."""
        with self._lock:
            code = self._codes.pop(text, None)
        if code is None or time.monotonic() - code.made_at > CODE_LIFE_SECONDS:
            raise BadGrantError("Malformed auth code.")
        if (code.ask.client_id, code.ask.redirect_uri) != (client_id, redirect_uri):
            raise BadGrantError("Code was issued for another client or redirect_uri.")
        if not is_verified(code.ask, verifier):
            raise BadGrantError("Invalid code verifier.")
        return code

    def reset(self) -> None:
        with self._lock:
            self._asks.clear()
            self._codes.clear()


def is_verified(ask: Ask, verifier: str) -> bool:
    """Whether a PKCE verifier fits; an ask without a challenge takes none."""
    if not ask.challenge:
        return not verifier
    if ask.challenge_method == "plain":
        return secrets.compare_digest(ask.challenge.encode(), verifier.encode())
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=")
    return secrets.compare_digest(ask.challenge.encode(), digest)


def read_scopes(text: str) -> tuple[str, ...]:
    """Split a scope parameter, OpenID's short names spelt out as Google answers them."""
    return tuple(dict.fromkeys(OIDC_NAMES.get(scope, scope) for scope in text.split()))
