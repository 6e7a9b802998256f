"""Who a row is: the person behind an address (DESIGN 5.1), and what is wrong with the address."""

from __future__ import annotations

from addon.leads.model import Problem
from addon.lib.address import is_consumer, is_disposable, is_role, normalise
from addon.lib.ids import digest
from addon.lib.text import clean


def person(address: str) -> str | None:
    """Return the lower-cased, IDNA-normalised address, or None if it is none."""
    return normalise(address)


def check_address(address: str) -> Problem | None:
    """Return the gravest problem of an address: none there, not one, thrown away, a desk's, a consumer's; else None."""
    known = person(address)
    if known is None:
        return Problem.BAD_EMAIL if clean(address) else Problem.NO_EMAIL
    if is_disposable(known):
        return Problem.DISPOSABLE
    if is_role(known):
        return Problem.ROLE_ADDRESS
    return Problem.CONSUMER_ADDRESS if is_consumer(known) else None


def fingerprint(person: str) -> str:
    """Return 32 hex characters that stand for the person where the address itself need not stand."""
    return digest("person", person)
