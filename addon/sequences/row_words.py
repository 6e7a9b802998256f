"""What a row in the sheet says of its lead's sequence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from addon.leads.standing_model import Rank, Said
from addon.sequences.campaign_model import UNDONE, Enrollment, EnrollmentState

WAITS: Mapping[str, str] = {
    "kill_switch": "Waiting: all sending is stopped",
    "no_address": "Waiting: Settings has no postal address",
    "sender": "Waiting: Gmail may not send from the approved address",
    "grant": "Waiting: connect Gmail",
    "sheet_grant": "Waiting: connect Sheets",
    "mailbox_paused": "Waiting: Google's limit",
    "cap": "Waiting: today's mails are used up",
    "window": "Waiting: outside the hours of sending",
    "holiday": "Waiting: a day on which nobody works",
    "spacing": "Next in line",
    "away": "Away",
}

HELD: Mapping[str, str] = {
    "edited_draft": "you edited this draft in Gmail",
    "deleted_draft": "you deleted this draft in Gmail",
    "draft_gone": "the draft disappeared and no sent copy was found",
    "ambiguous": "Gmail did not say whether it was sent",
    "reconnect": "reconnect Gmail",
    "bad_recipient": "Gmail refuses this address",
    "left_in_drafts": "the draft is left in your Drafts",
    "answered": "somebody answered",
    "thread_gone": "the conversation was deleted in Gmail",
    "wrote_by_hand": "you wrote by hand",
    "person": "a colleague writes to this person",
    "company": "enough people of this company are written to",
    "row_changed": "row changed",
    "row_gone": "row deleted",
    "edited": "edited after approval",
    "footer": "the footer changed after approval",
    "approval": "not approved",
    "missing_field": "a field is missing",
    "poisoned": "this mail cannot be worked on",
    "left": "they have left the company",
    "soft_bounced": "two mails came back",
    "blocked": "their mail server refuses what you send",
    "own_limit": "Gmail's limit had this mail come back",
}

_OVER: Mapping[EnrollmentState, str] = {
    EnrollmentState.REPLIED: "Replied",
    EnrollmentState.BOOKED: "Meeting booked",
    EnrollmentState.OPTED_OUT: "Opted out",
    EnrollmentState.BOUNCED: "Bounced",
    EnrollmentState.CANCELLED: "Sequence stopped",
}


def said_of(one: Enrollment, zone: str) -> Said:
    """Return the words for an enrollment's row; times are in the sender's ``zone``.

    After Undo there are none: the row says what it said before, and may be chosen anew.
    """
    if one.state is EnrollmentState.CANCELLED and one.reason == UNDONE and not one.sent:
        return Said(status="", rank=Rank.RUN, is_over=True)
    told = [*one.sent.values(), *([one.signal_at] if one.signal_at else [])]
    last = max(told, default=None)
    rank = Rank.SEQUENCE
    if one.state is EnrollmentState.HELD:
        rank = Rank.HELD
    elif one.state in _OVER and one.state is not EnrollmentState.CANCELLED:
        rank = Rank.REPLIED
    is_over = one.state.is_over and one.state is not EnrollmentState.HELD
    return Said(status=_words(one, zone), activity=last, rank=rank, is_over=is_over)


def _words(one: Enrollment, zone: str) -> str:
    if one.state is EnrollmentState.HELD:
        return f"Held: {HELD.get(one.reason, one.reason)}"
    if one.state in _OVER:
        return _OVER[one.state]
    done, total = len(one.sent), len(one.mails)
    if one.state is EnrollmentState.FINISHED:
        return f"Sent {done} of {total}, finished"
    if one.state is EnrollmentState.PAUSED:
        return f"Sent {done} of {total}, paused" if done else "Paused"
    sent = f"Sent {done} of {total}, " if done else ""
    if one.state is EnrollmentState.AWAY and one.away_until:
        return sent + _as_next(f"Away until {moment(one.away_until, one.place.zone)[:10]}", is_first=not sent)
    if one.waits_for in WAITS:
        until = f" until {moment(one.waits_until, zone)}" if one.waits_until else ""
        return sent + _as_next(WAITS[one.waits_for] + until, is_first=not sent)
    if one.next_at is None:
        return sent + _as_next("Sending", is_first=not sent)
    return sent + _as_next(f"Next mail {moment(one.next_at, zone)}", is_first=not sent)


def _as_next(text: str, *, is_first: bool) -> str:
    return text if is_first else text[:1].lower() + text[1:]


def moment(at: datetime, zone: str) -> str:
    """Return an instant as ``2026-11-25 14:06`` in a zone."""
    return f"{at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}"
