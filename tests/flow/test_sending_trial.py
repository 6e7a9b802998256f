"""Send me a test: refused where no mail may leave, and told truly where Gmail fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from addon.accounts.grant_model import GrantKind
from addon.accounts.sender_model import Alias, Sender
from addon.errors import AssistantError, Invalid, Unavailable
from addon.sequences.plan_model import Plan
from cards import sequence
from tests.cast import ANA
from tests.fakes.mailboxes import AMBIGUOUS, Fault
from tests.fakes.sending import Morning

SURE = (Fault.RATE_LIMITED, Fault.MAIL_LIMIT, Fault.CONCURRENT, Fault.EXPIRED, Fault.NO_ACCESS, Fault.BAD_MAIL)


def press(morning: Morning, plan: Plan) -> str:
    return morning.services().plans.send_test(ANA, plan.campaign, "token")


def stop_all(morning: Morning) -> None:
    morning.services().policies.stop(ANA)


def take_address(morning: Morning) -> None:
    services = morning.services()
    services.policies.save(ANA, replace(services.policies.policy(ANA.tenant), postal_address=""))


def disconnect(morning: Morning) -> None:
    morning.services().grants.clear()


@pytest.mark.parametrize(
    ("act", "reason"), [(stop_all, "stopped"), (take_address, "address"), (disconnect, "not_connected")]
)
def test_no_test_leaves_where_no_mail_may(act: Callable[[Morning], None], reason: str) -> None:
    morning = Morning()
    plan = morning.plan()
    act(morning)
    with pytest.raises(Invalid) as refused:
        press(morning, plan)
    assert refused.value.reason == reason
    assert (morning.box.drafts, morning.mailboxes.deliveries()) == ({}, [])
    shown = str(sequence.plan(morning.services().plans.again(ANA, plan.campaign, "token")))
    assert "Send me a test" not in shown


def test_no_test_leaves_from_an_address_that_is_gone() -> None:
    morning = Morning()
    morning.box.aliases = [Alias(address="sales@nordwind.example")]
    services = morning.services()
    services.senders.save(ANA, Sender(mailbox="", address="sales@nordwind.example"))
    plan = morning.plan()
    morning.box.aliases = []
    with pytest.raises(Invalid, match="no longer one"):
        press(morning, plan)
    assert morning.mailboxes.deliveries() == []


@pytest.mark.parametrize("fault", SURE)
def test_a_test_that_was_refused_leaves_no_draft_and_is_tried_again_at_once(fault: Fault) -> None:
    morning = Morning()
    plan = morning.plan()
    morning.mailboxes.order("send_draft", fault)
    with pytest.raises(AssistantError):
        press(morning, plan)
    assert morning.box.drafts == {}
    assert press(morning, plan) == ANA.email
    assert [one.to for one in morning.mailboxes.deliveries()] == [ANA.email]


def test_a_test_whose_draft_could_not_be_made_is_tried_again_at_once() -> None:
    morning = Morning()
    plan = morning.plan()
    morning.mailboxes.order("create_draft", Fault.BUSY)
    with pytest.raises(Unavailable):
        press(morning, plan)
    press(morning, plan)
    assert len(morning.mailboxes.deliveries()) == 1


@pytest.mark.parametrize("fault", AMBIGUOUS)
def test_a_test_of_which_nobody_knows_is_told_so_for_a_minute_and_not_repeated(fault: Fault) -> None:
    morning = Morning()
    plan = morning.plan()
    morning.mailboxes.order("send_draft", fault)
    for _ in range(2):
        with pytest.raises(Unavailable, match="did not say whether the test went"):
            press(morning, plan)
    assert len(morning.mailboxes.deliveries()) <= 1
    morning.clock.advance(seconds=61)
    assert press(morning, plan) == ANA.email


def test_a_grant_of_sheets_alone_tests_nothing() -> None:
    morning = Morning()
    plan = morning.plan()
    disconnect(morning)
    morning.connect(morning.services(), [GrantKind.SHEETS])
    with pytest.raises(Invalid, match="Connect Gmail"):
        press(morning, plan)
