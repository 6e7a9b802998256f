"""A mailbox keeps its pauses and its cap, and the timeline promises no more than it can keep."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.accounts.policy_model import Policy
from addon.errors import Invalid
from addon.sequences.campaign_model import MailboxRecord
from addon.sequences.gate import MIN_LEFT
from addon.sequences.jitter import LONGEST, SHORTEST, pause_after
from addon.sequences.ramp import DAY, after_bounce, cap_today, caps_ahead, counted_day, left
from addon.sequences.recipe_model import Place, Window
from addon.sequences.schedule import due_at, opening
from addon.sequences.spread import Course, spread

NOW = datetime(2026, 6, 10, 10, tzinfo=UTC)
POLICY = Policy()
BERLIN = Place(zone="Europe/Berlin", country="DE")
PLACES = (BERLIN, Place(zone="America/New_York", country="US"), Place(zone="Asia/Kolkata", country="IN"))


def record(*hours_ago: float, clean_days: int = 0, last_day: str = "") -> MailboxRecord:
    sent = tuple(NOW - timedelta(hours=hours) for hours in hours_ago)
    return MailboxRecord(user="ana", tenant="nordwind", sent=sent, clean_days=clean_days, last_day=last_day)


@given(st.text(max_size=40))
def test_a_pause_is_between_its_bounds_and_always_the_same(send_id: str) -> None:
    assert SHORTEST <= pause_after(send_id) < LONGEST
    assert pause_after(send_id) == pause_after(send_id)


def test_pauses_are_spread_evenly() -> None:
    sixths = Counter((pause_after(f"send {number}") - SHORTEST) // timedelta(seconds=20) for number in range(3000))
    assert sorted(sixths) == [0, 1, 2, 3, 4, 5]
    assert all(400 < count < 600 for count in sixths.values())


@pytest.mark.parametrize(
    ("clean_days", "recipe_cap", "cap"),
    [(0, 0, 10), (1, 0, 15), (5, 0, 35), (6, 0, 40), (99, 0, 40), (0, 5, 5), (0, 30, 10), (99, 30, 30),
     (-1, 0, 10), (0, -5, 10)],
)  # fmt: skip
def test_the_cap_grows_with_clean_days_up_to_the_policys_or_the_users(
    clean_days: int, recipe_cap: int, cap: int
) -> None:
    assert cap_today(POLICY, recipe_cap, record(clean_days=clean_days)) == cap


def test_a_policy_may_forbid_sending_and_may_have_no_ramp() -> None:
    assert cap_today(Policy(daily_cap=0), 20, record()) == 0
    assert caps_ahead(Policy(ramp=0), 0, record()) == (10,)
    assert caps_ahead(POLICY, 0, record()) == (10, 15, 20, 25, 30, 35, 40)
    assert caps_ahead(POLICY, 22, record(clean_days=1)) == (15, 20, 22)


def test_mails_of_the_last_24_hours_count_and_the_oldest_frees_the_next() -> None:
    assert left(record(24, 23, 1), 3, NOW) == (1, None)
    assert left(record(1, 23), 2, NOW) == (0, NOW + timedelta(hours=1))
    assert left(record(23, 22, 21), 1, NOW) == (0, NOW + timedelta(hours=3))
    assert left(record(), 0, NOW) == (0, None)


@given(st.lists(st.floats(0, 30), max_size=30), st.integers(1, 20))
def test_when_a_mail_is_free_again_one_may_go(hours: list[float], cap: int) -> None:
    count, until = left(record(*hours), cap, NOW)
    assert (count == 0) == (until is not None)
    if until:
        assert NOW < until <= NOW + DAY
        assert left(record(*hours), cap, until)[0] >= 1
        assert left(record(*hours), cap, until - timedelta(microseconds=1))[0] == 0


def test_a_day_is_counted_as_clean_when_the_next_one_sends() -> None:
    first = counted_day(record(), NOW, "Europe/Berlin")
    assert (first.clean_days, first.last_day) == (0, "2026-06-10")
    assert counted_day(first, NOW + timedelta(hours=2), "Europe/Berlin") == first
    second = counted_day(first, NOW + timedelta(days=5), "Europe/Berlin")
    assert (second.clean_days, second.last_day) == (1, "2026-06-15")
    assert counted_day(second, NOW, "Europe/Berlin") == second  # a clock put back earns nothing
    assert counted_day(record(), NOW, "Pacific/Auckland").last_day == "2026-06-10"
    assert counted_day(record(), NOW + timedelta(hours=3), "Pacific/Auckland").last_day == "2026-06-11"


def test_a_bounce_starts_the_ramp_again_and_its_own_day_is_not_clean() -> None:
    bounced = after_bounce(record(clean_days=6, last_day="2026-06-10"), NOW, "Europe/Berlin")
    counts = [counted_day(bounced, NOW + timedelta(days=days), "Europe/Berlin").clean_days for days in (0, 1, 2)]
    assert counts == [0, 0, 1]


def test_a_campaign_goes_out_in_pauses_under_the_cap_and_in_order() -> None:
    courses = [Course(id=str(number), place=BERLIN, due_at=NOW) for number in range(5)]
    days = [[at for (at,) in spread(courses, caps, Window()) if at < NOW + DAY] for caps in ((3,), (5,))]
    assert [len(day) for day in days] == [3, 5]
    assert days[1][0] == NOW
    assert all(SHORTEST <= later - at < LONGEST for at, later in pairwise(days[1]))


def test_the_cap_of_the_next_day_with_mails_is_the_next_one() -> None:
    courses = [Course(id=str(number), place=BERLIN, due_at=NOW) for number in range(9)]
    days = Counter(at.date().day for (at,) in spread(courses, (2, 3), Window()))
    assert days == {10: 2, 11: 3, 12: 3, 15: 1}


def test_what_went_before_takes_its_part_of_the_cap() -> None:
    sent = [NOW - timedelta(hours=1), NOW - timedelta(hours=2)]
    ((at,),) = spread([Course(id="a", place=BERLIN, due_at=NOW)], (2,), Window(), sent=sent)
    assert at == NOW + timedelta(hours=22)


def test_follow_ups_wait_for_the_mail_before_them() -> None:
    ((first, second, third),) = spread([Course(id="a", place=BERLIN, due_at=NOW, delays=(3, 5))], (40,), Window())
    assert second == due_at(first, 3, BERLIN, Window())
    assert third == due_at(second, 5, BERLIN, Window())


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(PLACES), st.integers(0, 5000)), max_size=25),
    st.lists(st.integers(1, 12), min_size=1, max_size=3),
    st.lists(st.integers(0, 4), max_size=2),
)
def test_every_promise_can_be_kept(people: list[tuple[Place, int]], caps: list[int], delays: list[int]) -> None:
    courses = [
        Course(id=str(at), place=place, due_at=NOW + timedelta(minutes=wait), delays=tuple(delays))
        for at, (place, wait) in enumerate(people)
    ]
    planned = spread(courses, caps, Window())
    assert spread(courses, caps, Window()) == planned
    for course, steps in zip(courses, planned, strict=True):
        assert len(steps) == len(delays) + 1
        assert steps[0] >= course.due_at
        for (before, at), days in zip(pairwise(steps), delays, strict=True):
            assert at >= due_at(before, days, course.place, Window())
        for at in steps:
            closes = opening(at, course.place, Window()).closes_at
            assert closes is not None
            assert closes - at >= MIN_LEFT
    going = sorted(at for steps in planned for at in steps)
    assert all(later - at >= SHORTEST for at, later in pairwise(going))
    assert all(later - at >= DAY for at, later in zip(going, going[max(caps) :], strict=False))


def test_a_window_too_short_for_a_draft_is_refused() -> None:
    with pytest.raises(Invalid):
        spread([Course(id="a", place=BERLIN, due_at=NOW)], (5,), Window(opens=time(9), closes=time(9, 1)))
