"""Who a row is: the person behind an address (DESIGN 5.1)."""

from __future__ import annotations

from addon.lib.address import normalise
from addon.lib.ids import digest


def person(address: str) -> str | None:
    """Return the lower-cased, IDNA-normalised address, or None if it is none."""
    return normalise(address)


def fingerprint(person: str) -> str:
    """Return 32 hex characters that stand for the person where the address itself need not stand."""
    return digest("person", person)
