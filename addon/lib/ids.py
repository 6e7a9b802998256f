"""Names for things: random ones, ones made from what they name, and ones people can read to each other."""

from __future__ import annotations

import hashlib
import secrets

_READABLE = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Digits and capitals without 0, 1, I, L, O and U, which are misread or spell words."""


def random_id() -> str:
    """Return 22 characters of ``A-Za-z0-9_-`` that nobody can guess (128 bits)."""
    return secrets.token_urlsafe(16)


def digest(*parts: str) -> str:
    """Return 32 hex characters (128 bits of SHA-256) that depend on every part and on where one ends."""
    hashed = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        hashed.update(len(encoded).to_bytes(8, "big") + encoded)
    return hashed.hexdigest()[:32]


def reference() -> str:
    """Return a request's name as people read it out, like ``7F3K-92QD`` (39 bits: unique enough for a log)."""
    number, letters = secrets.randbelow(len(_READABLE) ** 8), ""  # one draw: eight cost as much as a log line
    for _ in range(8):
        number, at = divmod(number, len(_READABLE))
        letters += _READABLE[at]
    return f"{letters[:4]}-{letters[4:]}"
