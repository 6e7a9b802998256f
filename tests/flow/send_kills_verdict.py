"""Whether a life kept the promise: no step twice, none lost, and sheet and log say what is so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from addon.ports import Query
from addon.sequences.campaign_model import Enrollment, EnrollmentState
from addon.sequences.delivery import GONE, UNCLEAR
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.event_model import EventType
from addon.sequences.row_words import said_of
from tests.cast import ANA
from tests.fakes.gmail_account import FakeDelivery
from tests.flow.send_kills import MOST_TICKS, Life

_GOES_ON = (EnrollmentState.ACTIVE, EnrollmentState.AWAY)


def broken_promises(life: Life) -> list[str]:
    """Return what a life did not keep; nothing where all is well."""
    if not life.is_quiet:
        return [f"hang: still busy after {MOST_TICKS} ticks"]
    people, sends = life.enrollments(), life.morning.sends()
    return [
        *_twice(life),
        *_lost(people, sends),
        *_untrue(life, sends),
        *_unlogged(life, sends),
        *_unsaid(life, people),
    ]


def _twice(life: Life) -> Iterator[str]:
    for (_, send), copies in life.mailboxes.copies().items():
        if copies > 1:
            yield f"twice: {copies} copies of {send}"


def _lost(people: list[Enrollment], sends: list[Send]) -> Iterator[str]:
    done = {(one.enrollment, one.step_id) for one in sends if one.state is SendState.SENT}
    for one in people:
        if one.state in _GOES_ON:
            yield f"lost: {one.state} at {one.step_id}, due {one.next_at}, waits for {one.waits_for!r}"
        if one.state is EnrollmentState.FINISHED and {step.mail.step_id for step in one.mails} != set(one.sent):
            yield f"lost: finished with {len(one.sent)} steps sent"
        if one.state not in (*_GOES_ON, EnrollmentState.FINISHED, EnrollmentState.PAUSED) and not one.reason:
            yield f"lost: {one.state} without a reason"
        if set(one.sent) != {step for enrollment, step in done if enrollment == one.id}:
            yield f"lost: {len(one.sent)} steps are noted, other sends say sent"
    for send in sends:
        if not send.state.is_final:
            yield f"lost: a send is left {send.state} ({send.reason}), look at {send.look_at}"
        elif send.state is not SendState.SENT and not send.reason:
            yield f"lost: a send is {send.state} without a reason"


def _untrue(life: Life, sends: list[Send]) -> Iterator[str]:
    """What is said of a mail against what left; a person's word (Mark sent, Cancel, another attempt) is theirs."""
    gone = {one.origin: one for one in life.mailboxes.deliveries() if one.origin}
    for send in sends:
        is_word = "mark_sent" in life.pressed or send.sent_by == "user"
        if send.state is SendState.SENT and send.id not in gone and not is_word:
            yield "untrue: said sent, and nothing left"
        if send.id in gone and _denies(send, gone[send.id], life):
            yield f"untrue: it left, and is {send.state} ({send.reason})"
        if send.requests > life.asked_before.get(send.id, send.requests if send.enrollment not in life.out else 0):
            yield "untrue: asked to go after the opt-out"


def _denies(send: Send, copy: FakeDelivery, life: Life) -> bool:
    """Whether a send of ours that left counts as ended or in doubt for good, where no person said so."""
    if copy.by_user or life.has_frozen_request or life.pressed & {"again", "cancel"}:
        return False
    is_ended = send.state in (SendState.CANCELLED, SendState.FAILED)
    return is_ended or send.reason in (GONE, UNCLEAR)  # each copy can be read long before the last look


def _unlogged(life: Life, sends: list[Send]) -> Iterator[str]:
    events = life.documents.find(f"tenants/{ANA.tenant}/events", Query(limit=400)).found
    told = Counter(one.data["send"] for one in events if one.data["type"] == EventType.SENT)
    sent = Counter(one.id for one in sends if one.state is SendState.SENT)
    if told != sent:
        yield f"log: {sum(told.values())} events of sent for {len(sent)} sends that are sent"


def _unsaid(life: Life, people: list[Enrollment]) -> Iterator[str]:
    sheet = life.morning.sheet
    ids, words = sheet.own_cells("Lead ID"), sheet.own_cells("Status")
    shown = dict(zip(ids, words, strict=False))
    for one in () if life.has_stale_words else people:
        wanted = said_of(one, life.bank.campaign.zone).status
        if shown.get(one.lead_id) != wanted:
            yield f"sheet: the row says {shown.get(one.lead_id)!r}, it is {wanted!r}"
