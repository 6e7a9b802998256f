"""The log: one JSON line for each request and each thing worth saying, with nothing in it that is not ours to keep.

Lines hold ids, words and numbers; never addresses, bodies, prompts or tokens. The formatter blots out what looks like
one all the same: it is the last defence, not the rule.
"""

from __future__ import annotations

import contextlib
import contextvars
import json
import logging
import re
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TextIO

_SECRETS = re.compile(
    r"ya29\.[\w.-]+"  # Google access tokens
    r"|1//[\w-]{10,}"  # Google refresh tokens
    r"|eyJ[\w-]{5,}(?:\.[\w-]*){0,2}"  # JSON web tokens
    r"|AIza[\w-]{20,}"  # Google API keys
    r"|gAAAA[\w=-]{20,}"  # Fernet
    r"|Bearer\s+[\w.~+/=-]+"
    r"|-----BEGIN[\s\S]*?(?:-----END[^-]*-----|$)"
)
_ADDRESS = re.compile(r"[^\s@\"'<>(),;:\\\[\]=]+@[^\s@\"'<>(),;:\\\[\]]+")


class RequestLine:
    """What one request will say when it ends: named parts in milliseconds and counters."""

    def __init__(self, reference: str) -> None:
        self.reference = reference
        self.facts: dict[str, str | int | float] = {}
        self.parts: dict[str, float] = {}
        self.counts: dict[str, int] = {}
        self._started = time.perf_counter()

    def took_ms(self) -> float:
        """Return the milliseconds since the request began."""
        return _milliseconds(self._started)


_CURRENT: contextvars.ContextVar[RequestLine | None] = contextvars.ContextVar("request_line", default=None)


def open_line(reference: str) -> RequestLine:
    """Begin the line of a request; ``part``, ``count`` and ``note`` add to it until the next one begins."""
    line = RequestLine(reference)
    _CURRENT.set(line)
    return line


def close_line(line: RequestLine, level: int, **facts: str | int | float) -> None:
    """Write the line of a request that has ended, with its last facts."""
    _CURRENT.set(None)
    said: dict[str, Any] = {"event": "request", "id": line.reference, **facts, "took_ms": line.took_ms(), **line.facts}
    if line.parts:
        said["parts"] = line.parts
    if line.counts:
        said["counts"] = line.counts
    logging.getLogger("request").log(level, "request", extra={"line": said})


def current_reference() -> str:
    """Return the reference of the current request, or ``""`` outside one."""
    line = _CURRENT.get()
    return line.reference if line else ""


@contextlib.contextmanager
def part(name: str) -> Iterator[None]:
    """Time a named part of the current request; without a request it does nothing."""
    line = _CURRENT.get()
    started = time.perf_counter()
    try:
        yield
    finally:
        if line is not None:
            line.parts[name] = round(line.parts.get(name, 0.0) + _milliseconds(started), 2)


def count(name: str, by: int = 1) -> None:
    """Add to a counter of the current request, if there is one."""
    if line := _CURRENT.get():
        line.counts[name] = line.counts.get(name, 0) + by


def note(**facts: str | int | float) -> None:
    """Add facts (words and numbers, never personal data) to the current request, if there is one."""
    if line := _CURRENT.get():
        line.facts |= facts


def redact(text: str) -> str:
    """Return the text with whatever looks like a token or an address blotted out."""
    return _ADDRESS.sub("[address]", _SECRETS.sub("[secret]", text))


def where(error: BaseException) -> str:
    """Return where an error arose, innermost last, without its message: a message may quote what a user wrote."""
    places: list[str] = []
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    names = [type(cause).__name__ for cause in _causes(error)]
    return " < ".join(names) + " at " + " > ".join(places[-12:])


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, event or the record's ``line``; redacted."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line; an exception is shown by where it arose, never by its message."""
        said: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "log": record.name,
        }
        line = getattr(record, "line", None)
        said |= line if isinstance(line, dict) else _message(record)
        if record.exc_info and record.exc_info[1] is not None:
            said["error"] = where(record.exc_info[1])
        return redact(json.dumps(said, default=str, ensure_ascii=False))


def configure(level: str, stream: TextIO | None = None) -> None:
    """Send every log line of the process through the formatter to ``stream`` (standard error)."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    for chatty in ("urllib3", "google", "googleapiclient", "httpx", "httpcore", "werkzeug", "waitress.queue"):
        logging.getLogger(chatty).setLevel(max(logging.WARNING, root.level))


def _message(record: logging.LogRecord) -> dict[str, Any]:
    message = record.getMessage()
    if message.startswith("{"):
        with contextlib.suppress(ValueError):
            found = json.loads(message)
            return found if isinstance(found, dict) else {"event": message}
    return {"event": message}


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(5):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__


def _milliseconds(since: float) -> float:
    return round((time.perf_counter() - since) * 1000, 2)
