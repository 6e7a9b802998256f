"""Checks and reads what users answer on the cards about themselves."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from addon.accounts.model import LANGUAGES, IdealCustomer, Offer, PainPoint, Playbook, Snippet
from addon.errors import Invalid, Label

MAX_WORDS = 50
"""Words kept of one list answer."""

_SEPARATORS = re.compile(r"[,;\n]+")

MAX_SNIPPETS, MAX_PAINS = 30, 50
"""Snippets and problems of a tenant: more nobody reads on a card."""

_LIMITS = {
    "what": (Label("What do you offer?"), 300),
    "audience": (Label("For whom?"), 300),
    "proof": (Label("One fact that proves it"), 500),
    "booking": (Label("Booking link"), 500),
    "signature": (Label("Signature"), 500),
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
        _check_length(answer, limit, label, field)
    if offer.booking_link and not _is_page(offer.booking_link):
        raise Invalid("Booking link: use the full https address of your booking page.", field="booking")
    if offer.language and offer.language not in LANGUAGES:
        raise Invalid("Language: choose one of the list.", field="language")


def check_playbook(playbook: Playbook) -> None:
    """Raise ``Invalid`` naming the first answer that is missing, too long, too many, or there twice."""
    if len(playbook.snippets) > MAX_SNIPPETS:
        raise Invalid("Snippets: at most {limit} fit. Delete one first.", field="name", limit=MAX_SNIPPETS)
    if len(playbook.pains) > MAX_PAINS:
        raise Invalid("Problems: at most {limit} fit. Delete one first.", field="problem", limit=MAX_PAINS)
    for snippet in playbook.snippets:
        _check_snippet(snippet)
    for pain in playbook.pains:
        _check_pain(pain)
    if len({snippet.key for snippet in playbook.snippets}) < len(playbook.snippets):
        raise Invalid("Name: there is a snippet with this name already. Choose another.", field="name")
    if len({pain.key for pain in playbook.pains}) < len(playbook.pains):
        raise Invalid("Problem: this is in the list already.", field="problem")


def _check_snippet(snippet: Snippet) -> None:
    if not snippet.name:
        raise Invalid("Name: say what you call this snippet.", field="name")
    if not snippet.text:
        raise Invalid("Text: write what a draft may say.", field="text")
    _check_length(snippet.name, 60, Label("Name"), "name")
    _check_length(snippet.text, 300, Label("Text"), "text")


def _check_pain(pain: PainPoint) -> None:
    if not pain.text:
        raise Invalid("Problem: say in a few words what is hard for them.", field="problem")
    _check_length(pain.text, 200, Label("Problem"), "problem")
    _check_length(pain.role, 100, Label("Role"), "role")
    _check_length(pain.industry, 100, Label("Industry"), "industry")


def _check_length(answer: str, limit: int, label: Label, field: str) -> None:
    if len(answer) > limit:
        raise Invalid("{label}: at most {limit} characters fit. Shorten it.", field=field, label=label, limit=limit)


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
        raise Invalid("{label}: write a whole number such as 50, or leave it empty.", field=label, label=Label(label))
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
