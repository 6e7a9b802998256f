"""What stands around a body and is ours, whoever wrote it: greeting, booking line, signature; and a plain subject."""

from __future__ import annotations

from addon.accounts.model import Offer, Tone
from addon.drafting import phrases, sources
from addon.drafting.model import Sentence
from addon.drafting.persons import company, first_name, name_field
from addon.errors import Invalid
from addon.leads.model import Field, Lead


def greeting(lead: Lead, offer: Offer) -> Sentence:
    """Return the salutation by what is known; ``Invalid`` names the cells to fill when nothing is."""
    name, firm = first_name(lead), company(lead)
    if name:
        known = sources.cell(lead, name_field(lead))
        return Sentence(text=phrases.GREETING[offer.tone].format(name=name), sources=known)
    if firm:
        formal = offer.tone is Tone.FORMAL
        text = (phrases.FORMAL_TEAM_GREETING if formal else phrases.TEAM_GREETING).format(company=firm)
        return Sentence(text=text, sources=sources.cell(lead, Field.COMPANY))
    named = [sources.header_of(lead, field) for field in (Field.FIRST_NAME, Field.COMPANY)]
    raise Invalid(
        f"Row {lead.row} has neither a name nor a company to write to: fill {named[0]} or {named[1]}.",
        reason="nobody_named",
        field=named[0],
    )


def booking_line(offer: Offer) -> Sentence | None:
    """Return the sentence that offers the booking page, if there is one."""
    if not offer.booking_link:
        return None
    link = sources.answer(offer, sources.BOOKING_LINK)
    return Sentence(text=phrases.BOOKING_LINE.format(link=offer.booking_link), sources=link)


def signature(offer: Offer) -> tuple[Sentence, ...]:
    """Return the signature as it was written, or nothing."""
    text = offer.signature.strip()
    return (Sentence(text=text, sources=sources.answer(offer, sources.SIGNATURE)),) if text else ()


def is_frame(text: str, lead: Lead, offer: Offer) -> bool:
    """Whether a sentence is the greeting, the booking line or the signature, to the letter."""
    line = booking_line(offer)
    own = {sentence.text for sentence in (*signature(offer), *((line,) if line else ()))}
    if first_name(lead) or company(lead):
        own.add(greeting(lead, offer).text)
    return text in own


def plain_subject(lead: Lead) -> str:
    """Return a subject that claims nothing."""
    name, firm = first_name(lead), company(lead)
    return phrases.PLAIN_SUBJECT.format(whom=firm or name) if firm or name else phrases.BARE_SUBJECT
