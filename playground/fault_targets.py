"""What trouble can be ordered for: the APIs and methods that take faults, named as their calls are counted."""

from __future__ import annotations

from collections.abc import Mapping

from playground import calendly_api, gemini_api, gmail_api, gmail_push, oauth_api, sheets_api
from playground.faults import EVERY_METHOD, BadFaultError

TARGETS: Mapping[str, frozenset[str]] = {
    "sheets": frozenset({*sheets_api.READS, *sheets_api.WRITES}),
    gmail_api.API: frozenset(gmail_api.HANDLERS),
    "gemini": gemini_api.METHODS,
    calendly_api.API: calendly_api.METHODS,
    gmail_push.API: frozenset({gmail_push.METHOD}),
    oauth_api.API: oauth_api.TROUBLED,
}


def check(api: str, method: str) -> None:
    """Return if a fault for that method can ever strike; BadFaultError names those that can."""
    if api not in TARGETS:
        raise BadFaultError(f"unknown api: {api[:80]}; known are {_listed(TARGETS)}")
    if method not in TARGETS[api] and method != EVERY_METHOD:
        raise BadFaultError(f"unknown method of {api}: {method[:80]}; known are {_listed(TARGETS[api])}, or *")


def _listed(names: Mapping[str, object] | frozenset[str]) -> str:
    return ", ".join(sorted(names))
