"""On which weekdays and days a country rests. The dates are those of the library ``holidays``."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

WEEKEND = frozenset({5, 6})
"""Where we know no better: Saturday and Sunday (Monday is 0)."""


@lru_cache(maxsize=20_000)
def is_holiday(day: date, country: str, region: str = "") -> bool:
    """Return whether a country (ISO 3166-1, two letters) keeps a public holiday; a known region keeps its own, too."""
    calendar = _calendar(country, region, day.year)
    return calendar is not None and day in calendar


@lru_cache(maxsize=20_000)
def weekend(day: date, country: str, region: str = "") -> frozenset[int]:
    """Return the weekdays (Monday 0) on which offices are shut in the week of a day: some countries moved them."""
    calendar = _calendar(country, region, day.year)
    if calendar is None:
        return WEEKEND
    monday = day - timedelta(days=day.weekday())
    shut = frozenset(at for at in range(7) if calendar.is_weekend(monday + timedelta(days=at)))
    # Where the law frees a single day, offices shut on the day before it, too, or at noon.
    return shut | {(at - 1) % 7 for at in shut} if len(shut) == 1 else shut or WEEKEND


@cache
def _calendar(country: str, region: str, year: int) -> HolidayBase | None:
    """Return the holidays of one year, complete: a calendar that grows by itself shows other threads half a year."""
    from holidays import country_holidays, list_supported_countries  # 70 ms, nothing for the first card

    supported = list_supported_countries(include_aliases=False)
    if country not in supported:
        return None
    subdivision = region if region in supported[country] else None
    return country_holidays(country, subdiv=subdivision, years=year, expand=False)
