"""Where a quoted mail begins: the line above it that says who wrote when, its head, or a rule with a title."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from addon.lib.text import fold
from addon.tracking.quotes_words import DAY_WORDS, HEADERS, ORIGINAL, WROTE

MAX_LINE = 600
"""Characters of the longest line that may mark a quote; mail programs stay far below."""

MAX_SPAN = 5
"""Lines an attribution may be broken into."""

MAX_PLAIN = 240
"""Characters of an attribution that no verb gives away."""

_DECORATION = " \t>*_-–—|/\u00a0\u200e\u200f\u202a\u202c"
_LETTER = "[a-z\u0400-\u04ff]"
_APART = f"(?<!{_LETTER}(?={_LETTER}))"
"""Not inside a word; scripts without blanks may stand next to any letter."""

_WROTE_LAST = re.compile(rf"{_APART}(?:{WROTE})[\s:：;,.>*_\-–—]*$")
_WROTE = re.compile(rf"{_APART}(?:{WROTE})(?!{_LETTER})")
_BLANKS = " \t\u00a0"
_BROKEN_END = re.compile(rf"> ?(?:(?:{WROTE})\s*)?[:：]")
_ARROWS = re.compile(r">>+[^<>]*(?:>>+[^<>]*)*<<+\s*")
_COLON = re.compile(r"[:：][\s>*_\-]*$")
_ADDRESS = re.compile(r"[^\s<>()\[\]:;,@]{1,64}@[^\s<>()\[\]:;,@]{2,}")
_DATE = re.compile(r"\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}|\b(?:19|20)\d\d\b|\b\d{1,2}\b[.,]?(?: de)? ?[^\W\d]{3,}|\d月")
_TIME = re.compile(r"\d{1,2}[:.h]\d{2}")
_DAY_FIRST = re.compile(
    rf"(?:(?:{DAY_WORDS})\W|\d|(?:{DAY_WORDS})[^\W\d]*\W)[^\d]{{0,20}}\d|\d{{1,4}}[./\-年]|\d{{1,2}} "
)
_MID_LINE = re.compile(r"(?<=[\s\-])(?:On|Am|Le|El|Il|Em|Op|W dniu|Dnia|Den|Dne) +(?:\w{2,12}\.?,? +){0,2}\d")
_TITLE = re.compile(
    rf"[\s>*]*[-_—–=*]{{2,}}\s*[^\n]{{0,40}}?(?:{ORIGINAL})[^\n]{{0,80}}|[\s>*]*(?:{ORIGINAL})\s*[:：]\s*"
)
_HEAD = re.compile(r"([^:：]{1,30}?)\s*[:：]\s*(.*)")


@dataclass(frozen=True, slots=True)
class Intro:
    """Lines ``start`` to ``end`` (excluded) introduce a quote; ``kept`` is own text before it in its first line."""

    start: int
    end: int
    kept: str = ""


def is_quoted(line: str) -> bool:
    """Whether the line begins with the mark of quoting; a lone end of an attribution does too, and is none."""
    bare = line.lstrip(_BLANKS)
    if bare[:1] not in (">", "＞"):
        return False
    return len(bare) > MAX_LINE or not (_BROKEN_END.fullmatch(fold(bare)) or _ARROWS.fullmatch(bare))


def is_title(line: str) -> bool:
    """Whether the line is like ``-----Original Message-----`` or ``Begin forwarded message:``."""
    return len(line) <= MAX_LINE and len(line.strip()) > 5 and _TITLE.fullmatch(fold(line)) is not None


def is_head(lines: Sequence[str], at: int) -> bool:
    """Whether the head of another mail begins in that line: ``From:``, ``Sent:``, ``Subject:`` in any language."""
    first = _header(lines[at])
    if first is None:
        return False
    found, strays = {first[0]: first[1]}, 0
    for line in lines[at + 1 : at + 10]:
        header = _header(line)
        strays = 0 if header else strays + 1
        if strays > 2:
            break
        if header:
            found.setdefault(*header)
    return _makes_a_head(found)


def intro_ending(lines: Sequence[str], last: int, ours: Collection[str]) -> Intro | None:
    """Return the attribution whose last line that is, None if none is; ``ours`` are lower-cased addresses."""
    if not _may_end(lines, last):
        return None
    is_followed = _is_followed_by_quoted(lines, last + 1)
    joined, start = "", last
    for start in _upwards(lines, last):
        joined = f"{lines[start].strip()} {joined}".strip()
        if len(joined) > MAX_LINE:
            return None
        folded = fold(joined.strip(_DECORATION))
        if _introduces(folded, is_followed) or _names_one_of(ours, folded):
            start = _begin(lines, start, last)
            return Intro(start, last + 1, _before(" ".join(lines[start : last + 1])))
    return None


def _header(line: str) -> tuple[str, str] | None:
    """Return what a line of a head is about and its value."""
    if len(line) > 2000 or not (match := _HEAD.match(line[:300].strip(_DECORATION + "＞"))):
        return None
    kind = HEADERS.get(fold(match[1].strip(_DECORATION)))
    return (kind, match[2]) if kind else None


def _makes_a_head(found: dict[str, str]) -> bool:
    """A subject beside a sender or a date; or a sender's address beside anything: itineraries have neither."""
    if "subject" in found:
        return "from" in found or ("sent" in found and "to" in found)
    return "@" in found.get("from", "") and len(found) > 1


def _may_end(lines: Sequence[str], last: int) -> bool:
    line = lines[last]
    if not line.strip() or len(line) > MAX_LINE:
        return False
    tail = fold(line[-60:])
    if _COLON.search(tail) or _WROTE_LAST.search(tail):
        return True
    return tail.endswith((">", ")")) and _is_followed_by_quoted(lines, last + 1)


def _is_followed_by_quoted(lines: Sequence[str], at: int) -> bool:
    return any(is_quoted(line) for line in _next_written(lines, at))


def _next_written(lines: Sequence[str], at: int) -> list[str]:
    return [line for line in lines[at : at + 4] if line.strip()][:1]


def _upwards(lines: Sequence[str], last: int) -> list[int]:
    """Return the lines an attribution may reach up to: no blank line between, save above an address on its own."""
    reached = [last]
    for at in range(last - 1, max(last - MAX_SPAN - 2, -1), -1):
        if not lines[at].strip():
            if lines[reached[-1]].strip()[:1] not in ("<", "("):
                break
            continue
        reached.append(at)
    return reached[:MAX_SPAN]


def _introduces(folded: str, is_followed: bool) -> bool:
    """Whether the text says who wrote when; above quoted lines less is asked of it."""
    has_address, has_date = bool(_ADDRESS.search(folded)), bool(_DATE.search(folded))
    has_time, is_day_first = bool(_TIME.search(folded)), bool(_DAY_FIRST.match(folded))
    ends_with_verb, has_colon = bool(_WROTE_LAST.search(folded)), bool(_COLON.search(folded))
    says_wrote = ends_with_verb or (has_colon and bool(_WROTE.search(folded)))
    if is_followed:
        return (has_address and has_date) or (says_wrote and (has_address or has_date or has_time))
    if says_wrote and has_address:
        return has_date or has_time or (ends_with_verb and "<" in folded)
    if says_wrote and is_day_first and has_date and has_time:
        return True
    if has_date and has_time and has_colon and len(folded) <= MAX_PLAIN:
        return has_address or ends_with_verb
    return has_address and has_date and is_day_first and has_colon


def _names_one_of(ours: Collection[str], folded: str) -> bool:
    if not ours or not (_DATE.search(folded) or _WROTE_LAST.search(folded)):
        return False
    return any(address.strip(".") in ours for address in _ADDRESS.findall(folded))


def _begin(lines: Sequence[str], start: int, last: int) -> int:
    """Return where an attribution begins that is known from ``start`` on: at its day, or its open bracket."""
    if _DAY_FIRST.match(fold(lines[start].strip(_DECORATION))):
        return start
    above = [at for at in _upwards(lines, last) if at < start]
    for at in above:
        if _DAY_FIRST.match(fold(lines[at].strip(_DECORATION))):
            return at
    text = lines[start]
    return above[0] if above and text.count(">") > text.count("<") else start


def _before(joined: str) -> str:
    """Return own text in front of an attribution that shares its line."""
    if _DAY_FIRST.match(fold(joined[:60].strip(_DECORATION))):
        return ""
    match = _MID_LINE.search(joined)
    before = joined[: match.start()].rstrip(_DECORATION) if match else ""
    return "" if "@" in before or _WROTE_LAST.search(fold(before)) else before
