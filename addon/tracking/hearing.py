"""A message of somebody we wrote to, what it means for them, and what is kept of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from addon.lib.text import shorten
from addon.sequences.campaign_model import Enrollment, MailboxRecord
from addon.sequences.mail_model import MessageHead
from addon.sequences.signal_model import Signal, SignalKind
from addon.tracking.heard_model import Heard, Outcome, heard_id
from addon.tracking.inbound_model import Address, AutoKind, Inbound, InboundKind, Verdict
from addon.tracking.intent import twin
from addon.tracking.intent_model import Intent, Read, Reader
from addon.tracking.matching import sender_of
from addon.tracking.meaning import About, signal_of
from addon.tracking.meaning_of import TO_BE_READ, of_verdict

LONGEST_SUBJECT = 200
LONGEST_NAME = 100

_FOR_A_PERSON = TO_BE_READ | {InboundKind.CALENDAR}


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message with what it turned out to be, and what it means by rules or the twin, None where it means nothing."""

    id: str
    thread_id: str
    at: datetime
    verdict: Verdict
    meaning: Read | None
    inbound: Inbound


def understood(verdict: Verdict, subject: str) -> tuple[Verdict, Read | None]:
    """Return a verdict with what the message means.

    An answer that the twin reads as an opt-out is one: who asks us to stop need not know our words for it.
    """
    meaning = meant(verdict, subject)
    if verdict.kind not in TO_BE_READ or meaning is None or meaning.intent is not Intent.OPT_OUT:
        return verdict, meaning
    verdict = replace(verdict, kind=InboundKind.OPT_OUT, words=meaning.words)
    return verdict, meant(verdict, subject)


def meant(verdict: Verdict, subject: str) -> Read | None:
    """Return what a message means, by the twin where a person's own words say it, else by rules."""
    return twin(verdict.said, subject) if verdict.kind in TO_BE_READ else of_verdict(verdict, subject)


def signals_of(people: Sequence[Enrollment], message: Message) -> list[tuple[Enrollment, Signal]]:
    """Return what a message means for each; what the user wrote themselves stops their sequence."""
    if message.verdict.kind is InboundKind.OWN:
        by_hand = Signal(kind=SignalKind.WROTE_BY_HAND, at=message.at, message_id=message.id)
        return [(one, by_hand) for one in people]
    found = [(one, signal_of(message.verdict, _about(one, message))) for one in people]
    return [(one, signal) for one, signal in found if signal is not None]


def _about(one: Enrollment, message: Message) -> About:
    return About(address=one.to, zone=one.place.zone, at=message.at, message_id=message.id)


def unread(head: MessageHead, kind: InboundKind) -> Message:
    """Return a message of which only the head was read."""
    verdict = Verdict(kind=kind)
    return Message(
        id=head.message_id,
        thread_id=head.thread_id,
        at=head.at,
        verdict=verdict,
        meaning=meant(verdict, head.header("subject")),
        inbound=Inbound(sender=Address(address=sender_of(head)), subject=head.header("subject")),
    )


def ours(mailbox: MailboxRecord, people: Sequence[Enrollment]) -> frozenset[str]:
    """Return the addresses the user writes from."""
    mails = [approved.mail for one in people for approved in one.mails]
    named = (mailbox.address, *(mail.sender for mail in mails), *(mail.reply_to for mail in mails))
    return frozenset(one.lower() for one in named if one)


def heard_of(mailbox: MailboxRecord, lead: Enrollment, message: Message) -> Heard:
    """Return what is kept of a message that concerns ``lead``, with what it means by rules or the twin."""
    verdict, inbound = message.verdict, message.inbound
    contact = verdict.auto.contact if verdict.auto else None
    heard = Heard(
        id=heard_id(mailbox.user, message.id),
        tenant=mailbox.tenant,
        mailbox=mailbox.user,
        message_id=message.id,
        thread_id=message.thread_id,
        enrollment=lead.id,
        campaign=lead.campaign,
        kind=verdict.kind,
        at=message.at,
        look_at=message.at,
        sender=inbound.sender.address[:320],
        sender_name=shorten(inbound.sender.name, LONGEST_NAME),
        subject=shorten(inbound.subject, LONGEST_SUBJECT),
        words=verdict.words,
        contact=contact.address[:320] if contact else "",
        contact_name=shorten(contact.name, LONGEST_NAME) if contact else "",
        until=next((signal.until for _, signal in signals_of([lead], message) if signal.until), None),
        needs_answer=verdict.kind in _FOR_A_PERSON or (verdict.auto is not None and verdict.auto.kind is AutoKind.LEFT),
    )
    return read_as(heard, message.meaning) if message.meaning else heard


def heard_anew(old: Heard, new: Heard) -> Heard:
    """Return a message as it is read now; what a person made of it, and the label they gave it, stay."""
    if old.reader == Reader.USER:
        return replace(old, classifier=new.classifier)
    is_open = new.needs_answer and old.outcome is Outcome.OPEN
    return replace(new, version=old.version, look_at=old.look_at, outcome=old.outcome, needs_answer=is_open)


def read_as(heard: Heard, read: Read) -> Heard:
    """Return a message with what it means; the words stay those of the message where the reader quotes none."""
    return replace(
        heard,
        intent=str(read.intent),
        mood=str(read.mood),
        certainty=read.certainty,
        reader=str(read.by),
        words=read.words or heard.words,
    )
