"""Takes what Gmail pushes: only a wake-up, so that losing, doubling or reordering it changes nothing."""

from __future__ import annotations

from addon.ports import Clock, Documents
from addon.runs.due_service import DueMailboxes
from addon.tracking.watch_repository import WatchRepository


class Pushes:
    """Wakes the mailboxes that have news."""

    def __init__(self, documents: Documents, due: DueMailboxes, clock: Clock) -> None:
        self._store = WatchRepository(documents)
        self._due = due
        self._clock = clock

    def received(self, address: str) -> bool:
        """Have the mailbox of an address looked at now; False where nobody here watches it. Two reads, a write at most.

        Raises ``Unavailable`` where the store is down: whoever pushed tries again.
        """
        now = self._clock.now()
        found = self._store.mailbox_of(address, now)
        if found is None:
            return False
        tenant, user = found
        self._due.wake(tenant, user, now)
        return True
