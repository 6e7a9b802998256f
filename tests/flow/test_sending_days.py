"""When a step goes whose delay was changed, and whose days count where the hours are ours."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe, Step, Window
from tests.cast import ANA
from tests.fakes.gmail_account import FakeDelivery
from tests.fakes.sending import Morning
from tests.flow.sending_hands import TWO_WEEKS

FAR = Recipe(steps=(default_recipe().steps[0], Step(id="second", after_days=8, text="Still there?")))
NEAR = replace(FAR, steps=(FAR.steps[0], replace(FAR.steps[1], after_days=2)))


def change(morning: Morning, campaign: Campaign, recipe: Recipe) -> None:
    services = morning.services()
    fresh = services.sequences.campaign(ANA, campaign.id)
    proposal = services.changes.proposed(ANA, fresh, recipe, "token")
    services.changes.apply(ANA, fresh, recipe, proposal.approval, "token")


def only(morning: Morning, campaign: Campaign) -> Enrollment:
    [one] = morning.enrollments(campaign)
    return one


def mails(morning: Morning) -> list[FakeDelivery]:
    return [one for one in morning.mailboxes.deliveries() if not one.by_user]


def days_between(morning: Morning) -> timedelta:
    first, second = (one.at for one in mails(morning))
    return second - first


def test_a_delay_changed_during_a_pause_counts_from_resume_on() -> None:
    morning = Morning()
    campaign = morning.confirmed(NEAR)
    morning.work(hours=1)
    morning.services().sequences.pause(ANA, campaign.id)
    morning.work(hours=24 * 3)  # its old date passes while it is paused
    assert only(morning, campaign).state is EnrollmentState.PAUSED
    change(morning, campaign, FAR)
    morning.services().sequences.resume(ANA, campaign.id)
    morning.work(hours=1)
    assert len(morning.mailboxes.deliveries()) == 1
    morning.work(hours=TWO_WEEKS)
    assert days_between(morning) > timedelta(days=9)


def test_retry_of_a_held_mail_waits_for_the_date_its_new_delay_gives_it() -> None:
    morning = Morning()
    campaign = morning.confirmed(NEAR)
    morning.work(hours=1)
    [first] = morning.mailboxes.deliveries()
    morning.box.user_writes("person0@firm0.example", thread_id=first.thread_id)
    morning.work(hours=24 * 5)
    assert only(morning, campaign).state is EnrollmentState.HELD
    change(morning, campaign, FAR)
    morning.services().held.retry(ANA, only(morning, campaign).id)
    morning.work(hours=1)
    assert len(mails(morning)) == 1
    morning.work(hours=TWO_WEEKS)
    assert days_between(morning) > timedelta(days=9)


def test_our_hours_keep_the_recipients_holidays() -> None:
    """Germany rests on 25 and 26 December, a Friday and a Saturday, and on New Year's Day."""
    morning = Morning()
    morning.clock.at = datetime.fromisoformat("2026-12-24T20:00:00+00:00")
    recipe = Recipe(steps=FAR.steps[:1], window=Window(is_theirs=False))
    plan = morning.plan(recipe)
    morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    morning.work(hours=TWO_WEEKS)
    [mail] = morning.mailboxes.deliveries()
    assert mail.at.date().isoformat() == plan.timeline[0].first_at.date().isoformat() == "2026-12-28"
