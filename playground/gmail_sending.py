"""How mail leaves a mailbox and reaches others: what Gmail checks, rewrites, threads and delivers."""

from __future__ import annotations

import re
import secrets
from datetime import datetime, timedelta
from email.utils import format_datetime, formataddr, getaddresses

from playground import gmail_errors, gmail_headers
from playground.gmail_mailbox import DRAFT, INBOX, SENT, UNREAD, Head, Mailbox, Message
from playground.gmail_store import Mailboxes

MAX_BYTES = 36_700_160
"""35 MiB, of a message or a draft, by the discovery document."""

MAX_RECIPIENTS = 100
"""Of one message through the API, by Google's help on sending limits."""

UI_HEADERS = frozenset(
    {"from", "to", "cc", "bcc", "subject", "date", "message-id", "in-reply-to", "references", "mime-version"}
    | {"content-type", "content-transfer-encoding", "content-disposition"}
)
"""What survives when somebody edits or sends a draft in Gmail's own page."""

_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+")
_RECIPIENTS = ("To", "Cc", "Bcc")


def is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text)) and text.isprintable()


# --- what is written --------------------------------------------------------------------------------------------------
def prepared(mailbox: Mailbox, raw: bytes, now: datetime) -> bytes:
    """Return a mail as Gmail keeps it: a Message-ID of its own, a Date, and a From that is this mailbox's."""
    if len(raw) > MAX_BYTES:
        raise gmail_errors.too_large()
    made = gmail_headers.put(gmail_headers.crlf(raw), "Message-ID", fresh_rfc_id())
    head = Head(made)
    if not head.get("Date"):
        made = gmail_headers.put(made, "Date", format_datetime(now))
    senders = head.addresses("From")
    if len(senders) == 1 and mailbox.is_own(senders[0]):
        return made
    name = mailbox.user.name if mailbox.user else ""
    return gmail_headers.put(made, "From", formataddr((name, mailbox.address)))


def fresh_rfc_id() -> str:
    return f"<CA{secrets.token_urlsafe(38)}@mail.gmail.com>"


def outgoing_thread(mailbox: Mailbox, raw: bytes, thread_id: str) -> str:
    """Return the thread asked for if the mail fits it, else "": it then begins one of its own.

    By Google's guide to threads it fits with the same Subject and a reference to one of its mails.
    """
    if not thread_id:
        return ""
    thread = [one for one in mailbox.messages.values() if one.thread_id == thread_id]
    if not re.fullmatch(r"[0-9a-f]{1,16}", thread_id):
        raise gmail_errors.invalid("Invalid thread_id value")
    if not thread:
        raise gmail_errors.not_found()
    head = Head(raw)
    about, named = gmail_headers.topic(head.get("Subject")), head.answers
    same = any(gmail_headers.topic(one.head.get("Subject")) == about for one in thread)
    return thread_id if same and any(one.rfc_id in named for one in thread) else ""


def incoming_thread(mailbox: Mailbox, raw: bytes) -> str:
    """Return the thread of the mails it refers to and whose Subject it has; reports of delivery need no Subject."""
    head = Head(raw)
    about = gmail_headers.topic(head.get("Subject"))
    is_report = any(one.startswith(("mailer-daemon@", "postmaster@")) for one in head.addresses("From"))
    for known in reversed(mailbox.messages.values()):
        if known.rfc_id in head.answers and (is_report or gmail_headers.topic(known.head.get("Subject")) == about):
            return known.thread_id
    return ""


# --- sending ----------------------------------------------------------------------------------------------------------
def recipients(mailbox: Mailbox, head: Head) -> list[str]:
    """Return whom a mail goes to; Gmail's own refusals for nobody, for what is no address, for too many."""
    for name in _RECIPIENTS:
        written = [one for _, one in getaddresses([value for _, value in head.written(name)])]
        if head.get(name).strip() and not all(is_address(one) for one in written):
            raise gmail_errors.invalid(f"Invalid {name} header")
    found = head.addresses(*_RECIPIENTS)
    if not found:
        raise gmail_errors.invalid("Recipient address required")
    if set(found) & set(mailbox.habits.bad_recipients):
        raise gmail_errors.invalid("Invalid To header")
    if len(found) > MAX_RECIPIENTS:
        raise gmail_errors.invalid("Too many recipients")
    return found


def send(store: Mailboxes, mailbox: Mailbox, raw: bytes, thread_id: str, *, unreadable_seconds: float = 0.0) -> Message:
    """Send a mail from a mailbox: its SENT copy, and a copy in each recipient's mailbox."""
    now = store.now()
    made = prepared(mailbox, raw, now)
    everybody = recipients(mailbox, Head(made))
    store.quota.check_sending(mailbox.address, mailbox.habits)
    sent = mailbox.add(made, {SENT}, now, thread_id)
    lag = max(unreadable_seconds, mailbox.habits.read_lag_seconds)
    if lag:
        sent.readable_at = now + timedelta(seconds=lag)
    if mailbox.habits.search_lag_seconds:
        sent.searchable_at = now + timedelta(seconds=mailbox.habits.search_lag_seconds)
    mailbox.sent += 1
    store.quota.count_mail(mailbox.address)
    boxes = {id(box): box for box in (store.get(one) for one in everybody)}
    for box in boxes.values():
        if box is mailbox:
            mailbox.label(sent, {INBOX, UNREAD}, (), now)
            mailbox.received += 1
        else:
            deliver(store, box, made, mailbox.address)
    return sent


def deliver(store: Mailboxes, mailbox: Mailbox, raw: bytes, envelope_from: str) -> Message:
    """Put an arriving mail into a mailbox, with the marks of its way and without Bcc."""
    now = store.now()
    when = format_datetime(now)
    trace = (
        f"Return-Path: <{envelope_from}>",
        f"Received: by mail.playground.example with SMTP id {secrets.token_hex(8)} for <{mailbox.address}>; {when}",
    )
    arrived = gmail_headers.stamped(gmail_headers.without(raw, {"bcc", "return-path"}), trace)
    mailbox.received += 1
    return mailbox.add(arrived, {INBOX, UNREAD}, now, incoming_thread(mailbox, arrived))


# --- drafts -----------------------------------------------------------------------------------------------------------
def create_draft(store: Mailboxes, mailbox: Mailbox, raw: bytes, thread_id: str) -> tuple[str, Message]:
    """Keep a draft."""
    made = prepared(mailbox, raw, store.now())
    message = mailbox.add(made, {DRAFT}, store.now(), outgoing_thread(mailbox, made, thread_id))
    draft_id = f"r{secrets.randbelow(9 * 10**18) + 10**18}"
    mailbox.drafts[draft_id] = message.id
    return draft_id, message


def replace_draft(store: Mailboxes, mailbox: Mailbox, draft_id: str, raw: bytes, thread_id: str | None) -> Message:
    """Put another mail in a draft's place: its id stays, the message's rotates.

    Without ``thread_id`` it stays in its thread as long as its Subject does, as in Gmail's own page.
    """
    old = the_draft(mailbox, draft_id)
    made = prepared(mailbox, raw, store.now())
    if thread_id is None:
        same = gmail_headers.topic(Head(made).get("Subject")) == gmail_headers.topic(old.head.get("Subject"))
        kept = old.thread_id if same else ""
    else:
        kept = outgoing_thread(mailbox, made, thread_id)
    mailbox.remove(old, store.now())
    fresh = mailbox.add(made, {DRAFT}, store.now(), kept)
    mailbox.drafts[draft_id] = fresh.id
    return fresh


def send_draft(
    store: Mailboxes,
    mailbox: Mailbox,
    draft_id: str,
    *,
    kept: frozenset[str] | None = None,
    lingers_seconds: float = 0.0,
    unreadable_seconds: float = 0.0,
) -> Message:
    """Send a draft, which is consumed by it; ``kept`` are the header fields that go out, None for all."""
    draft = the_draft(mailbox, draft_id)
    raw = draft.raw if kept is None else gmail_headers.only(draft.raw, kept)
    sent = send(store, mailbox, raw, draft.thread_id, unreadable_seconds=unreadable_seconds)
    lag = max(lingers_seconds, mailbox.habits.linger_seconds)
    if lag:
        store.later(lag, lambda: _consume(store, mailbox, draft_id, draft, sent))
    else:
        _consume(store, mailbox, draft_id, draft, sent)
    return sent


def the_draft(mailbox: Mailbox, draft_id: str) -> Message:
    """Return the message of a draft; Gmail's refusals for one that is gone, or that was sent."""
    found = mailbox.draft(draft_id)
    if found is None:
        raise gmail_errors.not_found()
    if not found.is_draft:
        raise gmail_errors.invalid("Message not a draft")
    return found


def delete_draft(store: Mailboxes, mailbox: Mailbox, draft_id: str) -> None:
    """Delete for good whatever a draft's id names by now, be it the sent mail."""
    found = mailbox.draft(draft_id)
    if found is None:
        raise gmail_errors.not_found()
    del mailbox.drafts[draft_id]
    mailbox.remove(found, store.now())


def _consume(store: Mailboxes, mailbox: Mailbox, draft_id: str, draft: Message, sent: Message) -> None:
    if draft.id in mailbox.messages:
        mailbox.remove(draft, store.now())
    if mailbox.drafts.pop(draft_id, "") and mailbox.habits.pointer_outlives:
        mailbox.drafts[draft_id] = sent.id
