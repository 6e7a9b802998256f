"""Reads who else writes to a person or their company, and makes a person ours."""

from __future__ import annotations

from datetime import datetime

from addon.ports import Write
from addon.sequences.campaign_model import Claim, Enrollment
from addon.sequences.claims import is_in_force, others
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository

MOST_OF_COMPANY = 50
"""Claims of one company that are read; the limit is a handful."""


def holder_of(store: SequenceRepository, sends: SendRepository, one: Enrollment) -> str:
    """Return the sub of who else's enrollment writes to the person, ``""`` if nobody else does."""
    claim = store.claims(one.tenant, [one.person]).get(one.person)
    return claim.user if claim and is_foreign(store, sends, claim, one) else ""


def is_foreign(store: SequenceRepository, sends: SendRepository, claim: Claim, one: Enrollment) -> bool:
    """Whether a claim is another enrollment's and still in force; one left behind is anybody's."""
    if claim.enrollment == one.id:
        return False
    holder = store.find(one.tenant, claim.enrollment)
    send = sends.find(one.tenant, holder.send_id) if holder else None
    return is_in_force(claim, holder, store.find_campaign(one.tenant, claim.campaign), send)


def colleagues_of(store: SequenceRepository, one: Enrollment) -> int:
    """Return how many other people of the company are written to; none where the company is not known."""
    if not one.company:
        return 0
    claims = store.claims_of_company(one.tenant, one.company, MOST_OF_COMPANY)
    return others(claims, one, store.many(one.tenant, [claim.enrollment for claim in claims]))


def claim_writes(store: SequenceRepository, one: Enrollment, old: Claim | None, now: datetime) -> list[Write]:
    """Return the write that makes a person ours in the place of ``old``, none where they are."""
    if old is not None and old.enrollment == one.id:
        return []
    claim = Claim(
        person=one.person,
        enrollment=one.id,
        campaign=one.campaign,
        user=one.mailbox,
        company=one.company,
        at=now,
        version=old.version if old else "",
    )
    return [store.claim_write(one.tenant, claim)]
