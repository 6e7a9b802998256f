"""What one mail may rest on, read once for all its sentences: cells, what is ours, our frame, our links,
its language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from addon.accounts.model import Offer, Tone
from addon.drafting.booking import booking_link_for
from addon.drafting.carried import Carried, carried_by
from addon.drafting.frame import booking_line, signature
from addon.drafting.links import domain_of, without_link
from addon.drafting.model import Sentence, Source, SourceKind
from addon.drafting.orders import without_orders
from addon.drafting.salutation import salutation
from addon.drafting.sources import BOOKING_LINK, SIGNATURE, header_of, sources_of
from addon.drafting.tongue import NEVER, Tongue, find_tongue
from addon.leads.model import Field, Lead
from addon.lib.lookalikes import fold

_WHO_THEY_ARE = (
    Field.FIRST_NAME,
    Field.LAST_NAME,
    Field.FULL_NAME,
    Field.TITLE,
    Field.COMPANY,
    Field.INDUSTRY,
    Field.COUNTRY,
)
"""Cells that tell no news: a Head of Growth is no growth, and Merger & Co. no merger."""

ANY_OTHER = Tongue(code="", claims={}, stems={}, us=NEVER, them=NEVER)
"""A language the guard knows nothing of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """``cells`` and ``news`` of them, ``ours`` of us. ``around`` are greeting and signature.

    ``lines`` are our booking line, for anybody and for the lead; ``said_of_us`` are the texts that may stand
    as they are, folded; ``own_domain`` is a domain the company is named by.
    """

    lead: Lead
    tongue: Tongue
    company: str
    cells: Carried
    news: Carried
    our_sources: tuple[Source, ...]
    around: frozenset[str]
    lines: frozenset[str]
    links: tuple[str, ...]
    said_of_us: frozenset[str]
    own_domain: str

    def is_frame(self, text: str) -> bool:
        """Whether a sentence is the greeting, the booking line or the signature, to the letter."""
        return text in self.around or text in self.lines

    def ours(self, sentence: Sentence) -> Carried:
        """Return what we may say of ourselves, and the problem of our list that a sentence cites."""
        return carried_by((*self.our_sources, *(s for s in sentence.sources if s.kind is SourceKind.PAIN)))

    def everything(self, sentence: Sentence) -> Carried:
        """Return what cells and we carry together."""
        return _together(self.cells, self.ours(sentence))

    def without_booking(self, text: str) -> str:
        """Return the text without the one booking link, in the lead's own form or as it was given; two stay."""
        for link in self.links:
            bare = without_link(text, link)
            if bare != text:
                return bare if text.count(link) == 1 else text
        return text


@dataclass(frozen=True, slots=True)
class _Read:
    """A lead and offer, compared by what stands in them: sentence after sentence asks about the same row."""

    key: tuple[object, ...]
    lead: Lead = field(compare=False)
    offer: Offer = field(compare=False)


def ground_of(lead: Lead, offer: Offer, language: str = "en") -> Ground:
    """Return what a mail to a lead, in a language given by its code, may rest on."""
    read = (tuple(part.items()) for part in (lead.values, lead.headers, lead.other))
    return _ground(_Read((lead.row, *read, offer), lead, offer), language)


@lru_cache(maxsize=32)
def _ground(read: _Read, language: str) -> Ground:
    lead, offer = read.lead, read.offer
    sources = [source for source in sources_of(lead, offer).values() if source.name != BOOKING_LINK]
    cells = [
        replace(source, value=without_orders(source.value)) for source in sources if source.kind is SourceKind.CELL
    ]
    ours = tuple(source for source in sources if source.kind is not SourceKind.CELL)
    who = {header_of(lead, field) for field in _WHO_THEY_ARE}
    company = lead.value(Field.COMPANY)
    own = domain_of(lead.value(Field.EMAIL))
    return Ground(
        lead=lead,
        tongue=find_tongue(language) or ANY_OTHER,
        company=company,
        cells=carried_by(cells),
        news=carried_by(source for source in cells if source.name not in who),
        our_sources=ours,
        around=frozenset(_around(lead, offer, language)),
        lines=frozenset(_lines(lead, offer, language)),
        links=tuple(dict.fromkeys(link for link in (booking_link_for(lead, offer), offer.booking_link) if link)),
        said_of_us=frozenset(fold(source.value).strip(" .!") for source in ours if source.name != SIGNATURE),
        own_domain=own if own and fold(company) == own else "",
    )


def _around(lead: Lead, offer: Offer, language: str) -> Iterator[str]:
    yield from (sentence.text for sentence in signature(offer))
    for tone in Tone:
        if hello := salutation(lead, tone, language):
            yield hello.text


def _lines(lead: Lead, offer: Offer, language: str) -> Iterator[str]:
    for line in (booking_line(offer, language), booking_line(offer, language, lead)):
        if line:
            yield line.text


def _together(one: Carried, other: Carried) -> Carried:
    return Carried(
        words=one.words | other.words,
        numbers={kind: one.numbers[kind] | other.numbers[kind] for kind in one.numbers},
        text=f"{one.text}\n{other.text}",
        told=f"{one.told}\n{other.told}",
    )
