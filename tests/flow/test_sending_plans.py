"""What a plan says before Confirm: fields the sheet has, colleagues by name, rows left for later, pages of mails."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addon.errors import Invalid
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe
from tests.cast import ANA
from tests.fakes.sending import Morning


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
