"""The Dates port: the names and orders of CLDR, as Babel carries them, in the shapes that people write dates in."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from addon.lib.text import fold
from addon.tracking.date_model import FoundDate

if TYPE_CHECKING:
    from babel import Locale

_MOST_TEXT = 20_000
"""Characters that are read: no notice of an absence is as long."""

_SPAN = (
    r"(?:-|–|—|to|through|thru|until|till|bis(?: zum)?|au|al|a|ao|ate|tot(?: en met)?|t/m|till|til|do|az do|по|до"
    r"|and|und|et|y|e|en|och|og|i|и)"
)
"""What joins the two ends of a span, folded."""

_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|re|ro|\.?[ºªo°]|\.|-?го|-?e|-?a)?"
_FIRST = r"(?P<first>\d{1,2})(?:st|nd|rd|th|er|re|ro|\.?[ºªo°]|\.)?"
_OF = r"(?:\s*(?:de|del|of|di|d'|den|der|ος|η))?\s*"
_YEAR = r"(?:\s*,?\s*(?:de |del |of )?(?P<year>20\d\d)(?!\d))?"
_END = (
    r"(?:the end of|end of|ende|la fin|fin|finales|final|o final|o fim|fim|fine|eind|slutet av|slutten av|udgangen af"
    r"|konca|koniec|konce|конца|sonuna|sonu)\s(?:des |de |d'|di |van )?"
)
_CJK = re.compile(
    r"(?:(?:(?P<year>20\d\d)|令和(?P<era>\d{1,2}))\s?[年년]\s?)?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日号號일]"
    r"(?:\s*\(.\))?(?:\s?(?:から|より|~|〜|-|–|至|到|부터)\s?(?P<last>\d{1,2})\s?[日号號일])?"
)
_ISO = re.compile(r"(?<![\d-])(?P<year>20\d\d)(?P<sign>[-./])\s?(?P<month>\d{1,2})(?P=sign)\s?(?P<day>\d{1,2})(?!\d)")
_NUMBERS = re.compile(
    r"(?<!\d)(?<!\d[.,:+/])(?P<one>\d{1,2})(?P<sign>[./-])\s?(?P<two>\d{1,2})(?!\d)"
    r"(?:(?P=sign)\s?(?P<year>20\d\d|\d\d)(?![\d:])|(?<=\.\d)\.(?!\d)|(?<=\.\d\d)\.(?!\d))?(?!\s?(?:uhr|h\b|%|€|\$|/\d))"
)
_NEVER_A_DATE = re.compile(
    r"(?<!\d)24\s?[/-]\s?7(?![\d/.-])|\+\d[\d ()/.-]{6,}"
    r"|(?<![\d/-])(?!\d{1,4}([-/])\d{1,2}\1\d{1,4}(?!\d))\d[\d ()-]{5,}\d{2,}"
)
"""Round the clock, and telephone numbers."""

_RELATIVE = {
    0: "today|heute|aujourd'hui|hoy|hoje|oggi|vandaag|idag|i dag|tanaan|dzisiaj|dzis|dnes|bugun|сегодня|本日|今日|今天"
    "|오늘",
    1: "tomorrow|morgen|demain|manana|amanha|domani|imorgon|i morgon|i morgen|huomenna|jutro|zitra|yarin|завтра|明日"
    "|明天|내일",
}
"""Words for a number of days from now, folded. ``morgen`` is Dutch as well."""

_NEXT_WEEK = (
    r"next week|(?:nachste|kommende)[rn]? woche|la semaine prochaine|la proxima semana|na proxima semana|volgende week"
    r"|la prossima settimana|nasta vecka|naeste uge|neste uke|ensi viikolla|w przyszlym tygodniu|на следующей неделе"
    r"|来週|下周|다음 ?주"
)


@dataclass(frozen=True, slots=True)
class _Names:
    """A language's names, folded: numbers of months, weekdays from Monday = 0, and whether 3/4 is March 4th."""

    months: dict[str, int]
    weekdays: dict[str, int]
    is_month_first: bool

    @property
    def month(self) -> str:
        return _any_of(self.months)


class CldrDates:
    """Finds dates by the Unicode consortium's names of months and weekdays."""

    def find(self, text: str, language: str, today: date) -> tuple[FoundDate, ...]:
        """Return the dates of a folded text in order."""
        names = _names(language)
        found: list[FoundDate] = []
        masked = text[:_MOST_TEXT]
        for finder in (
            _with_cjk,
            _with_year_first,
            _with_month_names,
            _ends_of_months,
            _with_numbers,
            _relative,
            _weekdays,
        ):
            more = list(finder(masked, names, today))
            masked = _blanked(masked, [(each.start, each.end) for each in more])
            found += more
        return tuple(_without_beside(sorted(found, key=lambda each: each.start)))


def _with_cjk(text: str, _: _Names, today: date) -> Iterator[FoundDate]:
    for match in _CJK.finditer(text):
        year = int(match["year"]) if match["year"] else 2018 + int(match["era"]) if match["era"] else None
        yield from _spanned(match, year, int(match["month"]), match["day"], match["last"], today)


def _with_year_first(text: str, _: _Names, today: date) -> Iterator[FoundDate]:
    for match in _ISO.finditer(text):
        yield from _dated(match, _day(int(match["year"]), int(match["month"]), int(match["day"]), today))


def _with_month_names(text: str, names: _Names, today: date) -> Iterator[FoundDate]:
    behind = 0
    for match in _named(names.month).finditer(text):
        if match.start() < behind:
            continue
        month = names.months[match["month"] or match["named"]]
        if match["month"]:
            day, last = (match["first"], match["day"]) if match["first"] else (match["day"], None)
            year = match["year"]
        else:
            day, last, year = match["day_after"], match["last"], match["year_after"] or match["year_before"]
        for each in _spanned(match, int(year) if year else None, month, day, last, today):
            behind = each.end
            yield each


@lru_cache(maxsize=32)
def _named(month: str) -> re.Pattern[str]:
    """Return what finds ``1st to 12th of May 2025`` and ``May 1-12, 2025``."""
    day_first = (
        rf"(?<![\d.,:])(?:{_FIRST}\s*{_SPAN}\s*(?:the |den |dem |le |el |l')?)?"
        rf"{_DAY}{_OF}(?P<month>{month})(?!\w)\.?{_YEAR}"
    )
    month_first = (
        rf"(?<!\w)(?:(?P<year_before>20\d\d)\.?\s)?(?P<named>{month})\.?\s(?:the )?(?P<day_after>\d{{1,2}})(?![\d:])"
        rf"(?:st|nd|rd|th|\.)?(?:\s*{_SPAN}\s*(?P<last>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|\s?[ap]\.?m|\s*(?:{month})))?"
        r"(?:,?\s(?P<year_after>20\d\d)(?!\d))?"
    )
    return re.compile(f"{day_first}|{month_first}")


def _ends_of_months(text: str, names: _Names, today: date) -> Iterator[FoundDate]:
    for match in _words(rf"{_END}(?P<month>{names.month}){_YEAR}").finditer(text):
        year, month = match["year"], names.months[match["month"]]
        last = _day(int(year) if year else None, month, 28, today)
        if last:
            days = calendar.monthrange(last.year, month)[1]
            yield from _dated(match, last.replace(day=days))


def _with_numbers(text: str, names: _Names, today: date) -> Iterator[FoundDate]:
    matches = list(_NUMBERS.finditer(_NEVER_A_DATE.sub(lambda match: "_" * len(match[0]), text)))
    evident = [int(match["one"]) > 12 for match in matches if 12 < max(int(match["one"]), int(match["two"])) < 32]
    for match in matches:
        one, two = int(match["one"]), int(match["two"])
        year = 2000 + int(match["year"]) % 100 if match["year"] else None
        day_first, month_first = _day(year, two, one, today), _day(year, one, two, today)
        if match["sign"] == "." and not names.is_month_first:
            yield from _dated(match, day_first)
        elif evident:
            yield from _dated(match, (day_first if evident[0] else month_first) or day_first or month_first)
        else:
            likely = (month_first, day_first) if names.is_month_first else (day_first, month_first)
            yield from _dated(match, _plausible(likely, today))


def _plausible(readings: tuple[date | None, date | None], today: date) -> date | None:
    """Return the first reading that lies in the coming months, else the first that is a date at all."""
    ahead = [day for day in readings if day and today <= day <= today + timedelta(days=120)]
    return next(iter(ahead), None) or readings[0] or readings[1]


def _relative(text: str, _: _Names, today: date) -> Iterator[FoundDate]:
    for days, words in _RELATIVE.items():
        for match in _words(words).finditer(text):
            yield from _dated(match, today + timedelta(days=days))
    for match in _words(_NEXT_WEEK).finditer(text):
        monday = today + timedelta(days=7 - today.weekday())
        yield FoundDate(start=match.start(), end=match.end(), day=monday, is_loose=True)


def _weekdays(text: str, names: _Names, today: date) -> Iterator[FoundDate]:
    for match in _words(_any_of(names.weekdays)).finditer(text):
        ahead = (names.weekdays[match[0]] - today.weekday() - 1) % 7 + 1
        yield FoundDate(start=match.start(), end=match.end(), day=today + timedelta(days=ahead), is_loose=True)


@lru_cache(maxsize=64)
def _words(alternatives: str) -> re.Pattern[str]:
    # Scripts without blanks have no ends of words: there the neighbours say nothing.
    return re.compile(rf"(?<![a-zа-я])(?:{alternatives})(?![a-zа-я])")


def _spanned(
    match: re.Match[str], year: int | None, month: int, day: str, last: str | None, today: date
) -> Iterator[FoundDate]:
    """Yield a day of a month, or a span of two of them where ``last`` is one that comes after it."""
    first, end = _day(year, month, int(day), today), _day(year, month, int(last), today) if last else None
    if first and end and end > first:
        yield FoundDate(start=match.start(), end=match.end(), day=end, first=first)
    else:
        yield from _dated(match, end or first)


def _dated(match: re.Match[str], day: date | None) -> Iterator[FoundDate]:
    if day:
        yield FoundDate(start=match.start(), end=match.end(), day=day)


def _day(year: int | None, month: int, day: int, today: date) -> date | None:
    """Return the date, without a year the nearest to today; None if there is no such day."""
    years = (year,) if year else (today.year - 1, today.year, today.year + 1)
    days = [date(each, month, day) for each in years if _exists(each, month, day)]
    return min(days, key=lambda each: abs(each - today), default=None)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with what is read already made unreadable, at the same length."""
    for start, end in spans:
        text = f"{text[:start]}{'_' * (end - start)}{text[end:]}"
    return text


def _without_beside(found: list[FoundDate]) -> Iterator[FoundDate]:
    """Leave out the weekday of ``Monday, 12 May``: the date says more."""
    for at, each in enumerate(found):
        near = [other for other in found[max(at - 1, 0) : at + 2] if not other.is_loose]
        if each.is_loose and any(-1 < _gap(each, other) <= 7 for other in near):
            continue
        yield each


def _gap(one: FoundDate, other: FoundDate) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _any_of(names: dict[str, int]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)) or r"(?!)"


@lru_cache(maxsize=32)
def _names(language: str) -> _Names:
    locale = _locale(language)
    return _Names(
        months={name: number + 1 for name, number in _named_by(locale.months).items() if not name[:1].isdigit()}
        | ({"sept": 9} if locale.language == "en" else {}),
        weekdays=_named_by(locale.days),
        is_month_first="M" in (shape := _month_and_day(locale)) and shape.index("M") < shape.index("d"),
    )


def _named_by(kinds: Mapping[str, Mapping[str, Mapping[int, str]]]) -> dict[str, int]:
    """Return the numbers by name, CLDR's abbreviations without their full stop; months count from 0 here."""
    numbers: dict[str, int] = {}
    for context in kinds.values():
        for width in ("wide", "abbreviated"):
            names = context.get(width, {})
            for number in names:
                name = fold(names[number]).rstrip(".")
                # A name of two letters is a word of something else too often.
                if len(name) > 2 or not name.isascii():
                    numbers[name] = number - min(names)
    return numbers


def _month_and_day(locale: Locale) -> str:
    return str(getattr(locale.datetime_skeletons.get("Md"), "pattern", locale.datetime_skeletons.get("Md")) or "d/M")


def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("_", "-"), sep="-")
    except (ValueError, UnknownLocaleError, TypeError):
        return Locale.parse("en")
