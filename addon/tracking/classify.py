"""What a message is, asked in the order of Google's and the mail standards' own signs. In doubt it is a reply."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from addon.lib.text import shorten
from addon.tracking.auto_reply import auto_answer
from addon.tracking.bounce import Scan, bounce_or_scan
from addon.tracking.calendar_reply import calendar_answer
from addon.tracking.complaint import complaint
from addon.tracking.date_model import FindDates
from addon.tracking.inbound_model import AutoKind, Inbound, InboundKind, Verdict
from addon.tracking.listing import is_list
from addon.tracking.opt_out_words import opts_out
from addon.tracking.quotes import said

MOST_WORDS = 200
"""Characters kept of what decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Readers behind a port: each may be called with anything and never raises."""

    scan: Scan
    find: FindDates


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known besides the message: whom we wrote to, our own addresses (lower-cased), the day it came in."""

    lead: str
    ours: frozenset[str]
    today: date


Asked = Callable[[Inbound, bytes, Around, Tools], Verdict | None]


def classify(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict:
    """Return what a message is that concerns somebody we wrote to; ``source`` are its bytes."""
    for ask in _ORDER:
        if (found := ask(mail, source, around, tools)) is not None:
            return found
    own = said(mail, around.ours)
    if asked := opts_out(own):
        return Verdict(kind=InboundKind.OPT_OUT, said=own, words=_cut(asked))
    is_theirs = mail.sender.address.lower() == around.lead.lower()
    return Verdict(kind=InboundKind.REPLY if is_theirs else InboundKind.COLLEAGUE, said=own, words=_cut(own))


def _own(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict | None:  # noqa: ARG001 - one shape
    return Verdict(kind=InboundKind.OWN) if mail.sender.address.lower() in around.ours else None


def _bounce(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict | None:  # noqa: ARG001
    found = bounce_or_scan(mail, source, tools.scan)
    if found is None:
        return None
    words = next((failure.words for failure in found.failures if failure.words), "")
    return Verdict(kind=InboundKind.BOUNCE, bounce=found, words=_cut(words))


def _complaint(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict | None:  # noqa: ARG001
    return Verdict(kind=InboundKind.COMPLAINT) if complaint(mail) is not None else None


def _auto(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict | None:  # noqa: ARG001
    auto = auto_answer(mail, around.today, tools.find)
    if auto is None:
        return None
    kind = InboundKind.RECEIPT if auto.kind is AutoKind.RECEIPT else InboundKind.AUTO_REPLY
    return Verdict(kind=kind, auto=auto, words=_cut(auto.words))


def _list(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict | None:  # noqa: ARG001
    return Verdict(kind=InboundKind.LIST) if is_list(mail, {around.lead}) else None


def _calendar(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict | None:  # noqa: ARG001
    answer = calendar_answer(mail)
    return Verdict(kind=InboundKind.CALENDAR, words=answer) if answer else None


_ORDER: tuple[Asked, ...] = (_own, _bounce, _complaint, _auto, _list, _calendar)


def _cut(text: str) -> str:
    return shorten(" ".join(text.split()), MOST_WORDS)
