"""Secrets at rest: sealed under the first of a list of Fernet keys, and bound to whose they are and what for."""

from __future__ import annotations

import hmac
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from addon.errors import Rejected

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


class Sealer:
    """Seals with the first key and opens what any of them sealed (``TOKEN_KEYS``).

    Fernet takes no associated data, so tenant, user and purpose are sealed inside and compared when opened: a sealed
    value copied into another document stays shut.
    """

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise ValueError("a sealer needs at least one key")
        self._keys = tuple(keys)
        self._fernet: MultiFernet | None = None

    def seal(self, secret: str, *, tenant: str, user: str, purpose: str) -> str:
        """Return text that only ``open`` with the same tenant, user and purpose turns back."""
        inner = json.dumps([_context(tenant, user, purpose), secret])
        return self._multi().encrypt(inner.encode()).decode()

    def open(self, sealed: str, *, tenant: str, user: str, purpose: str) -> str:
        """Return the secret; ``Rejected`` with reason ``seal_broken`` for other keys, another context or damage."""
        from cryptography.fernet import InvalidToken

        try:
            context, secret = json.loads(self._multi().decrypt(sealed.encode("utf-8", "replace")))
        except InvalidToken as error:
            raise _broken() from error
        if not hmac.compare_digest(str(context).encode(), _context(tenant, user, purpose).encode()):
            raise _broken()
        return str(secret)

    def is_current(self, sealed: str) -> bool:
        """Whether the first key sealed it; what another key sealed should be sealed anew."""
        from cryptography.fernet import Fernet, InvalidToken

        try:
            Fernet(self._keys[0]).decrypt(sealed.encode("utf-8", "replace"))
        except InvalidToken:
            return False
        return True

    def _multi(self) -> MultiFernet:
        # Imported at the first secret, not at the start: most requests seal nothing.
        if self._fernet is None:
            from cryptography.fernet import Fernet, MultiFernet

            self._fernet = MultiFernet([Fernet(key) for key in self._keys])
        return self._fernet


def _context(tenant: str, user: str, purpose: str) -> str:
    return json.dumps([tenant, user, purpose])


def _broken() -> Rejected:
    return Rejected("What was stored for this connection cannot be opened. Connect again.", reason="seal_broken")
