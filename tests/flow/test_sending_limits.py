"""Caps, pauses, the kill switch, Google's limits: what waits keeps its draft and place, and goes on by itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from addon.accounts.model import Caller
from addon.accounts.policy_model import Policy
from addon.errors import Invalid
from addon.sequences.campaign_model import Campaign, EnrollmentState
from addon.sequences.delivery_model import SendState
from addon.sequences.gate_model import Lock
from addon.sequences.recipe_model import Recipe
from addon.services import Services
from addon.web import sending_actions
from addon.web.event_object import Event
from cards.response import Reply
from cards.waits import waiting_line
from tests.cast import ANA, MARCO
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.flow.sending_locks import ANY_TIME, until_asked

DAY = timedelta(hours=24)
ONE_MAIL = replace(ANY_TIME, steps=ANY_TIME.steps[:1])
MANY = Policy(postal_address="1 Harbour St, Hull", is_strict=False, people_per_company=100)

Handler = Callable[[Services, Event, Caller], Reply]


def press(morning: Morning, handler: Handler, **typed: str) -> None:
    """Press a button of Settings as an administrator."""
    inputs = {name: {"stringInputs": {"value": [value]}} for name, value in typed.items()}
    handler(morning.services(), Event.read({"commonEventObject": {"formInputs": inputs}}), ANA)


def begun(people: int, policy: Policy = MANY, recipe: Recipe = ONE_MAIL) -> tuple[Morning, Campaign]:
    morning = Morning(people=people)
    morning.services().policies.save(ANA, policy)
    return morning, morning.confirmed(recipe)


def instants(morning: Morning) -> list[datetime]:
    return [one.at for one in morning.mailboxes.deliveries()]


def asked(morning: Morning, method: str) -> int:
    return morning.mailboxes.calls.count(method)


# --- Google's limits ---
def test_googles_limit_of_a_day_pauses_the_mailbox_until_its_instant_and_it_goes_on_by_itself() -> None:
    morning, campaign = begun(3)
    until = morning.clock.now() + timedelta(hours=5)
    morning.mailboxes.order("send_draft", Fault.MAIL_LIMIT, at=2, until=until)
    morning.work(hours=4.9)
    assert (len(instants(morning)), asked(morning, "send_draft")) == (1, 2), "nothing is tried before the instant"
    waits = [word for word in morning.words() if str(word).startswith("Waiting: Google's limit until 2026-11-24 14:00")]
    assert len(waits) == 2, "each mail that is due says so, not only the one that was refused"
    shown = morning.services().sequences.progress(ANA, campaign.id)
    assert (shown.waits_for, shown.until) == (Lock.MAILBOX_PAUSED, until)
    assert waiting_line(shown.waits_for, shown.until, "UTC", morning.clock.now())
    morning.work(hours=1)
    assert [at >= until for at in instants(morning)] == [False, True, True]
    assert set(morning.states(campaign)) == {EnrollmentState.FINISHED}


def test_a_paused_mailbox_is_still_read() -> None:
    morning, _ = begun(2)
    morning.mailboxes.order("send_draft", Fault.ANSWER_LOST, at=1)
    morning.mailboxes.order("send_draft", Fault.MAIL_LIMIT, at=2, until=morning.clock.now() + timedelta(hours=5))
    morning.work(hours=1)
    assert sorted(one.state for one in morning.sends()) == [SendState.DRAFTED, SendState.SENT]


@pytest.mark.parametrize("fault", [Fault.RATE_LIMITED, Fault.CONCURRENT])
def test_a_rate_limit_keeps_the_draft_and_the_place(fault: Fault) -> None:
    morning, campaign = begun(3)
    morning.mailboxes.order("send_draft", fault)
    morning.work(hours=1)
    assert asked(morning, "create_draft") == 3, "the draft that was refused is the one that goes"
    assert len(instants(morning)) == 3
    refused = next(one for one in morning.sends() if one.requests == 2)
    first = next(one for one in morning.enrollments(campaign) if one.id == refused.enrollment)
    assert morning.mailboxes.deliveries()[0].to == first.to, "it is still the first"


@pytest.mark.parametrize("method", ["profile", "create_draft", "find_draft"])
@pytest.mark.parametrize("fault", [Fault.RATE_LIMITED, Fault.CONCURRENT, Fault.MAIL_LIMIT])
def test_a_limit_before_the_send_loses_nothing(method: str, fault: Fault) -> None:
    morning, campaign = begun(2)
    morning.mailboxes.order(method, fault, until=morning.clock.now() + timedelta(hours=2))
    morning.work(hours=6)
    assert len(instants(morning)) == 2
    assert len(morning.box.drafts) == 0
    assert morning.states(campaign) == [EnrollmentState.FINISHED] * 2


def test_a_refused_mail_does_not_count_against_the_cap() -> None:
    morning, _ = begun(2, replace(MANY, first_cap=2, ramp=0))
    morning.mailboxes.order("send_draft", Fault.RATE_LIMITED)
    morning.work(hours=2)
    assert len(instants(morning)) == 2


# --- our caps ---
def test_no_24_hours_see_more_mails_than_the_cap() -> None:
    morning, campaign = begun(10, replace(MANY, first_cap=3, ramp=0, daily_cap=3))
    morning.work(hours=24 * 7)
    at = instants(morning)
    assert len(at) == 10
    assert all(later - first >= DAY for first, later in zip(at, at[3:], strict=False))
    assert set(morning.states(campaign)) == {EnrollmentState.FINISHED}


def test_clean_days_raise_the_cap_and_never_beyond_the_policys() -> None:
    morning, _ = begun(14, replace(MANY, first_cap=2, ramp=1, daily_cap=4))
    morning.work(hours=24 * 9)
    at = instants(morning)
    days = [sum(one.date() == day for one in at) for day in sorted({one.date() for one in at})]
    assert sum(days) == 14
    assert days[0] == 2
    assert max(days) == 4
    assert days[1] > days[0], "a day without a bounce raises it"


def test_a_cap_that_is_raised_lets_mails_go_at_once() -> None:
    morning, _ = begun(3, replace(MANY, first_cap=1, ramp=0))
    morning.work(hours=1)
    assert len(instants(morning)) == 1
    press(morning, sending_actions.save_policy, first_cap="3", postal_address=MANY.postal_address)
    morning.work(hours=1)
    assert len(instants(morning)) == 3


def test_mails_of_one_mailbox_leave_one_to_three_minutes_apart() -> None:
    morning, _ = begun(6)
    morning.work(hours=2)
    gaps = [later - first for first, later in pairwise(instants(morning))]
    assert len(gaps) == 5
    assert all(timedelta(seconds=60) <= gap <= timedelta(seconds=181) for gap in gaps)
    assert len(set(gaps)) > 1


# --- the kill switch ---
@pytest.mark.parametrize("method", ["profile", "create_draft", "find_draft"])
def test_nothing_starts_after_stop_all_sending_wherever_a_mail_stands(method: str) -> None:
    morning, campaign = begun(2)

    def stop_while_gmail_is_slow() -> None:
        press(morning, sending_actions.stop_sending)
        morning.clock.advance(seconds=55)

    morning.mailboxes.freeze(method, stop_while_gmail_is_slow)
    morning.work(hours=24)
    assert asked(morning, "send_draft") == 0
    assert set(morning.words()) == {"Waiting: all sending is stopped"}
    press(morning, sending_actions.go_on_sending)
    morning.work(hours=24)
    assert len(instants(morning)) == 2
    assert morning.states(campaign) == [EnrollmentState.FINISHED] * 2


def test_a_send_in_doubt_is_not_asked_for_again_while_all_sending_is_stopped() -> None:
    morning, _ = begun(1)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=0.05)
    press(morning, sending_actions.stop_sending)
    morning.work(hours=3)
    assert asked(morning, "send_draft") == 1
    assert morning.words() == ["Waiting: all sending is stopped"]
    press(morning, sending_actions.go_on_sending)
    morning.work(hours=1)
    assert len(instants(morning)) == 1


@pytest.mark.parametrize(("method", "at"), [("thread", 1), ("find_draft", 1), ("thread", 2)])
def test_stop_thrown_while_a_send_in_doubt_is_looked_at_holds_too(method: str, at: int) -> None:
    """Evidence and thread are read first; the last look before the request is at the rules."""
    morning, _ = begun(1, recipe=ANY_TIME)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST, at=2)
    morning.work(hours=61.9)
    until_asked(morning, 2)
    morning.mailboxes.freeze(method, lambda: press(morning, sending_actions.stop_sending), at=at)
    morning.work(hours=3)
    assert asked(morning, "send_draft") == 2
    assert morning.words() == ["Sent 1 of 3, waiting: all sending is stopped"]


def test_a_wake_up_that_was_lost_is_made_up_for() -> None:
    morning, _ = begun(1)
    press(morning, sending_actions.stop_sending)
    morning.work(hours=0.5)
    morning.services().policies.go_on(ANA)  # and the process died before it woke anybody
    morning.work(hours=1)
    assert len(instants(morning)) == 1


def test_anybody_may_stop_and_confirm_is_refused_meanwhile() -> None:
    morning = Morning()
    plan = morning.plan()
    morning.services().policies.stop(MARCO)
    with pytest.raises(Invalid, match="stopped"):
        morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
