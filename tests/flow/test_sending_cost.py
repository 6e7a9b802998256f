"""What sending costs while nothing is due, and that a minute of Gmail's quota is never spent whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

import pytest

from addon.adapters.gmail_units import UNITS_A_MINUTE, PriceTier, units_of
from addon.errors import Unavailable
from addon.ports import Page, Query, Snapshot
from addon.runs.due_service import mailbox_ref
from addon.runs.model import DueKind
from addon.runs.repository import SHARDS, DueRepository
from addon.sequences.campaign_model import Enrollment, EnrollmentState
from addon.sequences.clicks_dispatch import Clicks
from addon.sequences.delivery_model import SendState
from addon.sequences.repository import MOST_UNSAID, SequenceRepository
from addon.sequences.send_repository import SendRepository
from tests.cast import ANA
from tests.fakes.documents import FakeDocuments
from tests.fakes.mailboxes import METHODS, Fault
from tests.fakes.sending import Morning
from tests.fakes.world import World

Answer = TypeVar("Answer")

BUSY = 1_000
QUIET = 10
PEOPLE = 100

MOST = UNITS_A_MINUTE[PriceTier.SINCE_MAY_2026] * 3 // 4


class ReadDocuments(FakeDocuments):
    """A store that counts what is asked of it, and how many documents it answered with."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: Counter[str] = Counter()
        self.read = 0

    def get_many(self, collection: str, ids: Sequence[str]) -> dict[str, Snapshot]:
        found = super().get_many(collection, ids)
        return self._counted("get_many", found, len(found))

    def find(self, collection: str, query: Query) -> Page:
        found = super().find(collection, query)
        return self._counted("find", found, len(found.found))

    def count(self, collection: str, where: Mapping[str, Any] | None = None) -> int:
        return self._counted("count", super().count(collection, where), 0)

    def _counted(self, name: str, answer: Answer, documents: int) -> Answer:
        self.calls[name] += 1
        self.read += documents
        return answer

    def forget(self) -> None:
        self.calls.clear()
        self.read = 0

    @property
    def spent(self) -> tuple[Counter[str], int]:
        return Counter(self.calls), self.read


def waiting_morning() -> tuple[Morning, Enrollment, datetime]:
    """Ana's campaign between its first and its second mail; the worker is told not to look before then."""
    morning = Morning(world=World(documents=ReadDocuments()))
    campaign = morning.confirmed()
    morning.work(hours=2)
    [one] = morning.enrollments(campaign)
    assert one.next_at is not None
    assert len(one.sent) == 1
    return morning, one, one.next_at


def crowd(morning: Morning, one: Enrollment, at: datetime, mailboxes: int, people: int) -> None:
    """Add mailboxes of the same tenant with people of their own, all of them due later."""
    store = morning.world.documents
    assert isinstance(store, FakeDocuments)
    due = DueRepository(store, morning.clock.now)
    data = SequenceRepository.enrollment_write(replace(one, version="")).data
    path = f"tenants/{one.tenant}/enrollments"
    for number in range(mailboxes):
        due.schedule(DueKind.MAILBOX, mailbox_ref(one.tenant, f"user{number}"), one.tenant, at)
    for number in range(mailboxes):
        theirs = {**data, "mailbox": f"user{number}", "campaign": f"campaign{number}", "rev": 1}
        for person in range(people):
            id = f"{number}-{person}"
            store.stored[path, id] = Snapshot(id=id, data=theirs, version="1.1")


def tick(morning: Morning) -> tuple[Counter[str], int]:
    """Return what one tick asked the store for, and how many documents it was given."""
    store = morning.world.documents
    assert isinstance(store, ReadDocuments)
    store.forget()
    morning.services().worker.tick(5.0)
    return store.spent


def idle_tick(mailboxes: int) -> tuple[Counter[str], int]:
    morning, one, at = waiting_morning()
    crowd(morning, one, at, mailboxes, PEOPLE)
    morning.mailboxes.calls.clear()
    morning.world.spreadsheets.calls.clear()
    spent = tick(morning)
    assert morning.mailboxes.calls == []
    assert not morning.world.spreadsheets.calls
    return spent


def test_a_tick_with_nothing_due_costs_the_same_with_a_hundred_times_the_mailboxes() -> None:
    (quiet, few), (busy, many) = idle_tick(QUIET), idle_tick(BUSY)
    assert busy == quiet == {"find": 2 * SHARDS}
    assert few <= many <= 2 * SHARDS


def woken_turn(mailboxes: int, people: int) -> tuple[Counter[str], int, list[str]]:
    """Have Ana's mailbox looked at while nothing of it is due."""
    morning, one, at = waiting_morning()
    crowd(morning, one, at, mailboxes, people)
    store, path = morning.world.documents, f"tenants/{one.tenant}/enrollments"
    assert isinstance(store, FakeDocuments)
    data = store.stored[path, one.id].data
    for number in range(people):
        store.stored[path, f"own{number}"] = Snapshot(id=f"own{number}", data=data, version="1.1")
    morning.services().sequences.wake(ANA.tenant, ANA.user)
    morning.mailboxes.calls.clear()
    calls, read = tick(morning)
    return calls, read, morning.mailboxes.calls


def test_a_turn_of_a_mailbox_with_nothing_due_costs_the_same_however_many_wait() -> None:
    quiet, busy = woken_turn(SHARDS * 4, 1), woken_turn(SHARDS * 4, 60)
    assert quiet[2] == busy[2] == ["changes"], "it only listens"
    assert quiet == busy


def test_a_mail_costs_the_same_however_many_others_wait() -> None:
    def turn(mailboxes: int) -> tuple[Counter[str], list[str]]:
        morning, one, at = waiting_morning()
        crowd(morning, one, at + timedelta(days=1), mailboxes, 5)
        morning.clock.at = at
        morning.mailboxes.calls.clear()
        calls, _ = tick(morning)
        return calls, morning.mailboxes.calls

    quiet, busy = turn(2), turn(40)
    assert quiet == busy
    assert "send_draft" in quiet[1]


def test_how_a_campaign_stands_costs_seven_questions() -> None:
    morning, one, _ = waiting_morning()
    store = morning.world.documents
    assert isinstance(store, ReadDocuments)
    store.forget()
    view = morning.services().sequences.progress(ANA, one.campaign)
    assert (dict(view.people), dict(view.sent)) == ({"active": 1}, {"first": 1, "follow_up_1": 0, "follow_up_2": 0})
    assert store.calls.total() <= 7


def test_enrolling_goes_on_where_time_was_up() -> None:
    morning = Morning(people=150)
    campaign = morning.confirmed()
    worker = morning.services().worker
    assert [worker.tick(0.0).next_due for _ in range(2)] == [morning.clock.now()] * 2
    worker.tick(0.0)
    assert set(morning.states(campaign)) == {EnrollmentState.ACTIVE}


def test_rows_are_told_however_many_changed_at_once() -> None:
    morning = Morning(people=MOST_UNSAID + 1)
    campaign = morning.confirmed()
    morning.services().sequences.stop(ANA, campaign.id)
    for _ in range(5):
        morning.services().worker.tick(5.0)
    assert set(morning.words()) == {"Sequence stopped"}


# --- Gmail's quota ---------------------------------------------------------------------------------------------------
def most_in_a_minute(spent: Sequence[tuple[datetime, int]]) -> int:
    return max(sum(units for at, units in spent if start <= at < start + timedelta(seconds=60)) for start, _ in spent)


def doubtful(count: int) -> tuple[Morning, list[tuple[datetime, int]]]:
    """So many mails of which nobody knows whether they went, all to be looked at now; and what Gmail is asked for."""
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.ANSWER_LOST)
    morning.work(hours=0.05)
    [one], [send] = morning.enrollments(campaign), morning.sends()
    assert send.look_at is not None
    store = SequenceRepository(morning.world.documents)
    for number in range(count):
        other = replace(send, id=f"send{number}", enrollment=f"one{number}", version="")
        waiting = replace(one, id=f"one{number}", send_id=f"send{number}", version="")
        store.commit([SendRepository.send_write(other), store.enrollment_write(waiting)])
    for number in range(25):
        morning.box.user_writes(f"friend{number}@x.example")  # each look reads what was sent meanwhile
    morning.clock.at = send.look_at
    spent: list[tuple[datetime, int]] = []
    morning.mailboxes.before = lambda name: spent.append((morning.clock.now(), units_of(METHODS[name])))
    return morning, spent


def test_three_quarters_of_a_minutes_quota_are_never_exceeded() -> None:
    morning, spent = doubtful(30)
    morning.work(hours=0.25)
    assert sum(units for _, units in spent) > MOST  # else there was nothing to hold back
    assert MOST * 0.9 < most_in_a_minute(spent) <= MOST
    assert {one.looks > 0 for one in morning.sends() if one.state is not SendState.SENT} == {True}


def test_a_mailbox_that_cannot_be_read_keeps_no_worker_busy() -> None:
    morning, _ = doubtful(3)
    refusals = iter([Fault.RATE_LIMITED, Fault.NO_ACCESS, Fault.BUSY])

    def refuse() -> int:
        morning.mailboxes.order("thread", next(refusals))
        return morning.services().worker.tick(5.0).leased

    for wait in (0, 2, 16):
        morning.clock.advance(minutes=wait)
        assert refuse() == 1


def test_a_send_that_breaks_is_looked_at_later_and_the_next_one_now() -> None:
    morning, _ = doubtful(2)
    broken: list[str] = []

    def break_once(name: str) -> None:
        if name == "thread" and not broken:
            broken.append(name)
            raise RuntimeError("broken")

    morning.mailboxes.before = break_once
    result = morning.services().worker.tick(5.0)
    assert broken
    assert result.leased == 1
    assert [one.looks > 0 or one.state is SendState.SENT for one in morning.sends()].count(False) == 1


def test_buttons_and_turns_share_one_quota() -> None:
    """A person may press Retry as often as they like: Gmail is asked only while the minute has units left."""
    morning = Morning()
    morning.confirmed()
    clicks = Clicks(morning.world.documents, morning.clock).spender(ANA.tenant, ANA.user)
    for _ in range(MOST // 100):
        clicks(100)
    with pytest.raises(Unavailable, match="used up") as full:
        clicks(100)
    assert full.value.retry_at is not None
    morning.work(hours=0.001)
    assert morning.mailboxes.deliveries() == []
    morning.work(hours=1)
    assert len(morning.mailboxes.deliveries()) == 1


def test_what_a_turn_took_is_not_there_for_buttons() -> None:
    morning = Morning()
    morning.confirmed()
    morning.clock.at += timedelta(seconds=61)
    morning.services().worker.tick(5.0)
    record = SendRepository(morning.world.documents).mailbox(ANA.tenant, ANA.user)
    taken = sum(one.tokens for one in record.units)
    clicks = Clicks(morning.world.documents, morning.clock).spender(ANA.tenant, ANA.user)
    assert taken > 0
    clicks(MOST - taken)
    with pytest.raises(Unavailable):
        clicks(1)
