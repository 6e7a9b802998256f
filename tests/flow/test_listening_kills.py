"""A turn that listens dies at any write or call, or another worker comes between: each message is one event.

The history comes in pages of two, doubled, in another order, without labels; or it is gone.
"""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from addon.ports import Snapshot
from addon.sequences.campaign_model import Campaign, EnrollmentState
from addon.sequences.event_repository import EventLog
from tests.cast import ANA
from tests.fakes.documents import FakeDocuments
from tests.fakes.gmail_account import FakeAccount, FakeEntry
from tests.fakes.inbound import automatic, report
from tests.fakes.sending import Morning
from tests.flow.dying import Crash, Dying, DyingDocuments

PAST_THE_LEASE = 0.1
"""Hours."""

ENDS = (
    EnrollmentState.REPLIED, EnrollmentState.OPTED_OUT, EnrollmentState.BOUNCED, EnrollmentState.AWAY,
    EnrollmentState.HELD, EnrollmentState.HELD,
)  # fmt: skip
"""Where the six people end, in the order of the sheet."""

_E = EnrollmentState


@dataclass
class Prepared:
    """Six mails are out, six answers and something unrelated wait; ``restore`` begins anew from there."""

    morning: Morning
    campaign: Campaign
    stored: dict[tuple[str, str], Snapshot]
    box: FakeAccount
    documents: FakeDocuments

    def restore(self) -> None:
        morning = self.morning
        self.documents.stored = dict(self.stored)
        morning.world.documents = self.documents
        morning.clock.at = self.box.clock.now()
        morning.box = copy.deepcopy(self.box)
        morning.box.clock = morning.clock
        morning.mailboxes.accounts[ANA.email] = morning.box
        morning.mailboxes.before = morning.mailboxes.after = lambda _: None


@cache
def prepared() -> Prepared:
    morning = Morning(people=6)
    campaign = morning.confirmed()
    while len(morning.box.deliveries) < 6:
        morning.work(hours=0.1)
    morning.work(hours=0.1)
    box, people = morning.box, morning.enrollments(campaign)
    ids = [one.rfc_ids[0] for one in people]
    box.receive(people[0].to, thread_id=people[0].thread_id, text="Could you show us next week?")
    box.receive(people[1].to, thread_id=people[1].thread_id, text="Please remove me from your list.")
    box.receive("news@elsewhere.example", text="News")
    box.receive(raw=report(ids[2], people[2].to))
    box.receive(raw=automatic(people[3].to, "I am out of the office until 4 December 2026.", ids[3]))
    box.receive(raw=automatic(people[4].to, "I have left the company and no longer work here.", ids[4]))
    box.user_writes(people[5].to, thread_id=people[5].thread_id)
    documents = morning.world.documents
    assert isinstance(documents, FakeDocuments)
    saved = copy.deepcopy(box)
    saved.clock = copy.deepcopy(morning.clock)
    return Prepared(morning, campaign, dict(documents.stored), saved, documents)


def twice_and_turned(page: list[FakeEntry]) -> list[FakeEntry]:
    """Tell of each message twice, the latest first."""
    return [*reversed(page), *page]


def garbled(box: FakeAccount) -> None:
    box.history_page, box.garble = 2, twice_and_turned


def gone(box: FakeAccount) -> None:
    box.forget_history()


def live(play: Prepared, step: Callable[[str], None]) -> None:
    """Give the mailbox a turn of which ``step`` is told each write and call."""
    morning = play.morning
    morning.services().sequences.wake(ANA.tenant, ANA.user)
    dying: Any = Dying(point=10**9)
    dying.step = step
    morning.world.documents = DyingDocuments(play.documents, dying)
    morning.mailboxes.before = lambda name: step(f"before {name}")
    morning.mailboxes.after = lambda name: step(f"after {name}")
    try:
        morning.services().worker.tick(5.0)
    except Crash:
        pass
    finally:
        morning.world.documents = play.documents
        morning.mailboxes.before = morning.mailboxes.after = lambda _: None


def verdict(play: Prepared) -> tuple[list[EnrollmentState], int, int]:
    """Return where people stand, and the most events and documents one message became; 1 and 1 where all is well."""
    morning, tenant = play.morning, ANA.tenant
    people = morning.enrollments(play.campaign)
    heard = [one for (path, _), one in play.documents.stored.items() if path == f"tenants/{tenant}/heard"]
    log = EventLog(play.documents).of_campaign(tenant, play.campaign.id, 200)
    told = Counter(one.enrollment for one in log if "heard" in one.facts)
    assert set(told) == {one.id for one in people}
    assert {one.data["enrollment"] for one in heard} == {one.id for one in people}
    by_message = Counter(one.data["message_id"] for one in heard)
    return [one.state for one in people], max(told.values()), max(by_message.values())


def settle(play: Prepared) -> None:
    """Let the next workers finish, after whoever died has lost the mailbox."""
    play.morning.work(hours=PAST_THE_LEASE)
    play.morning.work(hours=PAST_THE_LEASE)


def points_of(bend: Callable[[FakeAccount], None]) -> list[str]:
    play = prepared()
    play.restore()
    bend(play.morning.box)
    passed: list[str] = []
    live(play, passed.append)
    return passed


@pytest.mark.parametrize("bend", [garbled, gone])
def test_a_death_at_any_point_loses_and_doubles_no_signal(bend: Callable[[FakeAccount], None]) -> None:
    play, found = prepared(), points_of(bend)
    assert len(found) > 40
    assert verdict(play)[0] == list(ENDS), "undisturbed"
    for point in range(len(found)):
        play.restore()
        bend(play.morning.box)
        dying = Dying(point=point)
        live(play, dying.step)
        assert dying.died
        settle(play)
        assert verdict(play) == (list(ENDS), 1, 1), f"died {dying.died_at} at point {point}"
        assert len(play.morning.box.deliveries) == 7, "six of ours and one by hand"


@pytest.mark.parametrize("bend", [garbled, gone])
def test_two_workers_in_one_mailbox_lose_and_double_no_signal(bend: Callable[[FakeAccount], None]) -> None:
    """One is frozen at any point; another has its mailbox meanwhile, hears all, and the first wakes up again."""
    play, found = prepared(), points_of(bend)
    for point in range(0, len(found), 3):
        play.restore()
        bend(play.morning.box)
        passed: list[str] = []

        def step(name: str, point: int = point, passed: list[str] = passed) -> None:
            passed.append(name)
            if len(passed) == point + 1:
                play.morning.clock.advance(minutes=10)
                documents, play.morning.world.documents = play.morning.world.documents, play.documents
                before, after = play.morning.mailboxes.before, play.morning.mailboxes.after
                play.morning.mailboxes.before = play.morning.mailboxes.after = lambda _: None
                play.morning.services().worker.tick(5.0)
                play.morning.world.documents = documents
                play.morning.mailboxes.before, play.morning.mailboxes.after = before, after

        live(play, step)
        settle(play)
        assert verdict(play) == (list(ENDS), 1, 1), f"frozen at {point}, {passed[point]}"
        assert len(play.morning.box.deliveries) == 7
