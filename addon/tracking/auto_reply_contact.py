"""Whom an automatic answer names instead of the person we wrote to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import groupby

from addon.lib.text import clean, fold
from addon.tracking.auto_reply_words import INSTEAD
from addon.tracking.inbound_model import Address
from addon.tracking.wording import wording

_ADDRESS = re.compile(r"(?i)(?<![\w.+-])[\w.+'-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w@-])")
_JOINED = re.compile(
    r"(?i)[\s,;:(<\[\"'–—-]*(?:\b(?:at|on|by|via|under|unter|per|email|e-mail|mail|mailto|über|à|au|al|a|en|em|su|op"
    r"|på|pod|na|по|адресу|mailadresse|adresse|correo|address|adres|indirizzo|endereço|através|de|través|all|le|do|no"
    r"|het|el|the|following|presso|tramite|attraverso|e-mailadres|mailen|mailto)\b[\s,;:(<\[\"'–—-]*){0,4}$"
)
_NO_NAME = """please contact email mail e-mail address adresse write reach direct phone call tel cell mobile telefon
    colleague colleagues kollege kollegin kollegen kolleginnen collegue collega colega compagna urgent sie ihnen ihre
    meine meinen unser unsere unseren team support sales office herr herrn frau mr mrs ms dr prof monsieur madame m mme
    senor senora sig sra sr dhr mevr bitte an my our the for in you your questions fragen vertretung
    matters or and und et y e i if de kontakt kontakta kontaktieren contacter contactez contacte contactar contattare
    hello hi best regards thank thanks nachfolger nachfolgerin vertreter vertreterin successor successeur
    successore sucesor sucesora sucessor sucessora opvolger kollega manager assistant assistentin replacement"""
"""Capitalised beside a name, or at the start of a sentence, and part of none; folded."""
_NAME_WITHOUT_BLANKS = re.compile(r"([\u3400-\u9fff]{2,6}|[가-힣]{2,4})(?:様|さん|先生|女士|님)?[\s(（<:：]*$")
_PARTICLES = "de van von der den del della di da dos do la le el al bin ten ter zu"
"""Stand small inside a name."""

_NEAR = 120
_LONGEST_NAME = 80
_UNMANNED = re.compile(r"(?:no|do-?not)-?reply|mailer-daemon|postmaster|bounce", re.IGNORECASE)


def named_contact(text: str, known: Collection[str] = ()) -> Address:
    """Return who is named instead, an empty ``Address`` if nobody is; the name may come without an address.

    ``known`` are the lower-cased addresses that are not meant: the sender's and our own. An address after words like
    "please contact" goes before others; a name is what stands capitalised before it.
    """
    found = [match for match in _ADDRESS.finditer(text) if _is_other(match[0], known)]
    asked = [match for match in found if _is_asked_for(text, match.start())]
    chosen = next(iter(asked or found), None)
    if chosen is None:
        return Address(name=_cut(next(_names_after(text), "")))
    before = text[max(chosen.start() - _NEAR, 0) : chosen.start()]
    return Address(address=chosen[0].lower(), name=_cut(_name_before(before)))


def _cut(name: str) -> str:
    return clean(name)[:_LONGEST_NAME]


def _is_other(address: str, known: Collection[str]) -> bool:
    return address.lower() not in known and not _UNMANNED.match(address)


def _is_asked_for(text: str, at: int) -> bool:
    near = re.split(r"[.!?]\s", text[max(at - _NEAR, 0) : at])[-1]
    return wording(INSTEAD).search(fold(near)) is not None


def _name_before(before: str) -> str:
    """Return the capitalised words that lead up to an address: ``contact Ana Ruiz (`` gives ``Ana Ruiz``."""
    if blankless := _NAME_WITHOUT_BLANKS.search(before):
        return blankless[1]
    words = _JOINED.sub("", before.splitlines()[-1] if before.strip() else "").split()
    name: list[str] = []
    while words and len(name) < 5 and (_is_of_name(words[-1]) or (name and words[-1] in _PARTICLES.split())):
        name.insert(0, words.pop())
    while name and name[0] in _PARTICLES.split():
        name.pop(0)
    return " ".join(name).strip(" ,;:(<\"'-")


def _names_after(text: str) -> Iterator[str]:
    """Yield the capitalised words, two to four, that follow on words like "please contact" in their sentence."""
    for sentence in re.split(r"[.!?]\s", " ".join(text.split())):
        words = sentence.split()
        for is_name, run in groupby(range(len(words)), key=lambda at: _is_of_name(words[at])):
            at = list(run)
            if is_name and 2 <= len(at) <= 4 and wording(INSTEAD).search(fold(" ".join(words[: at[0]]))):
                yield " ".join(words[at[0] : at[-1] + 1]).strip(".,;:()")


def _is_of_name(word: str) -> bool:
    bare = word.strip(",;:()<>\"'")
    return bare[:1].isupper() and bare == word.lstrip("(<\"'") and fold(bare).rstrip(".") not in _NO_NAME.split()
