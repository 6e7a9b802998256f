"""Has Gmail tell us of a mailbox's news by Pub/Sub, so that it is listened to within seconds.

Push only wakes: a watch that fails, ends or is forgotten leaves the poll, which misses nothing.
"""

from __future__ import annotations

import logging

from addon.errors import AssistantError, Rejected, Unavailable
from addon.ports import Documents, Mailbox
from addon.sequences.desk_dispatch import Desk
from addon.sequences.mail_model import Watch
from addon.tracking.watch_model import Watched
from addon.tracking.watch_repository import WatchRepository
from addon.tracking.watching import begun, put_off, refused

_LOG = logging.getLogger("tracking")


class Watches:
    """Keeps mailboxes watched for ``topic`` (``projects/P/topics/T``), none at all where that is blank. Stateless."""

    def __init__(self, documents: Documents, topic: str) -> None:
        self._topic = topic
        self._store = WatchRepository(documents)

    def keep(self, desk: Desk) -> bool:
        """Begin or renew the watch where it is time; return whether push is alive. Never raises an ``AssistantError``.

        While it is alive this is one read of the store. Gmail is asked every five days: 101 units and two writes.
        """
        if not self._topic:
            return False
        try:
            return self._kept(desk).is_alive(self._topic, desk.now())
        except AssistantError as error:
            _LOG.info("tracking.watch_unkept", extra={"line": {"reason": error.reason}})
            return False

    def forget(self, tenant: str, user: str) -> None:
        """Have Gmail asked anew at the next turn: a grant given anew may have ended the watch of the one before."""
        self._store.forget(tenant, user)

    def _kept(self, desk: Desk) -> Watched:
        old = self._store.find(desk.tenant, desk.user)
        if not old.is_due(self._topic, desk.now()):
            return old
        try:
            return self._begun(desk, old)
        except Rejected as error:
            return self._refused(desk, old, error.reason)
        except Unavailable as error:
            later = put_off(old, self._topic, error.retry_at, desk.now())
            self._store.save(later)
            return later

    def _begun(self, desk: Desk, old: Watched) -> Watched:
        address = desk.ask(lambda mailbox: mailbox.profile()).address
        answer = desk.ask(self._watch)
        fresh = begun(old, self._topic, answer, desk.now())
        self._store.begin(fresh, address)
        return fresh

    def _watch(self, mailbox: Mailbox) -> Watch:
        """Ask for the watch; where another topic has one, which was configured before this one, that ends."""
        try:
            return mailbox.watch(self._topic)
        except Rejected as error:
            if error.reason != "other_topic":
                raise
        mailbox.stop_watch()
        return mailbox.watch(self._topic)

    def _refused(self, desk: Desk, old: Watched, reason: str) -> Watched:
        if old.refused != reason or old.topic != self._topic:
            _LOG.warning("tracking.watch_refused", extra={"line": {"reason": reason}})
        fresh = refused(old, self._topic, reason, desk.now())
        self._store.save(fresh)
        return fresh
