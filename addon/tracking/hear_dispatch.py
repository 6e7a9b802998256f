"""What one message changes: stored once, all or nothing, whoever hears it and however often."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace

from addon.errors import Conflict, Unavailable
from addon.leads.suppression_model import SuppressionReason
from addon.leads.suppression_service import Suppressions
from addon.lib.address import normalise
from addon.ports import Documents, Write
from addon.sequences.campaign_model import Enrollment
from addon.sequences.desk_dispatch import Desk
from addon.sequences.mail_model import Added, MessageHead
from addon.sequences.signal_model import SignalKind
from addon.sequences.signal_service import Signals
from addon.tracking.classify import Around, Tools, classify
from addon.tracking.heard_model import Heard, Outcome, heard_id
from addon.tracking.hearing import Message, heard_anew, heard_of, meant, ours, signals_of, understood, unread
from addon.tracking.inbound_model import CLASSIFIER, InboundKind, Verdict
from addon.tracking.intent_model import Answer
from addon.tracking.matching import sender_of
from addon.tracking.meaning_of import TO_BE_READ
from addon.tracking.reading import read
from addon.tracking.reading_dispatch import Pending
from addon.tracking.repository import TrackingRepository
from addon.tracking.whose_dispatch import Arrival, Whose

_LOG = logging.getLogger("tracking")

MAX_RACES = 5
"""Tries of a commit while buttons move the same people."""

_SUPPRESSED = {
    SignalKind.OPTED_OUT: SuppressionReason.WORDS,
    SignalKind.COMPLAINED: SuppressionReason.COMPLAINT,
    SignalKind.BOUNCED: SuppressionReason.BOUNCE,
}
"""Signals after which a person gets no mail from anybody of the tenant, and the reason that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HearDoors:
    """What hearing is built on."""

    documents: Documents
    signals: Signals
    suppressions: Suppressions
    tools: Tools


class Hearing:
    """Takes in single messages of a mailbox."""

    def __init__(self, doors: HearDoors) -> None:
        self._doors = doors
        self._store = TrackingRepository(doors.documents)
        self._whose = Whose(doors.signals, doors.suppressions, doors.tools.scan)

    def hear_in(self, desk: Desk, added: Added, head: MessageHead | None = None) -> Pending | None:
        """Take in a message that came in, if it is about somebody we wrote to; return what the model may read of it.

        ``head`` is the message's where it was read already.
        """
        arrival = self._whose.came_in(desk, added, head)
        if arrival is None:
            return None
        lead = max(arrival.people, key=lambda one: max(one.sent.values(), default=one.updated_at))
        message = self._read(desk, arrival, lead)
        self._suppress(desk, arrival.people, message)
        self._store_all(desk, arrival.people, lead, message)
        if message.verdict.kind in (InboundKind.OPT_OUT, InboundKind.COMPLAINT):
            self._doors.suppressions.on_opt_out(desk.tenant, lead.person, "")
        if message.verdict.kind not in TO_BE_READ or not message.verdict.said:
            return None
        answer = Answer(said=message.verdict.said, subject=message.inbound.subject)
        return Pending(id=heard_id(desk.user, message.id), answer=answer)

    def hear_out(self, desk: Desk, added: Added, head: MessageHead | None = None) -> None:
        """Take in a message the user sent: a hand-written one stops what writes to the same people."""
        arrival = self._whose.went_out(desk, added, head)
        if arrival is None or arrival.head is None:
            return
        self._store_all(desk, arrival.people, arrival.people[0], unread(arrival.head, InboundKind.OWN))

    def hear_again(self, desk: Desk, heard: Heard) -> None:
        """Read a message anew that older rules heard; what it means now is in force, but for what a person decided."""
        people = self._doors.signals.many(desk.tenant, [heard.enrollment])
        mail = self._whose.bytes_of(desk, heard.message_id) if people and heard.kind is not InboundKind.OWN else None
        if mail is None:
            return self._store.commit([self._store.heard_write(replace(heard, classifier=CLASSIFIER))])
        message = self._read(desk, Arrival(people=tuple(people), mail=mail), people[0])
        fresh = heard_anew(heard, heard_of(desk.record, people[0], message))
        told = signals_of(people, message) if fresh.kind is not heard.kind else []
        if told:
            self._suppress(desk, people, message)
        signals = [(one.id, signal) for one, signal in told]
        self._doors.signals.apply(desk.tenant, signals, [self._store.heard_write(fresh)])
        return None

    # --- what it is ---
    def _read(self, desk: Desk, arrival: Arrival, lead: Enrollment) -> Message:
        """Return the message read; one that cannot be read is an answer of nobody knows what."""
        head, mail = arrival.head, arrival.mail
        if mail is None:
            assert head is not None  # Arrival's promise
            is_theirs = sender_of(head) == lead.to.lower()
            return unread(head, InboundKind.REPLY if is_theirs else InboundKind.COLLEAGUE)
        inbound = read(mail.source)
        around = Around(lead=lead.to, ours=ours(desk.record, arrival.people), today=mail.at.date())
        try:
            verdict, meaning = understood(classify(inbound, mail.source, around, self._doors.tools), inbound.subject)
        except Exception:
            _LOG.exception("tracking.unread", extra={"line": {"message": mail.message_id}})
            verdict = Verdict(kind=InboundKind.REPLY)
            meaning = meant(verdict, inbound.subject)
        return Message(
            id=mail.message_id,
            thread_id=mail.thread_id,
            at=mail.at,
            verdict=verdict,
            meaning=meaning,
            inbound=inbound,
        )

    # --- what it changes ---
    def _suppress(self, desk: Desk, people: Sequence[Enrollment], message: Message) -> None:
        """Suppress first: it may be done twice, and no gate lets a mail through from then on."""
        for one, signal in signals_of(people, message):
            if (reason := _SUPPRESSED.get(signal.kind)) is not None:
                self._doors.suppressions.add(desk.tenant, normalise(one.to) or one.to.lower(), reason)
        sender = normalise(message.inbound.sender.address)
        if message.verdict.kind is InboundKind.OPT_OUT and sender:
            self._doors.suppressions.add(desk.tenant, sender, SuppressionReason.WORDS)

    def _store_all(self, desk: Desk, people: Sequence[Enrollment], lead: Enrollment, message: Message) -> None:
        """Store the message and what it means for everybody it is about."""
        heard = heard_of(desk.record, lead, message)
        told = [(one.id, signal) for one, signal in signals_of(people, message)]
        for _ in range(MAX_RACES):
            record = self._doors.signals.after(desk.record, [signal for _, signal in told], lead.place.zone)
            writes: list[Write] = [self._store.heard_write(heard), *self._answered(desk, people, message)]
            writes += [desk.sends.mailbox_write(record)] if record is not desk.record else []
            try:
                self._doors.signals.apply(desk.tenant, told, writes)
            except Conflict:
                if self._store.find(desk.tenant, heard.id) is not None:
                    return  # another turn was quicker
                desk.reload()
                continue
            if record is not desk.record:
                desk.reload()
            return
        raise Unavailable("Others move these people at the same time.", reason="contended")

    def _answered(self, desk: Desk, people: Sequence[Enrollment], message: Message) -> list[Write]:
        """Return the writes that have earlier messages need no answer any more: the user wrote by hand."""
        if message.verdict.kind is not InboundKind.OWN:
            return []
        open = [
            heard
            for one in people
            for heard in self._store.of_enrollment(desk.tenant, one.id)
            if heard.needs_answer and heard.at <= message.at
        ]
        return [self._store.heard_write(replace(one, needs_answer=False, outcome=Outcome.DONE)) for one in open]
