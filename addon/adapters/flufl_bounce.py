"""The BounceScanner port: flufl.bounce, which knows the notices of many mailers that follow no standard."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from email import message_from_bytes

_MOST_BYTES = 32_000
"""What is read of a message: a notice stands at its head, and the library tries hundreds of patterns on each line."""


class FluflBounceScanner:
    """Scans by the library's detectors, the standard first."""

    def scan(self, raw: bytes) -> tuple[frozenset[str], frozenset[str]]:
        """Return the addresses that failed for a while and for good."""
        from flufl.bounce import all_failures  # Home does not pay for it

        logging.getLogger("flufl.bounce").disabled = True  # it would log the traceback, with addresses in it
        try:
            temporary, permanent = all_failures(message_from_bytes(_plain(raw)))
        except Exception:  # detectors raise whatever they meet; a message they cannot read is none they know
            return frozenset(), frozenset()
        return _texts(temporary), _texts(permanent)


def _plain(raw: bytes) -> bytes:
    """Return the head of a message with one kind of line end, runs of blank lines as one."""
    lines = raw[: 4 * _MOST_BYTES].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return re.sub(rb"\n{3,}", b"\n\n", lines)[:_MOST_BYTES]


def _texts(found: Iterable[bytes]) -> frozenset[str]:
    texts = (each.decode("utf-8", "replace").strip() for each in found)
    return frozenset(text for text in texts if text.count("@") == 1)
