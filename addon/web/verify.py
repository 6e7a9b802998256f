"""Who calls: Google's tokens for the add-on itself, for its user and for background tasks, verified in full.

There is no bypass: the playground signs real tokens with a key of its own.
"""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from google.auth import jwt

from addon.accounts.model import Caller
from addon.config import Config
from addon.errors import AssistantError
from addon.lib import log
from addon.lib.cache import Cache, CacheCounts
from addon.web.keyring import Keyring

ISSUERS = ("https://accounts.google.com", "accounts.google.com")
SKEW_SECONDS = 10
MAX_TOKEN = 8 * 1024
"""Characters; Google's are about 1,200."""

KEPT_TOKENS = 4096
"""Verified tokens kept until they expire: checking one again costs a hash and a look-up."""

_SUBJECT = re.compile(r"[A-Za-z0-9_.-]{1,128}")
_DOMAIN = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?")

Claims = Mapping[str, Any]


class Unauthenticated(Exception):
    """Nobody we know: answered 401 with an empty body, and nothing else happens. The argument is a word for the log."""


class Verifier:
    """Verifies tokens against the configured addresses, never against what the request says of itself.

    Each method raises ``Unauthenticated``, or ``Unavailable`` while Google's certificates are out of reach (503: the
    caller may be genuine).
    """

    def __init__(self, config: Config, keyring: Keyring) -> None:
        self._config = config
        self._keyring = keyring
        self._verified: Cache[bytes, Claims] = Cache(size=KEPT_TOKENS, seconds=0, timer=time.time)

    def verify_system(self, token: str, path: str) -> None:
        """Accept the token Google sends with an event to ``BASE_URL`` + ``path``."""
        self._verify_service(token, path, self._config.addon_service_account)

    def verify_task(self, token: str, path: str) -> None:
        """Accept the token of the service account that may call ``BASE_URL`` + ``path`` under /tasks."""
        self._verify_service(token, path, self._config.tasks_service_account)

    def verify_push(self, token: str, path: str) -> None:
        """Accept the token of the service account in whose name Pub/Sub pushes to ``BASE_URL`` + ``path``."""
        self._verify_service(token, path, self._config.pubsub_service_account)

    def verify_user(self, token: str) -> Caller:
        """Return the user the token was made for: keyed by ``sub``, in the Workspace domain or a tenant of their own.

        The address is empty unless Google verified it; the domain of an address never makes a tenant.
        """
        claims = self._claims(token)
        _demand(claims.get("aud") == self._config.addon_client_id != "", "user_audience")
        subject, domain = claims.get("sub"), claims.get("hd")
        _demand(isinstance(subject, str) and _SUBJECT.fullmatch(subject) is not None, "user_subject")
        if domain is not None:
            _demand(isinstance(domain, str) and _DOMAIN.fullmatch(domain.lower()) is not None, "user_domain")
        email = claims.get("email") if claims.get("email_verified") is True else ""
        return Caller(
            tenant=str(domain).lower() if domain is not None else f"u:{subject}",
            user=str(subject),
            email=email if isinstance(email, str) else "",
        )

    def counts(self) -> CacheCounts:
        """Return how often a token was known already."""
        return self._verified.counts()

    def _verify_service(self, token: str, path: str, service_account: str) -> None:
        claims = self._claims(token)
        _demand(claims.get("aud") == self._config.base_url + path, "audience")
        _demand(claims.get("email") == service_account != "", "service_account")
        _demand(claims.get("email_verified") is True, "email_verified")

    def _claims(self, token: str) -> Claims:
        """Return the claims of a token of Google's that is good now, whoever it is for."""
        _demand(bool(token), "missing")
        _demand(len(token) <= MAX_TOKEN and token.isascii(), "malformed")
        key = sha256(token.encode()).digest()
        known = self._verified.get(key)
        if known is not None:
            return known
        with log.part("verify"):
            claims = self._decoded(token)
        self._verified.put(key, claims, claims["exp"] + SKEW_SECONDS - time.time())
        return claims

    def _decoded(self, token: str) -> Claims:
        try:
            header = jwt.decode_header(token)
            _demand(header.get("alg") == "RS256" and isinstance(header.get("kid"), str), "algorithm")
            certificate = self._keyring.certificate(header["kid"])
            _demand(certificate is not None, "unknown_key")
            # Any audience here: each caller demands its own, exactly.
            claims: Claims = jwt.decode(token, certs={header["kid"]: certificate}, clock_skew_in_seconds=SKEW_SECONDS)
        except (Unauthenticated, AssistantError):
            raise
        except Exception as error:  # whatever a hostile token breaks in a parser, it is refused
            raise Unauthenticated("invalid") from error
        _demand(claims.get("iss") in ISSUERS, "issuer")
        return claims


def _demand(holds: bool, word: str) -> None:
    if not holds:
        raise Unauthenticated(word)
