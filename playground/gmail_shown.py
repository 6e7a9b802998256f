"""Mailboxes as the page shows them to people."""

from __future__ import annotations

import re
from email.utils import getaddresses
from typing import Any

from playground import gmail_content, gmail_headers
from playground.gmail_mailbox import UNREAD, Head, Mailbox, Message
from playground.gmail_store import Mailboxes

Json = dict[str, Any]
_PLAIN_NAME = re.compile(r"[^()<>@,;:\\\".\[\]]*")


def listing(store: Mailboxes) -> list[Json]:
    """Return whose mailboxes there are: the cast, then people outside in the order of their first mail."""
    return [
        {
            "address": box.address,
            "aliases": [alias.address for alias in box.aliases if alias.address != box.address],
            "name": box.user.name if box.user else "",
            "user": box.user.id if box.user else None,
            "zone": box.user.zone if box.user else None,
            "unread": sum(UNREAD in one.labels for one in box.messages.values()),
        }
        for box in store.all()
    ]


def threads(mailbox: Mailbox) -> list[Json]:
    """Return a mailbox's threads with all their messages, the oldest first, readable through the API or not yet."""
    found: dict[str, list[Message]] = {}
    for message in sorted(mailbox.messages.values(), key=lambda one: one.at):
        found.setdefault(message.thread_id, []).append(message)
    drafts = mailbox.draft_ids()
    return [
        {"id": thread_id, "messages": [_message(one, drafts.get(one.id)) for one in messages]}
        for thread_id, messages in found.items()
    ]


def _message(message: Message, draft_id: str | None) -> Json:
    text, html = gmail_content.texts(message.raw)
    head = message.head
    return {
        "id": message.id,
        "threadId": message.thread_id,
        "draftId": draft_id,
        "from": _people(head, "From"),
        "to": _people(head, "To"),
        "cc": _people(head, "Cc"),
        "subject": head.get("Subject"),
        "at": message.at.isoformat(),
        "text": text,
        "html": html,
        "labels": sorted(message.labels),
        "headers": [{"name": name, "value": gmail_headers.decoded(name, value)} for name, value in head.pairs],
    }


def _people(head: Head, name: str) -> str:
    """Return an address header for people: names decoded, and quoted where a comma in one would make two of it."""
    listed = getaddresses([value for _, value in head.written(name)])
    return ", ".join(_person(gmail_headers.decoded("Subject", called), address) for called, address in listed)


def _person(called: str, address: str) -> str:
    if not called:
        return address
    quoted = called if _PLAIN_NAME.fullmatch(called) else f'"{called.replace(chr(34), chr(39))}"'
    return f"{quoted} <{address}>"
