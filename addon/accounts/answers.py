"""Checks and reads what users answer on the cards about themselves."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from addon.accounts.model import IdealCustomer, Offer
from addon.errors import Invalid

MAX_WORDS = 50
"""Words kept of one list answer."""

_SEPARATORS = re.compile(r"[,;\n]+")


def check_offer(offer: Offer) -> None:
    """Raise ``Invalid`` naming the first answer that cannot stand in a mail."""
    if not offer.booking_link:
        return
    parts = urlsplit(offer.booking_link)
    if parts.scheme != "https" or "." not in (parts.hostname or "") or any(c.isspace() for c in offer.booking_link):
        raise Invalid("Booking link: use the full https address of your booking page.", field="booking")


def words(text: str) -> tuple[str, ...]:
    """Split a list answer at commas, semicolons and lines; doubles and blanks are dropped."""
    found = dict.fromkeys(part.strip() for part in _SEPARATORS.split(text) if part.strip())
    return tuple(found)[:MAX_WORDS]


def employees(text: str, label: str) -> int | None:
    """Read a head count; blank is None, anything but a whole number from 0 to 10 million is ``Invalid``."""
    digits = re.sub(r"[\s.,']", "", text)
    if not digits:
        return None
    if not digits.isascii() or not digits.isdigit() or int(digits) > 10_000_000:
        raise Invalid(f"{label}: write a whole number such as 50, or leave it empty.", field=label)
    return int(digits)


def check_ideal(ideal: IdealCustomer) -> None:
    """Raise ``Invalid`` if the head counts contradict each other."""
    low, high = ideal.min_employees, ideal.max_employees
    if low is not None and high is not None and low > high:
        raise Invalid("Employees: the smallest number is larger than the largest. Swap them.", field="min_employees")
