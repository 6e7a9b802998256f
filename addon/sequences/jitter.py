"""The pause between two mails of a mailbox, so that they do not leave like clockwork."""

from __future__ import annotations

import hashlib
from datetime import timedelta

SHORTEST = timedelta(seconds=60)
LONGEST = timedelta(seconds=180)
"""PRODUCT, Defaults."""


def pause_after(send_id: str) -> timedelta:
    """Return how long the mailbox rests after a send: 60 to 180 seconds, evenly spread, the same for the same id.

    It depends on nothing but the id: a turn that crashed and is taken again rests as long as it had promised.
    """
    hashed = hashlib.sha256(send_id.encode("utf-8", "surrogatepass")).digest()
    share = int.from_bytes(hashed[:8], "big") / 2**64
    return SHORTEST + (LONGEST - SHORTEST) * share
