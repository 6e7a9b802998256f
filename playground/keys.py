"""Google's signing key, as the playground has it: an RSA key, its x509 certificate, and the ID tokens it signs."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID
from google.auth import crypt, jwt

from playground.access import write_private
from playground.cast import ADDON_CLIENT_ID, User

ISSUER = "https://accounts.google.com"
LIFE_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class KeyPair:
    """A private key and its certificate, both PEM."""

    private: bytes
    certificate: bytes

    @property
    def id(self) -> str:
        return hashlib.sha1(self.certificate, usedforsecurity=False).hexdigest()


@dataclass(slots=True)
class Keys:
    """Signs ID tokens; the pair is kept under ``folder`` so that a restart invalidates nothing."""

    folder: Path
    pair: KeyPair = field(init=False)
    _signer: Any = None

    def __post_init__(self) -> None:
        self._use(self._read() or self._store(make_pair()))

    def rotate(self) -> None:
        """Replace the key: tokens signed before are no longer covered by the served certificates."""
        self._use(self._store(make_pair()))

    def _use(self, pair: KeyPair) -> None:
        self.pair, self._signer = pair, None

    def certificates(self) -> dict[str, str]:
        """Return key id -> PEM, as Google's /oauth2/v1/certs does."""
        return {self.pair.id: self.pair.certificate.decode()}

    def sign(self, claims: dict[str, Any]) -> str:
        """Sign an ID token living one hour of real time; ``claims`` win over the defaults."""
        now = int(time.time())
        payload = {"iss": ISSUER, "iat": now, "exp": now + LIFE_SECONDS, **claims}
        return str(jwt.encode(self._sign_with(), payload).decode())

    def _sign_with(self) -> Any:
        # Reading a private key checks it, a hundred times the price of a signature: once, and only when needed.
        if self._signer is None:
            self._signer = crypt.RSASigner.from_string(self.pair.private, self.pair.id)
        return self._signer

    def service_token(self, email: str, audience: str) -> str:
        """Sign the token by which a service account calls ``audience``."""
        sub = str(int(hashlib.sha256(email.encode()).hexdigest()[:16], 16))
        return self.sign({"aud": audience, "azp": sub, "sub": sub, "email": email, "email_verified": True})

    def user_token(self, user: User, client_id: str = ADDON_CLIENT_ID) -> str:
        """Sign the token that says who the user is, for one OAuth client."""
        claims = {"aud": client_id, "azp": client_id, "sub": user.sub, "email": user.email, "email_verified": True}
        return self.sign(claims | ({"hd": user.domain} if user.domain else {}))

    def _read(self) -> KeyPair | None:
        paths = (self.folder / "key.pem", self.folder / "certificate.pem")
        if not all(path.exists() for path in paths):
            return None
        return KeyPair(*(path.read_bytes() for path in paths))

    def _store(self, pair: KeyPair) -> KeyPair:
        write_private(self.folder / "key.pem", pair.private)
        write_private(self.folder / "certificate.pem", pair.certificate)
        return pair


def make_pair() -> KeyPair:
    """Make an RSA 2048 key and a self-signed certificate good for ten years."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "playground.sales-assistant.example")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return KeyPair(private, certificate.public_bytes(serialization.Encoding.PEM))
