"""Reads the model's answer into a draft: tolerant of its habits, strict about what may reach a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from addon.accounts.model import Offer
from addon.drafting.fold import clean, cut
from addon.drafting.frame import booking_line, greeting, plain_subject, signature
from addon.drafting.model import Draft, Sentence, Writer
from addon.drafting.prompt import DRAFT_SCHEMA
from addon.drafting.sources import sources_of
from addon.errors import Rejected
from addon.leads.model import Lead
from addon.lib.json_text import fits, looks_like_json

LONGEST_SUBJECT = 120
MOST_SENTENCES = 20
"""Sentences read; a longer answer is no short mail and ends there."""

_SHORT_FORMS = ("Dr", "Mr", "Mrs", "Ms", "Prof", "St", "No", "vs", "Co", "Inc", "Ltd", "Corp", "approx", "ca")
_BETWEEN = re.compile(
    r"(?<=[.!?…])(?<!\b\w\.)" + "".join(rf"(?<!\b{form}\.)" for form in _SHORT_FORMS) + r"\s+(?=[^\W\d_a-z])"
)
_HELLO = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|day|afternoon)|hallo|guten tag|liebe[r]?)\b[^.!?]{0,60}[,!.]?$", re.I
)
_GOODBYE = re.compile(
    r"^(?:(?:best|kind|warm|with) )*"
    r"(?:regards|wishes|best|cheers|sincerely|yours(?: sincerely| truly)?|thanks|thank you)[,.!]*$",
    re.I,
)


def draft_from(answer: Mapping[str, Any], lead: Lead, offer: Offer, writer_name: str) -> Draft:
    """Return the draft of an answer, with our greeting, booking line and signature around it; not yet guarded.

    Raises ``Rejected``: ``not_json`` if the shape is wrong or a text is JSON or code itself, ``empty`` if no sentence
    is left; ``Invalid`` when the row has neither a name nor a company.
    """
    if not fits(answer, DRAFT_SCHEMA):
        raise Rejected("The model's answer did not have the form of a draft.", reason="not_json")
    texts = [answer["subject"], *(item["text"] for item in answer["sentences"])]
    if any(looks_like_json(text) for text in texts):
        raise Rejected("The model's answer held code instead of a mail.", reason="not_json")
    body = list(_sentences(answer["sentences"], lead, offer))[:MOST_SENTENCES]
    if not body:
        raise Rejected("The model's answer was empty.", reason="empty")
    paragraphs = ((greeting(lead, offer),), *_paragraphs(body, offer), signature(offer))
    return Draft(
        subject=cut(clean(answer["subject"]), LONGEST_SUBJECT) or plain_subject(lead),
        paragraphs=tuple(paragraph for paragraph in paragraphs if paragraph),
        writer=Writer.MODEL,
        writer_name=writer_name,
    )


def _sentences(items: list[Mapping[str, Any]], lead: Lead, offer: Offer) -> Iterator[Sentence]:
    """Yield the sentences one by one, each with the sources it names that exist; greetings and sign-offs are ours."""
    known = sources_of(lead, offer)
    by_name = {clean(name): source for name, source in known.items()}
    for item in items:
        named = dict.fromkeys(by_name[clean(name)] for name in item["sources"] if clean(name) in by_name)
        for text in _split(clean(item["text"])):
            if not _HELLO.match(text) and not _GOODBYE.match(text) and text != clean(offer.signature):
                yield Sentence(text=text, sources=tuple(named))


def _split(text: str) -> Iterator[str]:
    """Yield the sentences of an item: the guard takes out one at a time."""
    yield from (part for part in _BETWEEN.split(text) if any(c.isalnum() for c in part))


def _paragraphs(body: list[Sentence], offer: Offer) -> Iterator[tuple[Sentence, ...]]:
    """Yield two opening sentences, the middle, and the ask; the booking line joins it if no sentence has the link."""
    opening, middle, ask = body[:2], body[2:-1], body[2:][-1:]
    line = booking_line(offer)
    if line and not any(offer.booking_link in sentence.text for sentence in body):
        ask = [*ask, line]
    yield from (tuple(part) for part in (opening, middle, ask) if part)
