"""What a draft may rest on: the cells of the row and what is approved to be said of us, by the names the user knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from addon.accounts.model import Offer
from addon.drafting.model import Source, SourceKind
from addon.leads.model import Field, Lead
from addon.lib.orders import gives_order

WHAT_WE_SELL = "What we sell"
FOR_WHOM = "For whom"
PROOF = "Proof"
BOOKING_LINK = "Booking link"
SIGNATURE = "Signature"

NEVER_SOURCES = frozenset({Field.EMAIL, Field.PHONE})
"""No sentence needs them, so the model never sees them."""


def sources_of(lead: Lead, offer: Offer) -> dict[str, Source]:
    """Return every filled source by name; a header that reads like one of our questions keeps the name.

    A column whose header gives orders is none, unless it is mapped: then it goes by the field's name.
    """
    found = {name: Source(SourceKind.CELL, name, value) for name, value in _cells(lead)}
    ours = [Source(SourceKind.OFFER, name, value.strip()) for name, value in _answers(offer).items()]
    ours += [Source(SourceKind.SNIPPET, snippet.name, snippet.text.strip()) for snippet in offer.playbook.snippets]
    for source in ours:
        if source.value:
            found[f"{source.name} (ours)" if source.name in found else source.name] = source
    return found


def cell(lead: Lead, field: Field) -> tuple[Source, ...]:
    """Return the source of one mapped field, or nothing when the cell is empty."""
    value = lead.value(field).strip()
    return (Source(SourceKind.CELL, header_of(lead, field), value),) if value else ()


def answer(offer: Offer, name: str) -> tuple[Source, ...]:
    """Return the source of one answer of What we sell, or nothing when it is blank."""
    value = _answers(offer)[name].strip()
    return (Source(SourceKind.OFFER, name, value),) if value else ()


def header_of(lead: Lead, field: Field) -> str:
    """Return the header a field's value came from, or the field's own name where there is none or it gives orders."""
    header = lead.headers.get(field, "")
    return header if header and not gives_order(header) else field.value.replace("_", " ").capitalize()


def _cells(lead: Lead) -> Iterator[tuple[str, str]]:
    for field in Field:
        value = lead.value(field).strip()
        if value and field not in NEVER_SOURCES:
            yield header_of(lead, field), value
    for name, value in lead.other.items():
        if name.strip() and value.strip() and not gives_order(name):
            yield name, value.strip()


def _answers(offer: Offer) -> Mapping[str, str]:
    return {
        WHAT_WE_SELL: offer.what,
        FOR_WHOM: offer.audience,
        PROOF: offer.proof,
        BOOKING_LINK: offer.booking_link,
        SIGNATURE: offer.signature,
    }
