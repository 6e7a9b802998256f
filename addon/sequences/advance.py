"""What a mail that went, or did not, makes of the enrollment it belongs to."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.gate_model import Blocked, Effect, Lock
from addon.sequences.recipe_model import Place
from addon.sequences.schedule import due_at
from addon.sequences.states import ENROLLMENT_MOVES, may_follow, moved_enrollment

LOOK_AGAIN = timedelta(minutes=15)
"""When a mail is tried again whose lock does not say until when it holds."""

_ENDS = {
    Lock.OPTED_OUT: EnrollmentState.OPTED_OUT,
    Lock.BOUNCED: EnrollmentState.BOUNCED,
    Lock.REPLIED: EnrollmentState.REPLIED,
    Lock.BOOKED: EnrollmentState.BOOKED,
}


def clock_place(one: Enrollment, campaign: Campaign) -> Place:
    """Return whose clock and calendar count: the clock is ours where the recipe says so, the days stay theirs."""
    return one.place if campaign.recipe.window.is_theirs else on_our_clock(one.place, campaign)


def on_our_clock(place: Place, campaign: Campaign) -> Place:
    """Return a place whose days are those of its country, and whose hours are ours."""
    return replace(place, zone=campaign.zone)


def due_again(one: Enrollment, campaign: Campaign, now: datetime) -> datetime:
    """Return when the next mail of somebody who stood still may go: at its step's date, or ``now`` if that is past.

    A first mail has no date of its own by then: its hours are the gate's to keep.
    """
    approved = one.mail(one.step_id)
    if approved is None or not one.sent or one.step_id in one.sent:
        return now
    last = max(one.sent.values())
    return max(now, due_at(last, approved.days, clock_place(one, campaign), campaign.recipe.window))


def with_thread(threads: tuple[str, ...], id: str) -> tuple[str, ...]:
    """Return threads with one more, unless it is known or blank."""
    return (*threads, id) if id and id not in threads else threads


def after_send(one: Enrollment, send: Send, campaign: Campaign, now: datetime) -> Enrollment:
    """Return the enrollment after one of its sends moved; the very same where nothing changes for it."""
    match send.state:
        case SendState.SENT:
            return _after_sent(one, send, campaign, now)
        case SendState.HELD | SendState.FAILED | SendState.CANCELLED:
            return _after_stop(one, send, now)
        case SendState.DRAFTED:
            return replace(
                one,
                next_at=one.next_at or send.not_before or now,
                waits_for=str(Lock.MAILBOX_PAUSED) if send.not_before else one.waits_for,
                waits_until=send.not_before or one.waits_until,
                is_unsaid=True,
                updated_at=now,
            )
    return one


def _after_sent(one: Enrollment, send: Send, campaign: Campaign, now: datetime) -> Enrollment:
    at = send.sent_at or now
    rfc_ids = (*one.rfc_ids, send.rfc_message_id) if send.rfc_message_id else one.rfc_ids
    one = replace(
        one,
        sent={**one.sent, send.step_id: at},
        thread_id=send.thread_id or one.thread_id,
        threads=with_thread(with_thread(one.threads, one.thread_id), send.thread_id),
        rfc_ids=rfc_ids,
        send_id="",
        failures=0,
        waits_for="",
        waits_until=None,
        is_unsaid=True,
        updated_at=now,
    )
    if one.state not in (EnrollmentState.ACTIVE, EnrollmentState.HELD, EnrollmentState.AWAY):
        return replace(one, next_at=None)
    following = one.following if one.step_id == send.step_id else one.step_id
    if not following:
        return moved_enrollment(one, EnrollmentState.FINISHED, now, step_id="", next_at=None, reason="")
    approved = one.mail(following)
    days = approved.days if approved else 0
    due = due_at(at, days, clock_place(one, campaign), campaign.recipe.window)
    one = replace(one, step_id=following, next_at=due, reason="")
    return moved_enrollment(one, EnrollmentState.ACTIVE, now) if one.state is EnrollmentState.HELD else one


def _after_stop(one: Enrollment, send: Send, now: datetime) -> Enrollment:
    if not may_follow(ENROLLMENT_MOVES, one.state, EnrollmentState.HELD):
        return one
    return moved_enrollment(one, EnrollmentState.HELD, now, reason=send.reason, next_at=None)


def stopped(one: Enrollment, shut: Blocked, now: datetime) -> Enrollment:
    """Return the enrollment as a lock leaves it."""
    match shut.effect:
        case Effect.WAIT:
            until = shut.until or now + LOOK_AGAIN
            return replace(
                one, next_at=until, waits_for=str(shut.lock), waits_until=until, is_unsaid=True, updated_at=now
            )
        case Effect.PARK if one.state is EnrollmentState.PAUSED:
            return replace(one, next_at=None, parked_at=one.parked_at or one.next_at, updated_at=now)
        case Effect.PARK:
            return moved_enrollment(one, EnrollmentState.PAUSED, now, next_at=None, parked_at=one.next_at)
        case Effect.HOLD:
            return moved_enrollment(one, EnrollmentState.HELD, now, next_at=None, reason=str(shut.lock))
        case Effect.END:
            return _ended(one, shut.lock, now)


def _ended(one: Enrollment, lock: Lock, now: datetime) -> Enrollment:
    state = _ENDS.get(lock, EnrollmentState.CANCELLED)
    if not may_follow(ENROLLMENT_MOVES, one.state, state):
        return replace(one, next_at=None, updated_at=now)
    return moved_enrollment(one, state, now, next_at=None, reason=str(lock))


def waiting(one: Enrollment, shut: Blocked, now: datetime) -> Enrollment:
    """Return an enrollment that says what its whole mailbox waits for; its place in the queue stays."""
    if (one.waits_for, one.waits_until) == (str(shut.lock), shut.until):
        return one
    return replace(one, waits_for=str(shut.lock), waits_until=shut.until, is_unsaid=True, updated_at=now)
