"""Asks Gmail to send a draft: exactly one request, and what its answer says for certain (DESIGN 5.1)."""

from __future__ import annotations

from datetime import datetime

from addon.errors import AssistantError, Invalid, Rejected, Unavailable
from addon.sequences.delivery_model import Ambiguous, Answer, AuthLost, BadRecipient, Delivered, Limited, Send
from addon.sequences.desk_dispatch import Desk, later
from addon.sequences.listen_dispatch import SOON
from addon.sequences.ramp import DAY


def asked_to_send(desk: Desk, send: Send) -> Answer:
    """Ask once, and return what came back; whatever is not certain is ``Ambiguous``."""
    try:
        done = desk.ask_once(lambda mailbox: mailbox.send_draft(send.draft_id))
    except Unavailable as error:
        return _limited(error, desk.now())
    except Rejected as error:
        if error.reason == "access_expired":
            return AuthLost()
        return _looked(desk, send) if error.reason == "bad_mail" else Ambiguous()
    except Invalid:
        return Ambiguous()
    return Delivered(message_id=done.message_id, thread_id=done.thread_id)


def _looked(desk: Desk, send: Send) -> Answer:
    """Look whether the draft of a mail that was refused is still there."""
    try:
        found = desk.ask(lambda mailbox: mailbox.find_draft(send.draft_id))
    except AssistantError:
        return Ambiguous()
    return BadRecipient(is_draft_there=found is not None and found.is_draft)


def _limited(error: Unavailable, now: datetime) -> Answer:
    """Return Gmail's refusal before accepting, or that nothing certain is known."""
    if error.reason in ("rate_limited", "concurrent"):
        return Limited(until=later(error, now, SOON))
    if error.reason == "mail_limit":
        return Limited(until=later(error, now, DAY), stops_mailbox=True)
    return Ambiguous()
