"""From drafts to three mails in one thread, while nobody looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from addon.errors import Invalid
from addon.sequences.campaign_model import CampaignState, EnrollmentState
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import EventLog
from tests.cast import ANA, MARCO
from tests.fakes.sending import Morning


def test_three_steps_arrive_in_one_thread_at_the_promised_times() -> None:
    morning = Morning(people=2)
    plan = morning.plan()
    morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    morning.work(hours=24 * 14)
    for number in range(2):
        mails = morning.mailboxes.deliveries(f"person{number}@firm{number}.example")
        assert len(mails) == 3
        assert len({mail.thread_id for mail in mails}) == 1
        assert {mail.subject for mail in mails} == {f"Routes for Firm {number}"}
        for mail, leg in zip(mails, plan.timeline, strict=True):
            assert leg.first_at - timedelta(seconds=1) <= mail.at <= leg.last_at + timedelta(minutes=6)
    assert morning.states(plan.campaign) == [EnrollmentState.FINISHED] * 2
    assert morning.words() == ["Sent 3 of 3, finished"] * 2


def test_follow_ups_name_the_mails_before_them() -> None:
    morning = Morning()
    morning.confirmed()
    morning.work(hours=24 * 14)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    ids = [one.rfc_id for one in sent]
    assert [one.headers.get("in-reply-to", "") for one in sent] == ["", ids[0], ids[1]]
    assert [one.headers.get("references", "").split() for one in sent] == [[], ids[:1], ids[:2]]


def test_nothing_leaves_before_the_undo_is_over() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=59 / 3600)
    assert morning.mailboxes.deliveries() == []
    morning.services().sequences.undo(ANA, campaign.id)
    morning.work(hours=24 * 14)
    assert morning.mailboxes.deliveries() == []
    assert morning.states(campaign) == [EnrollmentState.CANCELLED]
    assert morning.words() == ["Sequence stopped"]


def test_undo_is_refused_once_the_first_mail_is_on_its_way() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=0.1)
    with pytest.raises(Invalid, match="on its way"):
        morning.services().sequences.undo(ANA, campaign.id)


def test_a_reply_stops_the_next_step() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    [first] = morning.mailboxes.deliveries()
    morning.box.receive("person0@firm0.example", thread_id=first.thread_id)
    morning.work(hours=24 * 14)
    assert len(morning.mailboxes.deliveries()) == 1
    assert morning.states(campaign) == [EnrollmentState.HELD]
    assert morning.words() == ["Held: somebody answered"]


def test_an_opt_out_stops_the_next_step_for_ever() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    services = morning.services()
    token = services.suppressions.opt_out_token(ANA.tenant, "person0@firm0.example")
    services.suppressions.opt_out(token)
    morning.work(hours=24 * 14)
    assert len(morning.mailboxes.deliveries()) == 1
    assert morning.states(campaign) == [EnrollmentState.OPTED_OUT]
    assert morning.words() == ["Opted out"]


def test_the_log_tells_every_act_and_by_whom() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=24 * 14)
    told = [(one.type, one.by) for one in EventLog(morning.world.documents).of_campaign(ANA.tenant, campaign.id)]
    assert sorted(kind for kind, _ in told) == sorted(
        [EventType.APPROVED, EventType.QUEUED, EventType.SENT, EventType.SENT, EventType.SENT]
    )
    assert (EventType.APPROVED, ANA.user) in told
    assert (EventType.SENT, "system") in told


def test_confirm_is_for_exactly_what_was_shown() -> None:
    morning = Morning()
    plan = morning.plan()
    with pytest.raises(Invalid, match="changed"):
        morning.services().sequences.confirm(ANA, plan.campaign.id, "another digest")
    once = morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    twice = morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    assert (once.confirmed_at, once.state) == (twice.confirmed_at, CampaignState.SCHEDULED)


def test_a_colleague_sees_and_touches_nothing_of_it() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    with pytest.raises(Invalid, match="gone"):
        morning.services().sequences.stop(MARCO, campaign.id)


def test_a_campaign_that_is_over_says_so() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=24 * 14)
    assert morning.services().sequences.campaign(ANA, campaign.id).state is CampaignState.FINISHED
    assert morning.clock.now() > datetime(2026, 12, 4, tzinfo=UTC)
