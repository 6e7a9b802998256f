"""Reads the model's answer into a draft: tolerant of its habits, strict about what may reach a cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from addon.accounts.model import Offer
from addon.drafting.fold import clean, cut
from addon.drafting.frame import booking_line, greeting, plain_subject, signature
from addon.drafting.model import Asked, Draft, Sentence, Writer
from addon.drafting.prompt import MAIL_SCHEMA, PAIN, pain_of
from addon.drafting.sources import sources_of
from addon.errors import Rejected
from addon.leads.model import Lead
from addon.lib.json_text import fits, looks_like_json

LONGEST_SUBJECT = 120
MOST_SENTENCES = 20
"""Sentences read; a longer answer is no short mail and ends there."""

_SHORT_FORMS = """
    Dr Mr Mrs Ms Prof St No vs Co Inc Ltd Corp approx ca Dra Sr Sra Srta Sig Mme Mlle Me av Av Mevr mevr Dhr dhr drs
    bzw inkl exkl zzgl ggf evtl vgl Nr Abs Str Hr Fr Ing Dipl incl excl esp dept env ex tel Tel resp num núm
    pág dott Dott Avv avv ecc bijv usw etc
"""
_BETWEEN = re.compile(
    r"(?<=[.!?…])(?<!\b\w\.)"
    + "".join(rf"(?<!\b{form}\.)" for form in _SHORT_FORMS.split())
    + r"\s+(?=[^\W\d_a-z])|(?<=[。！？])\s*(?![。！？」』）\s])(?=.)"
)
"""Between two sentences: a blank before a capital, or nothing but the full stop where no blanks part words."""
_HELLO = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|day|afternoon)|hallo|guten (?:tag|morgen)|liebe[rs]?|sehr geehrte[rs]?"
    r"|bonjour|ch[eè]re?s?|madame|monsieur|hola|buen[oa]s (?:d[ií]as|tardes)|estimad[oa]s?|querid[oa]s?"
    r"|buongiorno|buonasera|salve|gentil(?:e|issim[oa])|egregi[oa]|car[oa]|spettabile"
    r"|beste|geachte?|goede(?:morgen|middag|ndag)|dag|ol[aá]|bom dia|boa tarde|prezad[oa]s?|car[oa]s?"
    r"|car[ií]ssim[oa])\b(?:[^.!?:;]|(?<=\b[DSP]r)\.|(?<=\b[DS]ra)\.|\b(?<=\bSig)\.|(?<=\bProf)\.){0,60}[,!:]$"
    r"|^[^。、！？\s]{1,30}(?:様|さん|御中|各位)[、，,。]?$|^(?:拝啓|こんにちは|はじめまして)[、。！]?$",
    re.I,
)
_GOODBYE = re.compile(
    r"^(?:(?:best|kind|warm|with) )*"
    r"(?:regards|wishes|best|cheers|sincerely|yours(?: sincerely| truly)?|thanks|thank you"
    r"|(?:mit )?(?:freundliche[nm]?|beste[nm]?|herzliche[nm]?|viele[n]?|liebe[n]?|sch[oö]ne[n]?)"
    r"(?: und \w+)? (?:gr(?:[uü]|ue)(?:ß|ss)(?:e[n]?)?|gruß)|hochachtungsvoll"
    r"|(?:bien |tr[eè]s )?cordialement|(?:avec )?(?:mes |nos )?(?:sinc[eè]res |meilleures |cordiales )?salutations"
    r"(?: distingu[eé]es)?|bien [aà] vous|[aà] bient[oô]t|respectueusement"
    r"|(?:un )?(?:cordial(?:es)? )?saludos?(?: cordial(?:es)?)?|atentamente|atentos saludos"
    r"|(?:cordiali|distinti|cari|migliori) saluti|(?:un )?cordiale saluto|cordialmente|saluti"
    r"|(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|groet(?:en|jes)?|hoogachtend"
    r"|(?:com os )?(?:melhores|meus|nossos) (?:cumprimentos|sauda[cç][oõ]es)|cumprimentos|atenciosamente|abra[cç]os?"
    r"|(?:何卒|どうぞ|今後とも)?(?:よろしく|宜しく)お願い(?:いた|致)?し(?:ます|上げます)|(?:何卒|どうぞ)?(?:よろしく|宜しく)お願い申し上げます"
    r"|敬具|草々)[,.!。]*$",
    re.I,
)
_BEGINS_SMALL = re.compile(
    r"^(?:Ich|Wir|Wie|Da|Weil|Bei|Als|Falls|Für|Mit|Wenn|Ob|In|Im|Am|Auf|Aus|Von|Zu|Zum|Zur|An|Nach|Um|Was|Wer|Wo"
    r"|Mein|Meine|Unser|Unsere|Das|Dass|Der|Die|Den|Dem|Dies|Diese|Dieser|Dieses|Ein|Eine|Einen|Einer|Es|Man|Vielleicht"
    r"|Gern|Gerne|Heute|Hier|Viele|Oft|Nur|Auch|Kurz|Mir|Mich|Uns|Sollte|Sollten|Darf|Kann|Können|Gerade|Durch|Ohne"
    r"|Statt|Seit|Vor|Über|Unter|Wegen|Sobald|Damit|Dort|So|Noch|Schon|Nun|Jetzt|Warum|Welche|Welcher|Welches|Haben"
    r"|Hat|Ist|Sind|War|Wäre|Gibt|Bestimmt|Sicher|Sicherlich|Möglicherweise|Manche|Jede|Jeder|Jedes|Beim|Laut)\b"
)
"""German words that have a capital only where a sentence begins; ``Sie`` and ``Ihr`` keep theirs."""


def mails_of(answer: Mapping[str, Any], asked: Collection[str]) -> dict[str, Mapping[str, Any]]:
    """Return the mails of an answer by the key they were asked under.

    A key nobody asked for is no row of ours; a key that comes twice may hold another row's mail, so neither counts.
    """
    mails = [mail for mail in answer["drafts"] if mail["row"] in asked]
    times = Counter(mail["row"] for mail in mails)
    return {mail["row"]: mail for mail in mails if times[mail["row"]] == 1}


def draft_from(mail: Mapping[str, Any], asked: Asked, offer: Offer, writer_name: str) -> Draft:
    """Return the draft of one mail, with our greeting, booking line and signature around it; not yet guarded.

    Raises ``Rejected``: ``not_json`` if the shape is wrong or a text is JSON or code itself, ``empty`` if no sentence
    is left; ``Invalid`` when the row has neither a name nor a company.
    """
    lead, language = asked.lead, asked.language
    if not fits(mail, MAIL_SCHEMA):
        raise Rejected("The model's answer did not have the form of a draft.", reason="not_json")
    texts = [mail["subject"], *(item["text"] for item in mail["sentences"])]
    if any(looks_like_json(text) for text in texts):
        raise Rejected("The model's answer held code instead of a mail.", reason="not_json")
    body = list(_sentences(mail["sentences"], lead, offer))[:MOST_SENTENCES]
    if not body:
        raise Rejected("The model's answer was empty.", reason="empty")
    hello, line = greeting(lead, offer, language), booking_line(offer, language, lead)
    if asked.number == 1 and language[:2].lower() == "de" and hello.text.endswith(","):
        body[0] = replace(body[0], text=_BEGINS_SMALL.sub(lambda found: found[0].lower(), body[0].text))
    ask = [*body[2:][-1:], *([line] if line else [])]
    paragraphs = ([hello], body[:2], body[2:-1], ask, signature(offer))
    return Draft(
        subject=_subject(mail, asked),
        paragraphs=tuple(tuple(paragraph) for paragraph in paragraphs if paragraph),
        writer=Writer.MODEL,
        writer_name=writer_name,
    )


def _subject(mail: Mapping[str, Any], asked: Asked) -> str:
    """Return the model's subject; a follow-up, which goes in the thread of the first mail, has none of its own."""
    said = cut(clean(mail["subject"]), LONGEST_SUBJECT) if asked.number == 1 else ""
    return said or plain_subject(asked.lead, asked.language)


def _sentences(items: list[Mapping[str, Any]], lead: Lead, offer: Offer) -> Iterator[Sentence]:
    """Yield the sentences one by one, each with the sources it names that exist; greetings and sign-offs are ours."""
    known = sources_of(lead, offer)
    by_name = {clean(name): source for name, source in known.items()}
    if pain := pain_of(lead, offer):
        by_name.setdefault(PAIN, pain)
    for item in items:
        named = dict.fromkeys(by_name[clean(name)] for name in item["sources"] if clean(name) in by_name)
        for text in _split(clean(item["text"])):
            if not _HELLO.match(text) and not _GOODBYE.match(text) and text != clean(offer.signature):
                yield Sentence(text=text, sources=tuple(named))


def _split(text: str) -> Iterator[str]:
    """Yield the sentences of an item: the guard takes out one at a time."""
    yield from (part for part in _BETWEEN.split(text) if any(c.isalnum() for c in part))
