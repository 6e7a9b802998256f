"""Finds everything a mail program might turn into a link, and what a reader could turn into one by hand."""

from __future__ import annotations

import re

from addon.lib.lookalikes import plain

_SCHEME = (
    r"\b[a-z][a-z0-9+.-]{1,20}:/{2}\S*|\bh(?:tt|xx)ps?\s*(?::|\[:\])\s*(?:/|\\)+\S*"
    r"|\b(?:javascript|data|mailto|tel|sms|file|vbscript|whatsapp|skype|bitcoin):\S+"
)
_ADDRESS = r"(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+"
_NUMERIC = r"\b\d{1,3}(?:\.\d{1,3}){3}\b(?:[:/]\S*)?"
_DOMAIN = (
    r"(?<!\w)(?<!\w[.-])(?:\w(?:[\w-]*\w)?\.)+"  # starts only where a run starts: linear on hostile text
    r"(?:xn--[a-z0-9-]+|(?!(?:js|ts|py|cs|vs)\b)[^\W\d_]{2,24})\b(?:[:/?#]\S*)?"
)
_TOPS = "com|net|org|io|co|de|eu|info|app|example|biz|fr|es|it|nl|pt|jp|uk|ai|dev|xyz|ru|cn|me|ly|shop|site|online"
_DOT = "dot|punkt|point|punto|ponto|トット"
_SPELLED = (
    r"\b\w{1,63}\s*[\[({]\s*(?:\.|" + _DOT + r")\s*[\])}]\s*\w{2,}\S*"
    rf"|\b\w{{1,63}} (?:{_DOT}) (?:{_TOPS})\b"
    r"|\b\w{1,63}\s*[\[({]\s*(?:@|at)\s*[\])}]\s*\w{2,}\S*"
    rf"|\b\w{{1,63}} \. (?:{_TOPS})\b"
)
_HANDLE = r"(?<![\w@])@\w{2,}"
_MARKED = r"\]\(\s*\S+"
_LINK = re.compile("|".join((_SCHEME, _ADDRESS, _NUMERIC, _DOMAIN, _SPELLED, _HANDLE, _MARKED)), re.IGNORECASE)
_TAIL = ".,;:!?)]}>'\""
_JAPANESE = "\u3040-\u30ff\u4e00-\u9fff"
_FULL_STOP = re.compile(rf"(?<=[{_JAPANESE}])[。｡](?=[{_JAPANESE}])")
"""Ends a sentence where both sides are Japanese; between Latin letters browsers take it for a dot."""

_PHONE = re.compile(r"(?<![\w.,])(?:\+|00|0|\()[\d ()/.-]{6,}\d(?!\w)")
_ACCOUNT = re.compile(r"\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,}\b|\b(?:bc1|0x|[13])[a-z0-9]{25,}\b", re.IGNORECASE)
"""Bank accounts (IBAN) and wallets."""


def links(text: str) -> tuple[str, ...]:
    """Return the links, bare domains, addresses, handles and spelled-out domains of a text, in their plain form."""
    return tuple(found.rstrip(_TAIL) for found in _LINK.findall(plain(_FULL_STOP.sub(" ", text))))


def reached_by(text: str) -> tuple[str, ...]:
    """Return the telephone numbers, bank accounts and wallets of a text, in their plain form."""
    shown = plain(text)
    found = (*_PHONE.finditer(shown), *_ACCOUNT.finditer(shown))
    return tuple(one[0].strip() for one in found if sum(c.isdigit() for c in one[0]) >= 7)


def without_links(text: str) -> str:
    """Return the text with every link cut out; a text whose links hide behind odd characters is ``""``."""
    kept = _LINK.sub(" ", text)
    return "" if links(kept) else kept


def without_link(text: str, allowed: str) -> str:
    """Return the text without the one link that may stand there, where it stands whole and alone."""
    if not allowed:
        return text
    return re.sub(rf"(?<![^\s(\"'<]){re.escape(allowed)}(?=[.,;:!?)\"'>。]*(?:\s|$))", " ", text)


def domain_of(address: str) -> str:
    """Return the lower-case domain of an e-mail address, or ``""``."""
    return plain(address).casefold().rpartition("@")[2] if "@" in address else ""
