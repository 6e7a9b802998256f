"""Finds everything a mail program might turn into a link."""

from __future__ import annotations

import re

from addon.drafting.fold import plain

_SCHEME = r"\b[a-z][a-z0-9+.-]{1,20}:/{2}\S*|\b(?:javascript|data|mailto|tel|file|vbscript):\S+"
_ADDRESS = r"(?<![^\s@<>()])[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+"
_NUMERIC = r"\b\d{1,3}(?:\.\d{1,3}){3}\b(?:[:/]\S*)?"
_DOMAIN = (
    r"(?<!\w)(?<!\w[.-])(?:\w(?:[\w-]*\w)?\.)+"  # starts only where a run starts: linear on hostile text
    r"(?:xn--[a-z0-9-]+|(?!(?:js|ts|py|cs|vs)\b)[^\W\d_]{2,24})\b(?:[:/?#]\S*)?"
)
_SPELLED = (
    r"\b\w{1,63}\s*[\[({]\s*(?:\.|dot)\s*[\])}]\s*\w{2,}\S*|\b\w{1,63} dot (?:com|net|org|io|co|de|eu|info|app)\b"
)
_LINK = re.compile("|".join((_SCHEME, _ADDRESS, _NUMERIC, _DOMAIN, _SPELLED)), re.IGNORECASE)
_TAIL = ".,;:!?)]}>'\""


def links(text: str) -> tuple[str, ...]:
    """Return the links, bare domains, addresses and spelled-out domains of a text, in their plain form."""
    return tuple(found.rstrip(_TAIL) for found in _LINK.findall(plain(text)))


def without_links(text: str) -> str:
    """Return the text with every link cut out; a text whose links hide behind odd characters is ``""``."""
    kept = _LINK.sub(" ", text)
    return "" if links(kept) else kept


def without_link(text: str, allowed: str) -> str:
    """Return the text without the one link that may stand there, where it stands whole and alone."""
    if not allowed:
        return text
    return re.sub(rf"(?<![^\s(\"'<]){re.escape(allowed)}(?=[.,;:!?)\"'>]*(?:\s|$))", " ", text)


def domain_of(address: str) -> str:
    """Return the lower-case domain of an e-mail address, or ``""``."""
    return plain(address).casefold().rpartition("@")[2] if "@" in address else ""
