"""One mailbox during one turn: its access, its quota, and its record as it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.errors import Conflict, Invalid, Rejected, Unavailable
from addon.lib.bucket import Limit, Spent, counted, free_at, spend
from addon.ports import Clock, Mailbox, Mailboxes, Write
from addon.sequences.campaign_model import Campaign, MailboxRecord
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository

UNITS_A_MINUTE = 4_500
"""75 % of the 6,000 units a user may spend a minute in a project begun after May 2026 (Gmail's quota page)."""

QUOTA = Limit(calls=1_000, tokens=UNITS_A_MINUTE)

Answer = TypeVar("Answer")


class Desk:
    """What a turn works with. Every request to Gmail goes through ``ask`` or ``ask_once`` and is counted before."""

    def __init__(
        self,
        store: SequenceRepository,
        sends: SendRepository,
        grants: Grants,
        mailboxes: Mailboxes,
        clock: Clock,
        record: MailboxRecord,
        hold: Callable[[], None],
    ) -> None:
        self.store, self.sends, self.hold, self.record = store, sends, hold, record
        self.tenant, self.user = record.tenant, record.user
        self._grants, self._mailboxes, self._clock = grants, mailboxes, clock
        self._token = ""
        self._mailbox: Mailbox | None = None
        self._is_renewed = False
        self._clicks: tuple[Spent, ...] | None = None
        self.spent = 0

    def now(self) -> datetime:
        """Return business time."""
        return self._clock.now()

    def campaign(self, id: str) -> Campaign:
        """Return a campaign as it stands now; ``Conflict`` if it is gone."""
        found = self.store.find_campaign(self.tenant, id)
        if found is None:
            raise Conflict("This campaign is gone.", reason="gone")
        return found

    def ask(self, call: Callable[[Mailbox], Answer]) -> Answer:
        """Ask Gmail something that may be asked twice: once more where the access had run out."""
        try:
            return self.ask_once(call)
        except Rejected as refused:
            if refused.reason != "access_expired" or self._is_renewed:
                raise
        self._is_renewed = True
        self._grants.expired(self.tenant, self.user, GrantKind.GMAIL, self._token)
        self._mailbox = None
        return self.ask_once(call)

    def ask_once(self, call: Callable[[Mailbox], Answer]) -> Answer:
        """Ask Gmail exactly once, with an access that is good for two minutes more."""
        return call(self._opened())

    def _opened(self) -> Mailbox:
        if self._mailbox is None:
            self._token = self._grants.access(self.tenant, self.user, GrantKind.GMAIL)
            self._mailbox = self._mailboxes.open(self._token, self.spend)
        return self._mailbox

    def spend(self, units: int) -> None:
        """Count units of Gmail's quota before they are spent; ``Unavailable`` where a minute has no more."""
        now = self.now()
        if self._clicks is None:
            self._clicks = self.sends.clicks(self.tenant, self.user).units
        spent = counted(self.record.units, now)
        if (free := free_at(counted((*spent, *self._clicks), now), QUOTA, units)) is not None:
            raise Unavailable("Gmail's quota of this minute is used up.", reason="rate_limited", retry_at=free)
        self.record = replace(self.record, units=spend(spent, units, now))
        self.spent += units

    def commit(self, writes: Sequence[Write], *, with_record: bool = False) -> None:
        """Write all or nothing, the mailbox's record too where asked."""
        if not with_record:
            self.store.commit(writes)
            return
        self.store.commit([*writes, self.sends.mailbox_write(self.record)])
        self.reload()

    def reload(self) -> None:
        """Read the record again, for its version; the units counted here stay."""
        units = self.record.units
        self.record = replace(self.sends.mailbox(self.tenant, self.user), units=units)

    def save(self) -> None:
        """Save the record alone; where somebody else moved it, theirs stands: a few units are forgotten."""
        self.record = self.sends.save_mailbox(self.record)


def later(error: Unavailable, now: datetime, wait: timedelta) -> datetime:
    """Return when to try again: as the answer said, else after ``wait``."""
    return max(error.retry_at or now + wait, now + timedelta(seconds=1))


def is_of_mail(error: Exception) -> bool:
    """Whether Gmail, or we, refuse the mail itself, so that asking again is in vain."""
    return isinstance(error, Invalid) or (isinstance(error, Rejected) and error.reason == "bad_mail")
