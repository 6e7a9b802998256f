"""Changed steps and fresh cells of a running campaign, a test mail, and the preview."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from flask import Flask

from addon.errors import Invalid, Rejected
from addon.leads.model import Cell, OwnColumn
from addon.sequences.campaign_model import Campaign, CampaignState, EnrollmentState
from addon.sequences.delivery_model import SendState
from addon.sequences.mailbox_dispatch import MAX_FAILURES
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe, Step
from addon.sequences.repository import SequenceRepository
from addon.web import preview
from tests.cast import ANA
from tests.fakes.gmail_account import FakeMessage
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.flow.sending_hands import (
    LEAD,
    ONE_STEP,
    TWO_WEEKS,
    addresses,
    body_of,
    card,
    edited,
    left,
    state_of,
)


# --- Changed steps and fresh cells -----------------------------------------------------------------------------------
def changed(morning: Morning, campaign: Campaign, recipe: Recipe) -> None:
    services = morning.services()
    fresh = services.sequences.campaign(ANA, campaign.id)
    proposal = services.changes.proposed(ANA, fresh, recipe, "token")
    services.changes.apply(ANA, fresh, recipe, proposal.approval, "token")


def test_a_changed_follow_up_goes_with_its_new_words_and_nothing_goes_twice() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.work(hours=1)
    first, second, third = default_recipe().steps
    changed(
        morning,
        campaign,
        Recipe(steps=(first, replace(second, text="Only a short word, {{first_name|there}}."), third)),
    )
    morning.work(hours=TWO_WEEKS)
    for to in addresses(2):
        mails = [one for one in morning.box.messages.values() if "SENT" in one.labels and to in one.addresses("to")]
        assert len(mails) == 3
        assert "Only a short word" in body_of(mails[1])
    assert morning.states(campaign) == [EnrollmentState.FINISHED] * 2


def test_the_cell_of_a_mail_that_is_out_may_be_cleared_and_the_steps_after_it_still_be_changed() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    cells(morning)[1] = ""
    first, second, third = default_recipe().steps
    changed(morning, campaign, Recipe(steps=(first, replace(second, text="A last question."), third)))
    morning.work(hours=TWO_WEEKS)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert len(sent) == 3
    assert "A last question." in body_of(sent[1])


def test_a_step_taken_out_is_not_sent_and_one_added_is() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    first = default_recipe().steps[0]
    extra = Step(id="extra", after_days=2, text="One more thing.")
    changed(morning, campaign, Recipe(steps=(first, extra)))
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries()) == 2
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_a_campaign_whose_last_steps_are_taken_out_is_finished() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    changed(morning, campaign, Recipe(steps=default_recipe().steps[:1]))
    morning.work(hours=1)
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_a_change_approved_on_an_old_card_is_refused() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    services = morning.services()
    with pytest.raises(Invalid, match="changed"):
        services.changes.apply(ANA, campaign, ONE_STEP, "another approval", "token")
    morning.work(hours=1)
    assert len(morning.enrollments(campaign)[0].mails) == 3


def test_an_edited_row_is_held_shown_and_approved_anew_for_that_one_alone() -> None:
    morning = Morning(people=2)
    campaign = drafted_for(morning)
    cells(morning)[1] = "Hi First0,\n\na new text.\n\nAna"
    morning.work(hours=2)
    [held] = [one for one in morning.enrollments(campaign) if one.state is EnrollmentState.HELD]
    assert held.to == LEAD
    services = morning.services()
    fresh = services.sequences.campaign(ANA, campaign.id)
    proposal = services.changes.proposed(ANA, fresh, fresh.recipe, "token", held.id)
    assert list(proposal.who) == [LEAD]
    services.changes.apply(ANA, fresh, fresh.recipe, proposal.approval, "token", held.id)
    morning.work(hours=2)
    [mine] = [one for one in morning.box.messages.values() if "SENT" in one.labels and LEAD in one.addresses("to")]
    assert "a new text" in body_of(mine)
    assert len(morning.mailboxes.deliveries()) == 2
    assert morning.box.drafts == {}  # the one of the old text went with it
    assert state_of(morning, campaign) is CampaignState.FINISHED


def drafted_for(morning: Morning) -> Campaign:
    """Confirm, and stop time where the first draft stands and was not asked to go."""
    campaign = morning.confirmed(ONE_STEP)
    morning.mailboxes.order("find_draft", Fault.BUSY)
    morning.mailboxes.order("find_draft", Fault.BUSY, at=2)
    morning.work(hours=0.03)
    assert morning.mailboxes.deliveries() == []
    return campaign


def second_drafted(morning: Morning) -> Campaign:
    """Send the first mail, and stop time where the draft of the second stands and was not asked to go."""
    campaign = morning.confirmed()
    morning.work(hours=1)
    [one] = morning.enrollments(campaign)
    assert one.next_at is not None
    morning.clock.at = one.next_at
    morning.mailboxes.order("find_draft", Fault.BUSY)
    morning.services().worker.tick(5.0)
    assert len(morning.box.drafts) == 1
    return campaign


FIRST, SECOND, THIRD = default_recipe().steps


def test_a_step_taken_out_while_its_draft_stands_takes_the_draft_along_and_the_next_step_goes() -> None:
    morning = Morning()
    campaign = second_drafted(morning)
    changed(morning, campaign, Recipe(steps=(FIRST, THIRD)))
    assert morning.box.drafts == {}
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries()) == 2
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_a_step_taken_out_while_its_draft_is_made_is_not_sent_and_leaves_no_draft() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=60)
    morning.mailboxes.freeze("create_draft", lambda: changed(morning, campaign, Recipe(steps=(FIRST, THIRD))))
    morning.work(hours=TWO_WEEKS)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert len(sent) == 2
    assert {send.step_id for send in morning.sends() if send.state is SendState.SENT} == {FIRST.id, THIRD.id}
    assert morning.box.drafts == {}


def test_the_last_steps_taken_out_take_their_draft_along() -> None:
    morning = Morning()
    campaign = second_drafted(morning)
    changed(morning, campaign, ONE_STEP)
    morning.work(hours=1)
    assert (morning.box.drafts, left(morning)) == ({}, [])
    assert state_of(morning, campaign) is CampaignState.FINISHED


@pytest.mark.parametrize("fault", [Fault.BUSY, Fault.NO_ACCESS])
def test_a_draft_of_a_step_taken_out_that_gmail_does_not_delete_is_listed(fault: Fault) -> None:
    morning = Morning()
    campaign = second_drafted(morning)
    morning.mailboxes.order("delete_draft", fault)
    changed(morning, campaign, ONE_STEP)
    assert left(morning) == [(LEAD, 1)]


def test_the_last_steps_of_a_paused_sequence_may_be_taken_out() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.work(hours=1)
    morning.services().sequences.pause(ANA, campaign.id)
    morning.work(hours=24 * 4)
    assert EnrollmentState.PAUSED in morning.states(campaign)
    changed(morning, campaign, ONE_STEP)
    assert morning.states(campaign) == [EnrollmentState.FINISHED] * 2
    morning.services().sequences.resume(ANA, campaign.id)
    morning.work(hours=1)
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_a_held_mail_whose_words_are_changed_goes_with_them_after_retry() -> None:
    morning = Morning()
    campaign, one = edited(morning, default_recipe())
    changed(morning, campaign, Recipe(steps=(FIRST, replace(SECOND, text="Only a word."), THIRD)))
    assert "Retry" in card(morning)
    assert morning.services().held.retry(ANA, one.id)
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries()) == 3
    assert state_of(morning, campaign) is CampaignState.FINISHED


def test_a_refusal_of_what_is_read_about_a_draft_spins_no_worker_and_waits_for_a_person() -> None:
    morning = Morning()
    campaign = morning.confirmed(ONE_STEP)
    for _ in range(60):
        morning.mailboxes.order("find_draft", Fault.BAD_MAIL)
    morning.work(hours=6)
    assert morning.mailboxes.calls.count("find_draft") == MAX_FAILURES
    assert [(one.state, one.reason) for one in morning.enrollments(campaign)] == [(EnrollmentState.HELD, "poisoned")]


def test_what_is_stored_against_the_rules_spins_no_worker_and_waits_for_a_person() -> None:
    morning = Morning()
    campaign = second_drafted(morning)
    [one] = morning.enrollments(campaign)
    store = SequenceRepository(morning.world.documents)
    store.commit([store.enrollment_write(replace(one, step_id=THIRD.id))])
    morning.work(hours=6)
    assert morning.enrollments(campaign)[0].reason == "poisoned"
    assert len(morning.mailboxes.deliveries()) == 1


# --- A test, and the preview -----------------------------------------------------------------------------------------
def test_a_test_goes_once_to_me_alone_though_google_repeats_the_click() -> None:
    morning = Morning()
    plan = morning.plan()
    for second in (0, 20, 20, 19):
        morning.clock.advance(seconds=second)
        assert morning.services().plans.send_test(ANA, plan.campaign, "token") == ANA.email
    assert [one.to for one in morning.mailboxes.deliveries()] == [ANA.email]
    morning.clock.advance(seconds=1)
    morning.services().plans.send_test(ANA, plan.campaign, "token")
    assert [one.to for one in morning.mailboxes.deliveries()] == [ANA.email] * 2


def test_a_test_mail_opts_nobody_out_and_leaves_the_sequence_alone() -> None:
    morning = Morning()
    plan = morning.plan()
    services = morning.services()
    services.plans.send_test(ANA, plan.campaign, "token")
    [mail] = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    token = mail.headers["list-unsubscribe"].strip("<>").rpartition("/u/")[2]
    assert services.suppressions.opt_out(token).is_inert
    services.sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    morning.work(hours=TWO_WEEKS)
    assert len(morning.mailboxes.deliveries(LEAD)) == 3


def test_the_preview_shows_each_mail_as_it_leaves_but_for_the_link() -> None:
    morning = Morning(people=2)
    plan = morning.plan()
    services = morning.services()
    token = services.plans.preview_path(ANA, plan.campaign).rpartition("/")[2]
    shown = [mail for mails in services.plans.previewed(token).people for mail in mails]
    services.sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)
    morning.work(hours=TWO_WEEKS)
    sent = [one for one in morning.box.messages.values() if "SENT" in one.labels]
    assert len(shown) == len(sent) == 6
    dead = f"/u/{services.suppressions.inert_token()}"
    for mail in shown:
        [copy] = [one for one in sent if mail.to in one.addresses("to") and is_step(one, mail.step_id, sent)]
        link = "/u/" + copy.headers["list-unsubscribe"].strip("<>").rpartition("/u/")[2]
        assert link != dead
        assert body_of(copy).rstrip("\n") == mail.text.replace(dead, link).rstrip("\n")
        assert copy.headers["subject"] == mail.subject
        assert link not in mail.text + mail.html


def is_step(copy: FakeMessage, step_id: str, sent: list[FakeMessage]) -> bool:
    thread = [one.id for one in sent if one.thread_id == copy.thread_id]
    return thread.index(copy.id) == [step.id for step in default_recipe().steps].index(step_id)


def test_a_preview_of_a_strange_token_shows_nothing() -> None:
    morning = Morning()
    plan = morning.plan()
    services = morning.services()
    token = services.plans.preview_path(ANA, plan.campaign).rpartition("/")[2]
    for bad in ("", "x", token[:-1], token + "A", services.suppressions.inert_token()):
        with pytest.raises(Rejected):
            services.plans.previewed(bad)


class Page(HTMLParser):
    """What a preview's page shows: each mail as HTML and as text, and every link a reader could follow."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.pages: list[str] = []
        self.texts: list[str] = []
        self.is_text = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "iframe":
            assert given.get("sandbox") in ("", None)
            self.pages.append(given["srcdoc"] or "")
        self.is_text = tag == "pre"
        self.texts += [""] if self.is_text else []

    def handle_endtag(self, tag: str) -> None:
        self.is_text = self.is_text and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self.is_text:
            self.texts[-1] += data


def test_the_page_of_a_preview_holds_the_very_texts_and_runs_nothing_of_theirs() -> None:
    morning = Morning()
    cells(morning)[1] = 'Hi <script>alert(1)</script> & "you",\n\n</pre></iframe> 5 > 4 \u202e\U0001f642\n\nAna'
    plan = morning.plan()
    services = morning.services()
    path = services.plans.preview_path(ANA, plan.campaign)
    [mails] = services.plans.previewed(path.rpartition("/")[2]).people
    app = Flask("addon.web")
    app.register_blueprint(preview.blueprint(lambda: services))
    answer = app.test_client().get(path)
    page = Page(answer.text)
    assert page.pages == [mail.html for mail in mails]
    assert page.texts == [mail.text for mail in mails]
    assert "<script>alert" not in answer.text
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert app.test_client().get(path + "x").status_code == 404


def cells(morning: Morning) -> list[Cell]:
    return next(column for column in morning.sheet.columns if column.own == OwnColumn.DRAFT).cells
