"""Checks and reads what users answer on the cards about themselves."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from addon.accounts.model import IdealCustomer, Offer
from addon.errors import Invalid

MAX_WORDS = 50
"""Words kept of one list answer."""

_SEPARATORS = re.compile(r"[,;\n]+")

_LIMITS = {
    "what": ("What do you offer?", 300),
    "audience": ("For whom?", 300),
    "proof": ("One fact that proves it", 500),
    "booking": ("Booking link", 500),
    "signature": ("Signature", 500),
}
"""Of each answer about the offer: what its card calls it, and how many characters it may have."""

_CENTS = r"(?:[.,]0{1,2})?"
_COUNT = re.compile(
    rf"[0-9]{{1,8}}{_CENTS}|[0-9]{{1,3}}(?:[ '’][0-9]{{3}}){{1,2}}{_CENTS}"
    r"|[0-9]{1,3}(?:\.[0-9]{3}){1,2}(?:,0{1,2})?|[0-9]{1,3}(?:,[0-9]{3}){1,2}(?:\.0{1,2})?"
)
"""A whole number: bare or in groups of three, with or without the zeros a spreadsheet puts behind it."""


def check_offer(offer: Offer) -> None:
    """Raise ``Invalid`` naming the first answer that is too long or cannot stand in a mail."""
    answers = (offer.what, offer.audience, offer.proof, offer.booking_link, offer.signature)
    for (field, (label, limit)), answer in zip(_LIMITS.items(), answers, strict=True):
        if len(answer) > limit:
            raise Invalid(f"{label}: at most {limit} characters fit. Shorten it.", field=field)
    if offer.booking_link and not _is_page(offer.booking_link):
        raise Invalid("Booking link: use the full https address of your booking page.", field="booking")


def words(text: str) -> tuple[str, ...]:
    """Split a list answer at commas, semicolons and lines; doubles and blanks are dropped."""
    found = dict.fromkeys(part.strip() for part in _SEPARATORS.split(text) if part.strip())
    return tuple(found)[:MAX_WORDS]


def employees(text: str, label: str) -> int | None:
    """Read a head count; blank is None, anything but a whole number from 0 to 10 million is ``Invalid``."""
    typed = " ".join(text.split())
    if not typed:
        return None
    digits = re.sub(r"[.,]0{1,2}$|[^0-9]", "", typed)
    if not _COUNT.fullmatch(typed) or int(digits) > 10_000_000:
        raise Invalid(f"{label}: write a whole number such as 50, or leave it empty.", field=label)
    return int(digits)


def check_ideal(ideal: IdealCustomer) -> None:
    """Raise ``Invalid`` if the head counts contradict each other."""
    low, high = ideal.min_employees, ideal.max_employees
    if low is not None and high is not None and low > high:
        raise Invalid("Employees: the smallest number is larger than the largest. Swap them.", field="min_employees")


def _is_page(link: str) -> bool:
    try:
        parts = urlsplit(link)
    except ValueError:
        return False
    return parts.scheme == "https" and "." in (parts.hostname or "") and not any(c.isspace() for c in link)
