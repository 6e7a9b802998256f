"""What waits for a person, and the buttons that decide it: Retry, Mark sent, another attempt, Cancel."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TypeVar

from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import AssistantError, Invalid
from addon.leads.service import Leads
from addon.ports import Clock, Documents, Mailbox, Mailboxes, Write
from addon.runs.due_service import DueMailboxes
from addon.sequences.advance import after_send, due_again, with_thread
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState
from addon.sequences.clicks_dispatch import Clicks
from addon.sequences.delivery import LEFT, marked_sent, may_stand, next_attempt, retried
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.drafts_dispatch import delete_as_made, without_draft
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import event_write
from addon.sequences.events import enrollment_event
from addon.sequences.evidence_dispatch import evidence_of
from addon.sequences.gate_model import Lock
from addon.sequences.plan_model import HeldMail
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.sequences.states import moved_enrollment, moved_send

Answer = TypeVar("Answer")

_SHOWN = (Lock.ANSWERED, Lock.WROTE_BY_HAND)
"""Reasons that told the user what stands in the thread: only then does going on mean that they have read it."""

_GOES_ON = (EnrollmentState.ACTIVE, EnrollmentState.AWAY, EnrollmentState.PAUSED, EnrollmentState.FINISHED)
"""States of an enrollment of which nothing waits for its user."""

_BEGUN = (SendState.QUEUED, SendState.DRAFTING, SendState.DRAFTED)
"""States of a send that goes on by itself once its enrollment does."""

SHOWN_LEFT = timedelta(days=30)
"""How long a draft that was left is listed: nobody tells us what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDoors:
    """What the buttons need."""

    documents: Documents
    due: DueMailboxes
    grants: Grants
    mailboxes: Mailboxes
    leads: Leads
    clock: Clock


class Held:
    """Mails of one user that wait for them; every method takes the verified caller and only touches what is theirs."""

    def __init__(self, doors: HeldDoors) -> None:
        self._doors = doors
        self._clock = doors.clock
        self._store = SequenceRepository(doors.documents)
        self._sends = SendRepository(doors.documents)
        self._clicks = Clicks(doors.documents, doors.clock)

    def count(self, caller: Caller) -> int:
        """Return how many mails wait for the caller."""
        return self._store.count_held(caller.tenant, caller.user)

    def mails(self, caller: Caller, asks: str = "", file: str = "", access_token: str = "") -> list[HeldMail]:
        """Return what waits for the caller; of enrollment ``asks`` they were told that a copy may be out.

        Rows are numbered that stand in the open ``file``.
        """
        found = self._store.held_of(caller.tenant, caller.user)
        sends = self._sends.many(caller.tenant, [one.send_id for one in found if one.send_id])
        campaigns = self._store.campaigns(caller.tenant, {one.campaign for one in found})
        rows = self._rows(caller, found, campaigns, file, access_token) if file and access_token else {}
        return [
            replace(
                _shown(one, sends.get(one.send_id), asks=one.id == asks),
                row=rows.get(one.lead_id, 0),
                campaign_name=campaigns[one.campaign].name if one.campaign in campaigns else "",
            )
            for one in found
        ]

    def left(self, caller: Caller) -> list[HeldMail]:
        """Return what was ended in the last weeks and whose draft is left in the caller's Drafts, the latest first."""
        since = self._clock.now() - SHOWN_LEFT
        sends = [one for one in self._sends.left_in_drafts(caller.tenant, caller.user) if one.updated_at >= since]
        found = self._store.many(caller.tenant, [send.enrollment for send in sends])
        pairs = [(found[send.enrollment], send) for send in sends if send.enrollment in found]
        return [
            _shown(replace(one, step_id=send.step_id), send, asks=False)
            for one, send in pairs
            if one.state is not EnrollmentState.HELD
        ]

    def _rows(
        self,
        caller: Caller,
        found: Sequence[Enrollment],
        campaigns: Mapping[str, Campaign],
        file: str,
        access_token: str,
    ) -> dict[str, int]:
        """Return the rows of held people by Lead ID, none where the file cannot be read."""
        sources = {one.source for one in campaigns.values()}
        tabs = {source.sheet_id for source in sources if source.spreadsheet_id == file}
        leads = {one.lead_id for one in found}
        rows = self._doors.leads.rows_seen(caller.tenant, file, tabs, access_token, leads)
        return {id: row.row for id, row in rows.items()}

    def retry(self, caller: Caller, id: str, clicked: str = "") -> bool:
        """Have a held mail go on; False if a copy may already have gone, so that the user must be asked first.

        Of every button, ``clicked`` is the send that its card showed: Google repeats requests, and a click that was
        done already does nothing.
        """
        if self._is_done(caller, id, clicked, lambda one, _: one.state in _GOES_ON):
            return True
        one, send = self._read(caller, id)
        if send is None or send.state in _BEGUN:
            self._go_on(caller, one, "retried")
            return True
        if send.state is not SendState.HELD:
            raise _no_retry(send)

        def look(mailbox: Mailbox) -> Send | None:
            evidence = evidence_of(mailbox, send, one)
            draft = mailbox.find_draft(send.draft_id) if evidence.is_draft_there else None
            return retried(send, evidence, draft.body_hash if draft else "", self._clock.now())

        fresh = self._ask(caller, look)
        if fresh is None:
            return False
        if fresh.state is SendState.SENT:
            self._sent(caller, one, fresh, "found_sent")
        else:
            self._go_on(caller, one, "retried", [self._sends.send_write(fresh)])
        return True

    def mark_sent(self, caller: Caller, id: str, clicked: str = "") -> None:
        """Take the user's word that a mail is out; asks nobody."""
        if self._is_done(caller, id, clicked, lambda _, send: send is not None and send.state is SendState.SENT):
            return
        one, send = self._read(caller, id)
        if send is None or send.state is not SendState.HELD:
            raise Invalid("There is no mail here that could have been sent.", reason="no_send")
        self._sent(caller, one, marked_sent(send, self._clock.now()), "marked_sent")

    def again(self, caller: Caller, id: str, clicked: str = "") -> None:
        """Open another attempt: the user knows that a copy may already have gone, and said yes."""
        if self._is_done(caller, id, clicked, lambda one, send: send is not None and one.state in _GOES_ON):
            return
        one, send = self._read(caller, id)
        if send is None or send.state is not SendState.HELD:
            raise Invalid("There is nothing here to try again.", reason="no_send")
        closed, fresh = next_attempt(send, self._clock.now())
        threads = with_thread(one.threads, send.thread_id)  # should the first copy be out, it is answered there
        one = replace(one, send_id=fresh.id, threads=threads)
        self._go_on(caller, one, "new_attempt", [self._sends.send_write(closed), self._sends.send_write(fresh)])

    def cancel(self, caller: Caller, id: str) -> None:
        """End the sequence for this person."""
        if self._is_done(caller, id, "", lambda one, _: one.state is EnrollmentState.CANCELLED):
            return
        one, send = self._read(caller, id)
        now = self._clock.now()
        over = moved_enrollment(one, EnrollmentState.CANCELLED, now, next_at=None, reason="cancelled")
        writes: list[Write] = [self._store.enrollment_write(over)]
        if send is not None and send.state is SendState.HELD:
            reason = LEFT if may_stand(send) else "cancelled"
            ended = moved_send(send, SendState.CANCELLED, now, reason=reason, look_at=None)
            writes.append(self._sends.send_write(ended))
        self._commit(caller, one, writes, EventType.CANCELLED, "cancelled")
        self.delete_draft(caller, one.send_id)

    def delete_draft(self, caller: Caller, id: str) -> None:
        """Delete the draft of what was cancelled, if it was never asked to go; else it is left, and listed."""
        send = self._sends.find(caller.tenant, id)
        if send is None or send.reason != LEFT or send.was_requested:
            return
        try:
            if self._ask(caller, lambda mailbox: delete_as_made(mailbox, send)):
                self._store.commit([self._sends.send_write(without_draft(send))])
        except AssistantError:
            return

    def _ask(self, caller: Caller, look: Callable[[Mailbox], Answer]) -> Answer:
        """Ask Gmail something that may be asked twice, once more where the access had run out."""
        doors, spend = self._doors, self._clicks.spender(caller.tenant, caller.user)
        return doors.grants.using(
            caller.tenant, caller.user, GrantKind.GMAIL, lambda token: look(doors.mailboxes.open(token, spend))
        )

    def _is_done(
        self, caller: Caller, id: str, clicked: str, is_left_by: Callable[[Enrollment, Send | None], bool]
    ) -> bool:
        """Whether a click was done before: another mail of theirs waits by now, or it is as the click leaves it."""
        one = self._store.find(caller.tenant, id)
        if one is None or one.mailbox != caller.user:
            return False
        if one.state is EnrollmentState.HELD:
            return bool(clicked) and clicked != one.send_id
        return is_left_by(one, self._sends.find(caller.tenant, clicked))

    def _read(self, caller: Caller, id: str) -> tuple[Enrollment, Send | None]:
        one = self._store.find(caller.tenant, id)
        if one is None or one.mailbox != caller.user:
            raise Invalid("This mail is gone. Press Refresh.", reason="no_enrollment")
        if one.state is not EnrollmentState.HELD:
            raise Invalid("This mail does not wait for you any more. Press Refresh.", reason="not_held")
        return one, self._sends.find(caller.tenant, one.send_id)

    def _go_on(self, caller: Caller, one: Enrollment, reason: str, writes: Sequence[Write] = ()) -> None:
        now = self._clock.now()
        if one.reason == Lock.THREAD_GONE:
            one = replace(one, thread_id="")  # the next mail begins a new one; its references join them for the reader
        campaign = self._store.find_campaign(caller.tenant, one.campaign)
        due = due_again(one, campaign, now) if campaign else now  # its delay may have been changed while it was held
        heard_at = now if one.reason in _SHOWN else one.heard_at
        fresh = moved_enrollment(
            one, EnrollmentState.ACTIVE, now, next_at=due, reason="", failures=0, heard_at=heard_at
        )
        self._commit(caller, one, [self._store.enrollment_write(fresh), *writes], EventType.RESUMED, reason)

    def _sent(self, caller: Caller, one: Enrollment, fresh: Send, reason: str) -> None:
        campaign = self._store.find_campaign(caller.tenant, one.campaign)
        if campaign is None:
            raise Invalid("This sequence is gone. Go back to Home.", reason="no_campaign")
        after = after_send(one, fresh, campaign, self._clock.now())
        writes = [self._store.enrollment_write(after), self._sends.send_write(fresh)]
        self._commit(caller, one, writes, EventType.SENT, reason)

    def _commit(self, caller: Caller, old: Enrollment, writes: Sequence[Write], kind: EventType, reason: str) -> None:
        event = enrollment_event(old, kind, self._clock.now(), by=caller.user, reason=reason)
        all: list[Write] = [*writes, event_write(caller.tenant, event)]
        self._doors.due.commit(caller.tenant, caller.user, self._clock.now(), lambda: all)
        audit(f"sequences:held:{reason}", tenant=caller.tenant, user=caller.user, enrollment=old.id, send=old.send_id)


def _shown(one: Enrollment, send: Send | None, *, asks: bool) -> HeldMail:
    ids = [approved.mail.step_id for approved in one.mails]
    return HeldMail(
        send=send,
        enrollment=one.id,
        to=one.to,
        reason=one.reason,
        step=ids.index(one.step_id) + 1 if one.step_id in ids else 1,
        may_be_out=send is not None and send.may_be_out,
        asks=asks,
        campaign=one.campaign,
    )


def _no_retry(send: Send) -> Invalid:
    """Return why a mail is not tried again."""
    if send.state is SendState.FAILED:
        return Invalid("Gmail refuses this address. Mend it in the sheet and start a sequence for that row.")
    if send.state is SendState.SENDING:
        return Invalid("It is still open whether this mail has gone. We look again by ourselves.", reason="in_doubt")
    return Invalid("This mail may not go any more. Look into your Sent folder and your Drafts, then press Cancel this.")
