"""Tokens that prove we made them: a payload, a purpose and an end, under the first of a list of keys."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from addon.errors import Rejected
from addon.lib.clock import real_now

MAX_TOKEN = 4096
"""Characters of a token looked at; ours are far shorter."""


class Signer:
    """Signs with the first key and reads what any of them signed, so a key is changed by putting a new one in front.

    A token is readable by anybody who has it: never put a secret into the payload. ``now`` is real time.
    """

    def __init__(self, keys: Sequence[str], now: Callable[[], datetime] = real_now) -> None:
        if not keys or not all(keys):
            raise ValueError("a signer needs at least one key, none of them blank")
        self._keys = [key.encode() for key in keys]
        self._now = now

    def sign(self, purpose: str, payload: str, lifetime: timedelta | None) -> str:
        """Return a URL-safe token good for ``purpose`` only, until ``lifetime`` from now (None: for ever)."""
        expires = None if lifetime is None else int((self._now() + lifetime).timestamp())
        body = _encode(json.dumps([payload, expires], separators=(",", ":")).encode())
        return f"{body}.{_mac(self._keys[0], purpose, body)}"

    def read(self, purpose: str, token: str) -> str:
        """Return the payload; ``Rejected`` with reason ``bad_token`` (not ours, another purpose) or ``expired``."""
        body, _, signature = token[:MAX_TOKEN].partition(".")
        given = signature.encode("utf-8", "surrogatepass")  # compared as text: one token has one spelling
        if not any(hmac.compare_digest(_mac(key, purpose, body).encode(), given) for key in self._keys):
            raise Rejected("This link is not one of ours, or it was cut off on its way.", reason="bad_token")
        payload, expires = json.loads(_decode(body))
        if expires is not None and self._now().timestamp() >= expires:
            raise Rejected("This link has expired.", reason="expired")
        return str(payload)


def _mac(key: bytes, purpose: str, body: str) -> str:
    bound = f"{len(purpose)}:{purpose}:{body}".encode("utf-8", "surrogatepass")
    return _encode(hmac.digest(key, bound, hashlib.sha256))


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
