"""Whose mailbox it is: profile, labels, send-as addresses, what changed, and who wants to be told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from playground import gmail_errors
from playground.gmail_call import Call, Json, labelled, named
from playground.gmail_mailbox import SYSTEM_LABELS, UNREAD, Alias, Change, Mailbox

WATCHED_FOR = timedelta(days=7)
_TOPIC = re.compile(r"projects/[A-Za-z0-9:.-]+/topics/[A-Za-z][A-Za-z0-9._~+%-]*")
_ENTRIES = {
    "messageAdded": "messagesAdded",
    "messageDeleted": "messagesDeleted",
    "labelAdded": "labelsAdded",
    "labelRemoved": "labelsRemoved",
}


def profile(call: Call) -> Json:
    """users.getProfile."""
    messages = call.mailbox.messages.values()
    return {
        "emailAddress": call.mailbox.address,
        "messagesTotal": len(messages),
        "threadsTotal": len({one.thread_id for one in messages}),
        "historyId": str(call.mailbox.history_id),
    }


def history(call: Call) -> Json:
    """history.list: the changes after an id; the 404 of one from before what is kept."""
    start = _start(call)
    if start < call.mailbox.oldest_history:
        raise gmail_errors.not_found()
    kinds = set(call.parameters.get("historyTypes") or _ENTRIES)
    label = call.parameters.get("labelId", "")
    found = [one for one in call.mailbox.changes_since(start, call.now) if one.kind in kinds]
    here, more = call.page([one for one in found if not label or label in _labels_of(call.mailbox, one)])
    entries = [_entry(call.mailbox, one) for one in here]
    seen = call.mailbox.history_seen(start, call.now)
    return ({"history": entries} if entries else {}) | more | {"historyId": str(seen)}


def _start(call: Call) -> int:
    start = call.parameters.get("startHistoryId")
    if not start:
        raise gmail_errors.invalid("Missing startHistoryId" if start is None else "Invalid startHistoryId")
    if int(start) > call.mailbox.history_id:
        raise gmail_errors.invalid("Invalid startHistoryId")
    return int(start)


def _labels_of(mailbox: Mailbox, change: Change) -> Iterable[str]:
    """Return a message's labels by now, or, where it is gone, those it went with."""
    message = mailbox.messages.get(change.message_id)
    return message.labels if message else change.labels


def _entry(mailbox: Mailbox, change: Change) -> Json:
    message = mailbox.messages.get(change.message_id)
    plain = {"id": change.message_id, "threadId": change.thread_id}
    about: Json = labelled(message) if message else plain | {"labelIds": list(change.labels)}
    detail: Json = {"message": about}
    if change.kind.startswith("label"):
        detail["labelIds"] = list(change.labels)
    return {
        "id": str(change.id),
        "messages": [named(message) if message else plain],
        _ENTRIES[change.kind]: [detail],
    }


def list_labels(call: Call) -> Json:
    """labels.list: those every mailbox has."""
    del call
    return {"labels": [_label(name) for name in SYSTEM_LABELS]}


def get_label(call: Call) -> Json:
    """labels.get: with its counts."""
    name = call.parameters["id"]
    if name not in SYSTEM_LABELS:
        raise gmail_errors.not_found()
    found = [one for one in call.mailbox.newest(call.now) if name in one.labels]
    unread = [one for one in found if UNREAD in one.labels]
    return _label(name) | {
        "messagesTotal": len(found),
        "messagesUnread": len(unread),
        "threadsTotal": len({one.thread_id for one in found}),
        "threadsUnread": len({one.thread_id for one in unread}),
    }


def _label(name: str) -> dict[str, Any]:
    return {"id": name, "name": name, "type": "system"}


def list_send_as(call: Call) -> Json:
    """settings.sendAs.list."""
    return {"sendAs": [_send_as(call.mailbox, alias) for alias in call.mailbox.aliases]}


def get_send_as(call: Call) -> Json:
    """settings.sendAs.get."""
    wanted = str(call.parameters["sendAsEmail"]).lower()
    for alias in call.mailbox.aliases:
        if alias.address == wanted:
            return _send_as(call.mailbox, alias)
    raise gmail_errors.not_found()


def _send_as(mailbox: Mailbox, alias: Alias) -> Json:
    made: Json = {
        "sendAsEmail": alias.address,
        "displayName": alias.name,
        "replyToAddress": alias.reply_to,
        "signature": alias.signature,
        "isDefault": alias.is_default,
    }
    if alias.address == mailbox.address:
        return made | {"isPrimary": True}
    return made | {"treatAsAlias": True, "verificationStatus": "accepted" if alias.is_verified else "pending"}


def watch(call: Call) -> Json:
    """users.watch: a topic is told of what comes and goes for a week; one at a time."""
    topic = str(call.body.get("topicName") or "")
    if not _TOPIC.fullmatch(topic):
        raise gmail_errors.invalid("Invalid topicName does not match projects/*/topics/*")
    watched = call.mailbox.watched(call.now)
    if watched and watched != topic:
        raise gmail_errors.precondition(
            "Only one user push notification client allowed per developer (call /stop then try again)"
        )
    until = call.now + WATCHED_FOR
    call.mailbox.watch(topic, until)
    return {"historyId": str(call.mailbox.history_id), "expiration": str(int(until.timestamp() * 1000))}


def stop(call: Call) -> None:
    """users.stop."""
    call.mailbox.watch("", None)
