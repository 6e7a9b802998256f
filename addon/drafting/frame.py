"""What stands around a body and is ours, whoever wrote it: greeting, booking line, signature; and a plain subject."""

from __future__ import annotations

from dataclasses import replace

from addon.accounts.model import Offer, Tone
from addon.drafting import sources
from addon.drafting.booking import booking_link_for
from addon.drafting.model import Sentence
from addon.drafting.persons import company, first_name
from addon.drafting.phrases import book, code_of
from addon.drafting.salutation import salutation
from addon.drafting.variety import Choice, Slot
from addon.errors import Invalid
from addon.leads.model import Field, Lead


def greeting(lead: Lead, offer: Offer, language: str = "en") -> Sentence:
    """Return the salutation by what is known; ``Invalid`` names the cells to fill when nothing is."""
    if found := salutation(lead, offer.tone, language):
        known = tuple(source for field in found.fields for source in sources.cell(lead, field))
        return Sentence(text=found.text, sources=known)
    named = [sources.header_of(lead, field) for field in (Field.FIRST_NAME, Field.COMPANY)]
    raise Invalid(
        f"Row {lead.row} has neither a name nor a company to write to: fill {named[0]} or {named[1]}.",
        reason="nobody_named",
        field=named[0],
    )


def booking_line(offer: Offer, language: str = "en", lead: Lead | None = None) -> Sentence | None:
    """Return the sentence that offers the booking page, if there is one; for a lead, filled in and in words by its row.

    The model's mails all end with it: the same words everywhere would make them alike.
    """
    link = booking_link_for(lead, offer) if lead else offer.booking_link
    if not link:
        return None
    texts = book(code_of(language))
    text = texts.booking_line
    if lead:
        choice = Choice(index=lead.row, prime=texts.spread)
        text = choice.one_of(next(choice.order(texts.bookings, Slot.ASK)))
    return Sentence(text=text.format(link=link), sources=sources.answer(offer, sources.BOOKING_LINK))


def signature(offer: Offer) -> tuple[Sentence, ...]:
    """Return the signature as it was written, or nothing."""
    text = offer.signature.strip()
    return (Sentence(text=text, sources=sources.answer(offer, sources.SIGNATURE)),) if text else ()


def is_frame(text: str, lead: Lead, offer: Offer, language: str = "en") -> bool:
    """Whether a sentence is the greeting, in whatever tone, the booking line or the signature, to the letter."""
    lines = (booking_line(offer, language), booking_line(offer, language, lead), *signature(offer))
    if text in {line.text for line in lines if line}:
        return True
    if not first_name(lead, language) and not company(lead):
        return False
    return any(text == greeting(lead, replace(offer, tone=tone), language).text for tone in Tone)


def plain_subject(lead: Lead, language: str = "en") -> str:
    """Return a subject that claims nothing."""
    texts = book(code_of(language))
    whom = company(lead) or first_name(lead, language)
    return texts.plain_subject.format(whom=whom) if whom else texts.bare_subject
