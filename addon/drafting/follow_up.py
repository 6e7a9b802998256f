"""A follow-up: a mail in the thread of the one before, shorter, that claims nothing new and asks one thing.

Its first sentence is ours and the only one that refers to the mail before: whatever else speaks of earlier contact,
the guard takes out as it does in a first mail. It has no subject of its own, since it goes in the same thread.
"""

from __future__ import annotations

import re
from dataclasses import replace

from addon.accounts.model import Offer
from addon.drafting.fold import clean
from addon.drafting.frame import greeting, plain_subject, signature
from addon.drafting.model import Asked, Draft, Sentence, Writer
from addon.drafting.offline_mail import OfflineMail, say_ask, say_offer, say_proof
from addon.drafting.phrases import book, code_of
from addon.drafting.phrases.returning import returning
from addon.drafting.shape import MOST_OF_A_FOLLOW_UP
from addon.drafting.twin import CANNOT, WRITER_NAME
from addon.drafting.variety import Slot, choice_for
from addon.drafting.wish import understood

_LINK = re.compile(r"\S*https?://\S*")


def said_in(text: str, offer: Offer) -> str:
    """Return what a mail says on one line, without greeting, links and signature: a later mail shall not repeat it."""
    _, _, below = text.partition("\n\n")
    return clean(_LINK.sub("", below.removesuffix(offer.signature.strip())))


def opened(draft: Draft, asked: Asked, offer: Offer) -> Draft:
    """Return a guarded draft with the sentence that refers to the mail before in front of its body."""
    hello, first, *rest = draft.paragraphs
    return replace(draft, paragraphs=(hello, (*_opener(_mail(asked, offer, "")), *first), *rest))


def compose_follow_up(asked: Asked, offer: Offer, *, wish: str = "") -> Draft:
    """Return the offline writer's follow-up; ``Invalid`` where the row names nobody to write to.

    Of a ``wish`` it follows tone and link: a follow-up is short anyway.
    """
    wanted = understood(wish)
    offer = replace(offer, tone=wanted.tone or offer.tone)
    if wanted.no_link:
        offer = replace(offer, booking_link="")
    mail = _mail(asked, offer, wish)
    body = (_opener(mail) + _middle(mail), say_ask(mail), list(signature(offer)))
    return Draft(
        subject=plain_subject(asked.lead, mail.code),
        paragraphs=((greeting(asked.lead, offer, mail.code),), *(tuple(paragraph) for paragraph in body if paragraph)),
        writer=Writer.TWIN,
        writer_name=WRITER_NAME,
        note="" if wanted.is_followed else CANNOT,
    )


def _mail(asked: Asked, offer: Offer, wish: str) -> OfflineMail:
    """Return a mail in the making; its texts are those of another regeneration than the mails before it."""
    code = code_of(asked.language)
    texts = book(code)
    choice = choice_for(asked.lead, asked.variant + asked.number - 1, texts.spread)
    before = "\n".join(asked.before)
    return OfflineMail(
        number=asked.number,
        lead=asked.lead,
        offer=offer,
        code=code,
        texts=texts,
        choice=choice,
        wish=understood(wish),
        before=before,
    )


def _opener(mail: OfflineMail) -> list[Sentence]:
    """Return our sentence that refers to the mail before; the guard would refuse it of any other."""
    text = next(mail.choice.order(returning(mail.code, mail.number), Slot.OPENING))
    return [Sentence(text=mail.choice.one_of(text))]


def _middle(mail: OfflineMail) -> list[Sentence]:
    """Return what we offer, or in later mails what speaks for us, if it is short enough; else a bridge."""
    first, second = (say_offer, say_proof) if mail.number == 2 else (say_proof, say_offer)
    bridge = mail.say(mail.texts.plain_bridges, Slot.BRIDGE)
    for said in (first(mail), second(mail), bridge):
        if said and mail.length(said) <= MOST_OF_A_FOLLOW_UP:
            return said
    return []
