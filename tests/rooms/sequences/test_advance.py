"""What a mail that went, or did not, makes of the lead's place in the sequence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from addon.errors import Conflict
from addon.sequences.advance import LOOK_AGAIN, after_send, clock_place, stopped, waiting
from addon.sequences.campaign_model import Enrollment, EnrollmentState
from addon.sequences.delivery_model import SendState
from addon.sequences.gate import blocked
from addon.sequences.gate_model import Blocked, Effect, Lock
from addon.sequences.recipe_model import Place, Window
from addon.sequences.states import ENROLLMENT_MOVES, may_follow
from tests.fakes.enrolled import NOW, a_campaign, a_send, an_enrollment

E, S = EnrollmentState, SendState
LATER = NOW + timedelta(minutes=1)
FRIDAY = datetime(2026, 11, 27, 8, 30, tzinfo=UTC)
"""Three working days after ``NOW``, when the window opens in Berlin."""

CAMPAIGN = a_campaign()
SENT = a_send(state=S.SENT, sent_at=NOW, thread_id="t1", rfc_message_id="<r1@x>")
UNDER_WAY = an_enrollment(next_at=None, send_id=SENT.id, waits_for="cap", waits_until=LATER, failures=3)
LAST = replace(UNDER_WAY, step_id="follow_up_2", sent={"first": NOW, "follow_up_1": NOW})


# --- the clock that counts ---
def test_the_recipients_clock_counts_unless_the_recipe_says_ours() -> None:
    assert clock_place(UNDER_WAY, CAMPAIGN) == UNDER_WAY.place
    ours = replace(CAMPAIGN, recipe=replace(CAMPAIGN.recipe, window=Window(is_theirs=False)), zone="Europe/London")
    one = an_enrollment(place=Place(zone="Europe/Berlin", country="DE", region="BY"))
    assert clock_place(one, ours) == Place(zone="Europe/London", country="DE", region="BY")


# --- sent ---
def test_a_mail_that_went_makes_the_next_step_due() -> None:
    after = after_send(UNDER_WAY, SENT, CAMPAIGN, LATER)
    assert (after.step_id, after.next_at, after.state) == ("follow_up_1", FRIDAY, E.ACTIVE)
    assert (after.sent, after.thread_id, after.rfc_ids) == ({"first": NOW}, "t1", ("<r1@x>",))
    assert (after.send_id, after.failures, after.waits_for, after.waits_until) == ("", 0, "", None)
    assert after.is_unsaid


def test_the_last_mail_finishes_the_sequence() -> None:
    after = after_send(LAST, replace(SENT, step_id="follow_up_2"), CAMPAIGN, LATER)
    assert (after.state, after.step_id, after.next_at) == (E.FINISHED, "", None)


@pytest.mark.parametrize("state", [E.HELD, E.AWAY])
def test_a_mail_found_sent_goes_on_wherever_that_is_allowed(state: EnrollmentState) -> None:
    after = after_send(replace(UNDER_WAY, state=state, reason="ambiguous"), SENT, CAMPAIGN, LATER)
    assert (after.state, after.reason) == (E.ACTIVE if state is E.HELD else state, "")
    assert after.next_at == FRIDAY


@pytest.mark.parametrize("state", [E.REPLIED, E.BOOKED, E.OPTED_OUT, E.BOUNCED, E.CANCELLED])
def test_a_mail_that_went_is_noted_and_nothing_follows_where_it_is_over(state: EnrollmentState) -> None:
    after = after_send(replace(UNDER_WAY, state=state), SENT, CAMPAIGN, LATER)
    assert (after.state, after.next_at, after.sent, after.send_id) == (state, None, {"first": NOW}, "")


def test_a_thread_without_a_message_id_keeps_what_is_known() -> None:
    one = replace(UNDER_WAY, thread_id="t0", rfc_ids=("<r0@x>",))
    after = after_send(one, replace(SENT, rfc_message_id="", thread_id=""), CAMPAIGN, LATER)
    assert (after.thread_id, after.rfc_ids) == ("t0", ("<r0@x>",))


def test_a_step_that_was_moved_meanwhile_keeps_its_place() -> None:
    after = after_send(replace(UNDER_WAY, step_id="follow_up_2"), SENT, CAMPAIGN, LATER)
    assert after.step_id == "follow_up_2"


# --- not sent ---
@pytest.mark.parametrize(
    ("state", "reason"), [(S.HELD, "ambiguous"), (S.FAILED, "bad_recipient"), (S.CANCELLED, "left_in_drafts")]
)
def test_a_mail_that_stopped_waits_for_a_person(state: SendState, reason: str) -> None:
    after = after_send(UNDER_WAY, a_send(state=state, reason=reason), CAMPAIGN, LATER)
    assert (after.state, after.reason, after.next_at, after.is_unsaid) == (E.HELD, reason, None, True)


@pytest.mark.parametrize("state", [E.REPLIED, E.CANCELLED, E.OPTED_OUT, E.BOUNCED, E.BOOKED, E.FINISHED, E.HELD])
def test_a_mail_that_stopped_changes_nothing_where_it_is_over(state: EnrollmentState) -> None:
    one = replace(UNDER_WAY, state=state)
    assert after_send(one, a_send(state=S.HELD, reason="ambiguous"), CAMPAIGN, LATER) is one


def test_a_mail_that_was_put_off_keeps_its_step() -> None:
    after = after_send(UNDER_WAY, a_send(state=S.DRAFTED, not_before=LATER), CAMPAIGN, NOW)
    assert (after.next_at, after.step_id, after.send_id, after.state) == (LATER, "first", SENT.id, E.ACTIVE)
    assert (after.waits_for, after.waits_until) == ("mailbox_paused", LATER)
    assert after_send(UNDER_WAY, a_send(state=S.DRAFTED), CAMPAIGN, NOW).next_at == NOW


def test_a_mail_that_was_put_off_keeps_its_place_in_the_queue() -> None:
    due = replace(UNDER_WAY, next_at=NOW)
    assert after_send(due, a_send(state=S.DRAFTED, not_before=FRIDAY), CAMPAIGN, LATER).next_at == NOW


@pytest.mark.parametrize("state", [S.QUEUED, S.DRAFTING, S.SENDING])
def test_a_mail_on_its_way_changes_nothing(state: SendState) -> None:
    assert after_send(UNDER_WAY, a_send(state=state), CAMPAIGN, LATER) is UNDER_WAY


@pytest.mark.parametrize(("state", "send"), list(product(E, S)))
def test_no_send_moves_a_lead_against_the_table(state: EnrollmentState, send: SendState) -> None:
    """Whatever a send became and whatever was done meanwhile, the lead's next state follows its last."""
    one = replace(UNDER_WAY, state=state)
    after = after_send(one, replace(SENT, state=send), CAMPAIGN, LATER)
    assert after.state is state or may_follow(ENROLLMENT_MOVES, state, after.state)
    if after.state.is_over and send is not S.DRAFTED:
        assert after.next_at is None


# --- locks ---
def test_a_lock_that_waits_keeps_the_place() -> None:
    after = stopped(UNDER_WAY, blocked(Lock.WINDOW, FRIDAY), LATER)
    assert (after.state, after.next_at, after.waits_for, after.waits_until) == (E.ACTIVE, FRIDAY, "window", FRIDAY)


def test_a_lock_that_does_not_say_until_when_is_looked_at_again() -> None:
    after = stopped(UNDER_WAY, blocked(Lock.CAP), LATER)
    assert (after.next_at, after.waits_until) == (LATER + LOOK_AGAIN, LATER + LOOK_AGAIN)


def test_a_pause_remembers_when_the_mail_was_due() -> None:
    after = stopped(an_enrollment(), blocked(Lock.PAUSED), LATER)
    assert (after.state, after.next_at, after.parked_at) == (E.PAUSED, None, NOW)


def test_what_is_parked_already_stays_where_it_was_due() -> None:
    one = an_enrollment(state=E.PAUSED, parked_at=FRIDAY, next_at=NOW)
    assert stopped(one, blocked(Lock.PAUSED), LATER) == replace(one, next_at=None, updated_at=LATER)


def test_a_lock_that_holds_says_why() -> None:
    after = stopped(UNDER_WAY, blocked(Lock.EDITED), LATER)
    assert (after.state, after.next_at, after.reason) == (E.HELD, None, "edited")


@pytest.mark.parametrize(
    ("lock", "state"),
    [
        (Lock.OPTED_OUT, E.OPTED_OUT),
        (Lock.BOUNCED, E.BOUNCED),
        (Lock.REPLIED, E.REPLIED),
        (Lock.BOOKED, E.BOOKED),
        (Lock.OVER, E.CANCELLED),
    ],
)
def test_a_lock_that_ends_names_the_end(lock: Lock, state: EnrollmentState) -> None:
    after = stopped(UNDER_WAY, blocked(lock), LATER)
    assert (after.state, after.next_at, after.reason) == (state, None, str(lock))


@pytest.mark.parametrize("state", [E.REPLIED, E.BOOKED, E.OPTED_OUT, E.BOUNCED, E.CANCELLED])
def test_what_is_over_stays_what_it_was(state: EnrollmentState) -> None:
    after = stopped(an_enrollment(state=state), blocked(Lock.OVER), LATER)
    assert (after.state, after.next_at) == (state, None)


@pytest.mark.parametrize("lock", Lock)
def test_every_lock_stops_a_lead_under_way(lock: Lock) -> None:
    shut = blocked(lock, FRIDAY)
    after = stopped(an_enrollment(), shut, LATER)
    assert after != an_enrollment()
    assert after.is_unsaid
    assert (after.next_at is not None) == (shut.effect is Effect.WAIT)


@pytest.mark.parametrize("effect", [Effect.PARK, Effect.HOLD])
def test_a_lead_it_is_over_for_is_neither_parked_nor_held(effect: Effect) -> None:
    with pytest.raises(Conflict):
        stopped(an_enrollment(state=E.REPLIED), Blocked(lock=Lock.PAUSED, effect=effect), LATER)


# --- waiting ---
def _waits(one: Enrollment) -> tuple[str, datetime | None]:
    return one.waits_for, one.waits_until


def test_a_mailbox_that_waits_is_told_once() -> None:
    shut = blocked(Lock.CAP, FRIDAY)
    after = waiting(an_enrollment(), shut, LATER)
    assert (_waits(after), after.next_at, after.is_unsaid) == (("cap", FRIDAY), NOW, True)
    assert waiting(after, shut, LATER) is after
    assert _waits(waiting(after, blocked(Lock.CAP, LATER), LATER)) == ("cap", LATER)
    assert _waits(waiting(after, blocked(Lock.GRANT), LATER)) == ("grant", None)
