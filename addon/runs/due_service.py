"""Has a mailbox looked at: later rooms ask here, and write it with what they change, both or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from addon.errors import Conflict, Unavailable
from addon.lib.ids import digest
from addon.ports import Documents, TaskQueue, Write
from addon.runs.model import DueKind, DueRow
from addon.runs.repository import DueRepository

MAX_RACES = 5
"""Tries of a commit whose due row a worker moved meanwhile."""


class DueMailboxes:
    """The due rows of mailboxes. Waking is a courtesy: the due row is the truth."""

    def __init__(self, documents: Documents, due: DueRepository, queue: TaskQueue) -> None:
        self._documents = documents
        self._due = due
        self._queue = queue

    def commit(self, tenant: str, user: str, at: datetime, writes: Callable[[], Sequence[Write]]) -> None:
        """Commit what ``writes`` reads and makes, together with the mailbox being due at ``at``.

        ``Conflict`` if what was written is moved by others again and again.
        """
        ref = mailbox_ref(tenant, user)
        row = DueRow(id=digest("due", DueKind.MAILBOX, ref), kind=DueKind.MAILBOX, ref=ref, tenant=tenant, due_at=at)
        for left in reversed(range(MAX_RACES)):
            try:
                self._documents.commit([*writes(), *self._due.writes(row)])
            except Conflict:
                if not left:
                    raise
                continue
            self._queue.wake(DueKind.MAILBOX, ref)
            return
        raise Unavailable("Too many at once.", reason="contended")

    def wake(self, tenant: str, user: str, at: datetime) -> None:
        """Have a mailbox looked at by ``at``."""
        self._due.schedule(DueKind.MAILBOX, mailbox_ref(tenant, user), tenant, at)
        self._queue.wake(DueKind.MAILBOX, mailbox_ref(tenant, user))


def mailbox_ref(tenant: str, user: str) -> str:
    """Return the reference of a mailbox in a due row: neither part holds a blank."""
    return f"{tenant} {user}"


def mailbox_of(ref: str) -> tuple[str, str]:
    """Return tenant and user of such a reference."""
    tenant, _, user = ref.rpartition(" ")
    return tenant, user
