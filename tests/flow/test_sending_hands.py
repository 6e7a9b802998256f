"""What people press while a sequence runs: Undo, Pause, Resume and Stop."""

from __future__ import annotations

import pytest

from addon.errors import Invalid
from addon.sequences.campaign_model import CampaignState, Chore, EnrollmentState, Source
from addon.sequences.delivery_model import SendState
from tests.cast import ANA
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.fakes.world import FILE
from tests.flow.sending_hands import (
    LEAD,
    ONE_STEP,
    TWO_WEEKS,
    addresses,
    card,
    drafted,
    left,
    state_of,
)


# --- Undo ------------------------------------------------------------------------------------------------------------
def test_undo_within_a_minute_sends_nothing_and_may_be_repeated() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.clock.advance(seconds=50)
    sequences = morning.services().sequences
    assert sequences.progress(ANA, campaign.id).can_undo
    assert sequences.undo(ANA, campaign.id).state is CampaignState.CANCELLED
    assert sequences.undo(ANA, campaign.id).reason == "undone"
    morning.work(hours=TWO_WEEKS)
    assert morning.mailboxes.deliveries() == []
    assert set(morning.states(campaign)) == {EnrollmentState.CANCELLED}


def test_after_an_undo_the_same_people_may_be_started_anew() -> None:
    morning = Morning()
    morning.services().sequences.undo(ANA, morning.confirmed().id)
    morning.work(hours=1)
    source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
    services = morning.services()
    plan = services.plans.start(ANA, source, "2", "token", ONE_STEP)
    services.sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    morning.work(hours=1)
    assert len(morning.mailboxes.deliveries()) == 1


def test_undo_stays_as_long_as_nothing_is_on_its_way() -> None:
    morning = Morning()
    morning.clock.advance(hours=12)  # at night
    campaign = morning.confirmed()
    morning.work(hours=1)
    assert morning.services().sequences.progress(ANA, campaign.id).can_undo
    morning.services().sequences.undo(ANA, campaign.id)
    morning.work(hours=TWO_WEEKS)
    assert morning.mailboxes.deliveries() == []


@pytest.mark.parametrize("fault", [None, Fault.REQUEST_LOST, Fault.RATE_LIMITED])
def test_undo_is_refused_once_the_first_mail_was_asked_to_go(fault: Fault | None) -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    if fault:
        morning.mailboxes.order("send_draft", fault)
    morning.work(hours=0.03)
    assert not morning.services().sequences.progress(ANA, campaign.id).can_undo
    with pytest.raises(Invalid, match="on its way"):
        morning.services().sequences.undo(ANA, campaign.id)
    assert state_of(morning, campaign) is CampaignState.RUNNING


# --- Pause and Resume ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("hours", [0, 0.1, 24 * 4, 24 * 8])
def test_pause_and_resume_lose_nobody_and_send_nothing_twice(hours: float) -> None:
    morning = Morning(people=3)
    campaign = morning.confirmed()
    morning.work(hours=hours)
    before = len(morning.mailboxes.deliveries())
    for _ in range(2):
        morning.services().sequences.pause(ANA, campaign.id)
    morning.work(hours=24 * 7)
    assert len(morning.mailboxes.deliveries()) == before
    assert not morning.services().sequences.progress(ANA, campaign.id).next_at
    for _ in range(2):
        morning.services().sequences.resume(ANA, campaign.id)
    morning.work(hours=24 * 21)
    assert {to: len(morning.mailboxes.deliveries(to)) for to in addresses(3)} == dict.fromkeys(addresses(3), 3)
    assert max(morning.mailboxes.copies().values()) == 1
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_pause_pressed_between_two_chunks_of_enrolling_leaves_nobody_behind() -> None:
    morning = Morning(people=130)
    campaign = morning.confirmed(ONE_STEP)
    morning.services().worker.tick(0.0)
    assert set(morning.states(campaign)) == {EnrollmentState.ACTIVE, EnrollmentState.PAUSED}
    morning.services().sequences.pause(ANA, campaign.id)
    morning.work(hours=1)
    assert morning.mailboxes.deliveries() == []
    morning.services().sequences.resume(ANA, campaign.id)
    morning.services().worker.tick(5.0)
    assert EnrollmentState.PAUSED not in morning.states(campaign)
    assert morning.services().sequences.progress(ANA, campaign.id).people.keys() <= {"active", "finished"}


def test_who_ends_while_all_is_paused_does_not_keep_it_running() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    morning.services().sequences.pause(ANA, campaign.id)
    suppressions = morning.services().suppressions
    suppressions.opt_out(suppressions.opt_out_token(ANA.tenant, LEAD))
    morning.work(hours=1)
    morning.services().sequences.resume(ANA, campaign.id)
    morning.work(hours=1)
    assert state_of(morning, campaign) is CampaignState.FINISHED


# --- Stop ------------------------------------------------------------------------------------------------------------


def test_stop_deletes_drafts_never_asked_to_go() -> None:
    morning = Morning()
    campaign = drafted(morning)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.work(hours=TWO_WEEKS)
    assert morning.box.drafts == {}
    assert left(morning) == []
    assert morning.mailboxes.deliveries() == []
    assert [one.state for one in morning.sends()] == [SendState.CANCELLED]


def test_stop_leaves_a_draft_that_was_asked_to_go_and_lists_it() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.RATE_LIMITED)
    morning.work(hours=0.03)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.work(hours=1)
    [send] = morning.sends()
    assert list(morning.box.drafts) == [send.draft_id]
    assert left(morning) == [(LEAD, 1)]
    assert "Left in your Drafts" in card(morning)
    morning.clock.advance(hours=24 * 31)
    assert left(morning) == []


def test_stop_leaves_what_the_user_wrote_into_a_draft() -> None:
    morning = Morning()
    campaign = drafted(morning)
    [draft] = morning.box.drafts
    morning.box.user_edits(draft, text="Let me write this myself")
    morning.services().sequences.stop(ANA, campaign.id)
    morning.work(hours=1)
    assert list(morning.box.drafts) == [draft]
    assert left(morning) == [(LEAD, 1)]


def test_stop_deletes_no_mail_that_went_by_hand() -> None:
    morning = Morning()
    campaign = drafted(morning)
    morning.box.pointer_outlives = True
    [draft] = morning.box.drafts
    morning.box.send(draft)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.work(hours=1)
    assert [one.labels for one in morning.box.messages.values()] == [{"SENT"}]


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.EXPIRED, Fault.NO_ACCESS])
def test_a_draft_that_gmail_does_not_delete_is_listed(fault: Fault) -> None:
    morning = Morning()
    campaign = drafted(morning)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.mailboxes.order("delete_draft", fault)
    morning.work(hours=1)
    assert left(morning) == ([] if fault is Fault.EXPIRED else [(LEAD, 1)])


def test_stop_while_gmail_may_be_sending_settles_by_evidence() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.ANSWER_LOST)
    morning.work(hours=0.03)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.work(hours=TWO_WEEKS)
    [send] = morning.sends()
    assert send.state is SendState.SENT
    assert len(morning.mailboxes.deliveries()) == 1
    assert left(morning) == []


def test_a_stopped_sequence_stays_stopped() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    sequences = morning.services().sequences
    assert sequences.stop(ANA, campaign.id).chore is Chore.CANCEL
    assert sequences.stop(ANA, campaign.id).state is CampaignState.CANCELLED
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries()) == 1
    with pytest.raises(Exception, match="not followed"):
        sequences.resume(ANA, campaign.id)
