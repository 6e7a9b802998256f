"""When somebody who is away is there again, by what is written around the dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto
from itertools import pairwise

from addon.lib.text import fold
from addon.tracking.away_words import AWAY, BACK, FROM, UNTIL, UNTIL_AFTER
from addon.tracking.date_model import FindDates, FoundDate
from addon.tracking.wording import wording

_FARTHEST = timedelta(days=200)
"""A later day is a slip of the pen, or of ours."""

_READ = 10_000
_NEAR = 80
_BLANK_LINE = re.compile(r"\n\s*\n")
_END = re.compile(
    r"(?<!einschl)(?<!inkl)(?<!incl)(?<!\d)(?<!\b\w)(?<!\b\w\w)[.!?;]\s|(?<=\d)[.!?;]\s(?=[a-z]{2,}\s[a-z])|[|。！？]"
)
"""Where a sentence ends; the stops of ``bis einschl. 12. Mai`` end none."""

_SPAN = re.compile(
    r"\W*(?:-|–|—|~|〜|to|until|till|through|thru|and|bis(?: zum)?(?: einschliesslich)?|au|al|a|ao|e|y|et|ate"
    r"|tot(?: en met)?|t/m|till|til|do|az do|по|до|から|より|부터|至|到)?\W*(?:\w+\W+)?"
)
_CLOSE = re.compile(r"\W*(?:\w+\W+){0,4}\W*")
_IN_REACH = re.compile(r"\W*(?:\w+\W+){0,9}\W*")
"""Few enough words between ``until``, or ``back``, and its date."""


class _Role(Enum):
    BACK = auto()
    LAST = auto()
    NONE = auto()


@dataclass(frozen=True, slots=True)
class _Place:
    """A date with the words before and after it in its sentence, up to its neighbours."""

    found: FoundDate
    opening: str
    """All of the sentence before the date."""
    before: str
    after: str
    follows: bool
    """Another date precedes it in the sentence."""
    is_followed: bool


def back_on(text: str, languages: Iterable[str], today: date, find: FindDates) -> date | None:
    """Return the first day somebody says they are there again, None if no day in reach is named.

    ``today`` is the day the text was written. "until 12 May" is read as the 12th being the last day away: the answer
    is the 13th, whatever weekday that is. Days before ``today`` or more than 200 days after it are none.
    """
    folded = fold(_BLANK_LINE.sub(" | ", text[:_READ]))
    answers = (_back_on(folded, find(folded, language, today), today) for language in languages)
    return next((answer for answer in answers if answer), None)


def _back_on(text: str, found: Sequence[FoundDate], today: date) -> date | None:
    told = [(_role(place), place.found.day) for place in _places(text, found)]
    back = [day for role, day in told if role is _Role.BACK and today < day <= today + _FARTHEST]
    last = [day for role, day in told if role is _Role.LAST and today <= day <= today + _FARTHEST]
    if back:
        return back[0]
    return max(last) + timedelta(days=1) if last else None


def _places(text: str, found: Sequence[FoundDate]) -> Iterator[_Place]:
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(text)]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    for each, (gap_before, gap_after) in zip(found, pairwise(gaps), strict=True):
        before, after = _END.split(gap_before)[-1], _END.split(gap_after)[0]
        yield _Place(
            found=each,
            opening=_END.split(text[max(each.start - 2 * _NEAR, 0) : each.start])[-1],
            before=before[-_NEAR:],
            after=after[:_NEAR],
            follows=each is not found[0] and before == gap_before,
            is_followed=each is not found[-1] and after == gap_after,
        )


def _role(place: _Place) -> _Role:
    until = _last_before(UNTIL, place.before, _CLOSE)
    returns = _last_before(BACK, place.before, _IN_REACH)
    if until:
        # "I will not be back until" and "until I return on" name the day of coming back.
        is_back = bool(returns) and not wording(AWAY).search(place.before, returns)
        return _Role.BACK if is_back else _Role.LAST
    if returns or (not place.is_followed and wording(BACK).search(place.after)):
        return _Role.BACK
    if place.found.first or _ends_span(place) or wording(UNTIL_AFTER).match(place.after.lstrip(" ,(-")):
        return _Role.LAST
    if _last_before(FROM, place.before, _CLOSE) or place.found.is_loose:
        return _Role.NONE
    return _Role.LAST if wording(AWAY).search(f"{place.before} {place.after}") else _Role.NONE


def _ends_span(place: _Place) -> bool:
    """Whether the date is the later of two; of weekdays only where somebody is away: others work Monday to Friday."""
    if not place.follows or not _SPAN.fullmatch(place.before):
        return False
    return not place.found.is_loose or wording(AWAY).search(place.opening) is not None


def _last_before(phrases: str, before: str, filling: re.Pattern[str]) -> int:
    """Return where the last of the phrases ends that the date follows with no more than ``filling``; 0 if none does."""
    ends = [match.end() for match in wording(phrases).finditer(before)]
    return ends[-1] if ends and filling.fullmatch(before, ends[-1]) else 0
