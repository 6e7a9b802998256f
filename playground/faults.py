"""Trouble on request: error codes, lost connections, delays, and Google's quota.

A kind is an HTTP status (``"503"``), ``"drop"`` (the connection closes without an answer) or ``"delay"``. With
``_after`` behind it (``"503_after"``) the call takes effect first and then its answer is lost or late. ``"quota"``
switches the 60 reads and 60 writes a minute per user on (``times=0`` switches them off); of Gemini's requests ``times``
are then allowed in any minute. Gmail knows more kinds (see ``gmail_faults``), and so does Pub/Sub (``gmail_push``);
OAuth's ``token`` knows ``invalid_grant``.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock
from typing import Any

from playground import google_errors

MAX_DELAY_MS = 120_000
EVERY_METHOD = "*"
INVALID_GRANT = "invalid_grant"
_KINDS = frozenset({"drop", "delay"} | {str(code) for code in google_errors.STATUS_BY_CODE})
_KINDS_OF = {
    "sheets": frozenset({"quota"}),
    "gmail": frozenset(
        {"hang", "truncated", "late", "non_atomic", "invisible", "rate", "rate_403", "mail_limit", "concurrent"}
        | {"not_enabled", "precondition", "bad_recipient"}
    ),
    "oauth": frozenset({INVALID_GRANT}),
    "pubsub": frozenset({"late", "doubled"}),
}
"""What an API knows beside the kinds that all know."""

_ALSO_CALLED = {"lost": "drop", "answer_lost": "drop_after"}
MAX_SECONDS = 366 * 24 * 3600.0

try:
    from waitress.channel import ClientDisconnected
except ImportError:  # pragma: no cover - another server than waitress

    class ClientDisconnected(Exception):  # type: ignore[no-redef]
        pass


class Dropped(ConnectionResetError, ClientDisconnected):  # type: ignore[misc]
    """Both waitress and werkzeug take this for a client that went away: they close without an answer."""


class BadFaultError(ValueError):
    """The fault asked for is none we know."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One blow: ``kind`` without its suffix, the pause before it, whether the effect comes first, how long it lasts."""

    api: str
    kind: str
    delay_seconds: float = 0.0
    after: bool = False
    seconds: float = 0.0

    def strike(self) -> None:
        """Wait, then raise what the kind asks for; a plain delay only waits."""
        if self.delay_seconds:
            time.sleep(self.delay_seconds)
        if self.kind == "drop":
            raise Dropped("the playground dropped this call on request")
        if self.kind.isdigit():
            raise google_errors.for_status(int(self.kind), _service(self.api))


@dataclass(slots=True)
class _Planned:
    method: str
    fault: Fault
    times: int


class Faults:
    """The trouble planned, by API and method; each ``take`` uses one up."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._planned: list[_Planned] = []
        self._quotas: set[str] = set()

    def add(
        self, api: str, method: str, kind: str | int, times: int = 1, delay_ms: float = 0, seconds: float = 0
    ) -> None:
        """Plan trouble for the next ``times`` calls of ``method`` (``*`` = any); 0 takes back what was planned."""
        name, after = _read_kind(api, kind)
        if times < 0 or not 0 <= delay_ms <= MAX_DELAY_MS or not 0 <= seconds <= MAX_SECONDS:
            raise BadFaultError(f"times must be at least 0, delay_ms within 0..{MAX_DELAY_MS}, seconds within a year")
        with self._lock:
            if name == "quota":
                (self._quotas.add if times else self._quotas.discard)(api)
            elif times == 0:
                self._planned = [p for p in self._planned if (p.fault.api, p.method) != (api, method)]
            else:
                self._planned.append(_Planned(method, Fault(api, name, delay_ms / 1000, after, seconds), times))

    def take(self, api: str, method: str) -> Fault | None:
        with self._lock:
            for planned in self._planned:
                if planned.fault.api == api and planned.method in (method, EVERY_METHOD):
                    planned.times -= 1
                    if not planned.times:
                        self._planned.remove(planned)
                    return planned.fault
        return None

    def has_quota(self, api: str) -> bool:
        return api in self._quotas

    def as_list(self) -> list[dict[str, Any]]:
        """Return what is planned, in the words of ``POST /play/faults``."""
        with self._lock:
            planned = [_describe(p) for p in self._planned]
            return planned + [{"api": api, "method": EVERY_METHOD, "kind": "quota"} for api in sorted(self._quotas)]

    def clear(self) -> None:
        with self._lock:
            self._planned.clear()
            self._quotas.clear()


def _read_kind(api: str, kind: str | int) -> tuple[str, bool]:
    known = _KINDS | _KINDS_OF.get(api, frozenset())
    text = _ALSO_CALLED.get(str(kind), str(kind))
    name = text.removesuffix("_after")
    if name not in known:
        raise BadFaultError(f"unknown kind of fault: {text}; known are {', '.join(sorted(known))}, also with _after")
    return name, name != text


def _describe(planned: _Planned) -> dict[str, Any]:
    fault = planned.fault
    kind = fault.kind + ("_after" if fault.after else "")
    delay = int(fault.delay_seconds * 1000)
    told = {"api": fault.api, "method": planned.method, "kind": kind, "times": planned.times, "delay_ms": delay}
    return told | ({"seconds": fault.seconds} if fault.seconds else {})


def _service(api: str) -> str:
    return {"gemini": "generativelanguage.googleapis.com"}.get(api, f"{api}.googleapis.com")
