"""The offline twin of the model: composes a personal mail from the row, without a key and without inventing.

Deterministic: the same row gives the same mail. Which of the texts is taken hangs on the lead's id (or row), so that
neighbours differ. Every sentence passes the guard, or the next one in line is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from addon.accounts.model import Offer
from addon.drafting import phrases, sources
from addon.drafting.evidence import unsupported
from addon.drafting.fold import words
from addon.drafting.fragments import mid, note, quote, sentence, told
from addon.drafting.frame import greeting, plain_subject, signature
from addon.drafting.model import Draft, Sentence, Source, Writer
from addon.drafting.persons import company, first_name
from addon.drafting.phrases import Angle
from addon.leads.model import Field, Lead

WRITER_NAME = "offline"
FEWEST_WORDS, MOST_WORDS = 50, 125
"""Length of a body without greeting and signature, PRODUCT's and issue 3's figure; short where the data are short."""

_HEAD_COUNT = re.compile(r"[1-9]\d{0,2}(?:[.,' ]?\d{3})*(?:\.0)?(?: ?[-–] ?[1-9]\d{0,2}(?:[.,' ]?\d{3})*|\+)?")


@dataclass(frozen=True, slots=True)
class _Row:
    """A lead and offer being written about, with the choice that belongs to them."""

    lead: Lead
    offer: Offer

    def pick(self, texts: Sequence[str], salt: str) -> Iterator[str]:
        """Yield all texts, starting with this row's own."""
        seed = f"{self.lead.id or self.lead.row}|{salt}".encode("utf-8", "replace")
        start = int.from_bytes(blake2b(seed, digest_size=8).digest(), "big") % len(texts)
        yield from (*texts[start:], *texts[:start])

    def say(self, texts: Sequence[str], salt: str, rests_on: tuple[Source, ...] = (), **fields: str) -> list[Sentence]:
        """Return this row's text as a sentence, or the next one that the guard lets pass, or none."""
        for text in self.pick(texts, salt):
            said = Sentence(text=text.format(**fields), sources=rests_on)
            if unsupported(said, self.lead, self.offer) is None:
                return [said]
        return []


def compose(lead: Lead, offer: Offer) -> Draft:
    """Return a draft for the row; ``Invalid`` names the cells to fill when there is neither a name nor a company."""
    row = _Row(lead, offer)
    hello = greeting(lead, offer)
    opening = _opening(row)
    pitch = _pitch(row)
    ask = _ask(row)
    room = MOST_WORDS - _length([*opening, *pitch, *ask])
    proof = [said for said in _proof(row) if _length([said]) <= room]
    spare = [*row.say(phrases.BRIDGES, "bridge"), *row.say(phrases.CLOSERS, "closer")]
    short = FEWEST_WORDS - _length([*opening, *pitch, *proof, *ask])
    bridge = spare[:1] if short > 0 or not pitch else []
    closer = spare[1:] if short > _length(bridge) else []
    body = ([*opening, *bridge], [*pitch, *proof], [*ask, *closer], [*signature(offer)])
    return Draft(
        subject=_subject(row),
        paragraphs=((hello,), *(tuple(paragraph) for paragraph in body if paragraph)),
        writer=Writer.TWIN,
        writer_name=WRITER_NAME,
    )


def _opening(row: _Row) -> list[Sentence]:
    """Open with the note if there is one to quote, else with an angle the row offers, in this row's own order."""
    firm = company(row.lead)
    values = {angle: read(row.lead.value(field)) for angle, (field, read) in _ANGLES.items()}
    others = [angle for angle in _ANGLES if angle is not Angle.NOTES and firm and values[angle]]
    order = [Angle.NOTES] if values[Angle.NOTES] else []
    order += [Angle(name) for name in row.pick(others, "angle")] if others else []
    for angle in (*order, *([Angle.COMPANY] if firm else []), Angle.PERSON):
        fields = {"company": firm, angle.value: values.get(angle, firm)}
        if said := row.say(phrases.OPENINGS[angle], "opening", _rests_on(row.lead, angle), **fields):
            return said
    return []


def _rests_on(lead: Lead, angle: Angle) -> tuple[Source, ...]:
    own = sources.cell(lead, _ANGLES[angle][0]) if angle in _ANGLES else ()
    names_company = angle not in {Angle.NOTES, Angle.PERSON}
    return (*own, *(sources.cell(lead, Field.COMPANY) if names_company else ()))


def _pitch(row: _Row) -> list[Sentence]:
    what, audience = told(row.offer.what), told(row.offer.audience)
    rests_on = sources.answer(row.offer, sources.WHAT_WE_SELL)
    if not what:
        return []
    if words(what.partition(" ")[0]) & {"we", "our", "i"}:
        said = row.say((sentence(what),), "offer", rests_on)
    elif words(what.partition(" ")[0]) & phrases.OFFER_VERBS:
        said = row.say((phrases.OFFER_VERB,), "offer", rests_on, what=mid(what))
    else:
        said = row.say(phrases.OFFERS, "offer", rests_on, what=mid(what))
    if not audience or words(audience) <= words(what):
        return said
    whom = sources.answer(row.offer, sources.FOR_WHOM)
    return [*said, *row.say(phrases.OFFERS_FOR, "audience", whom, audience=mid(audience))]


def _proof(row: _Row) -> list[Sentence]:
    proof = mid(told(row.offer.proof))
    return row.say(phrases.PROOFS, "proof", sources.answer(row.offer, sources.PROOF), proof=proof) if proof else []


def _ask(row: _Row) -> list[Sentence]:
    link = row.offer.booking_link
    if link:
        return row.say(phrases.BOOKING_ASKS, "ask", sources.answer(row.offer, sources.BOOKING_LINK), link=link)
    return row.say(phrases.ASKS, "ask")


def _subject(row: _Row) -> str:
    whom, what = company(row.lead) or first_name(row.lead), mid(told(row.offer.what, 40))
    texts = (*phrases.SUBJECTS, *(phrases.SUBJECTS_ABOUT if what and not _is_cut_or_clause(what) else ()))
    said = row.say(texts, "subject", whom=whom, what=what)
    return said[0].text if said else plain_subject(row.lead)


def _is_cut_or_clause(what: str) -> bool:
    first = words(what.partition(" ")[0])
    return what.endswith("…") or bool(first & (phrases.OFFER_VERBS | {"we", "our", "i"}))


def _length(said: Sequence[Sentence]) -> int:
    return sum(len(one.text.split()) for one in said)


def _industry(cell: str) -> str:
    return mid(quote(cell))


def _size(cell: str) -> str:
    """Return a head count or range as written, or ``""`` for one person or anything else."""
    found = _HEAD_COUNT.fullmatch(cell.strip())
    size = found[0].removesuffix(".0") if found else ""
    return "" if size == "1" else size


_ANGLES: dict[Angle, tuple[Field, Callable[[str], str]]] = {
    Angle.NOTES: (Field.NOTES, note),
    Angle.TITLE: (Field.TITLE, quote),
    Angle.INDUSTRY: (Field.INDUSTRY, _industry),
    Angle.SIZE: (Field.EMPLOYEES, _size),
}
