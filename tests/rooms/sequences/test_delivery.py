"""What Gmail's answers, its silence and the evidence make of a send; and what each button of Held does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.errors import Conflict
from addon.sequences.delivery import (
    LOOKS,
    SETTLE,
    STRICT_LOOKS,
    after_answer,
    before_request,
    found_sent,
    is_settled,
    marked_sent,
    next_attempt,
    reconciled,
    requested,
    retried,
    send_id,
)
from addon.sequences.delivery_model import (
    Ambiguous,
    Answer,
    AuthLost,
    BadRecipient,
    Copy,
    Delivered,
    Evidence,
    Limited,
    Send,
    SendState,
)
from tests.fakes.enrolled import NOW, a_send

S = SendState
COPY = Copy(message_id="m9", thread_id="t9", rfc_message_id="<r9@x>", sent_at=NOW + timedelta(seconds=3))
HANDS = replace(COPY, is_ours=False)
NOTHING = Evidence(copy=None, is_draft_there=False)
DRAFT = Evidence(copy=None, is_draft_there=True)
DRAFTED = a_send(state=S.DRAFTED, draft_id="d1", thread_id="t1", body_hash="h1", since="42")
SENDING = requested(DRAFTED, NOW)
LATER = NOW + timedelta(seconds=20)
TEXT = st.text(max_size=12)


# --- the id ---
@given(TEXT, TEXT, TEXT, st.integers(1, 50), TEXT, TEXT, TEXT, st.integers(1, 50))
def test_two_sends_have_one_id_only_if_they_are_the_same(
    a: str, b: str, c: str, n: int, d: str, e: str, f: str, m: int
) -> None:
    assert (send_id(a, b, c, n) == send_id(d, e, f, m)) == ((a, b, c, n) == (d, e, f, m))


def test_the_id_is_the_same_for_ever() -> None:
    assert send_id("t", "e", "s") == send_id("t", "e", "s", 1) == "d8cf740ead34da96a776203a6e57abea"
    assert send_id("t", "e", "s", 2) not in (send_id("t", "e", "s"), send_id("t", "e", "s2"))


# --- asking ---
@pytest.mark.parametrize("old", [DRAFTED, replace(SENDING, looks=2)])
def test_what_is_asked_to_go_is_counted_before(old: Send) -> None:
    fresh = requested(old, LATER)
    assert (fresh.state, fresh.requested_at, fresh.requests) == (S.SENDING, LATER, old.requests + 1)
    assert (fresh.looks, fresh.look_at) == (0, LATER + SETTLE)
    assert fresh.was_requested
    assert (fresh.draft_id, fresh.body_hash, fresh.since) == ("d1", "h1", "42")


@pytest.mark.parametrize("state", [one for one in S if one not in (S.DRAFTED, S.SENDING)])
def test_only_a_draft_is_asked_to_go(state: SendState) -> None:
    with pytest.raises(Conflict):
        requested(replace(DRAFTED, state=state), LATER)


# --- answers ---
ANSWERS: list[tuple[Answer, SendState, str]] = [
    (Delivered(message_id="m1", thread_id="t1"), S.SENT, ""),
    (Limited(until=LATER), S.DRAFTED, ""),
    (Limited(until=LATER, stops_mailbox=True), S.DRAFTED, ""),
    (AuthLost(), S.HELD, "reconnect"),
    (BadRecipient(is_draft_there=True), S.FAILED, "bad_recipient"),
    (BadRecipient(is_draft_there=False), S.SENDING, ""),
    (Ambiguous(), S.SENDING, ""),
]


@pytest.mark.parametrize(("answer", "state", "reason"), ANSWERS)
def test_each_answer_has_its_state(answer: Answer, state: SendState, reason: str) -> None:
    fresh = after_answer(SENDING, answer, LATER)
    assert (fresh.state, fresh.reason) == (state, reason)
    assert (fresh.draft_id, fresh.requests) == ("d1", 1)
    assert fresh.may_be_out is not isinstance(answer, AuthLost)
    assert after_answer(replace(SENDING, is_doubted=True), answer, LATER).may_be_out


@pytest.mark.parametrize("answer", [Ambiguous(), BadRecipient(is_draft_there=False)])
def test_an_unclear_answer_changes_nothing_at_all(answer: Answer) -> None:
    assert after_answer(SENDING, answer, LATER) is SENDING


@pytest.mark.parametrize("answer", [one for one, state, _ in ANSWERS if state is not S.SENDING])
def test_a_clear_answer_ends_the_doubt(answer: Answer) -> None:
    assert after_answer(SENDING, answer, LATER).look_at is None


def test_a_limit_says_when_the_draft_may_be_asked_again() -> None:
    assert after_answer(SENDING, Limited(until=LATER), NOW).not_before == LATER


def test_what_is_delivered_knows_its_message() -> None:
    fresh = after_answer(SENDING, Delivered(message_id="m1", thread_id="t7"), LATER)
    assert (fresh.message_id, fresh.thread_id, fresh.sent_at, fresh.sent_by) == ("m1", "t7", LATER, "us")


@pytest.mark.parametrize("state", [S.SENT, S.FAILED, S.CANCELLED])
@pytest.mark.parametrize("answer", [one for one, state, _ in ANSWERS if state is not S.SENDING])
def test_an_answer_that_comes_too_late_is_somebody_elses(state: SendState, answer: Answer) -> None:
    with pytest.raises(Conflict):
        after_answer(replace(SENDING, state=state), answer, LATER)


# --- the reconciler ---
@pytest.mark.parametrize("is_strict", [False, True])
@pytest.mark.parametrize("may_go", [False, True])
@pytest.mark.parametrize("is_draft_there", [False, True])
@pytest.mark.parametrize(("copy", "by"), [(COPY, "us"), (HANDS, "user")])
def test_a_copy_settles_everything(is_strict: bool, may_go: bool, is_draft_there: bool, copy: Copy, by: str) -> None:
    found = reconciled(
        SENDING, Evidence(copy=copy, is_draft_there=is_draft_there), LATER, is_strict=is_strict, may_go=may_go
    )
    assert found is not None
    assert (found.state, found.sent_by, found.rfc_message_id, found.sent_at) == (S.SENT, by, "<r9@x>", copy.sent_at)
    assert (found.message_id, found.thread_id, found.look_at, found.reason) == ("m9", "t9", None, "")


def test_a_draft_that_still_stands_is_asked_once_more() -> None:
    assert reconciled(SENDING, DRAFT, NOW + SETTLE, is_strict=False, may_go=True) is None


def test_strict_mode_never_asks_twice() -> None:
    now, one = NOW, SENDING
    for look in STRICT_LOOKS:
        now = NOW + look
        found = reconciled(one, DRAFT, now, is_strict=True, may_go=True)
        assert found is not None
        one = found
    assert (one.state, one.reason, one.look_at, now) == (S.HELD, "ambiguous", None, NOW + timedelta(hours=1))


@pytest.mark.parametrize("is_strict", [False, True])
def test_a_draft_that_is_left_stays_in_drafts_where_the_gate_ended_it(is_strict: bool) -> None:
    found = reconciled(SENDING, DRAFT, NOW + SETTLE, is_strict=is_strict, may_go=False)
    assert found is not None
    assert (found.state, found.reason, found.draft_id, found.look_at) == (S.CANCELLED, "left_in_drafts", "d1", None)


@pytest.mark.parametrize("is_strict", [False, True])
@pytest.mark.parametrize("may_go", [False, True])
def test_a_draft_that_is_gone_is_looked_for_and_never_sent_again(is_strict: bool, may_go: bool) -> None:
    one, looked = SENDING, []
    while one.state is S.SENDING:
        assert one.look_at is not None
        looked.append(one.look_at - NOW)
        found = reconciled(one, NOTHING, one.look_at, is_strict=is_strict, may_go=may_go)
        assert found is not None
        one = found
    assert looked == [timedelta(seconds=300), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=24)]
    assert (one.state, one.reason) == (S.HELD, "draft_gone")


@given(st.lists(st.integers(-7_200, 200_000), min_size=1, max_size=12), st.booleans(), st.booleans())
def test_looking_ends_whatever_the_clock_does(jumps: list[int], is_strict: bool, is_draft_there: bool) -> None:
    """Each look is later than now and none is looked at twice; a day after the request nothing is in doubt."""
    one, looks = SENDING, 0
    for jump in jumps:
        now = NOW + timedelta(seconds=jump)
        evidence = Evidence(copy=None, is_draft_there=is_draft_there)
        found = reconciled(one, evidence, now, is_strict=is_strict, may_go=True)
        if found is None:
            assert (is_draft_there, is_strict) == (True, False)
            return
        assert found.requests == 1
        if found.state is S.HELD:
            return
        assert found.look_at is not None
        assert found.look_at > now
        assert found.looks > looks
        one, looks = found, found.looks
    assert looks < len(LOOKS)


@given(st.datetimes(NOW.replace(tzinfo=None), (NOW + timedelta(days=3)).replace(tzinfo=None)))
def test_nothing_is_in_doubt_after_a_day(at: datetime) -> None:
    now = at.replace(tzinfo=NOW.tzinfo)
    found = reconciled(SENDING, NOTHING, now, is_strict=False, may_go=True)
    assert found is not None
    assert (found.state is S.HELD) == (now >= NOW + timedelta(hours=24))


# --- just before the request ---
@pytest.mark.parametrize(
    ("send", "evidence", "body_hash", "state", "reason"),
    [
        (DRAFTED, DRAFT, "h1", None, ""),
        (DRAFTED, Evidence(copy=COPY, is_draft_there=True), "h1", None, ""),
        (DRAFTED, DRAFT, "h2", S.HELD, "edited_draft"),
        (DRAFTED, DRAFT, "", S.HELD, "edited_draft"),
        (DRAFTED, Evidence(copy=HANDS, is_draft_there=False), "", S.SENT, ""),
        (DRAFTED, NOTHING, "", S.HELD, "deleted_draft"),
        (replace(DRAFTED, requests=1, requested_at=NOW), NOTHING, "", S.HELD, "draft_gone"),
        (replace(DRAFTED, requests=1), Evidence(copy=COPY, is_draft_there=False), "", S.SENT, ""),
    ],
)
def test_only_the_draft_that_was_made_is_sent(
    send: Send, evidence: Evidence, body_hash: str, state: SendState | None, reason: str
) -> None:
    found = before_request(send, evidence, body_hash, LATER)
    assert (found and found.state) == state
    assert (found.reason if found else "") == reason


# --- the buttons of Held ---
HELD = replace(SENDING, state=S.HELD, reason="ambiguous", look_at=None)
NEVER_ASKED = replace(DRAFTED, state=S.HELD, reason="edited_draft")
NEVER_MADE = a_send(state=S.HELD, reason="edited")
SETTLED = NOW + SETTLE


@pytest.mark.parametrize(
    ("held", "evidence", "now", "state"),
    [
        (HELD, Evidence(copy=COPY, is_draft_there=False), LATER, S.SENT),
        (HELD, Evidence(copy=COPY, is_draft_there=True), SETTLED, S.SENT),
        (HELD, DRAFT, SETTLED, S.DRAFTED),
        (HELD, DRAFT, SETTLED - timedelta(microseconds=1), None),
        (HELD, NOTHING, SETTLED, None),
        (HELD, NOTHING, LATER, None),
        (NEVER_ASKED, DRAFT, LATER, S.DRAFTED),
        (NEVER_ASKED, NOTHING, LATER, S.QUEUED),
        (NEVER_ASKED, Evidence(copy=HANDS, is_draft_there=False), LATER, S.SENT),
        (NEVER_MADE, NOTHING, LATER, S.QUEUED),
    ],
)
def test_retry_goes_on_or_asks(held: Send, evidence: Evidence, now: datetime, state: SendState | None) -> None:
    found = retried(held, evidence, "h2", now)
    assert (found and found.state) == state
    assert found is None or found.reason == ""


def test_retry_takes_the_draft_as_the_user_left_it() -> None:
    found = retried(NEVER_ASKED, DRAFT, "h2", LATER)
    assert found is not None
    assert (found.draft_id, found.body_hash, found.not_before) == ("d1", "h2", None)


def test_retry_forgets_a_draft_that_was_deleted() -> None:
    found = retried(NEVER_ASKED, NOTHING, "", LATER)
    assert found is not None
    assert (found.draft_id, found.body_hash) == ("", "")


@given(st.integers(0, 3), st.booleans(), st.integers(-600, 1_200))
def test_retry_never_makes_another_draft_of_what_was_asked_to_go(requests: int, is_there: bool, seconds: int) -> None:
    held = replace(HELD, requests=requests, requested_at=NOW if requests else None)
    found = retried(held, Evidence(copy=None, is_draft_there=is_there), "h1", NOW + timedelta(seconds=seconds))
    if requests and found is not None:
        assert (found.state, found.draft_id) == (S.DRAFTED, "d1")
        assert is_there
        assert seconds >= 300


@pytest.mark.parametrize(
    ("requested_at", "is_old"),
    [(None, True), (NOW - SETTLE, True), (NOW - SETTLE + timedelta(seconds=1), False), (NOW + SETTLE, False)],
)
def test_a_request_settles_in_five_minutes(requested_at: datetime | None, is_old: bool) -> None:
    assert is_settled(replace(HELD, requested_at=requested_at), NOW) is is_old


def test_mark_sent_takes_the_users_word() -> None:
    fresh = marked_sent(HELD, LATER)
    assert (fresh.state, fresh.sent_at, fresh.sent_by, fresh.reason) == (S.SENT, LATER, "user", "")


def test_another_attempt_closes_the_one_before() -> None:
    closed, fresh = next_attempt(HELD, LATER)
    assert (closed.state, closed.reason, closed.id) == (S.CANCELLED, "left_in_drafts", HELD.id)
    gone = replace(HELD, reason="draft_gone")
    assert next_attempt(gone, LATER)[0].reason == "replaced", "there is no draft to list"
    assert (fresh.state, fresh.attempt, fresh.version) == (S.QUEUED, 2, "")
    assert (fresh.draft_id, fresh.requests, fresh.requested_at, fresh.message_id) == ("", 0, None, "")
    assert fresh.id == send_id(HELD.tenant, HELD.enrollment, HELD.step_id, 2) != HELD.id
    third = next_attempt(replace(fresh, state=S.HELD), LATER)[1]
    assert len({HELD.id, fresh.id, third.id}) == 3


BUTTONS: list[Callable[[Send], Any]] = [
    lambda send: marked_sent(send, LATER),
    lambda send: next_attempt(send, LATER),
    lambda send: retried(send, DRAFT, "h1", SETTLED),
    lambda send: found_sent(send, COPY, LATER),
]


@pytest.mark.parametrize("button", BUTTONS)
@pytest.mark.parametrize("state", [S.SENT, S.FAILED, S.CANCELLED])
def test_no_button_works_on_what_is_over(button: Callable[[Send], Any], state: SendState) -> None:
    with pytest.raises(Conflict):
        button(replace(HELD, state=state))
