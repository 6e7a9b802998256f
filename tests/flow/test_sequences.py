"""From drafts to three mails in one thread, while nobody looks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from addon.errors import Invalid
from addon.runs.model import RunKind
from addon.sequences.campaign_model import CampaignState, EnrollmentState
from addon.sequences.delivery_model import SendState
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import EventLog
from tests.cast import ANA, MARCO
from tests.fakes.mailboxes import Fault
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
    assert morning.words() == [""]


def test_after_undo_the_row_says_what_it_said_before_and_is_chosen_anew() -> None:
    morning = Morning(people=2)
    morning.world.finish(morning.world.start(RunKind.FOLLOW_UPS))
    before = morning.words()
    campaign = morning.confirmed()
    morning.work(hours=30 / 3600)
    assert morning.words() != before
    morning.services().sequences.undo(ANA, campaign.id)
    morning.work(hours=1)
    assert morning.words() == before
    again = morning.confirmed()
    assert again.people == 2
    morning.work(hours=24 * 14)
    assert morning.states(again) == [EnrollmentState.FINISHED] * 2


@pytest.mark.parametrize("repeat", range(4))  # ids are random, and so was the order of telling
def test_a_sequence_confirmed_right_after_undo_has_the_last_word(repeat: int) -> None:
    morning = Morning()
    first = morning.confirmed()
    morning.work(hours=30 / 3600)
    morning.services().sequences.undo(ANA, first.id)
    other = morning.services().plans.start(ANA, first.source, "2", "token")  # no turn yet: its row speaks of the first
    morning.services().sequences.confirm(ANA, other.campaign.id, other.campaign.approval)
    morning.work(hours=30 / 3600)
    assert str(morning.words()[0]).startswith("Next mail")


@pytest.mark.parametrize("end", ["undo", "stop"])
def test_the_log_says_of_everybody_who_ended_it_and_how(end: str) -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=30 / 3600)
    getattr(morning.services().sequences, end)(ANA, campaign.id)
    morning.work(hours=1)
    told, _ = morning.services().sequences.log(ANA, campaign.id)
    [one] = [one.event for one in told if one.event.type is EventType.CANCELLED and one.event.enrollment]
    assert (one.by, one.reason) == (ANA.user, {"undo": "undone", "stop": "stopped"}[end])


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
    assert morning.states(campaign) == [EnrollmentState.REPLIED]
    assert morning.words() == ["Replied"]


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


def test_the_log_is_read_page_by_page_and_names_whom_it_was_about() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    sequences = morning.services().sequences
    for _ in range(12):
        sequences.pause(ANA, campaign.id)
        sequences.resume(ANA, campaign.id)
    first, has_older = sequences.log(ANA, campaign.id)
    second, has_more = sequences.log(ANA, campaign.id, page=1)
    assert (len(first), has_older, has_more) == (20, True, False)
    told = [(one.event.type, one.to, one.step) for one in second]
    assert (EventType.SENT, "person0@firm0.example", 1) in told
    assert (EventType.APPROVED, "", 0) in told
    assert not {one.event.id for one in first} & {one.event.id for one in second}


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


@pytest.mark.parametrize(
    ("fault", "state", "reason"),
    [(Fault.ANSWER_LOST, SendState.SENT, ""), (Fault.REQUEST_LOST, SendState.CANCELLED, "left_in_drafts")],
)
def test_an_opt_out_while_nobody_knows_whether_it_went_still_ends_in_the_truth(
    fault: Fault, state: SendState, reason: str
) -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", fault)
    morning.work(hours=0.05)
    services = morning.services()
    services.suppressions.opt_out(services.suppressions.opt_out_token(ANA.tenant, "person0@firm0.example"))
    morning.work(hours=48)
    [send] = morning.sends()
    assert (send.state, send.reason) == (state, reason)
    assert len(morning.mailboxes.deliveries()) == (state is SendState.SENT)
    assert morning.states(campaign) == [EnrollmentState.OPTED_OUT]
    assert morning.words() == ["Opted out"]
