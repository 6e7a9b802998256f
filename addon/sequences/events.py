"""Which event tells of which change."""

from __future__ import annotations

from datetime import datetime

from addon.lib.ids import digest
from addon.sequences.campaign_model import Campaign, Enrollment
from addon.sequences.delivery_model import Send, SendState
from addon.sequences.event_model import SYSTEM, Event, EventType
from addon.sequences.gate_model import Blocked, Effect

_OF_SEND = {
    SendState.SENT: EventType.SENT,
    SendState.HELD: EventType.HELD,
    SendState.FAILED: EventType.FAILED,
    SendState.CANCELLED: EventType.CANCELLED,
    SendState.DRAFTED: EventType.DEFERRED,
}

_OF_EFFECT = {
    Effect.WAIT: EventType.DEFERRED,
    Effect.PARK: EventType.DEFERRED,
    Effect.HOLD: EventType.HELD,
    Effect.END: EventType.CANCELLED,
}


def event_id(type: EventType, *change: str) -> str:
    """Return the id of the event of one change: what moved, and the version it moved from."""
    return digest("event", str(type), *change)


def send_event(send: Send, old: Send, now: datetime, by: str = SYSTEM) -> Event | None:
    """Return the event of a send that moved on from ``old``; None where nobody need be told."""
    kind = _OF_SEND.get(send.state)
    if kind is None or send.state is old.state:
        return None
    return Event(
        id=event_id(kind, send.id, old.version),
        type=kind,
        at=now,
        by=by,
        mailbox=send.mailbox,
        campaign=send.campaign,
        enrollment=send.enrollment,
        send=send.id,
        step_id=send.step_id,
        reason=send.reason or ("rate_limited" if kind is EventType.DEFERRED else ""),
        facts={"attempt": send.attempt, "requests": send.requests, "sent_by": send.sent_by},
    )


def stop_event(one: Enrollment, shut: Blocked, now: datetime) -> Event:
    """Return the event of a mail that a lock kept from going."""
    kind = _OF_EFFECT[shut.effect]
    return enrollment_event(one, kind, now, reason=str(shut.lock))


def enrollment_event(one: Enrollment, kind: EventType, now: datetime, *, by: str = SYSTEM, reason: str = "") -> Event:
    """Return an event of an enrollment, as it was before the change."""
    return Event(
        id=event_id(kind, one.id, one.version),
        type=kind,
        at=now,
        by=by,
        mailbox=one.mailbox,
        campaign=one.campaign,
        enrollment=one.id,
        send=one.send_id,
        step_id=one.step_id,
        reason=reason,
    )


def campaign_event(one: Campaign, kind: EventType, now: datetime, *, by: str, reason: str = "") -> Event:
    """Return an event of a whole campaign, as it was before the change."""
    return Event(
        id=event_id(kind, one.id, one.version),
        type=kind,
        at=now,
        by=by,
        mailbox=one.user,
        campaign=one.id,
        reason=reason,
        facts={"people": one.people},
    )
