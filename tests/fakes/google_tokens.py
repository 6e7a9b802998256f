"""Google as far as tokens go: a key of its own, certificates that are counted, and tokens with any claim bent."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID

from addon.adapters.certificates import Certificates
from addon.errors import Unavailable

ADDON_ACCOUNT = "service-100200300@gcp-sa-gsuiteaddons.iam.gserviceaccount.com"
TASKS_ACCOUNT = "tasks@sales-assistant-playground.iam.gserviceaccount.com"
CLIENT_ID = "100200300-addon.apps.googleusercontent.com"
LEFT_OUT = object()
"""A claim with this value is not in the token."""


class SigningKey:
    """One RSA key with its key id and certificate; 2048 bits, as Google's."""

    def __init__(self, key_id: str) -> None:
        self.key_id = key_id
        self._private = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.certificate = _certificate(self._private)

    def token(self, claims: Mapping[str, Any], header: Mapping[str, Any] | None = None) -> str:
        head = {"alg": "RS256", "typ": "JWT", "kid": self.key_id} | dict(header or {})
        signed = f"{_part(_kept(head))}.{_part(_kept(claims))}"
        signature = self._private.sign(signed.encode(), padding.PKCS1v15(), hashes.SHA256())
        return f"{signed}.{_text(signature)}"


@cache
def key(key_id: str = "key-1") -> SigningKey:
    """Return the key of that id, made once per test process."""
    return SigningKey(key_id)


class FakeCertificates:
    """Where certificates come from; ``is_down`` takes the network away, ``fetches`` counts."""

    def __init__(self, *keys: SigningKey, lifetime_seconds: float = 3600) -> None:
        self.keys = list(keys) or [key()]
        self.lifetime_seconds = lifetime_seconds
        self.fetches = 0
        self.is_down = False

    def fetch(self) -> Certificates:
        self.fetches += 1
        if self.is_down:
            raise Unavailable("Out of reach.", reason="certificates_unavailable")
        return Certificates(
            by_key_id={one.key_id: one.certificate for one in self.keys}, lifetime_seconds=self.lifetime_seconds
        )


def system_claims(base_url: str, path: str, **bent: Any) -> dict[str, Any]:
    """Return what Google says of itself when it calls ``path``."""
    return _timed({"aud": base_url + path, "email": ADDON_ACCOUNT, "email_verified": True, "sub": "42"}) | bent


def user_claims(**bent: Any) -> dict[str, Any]:
    """Return what Google says of Ana of Nordwind."""
    return (
        _timed(
            {
                "aud": CLIENT_ID,
                "sub": "1001",
                "email": "ana@nordwind.example",
                "email_verified": True,
                "hd": "nordwind.example",
            }
        )
        | bent
    )


def system_token(base_url: str, path: str, **bent: Any) -> str:
    """Return the token Google sends with an event to ``path``."""
    return key().token(system_claims(base_url, path, **bent))


def user_token(**bent: Any) -> str:
    """Return Ana's token."""
    return key().token(user_claims(**bent))


def _timed(claims: dict[str, Any]) -> dict[str, Any]:
    now = int(time.time())
    return {"iss": "https://accounts.google.com", "iat": now, "exp": now + 3600} | claims


def _kept(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not LEFT_OUT}


def _part(values: Mapping[str, Any]) -> str:
    return _text(json.dumps(values).encode())


def _text(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _certificate(private: rsa.RSAPrivateKey) -> str:
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "stand-in.example")])
    now = datetime.now(UTC)
    built = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .sign(private, hashes.SHA256())
    )
    return built.public_bytes(serialization.Encoding.PEM).decode()
