"""What is done for every enrollment of a campaign, a hundred in one commit: enrolling them, or ending them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from addon.errors import AssistantError, Conflict
from addon.ports import Clock, Write
from addon.sequences.advance import clock_place
from addon.sequences.campaign_model import Campaign, CampaignState, Chore, Claim, Enrollment, EnrollmentState
from addon.sequences.claims_dispatch import claim_writes, is_foreign
from addon.sequences.delivery import LEFT
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.desk_dispatch import Desk
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import event_write
from addon.sequences.events import enrollment_event
from addon.sequences.gate_model import Lock
from addon.sequences.schedule import due_at
from addon.sequences.states import moved_campaign, moved_enrollment, moved_send

_UNDER_WAY = (EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED, EnrollmentState.HELD)


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
            self._commit(desk, [self._enrolled(desk, campaign, one) for one in found])
            return not found
        found = [one for state in _UNDER_WAY for one in desk.store.in_state(desk.tenant, campaign.id, state)][:100]
        sends = desk.sends.many(desk.tenant, [one.send_id for one in found if one.send_id])
        self._commit(desk, [self._ended(desk, one, sends.get(one.send_id)) for one in found])
        for send in sends.values():
            self._delete_draft(desk, send)
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

    def _enrolled(self, desk: Desk, campaign: Campaign, one: Enrollment) -> list[Write]:
        now = self._clock.now()
        old = desk.store.claims(one.tenant, [one.person]).get(one.person)
        if old is not None and is_foreign(desk.store, old, one):
            held = moved_enrollment(one, EnrollmentState.HELD, now, reason=str(Lock.PERSON))
            event = enrollment_event(one, EventType.HELD, now, reason=held.reason)
            return [desk.store.enrollment_write(held), event_write(one.tenant, event)]
        claim = Claim(
            person=one.person, enrollment=one.id, campaign=one.campaign, user=one.mailbox, company=one.company, at=now,
            version=old.version if old else "",
        )  # fmt: skip
        fresh = moved_enrollment(one, EnrollmentState.ACTIVE, now, parked_at=None, **self._due(campaign, one, now))
        kind = EventType.RESUMED if one.step_id else EventType.QUEUED
        event = enrollment_event(one, kind, now, by=campaign.user)
        writes: list[Write] = [desk.store.enrollment_write(fresh), event_write(one.tenant, event)]
        return [*writes, *claim_writes(desk.store, one, old, claim)]

    def _due(self, campaign: Campaign, one: Enrollment, now: datetime) -> dict[str, object]:
        """Return step and instant of the next mail: where it was parked, else the first after Undo's time."""
        if one.step_id:
            return {"next_at": max(now, one.parked_at or now)}
        first = one.mails[0]
        start = max(now, campaign.undo_until or now)
        due = due_at(start, first.days, clock_place(one, campaign), campaign.recipe.window)
        return {"step_id": first.mail.step_id, "next_at": due}

    def _ended(self, desk: Desk, one: Enrollment, send: Send | None) -> list[Write]:
        now = self._clock.now()
        over = moved_enrollment(one, EnrollmentState.CANCELLED, now, next_at=None, parked_at=None, reason="stopped")
        event = enrollment_event(one, EventType.CANCELLED, now, reason="stopped")
        writes: list[Write] = [desk.store.enrollment_write(over), event_write(one.tenant, event)]
        if send is not None and send.state not in (SendState.SENDING, SendState.SENT) and not _is_over(send):
            reason = LEFT if send.was_requested and send.draft_id else "stopped"
            ended = moved_send(send, SendState.CANCELLED, now, reason=reason, look_at=None)
            writes.append(desk.sends.send_write(ended))
        return writes

    def _delete_draft(self, desk: Desk, old: Send) -> None:
        """Delete the draft of a send that was ended, if it was never asked to go; else it is left, and listed."""
        send = desk.sends.find(desk.tenant, old.id)
        if send is None or send.state is not SendState.CANCELLED or send.was_requested or not send.draft_id:
            return
        desk.hold()
        try:
            desk.ask(lambda mailbox: mailbox.delete_draft(send.draft_id))
            desk.commit([desk.sends.send_write(replace(send, draft_id=""))])
        except AssistantError:
            return  # it stays in Drafts and in the list of what was left there

    def _done(self, desk: Desk, campaign: Campaign) -> None:
        """Take the chore off, at the version it was read at: a button pressed meanwhile keeps its own."""
        fresh = replace(campaign, chore=Chore.NONE, updated_at=self._clock.now())
        if campaign.state is CampaignState.SCHEDULED:
            fresh = moved_campaign(fresh, CampaignState.RUNNING, self._clock.now())
        try:
            desk.commit([desk.store.campaign_write(fresh)])
        except Conflict:
            return


def _is_over(send: Send) -> bool:
    return send.state in (SendState.FAILED, SendState.CANCELLED)
