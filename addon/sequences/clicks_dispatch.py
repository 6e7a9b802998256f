"""What buttons spend of Gmail's quota, counted beside what turns spend: together never above 75 % of it."""

from __future__ import annotations

from collections.abc import Callable

from addon.errors import Conflict, Unavailable
from addon.lib.bucket import counted, free_at, spend
from addon.ports import Clock, Documents
from addon.sequences.desk_dispatch import QUOTA
from addon.sequences.send_repository import SendRepository

MAX_RACES = 5
"""How often another click of the same user may come between."""


class Clicks:
    """Counts what each user's buttons ask of Gmail."""

    def __init__(self, documents: Documents, clock: Clock) -> None:
        self._sends = SendRepository(documents)
        self._clock = clock

    def spender(self, tenant: str, user: str) -> Callable[[int], None]:
        """Return what a mailbox opened for a button tells its units; it raises ``Unavailable`` where none are left."""

        def spent(units: int) -> None:
            for _ in range(MAX_RACES):
                try:
                    self._spend(tenant, user, units)
                    return
                except Conflict:
                    continue
            raise Unavailable("Too many at once. Press the button again.", reason="contended")

        return spent

    def _spend(self, tenant: str, user: str, units: int) -> None:
        now = self._clock.now()
        clicks = self._sends.clicks(tenant, user)
        turns = self._sends.mailbox(tenant, user).units
        every = counted((*turns, *clicks.units), now)
        if (free := free_at(every, QUOTA, units)) is not None:
            raise Unavailable("Gmail's quota of this minute is used up.", reason="rate_limited", retry_at=free)
        self._sends.save_clicks(tenant, user, spend(counted(clicks.units, now), units, now), clicks.version)
