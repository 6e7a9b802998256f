"""Push is kept alive without anybody noticing, costs nothing while it is, and never breaks a mailbox's turn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.grant_model import GrantKind
from addon.errors import Conflict, Unavailable
from addon.ports import Documents, Query, Snapshot
from addon.runs.due_service import mailbox_ref
from addon.sequences.campaign_model import MailboxRecord
from addon.sequences.desk_dispatch import QUOTA, Desk
from addon.sequences.mail_model import Watch
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.tracking.watch_dispatch import Watches
from addon.tracking.watch_model import Watched
from addon.tracking.watch_repository import WatchRepository
from addon.tracking.watching import begun, put_off, refused
from tests.cast import ANA
from tests.fakes.enrolled import NOW
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning

TOPIC, OTHER = "projects/my-project/topics/gmail", "projects/my-project/topics/other"


class Counting:
    """The store, with its writes counted and down on request."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self.writes = 0
        self.trouble: Exception | None = None

    def commit(self, writes: Any) -> None:
        self.writes += 1
        if self.trouble:
            raise self.trouble
        self._documents.commit(writes)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._documents, name)


class Bench:
    """Ana's mailbox turn, as far as it keeps push alive."""

    def __init__(self, topic: str = TOPIC) -> None:
        self.morning = Morning()
        self.services = self.morning.services()
        self.documents = Counting(self.morning.world.documents)
        self.watches = Watches(self.documents, topic)
        self.morning.mailboxes.calls.clear()
        for row in self._due():
            self.documents.delete("due", row.id)  # connecting had the mailbox looked at

    @property
    def calls(self) -> list[str]:
        return self.morning.mailboxes.calls

    def desk(self) -> Desk:
        store = self.morning.world.documents
        record = MailboxRecord(tenant=ANA.tenant, user=ANA.user, address=ANA.email)
        doors = (self.services.grants, self.morning.mailboxes, self.morning.clock)
        return Desk(SequenceRepository(store), SendRepository(store), *doors, record, lambda: None)

    def keep(self, **later: float) -> bool:
        """Let time pass, then keep push alive; return whether it is."""
        self.morning.clock.advance(**later)
        return self.watches.keep(self.desk())

    def pushed(self, address: str = ANA.email) -> list[tuple[str, datetime]]:
        """Return which mailboxes are due, and when, once Gmail pushed the news of an address."""
        self.services.pushes.received(address)
        return [(one.data["ref"], one.data["due_at"]) for one in self._due()]

    def _due(self) -> tuple[Snapshot, ...]:
        return self.morning.world.documents.find("due", Query(limit=10)).found


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def said(caplog: pytest.LogCaptureFixture) -> Callable[[], list[str]]:
    caplog.set_level(logging.INFO, "tracking")
    return lambda: [one.message for one in caplog.records if one.levelno >= logging.WARNING]


def test_without_a_topic_nothing_is_asked_read_or_written() -> None:
    bench = Bench(topic="")
    bench.documents.trouble = Unavailable("down")
    assert not bench.keep()
    assert bench.calls == []


def test_the_first_turn_begins_a_watch_and_those_after_it_cost_nothing(bench: Bench) -> None:
    assert bench.keep()
    assert bench.calls == ["profile", "watch"]
    assert bench.documents.writes == 1
    assert all(bench.keep(hours=5) for _ in range(23))
    assert bench.calls == ["profile", "watch"]
    assert bench.documents.writes == 1


def test_it_is_renewed_two_days_before_its_end_and_never_lapses(bench: Bench) -> None:
    bench.keep()
    assert bench.keep(days=4, hours=23)
    assert bench.calls.count("watch") == 1
    assert bench.keep(hours=1)
    assert bench.calls.count("watch") == 2
    assert all(bench.keep(hours=12) for _ in range(60))
    assert bench.morning.box.watched_by == TOPIC
    assert bench.calls.count("watch") == 8


def test_a_watch_that_nobody_renewed_for_long_is_dead_and_begun_anew(bench: Bench) -> None:
    bench.keep()
    bench.morning.mailboxes.order("watch", Fault.BUSY)
    assert not bench.keep(days=8)
    assert bench.keep(hours=1)


@pytest.mark.parametrize("fault", [Fault.NO_TOPIC, Fault.NO_ACCESS])
def test_a_refusal_is_logged_once_and_tried_again_a_day_later(
    bench: Bench, fault: Fault, said: Callable[[], list[str]]
) -> None:
    for _ in range(3):
        bench.morning.mailboxes.order("watch", fault)
    assert not bench.keep()
    assert not bench.keep(hours=23)
    assert bench.calls.count("watch") == 1
    assert not bench.keep(hours=1)
    assert not bench.keep(hours=24)
    assert bench.calls.count("watch") == 3
    assert said() == ["tracking.watch_refused"]
    assert bench.keep(hours=24)


def test_a_renewal_that_is_refused_leaves_what_is_alive(bench: Bench) -> None:
    bench.keep()
    for _ in range(3):
        bench.morning.mailboxes.order("watch", Fault.NO_TOPIC)
    assert bench.keep(days=5)
    assert bench.keep(days=1)
    assert not bench.keep(days=1)


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.REQUEST_LOST, Fault.CONCURRENT, Fault.RATE_LIMITED])
def test_a_bad_moment_of_gmails_is_passed_over(bench: Bench, fault: Fault, said: Callable[[], list[str]]) -> None:
    bench.morning.mailboxes.order("watch", fault)
    assert not bench.keep()
    assert not bench.keep(minutes=14)
    assert bench.keep(minutes=1)
    assert said() == []


def test_gmail_is_not_asked_before_it_said_it_may_be(bench: Bench) -> None:
    bench.morning.mailboxes.order("watch", Fault.RATE_LIMITED, until=bench.morning.clock.now() + timedelta(hours=3))
    assert not bench.keep()
    assert not bench.keep(hours=2, minutes=59)
    assert bench.calls.count("watch") == 1
    assert bench.keep(minutes=1)


def test_without_quota_for_it_the_turn_goes_on(bench: Bench) -> None:
    desk = bench.desk()
    desk.spend(QUOTA.tokens)
    assert not bench.watches.keep(desk)
    assert bench.calls == []


@pytest.mark.parametrize("trouble", [Unavailable("down"), Conflict("moved")], ids=["down", "moved"])
def test_a_store_that_takes_nothing_breaks_no_turn(bench: Bench, trouble: Exception) -> None:
    bench.documents.trouble = trouble
    assert not bench.keep()
    bench.documents.trouble = None
    assert bench.keep()


def test_an_access_that_ran_out_is_renewed_on_the_way(bench: Bench) -> None:
    bench.morning.mailboxes.order("watch", Fault.EXPIRED)
    assert bench.keep()
    assert bench.calls.count("watch") == 2


def test_without_a_grant_there_is_no_push_and_no_fault(bench: Bench) -> None:
    bench.services.grants.disconnect(ANA, GrantKind.GMAIL)
    assert not bench.keep()
    assert bench.calls == []


def test_another_topic_takes_the_place_of_the_one_before(bench: Bench) -> None:
    bench.keep()
    bench.watches = Watches(bench.documents, OTHER)
    assert bench.keep()
    assert bench.morning.box.watched_by == OTHER
    assert bench.calls == ["profile", "watch", "profile", "watch", "stop_watch", "watch"]


def test_a_watch_for_another_topic_is_not_push(bench: Bench) -> None:
    bench.keep()
    bench.watches = Watches(bench.documents, OTHER)
    bench.morning.mailboxes.order("watch", Fault.NO_TOPIC)
    assert not bench.keep()


def test_what_is_forgotten_is_begun_anew(bench: Bench) -> None:
    bench.watches.forget(ANA.tenant, ANA.user)
    bench.keep()
    bench.watches.forget(ANA.tenant, ANA.user)
    assert bench.keep()
    assert bench.calls.count("watch") == 2


# --- what is pushed ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("address", [ANA.email, ANA.email.upper(), f" {ANA.email} "])
def test_a_push_has_the_mailbox_looked_at_now_however_often_it_comes(bench: Bench, address: str) -> None:
    bench.keep()
    now = bench.morning.clock.now()
    assert bench.pushed(address) == bench.pushed(address) == [(mailbox_ref(ANA.tenant, ANA.user), now)]


def test_an_address_nobody_watches_wakes_nobody(bench: Bench) -> None:
    assert bench.pushed() == []
    bench.keep()
    assert bench.pushed("marco@nordwind.example") == bench.pushed("") == []


def test_an_address_wakes_whoever_watched_it_last(bench: Bench) -> None:
    """A person whose company joins Workspace has another tenant from then on, and the same mailbox."""
    bench.keep()
    later = Watched(tenant=f"u:{ANA.user}", user=ANA.user, topic=TOPIC, expires_at=NOW + timedelta(days=7))
    WatchRepository(bench.documents).begin(later, ANA.email)
    assert [ref for ref, _ in bench.pushed()] == [mailbox_ref(later.tenant, later.user)]


def test_what_is_pushed_once_the_watch_is_over_wakes_nobody(bench: Bench) -> None:
    bench.keep()
    bench.morning.clock.advance(days=7)
    assert bench.pushed() == []


def test_no_address_is_kept(bench: Bench) -> None:
    bench.keep()
    for path in ("watched", f"tenants/{ANA.tenant}/watches"):
        assert ANA.email not in repr(bench.documents.find(path, Query()).found)


# --- rules ------------------------------------------------------------------------------------------------------------
TIMES = st.timedeltas(timedelta(days=-400), timedelta(days=400)).map(lambda away: NOW + away)
FRESH = Watched(tenant=ANA.tenant, user=ANA.user)


@given(TIMES, TIMES)
def test_whatever_end_gmail_names_it_is_asked_again_within_a_week_and_not_at_once(end: datetime, now: datetime) -> None:
    made = begun(FRESH, TOPIC, Watch(history_id="1", expires_at=end), now)
    assert made.ask_at is not None
    assert timedelta(hours=1) <= made.ask_at - now <= timedelta(days=5)
    assert not made.is_due(TOPIC, now)
    assert made.is_due(TOPIC, made.ask_at)
    assert made.is_alive(TOPIC, now) == (end > now)
    assert not made.is_alive(TOPIC, now + timedelta(days=7))


@given(TIMES, st.none() | TIMES)
def test_what_failed_is_asked_again_and_ends_nothing_before_its_time(now: datetime, until: datetime | None) -> None:
    alive = replace(FRESH, topic=TOPIC, expires_at=now + timedelta(days=2), ask_at=now)
    for later in (refused(alive, TOPIC, "no_topic", now), put_off(alive, TOPIC, until, now)):
        assert later.expires_at == alive.expires_at
        assert not later.is_due(TOPIC, now)
    assert refused(alive, OTHER, "no_topic", now).expires_at is None
