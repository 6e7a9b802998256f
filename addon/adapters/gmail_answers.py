"""Gmail's answers as our models. What an answer lacks, or holds in another shape, raises what Python raises."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from addon.accounts.sender_model import Alias
from addon.adapters.mime_content import content_hash_of, send_id_of
from addon.adapters.mime_headers import decoded
from addon.sequences.mail_model import HEADERS, Added, Changes, DraftFound, Found, MessageHead, RawMail, Watch

Json = Mapping[str, Any]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def alias_of(found: Json) -> Alias:
    """Return an address mails may be sent as, of an entry of ``sendAs``."""
    is_primary = bool(found.get("isPrimary", False))
    return Alias(
        address=found["sendAsEmail"],
        name=found.get("displayName", ""),
        is_primary=is_primary,
        is_default=bool(found.get("isDefault", False)),
        is_verified=is_primary or found.get("verificationStatus") == "accepted",
        reply_to=found.get("replyToAddress", ""),
    )


def draft_of(draft_id: str, message: Json) -> DraftFound:
    """Return a draft as it stands now, of its message in the format ``raw``."""
    raw = _bytes(message.get("raw", ""))
    return DraftFound(
        draft_id=draft_id,
        message_id=str(message["id"]),
        thread_id=str(message.get("threadId", "")),
        is_draft="DRAFT" in message.get("labelIds", []),
        body_hash=content_hash_of(raw) if raw else "",
        send_id=send_id_of(raw),
    )


def head_of(found: Json) -> MessageHead:
    """Return a message's head; of a header that stands there twice the first counts, as mail programs show it."""
    listed = found.get("payload", {}).get("headers", [])
    asked = {name.lower() for name in HEADERS}
    named = [(one["name"].lower(), one.get("value", "")) for one in reversed(listed)]
    return MessageHead(
        message_id=str(found["id"]),
        thread_id=str(found.get("threadId", "")),
        labels=frozenset(found.get("labelIds", [])),
        at=_taken_at(found),
        headers={name: decoded(name, value) for name, value in named if name in asked},
    )


def raw_of(found: Json) -> RawMail:
    """Return a whole message, of one in the format ``raw``."""
    return RawMail(
        message_id=str(found["id"]),
        thread_id=str(found.get("threadId", "")),
        labels=frozenset(found.get("labelIds", [])),
        at=_taken_at(found),
        source=_bytes(found["raw"]),
    )


def sent_of(found: Json) -> tuple[list[str], str | None]:
    """Return the message ids of a page of history, and the token of the next one."""
    return [str(one["id"]) for one in _messages(found)], found.get("nextPageToken")


def changes_of(found: Json, since: str) -> Changes:
    """Return a page of history. With more to come it goes on at its last entry; one without entries leads nowhere."""
    added: dict[str, Added] = {}
    for one in _messages(found):
        message = Added(
            message_id=str(one["id"]),
            thread_id=str(one.get("threadId", "")),
            labels=frozenset(one.get("labelIds", [])),
        )
        added.setdefault(message.message_id, message)
    is_more = bool(found.get("nextPageToken"))
    last = [str(entry["id"]) for entry in found.get("history", [])[-1:]] or [since]
    return Changes(
        added=tuple(added.values()), history_id=last[0] if is_more else str(found["historyId"]), is_more=is_more
    )


def found_of(found: Json) -> Found:
    """Return a page of message ids."""
    ids = (str(one["id"]) for one in found.get("messages", []))
    return Found(ids=tuple(dict.fromkeys(ids)), next_page=str(found.get("nextPageToken", "")))


def watch_of(found: Json) -> Watch:
    """Return how long a topic is told; ``expiration`` counts milliseconds."""
    return Watch(
        history_id=str(found["historyId"]), expires_at=_EPOCH + timedelta(milliseconds=int(found["expiration"]))
    )


def _messages(found: Json) -> Iterator[Json]:
    """Yield what was added, entry by entry."""
    return (one["message"] for entry in found.get("history", []) for one in entry.get("messagesAdded", []))


def _taken_at(found: Json) -> datetime:
    return _EPOCH + timedelta(milliseconds=int(found.get("internalDate", 0)))


def _bytes(encoded: str) -> bytes:
    return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))
