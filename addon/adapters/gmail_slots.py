"""How many requests one mailbox may have in flight: Gmail refuses more with "Too many concurrent requests"."""

from __future__ import annotations

import threading
from hashlib import sha256
from weakref import WeakValueDictionary

IN_FLIGHT = 4
"""Requests at a time; what Gmail bears is nowhere written, users report refusals at about ten."""


class Slots:
    """Hands out one semaphore for each access token in use; a process that has another token has places of its own."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._places: WeakValueDictionary[bytes, threading.BoundedSemaphore] = WeakValueDictionary()

    def of(self, access_token: str) -> threading.BoundedSemaphore:
        """Return the places of a token, kept as a digest and as long as somebody holds them."""
        key = sha256(access_token.encode("utf-8", "replace")).digest()
        with self._lock:
            found = self._places.get(key)
            if found is None:
                found = self._places[key] = threading.BoundedSemaphore(IN_FLIGHT)
        return found

    def __len__(self) -> int:
        return len(self._places)
