"""One pooled HTTP transport per vendor under google-api-python-client: exactly one request per call.

httplib2 posts twice when the peer closes before answering, and AuthorizedSession posts twice on 401 unless told
not to (``refresh_status_codes=()`` tells it). The object below has httplib2's ``request`` shape over requests.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from google.auth.transport.requests import AuthorizedSession
from google.oauth2.credentials import Credentials
from httplib2 import Response
from requests.adapters import HTTPAdapter

POOL_SIZE = 32
"""Connections kept per vendor; more threads than this open and close theirs."""


MAX_BODY = 32 * 1024 * 1024
"""Bytes of an answer: read as JSON it takes some eight times as much memory."""


CHUNK = 256 * 1024
"""Bytes read at a time."""


class BodyTooLarge(Exception):
    """An answer is larger than is read; the rest of it was left."""


class Pool:
    """Keeps one vendor's connections; hands out sessions that share them, one per access token."""

    def __init__(self, timeout_seconds: float, max_body: int = MAX_BODY) -> None:
        self.timeout_seconds = timeout_seconds
        self._max_body = max_body
        self._adapter = HTTPAdapter(pool_connections=4, pool_maxsize=POOL_SIZE, max_retries=0, pool_block=False)

    def authorized(self, access_token: str, timeout_seconds: float | None = None) -> AuthorizedHttp:
        """Return an http object that sends ``access_token`` as it is and never refreshes or repeats."""
        session = AuthorizedSession(Credentials(token=access_token), refresh_status_codes=(), max_refresh_attempts=0)
        session.mount("https://", self._adapter)
        session.mount("http://", self._adapter)
        return AuthorizedHttp(session, timeout_seconds or self.timeout_seconds, self._max_body)


class AuthorizedHttp:
    """httplib2's ``request`` over an AuthorizedSession; raises what requests raises."""

    def __init__(self, session: AuthorizedSession, timeout_seconds: float, max_body: int = MAX_BODY) -> None:
        self._max_body = max_body
        self._session = session
        self._timeout_seconds = timeout_seconds

    def request(
        self,
        uri: str,
        method: str = "GET",
        body: str | bytes | None = None,
        headers: Mapping[str, str] | None = None,
        **_: Any,
    ) -> tuple[Response, bytes]:
        """Send once, follow no redirect, and return status, headers and body as googleapiclient expects them."""
        answer = self._session.request(
            method,
            uri,
            data=body,
            headers=dict(headers or {}),
            timeout=self._timeout_seconds,
            allow_redirects=False,
            stream=True,
        )
        content = _content(answer, self._max_body)
        found = Response(
            {name.lower(): value for name, value in answer.headers.items()} | {"status": str(answer.status_code)}
        )
        found.reason = answer.reason
        return found, content

    def close(self) -> None:
        """Keep the pooled connections: the pool outlives every session."""


def _content(answer: Any, most: int) -> bytes:
    """Read an answer to its end, unless it is too large."""
    read = bytearray()
    with answer:
        for piece in answer.iter_content(CHUNK):
            read += piece
            if len(read) > most:
                raise BodyTooLarge
    return bytes(read)
