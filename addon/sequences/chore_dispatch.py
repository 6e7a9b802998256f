"""What is done for every enrollment of a campaign, a hundred in one commit: enrolling them, or ending them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from addon.errors import Conflict
from addon.ports import Clock, Write
from addon.sequences.advance import clock_place
from addon.sequences.campaign_model import (
    STOPPED,
    Campaign,
    CampaignState,
    Chore,
    Claim,
    Enrollment,
    EnrollmentState,
)
from addon.sequences.claims_dispatch import claim_writes, is_foreign
from addon.sequences.delivery import LEFT, may_stand
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.desk_dispatch import Desk
from addon.sequences.drafts_dispatch import delete_draft
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import event_write
from addon.sequences.events import enrollment_event
from addon.sequences.finish_dispatch import UNDER_WAY, finish
from addon.sequences.gate_model import Lock
from addon.sequences.schedule import due_at
from addon.sequences.states import moved_campaign, moved_enrollment, moved_send


class ChoreDispatch:
    """Does the chores of one mailbox's campaigns. Each commit leaves less to do; a crash repeats nothing."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def work(self, desk: Desk, is_time_up: Callable[[], bool]) -> bool:
        """Do what is to be done; False if time was up before."""
        for campaign in desk.store.campaigns_with_chores(desk.tenant, desk.user):
            while not self._chunk(desk, campaign):
                if is_time_up():
                    return False
            self._done(desk, campaign)
        return True

    def _chunk(self, desk: Desk, campaign: Campaign) -> bool:
        """Handle one chunk; True if there is nothing left."""
        if campaign.chore is Chore.ENROLL:
            found = desk.store.in_state(desk.tenant, campaign.id, EnrollmentState.PAUSED)
            claims = desk.store.claims(desk.tenant, [one.person for one in found])
            self._commit(desk, [self._enrolled(desk, campaign, one, claims.get(one.person)) for one in found])
            return not found
        found = [one for state in UNDER_WAY for one in desk.store.in_state(desk.tenant, campaign.id, state)][:100]
        sends = desk.sends.many(desk.tenant, [one.send_id for one in found if one.send_id])
        self._commit(desk, [self._ended(desk, campaign, one, sends.get(one.send_id)) for one in found])
        for send in sends.values():
            delete_draft(desk, send.id)
        return not found

    def _commit(self, desk: Desk, groups: Sequence[list[Write]]) -> None:
        """Commit all groups at once, else one by one: who was moved meanwhile has the next chunk."""
        if not groups:
            return
        try:
            desk.commit([write for group in groups for write in group])
        except Conflict:
            for group in groups:
                try:
                    desk.commit(group)
                except Conflict:
                    continue

    def _enrolled(self, desk: Desk, campaign: Campaign, one: Enrollment, old: Claim | None) -> list[Write]:
        now = self._clock.now()
        if old is not None and is_foreign(desk.store, desk.sends, old, one):
            step_id = one.step_id or one.mails[0].mail.step_id  # where Retry begins
            held = moved_enrollment(one, EnrollmentState.HELD, now, reason=str(Lock.PERSON), step_id=step_id)
            event = enrollment_event(one, EventType.HELD, now, reason=held.reason)
            return [desk.store.enrollment_write(held), event_write(one.tenant, event)]
        fresh = moved_enrollment(one, EnrollmentState.ACTIVE, now, parked_at=None, **self._due(campaign, one, now))
        kind = EventType.RESUMED if one.step_id else EventType.QUEUED
        event = enrollment_event(one, kind, now, by=campaign.user)
        writes: list[Write] = [desk.store.enrollment_write(fresh), event_write(one.tenant, event)]
        return [*writes, *claim_writes(desk.store, one, old, now)]

    def _due(self, campaign: Campaign, one: Enrollment, now: datetime) -> dict[str, object]:
        """Return step and instant of the next mail: where it was parked, else the first after Undo's time."""
        if one.step_id:
            return {"next_at": max(now, one.parked_at or now)}
        first = one.mails[0]
        start = max(now, campaign.undo_until or now)
        due = due_at(start, first.days, clock_place(one, campaign), campaign.recipe.window)
        return {"step_id": first.mail.step_id, "next_at": due}

    def _ended(self, desk: Desk, campaign: Campaign, one: Enrollment, send: Send | None) -> list[Write]:
        now, why = self._clock.now(), campaign.reason or STOPPED
        over = moved_enrollment(one, EnrollmentState.CANCELLED, now, next_at=None, parked_at=None, reason=why)
        event = enrollment_event(one, EventType.CANCELLED, now, by=campaign.user, reason=why)
        writes: list[Write] = [desk.store.enrollment_write(over), event_write(one.tenant, event)]
        if send is not None and send.state not in (SendState.SENDING, SendState.SENT) and not _is_over(send):
            reason = LEFT if may_stand(send) else why  # until it is deleted, should that be ours to do
            ended = moved_send(send, SendState.CANCELLED, now, reason=reason, look_at=None)
            writes.append(desk.sends.send_write(ended))
        return writes

    def _done(self, desk: Desk, campaign: Campaign) -> None:
        """Take the chore off, at the version it was read at: a button pressed meanwhile keeps its own."""
        fresh = replace(campaign, chore=Chore.NONE, updated_at=self._clock.now())
        if campaign.state is CampaignState.SCHEDULED:
            fresh = moved_campaign(fresh, CampaignState.RUNNING, self._clock.now())
        try:
            desk.commit([desk.store.campaign_write(fresh)])
        except Conflict:
            return
        finish(desk, desk.store.find_campaign(desk.tenant, campaign.id))  # who was left ended while it was paused


def _is_over(send: Send) -> bool:
    return send.state in (SendState.FAILED, SendState.CANCELLED)
