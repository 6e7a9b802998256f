"""One gate for every mail: preview, scheduler, send and audit ask it, and it touches nothing (DESIGN 5.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from addon.sequences.gate_model import Allowed, Blocked, Effect, Facts, Lock

MIN_LEFT = timedelta(minutes=2)
"""What must be left of the window when a draft is made (DESIGN 5.1)."""

EFFECTS: Mapping[Lock, Effect] = {
    Lock.KILL_SWITCH: Effect.WAIT,
    Lock.OPTED_OUT: Effect.END,
    Lock.BOUNCED: Effect.END,
    Lock.REPLIED: Effect.END,
    Lock.BOOKED: Effect.END,
    Lock.WROTE_BY_HAND: Effect.HOLD,
    Lock.OVER: Effect.END,
    Lock.PAUSED: Effect.PARK,
    Lock.AWAY: Effect.WAIT,
    Lock.NOT_CONFIRMED: Effect.PARK,
    Lock.ANSWERED: Effect.HOLD,
    Lock.THREAD_GONE: Effect.HOLD,
    Lock.PERSON: Effect.HOLD,
    Lock.COMPANY: Effect.HOLD,
    Lock.ROW_CHANGED: Effect.HOLD,
    Lock.ROW_GONE: Effect.HOLD,
    Lock.EDITED: Effect.HOLD,
    Lock.FOOTER: Effect.HOLD,
    Lock.APPROVAL: Effect.HOLD,
    Lock.MISSING_FIELD: Effect.HOLD,
    Lock.POISONED: Effect.HOLD,
    Lock.NO_ADDRESS: Effect.WAIT,
    Lock.SENDER: Effect.WAIT,
    Lock.GRANT: Effect.WAIT,
    Lock.SHEET_GRANT: Effect.WAIT,
    Lock.MAILBOX_PAUSED: Effect.WAIT,
    Lock.CAP: Effect.WAIT,
    Lock.WINDOW: Effect.WAIT,
    Lock.HOLIDAY: Effect.WAIT,
    Lock.SPACING: Effect.WAIT,
}
"""What each lock does to the enrollment whose mail it stops."""

OF_MAILBOX = frozenset(
    {
        Lock.KILL_SWITCH, Lock.NO_ADDRESS, Lock.SENDER, Lock.GRANT, Lock.SHEET_GRANT,
        Lock.MAILBOX_PAUSED, Lock.CAP, Lock.SPACING,
    }
)  # fmt: skip
"""Locks that shut the whole mailbox: no other mail of it is tried meanwhile."""


def shuts_mailbox(shut: Blocked) -> bool:
    """Whether no other mail of the mailbox can go either, until the lock opens."""
    return shut.lock in OF_MAILBOX and shut.effect is Effect.WAIT and shut.detail != OF_CAMPAIGN


OF_CAMPAIGN = "campaign"
"""The detail of a cap that is a campaign's own: other campaigns of the mailbox go on."""

_ENDED = {
    "opted_out": Lock.OPTED_OUT,
    "bounced": Lock.BOUNCED,
    "replied": Lock.REPLIED,
    "booked": Lock.BOOKED,
}
"""States of an enrollment that end it, each with the lock that says so."""

_OVER = ("finished", "cancelled", "held")
"""States of an enrollment or of its campaign in which no further mail goes."""


def gate(facts: Facts, now: datetime) -> Allowed | Blocked:
    """Return whether a mail may go at ``now``, else the first lock in the order of ``Lock`` and until when it holds."""
    found = _shut(facts, now)
    return Allowed() if found is None else found


def _shut(facts: Facts, now: datetime) -> Blocked | None:
    for ask in (_person, _campaign, _others, _content, _setup, _time):
        if found := ask(facts, now):
            return found
    return None


def blocked(lock: Lock, until: datetime | None = None, detail: str = "") -> Blocked:
    """Return the answer of a lock."""
    return Blocked(lock=lock, effect=EFFECTS[lock], until=until, detail=detail)


def _person(facts: Facts, now: datetime) -> Blocked | None:  # noqa: ARG001 - every question's shape
    if facts.is_stopped:
        return blocked(Lock.KILL_SWITCH)
    if facts.is_suppressed:
        return blocked(Lock.OPTED_OUT)
    if lock := _ENDED.get(facts.enrollment):
        return blocked(lock)
    return blocked(Lock.WROTE_BY_HAND) if facts.wrote_by_hand else None


def _campaign(facts: Facts, now: datetime) -> Blocked | None:
    if facts.enrollment in _OVER or facts.campaign in _OVER:
        return blocked(Lock.OVER)
    if "paused" in (facts.enrollment, facts.campaign):
        return blocked(Lock.PAUSED)
    if facts.away_until and facts.away_until > now:
        return blocked(Lock.AWAY, facts.away_until)
    if facts.campaign == "draft":
        return blocked(Lock.NOT_CONFIRMED)
    if facts.is_answered:
        return blocked(Lock.ANSWERED)
    return blocked(Lock.THREAD_GONE) if facts.is_thread_gone else None


def _others(facts: Facts, now: datetime) -> Blocked | None:  # noqa: ARG001
    if facts.holder:
        return blocked(Lock.PERSON, detail=facts.holder)
    if facts.company_limit and facts.colleagues >= facts.company_limit:
        return blocked(Lock.COMPANY, detail=str(facts.colleagues))
    return None


def _content(facts: Facts, now: datetime) -> Blocked | None:  # noqa: ARG001
    asked = (
        (facts.is_row_changed, Lock.ROW_CHANGED),
        (facts.is_row_gone, Lock.ROW_GONE),
        (facts.is_edited, Lock.EDITED),
        (facts.is_footer_changed, Lock.FOOTER),
        (not facts.is_approved, Lock.APPROVAL),
    )
    if lock := next((lock for holds, lock in asked if holds), None):
        return blocked(lock)
    return blocked(Lock.MISSING_FIELD, detail=facts.missing_field) if facts.missing_field else None


def _setup(facts: Facts, now: datetime) -> Blocked | None:  # noqa: ARG001
    asked = (
        (not facts.has_postal_address, Lock.NO_ADDRESS),
        (not facts.is_sender_right, Lock.SENDER),
        (not facts.has_grant, Lock.GRANT),
        (facts.needs_sheet_grant, Lock.SHEET_GRANT),
    )
    return next((blocked(lock) for holds, lock in asked if holds), None)


def _time(facts: Facts, now: datetime) -> Blocked | None:
    if facts.paused_until and facts.paused_until > now:
        return blocked(Lock.MAILBOX_PAUSED, facts.paused_until)
    if facts.left_today < 1:
        return blocked(Lock.CAP, facts.cap_until)
    if facts.campaign_full_until and facts.campaign_full_until > now:
        return blocked(Lock.CAP, facts.campaign_full_until, OF_CAMPAIGN)
    if shut := _window(facts, now):
        return shut
    if facts.next_send_at and facts.next_send_at > now:
        return blocked(Lock.SPACING, facts.next_send_at)
    return None


def _window(facts: Facts, now: datetime) -> Blocked | None:
    opening = facts.opening
    if opening is None:
        return None
    if not opening.is_open:
        return blocked(Lock.HOLIDAY if opening.is_holiday else Lock.WINDOW, opening.opens_at)
    if facts.is_drafting and opening.closes_at and opening.closes_at - now < MIN_LEFT:
        return blocked(Lock.WINDOW, opening.opens_at)
    return None
