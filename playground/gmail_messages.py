"""users.messages and users.threads: read, found, labelled, thrown away."""

from __future__ import annotations

from playground import gmail_content, gmail_errors
from playground.gmail_call import Call, Json, labelled, named, shown
from playground.gmail_mailbox import DRAFT, SENT, SYSTEM_LABELS, TRASH, Message
from playground.gmail_search import search

FIXED = frozenset({SENT, DRAFT})
"""Labels no client sets or takes away."""


def get(call: Call) -> Json:
    """messages.get."""
    return shown(call.message, call.shape(), call.parameters.get("metadataHeaders"))


def list_all(call: Call) -> Json:
    """messages.list: ids only, the newest first."""
    here, more = call.page(_found(call))
    return ({"messages": [named(one) for one in here]} if here else {}) | more | {"resultSizeEstimate": len(here)}


def modify(call: Call) -> Json:
    """messages.modify."""
    add, remove = call.body.get("addLabelIds", []), call.body.get("removeLabelIds", [])
    for label in (*add, *remove):
        if label in FIXED:
            raise gmail_errors.invalid(f"Invalid label: {label}")
        if label not in SYSTEM_LABELS:
            raise gmail_errors.invalid("labelId not found")
    message = call.message
    call.mailbox.label(message, add, remove, call.now)
    return labelled(message)


def trash(call: Call) -> Json:
    """messages.trash."""
    message = call.message
    call.mailbox.label(message, {TRASH}, {"INBOX"}, call.now)
    return labelled(message)


def untrash(call: Call) -> Json:
    """messages.untrash."""
    message = call.message
    call.mailbox.label(message, (), {TRASH}, call.now)
    return labelled(message)


def get_thread(call: Call) -> Json:
    """threads.get: its messages, the oldest first."""
    thread_id = call.parameters["id"]
    found = call.mailbox.thread(thread_id, call.now)
    if not found:
        raise gmail_errors.not_found()
    shape, headers = call.shape(), call.parameters.get("metadataHeaders")
    newest = max(one.history_id for one in found)
    return {"id": thread_id, "historyId": str(newest), "messages": [shown(one, shape, headers) for one in found]}


def list_threads(call: Call) -> Json:
    """threads.list: the threads with a message that is found, by the newest such message."""
    first: dict[str, Message] = {}
    for message in _found(call):
        first.setdefault(message.thread_id, message)
    here, more = call.page(list(first.values()))
    threads = [
        {"id": one.thread_id, "snippet": gmail_content.snippet(one.raw), "historyId": str(one.history_id)}
        for one in here
    ]
    return ({"threads": threads} if threads else {}) | more | {"resultSizeEstimate": len(threads)}


def _found(call: Call) -> list[Message]:
    labels = set(call.parameters.get("labelIds", []))
    everywhere = bool(call.parameters.get("includeSpamTrash")) or TRASH in labels
    found = search(call.query(), call.mailbox.newest(call.now), call.now, everywhere=everywhere)
    return [one for one in found if labels <= one.labels]
