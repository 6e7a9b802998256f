"""Delivery notices for people: who did not get a mail, read from the text a mailer wrote."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from addon.lib.text import fold
from addon.tracking.bounce_fields import Told
from addon.tracking.bounce_words import (
    ADDRESS,
    DELAYED,
    FAILED,
    FAILED_PERHAPS,
    FINAL,
    MAILER,
    ORIGINAL,
    SUBJECT,
)
from addon.tracking.inbound_model import Inbound

MOST_NOTICE = 16_000
"""Characters of a notice that are read."""

MOST_LINES = 14
"""Lines after a recipient that may say why."""

MOST_BEFORE = 60
"""Characters before an address that tell what it is."""

_LEAD = re.compile(r"[\s>*•\"'(-]*(?:recipient(?: address)?:|original address:|rcpt:)?\s*[<\"'(]?", re.IGNORECASE)
_NOT_RECIPIENT = re.compile(
    r"(?:mail from|envelope[- ]from|from|sender|contact|return-path|reply-to|message-?id|support|\bid|http\S*|href\S*"
    r"|please (?:e-?mail|write|forward)(?: to)?)\W{0,6}$|https?://\S*$|mailto:$",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"(?:rcpt to|recipient\w*|address\w*|addressed to|deliver\w*(?: your (?:mail|message))?(?: to)?|undeliverable +to"
    r"|user\w*|mailbox|message to|mail to|attempts?|full|empfanger|destinat\w+)\W{0,12}$"
    r"|^\W*[245]\d\d[ -](?:[245]\.\d{1,3}\.\d{1,4} )?\W*$",
    re.IGNORECASE,
)
_REPLY = re.compile(r"\s*[245]\d\d[ -]")
"""A server's reply in a transcript: the next one is about something else."""

_ORIGINALS = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers"})
_DESKS = frozenset(
    {"postmaster", "mailer-daemon", "abuse", "support", "helpdesk", "noreply", "no-reply", "root", "mdaemon"}
)


def is_notice(mail: Inbound) -> bool:
    """Whether a mailer wrote it to say that a mail did not get through: who it is from, and what it says.

    A person who quotes or forwards such a notice is no mailer.
    """
    if mail.header("x-failed-recipients"):
        return True
    subject, text = fold(mail.subject[:500]), fold(notice(mail)[:4_000])
    if _is_mailer(mail):
        return any(each.search(text) for each in (FAILED, FAILED_PERHAPS)) or bool(SUBJECT.search(subject))
    is_machine = mail.kind == "multipart/report" or _has_no_return(mail)
    holds_original = any(part.kind in _ORIGINALS for part in mail.parts)
    return is_machine and bool(FAILED.search(text)) and (holds_original or bool(SUBJECT.search(subject)))


def is_delay(mail: Inbound) -> bool:
    """Whether a notice only says that the mail has not got through yet."""
    said = fold(f"{mail.subject[:500]}\n{notice(mail)[:4_000]}")
    return bool(DELAYED.search(said)) and not FINAL.search(said)


def notice(mail: Inbound) -> str:
    """Return what the mailer wrote, without the mail it returns."""
    text = mail.text[: 4 * MOST_NOTICE]
    begins = ORIGINAL.search(text)
    return text[: begins.start() if begins and text[: begins.start()].strip() else None][:MOST_NOTICE]


def returned(mail: Inbound) -> str:
    """Return the source of the mail a notice is about, or what there is of it."""
    for part in mail.parts:
        if part.kind in _ORIGINALS:
            return part.text
    text = mail.text[: 4 * MOST_NOTICE]
    begins = ORIGINAL.search(text)
    return text[begins.start() :] if begins else ""


def told_in_notice(mail: Inbound) -> tuple[Told, ...]:
    """Return the recipients a notice names."""
    named = _by_header(mail) or _named(notice(mail).split("\n"), {each.address for each in mail.to}) or _addressed(mail)
    action = "delayed" if named and is_delay(mail) else "failed"
    return tuple(Told(address=each, action=action) for each in named)


def lines_about(lines: Sequence[str], address: str, named: Collection[str]) -> str:
    """Return the lines of a notice from the one that names an address to the one that names the next of ``named``."""
    others = {each.lower() for each in named} - {address.lower()}
    at = next((n for n, line in enumerate(lines) if address.lower() in line.lower()), len(lines))
    taken = list(lines[at : at + 1])
    is_reply = bool(taken and _REPLY.match(taken[0]))
    for line in lines[at + 1 : at + MOST_LINES]:
        if any(each in line.lower() for each in others) or (is_reply and _REPLY.match(line)):
            break
        taken.append(line)
    return "\n".join(taken).strip()


def _is_mailer(mail: Inbound) -> bool:
    who = mail.sender
    if not who.address:
        return bool(MAILER.search(fold(who.name))) or mail.header("from") == "<>"
    return bool(MAILER.search(fold(who.address.partition("@")[0])) or MAILER.search(fold(who.name)))


def _has_no_return(mail: Inbound) -> bool:
    """Whether nobody wants an answer to it: reports are sent with an empty return path (RFC 5321 §4.5.5)."""
    path = mail.header("return-path").strip(" <>").lower()
    return bool(mail.every("return-path")) and (not path or bool(MAILER.search(path.partition("@")[0])))


def _by_header(mail: Inbound) -> list[str]:
    return _once(match[0] for value in mail.every("x-failed-recipients") for match in ADDRESS.finditer(value))


def _named(lines: list[str], ours: Collection[str]) -> list[str]:
    """Return addresses at the head of a line, else those after a word for recipients, else whatever is left."""
    heads: list[str] = []
    marked: list[str] = []
    rest: list[str] = []
    for line in lines:
        for match in ADDRESS.finditer(line):
            before, address = line[max(0, match.start() - MOST_BEFORE) : match.start()], _bare(match[0])
            if _NOT_RECIPIENT.search(before.rstrip("<\"' ")):
                continue
            if match.start() < MOST_BEFORE and _LEAD.fullmatch(before):
                heads.append(address)
            elif address.lower() not in ours and address.partition("@")[0].lower() not in _DESKS:
                (marked if _RECIPIENT.search(before) else rest).append(address)
    return _once(heads) or _once(marked) or _once(rest)


def _addressed(mail: Inbound) -> list[str]:
    """Return whom the returned mail was addressed to, where that is one person."""
    head = returned(mail).strip().partition("\n\n")[0]
    to = re.findall(r"(?im)^to:((?:.*)(?:\n[ \t].*)*)", head)
    found = _once(match[0] for value in to for match in ADDRESS.finditer(value[:2_000]))
    return found if len(found) == 1 else []


def _bare(address: str) -> str:
    """Return an address without what clings to it, Exchange's ``SMTP=`` among that."""
    return re.sub(r"(?i)^(?:smtp|rfc822)=", "", address.strip(".'`*=")) if "=" in address else address.strip(".'`*")


def _once(addresses: Iterator[str] | list[str]) -> list[str]:
    return list({_bare(each).lower(): _bare(each) for each in addresses}.values())
