"""Changing what has not gone: other steps of a campaign, or fresh cells of one person, each approved anew."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import Invalid
from addon.leads.service import Leads
from addon.leads.standing_model import Found
from addon.ports import Clock, Documents, Write
from addon.runs.due_service import DueMailboxes
from addon.sequences.advance import due_again
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState
from addon.sequences.delivery import LEFT, may_stand
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import event_write
from addon.sequences.events import campaign_event, enrollment_event
from addon.sequences.letters_dispatch import Letters
from addon.sequences.plan_model import Proposal
from addon.sequences.proposal import Change, approval_after, propose
from addon.sequences.recipe import check
from addon.sequences.recipe_model import Recipe
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.sequences.states import SEND_MOVES, may_follow, moved_enrollment, moved_send

MOST = 500
_OPEN = (EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED, EnrollmentState.HELD)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeDoors:
    """What a change is made with; ``delete_draft`` is given the id of a cancelled send (``Held.delete_draft``)."""

    documents: Documents
    leads: Leads
    letters: Letters
    due: DueMailboxes
    delete_draft: Callable[[Caller, str], None]
    clock: Clock


class ChangeSequences:
    """Changes of campaigns under way; every method takes the verified caller's own campaign."""

    def __init__(self, doors: ChangeDoors) -> None:
        self._doors = doors
        self._clock = doors.clock
        self._store = SequenceRepository(doors.documents)
        self._sends = SendRepository(doors.documents)

    def proposed(
        self, caller: Caller, campaign: Campaign, recipe: Recipe, access_token: str, enrollment: str = ""
    ) -> Proposal:
        """Return what would change for whom; nothing is changed yet. ``Invalid`` names what a mail would lack."""
        people = self._people(campaign, enrollment)
        found = self._found(campaign, people, access_token)
        check(recipe, None if enrollment else found.headers)
        changes = self._changes(caller, recipe, people, found, is_one=bool(enrollment))
        return propose(campaign, recipe, changes)

    def keep(self, campaign: Campaign, recipe: Recipe) -> str:
        """Keep changed steps until their Confirm, and return their id."""
        return self._store.keep_change(campaign.tenant, campaign.id, recipe)

    def kept(self, campaign: Campaign, id: str) -> Recipe:
        """Return the steps kept under an id, the campaign's own where it is blank."""
        found = self._store.find_change(campaign.tenant, campaign.id, id) if id else campaign.recipe
        if found is None:
            raise Invalid("These steps are no longer known. Press Change the steps again.", reason="bad_change")
        return found

    def apply(
        self, caller: Caller, campaign: Campaign, recipe: Recipe, approval: str, access_token: str, enrollment: str = ""
    ) -> None:
        """Approve exactly what was shown; ``Invalid`` if rows or rules changed since."""
        check(recipe)
        people = self._people(campaign, enrollment)
        found = self._found(campaign, people, access_token)
        changes = self._changes(caller, recipe, people, found, is_one=bool(enrollment))
        if approval_after(changes) != approval:
            raise Invalid("The mails changed since this card was made. Look at them again.", reason="changed")
        made = [self._made(caller, campaign, recipe, one) for one in changes]
        now = self._clock.now()
        for writes, _ in made:  # made before the first is stored: what may not be is refused with nothing changed
            self._doors.due.commit(caller.tenant, caller.user, now, lambda writes=writes: writes)  # type: ignore[misc]
        if not enrollment:
            fresh = replace(campaign, recipe=recipe, approval=approval, updated_at=now)
            event = campaign_event(campaign, EventType.APPROVED, now, by=caller.user, reason="changed")
            last: list[Write] = [self._store.campaign_write(fresh), event_write(caller.tenant, event)]
            self._doors.due.commit(caller.tenant, caller.user, now, lambda: last)
        for _, ended in made:
            self._doors.delete_draft(caller, ended)
        audit("sequences:campaign:changed", tenant=caller.tenant, user=caller.user, campaign=campaign.id)

    def _found(self, campaign: Campaign, people: Sequence[Enrollment], access_token: str) -> Found:
        source, ids = campaign.source, {one.lead_id for one in people}
        return self._doors.leads.find(campaign.tenant, source.spreadsheet_id, source.sheet_id, access_token, ids)

    def _changes(
        self,
        caller: Caller,
        recipe: Recipe,
        people: Sequence[Enrollment],
        found: Found,
        *,
        is_one: bool,
    ) -> list[Change]:
        letters = self._doors.letters
        desk = letters.desk(caller)
        sends = self._sends.many(caller.tenant, [one.send_id for one in people if one.send_id])
        changes = []
        for one in people:
            row, send = found.rows.get(one.lead_id), sends.get(one.send_id)
            is_asked = send is not None and send.was_requested  # then it may be out: its words stay what they are
            if row is None or row.is_changed or (is_one and is_asked):
                continue
            settled = frozenset({*one.sent, one.step_id} if is_asked else one.sent)
            subject = one.mails[0].mail.subject if settled else ""
            kept = [old for old in one.mails if old.mail.step_id in settled]
            mails = (*kept, *letters.made(caller, desk, recipe, row, subject, settled))
            changes.append(Change(old=one, mails=mails, settled=settled))
        return changes

    def _people(self, campaign: Campaign, enrollment: str) -> list[Enrollment]:
        if enrollment:
            found = self._store.find(campaign.tenant, enrollment)
            return [found] if found and found.campaign == campaign.id else []
        every = [one for state in _OPEN for one in self._store.in_state(campaign.tenant, campaign.id, state, MOST)]
        return sorted(every, key=lambda one: one.id)

    def _made(self, caller: Caller, campaign: Campaign, recipe: Recipe, change: Change) -> tuple[list[Write], str]:
        """Return the writes that store one person's mails, and the id of a send whose step was taken out, or ``""``.

        They go on where only their approval was missing.
        """
        one, now = change.old, self._clock.now()
        ids = [mail.mail.step_id for mail in change.mails if mail.mail.step_id not in one.sent]
        step_id = one.step_id if one.step_id in ids or not one.step_id else next(iter(ids), "")
        fresh = replace(one, mails=change.mails, step_id=step_id, updated_at=now)
        due = due_again(fresh, replace(campaign, recipe=recipe), now)
        if one.sent and step_id and step_id not in change.settled:
            fresh = replace(fresh, next_at=one.next_at and due, parked_at=one.parked_at and due)
        if change.is_released:
            fresh = moved_enrollment(fresh, EnrollmentState.ACTIVE, now, next_at=due, reason="")
        if not step_id and one.step_id:
            fresh = moved_enrollment(fresh, EnrollmentState.FINISHED, now, next_at=None)
        send = self._sends.find(caller.tenant, one.send_id)
        is_dropped = send is not None and send.step_id not in ids
        fresh = replace(fresh, send_id="") if is_dropped else fresh
        event = enrollment_event(one, EventType.APPROVED, now, by=caller.user, reason="changed")
        writes: list[Write] = [self._store.enrollment_write(fresh), event_write(caller.tenant, event)]
        if send is not None:
            writes += self._ended(send) if is_dropped else self._made_anew(send)
        return writes, one.send_id if is_dropped else ""

    def _ended(self, send: Send) -> Sequence[Write]:
        """End a send whose step was taken out; its draft is listed until it is deleted."""
        if not may_follow(SEND_MOVES, send.state, SendState.CANCELLED):
            return []
        reason = LEFT if may_stand(send) else "changed"
        ended = moved_send(send, SendState.CANCELLED, self._clock.now(), reason=reason, look_at=None)
        return [self._sends.send_write(ended)]

    def _made_anew(self, send: Send) -> Sequence[Write]:
        """Have a draft of an old mail, never asked to go, be forgotten and made anew."""
        if send.was_requested:
            return []
        now = self._clock.now()
        if send.state is SendState.DRAFTED:
            send = moved_send(send, SendState.HELD, now, reason="changed")
        if send.state is not SendState.HELD:
            return []
        again = moved_send(send, SendState.QUEUED, now, reason="", draft_id="", body_hash="", not_before=None)
        return [self._sends.send_write(again)]
