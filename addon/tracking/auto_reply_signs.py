"""Signs in headers and subject that a machine answered for somebody."""

from __future__ import annotations

import re
from enum import IntEnum

from addon.lib.text import fold
from addon.tracking.auto_reply_subjects import CERTAIN, LIKELY, READ_SUBJECT, RECEIVED_SUBJECT, TICKET
from addon.tracking.away_words import UNTIL
from addon.tracking.inbound_model import Inbound
from addon.tracking.wording import wording


class Sign(IntEnum):
    """How much the headers and the subject prove."""

    NONE = 0
    """Nothing: whatever the body says, a person may have written it."""
    HINT = 1
    """Automatic if the body has the words of an automatic answer too."""
    PROOF = 2
    """Automatic whatever the body says."""


_ANSWERS = re.compile(
    r"x-(?:mail-)?auto-?(?:reply|respond|response|responder|answer|generated|submitted)(?:-from|-to|er)?"
    r"|x-fc-machinegenerated|x-vacation(?:-.*)?|x-out-of-office(?:-.*)?|x-ooo|x-away|x-autoresp(?:onse)?-.*"
)
_LOOPS = ("x-ms-exchange-inbox-rules-loop", "x-ms-exchange-generated-message-source")
_SUPPRESSES = "x-auto-response-suppress"
_DENIED = re.compile(r"(?i)\s*(?:no|false|0|none|off)\b|\s*$")
_AUTO_PRECEDENCE = re.compile(r"(?i)\s*auto[-_ ]?(?:reply|replied|response|generated)")
_TO_MANY = re.compile(r"(?i)\s*(?:bulk|junk)\b")
_AUTO_MAILER = re.compile(r"(?i)vacation|auto-?respon|auto-?repl|out-?of-?office")
_AUTO_RESPONDER = re.compile(r"(?i)autoresponder|auto_reply")
_BOUNCES_NOWHERE = re.compile(r"\s*<\s*>\s*$")
"""The empty Return-Path of what must not be answered (RFC 3834, 3.3): no person's mail has it."""

_OOO_SUPPRESSED = re.compile(r"(?i)\b(?:all|oof|autoreply|dr)\b")
_ANSWERED = re.compile(
    r"\W*(?:re|aw|wg|fw|fwd|sv|vs|vb|antw|antwort|odp|rif|ris|ref|res|rv|tr|enc|encaminhado|inoltro|ynt|ilt|va|vl|atb|απ|πρθ"
    r"|hal|bls|回复|答复|回覆|返信|转发|轉寄|転送)\s?(?:\[\d+\]|\(\d+\))?\s?[:：]"
)
_OPENS = r"[\s\W]*"
_CLOSES = re.compile(r"\s*(?:$|[:：\-–—|(\[.,!;/]|\d)")
_LOTUS = re.compile(r"auto:\s\S")
"""How Lotus Notes marks an answer: ``AUTO: Ana Ruiz is out of the office (returning 05/12/2025)``."""


def sign_of(mail: Inbound) -> Sign:
    """Return what headers and subject prove together."""
    return max(_headers_prove(mail), subject_proves(mail.subject, is_suppressed=_is_suppressed(mail)))


def is_read_receipt(mail: Inbound) -> bool:
    """Whether it reports that a mail was shown or deleted (RFC 8098)."""
    reports = [value.lower() for key, value in mail.parameters if key == "report-type"]
    if mail.kind == "multipart/report" and "disposition-notification" in reports:
        return True
    begins = wording(READ_SUBJECT).match(fold(mail.subject))
    return any(part.kind == "message/disposition-notification" for part in mail.parts) and (
        mail.kind == "multipart/report" or begins is not None
    )


def is_answered_by_machine(mail: Inbound) -> bool:
    """Whether a header says that this answers a mail by itself, rather than that a machine made it."""
    return "repl" in mail.header("auto-submitted").lower()


def subject_proves(subject: str, *, is_suppressed: bool = False) -> Sign:
    """Return what a subject proves; ``is_suppressed`` if the mail asks for no automatic answers to itself.

    What answers or forwards a mail (``Re:``) proves nothing: a person may have answered an automatic answer. Nor does
    what asks something, but for the unmistakable openings.
    """
    folded = fold(subject[:500])
    if not folded or _ANSWERED.match(folded):
        return Sign.NONE
    bare = folded.lstrip("[(<*\"'“„«【 ")
    if _LOTUS.match(bare) or wording(CERTAIN).match(bare):
        return Sign.PROOF
    likely = wording(LIKELY).match(bare)
    if "?" in bare:
        return Sign.NONE
    if likely and (is_suppressed or _ends_there(bare, likely.end())):
        return Sign.PROOF
    return Sign.HINT if is_receipt_subject(subject) else Sign.NONE


def is_receipt_subject(subject: str) -> bool:
    """Whether a subject is one of a help desk that files a mail, and no answer to it."""
    folded = fold(subject[:500])
    if _ANSWERED.match(folded):
        return False
    return bool(re.search(TICKET, folded) or wording(RECEIVED_SUBJECT).search(folded))


def _ends_there(subject: str, end: int) -> bool:
    until = wording(UNTIL).match(subject[end:].lstrip())
    return bool(_CLOSES.match(subject, end)) or until is not None


def _headers_prove(mail: Inbound) -> Sign:
    if any(not _DENIED.match(value) for value in mail.every("auto-submitted")):
        return Sign.PROOF
    if any(_ANSWERS.fullmatch(key) and not _DENIED.match(value) for key, value in mail.headers):
        return Sign.PROOF
    if any(map(_AUTO_PRECEDENCE.match, _precedence(mail))) or _AUTO_MAILER.search(mail.header("x-mailer")):
        return Sign.PROOF
    if any(_AUTO_RESPONDER.search(mail.header(name)) for name in ("x-post-messageclass", "delivered-to", "preference")):
        return Sign.PROOF
    return Sign.HINT if _headers_hint(mail) else Sign.NONE


def _headers_hint(mail: Inbound) -> bool:
    """Whether headers say what Exchange's rules, bulk mail and its like say of people's mail too at times."""
    loops = any(mail.header(name).strip() for name in _LOOPS)
    nowhere = any(_BOUNCES_NOWHERE.match(value) for value in mail.every("return-path"))
    return loops or nowhere or any(map(_TO_MANY.match, _precedence(mail)))


def _precedence(mail: Inbound) -> tuple[str, ...]:
    return mail.every("precedence") + mail.every("x-precedence")


def _is_suppressed(mail: Inbound) -> bool:
    return bool(_OOO_SUPPRESSED.search(mail.header(_SUPPRESSES)))
