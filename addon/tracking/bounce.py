"""Whether a message reports that a mail did not get through; for whom, and what follows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from addon.tracking.bounce_fields import Told, told_in_fields
from addon.tracking.bounce_kind import exact_status, kind_of, says_why
from addon.tracking.bounce_notice import is_delay, is_notice, lines_about, notice, returned, told_in_notice
from addon.tracking.inbound_model import Bounce, Failure, Inbound

MOST_WORDS = 500
MOST_FAILURES = 100
MOST_IDS = 20

Scan = Callable[[bytes], tuple[Collection[str], Collection[str]]]
"""Another reader of bounces: addresses that failed for a while, and for good."""

_DELIVERED = frozenset({"delivered", "relayed", "expanded"})
_ID = re.compile(r"<[^<>\s@]{1,500}@[^<>\s]{1,300}>")
_ID_LINE = re.compile(r"(?im)^[ \t]*(?:x-)?(?:original-)?message-id:[ \t]*(?:\n[ \t]+)?(<[^<>\s]{3,900}>)")


def bounce(mail: Inbound) -> Bounce | None:
    """Return what a delivery report says, None for any other message. Never raises.

    Reports for machines (RFC 3464) count before notices for people. A report of success alone is no bounce.
    """
    if not (_has_report(mail) or is_notice(mail)):
        return None
    told = told_in_fields(mail)
    if told and all(_is_delivered(each) for each in told):
        return None
    failed = [each for each in told if not _is_delivered(each)] or told_in_notice(mail)
    return _bounce(mail, failed) if failed else None


def bounce_or_scan(mail: Inbound, source: bytes, scan: Scan) -> Bounce | None:
    """Return as ``bounce`` does; a notice that names nobody it can find is given to ``scan``."""
    found = bounce(mail)
    if found or not is_notice(mail):
        return found
    temporary, permanent = scan(source)
    action = "delayed" if is_delay(mail) else "failed"
    told = [Told(address=each, action="delayed") for each in sorted(temporary)]
    told += [Told(address=each, action=action) for each in sorted(permanent)]
    return _bounce(mail, told) if told else None


def original_ids(mail: Inbound) -> tuple[str, ...]:
    """Return the Message-IDs, in angle brackets, of the mail a report or complaint is about, the surest first."""
    embedded = _ID_LINE.findall(returned(mail)[:200_000])
    told = [match for part in mail.parts for match in _ID_LINE.findall(part.text[:20_000])]
    heads = [match for name in ("in-reply-to", "references") for match in _ID.findall(mail.header(name))]
    return tuple(dict.fromkeys([*embedded[:1], *told, *heads]))[:MOST_IDS]


def _has_report(mail: Inbound) -> bool:
    kinds = {part.kind for part in mail.parts}
    return not kinds.isdisjoint({"message/delivery-status", "message/global-delivery-status"})


def _is_delivered(told: Told) -> bool:
    return told.action in _DELIVERED or told.status.startswith("2.")


def _bounce(mail: Inbound, told: Sequence[Told]) -> Bounce:
    lines = notice(mail).split("\n")
    named = [each.address for each in told[:MOST_FAILURES]]
    failures = tuple(_failure(each, lines, named) for each in told[:MOST_FAILURES])
    return Bounce(failures=failures, original_ids=original_ids(mail))


def _failure(told: Told, lines: Sequence[str], named: Collection[str]) -> Failure:
    """Return one recipient judged by the server's words, else the notice's about it, else the whole notice's."""
    around = lines_about(lines, told.address, named)
    words = next((each for each in (told.words, around) if says_why(each)), "") or "\n".join(lines)
    kind = kind_of(status=told.status, words=words, action=told.action, around=around)
    cut = " ".join(words.split())[:MOST_WORDS]
    return Failure(address=told.address.lower(), kind=kind, status=exact_status(told.status, words), words=cut)
