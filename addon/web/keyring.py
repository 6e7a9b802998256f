"""Google's certificates, kept: one fetch per lifetime however many threads ask, one more when a key is new."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import Protocol

from addon.errors import Unavailable
from addon.lib import log

MIN_REFETCH_SECONDS = 60.0
"""An unknown key id asks again at most this often, so that made-up ids cannot make us hammer Google."""

RETRY_SECONDS = 5.0
"""After a failed fetch nobody asks again for this long: requests fail at once instead of queueing for the network."""


class Fetched(Protocol):
    """What a source of certificates answers."""

    @property
    def by_key_id(self) -> Mapping[str, str]:
        """Key id → certificate in PEM form."""

    @property
    def lifetime_seconds(self) -> float:
        """How long they are good for."""


class Source(Protocol):
    """Where certificates come from; raises ``Unavailable``."""

    def fetch(self) -> Fetched:
        """Return the certificates of this moment."""


class Keyring:
    """Certificates by key id, fetched when first needed. Safe among threads; ``timer`` is monotonic seconds."""

    def __init__(self, source: Source, timer: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._timer = timer
        self._lock = threading.Lock()
        self._certificates: Mapping[str, str] = {}
        self._expires_at = float("-inf")
        self._fetched_at = float("-inf")
        self._failed_at = float("-inf")

    def certificate(self, key_id: str) -> str | None:
        """Return the certificate in PEM form, or None for a key Google does not have; ``Unavailable`` without any."""
        found = self._certificates.get(key_id)
        if found is not None and self._timer() < self._expires_at:
            return found
        with self._lock:  # threads that wait here find what the first one fetched
            if self._is_due(key_id):
                self._fetch()
            return self._certificates.get(key_id)

    def _is_due(self, key_id: str) -> bool:
        now = self._timer()
        if now >= self._expires_at:
            return True
        return key_id not in self._certificates and now >= self._fetched_at + MIN_REFETCH_SECONDS

    def _fetch(self) -> None:
        now = self._timer()
        if now < self._failed_at + RETRY_SECONDS:
            raise Unavailable("Google's certificates are out of reach for the moment.", reason="certificates_wait")
        log.count("certificate_fetches")
        try:
            with log.part("certificates"):
                fetched = self._source.fetch()
        except Unavailable:
            self._failed_at = self._timer()
            raise
        self._certificates = fetched.by_key_id
        self._fetched_at = self._timer()
        self._expires_at = self._fetched_at + fetched.lifetime_seconds
