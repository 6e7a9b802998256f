"""What an address with a slip of the finger was probably meant to be; nothing is looked up.

A hint asks, it never changes. It is given only where what was typed is no provider itself, differs by what fingers do
(two letters swapped, one doubled, dropped or beside the right key) and starts with the right letter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise

from addon.lib.address import domain_of, normalise
from addon.lib.mail_providers import CONSUMER_DOMAINS, is_family

REMEMBERED = 8_192
"""Domains whose hint is remembered."""

_BIG = """
    gmail.com googlemail.com hotmail.com hotmail.de hotmail.fr hotmail.it hotmail.es hotmail.nl hotmail.co.uk hotmail.be
    outlook.com outlook.de outlook.fr outlook.es outlook.it outlook.jp outlook.pt outlook.com.br yahoo.com yahoo.de
    yahoo.fr yahoo.it yahoo.es yahoo.co.uk yahoo.co.jp yahoo.com.br yahoo.co.in yahoo.ca icloud.com aol.com gmx.de
    gmx.net gmx.at gmx.ch web.de t-online.de freenet.de live.com protonmail.com"""
BIG = tuple(_BIG.split())
"""Providers so common that a domain one slip away is more likely the slip; a slip at others must be plainer."""

_KNOWN_BY_LABEL = ("libero.it", "virgilio.it", "orange.fr", "wanadoo.fr", "laposte.net", "bluewin.ch", "ziggo.nl")
"""Providers that are meant where only the label was typed, beside the big ones."""

_ENDINGS = {
    "com": "con cmo ocm vom xom comm coom ccom cpm cim clm cok conm copm c0m",
    "net": "nte ner ney nett met",
    "org": "ogr orgg rog ort",
    "de": "dee ded ed ee",
    "fr": "frr rf ft",
    "it": "itt iit ti",
    "nl": "nll ln nk",
    "es": "ess",
    "ch": "hc",
    "be": "eb",
    "jp": "pj",
}
_SLIPPED = {slip: ending for ending, slips in _ENDINGS.items() for slip in slips.split()}
"""Endings nobody has, and what they were meant to be; ``ee``, ``ft`` and the like are looked at for providers only."""

_REAL = frozenset({"ee", "nk", "ft"})
_NEAR_COM = frozenset({"co", "cm", "om", "cam", "come"})
"""Endings that exist and still are slips of ``com`` behind a provider that has no such country."""

_ONE_HOME = {"gmail": "gmail.com", "googlemail": "googlemail.com", "icloud": "icloud.com", "hotmail": "hotmail.com"}
"""Providers with one ending, whatever else was typed (Hotmail's countries are known)."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "1234567890")
_BELOW = "qa wa ws es ed rd rf tf tg yg yh zh uh uj ij ik ok ol pl az ay sz sy sx dx dc fc fv gv gb hb hn jn jm km"
_NEXT = [*(a + b for row in _KEYS for a, b in pairwise(row)), *_BELOW.split()]
_BESIDE = frozenset([*_NEXT, *(pair[::-1] for pair in _NEXT)])
_ALIKE = frozenset(pair for a, b in ("bd", "pq", "mn", "il", "uv", "o0", "l1", "i1") for pair in (a + b, b + a))

_MENDS = (
    (re.compile(r"\s*(?:\(at\)|\[at\]|\{at\}|\sat\s)\s*", re.IGNORECASE), "@"),
    (re.compile(r"\s*(?:\(dot\)|\[dot\]|\{dot\}|\sdot\s|\(punkt\)|\[punkt\])\s*", re.IGNORECASE), "."),
    (re.compile(r"@[@.,]+|[.,]+@"), "@"),
    (re.compile(r"\s+"), ""),
    (re.compile(r"[,;](?=[^,;@]*$)"), "."),
    (re.compile(r"\.{2,}"), "."),
    (re.compile(r"[.,;:>)\]'\"]+$|^[.<(\['\"]+"), ""),
)
"""Slips that leave no address at all, in the order they are mended."""


def suggest(address: str) -> str | None:
    """Return the normal address a cell probably means, None if nothing better is known; never what is typed already."""
    known = normalise(address)
    if known is None:
        mended = _mended(address)
        return None if mended is None else _suggested(mended) or mended
    return _suggested(known)


@lru_cache(maxsize=REMEMBERED)
def suggest_domain(domain: str) -> str | None:
    """Return the provider or the ending a normal domain was probably meant to have."""
    if domain in CONSUMER_DOMAINS or is_family(domain):
        return None
    label, _, ending = domain.partition(".")
    if home := _ONE_HOME.get(label):
        return home
    right = f"{label}.{_ending(ending)}"
    if right in CONSUMER_DOMAINS or is_family(right):
        return right
    if ending in _NEAR_COM and label in _labels_of("com"):
        return f"{label}.com"
    if near := _near(label, _ending(ending)) or (_near(label, "com") if ending in _NEAR_COM else None):
        return near
    return right if ending in _SLIPPED and ending not in _REAL else None


def near_domain(domain: str, others: Iterable[str]) -> str | None:
    """Return the one of ``others`` that ``domain`` is a slip of: a letter or two at the same ending."""
    label, _, ending = domain.partition(".")
    for other in others:
        right, _, other_ending = other.partition(".")
        if other != domain and ending == other_ending and _is_slip(label, right, is_common=True):
            return other
    return None


def _suggested(known: str) -> str | None:
    domain = suggest_domain(domain_of(known))
    return normalise(f"{known.rpartition('@')[0]}@{domain}") if domain else None


def _mended(text: str) -> str | None:
    if len(text) > 300 or "\ufffd" in text:
        return None
    for pattern, right in _MENDS:
        text = pattern.sub(right, text)
    local, at, domain = text.rpartition("@")
    if at and "." not in domain:
        text = f"{local}@{_undotted().get(domain.lower(), domain)}"
    return normalise(text)


def _ending(ending: str) -> str:
    head, dot, last = ending.rpartition(".")
    return f"{head}{dot}{_SLIPPED.get(last, last)}" if last not in _REAL else ending


def _near(label: str, ending: str) -> str | None:
    for right in _labels_beside(ending, label[:1]) + _labels_beside(ending, label[1:2]):
        domain = f"{right}.{ending}"
        if _is_slip(label, right, is_common=domain in BIG):
            return domain
    return None


def _is_slip(typed: str, right: str, *, is_common: bool) -> bool:
    """Whether a label is what fingers make of another one."""
    if typed == right or len(right) < 3 or right.isdigit() or abs(len(typed) - len(right)) > 1:
        return False
    if typed[0] != right[0] and typed[:2] != right[1::-1]:
        return False
    from rapidfuzz.distance import OSA

    distance = OSA.distance(typed, right, score_cutoff=2)
    if distance == 1:
        return _is_likely(typed, right, is_common=is_common)
    if distance != 2 or not is_common or len(right) < 5:
        return False
    differing = (Counter(typed) - Counter(right)).total() + (Counter(right) - Counter(typed)).total()
    return differing == 0 or (differing <= 2 and len(right) >= 7)


def _is_likely(typed: str, right: str, *, is_common: bool) -> bool:
    """Whether one slip is likely: the shorter the name, the more real names stand one letter away."""
    if len(typed) != len(right):
        return len(right) >= 5 and (is_common or len(right) >= 7)
    at = next(at for at, pair in enumerate(zip(typed, right, strict=True)) if pair[0] != pair[1])
    if typed[at] + right[at] in _ALIKE or typed[at + 1 :] != right[at + 1 :]:
        return True
    return is_common and len(right) >= 5 and (len(right) >= 7 or _is_stumble(typed, at, right[at]))


def _is_stumble(typed: str, at: int, right: str) -> bool:
    """Whether a wrong letter is a key beside, another vowel, or its neighbour struck twice."""
    wrong = typed[at]
    is_vowel = {wrong, right} <= set("aeiouy")
    return wrong + right in _BESIDE or is_vowel or wrong in (typed[at - 1 : at], typed[at + 1 : at + 2])


@lru_cache(maxsize=REMEMBERED)
def _labels_of(ending: str) -> frozenset[str]:
    """Return the labels of the providers at one ending."""
    found = {domain.partition(".")[0] for domain in (*CONSUMER_DOMAINS, *BIG) if domain.partition(".")[2] == ending}
    return frozenset(label for label in found if len(label) >= 3 and not label.isdigit() and label not in _WORDS)


_COMMON_WORDS = "mail email free home online live planet sky usa tom terra orange excite casema charter frontier"
_WORDS = frozenset(_COMMON_WORDS.split())
"""Providers called like a common word: many real domains stand beside them."""


@lru_cache(maxsize=REMEMBERED)
def _labels_beside(ending: str, first: str) -> tuple[str, ...]:
    """Return the providers' labels at one ending with one first letter, in order."""
    return tuple(sorted(label for label in _labels_of(ending) if label[0] == first))


@cache
def _undotted() -> dict[str, str]:
    """Return the commonest domains by what stands there without a dot, or without the whole ending."""
    bare = {domain.partition(".")[0]: domain for domain in reversed((*BIG, *_KNOWN_BY_LABEL))}
    return bare | {domain.replace(".", ""): domain for domain in BIG}
