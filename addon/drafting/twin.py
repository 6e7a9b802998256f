"""The offline twin of the model: composes a personal mail from the row, without a key and without inventing.

Deterministic: the same row gives the same mail, and neighbours differ. Every sentence passes the guard, or the next
one in line is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from addon.accounts.model import Offer
from addon.drafting import sources
from addon.drafting.booking import booking_link_for
from addon.drafting.evidence import unsupported
from addon.drafting.fold import words
from addon.drafting.fragments import mid, note, place, quote, told, whole
from addon.drafting.frame import greeting, plain_subject, signature
from addon.drafting.model import Draft, Sentence, Source, SourceKind, Writer
from addon.drafting.pains import pains_for
from addon.drafting.persons import company, first_name
from addon.drafting.phrases import Angle, Book, book, code_of
from addon.drafting.shape import FEWEST_WORDS, MOST_WORDS
from addon.drafting.variety import Choice, Slot, choice_for
from addon.drafting.wish import Wish, understood
from addon.leads.model import Field, Lead

WRITER_NAME = "offline"
USUAL_WORDS, LONG_WORDS = 70, 88
"""Length aimed at, as far as the data go."""

LETTERS_A_WORD = 2.4
"""Japanese has no blanks to count words by: 120 to 300 characters are as long as 50 to 125 words."""

CANNOT = "The offline writer can make a draft shorter, longer, friendlier, more formal or start differently, no more."

_HEAD_COUNT = re.compile(r"[1-9]\d{0,2}(?:[.,' ]?\d{3})*(?:\.0)?(?: ?[-–] ?[1-9]\d{0,2}(?:[.,' ]?\d{3})*|\+)?")
_BY_TURNS = (Angle.TITLE, Angle.INDUSTRY, Angle.SIZE, Angle.COUNTRY)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mail:
    """One mail in the making: for whom, of what, in which texts, and the choices that belong to it."""

    lead: Lead
    offer: Offer
    code: str
    texts: Book
    choice: Choice
    wish: Wish

    def say(self, pool: Sequence[str], slot: Slot, rests_on: tuple[Source, ...] = (), **fields: str) -> list[Sentence]:
        """Return this mail's text of a pool as a sentence, or the next one that the guard lets pass, or none."""
        for text in self.choice.order(pool, slot):
            said = Sentence(text=self.choice.one_of(text).format(**fields), sources=rests_on)
            if unsupported(said, self.lead, self.offer, self.code) is None:
                return [said]
        return []

    def length(self, said: Sequence[Sentence]) -> int:
        """Return the length in words, of Japanese in as many as would be as long; a link is one word."""
        if self.code != "ja":
            return sum(len(one.text.split()) for one in said)
        letters = sum(len(re.sub(r"https?://\S+", "", one.text)) for one in said)
        return round(letters / LETTERS_A_WORD)


def compose(lead: Lead, offer: Offer, language: str = "en", *, wish: str = "", variant: int = 0) -> Draft:
    """Return a draft for the row; ``Invalid`` names the cells to fill when there is neither a name nor a company.

    ``language`` is a code; one without texts is written to in English. Another ``variant`` is another mail.
    ``Draft.note`` says where a ``wish`` asks for more than the offline writer can do.
    """
    asked = understood(wish)
    offer = replace(offer, tone=asked.tone or offer.tone)
    if asked.no_link:
        offer = replace(offer, booking_link="")
    code = code_of(language)
    texts = book(code)
    choice = choice_for(lead, variant + asked.other_angle, texts.spread)
    mail = _Mail(lead=lead, offer=offer, code=code, texts=texts, choice=choice, wish=asked)
    body = (paragraph for paragraph in (*_body(mail), signature(offer)) if paragraph)
    return Draft(
        subject=_subject(mail),
        paragraphs=((greeting(lead, offer, code),), *(tuple(paragraph) for paragraph in body)),
        writer=Writer.TWIN,
        writer_name=WRITER_NAME,
        note="" if asked.is_followed else CANNOT,
    )


def _body(mail: _Mail) -> Sequence[Sequence[Sentence]]:
    """Return the paragraphs: what must be there, then of the rest, by turns, as much as the length asks for.

    A bridge says ``it`` of the offer, so it stands after it.
    """
    opening, is_about_topic = _opening(mail)
    pain = [] if is_about_topic else _pain(mail)
    ask, pitch = _ask(mail), _pitch(mail)
    bridges = _bridges(mail)
    bridge = [] if pain else mail.say(bridges, Slot.BRIDGE)
    about_us, to_the_ask = [_proof(mail), _audience(mail)], [bridge]
    closer = mail.say(mail.texts.closers, Slot.CLOSER)
    kept = [*opening, *pain, *pitch, *ask]
    spare = [bridge, *about_us, closer]
    turn = mail.choice.turn(len(spare))
    aim = (FEWEST_WORDS, USUAL_WORDS, LONG_WORDS)[mail.wish.length + 1]
    _fill(mail, kept, [*spare[turn:], *spare[:turn]], aim)
    enough = LONG_WORDS if mail.wish.length > 0 else FEWEST_WORDS
    if mail.length(kept) < enough:
        to_the_ask += _fillers(mail, bridges)
        _fill(mail, kept, to_the_ask, enough)
    us, then, end = (_kept(parts, kept) for parts in (about_us, to_the_ask, [closer]))
    return ([*opening, *pain], [*pitch, *us], [*then, *ask, *end])


def _bridges(mail: _Mail) -> Sequence[str]:
    """Return the bridges that fit: where nothing is offered, those that speak of nothing offered."""
    return mail.texts.bridges if told(mail.offer.what) else mail.texts.plain_bridges


def _kept(parts: Sequence[Sequence[Sentence]], kept: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of the parts that were kept, each once: a filler may be the bridge itself."""
    return list(dict.fromkeys(one for part in parts for one in part if one in kept))


def _fill(mail: _Mail, kept: list[Sentence], parts: Sequence[Sequence[Sentence]], aim: int) -> None:
    """Add parts to the sentences kept until they are as long as aimed at."""
    for part in parts:
        new = [one for one in part if one not in kept]
        if mail.length(kept) < aim and mail.length([*kept, *new]) <= MOST_WORDS:
            kept += new


def _fillers(mail: _Mail, bridges: Sequence[str]) -> list[list[Sentence]]:
    """Return all bridges, for mails whose row and offer say little."""
    return [mail.say([text], Slot.BRIDGE) for text in mail.choice.order(bridges[::-1], Slot.AUDIENCE)]


def _opening(mail: _Mail) -> tuple[list[Sentence], bool]:
    """Return what a mail opens with, and whether it quotes a challenge or a note: then it has its topic."""
    firm = company(mail.lead)
    values = {angle: read(mail, mail.lead.value(field)) for angle, (field, read) in _ANGLES.items()}
    topics = [angle for angle in (Angle.CHALLENGE, Angle.NOTES) if values[angle]]
    others = [angle for angle in _BY_TURNS if firm and values[angle]]
    turn = mail.choice.turn(len(others))
    for angle in (*topics, *others[turn:], *others[:turn], *([Angle.COMPANY] if firm else []), Angle.PERSON):
        fields = {"company": firm, angle.value: values.get(angle, firm)}
        if said := mail.say(mail.texts.openings[angle], Slot.OPENING, _rests_on(mail.lead, angle), **fields):
            return said, angle in topics
    return [], False


def _rests_on(lead: Lead, angle: Angle) -> tuple[Source, ...]:
    own = sources.cell(lead, _ANGLES[angle][0]) if angle in _ANGLES else ()
    names_company = angle in {Angle.COMPANY, *_BY_TURNS}
    return (*own, *(sources.cell(lead, Field.COMPANY) if names_company else ()))


def _pain(mail: _Mail) -> list[Sentence]:
    """Ask about one problem of the tenant's list, the closest that can be quoted; nobody knows whether they have it."""
    for source in pains_for(mail.lead, mail.offer):
        pain = quote(source.value)
        if pain and not pain.endswith("…") and (said := mail.say(mail.texts.pains, Slot.BRIDGE, (source,), pain=pain)):
            return said
    return []


def _pitch(mail: _Mail) -> list[Sentence]:
    what = told(mail.offer.what)
    rests_on = sources.answer(mail.offer, sources.WHAT_WE_SELL)
    return mail.say(mail.texts.offers, Slot.OFFER, rests_on, what=what) if what else []


def _audience(mail: _Mail) -> list[Sentence]:
    what, audience = told(mail.offer.what), told(mail.offer.audience)
    if not audience or words(audience) <= words(what):
        return []
    return mail.say(
        mail.texts.audiences, Slot.AUDIENCE, sources.answer(mail.offer, sources.FOR_WHOM), audience=audience
    )


def _proof(mail: _Mail) -> list[Sentence]:
    """Return one fact about ourselves: of the proof and the approved snippets this mail's own."""
    facts = [*sources.answer(mail.offer, sources.PROOF)]
    facts += [Source(SourceKind.SNIPPET, each.name, each.text.strip()) for each in mail.offer.playbook.snippets]
    for fact in mail.choice.order(facts, Slot.PROOF):
        proof = whole(told(fact.value), fact.value)
        if proof and (said := mail.say(mail.texts.proofs, Slot.PROOF, (fact,), proof=proof)):
            return said
    return []


def _ask(mail: _Mail) -> list[Sentence]:
    link = booking_link_for(mail.lead, mail.offer)
    if link:
        rests_on = sources.answer(mail.offer, sources.BOOKING_LINK)
        return mail.say(mail.texts.bookings, Slot.ASK, rests_on, link=link)
    return mail.say(mail.texts.asks, Slot.ASK)


def _subject(mail: _Mail) -> str:
    whom = company(mail.lead) or first_name(mail.lead, mail.code)
    cells = tuple(
        source for source in sources.sources_of(mail.lead, mail.offer).values() if source.kind is SourceKind.CELL
    )
    said = mail.say(mail.texts.subjects, Slot.PROOF, cells, whom=whom) if whom else []
    return said[0].text if said else plain_subject(mail.lead, mail.code)


def _industry(mail: _Mail, cell: str) -> str:
    return mid(quote(cell)) if mail.texts.small else quote(cell)


def _size(_: _Mail, cell: str) -> str:
    """Return a head count or range as written, or ``""`` for one person or anything else."""
    found = _HEAD_COUNT.fullmatch(cell.strip())
    size = found[0].removesuffix(".0") if found else ""
    return "" if size == "1" else size


_ANGLES: dict[Angle, tuple[Field, Callable[[_Mail, str], str]]] = {
    Angle.CHALLENGE: (Field.CHALLENGE, lambda _, cell: note(cell)),
    Angle.NOTES: (Field.NOTES, lambda _, cell: note(cell)),
    Angle.TITLE: (Field.TITLE, lambda _, cell: quote(cell)),
    Angle.INDUSTRY: (Field.INDUSTRY, _industry),
    Angle.SIZE: (Field.EMPLOYEES, _size),
    Angle.COUNTRY: (Field.COUNTRY, lambda mail, cell: place(cell, mail.code)),
}
