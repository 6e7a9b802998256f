"""The buttons of Held: each decides exactly once, and the campaign goes on or ends with it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from addon.accounts.model import Caller
from addon.errors import Invalid, Rejected
from addon.leads.model import OwnColumn
from addon.sequences.campaign_model import Campaign, CampaignState, Enrollment, EnrollmentState
from addon.sequences.delivery import SETTLE
from addon.sequences.delivery_model import SendState
from addon.sequences.recipe import default_recipe
from addon.sequences.repository import SequenceRepository
from addon.services import Services
from addon.web.event_object import Event
from addon.web.held_actions import cancel_held, retry_held, sent_held, yes_held
from cards.response import Reply
from tests.cast import ANA, MARCO
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.fakes.world import FILE
from tests.flow.sending_hands import (
    LEAD,
    ONE_STEP,
    TWO_WEEKS,
    card,
    drafted,
    edited,
    gone,
    left,
    only,
    press,
    state_of,
)

# --- Held ------------------------------------------------------------------------------------------------------------


def test_a_held_mail_is_shown_with_its_row() -> None:
    morning = Morning(people=2)
    morning.clock.advance(minutes=1)
    campaign = morning.confirmed(ONE_STEP)
    morning.work(hours=0.01)
    [second] = [one for one in morning.enrollments(campaign) if one.to == "person1@firm1.example"]
    hold(morning, second)
    shown = morning.services().held.mails(ANA, file=FILE, access_token="token")
    assert [(one.to, one.row, one.step) for one in shown] == [("person1@firm1.example", 3, 1)]
    assert "Row 3" in card(morning)
    assert [one.row for one in morning.services().held.mails(ANA, file="another", access_token="token")] == [0]


def hold(morning: Morning, one: Enrollment) -> None:
    store = SequenceRepository(morning.world.documents)
    fresh = store.find(one.tenant, one.id)
    assert fresh is not None
    store.commit([store.enrollment_write(replace(fresh, state=EnrollmentState.HELD, reason="answered", next_at=None))])


def test_a_sheet_that_cannot_be_read_keeps_no_held_mail_hidden() -> None:
    morning = Morning()
    gone(morning)
    del morning.world.spreadsheets.files[FILE]
    assert LEAD in card(morning)
    assert "Row" not in card(morning)


def test_retry_asks_first_where_a_copy_may_be_out_and_yes_sends_one_more() -> None:
    morning = Morning()
    campaign, one = gone(morning)
    reply = retry_held(morning.services(), press(morning, one), ANA)
    assert "Do you want to send another one?" in json.dumps(reply.navigations, default=str)
    assert morning.mailboxes.deliveries() == []
    yes_held(morning.services(), press(morning, one), ANA)
    yes_held(morning.services(), press(morning, one), ANA)  # Google repeats the click
    morning.work(hours=24)
    assert len(morning.mailboxes.deliveries()) == 1
    assert sorted((send.attempt, send.state) for send in morning.sends()) == [
        (1, SendState.CANCELLED),
        (2, SendState.SENT),
    ]
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_retry_sends_an_edited_draft_as_the_user_left_it() -> None:
    morning = Morning()
    campaign, one = edited(morning)
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=24)
    [sent] = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert "A better text" in sent.raw.decode()
    assert state_of(morning, campaign) is CampaignState.FINISHED


@pytest.mark.parametrize("button", [retry_held, cancel_held, sent_held, yes_held])
def test_a_click_that_google_repeats_does_once_what_the_first_did(
    button: Callable[[Services, Event, Caller], Reply],
) -> None:
    morning = Morning()
    campaign, one = edited(morning)
    first = button(morning.services(), press(morning, one), ANA)
    after = (morning.enrollments(campaign), morning.sends())
    assert button(morning.services(), press(morning, one), ANA) == first
    assert (morning.enrollments(campaign), morning.sends()) == after


@pytest.mark.parametrize("button", [retry_held, sent_held, yes_held])
def test_a_click_repeated_after_the_next_mail_is_held_decides_nothing_about_that_one(
    button: Callable[[Services, Event, Caller], Reply],
) -> None:
    morning = Morning()
    campaign, one = gone(morning)
    yes_held(morning.services(), press(morning, one), ANA)
    hold(morning, one)
    after = (morning.enrollments(campaign), morning.sends())
    button(morning.services(), press(morning, one), ANA)
    assert (morning.enrollments(campaign), morning.sends()) == after


def test_retry_writes_a_deleted_draft_again() -> None:
    morning = Morning()
    campaign = drafted(morning)
    [draft] = morning.box.drafts
    morning.box.user_deletes(draft)
    morning.work(hours=1)
    one, _ = only(morning, campaign)
    assert one.reason == "deleted_draft"
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=24)
    assert len(morning.mailboxes.deliveries()) == 1


def test_retry_finds_the_copy_that_came_to_light_and_sends_none() -> None:
    morning = Morning()
    morning.box.read_lag = timedelta(hours=30)
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.ANSWER_LOST)
    morning.work(hours=26)
    one, _ = only(morning, campaign)
    assert one.state is EnrollmentState.HELD
    morning.clock.advance(hours=6)
    assert morning.services().held.retry(ANA, one.id)
    one, send = only(morning, campaign)
    assert (send.state, one.state, list(one.sent)) == (SendState.SENT, EnrollmentState.ACTIVE, ["first"])
    assert len(morning.mailboxes.deliveries()) == 1


def test_retry_waits_until_the_last_request_is_over_for_certain() -> None:
    morning = Morning(strict=True)
    campaign = morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=2)
    one, send = only(morning, campaign)
    assert (one.reason, send.requests) == ("ambiguous", 1)
    assert send.requested_at is not None
    assert morning.clock.now() - send.requested_at > SETTLE
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=24)
    assert len(morning.mailboxes.deliveries()) == 1


def refused(morning: Morning) -> Enrollment:
    """Have Gmail refuse our access at the request itself: nothing went, and nobody doubts it."""
    campaign = morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.EXPIRED)
    morning.work(hours=0.03)
    one, send = only(morning, campaign)
    assert (one.reason, send.requests) == ("reconnect", 1)
    return one


def test_retry_after_a_certain_refusal_neither_waits_nor_asks_and_no_copy_is_spoken_of() -> None:
    morning = Morning(strict=True)
    one = refused(morning)
    assert "copy may" not in card(morning)
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=24)
    assert len(morning.mailboxes.deliveries()) == 1
    assert morning.box.drafts == {}


def test_a_refusal_after_a_request_in_doubt_leaves_the_doubt() -> None:
    morning = Morning()
    morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.mailboxes.order("send_draft", Fault.EXPIRED, at=2)
    morning.work(hours=0.5)
    [waiting] = morning.services().held.mails(ANA)
    assert (waiting.reason, waiting.may_be_out) == ("reconnect", True)


def test_a_draft_that_another_attempt_replaced_is_listed() -> None:
    morning = Morning(strict=True)
    campaign = morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=2)
    one, _ = only(morning, campaign)
    morning.services().held.again(ANA, one.id)
    morning.work(hours=1)
    assert len(morning.box.drafts) == 1
    assert left(morning) == [(LEAD, 1)]


def test_mark_sent_takes_the_users_word_and_the_next_step_goes() -> None:
    morning = Morning()
    campaign, one = gone(morning, default_recipe())
    sent_held(morning.services(), press(morning, one), ANA)
    sent_held(morning.services(), press(morning, one), ANA)  # Google repeats the click
    morning.work(hours=24 * 7)
    [one] = morning.enrollments(campaign)
    assert one.reason == "thread_gone"  # nobody could listen there for an answer
    retry_held(morning.services(), press(morning, one), ANA)
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries()) == 2
    assert state_of(morning, campaign) is CampaignState.FINISHED


@pytest.mark.parametrize("held", [gone, edited])
def test_cancelling_the_last_held_mail_finishes_the_campaign(
    held: Callable[[Morning], tuple[Campaign, Enrollment]],
) -> None:
    morning = Morning()
    campaign, one = held(morning)
    assert state_of(morning, campaign) is CampaignState.RUNNING
    cancel_held(morning.services(), press(morning, one), ANA)
    morning.work(hours=24)
    assert state_of(morning, campaign) is CampaignState.FINISHED
    assert morning.states(campaign) == [EnrollmentState.CANCELLED]
    assert morning.mailboxes.deliveries() == []


def test_marking_the_last_held_mail_sent_finishes_the_campaign() -> None:
    morning = Morning()
    campaign, one = gone(morning)
    morning.services().held.mark_sent(ANA, one.id)
    morning.work(hours=1)
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_cancelling_deletes_a_draft_of_ours_and_leaves_one_the_user_edited() -> None:
    ours, theirs = Morning(), Morning()
    campaign = drafted(ours)
    hold_send(ours, only(ours, campaign)[0])
    _, two = edited(theirs)
    ours.services().held.cancel(ANA, only(ours, campaign)[0].id)
    theirs.services().held.cancel(ANA, two.id)
    assert ours.box.drafts == {}
    assert len(theirs.box.drafts) == 1
    assert (left(ours), left(theirs)) == ([], [(LEAD, 1)])


def hold_send(morning: Morning, one: Enrollment) -> None:
    """Have the row of a mail that waits in Drafts be edited: the gate holds it."""
    drafts = next(column for column in morning.sheet.columns if column.own == OwnColumn.DRAFT)
    drafts.cells[1] = "Another text"
    morning.work(hours=1)
    found = SequenceRepository(morning.world.documents).find(one.tenant, one.id)
    assert found is not None
    assert found.reason == "edited"


@pytest.mark.parametrize("button", ["retry", "again", "mark_sent", "cancel"])
def test_a_colleague_cannot_decide_my_held_mails(button: str) -> None:
    morning = Morning()
    _, one = gone(morning)
    with pytest.raises(Invalid, match="gone"):
        getattr(morning.services().held, button)(MARCO, one.id)
    assert morning.services().held.mails(MARCO) == []


def test_retry_without_gmail_says_so_and_changes_nothing() -> None:
    morning = Morning()
    campaign, one = gone(morning)
    morning.services().grants.clear()
    with pytest.raises(Rejected):
        morning.services().held.retry(ANA, one.id)
    assert morning.states(campaign) == [EnrollmentState.HELD]


@pytest.mark.parametrize(("held", "expected"), [(gone, []), (edited, [(LEAD, 1)])])
@pytest.mark.parametrize("end", ["stop", "opt_out"])
def test_a_held_mail_that_is_ended_otherwise_ends_too_and_its_draft_is_listed_if_it_may_stand(
    held: Callable[[Morning], tuple[Campaign, Enrollment]], expected: list[tuple[str, int]], end: str
) -> None:
    morning = Morning()
    campaign, _ = held(morning)
    services = morning.services()
    if end == "stop":
        services.sequences.stop(ANA, campaign.id)
    else:
        services.suppressions.opt_out(services.suppressions.opt_out_token(ANA.tenant, LEAD))
    morning.work(hours=1)
    assert [send.state for send in morning.sends()] == [SendState.CANCELLED]
    assert left(morning) == expected
    assert morning.services().held.mails(ANA) == []
    assert state_of(morning, campaign) is (CampaignState.CANCELLED if end == "stop" else CampaignState.FINISHED)
