"""Who of a tenant writes to a person or a company (DESIGN 5.2: person lock, company lock)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from addon.sequences.campaign_model import Campaign, CampaignState, Claim, Enrollment, EnrollmentState
from addon.sequences.delivery_model import Send, SendState

_CONFIRMED = (CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED)


def is_in_force(claim: Claim, holder: Enrollment | None, campaign: Campaign | None, send: Send | None = None) -> bool:
    """Whether a claim still keeps others away: its enrollment goes on, or waits for its user, in a confirmed campaign.

    While Gmail may be sending the holder's ``send`` it does so whatever became of them: nobody knows yet that no mail
    went.
    """
    if holder is None or holder.id != claim.enrollment:
        return False
    if send is not None and send.state is SendState.SENDING:
        return True
    is_under_way = campaign is not None and campaign.state in _CONFIRMED
    return is_under_way and (holder.state is EnrollmentState.HELD or not holder.state.is_over)


def others(claims: Iterable[Claim], own: Enrollment, holders: Mapping[str, Enrollment]) -> int:
    """Return how many other people of the company are written to by anybody of the tenant."""
    return sum(
        claim.person != own.person
        and (holder := holders.get(claim.enrollment)) is not None
        and not holder.state.is_over
        for claim in claims
    )
