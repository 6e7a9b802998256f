"""One event for one change, and the same one however often it is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.sequences.delivery_model import SendState
from addon.sequences.event_model import SYSTEM, EventType
from addon.sequences.events import campaign_event, enrollment_event, event_id, send_event, stop_event
from addon.sequences.gate import EFFECTS, blocked
from addon.sequences.gate_model import Lock
from tests.fakes.enrolled import LEAD, NOW, OWNER, a_campaign, a_send, an_enrollment

S, T = SendState, EventType
LATER = NOW + timedelta(minutes=1)
OLD = a_send(state=S.SENDING, requests=2)
TOLD = {S.SENT: T.SENT, S.HELD: T.HELD, S.FAILED: T.FAILED, S.CANCELLED: T.CANCELLED, S.DRAFTED: T.DEFERRED}


@pytest.mark.parametrize("state", S)
def test_a_send_that_moved_is_told_where_somebody_need_know(state: SendState) -> None:
    event = send_event(replace(OLD, state=state), OLD, LATER)
    assert (event.type if event else None) == TOLD.get(state)


@pytest.mark.parametrize("state", S)
def test_a_send_that_stayed_is_not_told(state: SendState) -> None:
    one = replace(OLD, state=state)
    assert send_event(replace(one, look_at=NOW), one, LATER) is None


def test_the_event_of_a_send_says_whose_and_why_and_nothing_private() -> None:
    event = send_event(replace(OLD, state=S.HELD, reason="ambiguous"), OLD, LATER, by=OWNER)
    assert event is not None
    assert (event.at, event.by, event.mailbox, event.campaign, event.enrollment) == (LATER, OWNER, OWNER, "c1", "e1")
    assert (event.send, event.step_id, event.reason) == (OLD.id, "first", "ambiguous")
    assert event.facts == {"attempt": 1, "requests": 2, "sent_by": ""}
    assert LEAD not in repr(event)


def test_a_mail_put_off_says_that_a_limit_did_it() -> None:
    event = send_event(replace(OLD, state=S.DRAFTED), OLD, LATER)
    assert event is not None
    assert event.reason == "rate_limited"


def test_telling_a_change_twice_is_telling_it_once() -> None:
    held = replace(OLD, state=S.HELD)
    first, again = send_event(held, OLD, LATER), send_event(held, OLD, LATER + timedelta(hours=1))
    other = send_event(held, replace(OLD, version="6"), LATER)
    assert first is not None
    assert again is not None
    assert other is not None
    assert first.id == again.id != other.id


@given(st.lists(st.text(max_size=6), max_size=3), st.lists(st.text(max_size=6), max_size=3))
def test_two_changes_have_two_ids(one: list[str], other: list[str]) -> None:
    assert (event_id(T.SENT, *one) == event_id(T.SENT, *other)) == (one == other)
    assert event_id(T.SENT, *one) != event_id(T.HELD, *one)


@pytest.mark.parametrize("lock", Lock)
def test_every_lock_that_stops_a_mail_is_told(lock: Lock) -> None:
    event = stop_event(an_enrollment(send_id="s1"), blocked(lock), LATER)
    kinds = {"wait": T.DEFERRED, "park": T.DEFERRED, "hold": T.HELD, "end": T.CANCELLED}
    assert event.type is kinds[EFFECTS[lock]]
    assert (event.reason, event.send, event.by, event.at) == (str(lock), "s1", SYSTEM, LATER)


def test_an_event_of_a_lead_or_a_campaign_is_of_the_version_before() -> None:
    one, campaign = an_enrollment(), a_campaign(people=40)
    told = enrollment_event(one, T.RESUMED, LATER, by=OWNER, reason="retried")
    assert told.id == event_id(T.RESUMED, "e1", "3")
    assert (told.by, told.reason, told.enrollment, told.step_id) == (OWNER, "retried", "e1", "first")
    told = campaign_event(campaign, T.APPROVED, LATER, by=OWNER)
    assert told.id == event_id(T.APPROVED, "c1", "7")
    assert (told.by, told.campaign, told.mailbox, told.facts) == (OWNER, "c1", OWNER, {"people": 40})
