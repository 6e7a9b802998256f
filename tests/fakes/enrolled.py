"""One lead in one campaign and its mail under way, as stored; a test names only what it is about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from addon.sequences.approval import digest_of
from addon.sequences.campaign_model import Approved, Campaign, CampaignState, Enrollment, EnrollmentState, Mail, Source
from addon.sequences.delivery import send_id
from addon.sequences.delivery_model import Send
from addon.sequences.mail_model import SEND_HEADER, MessageHead
from addon.sequences.recipe_model import Place, Recipe, Step, Window

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday on which the window is open in Hull and in Berlin."""

TENANT, OWNER, LEAD = "nordwind.example", "1001", "tom@acme.example"
STEPS = ("first", "follow_up_1", "follow_up_2")
DAYS = (0, 3, 5)


def a_campaign(**changes: Any) -> Campaign:
    """A confirmed campaign of three steps that is running."""
    steps = tuple(Step(id=id, after_days=days) for id, days in zip(STEPS, DAYS, strict=True))
    made: dict[str, Any] = {
        "id": "c1", "tenant": TENANT, "user": OWNER, "name": "Leads", "state": CampaignState.RUNNING,
        "source": Source(spreadsheet_id="file", sheet_id=0, tab="Leads"),
        "recipe": Recipe(steps=steps, window=Window(keeps_holidays=False)),
        "created_at": NOW, "updated_at": NOW, "approval": "digest", "people": 1, "version": "7",
    }  # fmt: skip
    return Campaign(**made | changes)


def an_approved(step_id: str = "first", days: int = 0, to: str = LEAD) -> Approved:
    mail = Mail(
        step_id=step_id, sender="ana@nordwind.example", sender_name="Ana", to=to, to_name="Tom",
        subject="Routes", text=f"Hi Tom, {step_id}.", html="",
    )  # fmt: skip
    return Approved(mail=mail, digest=digest_of(mail), days=days)


def an_enrollment(**changes: Any) -> Enrollment:
    """A lead whose first mail is due now."""
    made: dict[str, Any] = {
        "id": "e1", "tenant": TENANT, "campaign": "c1", "mailbox": OWNER, "lead_id": "L1", "person": "p1",
        "company": "acme.example", "to": LEAD, "place": Place(zone="Europe/Berlin"),
        "mails": tuple(an_approved(id, days) for id, days in zip(STEPS, DAYS, strict=True)),
        "state": EnrollmentState.ACTIVE, "step_id": "first", "next_at": NOW, "updated_at": NOW, "version": "3",
    }  # fmt: skip
    return Enrollment(**made | changes)


def a_send(**changes: Any) -> Send:
    """The first mail, of which nothing was asked yet."""
    made: dict[str, Any] = {
        "id": send_id(TENANT, "e1", "first"), "tenant": TENANT, "campaign": "c1", "enrollment": "e1",
        "mailbox": OWNER, "step_id": "first", "created_at": NOW, "updated_at": NOW, "version": "5",
    }  # fmt: skip
    return Send(**made | changes)


def a_head(*, send: str = "", labels: tuple[str, ...] = ("SENT",), at: datetime = NOW, **changes: Any) -> MessageHead:
    """A message to the lead that left the mailbox; ``send`` is what our header says, ``""``: a hand wrote it."""
    headers = {"to": f"Tom <{LEAD}>", "message-id": "<m1@mail.example>"} | ({SEND_HEADER.lower(): send} if send else {})
    made: dict[str, Any] = {
        "message_id": "m1", "thread_id": "t1", "labels": frozenset(labels), "at": at,
        "headers": headers | changes.pop("headers", {}),
    }  # fmt: skip
    return MessageHead(**made | changes)
