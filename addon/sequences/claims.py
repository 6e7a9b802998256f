"""Who of a tenant writes to a person or a company (DESIGN 5.2: person lock, company lock)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from addon.sequences.campaign_model import Campaign, CampaignState, Claim, Enrollment


def is_in_force(claim: Claim, holder: Enrollment | None, campaign: Campaign | None) -> bool:
    """Whether a claim still keeps others away: its enrollment goes on, in a campaign that was confirmed."""
    if holder is None or holder.id != claim.enrollment or campaign is None:
        return False
    is_under_way = campaign.state in (CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED)
    return is_under_way and not holder.state.is_over


def others(claims: Iterable[Claim], own: Enrollment, holders: Mapping[str, Enrollment]) -> int:
    """Return how many other people of the company are written to by anybody of the tenant."""
    return sum(
        claim.person != own.person
        and (holder := holders.get(claim.enrollment)) is not None
        and not holder.state.is_over
        for claim in claims
    )
