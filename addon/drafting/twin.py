"""The offline twin of the model: composes a personal mail from the row, without a key and without inventing.

Deterministic: the same row gives the same mail, and neighbours differ. Every sentence passes the guard, or the next
one in line is taken.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from addon.accounts.model import Offer
from addon.drafting import sources
from addon.drafting.fold import words
from addon.drafting.fragments import mid, note, place, quote, told
from addon.drafting.frame import greeting, plain_subject, signature
from addon.drafting.model import Draft, Sentence, Source, SourceKind, Writer
from addon.drafting.offline_mail import OfflineMail, say_ask, say_offer, say_proof
from addon.drafting.pains import pains_for
from addon.drafting.persons import company, first_name
from addon.drafting.phrases import Angle, book, code_of
from addon.drafting.shape import FEWEST_WORDS, MOST_WORDS
from addon.drafting.variety import Slot, choice_for
from addon.drafting.wish import understood
from addon.leads.model import Field, Lead

WRITER_NAME = "offline"
USUAL_WORDS, LONG_WORDS = 70, 88
"""Length aimed at, as far as the data go."""

CANNOT = "The offline writer can make a draft shorter, longer, friendlier, more formal or start differently, no more."

_HEAD_COUNT = re.compile(r"[1-9]\d{0,2}(?:[.,' ]?\d{3})*(?:\.0)?(?: ?[-–] ?[1-9]\d{0,2}(?:[.,' ]?\d{3})*|\+)?")
_BY_TURNS = (Angle.TITLE, Angle.INDUSTRY, Angle.SIZE, Angle.COUNTRY)


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
    mail = OfflineMail(lead=lead, offer=offer, code=code, texts=texts, choice=choice, wish=asked)
    body = (paragraph for paragraph in (*_body(mail), signature(offer)) if paragraph)
    return Draft(
        subject=_subject(mail),
        paragraphs=((greeting(lead, offer, code),), *(tuple(paragraph) for paragraph in body)),
        writer=Writer.TWIN,
        writer_name=WRITER_NAME,
        note="" if asked.is_followed else CANNOT,
    )


def _body(mail: OfflineMail) -> Sequence[Sequence[Sentence]]:
    """Return the paragraphs: what must be there, then of the rest, by turns, as much as the length asks for.

    A bridge says ``it`` of the offer, so it stands after it.
    """
    opening, is_about_topic = _opening(mail)
    pain = [] if is_about_topic else _pain(mail)
    ask, pitch = say_ask(mail), say_offer(mail)
    bridges = _bridges(mail)
    bridge = [] if pain else mail.say(bridges, Slot.BRIDGE)
    about_us, to_the_ask = [say_proof(mail), _audience(mail)], [bridge]
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


def _bridges(mail: OfflineMail) -> Sequence[str]:
    """Return the bridges that fit: where nothing is offered, those that speak of nothing offered."""
    return mail.texts.bridges if told(mail.offer.what) else mail.texts.plain_bridges


def _kept(parts: Sequence[Sequence[Sentence]], kept: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences of the parts that were kept, each once: a filler may be the bridge itself."""
    return list(dict.fromkeys(one for part in parts for one in part if one in kept))


def _fill(mail: OfflineMail, kept: list[Sentence], parts: Sequence[Sequence[Sentence]], aim: int) -> None:
    """Add parts to the sentences kept until they are as long as aimed at."""
    for part in parts:
        new = [one for one in part if one not in kept]
        if mail.length(kept) < aim and mail.length([*kept, *new]) <= MOST_WORDS:
            kept += new


def _fillers(mail: OfflineMail, bridges: Sequence[str]) -> list[list[Sentence]]:
    """Return all bridges, for mails whose row and offer say little."""
    return [mail.say([text], Slot.BRIDGE) for text in mail.choice.order(bridges[::-1], Slot.AUDIENCE)]


def _opening(mail: OfflineMail) -> tuple[list[Sentence], bool]:
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


def _pain(mail: OfflineMail) -> list[Sentence]:
    """Ask about one problem of the tenant's list, the closest that can be quoted; nobody knows whether they have it."""
    for source in pains_for(mail.lead, mail.offer):
        pain = quote(source.value)
        if pain and not pain.endswith("…") and (said := mail.say(mail.texts.pains, Slot.BRIDGE, (source,), pain=pain)):
            return said
    return []


def _audience(mail: OfflineMail) -> list[Sentence]:
    what, audience = told(mail.offer.what), told(mail.offer.audience)
    if not audience or words(audience) <= words(what):
        return []
    return mail.say(
        mail.texts.audiences, Slot.AUDIENCE, sources.answer(mail.offer, sources.FOR_WHOM), audience=audience
    )


def _subject(mail: OfflineMail) -> str:
    whom = company(mail.lead) or first_name(mail.lead, mail.code)
    cells = tuple(
        source for source in sources.sources_of(mail.lead, mail.offer).values() if source.kind is SourceKind.CELL
    )
    said = mail.say(mail.texts.subjects, Slot.PROOF, cells, whom=whom) if whom else []
    return said[0].text if said else plain_subject(mail.lead, mail.code)


def _industry(mail: OfflineMail, cell: str) -> str:
    return mid(quote(cell)) if mail.texts.small else quote(cell)


def _size(_: OfflineMail, cell: str) -> str:
    """Return a head count or range as written, or ``""`` for one person or anything else."""
    found = _HEAD_COUNT.fullmatch(cell.strip())
    size = found[0].removesuffix(".0") if found else ""
    return "" if size == "1" else size


_ANGLES: dict[Angle, tuple[Field, Callable[[OfflineMail, str], str]]] = {
    Angle.CHALLENGE: (Field.CHALLENGE, lambda _, cell: note(cell)),
    Angle.NOTES: (Field.NOTES, lambda _, cell: note(cell)),
    Angle.TITLE: (Field.TITLE, lambda _, cell: quote(cell)),
    Angle.INDUSTRY: (Field.INDUSTRY, _industry),
    Angle.SIZE: (Field.EMPLOYEES, _size),
    Angle.COUNTRY: (Field.COUNTRY, lambda mail, cell: place(cell, mail.code)),
}
