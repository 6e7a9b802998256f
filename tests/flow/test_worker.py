"""The worker: what is due is done once, and a row that always crashes is given up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from addon.runs.model import DueRow, LeaseLost
from addon.runs.repository import DueRepository
from addon.worker import MAX_ATTEMPTS, Ticker, Worker, wait_until
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments


class Desk:
    """A worker on an empty store, the turns it took, and what each turn shall do."""

    def __init__(self, turn: Callable[[DueRow], datetime | None] = lambda _: None) -> None:
        self.clock = FakeClock()
        self.real = FakeClock()
        self.due = DueRepository(FakeDocuments(), self.real.now)
        self.hold: Callable[[], None] = lambda: None
        self.taken: list[str] = []
        self.given_up: list[str] = []
        self.gets_on = False
        self.turn = turn
        self.worker = Worker(self.due, self.clock, {"run": self._take}, self._give_up)

    def _give_up(self, row: DueRow) -> bool:
        self.given_up.append(row.ref)
        return not self.gets_on

    def _take(self, row: DueRow, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> datetime | None:
        self.taken.append(row.ref)
        self.hold = hold
        return self.turn(row)

    def pass_time(self, **length: float) -> None:
        self.clock.advance(**length)
        self.real.advance(**length)

    def schedule(self, ref: str, **later: float) -> None:
        self.due.schedule("run", ref, "tenant", self.clock.now() + timedelta(**later))


def test_what_is_due_is_done_once_and_what_is_not_waits() -> None:
    desk = Desk()
    desk.schedule("now")
    desk.schedule("later", hours=1)
    result = desk.worker.tick(5.0)
    assert (desk.taken, result.leased, result.done) == (["now"], 1, 1)
    assert result.next_due == desk.clock.now() + timedelta(hours=1)
    assert desk.worker.tick(5.0).leased == 0


def test_a_row_scheduled_twice_is_one_row_and_the_earlier_time_stays() -> None:
    desk = Desk()
    desk.schedule("run")
    desk.schedule("run", hours=2)
    desk.worker.tick(5.0)
    assert desk.taken == ["run"]


def test_a_leased_row_is_nobody_elses_until_the_lease_runs_out() -> None:
    desk = Desk()
    desk.schedule("run")
    row = desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90))
    assert row
    assert desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90)) is None
    assert desk.worker.tick(5.0).leased == 0
    desk.pass_time(seconds=91)
    assert desk.worker.tick(5.0).leased == 1


def test_an_earlier_time_set_during_a_turn_is_not_lost_when_the_turn_ends() -> None:
    desk = Desk()
    desk.schedule("run")
    row = desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90))
    assert row
    desk.schedule("run", seconds=5)
    desk.due.finish(row, None)
    assert desk.due.next_due(desk.clock.now()) == desk.clock.now() + timedelta(seconds=5)


def test_a_worker_whose_lease_ran_out_does_not_end_the_next_ones() -> None:
    desk = Desk()
    desk.schedule("run")
    slow = desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90))
    desk.pass_time(seconds=91)
    fresh = desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90))
    assert slow
    assert fresh
    desk.due.finish(slow, None)
    assert desk.due.next_due(desk.clock.now()) == fresh.due_at


def test_moving_the_clock_takes_no_work_out_of_a_workers_hands() -> None:
    desk = Desk()
    desk.schedule("run")
    held = desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90))
    desk.clock.advance(hours=72)
    assert held
    assert desk.worker.tick(5.0).leased == 0
    assert desk.due.next_due(desk.clock.now()) == desk.clock.now() + timedelta(seconds=90)


def test_a_worker_that_lost_its_lease_may_not_write() -> None:
    desk = Desk()
    desk.schedule("run")

    def overslept(row: DueRow) -> datetime | None:
        desk.pass_time(seconds=91)
        assert desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90))
        desk.hold()
        raise AssertionError("it wrote")

    desk.turn = overslept
    assert desk.worker.tick(0.1).done == 0
    with pytest.raises(LeaseLost):
        desk.hold()


def test_a_lease_begun_anew_keeps_others_away() -> None:
    desk = Desk()
    desk.schedule("run")

    def slow(row: DueRow) -> datetime | None:
        for _ in range(3):
            desk.pass_time(seconds=80)
            desk.hold()
            assert desk.due.lease_one("run", "run", desk.clock.now(), timedelta(seconds=90)) is None
        return None

    desk.turn = slow
    assert desk.worker.tick(5.0).done == 1
    assert desk.due.next_due(desk.clock.now()) is None


def test_a_row_that_always_crashes_is_given_up_and_does_not_spin() -> None:
    def crash(row: DueRow) -> datetime | None:
        raise RuntimeError("broken")

    desk = Desk(crash)
    desk.schedule("poison")
    for _ in range(MAX_ATTEMPTS + 1):
        assert desk.worker.tick(5.0).leased == 1
        assert desk.worker.tick(5.0).leased == 0
        desk.pass_time(seconds=91)
    assert len(desk.taken) == MAX_ATTEMPTS
    assert desk.given_up == ["poison"]
    assert desk.due.next_due(desk.clock.now()) is None


def test_a_row_that_gets_on_between_its_crashes_is_not_given_up() -> None:
    def crash(row: DueRow) -> datetime | None:
        raise RuntimeError("broken")

    desk = Desk(crash)
    desk.gets_on = True
    desk.schedule("slow")
    for _ in range(MAX_ATTEMPTS + 5):
        assert desk.worker.tick(5.0).leased == 1
        desk.pass_time(seconds=91)
    assert len(desk.taken) == MAX_ATTEMPTS + 5
    assert len(desk.given_up) == 5


def test_many_workers_at_once_do_each_row_once() -> None:
    desk = Desk()
    for number in range(40):
        desk.schedule(f"run{number}")
    threads = [threading.Thread(target=desk.worker.tick, args=(5.0,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(desk.taken) == sorted(f"run{number}" for number in range(40))


def test_the_ticker_looks_when_woken_and_ends_when_told() -> None:
    done = threading.Event()

    def finish(row: DueRow) -> datetime | None:
        done.set()
        return None

    desk = Desk(finish)
    ticker = Ticker(desk.worker, desk.clock)
    ticker.start()
    desk.schedule("run")
    ticker.wake("run", "run")
    assert done.wait(10)
    ticker.stop()


@pytest.mark.parametrize(("seconds", "wait"), [(-10, 0.05), (0, 0.05), (7, 7.0), (3_600, 60.0)])
def test_the_ticker_waits_for_the_next_row_but_never_long(seconds: float, wait: float) -> None:
    now = FakeClock().now()
    assert wait_until(now + timedelta(seconds=seconds), now, 60.0) == wait
