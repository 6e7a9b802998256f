"""users.drafts: made, shown, listed, replaced, deleted and sent as Gmail does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground import gmail_errors, gmail_sending
from playground.gmail_call import Call, Json, labelled, named, read_raw, shown
from playground.gmail_mailbox import Message
from playground.gmail_search import search


def create(call: Call) -> Json:
    """drafts.create: the message's own id counts for nothing; what has no recipient yet is kept all the same."""
    given = call.body.get("message", {})
    raw = read_raw(given)
    draft_id, message = gmail_sending.create_draft(call.store, call.mailbox, raw, given.get("threadId", ""))
    return {"id": draft_id, "message": labelled(message)}


def get(call: Call) -> Json:
    """drafts.get: whatever the id names by now, be it a sent mail."""
    draft_id = call.parameters["id"]
    message = call.mailbox.draft(draft_id)
    if message is None:
        raise gmail_errors.not_found()
    return {"id": draft_id, "message": shown(message, call.shape())}


def list_all(call: Call) -> Json:
    """drafts.list: the newest first, found by the same search as messages."""
    known = call.mailbox.draft_ids()
    everywhere = bool(call.parameters.get("includeSpamTrash"))
    found = search(call.query(), call.mailbox.newest(call.now), call.now, everywhere=everywhere)
    here, more = call.page([one for one in found if one.id in known])
    drafts = [{"id": known[one.id], "message": named(one)} for one in here]
    return ({"drafts": drafts} if drafts else {}) | more | {"resultSizeEstimate": len(drafts)}


def update(call: Call) -> Json:
    """drafts.update: another mail in its place."""
    given = call.body.get("message", {})
    thread_id = given.get("threadId")
    draft_id = call.parameters["id"]
    message = gmail_sending.replace_draft(call.store, call.mailbox, draft_id, read_raw(given), thread_id)
    return {"id": draft_id, "message": labelled(message)}


def delete(call: Call) -> None:
    """drafts.delete: for good."""
    gmail_sending.delete_draft(call.store, call.mailbox, call.parameters["id"])


def send(call: Call) -> Json:
    """drafts.send: by id alone as it is; with a message too that one goes out; a message without an id is new mail."""
    given, draft_id = call.body.get("message", {}), call.body.get("id", "")
    if not draft_id:
        if not given:
            raise gmail_errors.invalid("Missing draft id")
        return labelled(_send_new(call, given))
    if given.get("raw"):
        gmail_sending.replace_draft(call.store, call.mailbox, draft_id, read_raw(given), given.get("threadId"))
    sent = gmail_sending.send_draft(
        call.store,
        call.mailbox,
        draft_id,
        lingers_seconds=call.trouble.lingers_seconds,
        unreadable_seconds=call.trouble.unreadable_seconds,
    )
    return labelled(sent)


def send_message(call: Call) -> Json:
    """messages.send."""
    return labelled(_send_new(call, call.body))


def _send_new(call: Call, given: Mapping[str, Any]) -> Message:
    raw = read_raw(given)
    thread_id = gmail_sending.outgoing_thread(call.mailbox, raw, given.get("threadId", ""))
    lag = call.trouble.unreadable_seconds
    return gmail_sending.send(call.store, call.mailbox, raw, thread_id, unreadable_seconds=lag)
