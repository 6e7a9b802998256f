"""The engine and Google's own client on the playground's Gmail: mails arrive once, in one thread, whatever breaks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from addon.adapters.gmail import GmailMailboxes
from addon.sequences.campaign_model import EnrollmentState
from playground import gmail_hands
from playground.gmail_hands import Written
from playground.gmail_mailbox import Message
from tests.cast import ANA
from tests.contract.mailbox_benches import GMAIL_SCOPES
from tests.fakes.sending import Morning
from tests.playground.world_double import FakeAccess, FakeToken, FakeWorld, served


class AnyToken(FakeAccess):
    """Takes every token for Ana's."""

    def look_up(self, bearer: str) -> FakeToken:
        return FakeToken(scopes=GMAIL_SCOPES)


class Played:
    """A morning whose mails go through the playground."""

    def __init__(self, morning: Morning, world: FakeWorld, origin: str) -> None:
        self.morning, self.world = morning, world
        morning.world.mailboxes = GmailMailboxes(origin, now=morning.clock.now)

    def arrived(self, number: int) -> list[Message]:
        box = self.world.mailboxes.get(f"person{number}@firm{number}.example")
        return [one for one in box.messages.values() if "INBOX" in one.labels]


@pytest.fixture
def played() -> Iterator[Played]:
    morning = Morning(people=2)
    world = FakeWorld(clock=morning.clock, access=AnyToken())
    with served(world) as origin:
        yield Played(morning, world, origin)


@pytest.mark.parametrize("kind", ["", "answer_lost", "lost", "503", "503_after", "late", "invisible", "truncated"])
def test_three_steps_arrive_once_in_one_thread(played: Played, kind: str) -> None:
    if kind:
        played.world.faults.add("gmail", "drafts.send", kind, times=2, seconds=60)
    campaign = played.morning.confirmed()
    played.morning.work(hours=24 * 14)
    for number in range(2):
        mails = played.arrived(number)
        assert [one.head.get("Subject") for one in mails] == [f"Routes for Firm {number}"] * 3
        assert len({one.thread_id for one in mails}) == 1
        assert [bool(one.head.answers) for one in mails] == [False, True, True]
    assert played.morning.states(campaign) == [EnrollmentState.FINISHED] * 2
    state = played.world.mailboxes.state()[ANA.email]
    assert (state["sent"], state["drafts"]) == (6, 0)
    assert state["units"]["most_in_a_minute"] <= 4_500


def test_somebody_who_answers_gets_no_more(played: Played) -> None:
    campaign = played.morning.confirmed()
    played.morning.work(hours=30)
    [first] = played.arrived(0)
    subject = f"Re: {first.head.get('Subject')}"
    answer = Written(sender=first.head.get("To"), subject=subject, text="Yes", in_reply_to=first.rfc_id)
    gmail_hands.receive(played.world.mailboxes, ANA.email, answer)
    played.morning.work(hours=24 * 14)
    assert (len(played.arrived(0)), len(played.arrived(1))) == (1, 3)
    assert sorted(played.morning.states(campaign)) == [EnrollmentState.FINISHED, EnrollmentState.REPLIED]
