"""What time it is: real time for tokens and caches, business time for everything a user waits for."""

from __future__ import annotations

import logging
import math
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

_LOG = logging.getLogger(__name__)

MAX_OFFSET_SECONDS = 10 * 366 * 24 * 3600
"""Ten years: an offset beyond it is taken for a broken file."""


def real_now() -> datetime:
    """Return the real, aware UTC instant; tokens and certificates live by it, whatever the playground's clock says."""
    return datetime.now(UTC)


class SystemClock:
    """Business time is real time."""

    def now(self) -> datetime:
        """Return the aware UTC instant."""
        return real_now()


class OffsetClock:
    """Business time is real time plus the seconds written in a file (``CLOCK_FILE``).

    The file holds one number and is read again when it is replaced or changes in time or size, so another process may
    move the clock.
    An absent file is an offset of 0; a broken one keeps the last good offset.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seen: tuple[int, int, int] | None = None
        self._offset = timedelta(0)
        self._lock = threading.Lock()

    def now(self) -> datetime:
        """Return the aware UTC instant of business time."""
        return real_now() + self._current_offset()

    def _current_offset(self) -> timedelta:
        try:
            status = self._file.stat()
        except OSError:
            return self._offset if self._seen else timedelta(0)
        stamp = (status.st_ino, status.st_mtime_ns, status.st_size)
        with self._lock:
            if stamp != self._seen:
                self._offset = self._read()
                self._seen = stamp
            return self._offset

    def _read(self) -> timedelta:
        try:
            seconds = float(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            seconds = math.nan
        if not abs(seconds) <= MAX_OFFSET_SECONDS:
            _LOG.warning("clock.file_unreadable: the last good offset stays")
            return self._offset
        return timedelta(seconds=seconds)
