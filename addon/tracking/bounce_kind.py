"""What follows from a delivery failure: by its enhanced status (RFC 3463), else its SMTP reply code, else its words."""

from __future__ import annotations

import re

from addon.lib.text import fold
from addon.tracking.bounce_reasons import (
    AFTER_DATA,
    FULL,
    OWN_LIMIT,
    SAYS_NOTHING,
    SENDER_SIDE,
    TEMPORARY,
    TRY_AGAIN,
    UNKNOWN,
)
from addon.tracking.inbound_model import BounceKind

MOST_WORDS = 4_000
"""Characters of a server's words that are looked at."""

_STATUS = re.compile(r"(?<![\d.])([245])\.(\d{1,3})\.(\d{1,4})(?![\d.]*\d)")
_CODE = re.compile(r"(?<![\d.:/=-])([45]\d\d)(?=[\s:;-]|$)(?!-?\d)")

_SENDER_STATUS = ("5.1.7", "5.1.8", "5.2.3", "5.3.4", "5.4.7", "5.6.", "5.7.")
"""Our address, our mail's size, its age, its content, and policy: nothing of it says that the address is gone."""

_HARD_STATUS = ("5.1.", "5.2.1", "5.4.4", "5.4.310")
_HARD_CODES = frozenset({"550", "551", "553", "521", "556"})


def kind_of(*, status: str = "", words: str = "", action: str = "", around: str = "") -> BounceKind:
    """Return what follows. ``action`` and ``status`` are RFC 3464's, ``words`` the server's.

    The status is completed from the words where it says little; ``around`` is what the notice says of the same
    recipient, for when in the conversation the server refused. A hard bounce forbids an address for good, so doubts
    go to the milder kinds.
    """
    said = fold(words[:MOST_WORDS])
    if action == "delayed":
        return BounceKind.DELAYED
    if OWN_LIMIT.search(said):
        return BounceKind.OWN_LIMIT
    exact = exact_status(status, words)
    code = reply_code(words)
    if exact.startswith("4.") or (code.startswith("4") and (not exact or _is_general(exact))):
        return BounceKind.POLICY if exact.startswith("4.7.") or SENDER_SIDE.search(said) else BounceKind.SOFT
    is_late = bool(AFTER_DATA.search(f"{said} {fold(around[:MOST_WORDS])}"))
    return _by_status(exact, said) or _by_words(said, code, is_late=is_late)


def exact_status(status: str, words: str) -> str:
    """Return the most telling enhanced status: the given one, unless it is general and the words hold a better one."""
    given = _STATUS.search(status[:100])
    found = [match[0] for match in _STATUS.finditer(words[:MOST_WORDS])]
    if given and not _is_general(given[0]):
        return given[0]
    telling = [each for each in found if not _is_general(each) and not each.startswith("2.")]
    return next(iter([*telling, *([given[0]] if given else []), *found]), "")


def reply_code(words: str) -> str:
    """Return the first SMTP reply code of 4xx or 5xx in a server's words, ``""`` without one."""
    found = _CODE.search(words[:MOST_WORDS])
    return found[1] if found else ""


def says_why(words: str) -> bool:
    """Whether a text holds a reason at all."""
    said = fold(words[:MOST_WORDS])
    reasons = (OWN_LIMIT, FULL, UNKNOWN, SENDER_SIDE, TEMPORARY)
    return bool(_STATUS.search(words[:MOST_WORDS]) or reply_code(words) or any(each.search(said) for each in reasons))


def _is_general(status: str) -> bool:
    return status.split(".")[1] == "0" or status.endswith((".1.0", ".3.0", ".5.0"))


def _by_status(status: str, said: str) -> BounceKind | None:
    if not status or _is_general(status):
        return None
    if status.startswith(_SENDER_STATUS):
        return BounceKind.POLICY
    if status.startswith(_HARD_STATUS):
        return _hard_unless(said)
    return BounceKind.SOFT if status.startswith("5.2.") else None


def _hard_unless(said: str) -> BounceKind:
    """Return HARD, unless the words contradict the status: servers say 5.1.1 for whatever they dislike."""
    if UNKNOWN.search(said):
        return BounceKind.HARD
    if FULL.search(said) or TEMPORARY.search(said):
        return BounceKind.SOFT
    return BounceKind.POLICY if SENDER_SIDE.search(said) else BounceKind.HARD


def _by_words(said: str, code: str, *, is_late: bool) -> BounceKind:
    """Return what words and code say; who refuses after the mail's content knew the recipient, whatever it says."""
    if any(each.search(said) for each in (FULL, TRY_AGAIN, SAYS_NOTHING)):
        return BounceKind.SOFT
    is_unknown = bool(UNKNOWN.search(said))
    if SENDER_SIDE.search(said) and not (is_unknown and not is_late and code in _HARD_CODES):
        return BounceKind.POLICY
    if is_late:
        return BounceKind.SOFT
    if is_unknown:
        return BounceKind.HARD
    is_hard = code in _HARD_CODES and not TEMPORARY.search(said)
    return BounceKind.HARD if is_hard else BounceKind.SOFT
