"""Working days are those of the recipient's country: its weekend, its holidays."""

from __future__ import annotations

from datetime import date

import pytest

from addon.sequences.holidays import WEEKEND, is_holiday, weekend
from addon.sequences.recipe_model import Place, Window
from addon.sequences.working_days import add_working_days, is_day_off, is_working_day

WINDOW = Window()
WEDNESDAY = date(2026, 6, 10)


def place(country: str, region: str = "") -> Place:
    return Place(zone="Etc/UTC", country=country, region=region)


# Weekends: Monday is 0. Israel: Hours of Work and Rest Law 1951 and custom. Saudi Arabia: royal decree of 23 June 2013.
# Emirates: cabinet decision of 7 December 2021. Bangladesh, Egypt: Friday and Saturday in offices. Iran: Friday by law,
# Thursday in offices. Kelantan rests Friday and Saturday, the rest of Malaysia does not.
@pytest.mark.parametrize(
    ("country", "region", "day", "shut"),
    [
        ("DE", "", WEDNESDAY, {5, 6}),
        ("US", "", WEDNESDAY, {5, 6}),
        ("JP", "", WEDNESDAY, {5, 6}),
        ("IL", "", WEDNESDAY, {4, 5}),
        ("SA", "", WEDNESDAY, {4, 5}),
        ("EG", "", WEDNESDAY, {4, 5}),
        ("BD", "", WEDNESDAY, {4, 5}),
        ("AE", "", WEDNESDAY, {5, 6}),
        ("AE", "", date(2021, 6, 9), {4, 5}),
        ("IR", "", WEDNESDAY, {3, 4}),
        ("HK", "", WEDNESDAY, {5, 6}),
        ("MY", "", WEDNESDAY, {5, 6}),
        ("MY", "03", WEDNESDAY, {4, 5}),
        ("", "", WEDNESDAY, {5, 6}),
        ("XX", "nowhere", WEDNESDAY, {5, 6}),
        ("de", "", WEDNESDAY, {5, 6}),
    ],
)
def test_each_country_has_its_own_weekend(country: str, region: str, day: date, shut: set[int]) -> None:
    assert weekend(day, country, region) == shut


# Germany: holiday laws of the Länder; US: 5 U.S.C. 6103; Japan: Act on National Holidays (1948), articles 2 and 3;
# Israel: Independence Day is moved off the Sabbath; Saudi Arabia: National Day is 23 September; UK: Banking and
# Financial Dealings Act 1971.
@pytest.mark.parametrize(
    ("country", "day", "is_kept"),
    [
        ("DE", date(2026, 10, 2), False),
        ("DE", date(2026, 10, 3), True),
        ("DE", date(2027, 3, 26), True),  # Good Friday
        ("DE", date(2026, 1, 6), False),  # Epiphany, of three Länder only
        ("US", date(2026, 7, 3), True),  # the Fourth is a Saturday
        ("US", date(2026, 11, 26), True),  # Thanksgiving
        ("US", date(2026, 6, 19), True),
        ("US", date(2027, 12, 31), True),  # New Year's Day 2028 is a Saturday
        ("JP", date(2026, 5, 6), True),  # for the third of May, a Sunday
        ("JP", date(2026, 9, 22), True),  # between two holidays
        ("JP", date(2026, 5, 7), False),
        ("IL", date(2026, 9, 21), True),  # Yom Kippur
        ("IL", date(2026, 9, 22), False),
        ("SA", date(2026, 9, 23), True),
        ("GB", date(2026, 12, 28), True),  # for the 26th, a Saturday
        ("", date(2026, 12, 25), False),
        ("XX", date(2026, 12, 25), False),
    ],
)
def test_each_country_has_its_own_holidays(country: str, day: date, is_kept: bool) -> None:
    assert is_holiday(day, country) is is_kept


def test_a_region_keeps_its_own_holidays_too() -> None:
    assert is_holiday(date(2026, 1, 6), "DE", "BY")
    assert not is_holiday(date(2026, 1, 6), "DE", "BE")
    assert is_holiday(date(2026, 10, 3), "DE", "BY")
    assert not is_holiday(date(2026, 1, 6), "DE", "no region of ours")


@pytest.mark.parametrize(
    ("country", "day", "count", "then"),
    [
        ("US", date(2026, 11, 25), 1, date(2026, 11, 27)),
        ("US", date(2026, 7, 2), 1, date(2026, 7, 6)),
        ("JP", date(2026, 4, 30), 2, date(2026, 5, 7)),  # Golden Week
        ("JP", date(2026, 9, 18), 1, date(2026, 9, 24)),  # Silver Week
        ("IL", date(2026, 9, 17), 1, date(2026, 9, 20)),  # Thursday, then Sunday
        ("IL", date(2026, 9, 20), 1, date(2026, 9, 22)),
        ("SA", date(2026, 9, 22), 1, date(2026, 9, 24)),
        ("SA", date(2026, 9, 24), 1, date(2026, 9, 27)),
        ("AE", date(2026, 1, 8), 1, date(2026, 1, 9)),  # a Friday
        ("DE", date(2026, 6, 13), 3, date(2026, 6, 17)),  # from a Saturday: Monday, Tuesday, Wednesday
        ("DE", date(2026, 6, 13), 0, date(2026, 6, 13)),
        ("", date(2026, 12, 24), 1, date(2026, 12, 25)),
    ],
)
def test_steps_are_counted_in_working_days_of_the_country(country: str, day: date, count: int, then: date) -> None:
    assert add_working_days(day, count, place(country), WINDOW) == then


def test_chosen_weekdays_go_before_the_countrys_and_holidays_may_be_ignored() -> None:
    always = Window(weekdays=frozenset(range(7)), keeps_holidays=False)
    saturday, christmas = date(2026, 6, 13), date(2026, 12, 25)
    assert is_working_day(saturday, place("DE"), always)
    assert is_working_day(christmas, place("DE"), always)
    assert not is_working_day(christmas, place("DE"), Window(weekdays=WEEKEND | {4}))
    assert is_day_off(christmas, place("DE"), WINDOW)
    assert not is_day_off(saturday, place("DE"), WINDOW)
    assert not is_day_off(WEDNESDAY, place("DE"), WINDOW)
