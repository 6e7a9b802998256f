"""Approving many mails anew: after another footer, after edits in many rows, and what the card says of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from addon.leads.model import Cell, OwnColumn
from addon.sequences.campaign_model import Campaign, CampaignState, EnrollmentState
from addon.sequences.delivery_model import SendState
from addon.sequences.plan_model import Proposal
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe, Step, Window
from addon.web.event_object import Event
from addon.web.held_actions import show_held
from addon.web.sending_actions import save_policy
from addon.web.sequence_actions import renew_all_held, renew_sequence
from cards.actions import Input, Param
from tests.cast import ANA
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.fakes.world import FILE
from tests.flow.sending_hands import ONE_STEP, TWO_WEEKS, body_of, state_of

NEW_ADDRESS = "9 New Quay, Leeds"


def move_house(morning: Morning) -> None:
    services = morning.services()
    services.policies.save(ANA, replace(services.policies.policy(ANA.tenant), postal_address=NEW_ADDRESS))


def held(morning: Morning, campaign: Campaign) -> list[str]:
    return [one.reason for one in morning.enrollments(campaign) if one.state is EnrollmentState.HELD]


def proposed(morning: Morning, campaign: Campaign, recipe: Recipe | None = None) -> Proposal:
    fresh = morning.services().sequences.campaign(ANA, campaign.id)
    return morning.services().changes.proposed(ANA, fresh, recipe or fresh.recipe, "token")


def apply(morning: Morning, campaign: Campaign, recipe: Recipe | None = None) -> None:
    shown = proposed(morning, campaign, recipe)
    fresh = morning.services().sequences.campaign(ANA, campaign.id)
    morning.services().changes.apply(ANA, fresh, recipe or fresh.recipe, shown.approval, "token")


def press(campaign: Campaign, **more: str) -> Event:
    return Event(sheet_id=FILE, access_token="token", parameters={Param.CAMPAIGN: campaign.id, **more})


def sent_texts(morning: Morning) -> list[str]:
    return [body_of(one) for one in morning.box.messages.values() if "SENT" in one.labels]


def test_after_another_footer_one_button_has_everybody_go_on_with_the_new_one() -> None:
    morning = Morning(people=4)
    campaign = morning.confirmed(ONE_STEP)
    move_house(morning)
    morning.work(hours=3)
    assert held(morning, campaign) == ["footer"] * 4
    services = morning.services()
    card = json.dumps(show_held(services, press(campaign), ANA).navigations, default=str)
    assert card.count("Approve all anew") == 1
    shown = json.dumps(renew_all_held(services, press(campaign), ANA).navigations, default=str)
    assert "4 held mails go on" in shown
    assert NEW_ADDRESS in shown
    approval = proposed(morning, campaign).approval
    renew_sequence(services, press(campaign, **{Param.APPROVAL: approval}), ANA)
    morning.work(hours=TWO_WEEKS)
    texts = sent_texts(morning)
    assert len(texts) == len(morning.mailboxes.deliveries()) == 4
    assert all(NEW_ADDRESS in text for text in texts)
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_changing_the_steps_releases_whom_only_their_approval_held() -> None:
    morning = Morning(people=3)
    campaign = morning.confirmed()
    morning.work(hours=2)
    [first, *_] = morning.mailboxes.deliveries()
    morning.box.user_writes(first.to, thread_id=first.thread_id)
    morning.work(hours=24 * 6)
    move_house(morning)
    morning.work(hours=TWO_WEEKS)
    assert sorted(held(morning, campaign)) == ["footer", "footer", "wrote_by_hand"]
    steps = default_recipe().steps
    apply(morning, campaign, Recipe(steps=(steps[0], steps[1], replace(steps[2], text="A short word."))))
    assert held(morning, campaign) == ["wrote_by_hand"]
    morning.work(hours=TWO_WEEKS)
    assert len([one for one in morning.mailboxes.deliveries() if not one.by_user]) == 1 + 2 * 3


def test_a_footer_put_back_needs_no_new_words_to_go_on() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed(ONE_STEP)
    services = morning.services()
    old = services.policies.policy(ANA.tenant)
    move_house(morning)
    morning.work(hours=3)
    services.policies.save(ANA, replace(old, version=services.policies.policy(ANA.tenant).version))
    shown = proposed(morning, campaign)
    assert (shown.reworded, shown.released, len(shown.who)) == (0, 2, 2)
    apply(morning, campaign)
    morning.work(hours=3)
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_a_mail_that_may_be_out_is_not_approved_with_the_rest() -> None:
    morning = Morning(people=1, strict=True)
    campaign = morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=2)
    assert held(morning, campaign) == ["ambiguous"]
    move_house(morning)
    assert proposed(morning, campaign).released == 0
    apply(morning, campaign)
    assert held(morning, campaign) == ["ambiguous"]


def test_a_held_mail_of_a_step_taken_out_ends_and_the_next_step_goes() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.order("find_draft", Fault.BUSY)
    morning.work(hours=0.03)
    cells(morning)[1] = "Hi First0,\n\na new text.\n\nAna"
    morning.work(hours=2)
    assert held(morning, campaign) == ["edited"]
    steps = default_recipe().steps
    apply(morning, campaign, Recipe(steps=(Step(id="other"), *steps[1:])))
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries()) == 3
    assert sorted(send.state for send in morning.sends()) == [SendState.CANCELLED, *[SendState.SENT] * 3]
    assert state_of(morning, campaign) is CampaignState.FINISHED


def cells(morning: Morning) -> list[Cell]:
    return next(column for column in morning.sheet.columns if column.own == OwnColumn.DRAFT).cells


# --- What the card says ----------------------------------------------------------------------------------------------
def test_a_moved_step_names_its_people_and_its_days() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.work(hours=1)
    first, second, third = default_recipe().steps
    shown = proposed(morning, campaign, Recipe(steps=(first, replace(second, after_days=9), third)))
    assert (shown.moved, shown.reworded, len(shown.who)) == (2, 0, 2)
    assert [(one.number, one.before, one.after) for one in shown.delays] == [(2, second.after_days, 9)]


def test_new_hours_touch_whoever_still_gets_a_mail() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.work(hours=1)
    shown = proposed(morning, campaign, replace(default_recipe(), window=Window(is_theirs=False)))
    assert (shown.has_new_hours, len(shown.who)) == (True, 2)


# --- What saving the rules says --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("address", "is_running", "is_warned"),
    [(NEW_ADDRESS, True, True), (NEW_ADDRESS, False, False), ("1 Harbour St, Hull", True, False), ("", True, False)],
)
def test_saving_another_footer_warns_of_sequences_under_way(address: str, *, is_running: bool, is_warned: bool) -> None:
    morning = Morning()
    if is_running:
        morning.confirmed()
    form = Event(inputs={Input.POSTAL_ADDRESS: {"stringInputs": {"value": [address]}}})
    reply = save_policy(morning.services(), form, ANA)
    assert ("approve their mails anew" in str(reply.notification)) == is_warned
