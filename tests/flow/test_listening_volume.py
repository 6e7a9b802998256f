"""What listening costs: an idle mailbox next to nothing, a full one no more than Gmail's quota, however much comes."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from addon.ports import Mailbox
from addon.sequences.campaign_model import EnrollmentState
from addon.sequences.desk_dispatch import UNITS_A_MINUTE
from addon.tracking.repository import TrackingRepository
from tests.cast import ANA
from tests.fakes.counted import CountedDocuments
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.sending import Morning

MESSAGES = int(os.environ.get("LISTENING_MESSAGES", "2500"))
"""As many as come at once; ``make soak`` has ten thousand come."""


@dataclass
class CountedMailboxes(FakeMailboxes):
    """Notes the units of each call with its time."""

    spent: list[tuple[float, int]] = field(default_factory=list)

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> Mailbox:
        def count(units: int) -> None:
            spend(units)
            self.spent.append((self.clock.now().timestamp(), units))

        return super().open(access_token, count)

    def most_a_minute(self) -> int:
        ends = {at for at, _ in self.spent}
        return max(sum(units for at, units in self.spent if end - 60 < at <= end) for end in ends)


def counting(people: int) -> tuple[Morning, CountedMailboxes]:
    """Ana, whose first mails are out, with a Gmail that counts."""
    morning = Morning(people=people)
    counted = CountedMailboxes(morning.clock)
    counted.accounts, counted.tokens = morning.mailboxes.accounts, morning.mailboxes.tokens
    counted.open_to_all = morning.mailboxes.open_to_all
    morning.mailboxes = morning.world.mailboxes = counted
    morning.confirmed()
    while len(morning.box.deliveries) < people:
        morning.work(hours=0.1)
    return morning, counted


def test_an_idle_mailbox_costs_two_units_a_poll_and_no_write_but_its_due_row() -> None:
    morning, counted = counting(people=1)
    morning.work(hours=1)
    store = CountedDocuments(morning.world.documents)
    morning.world.documents = store
    counted.spent.clear()
    morning.work(hours=2)
    assert len(counted.spent) == 2 * 60 / 5, "every five minutes"
    assert {units for _, units in counted.spent} == {2}
    assert set(store.written) == {"due"}


def test_however_much_comes_at_once_is_heard_within_the_quota_and_no_answer_is_lost() -> None:
    morning, counted = counting(people=12)
    people = morning.enrollments(morning.services().sequences.campaign(ANA, morning.sends()[0].campaign))
    for number in range(MESSAGES):
        one = people[number // 200] if number % 200 == 7 and number // 200 < 12 else None
        if one is not None:
            morning.box.receive(one.to, subject="Hello", text="Yes please, tell me more.")
        else:
            morning.box.receive(f"news{number}@elsewhere.example", headers={"List-Id": "<news.example>"})
    counted.spent.clear()
    begun = morning.clock.now()
    services = morning.services()
    while not all(one.state is EnrollmentState.REPLIED for one in heard_people(morning, people[0].campaign)):
        assert morning.clock.now() - begun < timedelta(hours=2)
        services.worker.tick(5.0)
        morning.clock.advance(seconds=20)
    units = sum(units for _, units in counted.spent)
    assert counted.most_a_minute() <= UNITS_A_MINUTE
    assert units < MESSAGES * 20 * 1.1, "no page is read for ever"
    store = TrackingRepository(morning.world.documents)
    assert [len(store.of_enrollment(ANA.tenant, one.id)) for one in people] == [1] * 12
    assert len(morning.box.deliveries) == 12


def heard_people(morning: Morning, campaign: str) -> list[Any]:
    return morning.enrollments(morning.services().sequences.campaign(ANA, campaign))
