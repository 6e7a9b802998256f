"""A message that was heard of Tom, as stored; a test names only what it is about."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from addon.ports import Documents
from addon.sequences.campaign_model import EnrollmentState
from addon.sequences.repository import SequenceRepository
from addon.tracking.heard_model import Heard
from addon.tracking.inbound_model import InboundKind
from addon.tracking.repository import TrackingRepository
from tests.fakes.enrolled import LEAD, NOW, OWNER, TENANT, a_campaign, an_enrollment


def a_heard(**changes: Any) -> Heard:
    """Tom asks for a date an hour before ``NOW``."""
    at = NOW - timedelta(hours=1)
    made: dict[str, Any] = {
        "id": "h1", "tenant": TENANT, "mailbox": OWNER, "message_id": "m9", "thread_id": "t1", "enrollment": "e1",
        "campaign": "c1", "kind": InboundKind.REPLY, "at": at, "look_at": at, "sender": LEAD, "sender_name": "Tom",
        "words": "Could you show us next week?", "intent": "wants_date", "mood": "positive", "needs_answer": True,
    }  # fmt: skip
    return Heard(**made | changes)


def keep(documents: Documents, *heard: Heard, enrollment: dict[str, Any] | None = None, **campaign: Any) -> None:
    """Store messages, whom they are about, who answered and thereby ended the sequence, and the campaign."""
    store, tracking = SequenceRepository(documents), TrackingRepository(documents)
    answered = {"state": EnrollmentState.REPLIED, "sent": {"first": NOW - timedelta(days=1)}, "next_at": None}
    one = an_enrollment(**answered | {"version": ""} | (enrollment or {}))
    store.commit([store.campaign_write(a_campaign(version="", **campaign)), store.enrollment_write(one)])
    tracking.commit([tracking.heard_write(found) for found in heard])
