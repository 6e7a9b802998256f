"""Ends a campaign of which nobody is under way any more, however the last one ended."""

from __future__ import annotations

from addon.errors import Conflict
from addon.sequences.campaign_model import Campaign, CampaignState, Chore, EnrollmentState
from addon.sequences.desk_dispatch import Desk
from addon.sequences.states import moved_campaign

UNDER_WAY = (EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED, EnrollmentState.HELD)
"""States of people of whom something is still to be done."""


def finish(desk: Desk, campaign: Campaign | None) -> None:
    """Store that a running campaign is finished if nobody is left; who moved it meanwhile has the next turn."""
    if campaign is None or campaign.state is not CampaignState.RUNNING or campaign.chore is not Chore.NONE:
        return
    if any(desk.store.count(desk.tenant, campaign.id, state) for state in UNDER_WAY):
        return
    try:
        desk.commit([desk.store.campaign_write(moved_campaign(campaign, CampaignState.FINISHED, desk.now()))])
    except Conflict:
        return
