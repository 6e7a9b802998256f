"""The event log: ``tenants/{t}/events``, append-only; an event is written with the change it tells of, both or none."""

from __future__ import annotations

from typing import Any

from addon.ports import Create, Documents, Query, Snapshot
from addon.sequences.event_model import Event, EventType


def event_write(tenant: str, event: Event) -> Create:
    """Return the write that appends an event; told twice, the second commit is a ``Conflict``."""
    return Create(_events(tenant), event.id, _data(event))


class EventLog:
    """Reads the log."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def of_campaign(self, tenant: str, campaign: str, most: int = 100) -> list[Event]:
        """Return the latest events of a campaign, newest first."""
        query = Query(where={"campaign": campaign}, order="-at", limit=most)
        return [_event(one) for one in self._documents.find(_events(tenant), query).found]

    def of_enrollment(self, tenant: str, enrollment: str, most: int = 100) -> list[Event]:
        """Return the latest events of an enrollment, newest first."""
        query = Query(where={"enrollment": enrollment}, order="-at", limit=most)
        return [_event(one) for one in self._documents.find(_events(tenant), query).found]


def _events(tenant: str) -> str:
    return f"tenants/{tenant}/events"


def _data(event: Event) -> dict[str, Any]:
    return {
        "type": str(event.type),
        "at": event.at,
        "by": event.by,
        "mailbox": event.mailbox,
        "campaign": event.campaign,
        "enrollment": event.enrollment,
        "send": event.send,
        "step_id": event.step_id,
        "reason": event.reason,
        "facts": dict(event.facts),
    }


def _event(found: Snapshot) -> Event:
    data = {name: value for name, value in found.data.items() if name != "rev"}
    return Event(**{**data, "id": found.id, "type": EventType(data["type"])})
