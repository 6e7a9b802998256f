"""What a message is, asked in the order of apis.md 3.3. In doubt it is a reply: that stops, and a stop is cheap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from addon.tracking.calendar_reply import calendar_answer
from addon.tracking.complaint import complaint
from addon.tracking.inbound_model import AutoAnswer, AutoKind, Bounce, Inbound, InboundKind, Verdict
from addon.tracking.listing import is_list
from addon.tracking.opt_out_words import opts_out
from addon.tracking.quotes import said

MOST_WORDS = 200
"""Characters kept of what decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """Readers that need a library behind a port; each may be called with anything and never raises."""

    bounce: Callable[[Inbound, bytes], Bounce | None]
    auto: Callable[[Inbound, date], AutoAnswer | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known besides the message: whom we wrote to, our own addresses, and the day it came in."""

    lead: str
    ours: frozenset[str]
    today: date


def classify(mail: Inbound, source: bytes, around: Around, tools: Tools) -> Verdict:
    """Return what a message is that belongs to somebody we wrote to; ``source`` are its bytes."""
    if mail.sender.address in around.ours:
        return Verdict(kind=InboundKind.OWN)
    if bounce := tools.bounce(mail, source):
        return Verdict(kind=InboundKind.BOUNCE, bounce=bounce, words=_cut(next((f.words for f in bounce.failures), "")))
    if complaint(mail) is not None:
        return Verdict(kind=InboundKind.COMPLAINT)
    if auto := tools.auto(mail, around.today):
        kind = InboundKind.RECEIPT if auto.kind is AutoKind.RECEIPT else InboundKind.AUTO_REPLY
        return Verdict(kind=kind, auto=auto, words=_cut(auto.words))
    if is_list(mail, {around.lead}):
        return Verdict(kind=InboundKind.LIST)
    if answer := calendar_answer(mail):
        return Verdict(kind=InboundKind.CALENDAR, words=_cut(answer))
    own = said(mail, around.ours)
    if asked := opts_out(own):
        return Verdict(kind=InboundKind.OPT_OUT, said=own, words=_cut(asked))
    kind = InboundKind.REPLY if mail.sender.address == around.lead.lower() else InboundKind.COLLEAGUE
    return Verdict(kind=kind, said=own, words=_cut(own))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= MOST_WORDS else f"{flat[: MOST_WORDS - 1]}…"
