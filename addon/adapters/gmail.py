"""Gmail through google-api-python-client: the Mailbox port, one request a method, none repeated.

A draft is sent by ``{"id": …}`` and nothing else: a body with a message in it would be another mail.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from addon.accounts.sender_model import Alias
from addon.adapters.gmail_answers import alias_of, changes_of, draft_of, found_of, head_of, raw_of, sent_of, watch_of
from addon.adapters.gmail_errors import CONCURRENT_PAUSE, gmail_error
from addon.adapters.gmail_slots import Slots
from addon.adapters.gmail_units import units_of
from addon.adapters.google import call
from addon.errors import AssistantError, Invalid, Rejected, Unavailable
from addon.lib.clock import real_now
from addon.ports import Mailbox
from addon.sequences.mail_model import (
    HEADERS,
    Changes,
    Delivery,
    DraftFound,
    DraftMade,
    Found,
    MessageHead,
    Profile,
    RawMail,
    Watch,
)

ME = "me"

SEND_SECONDS = 60.0
"""How long an answer to a send is waited for, the client library's own default; the reconciler waits 300."""

MOST_PAGES = 20
"""Pages of 500 entries read of one history; a longer one counts as lost, and the search is asked."""

MOST_DRAFTS = 100
"""Drafts that are listed: those of ours that went astray are among the latest."""

WAIT_SECONDS = 0.25
"""How long a request waits for a place; the caller comes back later rather than keep a worker."""

_PAGE = 500
_LISTENING_PAGE = 100

_LOST = ("not_found", "bad_mail")
"""How a history is refused: 404 is a start that is too old, 400 one that is none of this mailbox's."""

_NO_TOPIC = ("not_found", "bad_mail")
"""How a topic is refused: 404 is one that is not there, 400 one of another project, or none at all."""

Answer = TypeVar("Answer")


class GmailMailboxes:
    """Opens mailboxes at ``endpoint``; the service description is built once, on first use.

    ``now`` is the time limits are counted from that only say how long they last.
    """

    def __init__(self, endpoint: str, timeout_seconds: float = 25.0, now: Callable[[], datetime] = real_now) -> None:
        self._endpoint = endpoint
        self._timeout_seconds = timeout_seconds
        self._now = now
        self._lock = threading.Lock()
        self.slots = Slots()
        self.send_seconds = SEND_SECONDS
        self._users: Any = None
        self._pool: Any = None

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> Mailbox:
        """Return the mailbox that token is good for; makes no call."""
        with self._lock:
            if self._users is None:
                self._build()
        return GmailMailbox(
            self._users,
            self._pool.authorized(access_token),
            self._pool.authorized(access_token, self.send_seconds),
            Till(spend, self.slots.of(access_token), self._now),
        )

    def _build(self) -> None:
        from googleapiclient.discovery import build  # 0.2 s: not at start-up

        from addon.adapters.transport import Pool

        self._pool = Pool(self._timeout_seconds)
        service = build(
            "gmail",
            "v1",
            http=self._pool.authorized(""),
            static_discovery=True,
            client_options={"api_endpoint": self._endpoint},
        )
        self._users = service.users()


class Till:
    """What every request passes: it is paid for in units, and has one of the places there are."""

    def __init__(
        self, spend: Callable[[int], None], places: threading.BoundedSemaphore, now: Callable[[], datetime]
    ) -> None:
        self._spend, self._places, self._now = spend, places, now

    def ask(self, method: str, request: Any, http: Any) -> Any:
        """Execute a request once; ``Unavailable`` before it is made where no place or no units are left."""
        if not self._places.acquire(timeout=WAIT_SECONDS):
            raise Unavailable("Google is busy.", reason="concurrent", retry_at=self._now() + CONCURRENT_PAUSE)
        try:
            self._spend(units_of(method))
            return _once(request, http, self._now)
        finally:
            self._places.release()


def _once(request: Any, http: Any, now: Callable[[], datetime]) -> Any:
    def translate(error: Any) -> AssistantError:
        return gmail_error(error, now)

    try:
        return call(request, http, translate)
    except ValueError as error:  # an answer that was cut off, or is no JSON
        raise unreadable() from error


def unreadable() -> Unavailable:
    """Return the error for an answer that says nothing: it is as if none had come."""
    return Unavailable("Google did not answer.", reason="no_answer")


class GmailMailbox:
    """One mailbox with one access token."""

    def __init__(self, users: Any, http: Any, sending_http: Any, till: Till) -> None:
        self._users = users
        self._http = http
        self._sending_http = sending_http
        self._till = till

    def profile(self) -> Profile:
        """See ``Mailbox.profile``."""
        found = self._ask("getProfile", self._users.getProfile(userId=ME))
        return _read(lambda: Profile(address=found["emailAddress"], history_id=str(found["historyId"])))

    def aliases(self) -> tuple[Alias, ...]:
        """See ``Mailbox.aliases``."""
        found = self._ask("settings.sendAs.list", self._users.settings().sendAs().list(userId=ME))
        aliases = _read(lambda: [alias_of(one) for one in found.get("sendAs", [])])
        return tuple(sorted(aliases, key=lambda one: not one.is_primary))

    def create_draft(self, raw: bytes, thread_id: str = "") -> DraftMade:
        """See ``Mailbox.create_draft``."""
        message = {"raw": base64.urlsafe_b64encode(raw).decode()} | ({"threadId": thread_id} if thread_id else {})
        found = self._ask("drafts.create", self._users.drafts().create(userId=ME, body={"message": message}))
        return _read(
            lambda: DraftMade(
                draft_id=str(found["id"]),
                message_id=str(found["message"]["id"]),
                thread_id=str(found["message"].get("threadId", "")),
            )
        )

    def find_draft(self, draft_id: str) -> DraftFound | None:
        """See ``Mailbox.find_draft``; one too large to be ours has the hash of no mail."""
        request = self._users.drafts().get(userId=ME, id=draft_id, format="raw")
        try:
            return self._find("drafts.get", request, lambda found: draft_of(draft_id, found["message"]))
        except Invalid as error:
            if error.reason != "too_large":
                raise
            return DraftFound(draft_id=draft_id, message_id="", thread_id="", is_draft=True, body_hash="")

    def drafts(self) -> tuple[str, ...]:
        """See ``Mailbox.drafts``."""
        found = self._ask("drafts.list", self._users.drafts().list(userId=ME, maxResults=MOST_DRAFTS))
        return _read(lambda: tuple(str(one["id"]) for one in found.get("drafts", [])))

    def delete_draft(self, draft_id: str) -> None:
        """See ``Mailbox.delete_draft``."""
        self._find("drafts.delete", self._users.drafts().delete(userId=ME, id=draft_id), lambda _: None)

    def send_draft(self, draft_id: str) -> Delivery:
        """See ``Mailbox.send_draft``."""
        request = self._users.drafts().send(userId=ME, body={"id": draft_id})
        found = self._till.ask("drafts.send", request, self._sending_http)
        return _read(lambda: Delivery(message_id=str(found["id"]), thread_id=str(found.get("threadId", ""))))

    def message(self, message_id: str) -> MessageHead | None:
        """See ``Mailbox.message``."""
        request = self._users.messages().get(userId=ME, id=message_id, format="metadata", metadataHeaders=list(HEADERS))
        return self._find("messages.get", request, head_of)

    def thread(self, thread_id: str) -> tuple[MessageHead, ...]:
        """See ``Mailbox.thread``."""
        request = self._users.threads().get(userId=ME, id=thread_id, format="metadata", metadataHeaders=list(HEADERS))
        heads = self._find("threads.get", request, lambda found: [head_of(one) for one in found.get("messages", [])])
        return tuple(sorted(heads or (), key=lambda head: head.at))

    def sent_since(self, history_id: str) -> tuple[str, ...] | None:
        """See ``Mailbox.sent_since``; one request a page."""
        ids: dict[str, None] = {}
        page: str | None = None
        for _ in range(MOST_PAGES):
            request = self._users.history().list(
                userId=ME, startHistoryId=history_id, historyTypes=["messageAdded"], labelId="SENT",
                maxResults=_PAGE, pageToken=page,
            )  # fmt: skip
            try:
                found = self._ask("history.list", request)
            except Rejected as error:
                if error.reason in _LOST:
                    return None
                raise
            added, page = _read(partial(sent_of, found))
            ids |= dict.fromkeys(added)
            if not page:
                return tuple(ids)
        return None

    def changes(self, since: str) -> Changes:
        """See ``Mailbox.changes``; without a label, for filters may keep an answer out of the inbox."""
        request = self._users.history().list(
            userId=ME, startHistoryId=since, historyTypes=["messageAdded"], maxResults=_LISTENING_PAGE
        )
        try:
            found = self._ask("history.list", request)
        except Rejected as error:
            if error.reason not in _LOST:
                raise
            raise _history_gone() from error
        changes = _read(lambda: changes_of(found, since))
        if changes.is_more and changes.history_id == since:
            raise _history_gone()  # a page that leads nowhere: to ask again would be to ask for ever
        return changes

    def raw(self, message_id: str) -> RawMail | None:
        """See ``Mailbox.raw``."""
        request = self._users.messages().get(userId=ME, id=message_id, format="raw")
        try:
            return self._find("messages.get", request, raw_of)
        except Invalid as error:
            raise Invalid("This mail is too large to be read.", reason=error.reason) from error

    def arrived_since(self, at: datetime, page: str = "") -> Found:
        """See ``Mailbox.arrived_since``; a second earlier, as nobody says whether ``after`` takes in its own second."""
        request = self._users.messages().list(
            userId=ME, q=f"after:{int(at.timestamp()) - 1}", includeSpamTrash=True, maxResults=_LISTENING_PAGE,
            pageToken=page or None,
        )  # fmt: skip
        return _read(partial(found_of, self._ask("messages.list", request)))

    def search(self, query: str, most: int = 20) -> tuple[str, ...]:
        """See ``Mailbox.search``."""
        found = self._ask("messages.list", self._users.messages().list(userId=ME, q=query, maxResults=most))
        return _read(lambda: tuple(str(one["id"]) for one in found.get("messages", [])))

    def watch(self, topic: str) -> Watch:
        """See ``Mailbox.watch``; without labels, for a filter may keep an answer out of the inbox."""
        try:
            found = self._ask("watch", self._users.watch(userId=ME, body={"topicName": topic}))
        except Rejected as error:
            if error.reason not in _NO_TOPIC:
                raise
            raise Rejected("Gmail does not know this topic, or may not tell it anything.", reason="no_topic") from error
        return _read(partial(watch_of, found))

    def stop_watch(self) -> None:
        """See ``Mailbox.stop_watch``."""
        self._ask("stop", self._users.stop(userId=ME))

    def _ask(self, method: str, request: Any) -> Any:
        return self._till.ask(method, request, self._http)

    def _find(self, method: str, request: Any, read: Callable[[Any], Answer]) -> Answer | None:
        """Ask for something by id; None if Gmail does not have it."""
        try:
            found = self._ask(method, request)
        except Rejected as error:
            if error.reason != "not_found":
                raise
            return None
        return _read(lambda: read(found))


def _read(build: Callable[[], Answer]) -> Answer:
    """Return what is read out of an answer; one of another shape says nothing."""
    try:
        return build()
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise unreadable() from error


def _history_gone() -> Rejected:
    return Rejected("Gmail does not keep what happened since then.", reason="history_gone")
