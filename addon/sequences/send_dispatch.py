"""One mail from the gate to Gmail: the send protocol (DESIGN 5.1). Every write is at a version, no request is repeated.

A crash between any two lines leaves a state from which the next turn goes on, or which the reconciler settles.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from addon.errors import AssistantError, Conflict, Invalid, Rejected, Unavailable
from addon.ports import Clock, Mime, Write
from addon.sequences.advance import after_send, stopped, waiting
from addon.sequences.ask_dispatch import asked_to_send
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState, Mail
from addon.sequences.claims_dispatch import claim_writes
from addon.sequences.delivery import (
    BAD_RECIPIENT,
    LEFT,
    RECONNECT,
    after_answer,
    before_request,
    may_stand,
    reconciled,
    requested,
    send_id,
)
from addon.sequences.delivery_model import (
    Answer,
    Evidence,
    Limited,
    Send,
    SendState,
)
from addon.sequences.desk_dispatch import Desk, is_of_mail, later
from addon.sequences.drafts_dispatch import delete_draft, delete_strays
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import event_write
from addon.sequences.events import enrollment_event, send_event, stop_event
from addon.sequences.evidence import thread_ids
from addon.sequences.evidence_dispatch import evidence_of
from addon.sequences.facts_dispatch import FactsReader
from addon.sequences.gate import blocked, gate, shuts_mailbox
from addon.sequences.gate_model import Allowed, Blocked, Effect, Lock
from addon.sequences.jitter import pause_after
from addon.sequences.listen_dispatch import SOON, Ears, listened
from addon.sequences.mail_model import Letter
from addon.sequences.ramp import DAY, counted_day, refused
from addon.sequences.signals import back_again
from addon.sequences.states import moved_enrollment, moved_send

ACCESS_AGAIN = timedelta(hours=1)
"""When a mailbox is tried again that refused us although our grant lives: Gmail switched off, a policy, a hiccup."""

UNREAD = timedelta(minutes=5)
"""When a mail is tried again whose row or thread could not be read."""

MAX_FAILURES = 5
"""Turns, or looks at a send in doubt, that broke in a row on one mail before it waits for a person."""

WAIT = timedelta(minutes=10)
"""When a send in doubt is looked at again whose gate is shut and does not say until when."""


class SendDispatch:
    """Moves one enrollment's next mail as far as it goes now."""

    def __init__(self, facts: FactsReader, mime: Mime, clock: Clock, ears: Ears) -> None:
        self._facts = facts
        self._ears = ears
        self._mime = mime
        self._clock = clock

    def step(self, desk: Desk, one: Enrollment) -> Blocked | None:
        """Bring the next mail of an enrollment on its way; return the lock of the whole mailbox, if one stops it."""
        campaign = desk.campaign(one.campaign)
        if one.mail(one.step_id) is None:
            over = moved_enrollment(one, EnrollmentState.CANCELLED, self._now(), next_at=None, reason="no_step")
            desk.commit([desk.store.enrollment_write(over)])
            return None
        if (back := back_again(one, self._now())) is not None:
            event = enrollment_event(one, EventType.RESUMED, self._now(), reason="back_again")
            desk.commit([desk.store.enrollment_write(back), event_write(one.tenant, event)])
            return None  # it is due still, and goes on from there
        send = desk.sends.find(one.tenant, one.send_id)
        try:
            shut = self._ask(desk, one, campaign, send, listens=True)
        except Unavailable as error:
            self._unread(desk, one, error)
            return None
        if shut is not None:
            return self.stop(desk, one, send, shut)
        if send is None:
            one, send = self._queued(desk, one)
        try:
            return self._go(desk, one, send)
        except Unavailable as error:
            return self._postponed(desk, one.id, error)
        except Rejected as error:
            if error.reason == "not_found" and one.thread_id:  # it was deleted since we listened
                return self.stop(desk, *self._read(desk, one.id), blocked(Lock.THREAD_GONE))
            if not is_of_mail(error):
                return self._without_access(desk, one.id, error)
            self._refused(desk, one.id, error)
        except Invalid as error:
            self._refused(desk, one.id, error)
        return None

    def _unread(self, desk: Desk, one: Enrollment, error: Unavailable) -> None:
        """Come back for a mail about which something could not be read now: that is no failure of the mail."""
        until = later(error, self._now(), UNREAD)
        desk.commit([desk.store.enrollment_write(replace(one, next_at=until, updated_at=self._now()))])

    def look_later(self, desk: Desk, id: str, at: datetime, *, broke: bool = False) -> None:
        """Settle a send in doubt at another time, so that the others go on; one that keeps breaking needs a person."""
        send = desk.sends.find(desk.tenant, id)
        if send is None or send.state is not SendState.SENDING:
            return
        failures = send.failures + 1 if broke else send.failures
        if failures < MAX_FAILURES:
            desk.commit([desk.sends.send_write(replace(send, look_at=at, failures=failures, updated_at=self._now()))])
            return
        one, send = self._read(desk, send.enrollment, id)
        held = moved_send(send, SendState.HELD, self._now(), reason=str(Lock.POISONED), look_at=None, failures=0)
        self._settle(desk, one, send, held, desk.campaign(one.campaign))

    def _go(self, desk: Desk, one: Enrollment, send: Send) -> Blocked | None:
        if send.state in (SendState.QUEUED, SendState.DRAFTING):
            was_begun = bool(send.since)
            one, send = self._drafted(desk, one, send)
            if was_begun:
                delete_strays(desk, send)  # of a turn that crashed, or of a text that was changed since
        if send.state is not SendState.DRAFTED or send.step_id != one.step_id:
            raise Conflict("This send moved on.", reason="moved_on")
        other = self._changed(desk, one, send)
        campaign = desk.campaign(one.campaign)
        shut = self._ask(desk, one, campaign, send)  # again, last of all: after it only our own store is waited for
        if other is not None and (shut is None or other.state is SendState.SENT):
            self._settle(desk, one, send, other, campaign)
            return None
        if shut is not None:
            return self.stop(desk, one, send, shut)
        self._send(desk, one, send, campaign)
        return None

    # --- the gate ---
    def _ask(
        self, desk: Desk, one: Enrollment, campaign: Campaign, send: Send | None, *, listens: bool = False
    ) -> Blocked | None:
        """Return what shuts the gate; where nothing else does, and ``listens``, a follow-up's thread is read too."""
        facts = self._facts.read(desk, one, campaign, is_drafting=send is None or not send.draft_id)
        if send and send.not_before:
            facts = replace(facts, paused_until=max(send.not_before, facts.paused_until or send.not_before))
        found = gate(facts, self._now())
        if isinstance(found, Allowed) and (one.thread_id or one.threads) and listens:
            found = gate(listened(desk, one, facts, self._ears), self._now())
        return None if isinstance(found, Allowed) else found

    # --- the steps of the protocol ---
    def _queued(self, desk: Desk, one: Enrollment) -> tuple[Enrollment, Send]:
        now = self._now()
        send = Send(
            id=send_id(one.tenant, one.id, one.step_id),
            tenant=one.tenant,
            campaign=one.campaign,
            enrollment=one.id,
            mailbox=one.mailbox,
            step_id=one.step_id,
            created_at=now,
            updated_at=now,
        )
        one = replace(one, send_id=send.id, updated_at=now, waits_for="", waits_until=None)
        old = desk.store.claims(one.tenant, [one.person]).get(one.person)
        claim = claim_writes(desk.store, one, old, now)  # whoever had the person let them go: the gate has asked
        desk.commit([desk.sends.send_write(send), desk.store.enrollment_write(one), *claim])
        return self._read(desk, one.id)

    def _drafted(self, desk: Desk, one: Enrollment, send: Send) -> tuple[Enrollment, Send]:
        """Make a draft and store its id: only a stored id is ever sent, and only one is ever stored."""
        if send.state is SendState.QUEUED:
            since = desk.ask(lambda mailbox: mailbox.profile()).history_id
            desk.commit([desk.sends.send_write(moved_send(send, SendState.DRAFTING, self._now(), since=since))])
            one, send = self._read(desk, one.id)
        mail = _mail(one, send)
        if one.thread_id and len(one.rfc_ids) < len(one.sent):
            heads = desk.ask(lambda mailbox: mailbox.thread(one.thread_id))
            one = replace(one, rfc_ids=thread_ids(heads) or one.rfc_ids)
        last = one.rfc_ids[-1] if one.rfc_ids else ""
        raw = self._mime.raw(Letter(mail=mail, send_id=send.id, in_reply_to=last, references=one.rfc_ids))
        desk.hold()
        made = desk.ask(lambda mailbox: mailbox.create_draft(raw, one.thread_id))
        fresh = moved_send(
            send,
            SendState.DRAFTED,
            self._now(),
            draft_id=made.draft_id,
            thread_id=made.thread_id,
            body_hash=self._mime.content_hash(mail),
        )
        try:
            desk.commit([desk.sends.send_write(fresh), desk.store.enrollment_write(one)])  # its mails are still these
        except Conflict:
            desk.ask(lambda mailbox: mailbox.delete_draft(made.draft_id))  # its id was stored nowhere, nor asked to go
            raise
        return self._read(desk, one.id)

    def _changed(self, desk: Desk, one: Enrollment, send: Send) -> Send | None:
        """Return what becomes of a draft that is no longer what we made, None if it is as it was."""
        found = desk.ask(lambda mailbox: mailbox.find_draft(send.draft_id))
        if found is not None and found.is_draft:
            return before_request(send, Evidence(copy=None, is_draft_there=True), found.body_hash, self._now())
        evidence = desk.ask(lambda mailbox: evidence_of(mailbox, send, one))
        return before_request(send, replace(evidence, is_draft_there=False), "", self._now())

    def _send(self, desk: Desk, one: Enrollment, send: Send, campaign: Campaign) -> None:
        """Store that the draft is asked to be sent, ask once, and store what Gmail said."""
        now = self._now()
        fresh = requested(send, now)
        recent = (*(at for at in desk.record.sent if at > now - DAY), now)
        record = replace(desk.record, sent=recent, next_send_at=now + pause_after(fresh.id))
        desk.record = counted_day(record, now, campaign.zone)
        due = one.next_at
        is_unsaid = one.is_unsaid or bool(one.waits_for)
        one = replace(one, next_at=None, waits_for="", waits_until=None, is_unsaid=is_unsaid, updated_at=now)
        desk.hold()
        desk.commit([desk.sends.send_write(fresh), desk.store.enrollment_write(one)], with_record=True)
        one, fresh = self._read(desk, one.id)
        answer = asked_to_send(desk, fresh)
        one = replace(one, next_at=due)  # refused, it keeps its place
        self._settle(desk, one, fresh, after_answer(fresh, answer, self._now()), campaign, answer)

    # --- the reconciler ---
    def reconcile(self, desk: Desk, send: Send, *, is_strict: bool) -> None:
        """Settle a send of which Gmail said nothing certain; raises what reading the evidence raises."""
        one, fresh = self._read(desk, send.enrollment, send.id)
        if fresh.state is not SendState.SENDING or (fresh.look_at and fresh.look_at > self._now()):
            return
        evidence = desk.ask(lambda mailbox: evidence_of(mailbox, fresh, one))
        campaign = desk.campaign(one.campaign)
        shut = None if evidence.copy else self._shut(desk, one, campaign, fresh)
        may_go = shut is None or shut.effect is not Effect.END
        settled = reconciled(fresh, evidence, self._now(), is_strict=is_strict, may_go=may_go)
        if settled is not None:
            self._settle(desk, one, fresh, settled, campaign)
        elif shut is not None:
            self._put_off(desk, one, fresh, shut)
        else:
            self._send(desk, one, fresh, campaign)

    def _shut(self, desk: Desk, one: Enrollment, campaign: Campaign, send: Send) -> Blocked | None:
        """Return what keeps the same draft from being asked to go once more; asked again after Gmail was read."""
        if one.send_id != send.id:
            return blocked(Lock.OVER)
        shut = self._ask(desk, one, campaign, send, listens=True)
        return shut or self._ask(desk, one, desk.campaign(one.campaign), send)

    def _put_off(self, desk: Desk, one: Enrollment, send: Send, shut: Blocked) -> None:
        """Keep a send in doubt that may not be asked for again just now; its row and the log say why."""
        now = self._now()
        if shut.effect is Effect.HOLD:
            held = moved_send(send, SendState.HELD, now, reason=str(shut.lock), look_at=None)
            return self._settle(desk, one, send, held, desk.campaign(one.campaign))
        at = shut.until or now + WAIT
        writes: list[Write] = [desk.sends.send_write(moved_send(send, SendState.SENDING, now, look_at=at))]
        after = waiting(one, shut, now) if shut.effect is Effect.WAIT else one
        if after is not one:
            writes += [desk.store.enrollment_write(after), event_write(one.tenant, stop_event(one, shut, now))]
        desk.commit(writes)
        return None

    # --- what is stored ---
    def _settle(
        self, desk: Desk, one: Enrollment, old: Send, send: Send, campaign: Campaign, answer: Answer | None = None
    ) -> None:
        """Store where a send stands now, what that makes of the enrollment, and the event of it: all or nothing."""
        if send is old:
            return  # still in doubt: the reconciler looks
        after = after_send(one, send, campaign, self._now())
        writes: list[Write] = [desk.sends.send_write(send)]
        if after is not one:
            writes.append(desk.store.enrollment_write(after))
        if event := send_event(send, old, self._now()):
            writes.append(event_write(send.tenant, event))
        if isinstance(answer, Limited):
            desk.record = refused(desk.record, old.requested_at)
            if answer.stops_mailbox:
                desk.record = replace(desk.record, paused_until=answer.until, reason="mail_limit")
        desk.commit(writes, with_record=isinstance(answer, Limited))
        if send.state is SendState.SENT and not send.rfc_message_id and send.message_id:
            self._read_back(desk, send)

    def _read_back(self, desk: Desk, send: Send) -> None:
        """Read the Message-ID Gmail gave the mail, for the next step's headers; without it the thread is read then."""
        try:
            head = desk.ask(lambda mailbox: mailbox.message(send.message_id))
        except AssistantError:
            return
        if head is None or not head.header("message-id"):
            return
        one, fresh = self._read(desk, send.enrollment, send.id)
        rfc = head.header("message-id")
        one = replace(one, rfc_ids=(*one.rfc_ids, rfc), updated_at=self._now())
        desk.commit([desk.sends.send_write(replace(fresh, rfc_message_id=rfc)), desk.store.enrollment_write(one)])

    def stop(self, desk: Desk, one: Enrollment, send: Send | None, shut: Blocked) -> Blocked | None:
        """Store what a shut gate does to an enrollment; a lock of the whole mailbox is the turn's to store."""
        if shuts_mailbox(shut):
            return shut
        now = self._now()
        after = stopped(one, shut, now)
        writes: list[Write] = [desk.store.enrollment_write(after)]
        if send is not None and (fresh := _stopped_send(send, shut, now)):
            writes.append(desk.sends.send_write(fresh))
        writes.append(event_write(one.tenant, stop_event(one, shut, now)))
        desk.commit(writes)
        if send is not None and shut.effect is Effect.END:
            delete_draft(desk, send.id)
        return None

    def _postponed(self, desk: Desk, id: str, error: Unavailable) -> Blocked | None:
        """Keep draft and place, and come back when Gmail says; its limits shut the whole mailbox until then."""
        one, _ = self._read(desk, id)
        until = later(error, self._now(), SOON)
        if error.reason == "mail_limit":
            desk.record = replace(desk.record, paused_until=until, reason="mail_limit")
            desk.commit([], with_record=True)
            return blocked(Lock.MAILBOX_PAUSED, until)
        if error.reason in ("rate_limited", "concurrent"):
            return blocked(Lock.MAILBOX_PAUSED, until)
        if one.next_at is None:
            return None  # the store had taken the change after all: nothing waits here any more
        one = replace(one, next_at=until, updated_at=self._now())
        desk.commit([desk.store.enrollment_write(one)])
        return None

    def _without_access(self, desk: Desk, id: str, error: Rejected) -> Blocked:
        one, send = self._read(desk, id)
        desk.record = replace(desk.record, reason=error.reason)
        if send.draft_id and send.was_requested:
            held = moved_send(send, SendState.HELD, self._now(), reason=RECONNECT)
            self._settle(desk, one, send, held, desk.campaign(one.campaign))
        return blocked(Lock.GRANT, self._now() + ACCESS_AGAIN)  # a grant that still lives is taken off by nobody

    def _refused(self, desk: Desk, id: str, error: AssistantError) -> None:
        one, send = self._read(desk, id)
        if send.state is not SendState.DRAFTING:
            raise error  # no mail was refused, but something that was asked about it: the turn sets it aside
        failed = moved_send(send, SendState.FAILED, self._now(), reason=BAD_RECIPIENT)
        self._settle(desk, one, send, failed, desk.campaign(one.campaign))

    def _read(self, desk: Desk, enrollment: str, send: str = "") -> tuple[Enrollment, Send]:
        one = desk.store.find(desk.tenant, enrollment)
        found = desk.sends.find(desk.tenant, send or (one.send_id if one else ""))
        if one is None or found is None:
            raise Conflict("This send is gone.", reason="gone")
        return one, found

    def _now(self) -> datetime:
        return self._clock.now()


def _mail(one: Enrollment, send: Send) -> Mail:
    """Return the approved content of a send's step; a step that was taken out meanwhile is nobody's any more."""
    approved = one.mail(send.step_id)
    if approved is None:
        raise Conflict("This step was taken out of the sequence.", reason="no_step")
    return approved.mail


def _stopped_send(send: Send, shut: Blocked, now: datetime) -> Send | None:
    """Return what a lock makes of a send; None where nothing: one in doubt is the reconciler's to settle."""
    is_over = send.state.is_final and not (send.state is SendState.HELD and shut.effect is Effect.END)
    if send.state is SendState.SENDING or is_over:
        return None
    if shut.effect is Effect.HOLD:
        return moved_send(send, SendState.HELD, now, reason=str(shut.lock))
    if shut.effect is not Effect.END:
        return None
    is_left = send.was_requested and may_stand(send)
    return moved_send(send, SendState.CANCELLED, now, reason=LEFT if is_left else str(shut.lock))
