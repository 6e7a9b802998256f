"""What people do in mailboxes: our users in Gmail's own page, and people outside who write to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from playground import gmail_headers, gmail_sending
from playground.gmail_mailbox import SENT, UNREAD, Mailbox, Message
from playground.gmail_store import Mailboxes

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,70}")
_BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")
_OF_THE_BODY = ("content-", "mime-version")
Fields = Iterable[tuple[str, str]]


class HandError(ValueError):
    """What a person tried cannot be done; the message goes to the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A mail from outside as somebody typed it. ``in_reply_to`` is the Message-ID it answers, "" for a new one."""

    sender: str
    subject: str
    text: str
    html: str = ""
    in_reply_to: str = ""
    headers: dict[str, str] = field(default_factory=dict)


# --- somebody outside -------------------------------------------------------------------------------------------------
def receive(store: Mailboxes, address: str, written: Written) -> Message:
    """Let a mail arrive in a mailbox; it stands in its writer's mailbox too."""
    people = gmail_headers.addresses([written.sender])
    if len(people) != 1 or not gmail_sending.is_address(people[0]):
        raise HandError("from must be one address")
    mailbox = store.find(address)
    if mailbox is None:
        raise HandError(f"there is no mailbox {address}")
    known = [box for box in (store.find(people[0]), mailbox) if box]
    answered = _answered(known, written.in_reply_to)
    raw = _composed(store, mailbox, written, answered)
    writer = store.get(people[0])
    if writer is not mailbox:
        writer.add(raw, {SENT}, store.now(), gmail_sending.incoming_thread(writer, raw))
        writer.sent += 1
    return gmail_sending.deliver(store, mailbox, raw, people[0])


def _answered(mailboxes: Iterable[Mailbox], rfc_id: str) -> Message | None:
    """Return the message that is answered, from the first of the mailboxes that has it."""
    if not rfc_id:
        return None
    for mailbox in mailboxes:
        for one in mailbox.messages.values():
            if one.rfc_id == rfc_id:
                return one
    raise HandError("there is no such mail to answer")


def _composed(store: Mailboxes, mailbox: Mailbox, written: Written, answered: Message | None) -> bytes:
    domain = gmail_headers.addresses([written.sender])[0].rpartition("@")[2]
    fields = {
        "From": written.sender,
        "To": _to(store, mailbox, answered),
        "Subject": written.subject,
        "Date": format_datetime(store.now()),
        "Message-ID": f"<{gmail_sending.fresh_rfc_id()[3:31]}@{domain}>",
    }
    return _mail([*(fields | _chain(answered) | written.headers).items()], written.text, written.html)


def _chain(answered: Message | None) -> dict[str, str]:
    """Return the fields that tie a mail to the one it answers."""
    if answered is None:
        return {}
    named = dict.fromkeys([*gmail_headers.ids(answered.head.values("References")), answered.rfc_id])
    return {"In-Reply-To": answered.rfc_id, "References": " ".join(named)}


def _to(store: Mailboxes, mailbox: Mailbox, answered: Message | None) -> str:
    """Return whom an answer goes to: where the answered mail asks for it, as its writer is named there."""
    asked = (answered.head.written("Reply-To") or answered.head.written("From")) if answered else []
    for _, value in asked:
        if any(store.find(one) is mailbox for one in gmail_headers.addresses([value])):
            return gmail_headers.decoded("To", value)
    return _own(mailbox)


def _own(mailbox: Mailbox) -> str:
    return formataddr((mailbox.user.name if mailbox.user else "", mailbox.address))


# --- our users --------------------------------------------------------------------------------------------------------
def edit_draft(store: Mailboxes, mailbox: Mailbox, draft_id: str, to: str, subject: str, text: str) -> Message:
    """Save a draft in Gmail's page: the message's id rotates, our own header fields are lost, the text is plain."""
    old = gmail_sending.the_draft(mailbox, draft_id)
    kept = [(name, gmail_headers.decoded(name, value)) for name, value in old.head.written(*_KEPT)]
    raw = _mail([("From", old.head.get("From")), ("To", to), ("Subject", subject), *kept], text)
    return gmail_sending.replace_draft(store, mailbox, draft_id, raw, None)


_KEPT = ("Cc", "Bcc", "In-Reply-To", "References")


def send_draft(store: Mailboxes, mailbox: Mailbox, draft_id: str) -> Message:
    """Press Send on a draft in Gmail's page: our own header fields are lost."""
    return gmail_sending.send_draft(store, mailbox, draft_id, kept=gmail_sending.UI_HEADERS)


def delete_draft(store: Mailboxes, mailbox: Mailbox, draft_id: str) -> None:
    """Throw a draft away in Gmail's page: only what is still one."""
    gmail_sending.the_draft(mailbox, draft_id)
    gmail_sending.delete_draft(store, mailbox, draft_id)


def write(store: Mailboxes, mailbox: Mailbox, to: str, subject: str, text: str, in_reply_to: str = "") -> Message:
    """Send a mail of one's own, in the thread of the mail it answers."""
    answered = _answered([mailbox], in_reply_to)
    fields = {"From": _own(mailbox), "To": to, "Subject": subject} | _chain(answered)
    raw = _mail(fields.items(), text)
    thread_id = gmail_sending.outgoing_thread(mailbox, raw, answered.thread_id if answered else "")
    return gmail_sending.send(store, mailbox, raw, thread_id)


def read(store: Mailboxes, mailbox: Mailbox, message_id: str) -> None:
    """Open a message."""
    message = mailbox.messages.get(message_id)
    if message is None:
        raise HandError("this message is gone")
    mailbox.label(message, (), {UNREAD}, store.now())


# --- writing ----------------------------------------------------------------------------------------------------------
def _mail(fields: Fields, text: str, html: str = "") -> bytes:
    """Return a mail as a program of today writes it; HandError for what no mail can hold. Empty fields are left out."""
    made = EmailMessage(policy=SMTP)
    try:
        for name, value in fields:
            if not _NAME.fullmatch(name) or name.lower().startswith(_OF_THE_BODY):
                raise HandError(f"{name[:40]!r} is no header field to set")
            del made[name]
            if value.strip():
                made[name] = _BREAKS.sub(" ", value)
        made.set_content(text)
        if html:
            made.add_alternative(html, subtype="html")
        return made.as_bytes()
    except (MessageError, ValueError, LookupError, AttributeError, TypeError) as error:
        if isinstance(error, HandError):
            raise
        raise HandError("no mail can hold this") from error  # the library gives up on some texts in its own ways
