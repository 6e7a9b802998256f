"""Where later rooms say what they heard of people: whom it is about, and what that makes of their sequences."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from addon.ports import Clock, Documents, Write
from addon.sequences.campaign_model import Campaign, Enrollment, MailboxRecord
from addon.sequences.event_repository import event_write
from addon.sequences.ramp import DAY, after_bounce
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.sequences.signal_model import Signal, SignalKind
from addon.sequences.signals import after_signal, says_nothing, signal_event

MOST_COLLEAGUES = 20
"""People of one company who are looked at when somebody else of it writes."""


class Signals:
    """The enrollments of all tenants, as those who listen see them."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._store = SequenceRepository(documents)
        self._sends = SendRepository(documents)
        self._clock = clock

    # --- whom a message is about ---
    def of_thread(self, tenant: str, mailbox: str, thread_id: str) -> list[Enrollment]:
        """Return those whose last mail stands in a thread of a mailbox."""
        return self._store.of_thread(tenant, mailbox, thread_id) if thread_id else []

    def of_ids(self, tenant: str, mailbox: str, rfc_ids: Sequence[str]) -> list[Enrollment]:
        """Return whom the first of some Message-IDs went to that is a mail of ours; one read for each id."""
        for rfc_id in rfc_ids:
            if (send := self._sends.of_rfc_id(tenant, mailbox, rfc_id)) is not None:
                one = self._store.find(tenant, send.enrollment)
                return [one] if one else []
        return []

    def of_person(self, tenant: str, mailbox: str, person: str) -> list[Enrollment]:
        """Return the enrollments of a person, by their key, that got mail from a mailbox."""
        found = self._store.of_person(tenant, person)
        return [one for one in found if one.mailbox == mailbox and (one.sent or one.send_id)]

    def of_company(self, tenant: str, mailbox: str, company: str) -> list[Enrollment]:
        """Return those of a company to whom a mailbox writes at present and who got mail."""
        claims = self._store.claims_of_company(tenant, company, MOST_COLLEAGUES)
        found = self._store.many(tenant, [claim.enrollment for claim in claims])
        return [one for one in found.values() if one.mailbox == mailbox and one.sent]

    def is_ours(self, tenant: str, mailbox: str, message_id: str) -> bool:
        """Whether a sent message is known to be the copy of a send of ours."""
        return self._sends.of_message(tenant, mailbox, message_id) is not None

    def many(self, tenant: str, ids: Sequence[str]) -> list[Enrollment]:
        """Return enrollments as they stand now."""
        return list(self._store.many(tenant, ids).values())

    def campaigns(self, tenant: str, ids: Collection[str]) -> dict[str, Campaign]:
        """Return the campaigns of some ids, by id; those that are gone are absent."""
        return self._store.campaigns(tenant, ids)

    # --- what it makes of them ---
    def after(self, record: MailboxRecord, signals: Sequence[Signal], zone: str) -> MailboxRecord:
        """Return a mailbox's record after signals: a bounce begins the ramp anew, our own limit has it rest a day."""
        kinds, now = {signal.kind for signal in signals}, self._clock.now()
        if SignalKind.OWN_LIMIT in kinds:
            record = replace(record, paused_until=now + DAY, reason="mail_limit")
        return after_bounce(record, now, zone) if SignalKind.BOUNCED in kinds else record

    def apply(self, tenant: str, heard: Sequence[tuple[str, Signal]], others: Sequence[Write]) -> None:
        """Store what signals make of enrollments (by id), their events, and ``others`` with them: all or nothing.

        ``Conflict`` if an enrollment was moved meanwhile, or if ``others`` were written before: the caller looks which.
        """
        self._store.commit([*others, *self.writes(tenant, heard)])

    def writes(self, tenant: str, heard: Sequence[tuple[str, Signal]], by: str = "") -> list[Write]:
        """Return the writes of what signals make of enrollments, and of their events, good for one commit.

        ``by`` is the user who said what happened, ``""`` where it was heard.
        """
        now = self._clock.now()
        found = self._store.many(tenant, [id for id, _ in heard])
        writes: list[Write] = []
        for id, signal in heard:
            if id not in found:
                continue
            old = found[id]
            new = after_signal(old, signal, now)
            if new is not old:
                writes.append(self._store.enrollment_write(new))
            if not says_nothing(old, new, signal):
                event = signal_event(old, signal, now)
                writes.append(event_write(tenant, replace(event, by=by or event.by)))
        return writes
