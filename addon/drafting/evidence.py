"""The guard: a sentence may state about the prospect only what a source carries; the rest is taken out.

A first layer needs no language: numbers, names, dates, links, telephone numbers, quotations. The second knows what
mails make up in eight languages. A draft in any other language must cite a source with every sentence. It is made of
patterns: it reads statements, it does not understand them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from addon.accounts.model import Offer
from addon.drafting.asks import asks_before_the_last, asks_something
from addon.drafting.carried import Carried
from addon.drafting.cited import uncited, uncited_in_any_language
from addon.drafting.claims import unsupported_claim
from addon.drafting.counts import unsupported_number
from addon.drafting.dates import unsupported_date
from addon.drafting.fold import words
from addon.drafting.frame import plain_subject
from addon.drafting.ground import Ground, ground_of
from addon.drafting.links import links, reached_by
from addon.drafting.model import MORE_THAN_ONE, TWICE, Draft, Removed, Sentence, SourceKind
from addon.drafting.names import unsupported_name, unsupported_title
from addon.drafting.orders import copied, obeyed_order
from addon.drafting.sources import sources_of
from addon.drafting.statements import unrested
from addon.errors import Rejected
from addon.leads.model import Lead
from addon.lib.lookalikes import fold, plain

LONGEST_SENTENCE = 600
"""Characters; longer is no sentence a person would send."""

FEWEST_SENTENCES = 2
"""Sentences that must be left of a body; fewer are no mail."""

FEWEST_WORDS, FEWEST_LETTERS = 25, 50
"""What must be left after something was taken out: half the shortest mail; letters where no blanks part words."""

_BROKEN = re.compile(
    r"\{+[^}]*\}*|\[[^\]]*\]|<[^>]*>|```|\bx{3,}\b|\blorem ipsum\b|[{}<>]|\"(?:text|sources)\"\s*:|^[=+@]|&#?\w{1,10};"
    r"|\w\((?:[\"']|\d+\))|\bon\w+=|;\s*--|--\s*$|\b(?:rm|ls|curl|wget|sudo) -\w"
    r"|\b(?:drop table|select case|union select)\b"
)
"""Unfilled fields, markup, formulas and code."""

_SHOUTED = re.compile(r"\b[A-Z]{3,}(?:[ ,!-]+[A-Z]{3,})+\b")
_QUOTED = re.compile(r"\"([^\"]{3,})\"|«([^»]{3,})»|「([^」]{3,})」|『([^』]{3,})』")
_IN_A_THREAD = re.compile(r"^(?:re|fw|fwd|aw|wg|tr|rv|rif|antw|res|enc)\s*[:\]]")
_QUOTES = str.maketrans("“”„‟", '""""')


def unsupported(sentence: Sentence, lead: Lead, offer: Offer, language: str = "en") -> str | None:
    """Return the words of a sentence that no cell and no approved text of ours carries, or None.

    A number in a statement about the prospect alone must stand in a cell: our own proof is no fact about them. Any
    statement about the prospect must rest on a cell it cites. What a cell orders to be said is not said.
    """
    return _unsupported(sentence, ground_of(lead, offer, language))


def complaints(draft: Draft, lead: Lead, offer: Offer, language: str = "en") -> tuple[Removed, ...]:
    """Return what ``guard`` would take out, each sentence with the part of it that no source carries.

    The subject comes last, where it is refused.
    """
    ground = ground_of(lead, offer, language)
    removed = [_removed(sentence.text, claim) for sentence, claim in _refused(draft, ground)]
    claim = _refused_subject(draft.subject, plain_subject(lead, language), lead, offer, ground)
    return (*removed, *([_removed(draft.subject, claim)] if claim else []))


def guard(draft: Draft, lead: Lead, offer: Offer, language: str = "en") -> Draft:
    """Return the draft without its unsupported sentences, which move to ``removed``; the subject is replaced likewise.

    One request is left, the last. Raises ``Rejected`` when what is left is no mail: reason ``unsupported`` for fewer
    than two sentences or too few words, ``no_ask`` where nothing is asked.
    """
    ground = ground_of(lead, offer, language)
    refused = {id(sentence): claim for sentence, claim in _refused(draft, ground)}
    paragraphs = (tuple(said for said in paragraph if id(said) not in refused) for paragraph in draft.paragraphs)
    kept = tuple(paragraph for paragraph in paragraphs if paragraph)
    _check_is_a_mail([said for paragraph in kept for said in paragraph], ground, has_lost=bool(refused))
    plain = plain_subject(lead, language)
    subject = plain if _refused_subject(draft.subject, plain, lead, offer, ground) else draft.subject
    removed = complaints(draft, lead, offer, language)
    return replace(draft, subject=subject, paragraphs=kept, removed=(*draft.removed, *removed))


def _unsupported(sentence: Sentence, ground: Ground) -> str | None:
    if ground.is_frame(sentence.text):
        return None
    bare = ground.without_booking(sentence.text)
    folded = fold(bare)
    everything, ours = ground.everything(sentence), ground.ours(sentence).text
    unsafe = _too_long(bare) or _foreign_link(bare, ground) or _broken(folded) or _unquoted(bare, everything)
    unsafe = unsafe or _shouted(bare, ground)
    if unsafe or folded.strip(" .!") in ground.said_of_us:
        return unsafe
    return (
        obeyed_order(bare, ground.lead, ours)
        or copied(bare, ground.lead, ours)
        or _unsupported_fact(bare, folded, sentence, ground)
        or _unsupported_statement(replace(sentence, text=bare), ground)
    )


def _removed(text: str, claim: str) -> Removed:
    """Return what was taken out, its claim as it was written where it can be found again."""
    found = re.search(re.escape(claim), text, re.IGNORECASE)
    return Removed(text=text, claim=found[0] if found else claim)


def _refused(draft: Draft, ground: Ground) -> list[tuple[Sentence, str]]:
    """Return the sentences to take out, in order, each with the reason."""
    said = [sentence for paragraph in draft.paragraphs for sentence in paragraph]
    found = {id(one): claim for one in said if (claim := _unsupported(one, ground))}
    body = [one for one in said if id(one) not in found and one.text not in ground.around]
    linked = [one for one in body if ground.without_booking(one.text) != one.text]
    found |= {id(one): TWICE for one in linked[:-1]}
    too_many = asks_before_the_last([one.text for one in body], ground.tongue)
    found |= {id(body[place]): MORE_THAN_ONE for place in too_many if id(body[place]) not in found}
    return [(one, found[id(one)]) for one in said if id(one) in found]


def _refused_subject(subject: str, plain: str, lead: Lead, offer: Offer, ground: Ground) -> str | None:
    if subject == plain:
        return None
    if found := _IN_A_THREAD.search(fold(subject)):
        return found[0]
    cells = tuple(source for source in sources_of(lead, offer).values() if source.kind is SourceKind.CELL)
    link = links(subject)
    return link[0] if link else _unsupported(Sentence(text=subject, sources=cells), ground)


def _check_is_a_mail(said: list[Sentence], ground: Ground, *, has_lost: bool) -> None:
    asking = [one.text for one in said if one.text not in ground.around]
    body = [text for text in asking if text not in ground.lines]
    text = " ".join(body)
    is_short = len(text.split()) < FEWEST_WORDS and (ground.tongue.has_spaces or len(text) < FEWEST_LETTERS)
    if len(body) < FEWEST_SENTENCES or (has_lost and is_short):
        raise Rejected("The model's text had too little in it that your sheet supports.", reason="unsupported")
    if not any(asks_something(one, ground.tongue) for one in asking):
        raise Rejected("The model's text asked for nothing.", reason="no_ask")


def _too_long(text: str) -> str | None:
    return text[:40] + "…" if len(text) > LONGEST_SENTENCE else None


def _broken(folded: str) -> str | None:
    found = _BROKEN.search(folded)
    return found[0] if found else None


def _shouted(text: str, ground: Ground) -> str | None:
    """Return the first words in capitals alone that no cell begins with or holds in capitals alone: names do so."""
    for found in _SHOUTED.finditer(plain(text)):
        said = fold(found[0])
        values = (*ground.lead.values.values(), *ground.lead.other.values())
        is_named = any(fold(value).startswith(said) or (value.isupper() and said in fold(value)) for value in values)
        if not is_named and not any(said in fold(source.value) for source in ground.our_sources):
            return found[0]
    return None


def _foreign_link(text: str, ground: Ground) -> str | None:
    """Return the first link, address or account; a company named like a domain may be named to its own people."""
    own = ground.own_domain
    found = (link for link in links(text) if not (own and link.casefold() == own))
    return next(found, None) or next(iter(reached_by(text)), None)


def _unquoted(text: str, carried: Carried) -> str | None:
    """Return a quotation that holds a word no source has."""
    for found in _QUOTED.finditer(text.translate(_QUOTES)):
        quoted = next(part for part in found.groups() if part)
        if len(quoted.split()) > 1 and not all(carried.has_word(word) for word in words(quoted)):
            return found[0]
    return None


def _unsupported_fact(text: str, folded: str, sentence: Sentence, ground: Ground) -> str | None:
    company, tongue, everything = ground.company, ground.tongue, ground.everything(sentence)
    return (
        unsupported_number(folded, company, tongue, cells=ground.cells, carried=everything)
        or unsupported_claim(folded, tongue, company, news=ground.news, ours=ground.ours(sentence))
        or unsupported_date(folded, everything, company, tongue)
        or unsupported_title(folded, everything, tongue)
        or unsupported_name(text, everything, tongue)
    )


def _unsupported_statement(sentence: Sentence, ground: Ground) -> str | None:
    if ground.tongue.code == "en":
        return unrested(sentence, ground.lead)
    return (
        uncited(sentence, ground.lead, ground.tongue)
        if ground.tongue.code
        else uncited_in_any_language(sentence, ground.lead)
    )
