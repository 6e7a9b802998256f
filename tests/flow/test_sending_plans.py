"""What a plan says before Confirm: fields the sheet has, colleagues by name, rows left for later, pages of mails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addon.errors import Invalid
from addon.sequences.campaign_model import Source
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import Light
from addon.sequences.plan_service import MOST_PEOPLE
from addon.sequences.preflight_words import LATER
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe
from tests.cast import ANA, MARCO
from tests.fakes.sending import Morning
from tests.fakes.world import FILE


def saying(text: str) -> Recipe:
    first, second, third = default_recipe().steps
    return Recipe(steps=(first, replace(second, text=text), third))


# --- Fields ----------------------------------------------------------------------------------------------------------
def test_a_misspelt_field_is_refused_on_save_with_the_names_that_come_nearest() -> None:
    morning = Morning()
    plan, plans = morning.plan(), morning.services().plans
    with pytest.raises(Invalid, match=r"No column is called frist_name\. Do you mean first_name"):
        plans.again(ANA, plan.campaign, "token", saying("Hi {{frist_name|there}}"))
    known = saying("Hi {{first_name|there}}, {{Job title|you}} at {{company|your firm}}")
    assert plans.again(ANA, plan.campaign, "token", known).people == 1


def test_a_misspelt_field_is_refused_for_a_sequence_under_way_too() -> None:
    morning = Morning()
    campaign = morning.confirmed()
    services = morning.services()
    found = services.sequences.campaign(ANA, campaign.id)
    with pytest.raises(Invalid, match="No column is called job_titel") as caught:
        services.changes.proposed(ANA, found, saying("As {{job_titel|a leader}}"), "token")
    assert caught.value.field == "steps[2]"
    assert services.changes.proposed(ANA, found, saying("As {{job title|a leader}}"), "token").reworded == 1


# --- Rows ------------------------------------------------------------------------------------------------------------
def test_a_colleague_who_writes_to_the_person_is_told_by_address() -> None:
    morning = Morning()
    morning.confirmed()
    morning.work(hours=1)
    services = morning.services()
    services.accounts.enter(MARCO)
    source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
    plan = services.plans.start(MARCO, source, "2-2", "token")
    [line] = [one for one in plan.preflight if one.what == Lock.PERSON]
    assert line.values == {"holder": ANA.email}
    assert plan.people == 0


def test_rows_beyond_what_one_sequence_takes_are_counted_for_later() -> None:
    morning = Morning(people=MOST_PEOPLE + 2)
    plan = morning.plan()
    [line] = [one for one in plan.preflight if one.what == LATER]
    assert (line.light, line.values) == (Light.AMBER, {"count": "2", "most": str(MOST_PEOPLE)})
    assert plan.people == MOST_PEOPLE


def test_nothing_is_said_of_later_where_all_rows_fit() -> None:
    assert LATER not in {one.what for one in Morning(people=3).plan().preflight}
