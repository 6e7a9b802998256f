"""A mail goes at the recipient's local time, whatever clocks and calendars do."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.errors import Invalid
from addon.sequences.recipe_model import Place, Window
from addon.sequences.schedule import due_at, opening
from addon.sequences.working_days import add_working_days, is_working_day

BERLIN = Place(zone="Europe/Berlin", country="DE")
NEW_YORK = Place(zone="America/New_York", country="US")
LORD_HOWE = Place(zone="Australia/Lord_Howe", country="AU")
CHATHAM = Place(zone="Pacific/Chatham", country="NZ")
WINDOW = Window()
SUNDAYS = frozenset({6})
EVERY_DAY = frozenset(range(7))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


# Rules of clocks: the IANA database 2026. EU: Directive 2000/84/EC, last Sundays of March and October at 01:00 UTC. US:
# Energy Policy Act of 2005, section 110, second Sunday of March and first of November at 02:00. Lord Howe: half an hour
# on the first Sunday of October. Chatham: New Zealand Daylight Time Order 2007. Nepal +5:45 and India +5:30 all year.
@pytest.mark.parametrize(
    ("place", "after", "days", "due"),
    [
        (BERLIN, "2026-03-26T12:00", 1, "2026-03-27T08:30"),
        (BERLIN, "2026-03-27T12:00", 1, "2026-03-30T07:30"),  # summer time began on the 29th
        (BERLIN, "2026-10-22T12:00", 1, "2026-10-23T07:30"),
        (BERLIN, "2026-10-23T12:00", 1, "2026-10-26T08:30"),  # and ended on the 25th
        (NEW_YORK, "2026-03-05T20:00", 1, "2026-03-06T14:30"),
        (NEW_YORK, "2026-03-06T20:00", 1, "2026-03-09T13:30"),
        (NEW_YORK, "2026-10-30T19:00", 1, "2026-11-02T14:30"),
        (LORD_HOWE, "2026-10-01T00:00", 1, "2026-10-01T23:00"),  # +10:30
        (LORD_HOWE, "2026-10-02T00:00", 1, "2026-10-04T22:30"),  # +11
        (CHATHAM, "2026-09-24T00:00", 1, "2026-09-24T20:45"),  # +12:45
        (CHATHAM, "2026-09-25T00:00", 1, "2026-09-27T19:45"),  # +13:45
        (Place(zone="Asia/Kathmandu", country="NP"), "2026-06-09T12:00", 1, "2026-06-10T03:45"),
        (Place(zone="Asia/Kolkata", country="IN"), "2026-06-09T12:00", 1, "2026-06-10T04:00"),
        (Place(zone="Asia/Kolkata"), "2026-06-09T19:00", 1, "2026-06-11T04:00"),  # there it is the 10th already
        (Place(zone="Pacific/Honolulu", country="US"), "2026-06-10T03:00", 1, "2026-06-10T19:30"),  # still the 9th
        (BERLIN, "2028-02-28T12:00", 1, "2028-02-29T08:30"),  # a leap day is a day
        (BERLIN, "2028-02-28T12:00", 2, "2028-03-01T08:30"),
        (BERLIN, "2027-02-26T12:00", 1, "2027-03-01T08:30"),
        (BERLIN, "2026-12-31T12:00", 1, "2027-01-04T08:30"),  # New Year's Day and a weekend
        (BERLIN, "2026-12-23T12:00", 3, "2026-12-29T08:30"),  # two days of Christmas and a Sunday
    ],
)  # fmt: skip
def test_a_step_is_due_when_the_window_opens_on_its_day(place: Place, after: str, days: int, due: str) -> None:
    assert due_at(utc(after), days, place, WINDOW) == utc(due)


def test_the_first_step_goes_at_once_in_an_open_window_and_else_waits_for_the_next() -> None:
    assert due_at(utc("2026-06-10T10:00"), 0, BERLIN, WINDOW) == utc("2026-06-10T10:00")
    assert due_at(utc("2026-06-10T05:00"), 0, BERLIN, WINDOW) == utc("2026-06-10T07:30")
    assert due_at(utc("2026-06-10T14:30"), 0, BERLIN, WINDOW) == utc("2026-06-11T07:30")
    assert due_at(utc("2026-06-13T10:00"), -3, BERLIN, WINDOW) == utc("2026-06-15T07:30")


def test_an_open_window_says_when_it_closes_and_opens_again() -> None:
    found = opening(utc("2026-06-12T10:00"), BERLIN, WINDOW)
    assert (found.is_open, found.closes_at, found.opens_at) == (True, utc("2026-06-12T14:30"), utc("2026-06-15T07:30"))


@pytest.mark.parametrize(
    ("now", "is_open", "is_holiday"),
    [
        ("2026-06-12T07:29:59", False, False),
        ("2026-06-12T07:30:00", True, False),
        ("2026-06-12T14:29:59", True, False),
        ("2026-06-12T14:30:00", False, False),
        ("2026-06-13T10:00:00", False, False),  # a Saturday
        ("2026-05-25T10:00:00", False, True),  # Whit Monday
        ("2026-12-26T10:00:00", False, False),  # a holiday on a Saturday is a Saturday
    ],
)
def test_a_window_knows_its_hours_and_why_it_is_shut(now: str, is_open: bool, is_holiday: bool) -> None:
    found = opening(utc(now), BERLIN, WINDOW)
    assert (found.is_open, found.is_holiday) == (is_open, is_holiday)
    assert (found.closes_at is not None) == is_open


def test_a_time_the_clocks_skip_is_the_end_of_the_gap() -> None:
    window = Window(opens=time(2, 15), closes=time(4), weekdays=SUNDAYS)
    found = opening(utc("2026-03-29T01:00"), BERLIN, window)
    assert due_at(utc("2026-03-28T12:00"), 0, BERLIN, window) == utc("2026-03-29T01:00")
    assert (found.is_open, found.closes_at) == (True, utc("2026-03-29T02:00"))
    half = Window(opens=time(2, 10), closes=time(3), weekdays=SUNDAYS)
    assert due_at(utc("2026-10-03T00:00"), 0, LORD_HOWE, half) == utc("2026-10-03T15:30")


def test_a_window_the_clocks_skip_does_not_open_that_day() -> None:
    window = Window(opens=time(2, 15), closes=time(2, 45), weekdays=SUNDAYS, keeps_holidays=False)
    assert due_at(utc("2026-03-28T12:00"), 0, BERLIN, window) == utc("2026-04-05T00:15")


def test_a_window_whose_time_comes_twice_opens_once() -> None:
    window = Window(opens=time(2), closes=time(2, 30), weekdays=SUNDAYS)
    first = opening(utc("2026-10-25T00:10"), BERLIN, window)
    assert (first.is_open, first.closes_at) == (True, utc("2026-10-25T00:30"))
    assert not opening(utc("2026-10-25T01:10"), BERLIN, window).is_open  # the clock shows 02:10 again


def test_a_day_that_never_was_is_no_day() -> None:
    # Samoa crossed the date line: after 29 December 2011 came the 31st (IANA, australasia).
    window = Window(weekdays=EVERY_DAY, keeps_holidays=False)
    samoa = Place(zone="Pacific/Apia", country="WS")
    assert due_at(utc("2011-12-29T22:00"), 1, samoa, window) == utc("2011-12-30T19:30")


def test_midnight_that_is_skipped_opens_at_one() -> None:
    # In Beirut summer begins at midnight, on the last Sunday of March (IANA, asia).
    window = Window(opens=time(0), closes=time(2), weekdays=SUNDAYS)
    assert due_at(utc("2026-03-28T12:00"), 0, Place(zone="Asia/Beirut", country="LB"), window) == utc(
        "2026-03-28T22:00"
    )


@pytest.mark.parametrize(
    "window",
    [
        Window(weekdays=frozenset()),
        Window(opens=time(16), closes=time(9)),
        Window(opens=time(9), closes=time(9)),
        Window(weekdays=frozenset({9})),
    ],
)
def test_a_window_that_never_opens_is_refused(window: Window) -> None:
    with pytest.raises(Invalid, match="choose at least one day"):
        opening(utc("2026-06-10T10:00"), BERLIN, window)
    with pytest.raises(Invalid):
        due_at(utc("2026-06-10T10:00"), 2, BERLIN, window)


def test_time_ends_before_the_search_does() -> None:
    with pytest.raises(Invalid):
        add_working_days(date.max, 1, BERLIN, WINDOW)


ZONES = st.sampled_from(
    [
        BERLIN, NEW_YORK, LORD_HOWE, CHATHAM,
        Place(zone="Asia/Kathmandu", country="NP"),
        Place(zone="Asia/Jerusalem", country="IL"),
        Place(zone="Asia/Riyadh", country="SA"),
        Place(zone="America/Havana", country="CU"),
        Place(zone="Asia/Beirut", country="LB"),
        Place(zone="Africa/Casablanca", country="MA"),
        Place(zone="Pacific/Kiritimati"),
        Place(zone="Etc/UTC"),
    ]
)  # fmt: skip
START = datetime(2026, 1, 1, tzinfo=UTC)
INSTANTS = st.timedeltas(timedelta(0), timedelta(days=3 * 365)).map(lambda passed: START + passed)
MINUTES = st.integers(0, 1439)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    opens, closes = sorted(draw(st.lists(MINUTES, min_size=2, max_size=2, unique_by=lambda at: at // 90)))
    weekdays = draw(st.none() | st.frozensets(st.integers(0, 6), min_size=1))
    return Window(
        opens=time(*divmod(opens, 60)),
        closes=time(*divmod(closes, 60)),
        weekdays=weekdays,
        keeps_holidays=draw(st.booleans()),
    )


def local(at: datetime, place: Place) -> datetime:
    return at.astimezone(ZoneInfo(place.zone))


@settings(max_examples=150, deadline=None)
@given(INSTANTS, st.integers(0, 12), ZONES, windows())
def test_what_is_due_is_in_an_open_window_on_a_working_day_late_enough(
    after: datetime, days: int, place: Place, window: Window
) -> None:
    due = due_at(after, days, place, window)
    day = local(due, place).date()
    assert due.tzinfo is UTC
    assert due >= after
    assert opening(due, place, window).is_open
    assert is_working_day(day, place, window)
    assert day >= add_working_days(local(after, place).date(), days, place, window)
    assert window.opens <= local(due, place).time() < window.closes


@settings(max_examples=150, deadline=None)
@given(INSTANTS, st.timedeltas(timedelta(0), timedelta(days=9)), st.integers(0, 9), ZONES, windows())
def test_later_is_never_due_earlier(after: datetime, wait: timedelta, days: int, place: Place, window: Window) -> None:
    due = due_at(after, days, place, window)
    assert due <= due_at(after + wait, days, place, window)
    assert due <= due_at(after, days + 1, place, window)


@settings(max_examples=150, deadline=None)
@given(INSTANTS, ZONES, windows())
def test_a_window_is_shut_until_it_opens(now: datetime, place: Place, window: Window) -> None:
    found = opening(now, place, window)
    assert found.opens_at > now
    assert opening(found.opens_at, place, window).is_open
    assert not opening(found.opens_at - timedelta(microseconds=1), place, window).is_open
    if found.closes_at:
        assert now < found.closes_at < found.opens_at
        assert not opening(found.closes_at, place, window).is_open
