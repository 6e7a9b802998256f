"""A FakeAccount behind Google's own paths, for the real adapter; and every way in which a network can break.

``breaks`` are used up one a request. ``requests`` are (method, path, query, body), whatever became of them. ``before``
and ``after`` run around each effect with method and path: to kill the process that asked, for example.
"""

from __future__ import annotations

import base64
import json
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email import message_from_bytes
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from addon.errors import Rejected
from tests.fakes.gmail_account import FakeAccount, FakeEntry, FakeMessage
from tests.fakes.gmail_search import search

Json = dict[str, Any]
Query = Mapping[str, list[str]]


class Break(StrEnum):
    """What happens to a connection once its request was read; the effect comes first unless it is LOST."""

    LOST = "lost"
    CLOSED = "closed"
    RESET = "reset"
    CUT_OFF = "cut_off"
    HALF_JSON = "half_json"
    EMPTY = "empty"
    SILENT = "silent"


@dataclass(frozen=True, kw_only=True)
class Told:
    """An answer in place of Gmail's own; the request has no effect."""

    status: int
    body: Any = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)


def failure(status: int, reason: str = "", message: str = "", word: str = "", *details: Json) -> Told:
    """Return an error as Gmail words it."""
    listed = [{"message": message, "domain": "global", "reason": reason}]
    told: Json = {"code": status, "message": message, "errors": listed}
    if word:
        told["status"] = word
    if details:
        told["details"] = list(details)
    return Told(status=status, body={"error": told})


_FAILURES = {
    "not_found": failure(404, "notFound", "Requested entity was not found.", "NOT_FOUND"),
    "not_a_draft": failure(400, "invalidArgument", "Message not a draft", "INVALID_ARGUMENT"),
    "bad_mail": failure(400, "invalidArgument", "Invalid To header", "INVALID_ARGUMENT"),
    "no_topic": failure(
        400, "invalidArgument", "Invalid topicName does not match projects/p/topics/*", "INVALID_ARGUMENT"
    ),
    "other_topic": failure(
        400,
        "failedPrecondition",
        "Only one user push notification client allowed per developer (call /stop then try again)",
        "FAILED_PRECONDITION",
    ),
}


class GmailServer:
    """Serves one account to one token, or, where that is blank, to any."""

    def __init__(self, account: FakeAccount, token: str = "good") -> None:
        self.account, self.token = account, token
        self.before: Callable[[str, str], object] = lambda method, path: None
        self.after: Callable[[str, str], object] = lambda method, path: None
        self._lock = threading.RLock()
        self.breaks: deque[Break | Told] = deque()
        self.requests: list[tuple[str, str, Query, Json]] = []
        self.stopping = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"owner": self}))
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def stop(self) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)

    def answer(self, method: str, path: str, query: Query, body: Json) -> Told:
        """Return what Gmail answers, to one request after the other."""
        parts = [unquote(part) for part in path.removeprefix("/gmail/v1/users/me/").split("/")]
        with self._lock:
            self.before(method, path)
            self.account.settle()
            try:
                return Told(status=200, body=self._act(method, parts, query, body))
            except Rejected as error:
                return _FAILURES[error.reason]
            finally:
                self.after(method, path)

    def is_known(self, authorization: str) -> bool:
        """Whether an Authorization header opens the account."""
        return authorization == f"Bearer {self.token}" if self.token else authorization.startswith("Bearer ")

    def _act(self, method: str, parts: list[str], query: Query, body: Json) -> Json:
        match method, *parts:
            case "GET", "profile":
                return {"emailAddress": self.account.address, "historyId": self.account.history_id()}
            case "GET", "settings", "sendAs":
                return {"sendAs": _send_as(self.account)}
            case "POST", "drafts":
                return self._created(body["message"])
            case "POST", "drafts", "send":
                return _resource(self.account.send(body["id"]))
            case "DELETE", "drafts", draft_id:
                self._draft(draft_id)
                self.account.delete(draft_id)
                return {}
            case "GET", "drafts", draft_id:
                message = self._draft(draft_id)
                return {"id": draft_id, "message": _resource(message) | {"raw": _encoded(message.raw)}}
            case "GET", "drafts":
                found = self.account.latest_drafts(int(query["maxResults"][0]))
                return {"drafts": [{"id": id} for id in found]} if found else {}
            case "GET", "messages":
                return self._listed(query)
            case "GET", "messages", message_id:
                return _shown(_there(self.account.readable(message_id)), query)
            case "GET", "threads", thread_id:
                found = _there(self.account.thread(thread_id))
                return {"id": thread_id, "messages": [_headed(one, query) for one in reversed(found)]}
            case "GET", "history":
                return self._history(query)
            case "POST", "watch":
                return self._watched(body)
            case "POST", "stop":
                self.account.stop_watch()
                return {}
        raise Rejected(f"no such method: {method} {parts}", reason="not_found")

    def _created(self, message: Json) -> Json:
        padded = message["raw"] + "=" * (-len(message["raw"]) % 4)
        draft_id, made = self.account.create(base64.urlsafe_b64decode(padded), message.get("threadId", ""))
        return {"id": draft_id, "message": _resource(made)}

    def _watched(self, body: Json) -> Json:
        assert set(body) == {"topicName"}
        until = self.account.watch(body["topicName"])
        return {"historyId": self.account.history_id(), "expiration": str(int(until.timestamp() * 1000))}

    def _draft(self, draft_id: str) -> Any:
        return _there(self.account.messages.get(self.account.drafts.get(draft_id, "")))

    def _listed(self, query: Query) -> Json:
        found = search(query["q"][0], self.account, everywhere=query.get("includeSpamTrash") == ["true"])
        first = int(query.get("pageToken", ["0"])[0])
        last = first + int(query["maxResults"][0])
        listed = [{"id": one.id, "threadId": one.thread_id} for one in found[first:last]]
        page: Json = {"messages": listed} if listed else {}
        return page | ({"nextPageToken": str(last)} if last < len(found) else {})

    def _history(self, query: Query) -> Json:
        assert query["historyTypes"] == ["messageAdded"]
        since = query.get("startHistoryId", [""])[0]
        entries = self.account.entries_since(since)
        if entries is None:
            raise Rejected("too old", reason="not_found")
        label = query.get("labelId", [""])[0]
        found = [one for one in entries if not label or label in one.labels]
        first = int(query.get("pageToken", ["0"])[0])
        here, following = self.account.page_of(found, int(query["maxResults"][0]), first)
        page: Json = {"history": [_entry(one) for one in here]} if here else {}
        page |= {"nextPageToken": str(following)} if following else {}
        return page | {"historyId": self.account.history_seen(since)}


def _entry(entry: FakeEntry) -> Json:
    labels: Json = {"labelIds": sorted(entry.labels)} if entry.labels else {}
    message = {"id": entry.message_id, "threadId": entry.thread_id} | labels
    return {"id": str(entry.id), "messagesAdded": [{"message": message}]}


def _there(found: Any) -> Any:
    if not found:
        raise Rejected("gone", reason="not_found")
    return found


def _send_as(account: FakeAccount) -> list[Json]:
    """Aliases first: their order is Gmail's, not ours."""
    aliases = [
        {"sendAsEmail": one.address, "displayName": one.name, "replyToAddress": one.reply_to,
         "verificationStatus": "accepted" if one.is_verified else "pending"}
        for one in account.aliases
    ]  # fmt: skip
    return [*aliases, {"sendAsEmail": account.address, "isPrimary": True, "isDefault": True}]


def _resource(message: FakeMessage) -> Json:
    return {"id": message.id, "threadId": message.thread_id, "labelIds": sorted(message.labels)}


def _encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _shown(message: FakeMessage, query: Query) -> Json:
    """Return a message in the format asked for: its head, or whole."""
    if query["format"] == ["metadata"]:
        return _headed(message, query)
    assert query["format"] == ["raw"]
    return _taken(message) | {"raw": _encoded(message.source)}


def _taken(message: FakeMessage) -> Json:
    return _resource(message) | {"internalDate": str(int(message.at.timestamp() * 1000))}


def _headed(message: FakeMessage, query: Query) -> Json:
    """Return a message with the headers asked for, undecoded, as Gmail does with format=metadata."""
    assert query["format"] == ["metadata"]
    asked = {name.lower() for name in query["metadataHeaders"]}
    headers = [
        {"name": name, "value": str(value)}
        for name, value in message_from_bytes(message.raw).items()
        if name.lower() in asked - {"message-id"}
    ]
    headers.append({"name": "Message-Id", "value": message.rfc_id})
    return _taken(message) | {"payload": {"headers": headers}}


class _Handler(BaseHTTPRequestHandler):
    """One connection to ``owner``."""

    protocol_version = "HTTP/1.1"
    owner: GmailServer

    def do_GET(self) -> None:
        self.serve()

    def do_POST(self) -> None:
        self.serve()

    def do_DELETE(self) -> None:
        self.serve()

    def serve(self) -> None:
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = json.loads(data) if data else {}
        self.owner.requests.append((self.command, url.path, query, body))
        trouble = self.owner.breaks.popleft() if self.owner.breaks else None
        if isinstance(trouble, Told):
            self.write(trouble)
        elif trouble is Break.LOST:
            self.hang_up()
        elif not self.owner.is_known(self.headers.get("Authorization", "")):
            self.write(failure(401, "authError", "Invalid Credentials", "UNAUTHENTICATED"))
        else:
            _BREAKS.get(trouble, _Handler.write)(self, self.owner.answer(self.command, url.path, query, body))

    def write(self, told: Told, *, length: int = 0, cut: int | None = None) -> None:
        data = told.body if isinstance(told.body, bytes) else json.dumps(told.body).encode()
        self.send_response(told.status)
        for name, value in {"Content-Type": "application/json", **told.headers}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length or len(data[:cut])))
        self.end_headers()
        self.wfile.write(data[:cut])

    def hang_up(self, _: Told | None = None) -> None:
        self.close_connection = True

    def reset(self, _: Told) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def cut_off(self, told: Told) -> None:
        self.write(told, length=10_000)
        self.close_connection = True

    def half(self, told: Told) -> None:
        self.write(told, cut=9)

    def empty(self, told: Told) -> None:
        self.write(told, cut=0)

    def hang(self, _: Told) -> None:
        self.owner.stopping.wait(10)
        self.close_connection = True

    def log_message(self, *_: Any) -> None:
        pass


_BREAKS: dict[Break | None, Callable[[_Handler, Told], None]] = {
    Break.CLOSED: _Handler.hang_up,
    Break.RESET: _Handler.reset,
    Break.CUT_OFF: _Handler.cut_off,
    Break.HALF_JSON: _Handler.half,
    Break.EMPTY: _Handler.empty,
    Break.SILENT: _Handler.hang,
}
