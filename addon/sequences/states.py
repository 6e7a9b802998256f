"""Which state may follow which, and why. ``docs/state_machine.md`` is drawn from these tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from addon.errors import Conflict
from addon.sequences.campaign_model import Campaign, CampaignState, Enrollment, EnrollmentState
from addon.sequences.delivery_model import Send, SendState

_S, _E, _C = SendState, EnrollmentState, CampaignState

Moves = Mapping[Any, Mapping[Any, str]]
"""From a state to the states that may follow, each with what makes it follow."""

SEND_MOVES: Mapping[SendState, Mapping[SendState, str]] = {
    _S.QUEUED: {
        _S.DRAFTING: "the gate is open",
        _S.HELD: "the gate needs a person",
        _S.CANCELLED: "the gate ends it, or a person does",
    },
    _S.DRAFTING: {
        _S.DRAFTED: "the draft's id is stored",
        _S.HELD: "access was lost",
        _S.FAILED: "Gmail refuses the mail itself",
        _S.CANCELLED: "a person ends it",
    },
    _S.DRAFTED: {
        _S.SENDING: "the gate is open and the draft is as it was made",
        _S.SENT: "the user sent the draft by hand",
        _S.HELD: "the draft was edited or deleted, or the gate needs a person",
        _S.CANCELLED: "the gate ends it, or a person does",
    },
    _S.SENDING: {
        _S.SENT: "Gmail says so, or a sent copy was found",
        _S.DRAFTED: "Gmail refused before accepting: too many",
        _S.SENDING: "no answer, no copy, and the draft is still a draft: the same id again; or another look",
        _S.HELD: "evidence does not settle it, or access was lost",
        _S.FAILED: "Gmail refuses the recipient, and the draft is still there",
        _S.CANCELLED: "a person ended it, and the draft is still a draft",
    },
    _S.HELD: {
        _S.DRAFTED: "Retry, and the draft is still a draft 300 s after the last request",
        _S.QUEUED: "Retry, and no draft was ever asked to be sent",
        _S.SENT: "Mark sent, or a sent copy was found",
        _S.CANCELLED: "a person ends it, or opens another attempt",
    },
    _S.SENT: {},
    _S.FAILED: {},
    _S.CANCELLED: {},
}

_ANY_END = {
    _E.REPLIED: "somebody answered",
    _E.BOOKED: "a meeting is booked",
    _E.OPTED_OUT: "they opted out",
    _E.BOUNCED: "the address does not exist",
    _E.CANCELLED: "the campaign or a person ends it",
}

ENROLLMENT_MOVES: Mapping[EnrollmentState, Mapping[EnrollmentState, str]] = {
    _E.ACTIVE: {
        _E.AWAY: "an out-of-office answer",
        _E.PAUSED: "the campaign is paused",
        _E.HELD: "a person must decide",
        _E.FINISHED: "the last step is sent",
        **_ANY_END,
    },
    _E.AWAY: {
        _E.ACTIVE: "the date has come",
        _E.PAUSED: "the campaign is paused",
        _E.HELD: "they left",
        _E.FINISHED: "the last step had gone before",
        **_ANY_END,
    },
    _E.PAUSED: {
        _E.ACTIVE: "Confirm or Resume",
        _E.HELD: "a colleague writes to this person",
        _E.FINISHED: "the steps that were left are taken out",
        **_ANY_END,
    },
    _E.HELD: {
        _E.ACTIVE: "Retry",
        _E.FINISHED: "the last step was sent after all, or is marked so",
        **_ANY_END,
    },
    _E.REPLIED: {_E.BOOKED: "a meeting is booked", _E.OPTED_OUT: "they opted out"},
    _E.BOOKED: {_E.OPTED_OUT: "they opted out"},
    _E.OPTED_OUT: {},
    _E.BOUNCED: {},
    _E.FINISHED: {
        _E.REPLIED: "somebody answered",
        _E.BOOKED: "a meeting is booked",
        _E.OPTED_OUT: "they opted out",
        _E.BOUNCED: "the address does not exist",
    },
    _E.CANCELLED: {_E.REPLIED: "somebody answered what had gone", _E.OPTED_OUT: "they opted out"},
}

CAMPAIGN_MOVES: Mapping[CampaignState, Mapping[CampaignState, str]] = {
    _C.DRAFT: {_C.SCHEDULED: "Confirm", _C.CANCELLED: "it was never confirmed"},
    _C.SCHEDULED: {_C.RUNNING: "every person is enrolled", _C.PAUSED: "Pause", _C.CANCELLED: "Undo or Stop"},
    _C.RUNNING: {_C.PAUSED: "Pause", _C.FINISHED: "nobody is left", _C.CANCELLED: "Undo or Stop"},
    _C.PAUSED: {_C.SCHEDULED: "Resume", _C.CANCELLED: "Stop"},
    _C.FINISHED: {_C.RUNNING: "a mail that was held goes on"},
    _C.CANCELLED: {},
}


def may_follow(moves: Moves, old: StrEnum, new: StrEnum) -> bool:
    """Whether ``new`` may follow ``old``."""
    return new in moves[old]


def moved_send(send: Send, state: SendState, now: datetime, **changes: Any) -> Send:
    """Return the send in another state; ``Conflict`` if that may not follow: somebody else moved it meanwhile."""
    _check(SEND_MOVES, send.state, state)
    return replace(send, state=state, updated_at=now, **changes)


def moved_enrollment(one: Enrollment, state: EnrollmentState, now: datetime, **changes: Any) -> Enrollment:
    """Return the enrollment in another state, its row still to be told; ``Conflict`` if that may not follow."""
    _check(ENROLLMENT_MOVES, one.state, state)
    return replace(one, state=state, updated_at=now, is_unsaid=True, **changes)


def moved_campaign(one: Campaign, state: CampaignState, now: datetime, **changes: Any) -> Campaign:
    """Return the campaign in another state; ``Conflict`` if that may not follow."""
    _check(CAMPAIGN_MOVES, one.state, state)
    return replace(one, state=state, updated_at=now, **changes)


def _check(moves: Moves, old: StrEnum, new: StrEnum) -> None:
    if not may_follow(moves, old, new):
        raise Conflict("{old} is not followed by {new}.", reason="no_such_move", old=str(old), new=str(new))


def drawn() -> str:
    """Return ``docs/state_machine.md``."""
    parts = [
        "# State machines",
        "",
        "Drawn from `addon/sequences/states.py` by `python -m deploy.draw_states`; a test holds the two equal.",
    ]
    for title, first, moves in (
        ("Send: one step for one person", _S.QUEUED, SEND_MOVES),
        ("Enrollment: one lead in one campaign", _E.PAUSED, ENROLLMENT_MOVES),
        ("Campaign: a sequence run for people", _C.DRAFT, CAMPAIGN_MOVES),
    ):
        parts += ["", f"## {title}", "", *_diagram(first, moves), "", *_rows(moves)]
    return "\n".join(parts) + "\n"


def _diagram(first: StrEnum, moves: Moves) -> list[str]:
    lines = [f"    {old} --> {new}" for old, following in moves.items() for new in following]
    return ["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *lines, "```"]


def _rows(moves: Moves) -> list[str]:
    rows = [f"| {old} | {new} | {why} |" for old, following in moves.items() for new, why in following.items()]
    return ["| from | to | when |", "|---|---|---|", *rows]
