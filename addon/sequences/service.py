"""The buttons of a sequence: Confirm, Undo, Pause, Resume, Stop; and how it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from addon.accounts.grant_model import GrantKind, GrantState
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.accounts.policy_model import Policy
from addon.accounts.policy_service import Policies
from addon.audit import audit
from addon.errors import Invalid
from addon.leads.service import Leads
from addon.ports import Clock, Documents, Write
from addon.runs.due_service import DueMailboxes
from addon.sequences.campaign_model import (
    STOPPED,
    UNDONE,
    Campaign,
    CampaignState,
    Chore,
    Enrollment,
    EnrollmentState,
)
from addon.sequences.delivery_model import SendState
from addon.sequences.event_model import RECIPIENT, EventType
from addon.sequences.event_repository import EventLog, event_write
from addon.sequences.events import campaign_event, enrollment_event
from addon.sequences.plan_model import Progress, Told
from addon.sequences.readiness import refuse_unready
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.sequences.states import ENROLLMENT_MOVES, may_follow, moved_campaign, moved_enrollment

EVENTS_A_PAGE = 20
"""Events on the log's card: one widget each, so that it stays a card people read."""

UNDO = timedelta(seconds=60)
"""How long nothing leaves after Confirm (DESIGN 5.3)."""

_LIKELY = (EnrollmentState.ACTIVE, EnrollmentState.PAUSED, EnrollmentState.HELD, EnrollmentState.FINISHED)

_UNDER_WAY = (CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceDoors:
    """What the buttons need."""

    documents: Documents
    due: DueMailboxes
    grants: Grants
    policies: Policies
    leads: Leads
    clock: Clock


class Sequences:
    """Campaigns of all tenants; every method takes the verified caller and only touches what is theirs."""

    def __init__(self, doors: SequenceDoors) -> None:
        self._doors = doors
        self._clock = doors.clock
        self._store = SequenceRepository(doors.documents)
        self._sends = SendRepository(doors.documents)
        self._log = EventLog(doors.documents)

    def campaign(self, caller: Caller, id: str) -> Campaign:
        """Return a campaign of the caller; ``Invalid`` for one that is not there or somebody else's."""
        found = self._store.find_campaign(caller.tenant, id)
        if found is None or found.user != caller.user:
            raise Invalid("This sequence is gone. Go back to Home.", reason="no_campaign")
        return found

    def campaign_of(self, caller: Caller, enrollment: str) -> Campaign:
        """Return the caller's campaign of an enrollment."""
        one = self._store.find(caller.tenant, enrollment)
        return self.campaign(caller, one.campaign if one else "")

    def confirm(self, caller: Caller, id: str, approval: str, access_token: str = "") -> Campaign:
        """Approve exactly what was shown (``approval`` is its digest); it goes when 60 seconds are over.

        With access to its file (one read), ``Invalid`` where rows or texts are others than the mails were made of.
        """
        one = self.campaign(caller, id)
        if one.confirmed_at is not None and one.approval == approval:
            return one  # Google repeats requests
        if one.state is not CampaignState.DRAFT or one.approval != approval:
            raise Invalid("The mails changed since this card was made. Press Start sequence again.", reason="changed")
        self._refuse_unready(caller)
        if access_token:
            self._refuse_edited(one, access_token)
        now = self._clock.now()
        fresh = moved_campaign(
            one,
            CampaignState.SCHEDULED,
            now,
            confirmed_at=now,
            undo_until=now + UNDO,
            chore=Chore.ENROLL,
            checks_sheet=self._is_live(caller, GrantKind.SHEETS),
        )
        self._commit(one, fresh, EventType.APPROVED, caller)
        audit("sequences:campaign:confirmed", tenant=caller.tenant, user=caller.user, campaign=id, people=one.people)
        return self.campaign(caller, id)

    def undo(self, caller: Caller, id: str) -> Campaign:
        """Take Confirm back: nobody was written to; ``Invalid`` once the first mail is on its way."""
        one = self.campaign(caller, id)
        if one.state is CampaignState.CANCELLED:
            return one
        if not self._can_undo(one):
            raise Invalid("The first mail is on its way already. Press Stop to end the rest.", reason="too_late")
        return self._end(caller, one, UNDONE)

    def pause(self, caller: Caller, id: str) -> Campaign:
        """Let nothing more go until Resume; what is on its way this second still goes."""
        one = self.campaign(caller, id)
        if one.state is CampaignState.PAUSED:
            return one
        fresh = moved_campaign(one, CampaignState.PAUSED, self._clock.now(), chore=Chore.NONE)
        self._commit(one, fresh, EventType.DEFERRED, caller, "paused")
        audit("sequences:campaign:paused", tenant=caller.tenant, user=caller.user, campaign=id)
        return self.campaign(caller, id)

    def resume(self, caller: Caller, id: str) -> Campaign:
        """Go on where it was; nobody is written to twice, and nobody left out."""
        one = self.campaign(caller, id)
        if one.state in (CampaignState.RUNNING, CampaignState.SCHEDULED):
            return one
        fresh = moved_campaign(one, CampaignState.SCHEDULED, self._clock.now(), chore=Chore.ENROLL)
        self._commit(one, fresh, EventType.RESUMED, caller)
        audit("sequences:campaign:resumed", tenant=caller.tenant, user=caller.user, campaign=id)
        return self.campaign(caller, id)

    def stop(self, caller: Caller, id: str) -> Campaign:
        """End it for good; what Gmail was asked to send already is settled, nothing else goes."""
        one = self.campaign(caller, id)
        return one if one.state is CampaignState.CANCELLED else self._end(caller, one, STOPPED)

    def progress(self, caller: Caller, id: str) -> Progress:
        """Return how a campaign stands."""
        return self._progress(self.campaign(caller, id))

    def of_file(self, caller: Caller, spreadsheet_id: str) -> list[Progress]:
        """Return the caller's campaigns of a file that are under way, the latest first."""
        found = self._store.campaigns_of_file(caller.tenant, spreadsheet_id)
        return [self._progress(one) for one in found if one.user == caller.user and one.state in _UNDER_WAY]

    def log(self, caller: Caller, id: str, page: int = 0) -> tuple[list[Told], bool]:
        """Return a page of a campaign's events, the newest first, and whether there are older ones."""
        found = self.campaign(caller, id)
        begin, end = page * EVENTS_A_PAGE, (page + 1) * EVENTS_A_PAGE
        every = self._log.of_campaign(caller.tenant, id, end + 1)
        events = every[begin:end]
        people = self._store.many(caller.tenant, list({one.enrollment for one in events if one.enrollment}))
        steps = {step.id: number for number, step in enumerate(found.recipe.steps, start=1)}
        told = [
            Told(event=one, to=_address(people.get(one.enrollment)), step=steps.get(one.step_id, 0)) for one in events
        ]
        return told, len(every) > end

    def opted_out(self, tenant: str, person: str, send: str) -> None:
        """End everything that runs for a person, by their key: the hook of the opt-out link and of Opt out.

        Plans that nobody confirmed are left alone: none of their mails passes the gate any more.
        """
        for one in self._store.of_person(tenant, person):
            campaign = self._store.find_campaign(tenant, one.campaign)
            if campaign is not None and campaign.state is not CampaignState.DRAFT:
                ends = partial(self._opting_out, tenant, one.id, send)
                self._doors.due.commit(tenant, one.mailbox, self._clock.now(), ends)

    def _opting_out(self, tenant: str, id: str, send: str) -> list[Write]:
        """Return the writes that end an enrollment as it stands now, none where nothing is left to end."""
        one, now = self._store.find(tenant, id), self._clock.now()
        if one is None or not may_follow(ENROLLMENT_MOVES, one.state, EnrollmentState.OPTED_OUT):
            return []
        next_at = now if one.send_id else None  # a draft that waits is taken back by the mailbox's next turn
        fresh = moved_enrollment(one, EnrollmentState.OPTED_OUT, now, next_at=next_at, reason="opted_out")
        writes: list[Write] = [self._store.enrollment_write(fresh)]
        if one.state is not EnrollmentState.CANCELLED:
            event = replace(enrollment_event(one, EventType.UNSUBSCRIBED, now, by=RECIPIENT), send=send)
            writes.append(event_write(tenant, event))
        return writes

    def are_lapsed(self, tenant: str, old: Policy, new: Policy) -> bool:
        """Whether mails of sequences under way, of anybody, wait for a new approval since their footer changed."""
        from addon.sequences.approval import footer_digest

        if not new.postal_address or footer_digest(old) == footer_digest(new):
            return False
        return any(self._store.count_campaigns(tenant, state) for state in _UNDER_WAY)

    def wake_all(self, tenant: str) -> None:
        """Have every mailbox of a tenant looked at: sending was stopped, or goes on."""
        cursor: str | None = None
        while True:
            records, cursor = self._sends.mailboxes(tenant, cursor)
            for record in records:
                self._doors.due.wake(tenant, record.user, self._clock.now())
            if cursor is None:
                return

    def wake(self, tenant: str, user: str) -> None:
        """Have one mailbox looked at: Gmail or Sheets was connected."""
        self._doors.due.wake(tenant, user, self._clock.now())

    def _end(self, caller: Caller, one: Campaign, reason: str) -> Campaign:
        fresh = moved_campaign(one, CampaignState.CANCELLED, self._clock.now(), chore=Chore.CANCEL, reason=reason)
        self._commit(one, fresh, EventType.CANCELLED, caller, reason)
        audit(f"sequences:campaign:{reason}", tenant=caller.tenant, user=caller.user, campaign=one.id)
        return self.campaign(caller, one.id)

    def _commit(self, old: Campaign, new: Campaign, kind: EventType, caller: Caller, reason: str = "") -> None:
        event = campaign_event(old, kind, self._clock.now(), by=caller.user, reason=reason)
        writes: Sequence[Write] = [self._store.campaign_write(new), event_write(old.tenant, event)]
        self._doors.due.commit(old.tenant, old.user, self._clock.now(), lambda: writes)

    def _refuse_unready(self, caller: Caller) -> None:
        refuse_unready(self._doors.policies.policy(caller.tenant), has_gmail=self._is_live(caller, GrantKind.GMAIL))

    def _refuse_edited(self, one: Campaign, access_token: str) -> None:
        from addon.sequences.approval import is_edited  # nothing of the first card's

        people, source = self._store.first_of(one.tenant, one.id, one.people), one.source
        ids = {person.lead_id for person in people}
        rows = self._doors.leads.rows_now(one.tenant, source.spreadsheet_id, source.sheet_id, access_token, ids)
        for person in people:
            row = rows.get(person.lead_id)
            if row is None or row.is_changed or any(is_edited(mail, row.cells) for mail in person.mails):
                raise Invalid(
                    "The texts in the sheet changed since this plan was made. Press Refresh.", reason="edited"
                )

    def _is_live(self, caller: Caller, kind: GrantKind) -> bool:
        grant = self._doors.grants.find(caller.tenant, caller.user, kind)
        return grant is not None and grant.state is GrantState.LIVE

    def _can_undo(self, one: Campaign) -> bool:
        return one.state in _UNDER_WAY and not self._sends.count(one.tenant, one.id)

    def _progress(self, one: Campaign) -> Progress:
        people, sent = self._people(one), self._sent(one)
        record = self._sends.mailbox(one.tenant, one.user)
        next_one = self._store.next_of(one.tenant, one.id)
        return Progress(
            campaign=one,
            sender=one.account or record.address,
            people=people,
            sent=sent,
            next_at=next_one.next_at if next_one else None,
            next_zone=next_one.place.zone if next_one else "",
            waits_for=next_one.waits_for if next_one else "",
            until=next_one.waits_until if next_one else None,
            held=people.get(str(EnrollmentState.HELD), 0),
            can_undo=not any(sent.values()) and self._can_undo(one),
        )

    def _people(self, one: Campaign) -> dict[str, int]:
        """Return how many people stand in which state, asking for the likeliest first and no further than for all."""
        found: dict[str, int] = {}
        for state in sorted(EnrollmentState, key=lambda state: state not in _LIKELY):
            if sum(found.values()) >= one.people:
                break
            if count := self._store.count(one.tenant, one.id, state):
                found[str(state)] = count
        return found

    def _sent(self, one: Campaign) -> dict[str, int]:
        """Return how many mails of each step went; after a step that nobody got there is none to ask for."""
        sent: dict[str, int] = {}
        for step in one.recipe.steps:
            is_asked = not sent or any(sent.values())
            sent[step.id] = self._sends.count(one.tenant, one.id, SendState.SENT, step.id) if is_asked else 0
        return sent


def _address(one: Enrollment | None) -> str:
    return one.to if one else ""
