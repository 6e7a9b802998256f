"""A heard message as the card shows it, with what is known of the person around it."""

from __future__ import annotations

from addon.leads.model import Field
from addon.leads.standing_model import RowNow
from addon.lib.address import normalise
from addon.sequences.campaign_model import Campaign, Enrollment
from addon.tracking.heard_model import Heard
from addon.tracking.reply_model import OpenReply


def shown(
    heard: Heard, one: Enrollment | None, campaign: Campaign | None, row: RowNow | None, *, account: str, zone: str
) -> OpenReply:
    """Return what a card shows; what is not known of the person or their row is blank.

    ``account`` is the Gmail account of a message whose campaign is gone, ``zone`` the reader's time zone.
    """
    to = one.to if one else heard.sender
    return OpenReply(
        id=heard.id,
        kind=heard.kind,
        at=heard.at,
        zone=zone,
        thread_id=heard.thread_id,
        address=to,
        name=_name(row),
        company=row.lead.value(Field.COMPANY) if row else "",
        row=row.row if row else 0,
        campaign=campaign.name if campaign else "",
        step=_step(heard, one),
        account=(campaign.account if campaign else "") or account,
        intent=heard.intent,
        mood=heard.mood,
        words=heard.words,
        sender=heard.sender if heard.sender.lower() != to.lower() else "",
        sender_name=heard.sender_name,
        contact=_contact(heard, to),
        contact_name=heard.contact_name,
        until=heard.until,
        outcome=heard.outcome,
    )


def _name(row: RowNow | None) -> str:
    if row is None:
        return ""
    parts = (row.lead.value(Field.FIRST_NAME), row.lead.value(Field.LAST_NAME))
    return row.lead.value(Field.FULL_NAME) or " ".join(filter(None, parts))


def _contact(heard: Heard, to: str) -> str:
    """Return whom the message names if a mail could be sent to them, and they are somebody else."""
    found = normalise(heard.contact) or ""
    return found if found != normalise(to) else ""


def _step(heard: Heard, one: Enrollment | None) -> int:
    """Return the number of the last step that had gone when the message came."""
    return max(sum(at <= heard.at for at in one.sent.values()), 1) if one else 1
