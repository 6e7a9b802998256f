"""The parts of a mail's text: the greeting it begins with, the signature it ends with, and lines fit to be sent."""

from __future__ import annotations

import re

from addon.lib.text import clean, fold

MAX_GREETING = 80
"""Characters up to which a first line that ends like a greeting is one."""

_ENDS = re.compile(r"[,:!,،、：！]|様|さん|各位|님|님께|안녕하세요\.")
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAPS = re.compile(r"\n{3,}")


def plain_text(text: str) -> str:
    """Return a text as it may be sent: lines end in ``\\n``, no controls or hidden marks, at most one blank line."""
    lines = (clean(line) for line in _LINE_ENDS.split(text))
    return _GAPS.sub("\n\n", "\n".join(lines)).strip("\n")


def greeting_of(draft: str) -> str:
    """Return the greeting a text begins with, ``""`` where it does without."""
    first, _, rest = plain_text(draft).partition("\n")
    is_greeting = bool(rest) and len(first) <= MAX_GREETING and _ENDS.search(first[-8:]) is not None
    return first if is_greeting and _ends_like_one(first) else ""


def _ends_like_one(line: str) -> bool:
    return any(match.end() == len(line) for match in _ENDS.finditer(line))


def greeted(text: str, greeting: str) -> str:
    """Return a text below its greeting; it begins with a capital unless the greeting's comma carries on into it."""
    if not greeting:
        return text[:1].upper() + text[1:]
    carries_on = greeting.endswith((",", "、"))
    return f"{greeting}\n\n{text if carries_on else text[:1].upper() + text[1:]}"


def signed(text: str, signature: str, others: tuple[str, ...] = ()) -> str:
    """Return a text that ends with the signature once: what ends with it, or with its name, is left alone.

    One of ``others`` at the end, as drafts have it that were written before the signature was changed, gives way.
    """
    wanted = plain_text(signature)
    for known in (wanted, *map(plain_text, others)):
        if known and (kept := _without_end(text, known)) is not None:
            return _joined(kept, wanted or known)
    if not wanted or _is_signed_by_hand(text, wanted):
        return text
    return _joined(text, wanted)


def _without_end(text: str, signature: str) -> str | None:
    """Return the text above a signature, None where it does not end with it; blanks and case do not count."""
    own = [fold(line) for line in signature.split("\n") if line]
    lines = text.split("\n")
    at, left = len(lines), len(own)
    while at and left:
        at -= 1
        if not lines[at]:
            continue
        if fold(lines[at]) != own[left - 1]:
            return None
        left -= 1
    return "\n".join(lines[:at]).rstrip("\n") if not left else None


def _is_signed_by_hand(text: str, signature: str) -> bool:
    """Whether the last paragraph begins with the signature's name: somebody wrote their own variant of it."""
    last = text.rpartition("\n\n")[2].split("\n")
    name = fold(signature.split("\n")[0])
    return len(last) <= signature.count("\n") + 4 and name in (fold(line) for line in last)


def _joined(text: str, signature: str) -> str:
    return f"{text}\n\n{signature}" if text else signature
