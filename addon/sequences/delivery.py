"""What becomes of a send when Gmail answered, when it did not, and when evidence was read (DESIGN 5.1).

Pure: every function takes the send as stored and returns it as it shall be stored next.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from addon.lib.ids import digest
from addon.sequences.delivery_model import (
    Ambiguous,
    Answer,
    AuthLost,
    BadRecipient,
    Copy,
    Delivered,
    Evidence,
    Limited,
    Send,
    SendState,
)
from addon.sequences.states import moved_send

SETTLE = timedelta(seconds=300)
"""How long after a request nothing is concluded: five times the longest a request may take."""

LOOKS = (SETTLE, timedelta(minutes=10), timedelta(hours=1), timedelta(hours=24))
"""When the reconciler looks, counted from the request; after the last it is a person's to decide."""

STRICT_LOOKS = LOOKS[:3]
"""The same where the draft still stands and strict mode forbids to send it again: more looks would settle no more."""

HAND_SLACK = timedelta(seconds=60)
"""How much earlier than our request a copy sent by hand may be: two clocks."""

EDITED, DELETED, GONE, UNCLEAR = "edited_draft", "deleted_draft", "draft_gone", "ambiguous"
RECONNECT, BAD_RECIPIENT, REPLACED, LEFT = "reconnect", "bad_recipient", "replaced", "left_in_drafts"
"""Words for ``Send.reason``; the cards have a sentence for each."""


def send_id(tenant: str, enrollment: str, step_id: str, attempt: int = 1) -> str:
    """Return the id of a send; further attempts, which a user confirmed, are hashed with their number."""
    return digest("send", tenant, enrollment, step_id, *([str(attempt)] if attempt > 1 else []))


def requested(send: Send, now: datetime) -> Send:
    """Return the send as it is stored just before ``drafts.send`` is asked, once."""
    return moved_send(
        send,
        SendState.SENDING,
        now,
        requested_at=now,
        requests=send.requests + 1,
        is_doubted=send.may_be_out,
        looks=0,
        look_at=now + SETTLE,
    )


def after_answer(send: Send, answer: Answer, now: datetime) -> Send:
    """Return the send after Gmail's answer to ``drafts.send``; an ambiguous one leaves it ``sending``."""
    match answer:
        case Delivered():
            return _sent(send, now, answer.message_id, answer.thread_id)
        case Limited():
            return moved_send(send, SendState.DRAFTED, now, not_before=answer.until, look_at=None)
        case AuthLost():
            asked = send.requested_at if send.is_doubted else None  # access was refused, so nothing went
            return moved_send(send, SendState.HELD, now, reason=RECONNECT, look_at=None, requested_at=asked)
        case BadRecipient(is_draft_there=True):
            return moved_send(send, SendState.FAILED, now, reason=BAD_RECIPIENT, look_at=None)
        case BadRecipient() | Ambiguous():
            return send


def reconciled(send: Send, evidence: Evidence, now: datetime, *, is_strict: bool, may_go: bool) -> Send | None:
    """Return what evidence makes of a send in ``sending``; None says: ask for the same draft once more.

    ``may_go`` is False where the gate would not let the mail go any more.
    """
    if evidence.copy is not None:
        return found_sent(send, evidence.copy, now)
    if not evidence.is_draft_there:
        return _look_again(send, now, LOOKS, GONE)
    if not may_go:
        return moved_send(send, SendState.CANCELLED, now, reason=LEFT, look_at=None)
    return _look_again(send, now, STRICT_LOOKS, UNCLEAR) if is_strict else None


def found_sent(send: Send, copy: Copy, now: datetime) -> Send:
    """Return the send as sent, by the copy that was found."""
    return moved_send(
        send,
        SendState.SENT,
        now,
        message_id=copy.message_id,
        thread_id=copy.thread_id,
        rfc_message_id=copy.rfc_message_id,
        sent_at=copy.sent_at,
        sent_by="us" if copy.is_ours else "user",
        reason="",
        look_at=None,
    )


def before_request(send: Send, evidence: Evidence, body_hash: str, now: datetime) -> Send | None:
    """Return what a draft that is not as we made it makes of a send in ``drafted``; None if it is as it was."""
    if evidence.is_draft_there:
        is_same = body_hash == send.body_hash
        return None if is_same else moved_send(send, SendState.HELD, now, reason=EDITED)
    if evidence.copy is not None:
        return found_sent(send, evidence.copy, now)
    return moved_send(send, SendState.HELD, now, reason=GONE if send.may_be_out else DELETED)


def retried(send: Send, evidence: Evidence, body_hash: str, now: datetime) -> Send | None:
    """Return what Retry makes of a held send; None says that a copy may be out and the user must be asked.

    A draft the user edited is taken as they left it: they saw the reason and pressed Retry.
    """
    if evidence.copy is not None:
        return found_sent(send, evidence.copy, now)
    if evidence.is_draft_there and is_settled(send, now):
        return moved_send(send, SendState.DRAFTED, now, reason="", body_hash=body_hash, not_before=None, look_at=None)
    if not send.may_be_out:
        return moved_send(send, SendState.QUEUED, now, reason="", draft_id="", body_hash="", not_before=None)
    return None


def may_stand(send: Send) -> bool:
    """Whether a send's draft may still stand in the user's Drafts, as far as we know."""
    return bool(send.draft_id) and send.reason not in (DELETED, GONE)


def is_settled(send: Send, now: datetime) -> bool:
    """Whether the last request is old enough for another one of the same draft."""
    return send.requested_at is None or now - send.requested_at >= SETTLE


def next_attempt(send: Send, now: datetime) -> tuple[Send, Send]:
    """Return a held send closed, and the attempt after it, which the user confirmed knowing a copy may be out.

    The draft of the closed one may still stand, and is listed to the user.
    """
    reason = LEFT if may_stand(send) else REPLACED
    closed = moved_send(send, SendState.CANCELLED, now, reason=reason, look_at=None)
    fresh = Send(
        id=send_id(send.tenant, send.enrollment, send.step_id, send.attempt + 1),
        tenant=send.tenant,
        campaign=send.campaign,
        enrollment=send.enrollment,
        mailbox=send.mailbox,
        step_id=send.step_id,
        attempt=send.attempt + 1,
        created_at=now,
        updated_at=now,
    )
    return closed, fresh


def marked_sent(send: Send, now: datetime) -> Send:
    """Return a held send as the user says it is: sent by them, or seen in their Sent folder."""
    return moved_send(send, SendState.SENT, now, sent_at=now, sent_by="user", reason="", look_at=None)


def _sent(send: Send, now: datetime, message_id: str, thread_id: str) -> Send:
    return moved_send(
        send, SendState.SENT, now,
        message_id=message_id, thread_id=thread_id, sent_at=now, sent_by="us", reason="", look_at=None,
    )  # fmt: skip


def _look_again(send: Send, now: datetime, looks: tuple[timedelta, ...], reason: str) -> Send:
    """Return the send with its next look, or held when the last look was in vain; a clock set back looks later."""
    asked = send.requested_at or now
    following = next((look for look in looks[send.looks + 1 :] if asked + look > now), None)
    if following is None:
        return moved_send(send, SendState.HELD, now, reason=reason, look_at=None)
    at = looks.index(following)
    return moved_send(send, SendState.SENDING, now, looks=at, look_at=asked + following)
