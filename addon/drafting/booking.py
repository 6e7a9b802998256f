"""The booking link as one lead gets it: with their own name and address filled in where the page's host takes them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlsplit, urlunsplit

from addon.accounts.model import Offer
from addon.drafting.persons import called
from addon.leads.model import Field, Lead

LONGEST_LINK = 1_000
"""Characters; a longer link stays as it is, as mail programs break it."""

_ADDRESS = re.compile(r"[\w.+'-]{1,64}@(?:[\w-]+\.)+[\w-]{2,}", re.ASCII)

_HOSTS: Mapping[str, Mapping[str, str]] = {
    "calendly.com": {"name": "name", "first": "first_name", "last": "last_name", "email": "email"},
    "cal.com": {"name": "name", "email": "email"},
    "meetings.hubspot.com": {"first": "firstname", "last": "lastname", "email": "email"},
}
"""The query parameters these hosts document for filling in their form in advance."""


def booking_link_for(lead: Lead, offer: Offer) -> str:
    """Return the offer's booking link with the lead's own name and address where its host takes them, or ``""``.

    What the link says already stays as it is, to the letter; at any other host nothing is added.
    """
    link = offer.booking_link.strip()
    parts = urlsplit(link) if _is_plain(link) else None
    taken = _HOSTS.get((parts.hostname or "").removeprefix("www.").removeprefix("app.")) if parts else None
    if not parts or not taken or parts.scheme != "https" or not parts.path.strip("/"):
        return link
    said = {name for name, _ in parse_qsl(parts.query, keep_blank_values=True)}
    filled = {taken[key]: value for key, value in _known(lead).items() if key in taken and value}
    added = "&".join(f"{name}={quote(value, safe='')}" for name, value in filled.items() if name not in said)
    query = "&".join(filter(None, (parts.query, added)))
    longer = urlunsplit(parts._replace(query=query))
    return longer if len(longer) <= LONGEST_LINK else link


def _is_plain(link: str) -> bool:
    """Whether a link can be taken apart and put together again without a change."""
    try:
        return bool(link) and urlunsplit(urlsplit(link)) == link
    except ValueError:
        return False


def _known(lead: Lead) -> dict[str, str]:
    name = called(lead)
    address = lead.value(Field.EMAIL).strip()
    return {
        "name": name.whole,
        "first": name.given if name.family else "",
        "last": name.family if name.given else "",
        "email": address if _ADDRESS.fullmatch(address) else "",
    }
