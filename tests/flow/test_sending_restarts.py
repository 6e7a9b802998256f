"""Who waits in one sequence, or may just have got its mail, is not written to by another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from addon.sequences.campaign_model import EnrollmentState, Source
from addon.sequences.plan_model import Light, Plan
from tests.cast import ANA, MARCO
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning
from tests.fakes.world import FILE
from tests.flow.sending_hands import LEAD, ONE_STEP


def planned_anew(morning: Morning) -> Plan:
    source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
    return morning.services().plans.start(ANA, source, "2", "token", ONE_STEP)


def reds(plan: Plan) -> list[str]:
    return [line.what for line in plan.preflight if line.light is Light.RED and line.rows]


def in_doubt(morning: Morning) -> None:
    morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.ANSWER_LOST)
    morning.box.read_lag = morning.box.search_lag = timedelta(days=30)
    morning.work(hours=50)


def written_to(morning: Morning) -> None:
    campaign = morning.confirmed()
    morning.work(hours=1)
    [one] = morning.enrollments(campaign)
    morning.box.user_writes(LEAD, thread_id=one.thread_id)
    morning.work(hours=24)


@pytest.mark.parametrize("held", [in_doubt, written_to])
def test_nobody_whose_mail_is_held_is_started_anew_until_the_user_decides(held: Callable[[Morning], None]) -> None:
    morning = Morning(strict=True)
    held(morning)
    plan = planned_anew(morning)
    assert (plan.people, reds(plan)) == (0, ["held"])
    [waiting] = morning.services().held.mails(ANA)
    morning.services().held.cancel(ANA, waiting.enrollment)
    assert planned_anew(morning).people == 1


def test_nobody_is_started_anew_while_gmail_may_be_sending_what_was_stopped() -> None:
    morning = Morning(strict=True)
    campaign = morning.confirmed(ONE_STEP)
    morning.mailboxes.order("send_draft", Fault.ANSWER_LOST)
    morning.work(hours=0.03)
    morning.services().sequences.stop(ANA, campaign.id)
    morning.services().worker.tick(5.0)
    assert morning.states(campaign) == [EnrollmentState.CANCELLED]
    plan = planned_anew(morning)
    assert (plan.people, reds(plan)) == (0, ["in_doubt"])
    morning.work(hours=1)
    assert planned_anew(morning).people == 1  # it went, as is known by now


def test_a_colleague_does_not_start_whom_my_held_mail_is_for() -> None:
    morning = Morning()
    written_to(morning)
    morning.services().accounts.enter(MARCO)
    source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
    plan = morning.services().plans.start(MARCO, source, "2", "token", ONE_STEP)
    assert (plan.people, reds(plan)) == (0, ["person"])
