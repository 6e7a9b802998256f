"""Whom a message is about: by its thread, by the mails it names, by its sender, by the subject a colleague forwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addon.errors import Invalid
from addon.leads.suppression_service import Suppressions
from addon.sequences.campaign_model import Enrollment
from addon.sequences.desk_dispatch import Desk
from addon.sequences.mail_model import SEND_HEADER, Added, MessageHead, RawMail
from addon.sequences.signal_service import Signals
from addon.tracking.bounce import Scan, bounce_or_scan
from addon.tracking.complaint import complaint
from addon.tracking.matching import company_of, ids_named, is_report, is_same_subject, recipients_of, sender_of
from addon.tracking.reading import read


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A message and whom it is about; ``mail`` is None where its bytes cannot be had, and then ``head`` is there."""

    people: tuple[Enrollment, ...]
    mail: RawMail | None = None
    head: MessageHead | None = None


class Whose:
    """Looks up whom messages of a mailbox are about."""

    def __init__(self, signals: Signals, suppressions: Suppressions, scan: Scan) -> None:
        self._signals = signals
        self._suppressions = suppressions
        self._scan = scan

    def came_in(self, desk: Desk, added: Added, head: MessageHead | None = None) -> Arrival | None:
        """Return whom a message that came in is about; None for one that is about nobody we wrote to.

        It costs one read where its thread is ours, else its head (a call of Gmail's, unless given) and a few reads.
        """
        people = self._signals.of_thread(desk.tenant, desk.user, added.thread_id)
        if not people:
            head = head or self.head_of(desk, added)
            if head is None or not head.is_inbound:
                return None
            people = self._matched(desk, head)
            if not people and not is_report(head):
                return None
        mail = self.bytes_of(desk, added.message_id)
        if mail is None:
            head = head or self.head_of(desk, added)
            return Arrival(people=tuple(people), head=head) if people and head is not None else None
        people = people or self._reported(desk, mail)
        return Arrival(people=tuple(people), mail=mail) if people else None

    def went_out(self, desk: Desk, added: Added, head: MessageHead | None = None) -> Arrival | None:
        """Return to whom the user wrote by hand; None for a mail of ours, and for one to anybody else.

        Where a mail of ours is under way it is the send protocol that tells whose copy a sent message is.
        """
        if self._signals.is_ours(desk.tenant, desk.user, added.message_id):
            return None
        head = head or self.head_of(desk, added)
        if head is None or not head.is_sent or head.header(SEND_HEADER):
            return None
        people = [one for one in self._recipients(desk, head) if one.sent and not one.send_id]
        return Arrival(people=tuple(people), head=head) if people else None

    def _matched(self, desk: Desk, head: MessageHead) -> list[Enrollment]:
        return (
            self._signals.of_thread(desk.tenant, desk.user, head.thread_id)
            or self._signals.of_ids(desk.tenant, desk.user, ids_named(head))
            or self._of_person(desk, sender_of(head))
            or self._forwarded(desk, head)
        )

    def _of_person(self, desk: Desk, person: str) -> list[Enrollment]:
        if not person:
            return []
        return self._signals.of_person(desk.tenant, desk.user, self._suppressions.key_of(desk.tenant, person))

    def _forwarded(self, desk: Desk, head: MessageHead) -> list[Enrollment]:
        """Return those of the sender's company to whom a mail of the very subject went."""
        company, subject = company_of(sender_of(head)), head.header("subject")
        if not company:
            return []
        colleagues = self._signals.of_company(desk.tenant, desk.user, company)
        return [one for one in colleagues if any(is_same_subject(subject, mail.mail.subject) for mail in one.mails)]

    def _recipients(self, desk: Desk, head: MessageHead) -> list[Enrollment]:
        found = [one for person in recipients_of(head) for one in self._of_person(desk, person)]
        return list({one.id: one for one in found}.values())

    def _reported(self, desk: Desk, mail: RawMail) -> list[Enrollment]:
        """Return whom a report is about by the mail it carries, never by an address that anybody may write."""
        inbound = read(mail.source)
        bounce = bounce_or_scan(inbound, mail.source, self._scan)
        ids: Sequence[str] = bounce.original_ids if bounce else ()
        if not ids and (called := complaint(inbound)) is not None:
            ids = called.original_ids
        return self._signals.of_ids(desk.tenant, desk.user, ids)

    @staticmethod
    def head_of(desk: Desk, added: Added) -> MessageHead | None:
        """Return a message's head, None for one that is gone: a call of Gmail's."""
        return desk.ask(lambda mailbox: mailbox.message(added.message_id))

    @staticmethod
    def bytes_of(desk: Desk, message_id: str) -> RawMail | None:
        """Return a message; None for one that is gone or too large to be read."""
        try:
            return desk.ask(lambda mailbox: mailbox.raw(message_id))
        except Invalid:
            return None
