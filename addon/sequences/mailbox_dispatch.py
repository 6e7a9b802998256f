"""A mailbox turn: recover, listen, speak, tidy (DESIGN 5.5). One worker has it at a time, sending one mail by one."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.accounts.policy_service import Policies
from addon.errors import AssistantError, Conflict, Rejected, Unavailable
from addon.leads.service import Leads
from addon.leads.suppression_service import Suppressions
from addon.ports import Clock, Documents, Mailboxes, Mime
from addon.runs.model import LeaseLost
from addon.sequences.advance import LOOK_AGAIN, waiting
from addon.sequences.campaign_model import Campaign, Enrollment
from addon.sequences.chore_dispatch import ChoreDispatch
from addon.sequences.desk_dispatch import Desk, later
from addon.sequences.event_model import Event, EventType
from addon.sequences.event_repository import event_write
from addon.sequences.events import event_id
from addon.sequences.facts_dispatch import FactDoors, FactsReader
from addon.sequences.finish_dispatch import finish
from addon.sequences.gate import blocked
from addon.sequences.gate_model import Blocked, Effect, Lock
from addon.sequences.listen_dispatch import Ears
from addon.sequences.repository import MOST_UNSAID, SequenceRepository
from addon.sequences.row_words import said_of
from addon.sequences.send_dispatch import MAX_FAILURES, SendDispatch
from addon.sequences.send_repository import SendRepository

_LOG = logging.getLogger("sequences")

MOST_WAITING = 100
"""Due enrollments that are told together what their mailbox waits for."""

_LIMITS = ("rate_limited", "concurrent", "mail_limit")
"""Refusals that hold for the whole mailbox, not for the one thing that was read."""

_OF_ONE = ("not_found", "not_a_draft", "bad_mail", "protected")
"""Refusals of the one thing that was asked for."""

SHEET_AGAIN = timedelta(minutes=5)
"""When the words of rows are tried again that could not be written."""

SELDOM = timedelta(hours=1)
"""When a mailbox comes back that a button wakes: a wake-up that a crash swallowed is made up for."""

LISTEN_AGAIN = timedelta(minutes=2)
"""When it is tried again to listen where Gmail did not say when."""

UNCOUNTED = 2
"""Units of Gmail's quota that are not worth a write: one look into the history."""

LOOK_SOON = timedelta(minutes=1)
"""When a send in doubt is looked at again that this turn could not settle: Gmail's quota is one of a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnDoors:
    """What a turn is built on."""

    documents: Documents
    grants: Grants
    policies: Policies
    suppressions: Suppressions
    leads: Leads
    mailboxes: Mailboxes
    mime: Mime
    clock: Clock
    ears: Ears


class MailboxDispatch:
    """Gives mailboxes their turns. Stateless: everything it knows is in the store, the mailbox and the sheet."""

    def __init__(self, doors: TurnDoors) -> None:
        self._doors = doors
        self._clock = doors.clock
        self._store = SequenceRepository(doors.documents)
        self._sends = SendRepository(doors.documents)

    def advance(
        self, tenant: str, user: str, is_time_up: Callable[[], bool], hold: Callable[[], None]
    ) -> datetime | None:
        """Work until nothing is due or time is up; return when to come back, None for never.

        Only the holder of the mailbox's due row may call this. ``hold`` begins that lease anew before each request that
        changes something and raises ``LeaseLost`` if another worker has it.
        """
        desk = self._desk(tenant, user, hold)
        shut = self._recover(desk)
        shut, is_done = self._listen(desk, is_time_up) if shut is None else (shut, True)
        is_done = self._chores().work(desk, is_time_up) and is_done
        shut = self._speak(desk, is_time_up) if shut is None and is_done else shut
        says_again = self._tell(desk)
        if desk.spent > UNCOUNTED:
            self._save(desk)
        return self._next(desk, shut, says_again) if is_done else self._clock.now()

    def _desk(self, tenant: str, user: str, hold: Callable[[], None]) -> Desk:
        doors = self._doors
        record = self._sends.mailbox(tenant, user)
        if not record.version:
            grant = doors.grants.find(tenant, user, GrantKind.GMAIL)
            record = self._sends.save_mailbox(replace(record, address=grant.account if grant else ""))
        return Desk(self._store, self._sends, doors.grants, doors.mailboxes, self._clock, record, hold)

    def _mails(self) -> SendDispatch:
        """Return the send protocol with fresh eyes: what it read of sheets is of this turn."""
        doors = self._doors
        facts = FactDoors(
            grants=doors.grants,
            policies=doors.policies,
            suppressions=doors.suppressions,
            leads=doors.leads,
            clock=self._clock,
        )
        return SendDispatch(FactsReader(facts), doors.mime, self._clock, doors.ears)

    def _chores(self) -> ChoreDispatch:
        return ChoreDispatch(self._clock)

    # --- recover ---
    def _recover(self, desk: Desk) -> Blocked | None:
        """Settle sends of which nothing certain is known; return what keeps Gmail from being read."""
        mails = self._mails()
        for send in desk.sends.in_doubt(desk.tenant, desk.user, self._clock.now()):
            try:
                policy = self._doors.policies.policy(desk.tenant)
                mails.reconcile(desk, send, is_strict=policy.is_strict)
            except Conflict:
                continue
            except Unavailable as error:
                until = later(error, self._clock.now(), SHEET_AGAIN)
                if error.reason in _LIMITS:
                    return Blocked(lock=Lock.MAILBOX_PAUSED, effect=Effect.WAIT, until=until)
                mails.look_later(desk, send.id, until)
            except Rejected as error:
                if error.reason not in _OF_ONE:
                    return Blocked(lock=Lock.GRANT, effect=Effect.WAIT)
                mails.look_later(desk, send.id, self._clock.now() + LOOK_AGAIN, broke=True)
            except LeaseLost:
                raise
            except Exception:
                _LOG.exception("sequences.reconcile_broke", extra={"line": {"send": send.id}})
                mails.look_later(desk, send.id, self._clock.now() + LOOK_AGAIN, broke=True)
        return None

    # --- listen ---
    def _listen(self, desk: Desk, is_time_up: Callable[[], bool]) -> tuple[Blocked | None, bool]:
        """Take in what came; return what keeps the mailbox from speaking, and whether all was heard.

        Who cannot hear does not speak: what came meanwhile may be an answer.
        """
        try:
            return None, self._doors.ears.listen(desk, is_time_up)
        except Conflict:
            return None, False  # another worker listened at the same time
        except Unavailable as error:
            shut = blocked(Lock.MAILBOX_PAUSED, later(error, self._clock.now(), LISTEN_AGAIN))
        except Rejected:
            shut = blocked(Lock.GRANT)
        except LeaseLost:
            raise
        except Exception:
            _LOG.exception("sequences.listening_broke", extra={"line": {"user": desk.user}})
            shut = blocked(Lock.MAILBOX_PAUSED, self._clock.now() + LOOK_AGAIN)
        self._tell_waiting(desk, shut)
        return shut, True

    # --- speak ---
    def _speak(self, desk: Desk, is_time_up: Callable[[], bool]) -> Blocked | None:
        """Send what is due, the oldest first, until the mailbox is shut, nothing is due or time is up."""
        mails, tried = self._mails(), set[str]()
        while not is_time_up():
            due = desk.store.due(desk.tenant, desk.user, self._clock.now(), len(tried) + 1)
            one = next((one for one in due if one.id not in tried), None)
            if one is None:
                return None
            shut = self._one(desk, mails, one)
            if shut is not None:
                self._tell_waiting(desk, shut)
                return shut
            if (fresh := desk.store.find(one.tenant, one.id)) and fresh.version == one.version:
                tried.add(one.id)
        return None

    def _one(self, desk: Desk, mails: SendDispatch, one: Enrollment) -> Blocked | None:
        """Move one enrollment on; what breaks on it is set aside and never blocks the rest."""
        try:
            shut = mails.step(desk, one)
        except Conflict as error:
            if error.reason in _OWN_CONFLICTS and not _moved(desk, one):
                self._set_aside(desk, mails, one.id)
            return None  # else a button was pressed meanwhile: look again
        except AssistantError as error:
            _LOG.warning("sequences.step_failed", extra={"line": {"enrollment": one.id, "reason": error.reason}})
            self._set_aside(desk, mails, one.id)
            return None
        except LeaseLost:
            raise  # the mailbox is another worker's by now: nothing broke
        except Exception:
            _LOG.exception("sequences.step_broke", extra={"line": {"enrollment": one.id}})
            self._set_aside(desk, mails, one.id)
            return None
        return shut

    def _set_aside(self, desk: Desk, mails: SendDispatch, id: str) -> None:
        """Try a mail that broke later and later; after ``MAX_FAILURES`` it waits for a person."""
        one, now = desk.store.find(desk.tenant, id), self._clock.now()
        if one is None or one.next_at is None:
            return
        failures = one.failures + 1
        if failures < MAX_FAILURES:
            fresh = replace(one, failures=failures, next_at=now + LOOK_AGAIN * failures, updated_at=now)
            desk.commit([desk.store.enrollment_write(fresh)])
            return
        shut = Blocked(lock=Lock.POISONED, effect=Effect.HOLD)
        mails.stop(desk, one, desk.sends.find(one.tenant, one.send_id), shut)

    def _tell_waiting(self, desk: Desk, shut: Blocked) -> None:
        """Have the rows of what is due say what their mailbox waits for, and log that once."""
        now = self._clock.now()
        due = desk.store.due(desk.tenant, desk.user, now, MOST_WAITING)
        fresh = [(old, waiting(old, shut, now)) for old in due]
        changed = [new for old, new in fresh if new is not old]
        if not changed or shut.lock is Lock.SPACING:
            return
        until = shut.until.isoformat() if shut.until else ""
        event = Event(
            id=event_id(EventType.DEFERRED, desk.user, str(shut.lock), until, changed[0].id, changed[0].version),
            type=EventType.DEFERRED,
            at=now,
            mailbox=desk.user,
            campaign=changed[0].campaign,
            reason=str(shut.lock),
            facts={"mails": len(changed)},
        )
        try:
            desk.commit([*(desk.store.enrollment_write(one) for one in changed), event_write(desk.tenant, event)])
        except Conflict:
            return

    # --- tidy ---
    def _tell(self, desk: Desk) -> datetime | None:
        """Write into the sheet how each changed row stands; return when to try again what could not be written."""
        unsaid = desk.store.unsaid(desk.tenant, desk.user)
        again = self._clock.now() if len(unsaid) >= MOST_UNSAID else None
        going_on = {one.campaign for one in unsaid if not one.state.is_over}
        # Those that go on come last: after Undo a row may be in another sequence already, and says what that one does.
        ordered = sorted(unsaid, key=lambda one: (one.campaign in going_on, one.campaign))
        for campaign_id, group in groupby(ordered, lambda one: one.campaign):
            campaign = desk.store.find_campaign(desk.tenant, campaign_id)
            told = list(group)
            if any(one.state.is_over for one in told):
                finish(desk, campaign)
            if campaign is not None and not self._say(desk, campaign, told):
                again = self._clock.now() + SHEET_AGAIN
                continue
            self._told(desk, told)
        return again

    def _say(self, desk: Desk, campaign: Campaign, told: Sequence[Enrollment]) -> bool:
        """Write the words; False if they cannot be written for now. Without a grant nobody reads them: that is fine."""
        source, doors = campaign.source, self._doors
        words = {one.lead_id: said_of(one, campaign.zone) for one in told}

        def say(token: str) -> object:
            desk.hold()  # or words of before would be written over another worker's
            return doors.leads.say(desk.tenant, source.spreadsheet_id, source.sheet_id, token, words)

        try:
            doors.grants.using(desk.tenant, desk.user, GrantKind.SHEETS, say)
        except Unavailable:
            return False
        except AssistantError as error:
            _LOG.info("sequences.rows_untold", extra={"line": {"campaign": campaign.id, "reason": error.reason}})
        return True

    def _told(self, desk: Desk, told: Sequence[Enrollment]) -> None:
        for one in told:
            try:
                desk.commit([desk.store.enrollment_write(replace(one, is_unsaid=False))])
            except Conflict:
                continue  # it moved on meanwhile, and says so next time

    def _save(self, desk: Desk) -> None:
        try:
            desk.save()
        except Conflict:
            return

    def _next(self, desk: Desk, shut: Blocked | None, says_again: datetime | None) -> datetime | None:
        """Return when the next turn is due: a shut mailbox waits for its lock, the rest for what is due."""
        now = self._clock.now()
        due = desk.store.next_due(desk.tenant, desk.user)
        if shut is not None and due is not None:
            due = max(due, shut.until or now + (SELDOM if shut.lock in _WOKEN else LOOK_AGAIN))
        elif due is not None:
            due = max(due, desk.record.next_send_at or due)
        times = [due, self._next_look(desk, shut), says_again, self._next_hearing(desk, shut, due)]
        return min((at for at in times if at is not None), default=None)

    def _next_hearing(self, desk: Desk, shut: Blocked | None, due: datetime | None) -> datetime | None:
        """Return when to listen again: where Gmail's quota ended it, as soon as there is some again."""
        if shut is not None and shut.lock is Lock.GRANT:
            return None
        again = self._doors.ears.next_hearing(desk, due)
        if again is None or shut is None or shut.lock is not Lock.MAILBOX_PAUSED or shut.until is None:
            return again
        return min(again, shut.until)

    def _next_look(self, desk: Desk, shut: Blocked | None) -> datetime | None:
        """Return when a send in doubt is looked at next; one that could be looked at in vain keeps no worker busy."""
        look, now = desk.sends.next_look(desk.tenant, desk.user), self._clock.now()
        if look is None or look > now:
            return look
        return now + (LOOK_AGAIN if shut is not None and shut.lock is Lock.GRANT else LOOK_SOON)


_WOKEN = frozenset({Lock.KILL_SWITCH, Lock.GRANT, Lock.SHEET_GRANT, Lock.NO_ADDRESS, Lock.SENDER})
"""Locks that somebody takes off with a button, which has the mailbox due at once."""

_OWN_CONFLICTS = ("moved_on", "no_step", "no_such_move", "gone")
"""Conflicts of what is stored with itself: where nobody moved it meanwhile, looking again would be in vain."""


def _moved(desk: Desk, one: Enrollment) -> bool:
    fresh = desk.store.find(one.tenant, one.id)
    return fresh is None or fresh.version != one.version
