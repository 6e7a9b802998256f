"""Which days count as working days for a recipient."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from addon.errors import Invalid
from addon.sequences.holidays import is_holiday, weekend
from addon.sequences.recipe_model import Place, Window

MAX_IDLE_DAYS = 366
"""A window that stays shut for a year never opens."""


@lru_cache(maxsize=20_000)
def is_working_day(day: date, place: Place, window: Window) -> bool:
    """Return whether mails may go on a day: its weekday is one of the window's, or else of the country's working week.

    Where the window keeps holidays, no public holiday of the country is one. An unknown country works Monday to Friday.
    """
    return _is_weekday(day, place, window) and not _rests(day, place, window)


def is_day_off(day: date, place: Place, window: Window) -> bool:
    """Return whether a day would be a working day if it were no public holiday."""
    return _is_weekday(day, place, window) and _rests(day, place, window)


def add_working_days(day: date, count: int, place: Place, window: Window) -> date:
    """Return the ``count``-th working day after a day; 0 or less is the day itself, whether it is one or not.

    Raises ``Invalid`` where no day of a year is one.
    """
    for _ in range(count):
        day = _next_working_day(day, place, window)
    return day


def _next_working_day(day: date, place: Place, window: Window) -> date:
    for _ in range(MAX_IDLE_DAYS):
        if day == date.max:
            break
        day += timedelta(days=1)
        if is_working_day(day, place, window):
            return day
    raise never_open()


def never_open() -> Invalid:
    """Return the error of a window in which nothing could ever be sent."""
    return Invalid(
        "Mails could never go: choose at least one day, and a time that ends after it begins.", field="window"
    )


def _is_weekday(day: date, place: Place, window: Window) -> bool:
    if window.weekdays is not None:
        return day.weekday() in window.weekdays
    return day.weekday() not in weekend(day, place.country, place.region)


def _rests(day: date, place: Place, window: Window) -> bool:
    return window.keeps_holidays and is_holiday(day, place.country, place.region)
