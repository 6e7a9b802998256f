"""What a follow-up must not say: reproaches for not answering, pressure, and answers nobody gave.

Patterns of eight languages over folded text, all asked of every text: a reproach in another language is one as well.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from addon.accounts.model import Offer
from addon.drafting.ground import ground_of
from addon.drafting.model import PRESSING, Asked, Draft, Removed
from addon.lib.lookalikes import fold

_SPACED = (
    # English
    r"(?:have|had|did|do)(?: not|n'?t) (?:yet )?(?:hear|heard|receiv\w+|g[eo]t|gotten|repl\w+|respond\w*|answer\w*)",
    r"(?:no|without(?: an?y?)?) (?:answer|reply|response|word)(?: from you| so far| yet| to my)",
    r"(?:still|been) wait(?:ing)?|you (?:ignor\w+|forgot|missed|overlooked)|(?:third|second|fourth) time i\b",
    r"(?:last|final) (?:chance|attempt|mail|e-?mail|message|note|reminder|try|time i)|before it is too late|act now",
    r"hurry|urgent\w*|do not miss|running out|only (?:a few|\d+) (?:spots|places|seats|slots) left|bump\w*",
    r"(?:as|that|since|because|what) you (?:said|told|promised|agreed|asked|wanted|requested|mentioned)",
    r"circling back|thank(?:s| you) for (?:your|the) (?:reply|answer|response|interest|call|time|feedback)",
    # German
    r"(?:keine|ohne|noch keine|bisher keine|leider keine) (?:antwort|ruckmeldung|reaktion|nachricht)",
    r"(?:nichts|noch nicht|bisher nicht|leider nicht)(?: \w+){0,3} (?:gehort|geantwortet|gemeldet|reagiert)",
    r"warte(?:n)?(?: \w+){0,3} auf (?:ihre|eine|deine)|letzte (?:chance|erinnerung|mail|nachricht|gelegenheit)",
    r"letzter versuch|dringend\w*|nur noch heute|wie (?:besprochen|vereinbart|gewunscht)|ubersehen|vergessen haben",
    r"sie (?:sagten|baten|wollten|haben (?:gesagt|zugesagt|gebeten))",
    r"danke? fur (?:ihre|die|das|ihr) (?:antwort|ruckmeldung|interesse|nachricht)",
    # French
    r"(?:pas|aucune?|sans|jamais)(?: \w+){0,3} (?:reponse|retour|nouvelles?|repondu)|j'attends|urgen(?:t|ce)\w*",
    r"derniere? (?:chance|relance|message|rappel|tentative)|vous avez (?:oublie|ignore|dit|promis|demande)",
    # Spanish
    r"(?:no|sin|ninguna?)(?: \w+){0,3} (?:respuesta|respondido|contestado|noticias|contestacion)|urgente\w*",
    r"ultim[oa] (?:oportunidad|intento|mensaje|correo|recordatorio)|sigo esperando|ha (?:olvidado|ignorado)",
    # Italian
    r"(?:non|senza|nessuna?)(?: \w+){0,3} (?:risposta|risposto|riscontro|notizie)|urgen(?:te|za)",
    r"ultim[oa] (?:occasione|possibilita|tentativo|messaggio|promemoria)|sto aspettando|ha (?:dimenticato|ignorato)",
    # Dutch
    r"(?:geen|niet|niets|nog geen|zonder)(?: \w+){0,3} (?:reactie|antwoord|gehoord|gereageerd|vernomen)",
    r"laatste (?:kans|poging|bericht|mail|herinnering)|wacht (?:nog )?(?:steeds )?op|dringend|vergeten (?:te|bent)",
    # Portuguese
    r"(?:nao|sem|nenhuma?)(?: \w+){0,3} (?:resposta|respondeu|retorno|noticias)|urgente\w*|esqueceu|ignorou",
    r"ultim[oa] (?:oportunidade|chance|tentativa|mensagem|lembrete)|estou (?:a espera|aguardando)",
)
_JOINED = (
    "返信がな",
    "ご返信をいただけ",
    "返事がな",
    "お返事をいただけてい",
    "ご連絡がな",
    "お待ちして",
    "最後のご連絡",
    "最後の機会",
    "最後のメール",
    "至急",
    "お忘れ",
    "見落と",
    "ご返信ありがとう",
)
"""Japanese, which has no blanks between words."""


def pressing(text: str) -> bool:
    """Whether a sentence reproaches, presses, or speaks of an answer that did not come."""
    return bool(_pattern().search(fold(text)))


def pressing_in(draft: Draft, asked: Asked, offer: Offer) -> tuple[Removed, ...]:
    """Return the sentences of a draft that press its reader, in order; greeting and signature are ours."""
    ground = ground_of(asked.lead, offer, asked.language)
    said = (sentence.text for paragraph in draft.paragraphs for sentence in paragraph)
    return tuple(Removed(text=text, claim=PRESSING) for text in said if pressing(text) and not ground.is_frame(text))


def without_pressing(draft: Draft, asked: Asked, offer: Offer) -> Draft:
    """Return the draft without such sentences, which move to ``removed``."""
    found = pressing_in(draft, asked, offer)
    gone = {removed.text for removed in found}
    kept = (tuple(said for said in paragraph if said.text not in gone) for paragraph in draft.paragraphs)
    paragraphs = tuple(paragraph for paragraph in kept if paragraph)
    return replace(draft, paragraphs=paragraphs, removed=(*draft.removed, *found))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_SPACED)})|{'|'.join(map(fold, _JOINED))}")
