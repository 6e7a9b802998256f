"""Who writes to a person or a company: one of a tenant at a time, and only while it goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addon.sequences.campaign_model import CampaignState, Claim, EnrollmentState
from addon.sequences.claims import is_in_force, others
from addon.sequences.delivery_model import SendState
from tests.fakes.enrolled import NOW, OWNER, a_campaign, a_send, an_enrollment

HOLDER, CAMPAIGN = an_enrollment(), a_campaign()
CLAIM = Claim(person="p1", enrollment="e1", campaign="c1", user=OWNER, company="acme.example", at=NOW)


@pytest.mark.parametrize("state", EnrollmentState)
def test_a_claim_holds_while_its_lead_is_written_to(state: EnrollmentState) -> None:
    kept = (EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED, EnrollmentState.HELD)
    holds = state in kept
    assert is_in_force(CLAIM, replace(HOLDER, state=state), CAMPAIGN) is holds


@pytest.mark.parametrize("state", CampaignState)
def test_a_claim_holds_from_confirm_to_the_end_of_the_campaign(state: CampaignState) -> None:
    holds = state in (CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED)
    assert is_in_force(CLAIM, HOLDER, replace(CAMPAIGN, state=state)) is holds


@pytest.mark.parametrize("state", SendState)
def test_a_claim_holds_as_long_as_gmail_may_be_sending(state: SendState) -> None:
    holder, campaign = (
        replace(HOLDER, state=EnrollmentState.CANCELLED),
        replace(CAMPAIGN, state=CampaignState.CANCELLED),
    )
    assert is_in_force(CLAIM, holder, campaign, a_send(state=state)) is (state is SendState.SENDING)


def test_a_claim_left_behind_is_anybodys() -> None:
    assert not is_in_force(CLAIM, None, CAMPAIGN)
    assert not is_in_force(CLAIM, HOLDER, None)
    assert not is_in_force(CLAIM, replace(HOLDER, id="e2"), CAMPAIGN)


def _claim(number: int) -> Claim:
    return replace(CLAIM, person=f"p{number}", enrollment=f"e{number}")


def test_colleagues_who_are_written_to_are_counted() -> None:
    holders = {f"e{number}": an_enrollment(id=f"e{number}", person=f"p{number}") for number in range(1, 5)}
    holders["e3"] = replace(holders["e3"], state=EnrollmentState.FINISHED)
    claims = [_claim(number) for number in range(1, 6)]
    assert others(claims, HOLDER, holders) == 2, "not oneself, not who is finished, not who is gone"
    assert others([], HOLDER, holders) == 0
    assert others(claims, HOLDER, {}) == 0
