"""Mails approved to leave from a send-as address: they wait once Gmail no longer has it, and cost one look a turn."""

from __future__ import annotations

import pytest

from addon.accounts.sender_model import Alias, Sender
from addon.sequences.campaign_model import Campaign
from tests.cast import ANA
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.flow.sending_hands import ONE_STEP, TWO_WEEKS

SALES = "Sales@nordwind.example"
GONE = "Waiting: Gmail may not send from the approved address"


def from_sales(people: int = 1) -> tuple[Morning, Campaign]:
    morning = Morning(people=people)
    morning.box.aliases = [Alias(address=SALES)]
    morning.services().senders.save(ANA, Sender(mailbox="", address=SALES))
    return morning, morning.confirmed(ONE_STEP)


@pytest.mark.parametrize("left", [[], [Alias(address=SALES, is_verified=False)], [Alias(address="b@nordwind.example")]])
def test_no_mail_leaves_from_an_address_gmail_no_longer_has(left: list[Alias]) -> None:
    morning, _ = from_sales()
    morning.box.aliases = left
    morning.work(hours=3)
    assert (morning.mailboxes.deliveries(), morning.box.drafts, morning.words()) == ([], {}, [GONE])


def test_mails_go_on_by_themselves_once_gmail_has_the_address_again() -> None:
    morning, _ = from_sales()
    kept, morning.box.aliases = morning.box.aliases, []
    morning.work(hours=2)
    morning.box.aliases = kept
    morning.work(hours=2)
    [sent] = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert SALES in sent.headers["from"]


def test_an_address_taken_off_between_draft_and_request_stops_the_request() -> None:
    morning, _ = from_sales()
    morning.mailboxes.order("find_draft", Fault.BUSY)
    morning.work(hours=0.03)
    assert len(morning.box.drafts) == 1
    morning.box.aliases = []
    morning.work(hours=3)
    assert (morning.mailboxes.deliveries(), morning.words()) == ([], [GONE])


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.RATE_LIMITED, Fault.EXPIRED])
def test_a_look_that_fails_puts_the_mail_off_and_counts_against_nobody(fault: Fault) -> None:
    morning, campaign = from_sales()
    morning.mailboxes.order("aliases", fault)
    morning.work(hours=2)
    assert len(morning.mailboxes.deliveries()) == 1
    assert [one.failures for one in morning.enrollments(campaign)] == [0]


def test_mails_from_the_own_address_ask_nothing_and_others_once_a_mail_at_most() -> None:
    ours = Morning(people=4)
    ours.confirmed(ONE_STEP)
    theirs, _ = from_sales(people=4)
    counted = []
    for morning in (ours, theirs):
        before = morning.mailboxes.calls.count("aliases")
        morning.work(hours=TWO_WEEKS)
        assert len(morning.mailboxes.deliveries()) == 4
        counted.append(morning.mailboxes.calls.count("aliases") - before)
    assert counted[0] == 0
    assert 1 <= counted[1] <= 4 * 2
