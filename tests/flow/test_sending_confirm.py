"""Confirm is for the texts as they stand, and our own Write follow-ups changes none that are approved."""

from __future__ import annotations

import pytest

from addon.errors import Invalid
from addon.leads.model import Cell, OwnColumn
from addon.runs.model import RunKind
from addon.sequences.campaign_model import EnrollmentState
from addon.web.event_object import Event
from addon.web.sequence_actions import confirm_sequence
from cards.actions import Param
from tests.cast import ANA
from tests.fakes.sending import Morning
from tests.fakes.world import FILE
from tests.flow.sending_hands import TWO_WEEKS

PAIR = (OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)


def write_follow_ups(morning: Morning) -> dict[str, int]:
    return dict(morning.world.finish(morning.world.start(RunKind.FOLLOW_UPS)).counts)


def drafts(morning: Morning) -> list[Cell]:
    return next(column for column in morning.sheet.columns if column.own == OwnColumn.DRAFT).cells


def test_confirm_on_a_plan_older_than_its_follow_ups_is_refused() -> None:
    morning = Morning(people=2)
    plan = morning.plan()
    write_follow_ups(morning)
    sequences = morning.services().sequences
    with pytest.raises(Invalid, match="Press Refresh"):
        sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval, "token")
    fresh = morning.plan()
    campaign = morning.services().sequences.confirm(ANA, fresh.campaign.id, fresh.campaign.approval, "token")
    morning.work(hours=TWO_WEEKS)
    assert morning.states(campaign) == [EnrollmentState.FINISHED] * 2


@pytest.mark.parametrize("is_open", [True, False])
def test_the_card_reads_the_open_file_alone(*, is_open: bool) -> None:
    morning = Morning()
    campaign = morning.plan().campaign
    drafts(morning)[1] = "Another text"
    here: dict[str, str] = {Param.FILE: FILE, Param.CAMPAIGN: campaign.id, Param.APPROVAL: campaign.approval}
    event = Event(sheet_id=FILE if is_open else "another", access_token="token", parameters=here)
    if not is_open:
        confirm_sequence(morning.services(), event, ANA)
        return
    with pytest.raises(Invalid, match="Press Refresh"):
        confirm_sequence(morning.services(), event, ANA)


def test_confirm_is_refused_once_a_row_is_another_persons_or_gone() -> None:
    for change in ("somebody@else.example", ""):
        morning = Morning(people=2)
        plan = morning.plan()
        emails = next(column for column in morning.sheet.columns if column.cells[0] == "Email")
        emails.cells[1] = change
        with pytest.raises(Invalid, match="Press Refresh"):
            morning.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval, "token")


def test_follow_ups_leave_out_rows_of_a_sequence_under_way() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    morning.work(hours=1)
    words = morning.words()
    assert write_follow_ups(morning) == {"under_way": 2}
    assert [morning.sheet.own_cells(key)[1:] for key in PAIR] == [["", ""]] * 2
    assert morning.words() == words
    morning.work(hours=TWO_WEEKS)
    assert morning.states(campaign) == [EnrollmentState.FINISHED] * 2
    assert write_follow_ups(morning) == {"offline": 2}
