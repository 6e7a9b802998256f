"""Cloud Pub/Sub as Gmail uses it: tells the add-on's ``/hooks/gmail`` of each mailbox that is watched and has news.

Trouble is ordered for the API ``pubsub`` and its method ``push``: ``lost`` or a status means that nothing arrives,
``doubled`` or ``answer_lost`` that it arrives twice, ``late`` that it arrives ``seconds`` of business time later.
"""

from __future__ import annotations

import base64
import json
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any, Protocol

from playground import postman
from playground.calls import Calls
from playground.cast import PUBSUB_SERVICE_ACCOUNT, PUBSUB_TOPIC
from playground.faults import Fault, Faults
from playground.gmail_store import Mailboxes

API, METHOD = "pubsub", "push"
PATH = "/hooks/gmail"
AGENT = "CloudPubSub-Google"
SUBSCRIPTION = PUBSUB_TOPIC.replace("/topics/", "/subscriptions/")

PAUSES = (0.0, 0.5, 2.0)
"""Seconds before each try; what nobody acknowledged by then is given up, long before Pub/Sub would."""

SETTLE_SECONDS = 5.0


class Signer(Protocol):
    """Who signs the tokens of service accounts."""

    def service_token(self, email: str, audience: str) -> str: ...


class Pushes:
    """Pushes from a thread of its own. News of a mailbox that waits to be told is told once, as Gmail does."""

    def __init__(
        self,
        addon: str,
        keys: Signer,
        mailboxes: Mailboxes,
        faults: Faults,
        calls: Calls,
        pauses: Sequence[float] = PAUSES,
    ) -> None:
        self._url, self._pauses = addon + PATH, pauses
        self._keys, self._mailboxes, self._faults, self._calls = keys, mailboxes, faults, calls
        self._waiting: dict[str, str] = {}
        self._is_busy = False
        self._bell = threading.Condition()
        self._worker: threading.Thread | None = None
        mailboxes.on_news = self.tell

    def tell(self, topic: str, address: str, history_id: str) -> None:
        """Have the topic's subscription told soon; a topic that is not ours has none."""
        if topic != PUBSUB_TOPIC:
            return
        with self._bell:
            self._waiting[address] = history_id
            if self._worker is None:
                self._worker = threading.Thread(target=self._work, daemon=True)
                self._worker.start()
            self._bell.notify_all()

    def settle(self, seconds: float = SETTLE_SECONDS) -> bool:
        """Wait until everything was told or given up; return whether it was."""
        with self._bell:
            return self._bell.wait_for(lambda: not self._waiting and not self._is_busy, seconds)

    def _work(self) -> None:
        while True:
            address, history_id = self._taken()
            try:
                self._push(address, history_id)
            finally:
                with self._bell:
                    self._is_busy = False
                    self._bell.notify_all()

    def _taken(self) -> tuple[str, str]:
        with self._bell:
            self._bell.wait_for(lambda: self._waiting)
            self._is_busy = True
            address = next(iter(self._waiting))
            return address, self._waiting.pop(address)

    def _push(self, address: str, history_id: str) -> None:
        body = message(address, history_id, self._mailboxes.now())
        fault = self._faults.take(API, METHOD)
        if fault is None:
            self._deliver(body)
        elif fault.kind == "late":
            self._later(fault.seconds, lambda: self.tell(PUBSUB_TOPIC, address, history_id))
        else:
            self._troubled(fault, body)

    def _later(self, seconds: float, tell: Callable[[], object]) -> None:
        with self._mailboxes.act():
            self._mailboxes.later(seconds, tell)

    def _troubled(self, fault: Fault, body: Mapping[str, Any]) -> None:
        time.sleep(fault.delay_seconds)
        if fault.kind in ("delay", "doubled") or fault.after:
            self._deliver(body)
        if fault.kind == "doubled" or fault.after:
            self._deliver(body)

    def _deliver(self, body: Mapping[str, Any]) -> None:
        for pause in self._pauses:
            time.sleep(pause)
            if self._is_acknowledged(body):
                return

    def _is_acknowledged(self, body: Mapping[str, Any]) -> bool:
        self._calls.count(API, METHOD)
        token = self._keys.service_token(PUBSUB_SERVICE_ACCOUNT, self._url)
        try:
            return postman.post(self._url, body, token, agent=AGENT).status in (200, 201, 202, 204)
        except postman.NotAnsweredError:
            return False


def message(address: str, history_id: str, at: datetime) -> dict[str, Any]:
    """Return what Pub/Sub posts: the payload in base64, and every name in both spellings."""
    told = json.dumps({"emailAddress": address, "historyId": int(history_id)}).encode()
    number, published = str(secrets.randbelow(10**16)), at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "message": {
            "data": base64.b64encode(told).decode(),
            "messageId": number,
            "message_id": number,
            "publishTime": published,
            "publish_time": published,
        },
        "subscription": SUBSCRIPTION,
    }
