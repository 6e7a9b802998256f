"""A mail in the making by the offline writer, and the sentences of it that more than one kind of mail has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from addon.accounts.model import Offer
from addon.drafting import sources
from addon.drafting.booking import booking_link_for
from addon.drafting.evidence import unsupported
from addon.drafting.fragments import told, whole
from addon.drafting.model import Sentence, Source, SourceKind
from addon.drafting.phrases import Book
from addon.drafting.variety import Choice, Slot
from addon.drafting.wish import Wish
from addon.leads.model import Lead

LETTERS_A_WORD = 2.4
"""Japanese has no blanks to count words by: 120 to 300 characters are as long as 50 to 125 words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfflineMail:
    """One mail in the making: for whom, of what, in which texts, and the choices that belong to it.

    ``number`` is 1 for a first mail; ``before`` is what the mails before it say: no sentence of theirs is said again.
    """

    lead: Lead
    offer: Offer
    code: str
    texts: Book
    choice: Choice
    wish: Wish
    number: int = 1
    before: str = ""

    def say(self, pool: Sequence[str], slot: Slot, rests_on: tuple[Source, ...] = (), **fields: str) -> list[Sentence]:
        """Return this mail's text of a pool as a sentence, or the next one that the guard lets pass, or none."""
        for text in self.choice.order(pool, slot):
            said = Sentence(text=self.choice.one_of(text).format(**fields), sources=rests_on)
            if said.text not in self.before and unsupported(said, self.lead, self.offer, self.code) is None:
                return [said]
        return []

    def length(self, said: Sequence[Sentence]) -> int:
        """Return the length in words, of Japanese in as many as would be as long; a link is one word."""
        if self.code != "ja":
            return sum(len(one.text.split()) for one in said)
        letters = sum(len(re.sub(r"https?://\S+", "", one.text)) for one in said)
        return round(letters / LETTERS_A_WORD)


def say_offer(mail: OfflineMail) -> list[Sentence]:
    """Say what we offer, or nothing where nobody said it."""
    what = told(mail.offer.what)
    rests_on = sources.answer(mail.offer, sources.WHAT_WE_SELL)
    return mail.say(mail.texts.offers, Slot.OFFER, rests_on, what=what) if what else []


def say_proof(mail: OfflineMail) -> list[Sentence]:
    """Return one fact about ourselves: of the proof and the approved snippets this mail's own."""
    facts = [*sources.answer(mail.offer, sources.PROOF)]
    facts += [Source(SourceKind.SNIPPET, each.name, each.text.strip()) for each in mail.offer.playbook.snippets]
    for fact in mail.choice.order(facts, Slot.PROOF):
        proof = whole(told(fact.value), fact.value)
        if proof and (said := mail.say(mail.texts.proofs, Slot.PROOF, (fact,), proof=proof)):
            return said
    return []


def say_ask(mail: OfflineMail) -> list[Sentence]:
    """Ask for one thing: to book a time where there is a page for it, else a question."""
    link = booking_link_for(mail.lead, mail.offer)
    if link:
        rests_on = sources.answer(mail.offer, sources.BOOKING_LINK)
        return mail.say(mail.texts.bookings, Slot.ASK, rests_on, link=link)
    return mail.say(mail.texts.asks, Slot.ASK)
