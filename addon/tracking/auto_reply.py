"""Tells the answer of a machine from a person's, and what it says of the person. In doubt a person wrote."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

from addon.lib.text import clean, fold
from addon.tracking.auto_reply_contact import named_contact
from addon.tracking.auto_reply_signs import (
    Sign,
    is_answered_by_machine,
    is_read_receipt,
    is_receipt_subject,
    sign_of,
    subject_proves,
)
from addon.tracking.auto_reply_words import LEFT, RECEIVED, SPOKEN, STILL_HERE
from addon.tracking.away_dates import back_on
from addon.tracking.away_words import AWAY
from addon.tracking.calendar_reply import calendar_answer
from addon.tracking.date_model import FindDates
from addon.tracking.inbound_model import AutoAnswer, AutoKind, Inbound
from addon.tracking.listing import is_answer
from addon.tracking.quotes import said_text
from addon.tracking.wording import wording

_READ = 10_000
_SHORT = 300
_SHOWN = 200
_SENTENCE_END = re.compile(r"(?<=[^\d\W]{3}[.!?])\s|(?<=[。！？])")


def auto_answer(mail: Inbound, today: date, find: FindDates) -> AutoAnswer | None:
    """Return what an automatic answer says, None for everything a person may have written.

    Headers or the subject must say that it is automatic; words of the body alone never do. ``today`` is the day it
    came in, ``find`` finds dates. What a calendar sends is a person's answer, whatever its headers say.
    """
    if calendar_answer(mail):
        return None
    if is_read_receipt(mail):
        return AutoAnswer(kind=AutoKind.RECEIPT, words=_shown(mail.subject))
    text = _read(mail)
    if not _is_automatic(mail, fold(text)):
        return None
    return _answer(mail, text, today, find)


def languages_of(text: str, mail: Inbound) -> tuple[str, ...]:
    """Return the languages a text seems to be in, likeliest first and at most three, English as ``en-GB`` or ``en``.

    Notices often say the same in two. Of English the country of the sender's domain, else the time zone of the mail,
    tells whether 3/4 is a day in April.
    """
    folded = fold(text[:_READ])
    counts = {tongue: len(wording(words).findall(folded)) for tongue, words in SPOKEN.items()}
    likely = sorted((tongue for tongue, count in counts.items() if count), key=lambda tongue: -counts[tongue])
    chosen = likely[:2] if "en" in likely[:2] else [*likely[:2], "en"]
    return tuple(_english(mail) if tongue == "en" else tongue for tongue in chosen)


def has_left(text: str) -> bool:
    """Whether a text says that somebody left the company."""
    return _left(fold(text[:_READ])) != ""


def _is_automatic(mail: Inbound, body: str) -> bool:
    sign = sign_of(mail)
    if sign is Sign.HINT:
        return bool(wording(AWAY).search(body) or _left(body)) or _is_filed(mail, body)
    return sign is Sign.PROOF or _is_bare_notice(mail, body)


def _is_filed(mail: Inbound, body: str) -> bool:
    """Whether a help desk says it filed a mail. Where something is asked, somebody may have read it."""
    return is_receipt_subject(mail.subject) and wording(RECEIVED).search(body) is not None and "?" not in body


def _is_bare_notice(mail: Inbound, body: str) -> bool:
    """Whether it is nothing but a notice: no subject, no mail it answers, a line that begins with an absence."""
    is_bare = not mail.subject.strip() and not is_answer(mail) and 0 < len(body) <= _SHORT
    found = wording(AWAY).search(body) if is_bare else None
    return found is not None and found.start() <= len("i am currently on ")


def _answer(mail: Inbound, text: str, today: date, find: FindDates) -> AutoAnswer:
    body = fold(text)
    known = {mail.sender.address, *(each.address for each in mail.to)}
    if left := _left(body):
        words = _sentence_with(left, text)
        return AutoAnswer(kind=AutoKind.LEFT, contact=named_contact(text, known), words=words)
    away = wording(AWAY).search(body)
    if not away and _is_receipt(mail, body):
        return AutoAnswer(kind=AutoKind.RECEIPT, words=_shown(text or mail.subject))
    said = f"{mail.subject} |\n\n{text}"
    day = back_on(said, languages_of(said, mail), today, find)
    return AutoAnswer(
        kind=AutoKind.AWAY_UNTIL if day else AutoKind.AWAY,
        back_on=day,
        contact=named_contact(text, known),
        words=_sentence_with(away[0], text) if away else _shown(text or mail.subject),
    )


def _is_receipt(mail: Inbound, body: str) -> bool:
    """Whether it says no more than that a mail arrived. An answer nobody can read says that somebody may be away."""
    if subject_proves(mail.subject, is_suppressed=True) is Sign.PROOF and not wording(RECEIVED).search(body):
        return False
    is_filed = is_receipt_subject(mail.subject) or wording(RECEIVED).search(body) is not None
    return is_filed or not is_answered_by_machine(mail)


def _left(body: str) -> str:
    """Return the words of a folded text that say so, ``""`` without them."""
    here = [match.span() for match in wording(STILL_HERE).finditer(body)]
    for match in wording(LEFT).finditer(body):
        if not any(start <= match.start() < end for start, end in here):
            return match[0]
    return ""


def _read(mail: Inbound) -> str:
    return said_text(mail.text[:_READ], {each.address for each in mail.to}) or mail.text[:_READ]


def _sentence_with(folded: str, text: str) -> str:
    """Return the sentence of a text that holds some folded words, as it was written, cut short."""
    sentences = _SENTENCE_END.split(" ".join(text.split()))
    return _shown(next((each for each in sentences if folded in fold(each)), text))


def _shown(text: str) -> str:
    return clean(text)[:_SHOWN]


def _english(mail: Inbound) -> str:
    country = mail.sender.address.rpartition(".")[2]
    if len(country) == 2:
        return "en" if country in ("us", "ph", "io", "ai", "co") else "en-GB"
    return "en" if _hours_from_utc(mail.header("date")) < 0 else "en-GB" if mail.header("date") else "en"


def _hours_from_utc(written: str) -> float:
    try:
        offset = parsedate_to_datetime(written).utcoffset()
    except (ValueError, TypeError, IndexError, OverflowError):
        return -1
    return offset.total_seconds() / 3600 if offset else 0
