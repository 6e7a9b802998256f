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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    mail: Inbound
    source: bytes
    around: Around
    tools: Tools


def classify(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict:
    """Return what a message is that concerns somebody we wrote to; ``source`` are its bytes."""
    case = _Case(mail=mail, source=source, around=around, tools=tools)
    return next((found for ask in _ORDER if (found := ask(case)) is not None), None) or _written(case)


def _own(case: _Case) -> Verdict | None:
    return Verdict(kind=InboundKind.OWN) if case.mail.sender.address.lower() in case.around.ours else None


def _bounce(case: _Case) -> Verdict | None:
    found = bounce_or_scan(case.mail, case.source, case.tools.scan)
    if found is None:
        return None
    words = next((failure.words for failure in found.failures if failure.words), "")
    return Verdict(kind=InboundKind.BOUNCE, bounce=found, words=_cut(words))


def _complaint(case: _Case) -> Verdict | None:
    return Verdict(kind=InboundKind.COMPLAINT) if complaint(case.mail) is not None else None


def _auto(case: _Case) -> Verdict | None:
    auto = auto_answer(case.mail, case.around.today, case.tools.find)
    if auto is None:
        return None
    kind = InboundKind.RECEIPT if auto.kind is AutoKind.RECEIPT else InboundKind.AUTO_REPLY
    return Verdict(kind=kind, auto=auto, words=_cut(auto.words))


def _list(case: _Case) -> Verdict | None:
    return Verdict(kind=InboundKind.LIST) if is_list(case.mail, {case.around.lead}) else None


def _calendar(case: _Case) -> Verdict | None:
    answer = calendar_answer(case.mail)
    return Verdict(kind=InboundKind.CALENDAR, words=answer) if answer else None


_ORDER: tuple[Callable[[_Case], Verdict | None], ...] = (_own, _bounce, _complaint, _auto, _list, _calendar)


def _written(case: _Case) -> Verdict:
    """Return what somebody wrote: an opt-out in words, else an answer."""
    own = said(case.mail, case.around.ours)
    if asked := opts_out(own):
        return Verdict(kind=InboundKind.OPT_OUT, said=own, words=_cut(asked))
    is_theirs = case.mail.sender.address.lower() == case.around.lead.lower()
    return Verdict(kind=InboundKind.REPLY if is_theirs else InboundKind.COLLEAGUE, said=own, words=_cut(own))


def _cut(text: str) -> str:
    return shorten(" ".join(text.split()), MOST_WORDS)
