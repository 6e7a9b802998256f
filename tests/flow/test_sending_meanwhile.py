"""What people do while a mail is on its way counts, wherever it is: an answer, Stop, Pause, other steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from addon.sequences.campaign_model import Campaign, CampaignState, EnrollmentState
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe
from tests.cast import ANA
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.flow.sending_hands import LEAD, body_of, state_of
from tests.flow.test_sending_changes import changed

FIRST, SECOND, THIRD = default_recipe().steps


def second_due(morning: Morning) -> Campaign:
    """Send the first mail, and let time pass until the second is due."""
    campaign = morning.confirmed()
    morning.work(hours=1)
    [one] = morning.enrollments(campaign)
    assert one.next_at is not None
    morning.clock.at = one.next_at
    return campaign


# --- an answer that nobody was shown ---
def edited_draft(morning: Morning) -> Callable[[], object]:
    morning.mailboxes.order("find_draft", Fault.BUSY)
    morning.services().worker.tick(5.0)
    [draft] = morning.box.drafts
    morning.box.user_edits(draft)
    morning.work(hours=0.2)
    return lambda: None


def other_footer(morning: Morning) -> Callable[[], object]:
    policies = morning.services().policies
    before = policies.policy(ANA.tenant)
    policies.save(ANA, replace(before, postal_address="2 Other St, Hull"))
    morning.work(hours=0.2)
    return lambda: morning.services().policies.save(ANA, before)


@pytest.mark.parametrize("held_by", [edited_draft, other_footer])
def test_retry_of_a_mail_held_for_something_else_hears_the_answer_that_came_meanwhile(
    held_by: Callable[[Morning], Callable[[], object]],
) -> None:
    morning = Morning()
    campaign = second_due(morning)
    put_back = held_by(morning)
    [one] = morning.enrollments(campaign)
    assert one.state is EnrollmentState.HELD
    morning.box.receive(LEAD, thread_id=one.thread_id)
    morning.clock.advance(minutes=10)
    put_back()
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=2)
    assert len(morning.mailboxes.deliveries()) == 1
    assert morning.enrollments(campaign)[0].state is EnrollmentState.REPLIED


# --- Stop and Pause while a send in doubt is looked at ---
@pytest.mark.parametrize("act", ["stop", "pause"])
def test_what_is_pressed_while_a_send_in_doubt_is_looked_at_holds(act: str) -> None:
    morning = Morning()
    campaign = second_due(morning)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.services().worker.tick(5.0)
    morning.clock.advance(seconds=301)
    sequences = morning.services().sequences
    morning.mailboxes.freeze("thread", lambda: getattr(sequences, act)(ANA, campaign.id), at=2)
    morning.services().worker.tick(5.0)
    assert state_of(morning, campaign) is (CampaignState.CANCELLED if act == "stop" else CampaignState.PAUSED)
    assert morning.mailboxes.calls.count("send_draft") == 2
    assert len(morning.mailboxes.deliveries()) == 1


# --- other steps while a draft is made ---
def test_a_text_changed_while_its_draft_is_made_goes_as_it_is_now() -> None:
    morning = Morning()
    campaign = second_due(morning)
    recipe = Recipe(steps=(FIRST, replace(SECOND, text="Only NEW words."), THIRD))
    morning.mailboxes.freeze("create_draft", lambda: changed(morning, campaign, recipe))
    morning.work(hours=1)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert len(sent) == 2
    assert "Only NEW words" in body_of(sent[1])
    assert morning.box.drafts == {}
