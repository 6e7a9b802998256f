"""The guard: a sentence may state about the prospect only what a source carries; the rest is taken out.

It is a first stage for English, made of patterns: it reads statements, it does not understand them. Links, markup and
unfilled fields are refused in any language. A capitalised noun of another language counts as a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from addon.accounts.model import Offer
from addon.drafting.carried import Carried, carried_by
from addon.drafting.claims import unsupported_claim
from addon.drafting.dates import unsupported_date
from addon.drafting.fold import fold
from addon.drafting.frame import is_frame, plain_subject
from addon.drafting.links import domain_of, links, without_link
from addon.drafting.model import Draft, Sentence, SourceKind
from addon.drafting.names import unsupported_name, unsupported_title
from addon.drafting.orders import obeyed_order
from addon.drafting.quantities import Kind, Quantity, quantities
from addon.drafting.sources import BOOKING_LINK, header_of, sources_of
from addon.drafting.statements import unrested
from addon.drafting.subject import claims_about_them, is_ask
from addon.errors import Rejected
from addon.leads.model import Field, Lead

LONGEST_SENTENCE = 600
"""Characters; longer is no sentence a person would send."""

FEWEST_SENTENCES = 2
"""Sentences that must be left of a body; fewer are no mail."""

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

_BROKEN = re.compile(r"\{+[^}]*\}*|\[[^\]]*\]|<[^>]*>|```|\bx{3,}\b|\blorem ipsum\b|[{}<>]|\"(?:text|sources)\"\s*:")
_TALK = re.compile(r" ?-?(?:min|mins|minutes?|min\.)\b")
_ABOUT_A_TALK = re.compile(
    r"\b(?:call|chat|talk|meeting|meet|demo|conversation|coffee|slot|intro|time|free|speak|it takes)\b"
)
_CLOCK = re.compile(r"\d{1,2}(?::\d{2})? ?(?:am|pm|a\.m|p\.m)\b|(?:\bat )?\b\d{1,2}:\d{2}\b|\bat \d{1,2}\b")
_AHEAD = re.compile(r"\b(?:next|coming|within|in) (?:the )?(?:next )?(?:\w+|\d+) (?:or \w+ )?(?:days?|weeks?)\b")
_OUR_POINTS = re.compile(
    r"(?: (?:or|to) \w+)? (?:\w+ )?"
    r"(?:things?|ideas?|questions?|reasons?|ways?|lines?|sentences?|words?|points?|examples?|options?)\b"
)
_IDIOM = re.compile(r"\b(?:24/7|24x7|1:1|1-on-1|1-to-1|a/b|360[- ]?degree)(?!\w)")
_VAGUE = re.compile(r"\b(?:hundreds|thousands|millions|billions|dozens)\b")


def unsupported(sentence: Sentence, lead: Lead, offer: Offer) -> str | None:
    """Return the words of a sentence that no cell and no answer of What we sell carries, or None.

    A number in a statement about the prospect alone must stand in a cell: our own proof is no fact about them. Any
    statement about the prospect must share a word with a cell it cites. What a cell orders to be said is not said.
    """
    text, folded = sentence.text, fold(sentence.text)
    if is_frame(text, lead, offer) or _is_quoted(folded, offer):
        return None
    company = lead.value(Field.COMPANY)
    sources = [source for source in sources_of(lead, offer).values() if source.name != BOOKING_LINK]
    who = {header_of(lead, field) for field in _WHO_THEY_ARE}
    news = carried_by(source for source in sources if source.name not in who)
    carried = carried_by(sources)
    cells = carried_by(source for source in sources if source.kind is SourceKind.CELL)
    bare = without_link(text, offer.booking_link)
    return (
        _unfit(bare)
        or _foreign_link(bare, lead)
        or _unsupported_number(fold(bare), cells if claims_about_them(folded, company) else carried)
        or unsupported_claim(folded, news, company)
        or unsupported_date(folded, carried, company)
        or unsupported_title(folded, carried)
        or unsupported_name(bare, carried)
        or obeyed_order(bare, lead)
        or unrested(replace(sentence, text=bare), lead)
    )


def guard(draft: Draft, lead: Lead, offer: Offer) -> Draft:
    """Return the draft without its unsupported sentences, which move to ``removed``; the subject is replaced likewise.

    Raises ``Rejected`` with reason ``unsupported`` when fewer than two sentences of the body are left.
    """
    removed = [s.text for paragraph in draft.paragraphs for s in paragraph if unsupported(s, lead, offer)]
    paragraphs = tuple(tuple(s for s in paragraph if s.text not in removed) for paragraph in draft.paragraphs)
    body = [s for paragraph in paragraphs for s in paragraph if not is_frame(s.text, lead, offer)]
    if len(body) < FEWEST_SENTENCES:
        raise Rejected("The model's text had too little in it that your sheet supports.", reason="unsupported")
    subject = draft.subject
    cells = tuple(source for source in sources_of(lead, offer).values() if source.kind is SourceKind.CELL)
    if unsupported(Sentence(text=subject, sources=cells), lead, offer):
        removed.append(subject)
        subject = plain_subject(lead)
    kept = tuple(paragraph for paragraph in paragraphs if paragraph)
    return replace(draft, subject=subject, paragraphs=kept, removed=(*draft.removed, *removed))


def _is_quoted(folded: str, offer: Offer) -> bool:
    """Whether a sentence is, word for word, what the user says about themselves."""
    told = (fold(answer).strip(" .!") for answer in (offer.what, offer.proof, offer.audience))
    return any(folded.strip(" .!") == answer for answer in told if answer) and not links(folded)


def _unfit(text: str) -> str | None:
    if len(text) > LONGEST_SENTENCE:
        return text[:40] + "…"
    found = _BROKEN.search(fold(text))
    return found[0] if found else None


def _foreign_link(text: str, lead: Lead) -> str | None:
    """Return the first link; a company named like a domain may be named to an address at that domain."""
    own = domain_of(lead.value(Field.EMAIL))
    may_name = own and fold(lead.value(Field.COMPANY)) == own
    return next((found for found in links(text) if not (may_name and found.casefold() == own)), None)


def _unsupported_number(folded: str, carried: Carried) -> str | None:
    for found in _stated(folded):
        if not found.readings & carried.numbers[found.kind]:
            return found.fragment
    vague = _VAGUE.search(folded)
    return vague[0] if vague and not carried.has_word(vague[0]) else None


def _stated(folded: str) -> Iterator[Quantity]:
    """Yield the numbers that state something: not a proposed time, the length of a talk, or our count of points."""
    proposed = [found.span() for found in _CLOCK.finditer(folded)] if is_ask(folded) else []
    ahead = [found.span() for found in _AHEAD.finditer(folded)] if is_ask(folded) else []
    idioms = [found.span() for found in _IDIOM.finditer(folded)]
    for found in quantities(folded):
        start, end = found.span
        if not any(first < end and start < last for first, last in (*proposed, *ahead, *idioms)) and not _is_ours(
            folded, found
        ):
            yield found


def _is_ours(folded: str, found: Quantity) -> bool:
    end = found.span[1]
    if found.kind is not Kind.PLAIN:
        return False
    is_small = max(found.readings) <= Decimal(12)
    talks = is_ask(folded) or bool(_ABOUT_A_TALK.search(folded))
    return bool((talks and _TALK.match(folded, end)) or (is_small and _OUR_POINTS.match(folded, end)))
