"""What comes between two steps stops the next: answers, hands, opt-outs; and the log tells every act and by whom."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import replace

import pytest
from flask import Flask

from addon.accounts.grant_model import GrantKind
from addon.sequences.campaign_model import Campaign, EnrollmentState, Source
from addon.sequences.delivery_model import SendState
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import EventLog
from addon.sequences.gate_model import Lock
from addon.web import optout
from tests.cast import ANA, MARCO
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.flow.sending_locks import (
    LEAD,
    answer,
    connected,
    delete_thread,
    mails,
    retry,
    stop_all,
    their_stop,
    theirs,
    until_asked,
    write_by_hand,
)


def opt_out(morning: Morning) -> int:
    """Post as a mail program does to the link below the mail; return the status."""
    app = Flask("tests")
    app.register_blueprint(optout.blueprint(morning.services))
    token = morning.services().suppressions.opt_out_token(ANA.tenant, LEAD)
    return app.test_client().post(f"/u/{token}", data={"List-Unsubscribe": "One-Click"}).status_code


def one_sent(morning: Morning) -> Campaign:
    campaign = morning.confirmed()
    morning.work(hours=1)
    assert len(mails(morning, campaign)) == 1
    return campaign


# --- answers and hands ---
@pytest.mark.parametrize("sender", [LEAD, "boss@firm0.example"])
def test_whoever_writes_into_the_thread_stops_the_next_step(sender: str) -> None:
    morning = Morning()
    campaign = one_sent(morning)
    [first] = morning.mailboxes.deliveries()
    morning.box.receive(sender, thread_id=first.thread_id)
    morning.work(hours=24 * 14)
    assert len(mails(morning, campaign)) == 1
    assert morning.words() == ["Replied"]
    assert not morning.box.drafts


def test_an_answer_in_the_first_thread_is_heard_though_a_follow_up_landed_in_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    morning = Morning()
    campaign = one_sent(morning)
    [first] = morning.mailboxes.deliveries()
    monkeypatch.setattr(morning.box, "_fits", lambda raw, thread: False)
    until_asked(morning, 2)
    assert len({one.thread_id for one in morning.mailboxes.deliveries()}) == 2
    morning.box.receive(LEAD, thread_id=first.thread_id)
    morning.work(hours=24 * 14)
    assert len(mails(morning, campaign)) == 2
    assert morning.words() == ["Replied"]


def test_what_comes_into_another_thread_holds_nothing() -> None:
    morning = Morning()
    campaign = one_sent(morning)
    morning.box.receive("news@elsewhere.example")
    morning.box.user_writes("somebody@elsewhere.example")
    morning.work(hours=24 * 14)
    assert len(mails(morning, campaign)) == 3


@pytest.mark.parametrize(("act", "words"), [(answer, "Replied"), (write_by_hand, "Held: you wrote by hand")])
def test_what_comes_while_a_draft_waits_for_googles_limit_stops_it(
    act: Callable[[Morning, Campaign], object], words: str
) -> None:
    """The thread is read before a follow-up goes, not only before its draft is made."""
    morning = Morning()
    campaign = one_sent(morning)
    morning.mailboxes.order("send_draft", Fault.MAIL_LIMIT)
    morning.work(hours=70.4)
    until_asked(morning, 2)
    act(morning, campaign)
    morning.work(hours=24 * 14)
    assert len(mails(morning, campaign)) == 1
    assert morning.words() == [words]


def test_an_answer_while_a_send_is_in_doubt_keeps_the_same_draft_from_being_asked_for_again() -> None:
    morning = Morning()
    campaign = one_sent(morning)
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=70.4)
    until_asked(morning, 2)
    answer(morning, campaign)
    morning.work(hours=24 * 14)
    assert morning.mailboxes.calls.count("send_draft") == 2
    assert morning.words() == ["Replied"]


def test_a_thread_deleted_while_the_draft_is_made_holds_and_goes_on_in_a_new_one() -> None:
    morning = Morning()
    campaign = one_sent(morning)
    [first] = morning.mailboxes.deliveries()
    morning.mailboxes.freeze("profile", lambda: delete_thread(morning, campaign))
    morning.work(hours=24 * 7)
    assert morning.words() == ["Held: the conversation was deleted in Gmail"]
    log = EventLog(morning.world.documents).of_campaign(ANA.tenant, campaign.id)
    assert "grant" not in [event.reason for event in log], "nobody is asked to connect what is connected"
    [one] = morning.enrollments(campaign)
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=24 * 14)
    later = morning.mailboxes.deliveries()[1:]
    assert len(later) == 2
    assert len({one.thread_id for one in later}) == 1
    assert later[0].thread_id != first.thread_id
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert all("in-reply-to" in one.headers for one in sent), "the reader's program still joins them"


# --- opt-outs ---
@pytest.mark.parametrize("method", ["create_draft", "find_draft"])
def test_an_opt_out_between_draft_and_send_takes_the_draft_back(method: str) -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.freeze(method, lambda: opt_out(morning))
    morning.work(hours=24 * 14)
    assert morning.mailboxes.deliveries() == []
    assert not morning.box.drafts
    assert [one.state for one in morning.sends()] == [SendState.CANCELLED]
    assert morning.states(campaign) == [EnrollmentState.OPTED_OUT]
    assert morning.words() == ["Opted out"]


def test_an_opt_out_ends_what_waits_for_googles_limit_at_once_and_lists_the_draft_that_was_asked_to_go() -> None:
    morning = Morning()
    morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.MAIL_LIMIT)
    morning.work(hours=1)
    assert opt_out(morning) == 200
    morning.work(hours=0.1)
    assert morning.words() == ["Opted out"]
    assert [one.to for one in morning.services().held.left(ANA)] == [LEAD]
    morning.work(hours=48)
    assert morning.mailboxes.deliveries() == []


def test_an_opt_out_holds_for_every_campaign_and_everybody_of_the_tenant_for_ever() -> None:
    morning = Morning()
    campaign = one_sent(morning)
    assert opt_out(morning) == 200
    assert opt_out(morning) == 200, "as often as they like"
    services = morning.services()
    for user in (ANA, MARCO):
        plan = services.plans.start(user, campaign.source, "2-2", "token")
        assert plan.people == 0
    theirs()(morning, campaign)
    morning.work(hours=24 * 60)
    assert len(morning.mailboxes.deliveries()) == 1


def test_an_opt_out_ends_what_already_runs_for_them_elsewhere() -> None:
    morning = Morning()
    theirs()(morning, morning.confirmed())
    morning.work(hours=1)
    before = len(morning.mailboxes.deliveries())
    assert opt_out(morning) == 200
    morning.work(hours=24 * 14)
    assert len(morning.mailboxes.deliveries()) == before == 1
    store = morning.world.documents
    log = EventLog(store).of_campaign(ANA.tenant, morning.sends()[0].campaign)
    assert (EventType.UNSUBSCRIBED, "recipient") in [(one.type, one.by) for one in log]


# --- the log ---
def held_one(morning: Morning, campaign: Campaign) -> str:
    """Have the draft deleted by a hand before it goes; return the enrollment that waits for Ana."""
    morning.mailboxes.freeze("find_draft", lambda: morning.box.user_deletes(next(iter(morning.box.drafts))))
    morning.work(hours=1)
    [one] = morning.enrollments(campaign)
    assert one.state is EnrollmentState.HELD
    return one.id


def held(press: str) -> Callable[[Morning, Campaign], object]:
    return lambda morning, campaign: getattr(morning.services().held, press)(ANA, held_one(morning, campaign))


def paused(morning: Morning, campaign: Campaign) -> None:
    morning.services().sequences.pause(ANA, campaign.id)


def resumed(morning: Morning, campaign: Campaign) -> None:
    paused(morning, campaign)
    morning.services().sequences.resume(ANA, campaign.id)


def changed(morning: Morning, campaign: Campaign) -> None:
    changes = morning.services().changes
    recipe = replace(campaign.recipe, steps=campaign.recipe.steps[:2])
    shown = changes.proposed(ANA, campaign, recipe, "token")
    changes.apply(ANA, campaign, recipe, shown.approval, "token")


def try_it(morning: Morning, campaign: Campaign) -> None:
    access = morning.services().grants.access(ANA.tenant, ANA.user, GrantKind.GMAIL)
    morning.services().plans.send_test(ANA, campaign, access)


ACTS: dict[str, tuple[Callable[[Morning, Campaign], object], str, str, EventType | None]] = {
    "start": (lambda morning, _: morning.plan(), "sequences:campaign:planned", ANA.user, None),
    "confirm": (lambda _, __: None, "sequences:campaign:confirmed", ANA.user, EventType.APPROVED),
    "test": (try_it, "sequences:test:sent", ANA.user, None),
    "undo": (
        lambda morning, one: morning.services().sequences.undo(ANA, one.id),
        "sequences:campaign:undone", ANA.user, EventType.CANCELLED,
    ),
    "pause": (paused, "sequences:campaign:paused", ANA.user, EventType.DEFERRED),
    "resume": (resumed, "sequences:campaign:resumed", ANA.user, EventType.RESUMED),
    "stop": (
        lambda morning, one: morning.services().sequences.stop(ANA, one.id),
        "sequences:campaign:stopped", ANA.user, EventType.CANCELLED,
    ),
    "change": (changed, "sequences:campaign:changed", ANA.user, EventType.APPROVED),
    "retry": (held("retry"), "sequences:held:retried", ANA.user, EventType.RESUMED),
    "new attempt": (held("again"), "sequences:held:new_attempt", ANA.user, EventType.RESUMED),
    "mark sent": (held("mark_sent"), "sequences:held:marked_sent", ANA.user, EventType.SENT),
    "cancel": (held("cancel"), "sequences:held:cancelled", ANA.user, EventType.CANCELLED),
    "opt out": (lambda morning, _: opt_out(morning), "leads:suppression:added", "", None),
    "stop all": (stop_all, "accounts:policy:stopped", MARCO.user, None),
    "connect": (connected(GrantKind.GMAIL), "accounts:grant:asked", ANA.user, None),
    "disconnect": (
        lambda morning, _: morning.services().grants.disconnect(ANA, GrantKind.GMAIL),
        "accounts:grant:disconnected", ANA.user, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("act", list(ACTS))
def test_every_act_leaves_a_line_by_whom(act: str, caplog: pytest.LogCaptureFixture) -> None:
    does, tag, by, kind = ACTS[act]
    with caplog.at_level(logging.INFO, "audit"):
        morning = Morning()
        campaign = morning.confirmed()
        does(morning, campaign)
    lines = [json.loads(one.message) for one in caplog.records if one.name == "audit"]
    assert (tag, by, ANA.tenant) in [(line["audit"], line["user"], line["tenant"]) for line in lines]
    assert LEAD not in caplog.text
    if kind is not None:
        told = EventLog(morning.world.documents).of_campaign(ANA.tenant, campaign.id)
        assert (kind, ANA.user) in [(one.type, one.by) for one in told]


# --- whose a person is ---
def test_a_person_a_colleague_let_go_is_ours_after_retry() -> None:
    morning = Morning()
    theirs()(morning, campaign := morning.confirmed())
    morning.work(hours=1)
    their_stop(morning, campaign)
    retry(morning, campaign)
    morning.work(hours=1)
    assert len(mails(morning, campaign)) == 1
    plan = morning.services().plans.start(
        MARCO, Source(spreadsheet_id="file-2", sheet_id=0, tab="Leads"), "2-2", "token"
    )
    assert plan.people == 0
    assert Lock.PERSON in [line.what for line in plan.preflight]


# --- steps changed meanwhile ---
@pytest.mark.parametrize("fault", [Fault.MAIL_LIMIT, Fault.ANSWER_LOST, Fault.REQUEST_LOST])
def test_changed_steps_reach_those_whose_mail_is_on_its_way(fault: Fault) -> None:
    """The mail that was asked to go keeps its words; what follows it is changed as for everybody."""
    morning = Morning()
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", fault)
    until_asked(morning, 1)
    [before] = morning.enrollments(campaign)
    fresh = replace(campaign.recipe.steps[1], text="Another word about your vans.", column=None)
    recipe = replace(campaign.recipe, steps=(campaign.recipe.steps[0], fresh))
    shown = morning.services().changes.proposed(ANA, campaign, recipe, "token")
    assert (shown.reworded, shown.dropped) == (1, 1)
    found = morning.services().sequences.campaign(ANA, campaign.id)
    morning.services().changes.apply(ANA, found, recipe, shown.approval, "token")
    [after] = morning.enrollments(campaign)
    assert after.mails[0] == before.mails[0]
    assert "Another word" in after.mails[1].mail.text
    morning.work(hours=24 * 14)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert len(sent) == 2
    assert b"Another word" in sent[1].raw
    assert morning.mailboxes.calls.count("create_draft") == 2, "the draft that was asked to go is the only one"
    assert morning.states(campaign) == [EnrollmentState.FINISHED]
