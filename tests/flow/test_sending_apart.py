"""What is wrong with one mail, one sheet or one campaign stops that one, and nothing else of the mailbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from addon.errors import Unavailable
from addon.sequences.campaign_model import Campaign, EnrollmentState, Source
from addon.sequences.delivery_model import SendState
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import EventLog
from addon.sequences.recipe import default_recipe
from addon.sequences.repository import SequenceRepository
from tests.cast import ANA
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning, drafted_sheet
from tests.fakes.world import FILE

OTHER = "other-file"


def also(morning: Morning, file: str = OTHER, people: int = 3) -> Campaign:
    """Confirm a second campaign of Ana's, for other people in another file."""
    sheet = drafted_sheet(people + morning.people)
    for column in sheet.columns:
        del column.cells[1 : morning.people + 1]
    morning.world.spreadsheets.files[file] = {0: replace(sheet, rows=people + 1)}
    source = Source(spreadsheet_id=file, sheet_id=0, tab="Leads")
    plan = morning.services().plans.start(ANA, source, "new", "token", None)
    return morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)


def busy(_: str) -> None:
    raise Unavailable("Google is busy.", reason="server_error")


def test_a_sheet_that_is_gone_holds_its_own_rows_and_no_others() -> None:
    morning = Morning(people=2)
    gone = morning.confirmed()
    other = also(morning)
    del morning.world.spreadsheets.files[FILE]
    morning.work(hours=24)
    assert morning.states(gone) == [EnrollmentState.HELD] * 2
    assert {one.reason for one in morning.enrollments(gone)} == {"row_gone"}
    assert len(morning.mailboxes.deliveries()) == 3
    assert morning.states(other) == [EnrollmentState.ACTIVE] * 3


def test_an_hour_without_sheets_is_waited_for_and_is_no_failure_of_the_mails() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    spreadsheets = morning.world.spreadsheets
    spreadsheets.before = busy
    morning.work(hours=3)
    assert morning.mailboxes.deliveries() == []
    assert morning.states(campaign) == [EnrollmentState.ACTIVE] * 2
    assert {one.failures for one in morning.enrollments(campaign)} == {0}
    spreadsheets.before = lambda _: None
    morning.work(hours=1)
    assert len(morning.mailboxes.deliveries()) == 2


def test_a_thread_that_cannot_be_read_keeps_only_its_own_send_in_doubt() -> None:
    morning = Morning(people=3)
    campaign = morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=0.02)
    [doubtful] = [send for send in morning.sends() if send.state is SendState.SENDING]
    for call in range(1, 400):  # nothing else reads a thread before the second step
        morning.mailboxes.order("thread", Fault.BUSY, at=call)
    morning.work(hours=24)
    assert len(morning.mailboxes.deliveries()) == 2
    states = {one.id: one.state for one in morning.enrollments(campaign)}
    assert states.pop(doubtful.enrollment) is EnrollmentState.ACTIVE
    assert set(states.values()) == {EnrollmentState.ACTIVE}


def test_a_campaigns_own_cap_leaves_room_for_the_others() -> None:
    morning = Morning(people=4)
    small = morning.confirmed(replace(default_recipe(), daily_cap=2))
    also(morning)
    morning.work(hours=6)
    sent = [one.sent for one in morning.enrollments(small) if one.sent]
    assert len(sent) == 2
    assert len(morning.mailboxes.deliveries()) == 5
    morning.work(hours=24)
    assert len([one for one in morning.enrollments(small) if one.sent]) == 4


def test_a_mail_that_is_not_what_was_approved_is_held() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    store = SequenceRepository(morning.world.documents)
    [one] = morning.enrollments(campaign)
    forged = replace(one.mails[0], mail=replace(one.mails[0].mail, to="somebody@else.example"))
    store.commit([store.enrollment_write(replace(one, mails=(forged, *one.mails[1:])))])
    morning.work(hours=24)
    assert morning.mailboxes.deliveries() == []
    assert [one.reason for one in morning.enrollments(campaign)] == ["approval"]


def test_an_opt_out_is_told_once_however_many_plans_name_the_person() -> None:
    morning = Morning()
    morning.plan()
    morning.plan()
    campaign = morning.confirmed()
    morning.work(hours=1)
    services = morning.services()
    services.suppressions.opt_out(services.suppressions.opt_out_token(ANA.tenant, "person0@firm0.example"))
    [one] = morning.enrollments(campaign)
    log = EventLog(morning.world.documents)
    told = [event.type for event in log.of_enrollment(ANA.tenant, one.id)]
    assert told.count(EventType.UNSUBSCRIBED) == 1
    assert len(log.of_campaign(ANA.tenant, campaign.id)) == len(told) + 1
    assert morning.clock.now() - one.updated_at < timedelta(hours=24)


@pytest.mark.parametrize("reason", ["rate_limited", "concurrent"])
def test_a_limit_met_while_looking_shuts_the_whole_mailbox(reason: str) -> None:
    morning = Morning(people=2)
    morning.confirmed()
    morning.mailboxes.order("send_draft", Fault.REQUEST_LOST)
    morning.work(hours=0.02)
    fault = Fault.RATE_LIMITED if reason == "rate_limited" else Fault.CONCURRENT
    morning.clock.at += timedelta(seconds=400)
    morning.mailboxes.order("find_draft", fault)
    morning.work(hours=24)
    assert len(morning.mailboxes.deliveries()) == 2
