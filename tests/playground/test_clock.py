"""The business clock stops at each due instant and never runs backwards."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playground import clock as clocks
from playground.clock import ClockFile, TickAnswer, TickFailed, read_tick

NINE = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture
def clock(tmp_path):
    return ClockFile(tmp_path / "var" / "clock")


class Scheduler:
    """An add-on with things due at given hours from its start."""

    def __init__(self, clock: ClockFile, *hours: float) -> None:
        self.clock = clock
        self.started = clock.now()
        self.due = sorted(self.started + timedelta(hours=hour) for hour in hours)
        self.done_at: list[float] = []

    def tick(self) -> TickAnswer:
        now = self.clock.now()
        done = [at for at in self.due if at <= now]
        self.due = [at for at in self.due if at > now]
        self.done_at += [(now - self.started).total_seconds() / 3600] * len(done)
        return TickAnswer(done=len(done), next_due=self.due[0] if self.due else None, knows_next=True)


def test_a_missing_or_spoilt_file_is_no_offset(clock):
    assert clock.offset() == 0.0
    clock.set_offset(7.25)
    assert clock.path.read_text() == "7.250000\n"
    assert clock.path.stat().st_mode & 0o777 == 0o600
    clock.path.write_text("soon")
    assert clock.offset() == 0.0


def test_everything_due_is_done_at_its_own_time(clock):
    scheduler = Scheduler(clock, 0.5, 30, 71.9, 80)
    walk = clock.advance(72, scheduler.tick)
    assert [round(hour, 2) for hour in scheduler.done_at] == [0.5, 30, 71.9]
    assert clock.offset() == 72 * 3600
    assert walk.ticks == 8
    assert walk.problem == ""


def test_nothing_scheduled_is_one_jump(clock):
    assert clock.advance(1000, Scheduler(clock).tick).ticks == 2
    assert clock.offset() == 1000 * 3600


def test_an_addon_that_does_not_say_what_is_next_is_ticked_every_hour(clock):
    seen = []

    def tick() -> TickAnswer:
        seen.append(clock.offset())
        return TickAnswer()

    clock.advance(2.5, tick)
    assert seen == [0.0, 3600.0, 7200.0, 9000.0]


def test_the_next_event_is_done_at_its_own_instant_and_nothing_after_it(clock):
    scheduler = Scheduler(clock, -1, 6.5, 30)
    clock.advance_to_next(48, scheduler.tick)
    assert [round(hour, 2) for hour in scheduler.done_at] == [0, 6.5]
    clock.advance_to_next(48, scheduler.tick)
    assert round(scheduler.done_at[-1], 2) == 30


@pytest.mark.parametrize("hours", [(), (49,)])
def test_time_stands_still_when_nothing_is_next(clock, hours):
    assert clock.advance_to_next(48, Scheduler(clock, *hours).tick).ticks == 1
    assert clock.offset() == 0


def test_an_addon_that_does_not_say_what_is_next_gets_an_hour(clock):
    clock.advance_to_next(48, TickAnswer)
    assert clock.offset() == 3600


def test_no_next_event_when_the_addon_is_down(clock):
    def tick() -> TickAnswer:
        raise TickFailed("down")

    assert clock.advance_to_next(48, tick).problem == "down"
    assert clock.offset() == 0


def test_no_hours_still_settles_what_is_due_now(clock):
    scheduler = Scheduler(clock, -1)
    assert clock.advance(0, scheduler.tick).ticks == 2
    assert scheduler.due == []


def test_an_addon_that_is_down_is_told_and_time_still_passes(clock):
    def tick() -> TickAnswer:
        raise TickFailed("not running")

    assert clock.advance(3, tick).problem == "not running"
    assert clock.offset() == 3 * 3600


def test_an_addon_that_is_never_done_is_left_alone(clock):
    walk = clock.advance(1, lambda: TickAnswer(done=1, knows_next=True))
    assert "still busy" in walk.problem
    assert walk.ticks == clocks.TICKS_AT_ONE_INSTANT


def test_advances_add_up_and_reset_forgets_them(clock):
    clock.advance(1, Scheduler(clock).tick)
    clock.advance(1, Scheduler(clock).tick)
    assert clock.offset() == 2 * 3600
    clock.reset()
    assert clock.offset() == 0.0


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ({"leased": 1, "done": 2, "next_due": None}, TickAnswer(leased=1, done=2, knows_next=True)),
        ({"next_due": "2026-11-24T09:00:00Z"}, TickAnswer(next_due=NINE, knows_next=True)),
        ({"next_due": "2026-11-24T09:00:00"}, TickAnswer(next_due=NINE, knows_next=True)),
        ({"next_due": "soon"}, TickAnswer()),
        ({}, TickAnswer()),
        ([], TickAnswer()),
        ({"done": "many", "leased": -1, "next_due": 5}, TickAnswer()),
    ],
)  # fmt: skip
def test_reading_a_tick(answer, expected):
    assert read_tick(answer) == expected


@given(st.lists(st.floats(0, 50), max_size=6), st.floats(0, 60))
def test_every_due_thing_before_the_end_is_done_and_none_after_it(tmp_path_factory, hours, advance):
    clock = ClockFile(tmp_path_factory.mktemp("clock") / "clock")
    scheduler = Scheduler(clock, *hours)
    before = clock.offset()
    clock.advance(advance, scheduler.tick)
    assert clock.offset() >= before
    left = [(at - scheduler.started).total_seconds() / 3600 for at in scheduler.due]
    assert all(hour > advance - 0.001 for hour in left)
    assert all(done >= due - 0.001 for done, due in zip(sorted(scheduler.done_at), sorted(hours), strict=False))
