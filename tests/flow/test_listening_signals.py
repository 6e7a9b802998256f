"""What comes into a mailbox, from Gmail to the row: each ends where it should, and nobody gets one mail more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest

from addon.leads.person import person
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState
from addon.sequences.event_model import EventType
from addon.sequences.event_repository import EventLog
from addon.tracking.heard_model import Heard
from addon.tracking.inbound_model import InboundKind
from addon.tracking.repository import TrackingRepository
from tests.cast import ANA
from tests.fakes.inbound import automatic, calendar, complaint, report
from tests.fakes.sending import Morning

LEAD = "person0@firm0.example"
_E, _K = EnrollmentState, InboundKind

Arrives = Callable[[Morning, Enrollment], object]


@dataclass(frozen=True, kw_only=True)
class Case:
    """Something that comes after the first mail. ``more`` mails go in the next two weeks; ``kind`` None: not heard."""

    arrives: Arrives
    state: EnrollmentState
    words: str
    told: EventType | None
    kind: InboundKind | None
    is_suppressed: bool = False
    more: int = 0


def raw(made: Callable[[Enrollment], bytes], *, in_thread: bool = False) -> Arrives:
    return lambda morning, one: morning.box.receive(raw=made(one), thread_id=one.thread_id if in_thread else "")


def says(text: str, sender: str = LEAD, subject: str = "Re: Routes for Firm 0", *, in_thread: bool = True) -> Arrives:
    return lambda morning, one: morning.box.receive(
        sender, subject=subject, text=text, thread_id=one.thread_id if in_thread else ""
    )


def refers(text: str, sender: str) -> Arrives:
    """Write in a new thread that names our mail."""
    return lambda morning, one: morning.box.receive(sender, text=text, headers={"References": one.rfc_ids[0]})


def bounced(status: str, words: str) -> Arrives:
    return raw(lambda one: report(one.rfc_ids[0], one.to, status, words, action="failed"))


CASES: dict[str, Case] = {
    "a reply": Case(
        arrives=says("Sounds good, could you show us next week?"),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.REPLY,
    ),
    "an alias of theirs": Case(
        arrives=says("Yes please", sender="p.zero@elsewhere.example"),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.COLLEAGUE,
    ),
    "a new thread": Case(
        arrives=says("By the way, who are you?", subject="Question", in_thread=False),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.REPLY,
    ),
    "a colleague who names our mail": Case(
        arrives=refers("I look after this here.", "boss@firm0.example"),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.COLLEAGUE,
    ),
    "a colleague it was forwarded to": Case(
        arrives=says("Tell me more", "boss@firm0.example", "WG: Fwd: Routes for Firm 0", in_thread=False),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.COLLEAGUE,
    ),
    "a colleague about something else": Case(
        arrives=says("Our invoice", "boss@firm0.example", "Invoice 7", in_thread=False),
        state=_E.ACTIVE, words="Sent 1 of 3", told=None, kind=None, more=2,
    ),
    "my own hand in the thread": Case(
        arrives=lambda morning, one: morning.box.user_writes(LEAD, thread_id=one.thread_id),
        state=_E.HELD, words="Held: you wrote by hand", told=EventType.HELD, kind=_K.OWN,
    ),
    "my own hand in a new thread": Case(
        arrives=lambda morning, _: morning.box.user_writes(f"Tom <{LEAD.upper()}>"),
        state=_E.HELD, words="Held: you wrote by hand", told=EventType.HELD, kind=_K.OWN,
    ),
    "no such address": Case(
        arrives=bounced("5.1.1", "550 5.1.1 No such user"),
        state=_E.BOUNCED, words="Bounced", told=EventType.BOUNCED, kind=_K.BOUNCE, is_suppressed=True,
    ),
    "a full mailbox once": Case(
        arrives=bounced("5.2.2", "552 5.2.2 Mailbox full"),
        state=_E.ACTIVE, words="Sent 1 of 3", told=EventType.BOUNCED, kind=_K.BOUNCE, more=2,
    ),
    "refused for what it says": Case(
        arrives=bounced("5.7.1", "550 5.7.1 Message rejected as spam"),
        state=_E.HELD, words="Held: their mail server refuses", told=EventType.REJECTED, kind=_K.BOUNCE,
    ),
    "our own limit": Case(
        arrives=bounced("5.4.5", "550 5.4.5 Daily user sending limit exceeded"),
        state=_E.HELD, words="Held: Gmail's limit", told=EventType.REJECTED, kind=_K.BOUNCE,
    ),
    "a report on a mail that is not ours": Case(
        arrives=raw(lambda one: report("<other@elsewhere.example>", one.to)),
        state=_E.ACTIVE, words="Sent 1 of 3", told=None, kind=None, more=2,
    ),
    "gone": Case(
        arrives=raw(lambda one: automatic(
            LEAD, "I have left the company. Please contact my colleague Eva Lind <eva@firm0.example>.", one.rfc_ids[0]
        )),
        state=_E.HELD, words="Held: they have left", told=EventType.AUTORESPONDED, kind=_K.AUTO_REPLY,
    ),
    "an opt-out in words": Case(
        arrives=says("Please take me off your list and do not write to me again."),
        state=_E.OPTED_OUT, words="Opted out", told=EventType.UNSUBSCRIBED, kind=_K.OPT_OUT, is_suppressed=True,
    ),
    "a complaint": Case(
        arrives=raw(lambda one: complaint(one.rfc_ids[0], one.to)),
        state=_E.OPTED_OUT, words="Opted out", told=EventType.COMPLAINED, kind=_K.COMPLAINT, is_suppressed=True,
    ),
    "an invitation accepted": Case(
        arrives=raw(lambda one: calendar(LEAD, "ACCEPTED", one.rfc_ids[0])),
        state=_E.BOOKED, words="Meeting booked", told=EventType.BOOKED, kind=_K.CALENDAR,
    ),
    "an invitation declined": Case(
        arrives=raw(lambda one: calendar(LEAD, "DECLINED", one.rfc_ids[0])),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.CALENDAR,
    ),
    "news of somebody": Case(
        arrives=lambda morning, _: morning.box.receive("news@elsewhere.example", headers={"List-Id": "<n.example>"}),
        state=_E.ACTIVE, words="Sent 1 of 3", told=None, kind=None, more=2,
    ),
    "nothing that can be read": Case(
        arrives=raw(lambda _: b"From: " + LEAD.encode() + b"\r\n\xff\xfe\x00no header", in_thread=True),
        state=_E.REPLIED, words="Replied", told=EventType.REPLIED, kind=_K.REPLY,
    ),
}  # fmt: skip


def one_sent() -> tuple[Morning, Campaign, Enrollment]:
    morning = Morning()
    campaign = morning.confirmed()
    morning.work(hours=1)
    [one] = morning.enrollments(campaign)
    assert len(one.rfc_ids) == 1
    return morning, campaign, one


def two_weeks(morning: Morning) -> None:
    """Look once a day, at the hour of the first mail: what is due by then goes."""
    for _ in range(14):
        morning.clock.advance(days=1)
        morning.work(hours=0.05)


def heard(morning: Morning, one: Enrollment) -> list[Heard]:
    return TrackingRepository(morning.world.documents).of_enrollment(ANA.tenant, one.id)


def told(morning: Morning, campaign: Campaign) -> list[EventType]:
    """Return what the log has, the act of sending apart."""
    ours = (EventType.SENT, EventType.APPROVED, EventType.QUEUED, EventType.DEFERRED)
    return [one.type for one in EventLog(morning.world.documents).of_campaign(ANA.tenant, campaign.id)
            if one.type not in ours]  # fmt: skip


@pytest.mark.parametrize("name", list(CASES))
def test_what_comes_in_ends_where_it_should(name: str) -> None:
    case = CASES[name]
    morning, campaign, one = one_sent()
    case.arrives(morning, one)
    morning.work(hours=0.2)
    [after] = morning.enrollments(campaign)
    assert after.state is case.state
    assert str(morning.words()[0]).startswith(case.words)
    assert [message.kind for message in heard(morning, one)] == ([case.kind] if case.kind else [])
    assert told(morning, campaign) == ([case.told] if case.told else [])
    key = person(LEAD)
    assert key is not None
    assert morning.services().suppressions.is_suppressed(ANA.tenant, key) is case.is_suppressed
    two_weeks(morning)
    assert len([mail for mail in morning.box.deliveries if not mail.by_user]) == 1 + case.more
    assert len(told(morning, campaign)) == (1 if case.told else 0), "each message is one event"


def test_who_is_away_gets_the_next_mail_on_the_working_day_they_are_back() -> None:
    morning, campaign, one = one_sent()  # a Tuesday; the next mail would go on Friday
    text = "I am out of the office until Sunday, 6 December 2026, and will answer afterwards."
    morning.box.receive(raw=automatic(LEAD, text, one.rfc_ids[0]))
    morning.work(hours=0.2)
    assert morning.words() == ["Sent 1 of 3, away until 2026-12-07"]
    [message] = heard(morning, one)
    assert (message.kind, message.intent, message.needs_answer) == (InboundKind.AUTO_REPLY, "away", False)
    two_weeks(morning)
    first, second, *_ = morning.box.deliveries
    assert second.at.date().isoformat() == "2026-12-07"
    assert first.thread_id == second.thread_id
    assert EventType.RESUMED in told(morning, campaign)


def test_an_absence_without_an_end_lasts_a_week() -> None:
    morning, _, one = one_sent()
    morning.box.receive(raw=automatic(LEAD, "I am out of the office and cannot read my mail.", one.rfc_ids[0]))
    two_weeks(morning)
    first, second, *_ = morning.box.deliveries
    assert timedelta(days=7) <= second.at - first.at < timedelta(days=9)


def test_a_second_mail_lost_softly_waits_for_a_person() -> None:
    morning, campaign, one = one_sent()
    for _ in range(2):
        morning.box.receive(raw=report(one.rfc_ids[0], one.to, "4.4.7", "Delivery time expired", action="failed"))
        morning.work(hours=0.2)
    assert morning.words() == ["Held: two mails came back"]
    assert told(morning, campaign) == [EventType.BOUNCED, EventType.BOUNCED]


def test_our_own_limit_has_the_mailbox_rest_a_day() -> None:
    morning = Morning(people=2)
    campaign = morning.confirmed()
    while not morning.box.deliveries:
        morning.work(hours=0.01)
    one = next(one for one in morning.enrollments(campaign) if one.sent)
    morning.box.receive(
        raw=report(one.rfc_ids[0], one.to, "5.4.5", "550 5.4.5 Daily user sending limit exceeded", action="failed")
    )
    morning.work(hours=4)
    assert len(morning.box.deliveries) == 1
    morning.clock.advance(hours=20)
    morning.work(hours=1)
    assert len(morning.box.deliveries) == 2


def test_an_opt_out_in_words_holds_for_everybody_and_after_a_new_import() -> None:
    morning, campaign, one = one_sent()
    morning.box.receive(LEAD, thread_id=one.thread_id, text="unsubscribe")
    morning.work(hours=0.2)
    plan = morning.services().plans.start(ANA, campaign.source, "2-2", "token")
    assert plan.people == 0


def test_what_a_person_wrote_waits_until_the_user_answers_by_hand() -> None:
    morning, _, one = one_sent()
    morning.box.receive(LEAD, thread_id=one.thread_id, text="What does it cost?")
    morning.work(hours=0.2)
    [question] = heard(morning, one)
    assert (question.intent, question.needs_answer, question.words) == ("question", True, "What does it cost?")
    morning.box.user_writes(LEAD, thread_id=one.thread_id)
    morning.work(hours=1.1)  # nothing is to go any more, so it is listened to once an hour
    assert [message.needs_answer for message in heard(morning, one)] == [False, False]
    assert morning.words() == ["Replied"]
