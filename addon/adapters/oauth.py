"""Consent over Google's OAuth: two web clients, each with its own grants, and one request for each thing asked."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from addon.accounts.grant_model import Access, ConsentAsk, Consented, GrantKind
from addon.errors import Rejected, Unavailable
from addon.lib.clock import real_now

TIMEOUT_SECONDS = 20.0
MAX_BODY = 256 * 1024
"""Bytes of an answer; Google's are about three kilobytes."""

LIFETIME_SECONDS = 3600
"""What an access token is good for; a longer promise is not believed."""

SKEW_SECONDS = 10
ISSUERS = ("https://accounts.google.com", "accounts.google.com")

LATER = frozenset({"internal_failure", "temporarily_unavailable", "server_error", "backend_error"})
"""Errors that say nothing about what was asked."""

BAD_CLIENT = frozenset({"invalid_client", "unauthorized_client", "deleted_client", "org_internal"})

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Client:
    """One OAuth web client."""

    id: str
    secret: str

    @property
    def is_ready(self) -> bool:
        """Whether it is configured."""
        return bool(self.id and self.secret)


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """Where Google's OAuth stands."""

    auth: str
    token: str
    revoke: str


class GoogleConsent:
    """Google's OAuth. ``certificate_of`` returns the PEM of a key id, or None; it may raise ``Unavailable``."""

    def __init__(
        self,
        clients: Mapping[GrantKind, Client],
        endpoints: Endpoints,
        certificate_of: Callable[[str], str | None],
        *,
        timeout_seconds: float = TIMEOUT_SECONDS,
        real_now: Callable[[], datetime] = real_now,
    ) -> None:
        self._clients = clients
        self._endpoints = endpoints
        self._certificate_of = certificate_of
        self._timeout_seconds = timeout_seconds
        self._real_now = real_now

    def is_ready(self, kind: GrantKind) -> bool:
        """See ``Consent.is_ready``."""
        return self._clients[kind].is_ready

    def url(self, ask: ConsentAsk) -> str:
        """See ``Consent.url``. Without ``prompt=consent`` who consents again gets no refresh token."""
        challenge = base64.urlsafe_b64encode(hashlib.sha256(ask.verifier.encode()).digest()).rstrip(b"=")
        query = {
            "client_id": self._clients[ask.kind].id,
            "redirect_uri": ask.redirect_uri,
            "response_type": "code",
            "scope": " ".join(ask.scopes),
            "access_type": "offline",
            "prompt": "consent",
            "include_granted_scopes": "false",
            "state": ask.state,
            "code_challenge": challenge.decode(),
            "code_challenge_method": "S256",
        }
        if ask.login_hint:
            query["login_hint"] = ask.login_hint
        return f"{self._endpoints.auth}?{urlencode(query)}"

    def exchange(self, ask: ConsentAsk, code: str) -> Consented:
        """See ``Consent.exchange``."""
        found = self._token(
            ask.kind,
            {
                "grant_type": "authorization_code",
                "code": code,
                "redirect_uri": ask.redirect_uri,
                "code_verifier": ask.verifier,
            },
        )
        claims = self._claims(_text(found, "id_token"), self._clients[ask.kind].id)
        return Consented(
            sub=_text(claims, "sub"),
            email=_text(claims, "email") if claims.get("email_verified") is True else "",
            scopes=tuple(_text(found, "scope").split()),
            access=self._access(found),
            refresh_token=_text(found, "refresh_token"),
        )

    def refresh(self, kind: GrantKind, refresh_token: str) -> Access:
        """See ``Consent.refresh``."""
        return self._access(self._token(kind, {"grant_type": "refresh_token", "refresh_token": refresh_token}))

    def revoke(self, kind: GrantKind, token: str) -> None:  # noqa: ARG002 - a token says itself whose client it is of
        """See ``Consent.revoke``."""
        status, found = self._post(self._endpoints.revoke, {"token": token})
        if status == 200 or (status == 400 and found.get("error") in ("invalid_token", "invalid_grant")):
            return
        raise _translated(status, found)

    def _token(self, kind: GrantKind, form: Mapping[str, str]) -> Json:
        client = self._clients[kind]
        status, found = self._post(
            self._endpoints.token, {**form, "client_id": client.id, "client_secret": client.secret}
        )
        if status != 200:
            raise _translated(status, found)
        return found

    def _access(self, found: Json) -> Access:
        token, seconds = _text(found, "access_token"), found.get("expires_in")
        if not token:
            raise _unreadable()
        known = seconds if isinstance(seconds, int | float) and 0 < seconds <= LIFETIME_SECONDS else LIFETIME_SECONDS
        return Access(token=token, expires_at=self._real_now() + timedelta(seconds=known))

    def _claims(self, token: str, audience: str) -> Json:
        """Return what a signed ID token says of who consented, if Google signed it for that client."""
        from google.auth import jwt

        try:
            header = jwt.decode_header(token)
            key_id = header.get("kid")
            certificate = self._certificate_of(key_id) if header.get("alg") == "RS256" and key_id else None
            if certificate is None:
                raise ValueError("not a key of Google's")
            claims: Json = jwt.decode(
                token, certs={key_id: certificate}, audience=audience, clock_skew_in_seconds=SKEW_SECONDS
            )
        except Unavailable:
            raise
        except Exception as error:  # whatever a token breaks in a parser, nobody has consented
            raise _nobody() from error
        if claims.get("iss") not in ISSUERS or not _text(claims, "sub"):
            raise _nobody()
        return claims

    def _post(self, url: str, form: Mapping[str, str]) -> tuple[int, Json]:
        """Send a form once, on a connection of its own: a pooled one that Google closed would lose a code."""
        import requests
        from requests.adapters import HTTPAdapter

        with requests.Session() as session:
            for scheme in ("https://", "http://"):
                session.mount(scheme, HTTPAdapter(max_retries=0))
            try:
                answer = session.post(
                    url, data=form, timeout=self._timeout_seconds, allow_redirects=False, stream=True, auth=_no_auth
                )
                with answer:
                    body = answer.raw.read(MAX_BODY, decode_content=True)
            except (requests.RequestException, OSError, _broken_answer()) as outage:
                raise Unavailable("Google does not answer.", reason="no_answer") from outage
        return answer.status_code, _object(body)


def _no_auth(request: Any) -> Any:
    """Send no credentials but those of the form, whatever a .netrc says."""
    return request


def _broken_answer() -> type[Exception]:
    from urllib3.exceptions import HTTPError

    return HTTPError


def _object(body: bytes) -> Json:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _text(found: Json, name: str) -> str:
    text = found.get(name)
    return text if isinstance(text, str) else ""


def _translated(status: int, found: Json) -> Rejected | Unavailable:
    error = _text(found, "error")
    if status >= 500 or status in (408, 429) or error in LATER:
        return Unavailable("Google is not available at the moment.", reason="server_error")
    if error == "invalid_grant":
        return Rejected("Google no longer lets us in: open Settings and press Connect.", reason="invalid_grant")
    if status == 401 or error in BAD_CLIENT:
        return Rejected(
            "Google refused this server's OAuth client: its administrator checks its id and its secret.",
            reason="bad_client",
        )
    return Rejected("Google refused the request.", reason="refused")


def _unreadable() -> Unavailable:
    return Unavailable("Google's answer could not be read.", reason="unreadable")


def _nobody() -> Rejected:
    return Rejected("Google did not say who consented.", reason="refused")
