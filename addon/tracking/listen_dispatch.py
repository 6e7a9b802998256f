"""Listens to a mailbox: history since the cursor, search where history is gone (DESIGN 5.5).

What a message changes is stored before the cursor moves, and once for a message, so that a crash, a repetition or
another order changes nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from addon.errors import AssistantError, Conflict, Rejected, Unavailable
from addon.ports import Clock, Documents
from addon.runs.model import LeaseLost
from addon.sequences.desk_dispatch import Desk
from addon.sequences.mail_model import Added, MessageHead
from addon.tracking.hear_dispatch import Hearing
from addon.tracking.heard_model import Ear, Heard
from addon.tracking.inbound_model import CLASSIFIER
from addon.tracking.matching import is_no_mail, is_outgoing
from addon.tracking.reading_dispatch import Pending, Readings
from addon.tracking.repository import TrackingRepository
from addon.tracking.watch_dispatch import Watches

_LOG = logging.getLogger("tracking")

OVERLAP = timedelta(days=1)
"""How far before the last hearing a search begins when history is gone (Gmail's guide to synchronising)."""

FURTHEST = timedelta(days=30)
"""How far back a search goes at most."""

STALE = timedelta(hours=6)
"""A cursor that moved without news is stored this seldom: Gmail keeps a history for a week at least."""

HEARS_OFTEN, HEARS_SELDOM = timedelta(minutes=5), timedelta(hours=1)
"""How often a mailbox is listened to of which a step is active, and any other (DESIGN 5.5)."""

ANSWERS, SOON_DUE = timedelta(days=1), timedelta(hours=2)
"""A step is active for a day from its mail on, in which most answers come, and shortly before the next one."""

LISTENS_FOR = timedelta(days=60)
"""How long after the last mail a mailbox is listened to."""

READ_ANEW = 20
"""Messages read again a turn after the rules changed: each costs 20 units of Gmail's quota."""

_OF_ONE = ("not_found", "bad_mail", "protected")
"""Refusals of the one message that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListenDoors:
    """What listening is built on."""

    documents: Documents
    hearing: Hearing
    readings: Readings
    watches: Watches
    clock: Clock


class Listening:
    """Takes in what came into mailboxes. Stateless."""

    def __init__(self, doors: ListenDoors) -> None:
        self._hearing, self._readings, self._watches = doors.hearing, doors.readings, doors.watches
        self._clock = doors.clock
        self._store = TrackingRepository(doors.documents)

    def listen(self, desk: Desk, is_time_up: Callable[[], bool]) -> bool:
        """Take in what is new; False where time was up before all was heard. Raises what Gmail raises.

        An idle mailbox costs one call of 2 units, one read and no write.
        """
        if not self._may_come(desk):
            return True
        ear = self._store.ear(desk.tenant, desk.user)
        if not ear.cursor:
            ear = self._begun(desk, ear)
        while not is_time_up():
            work = self._searched if ear.resync_from else self._followed
            ear, is_done = work(desk, ear, is_time_up)
            if is_done:
                return self._read_anew(desk, ear, is_time_up)
        return False

    def next_hearing(self, desk: Desk, due: datetime | None) -> datetime | None:
        """Return when to listen again, None for a mailbox of which nothing may come.

        Where Gmail tells us of news the poll is only what makes up for a push that was lost.
        """
        if due is None and not self._went_lately(desk):
            return None
        now = self._clock.now()
        is_active = (due is not None and due <= now + SOON_DUE) or any(at > now - ANSWERS for at in desk.record.sent)
        is_often = is_active and not self._watches.keep(desk)
        return now + (HEARS_OFTEN if is_often else HEARS_SELDOM)

    def _may_come(self, desk: Desk) -> bool:
        """Whether anything may come: mails went in the last weeks, or are due."""
        return self._went_lately(desk) or desk.store.next_due(desk.tenant, desk.user) is not None

    def _went_lately(self, desk: Desk) -> bool:
        return desk.record.last_day >= (self._clock.now() - LISTENS_FOR).date().isoformat()

    def heard(self, desk: Desk, heads: Sequence[Added]) -> set[str]:
        """Take in single messages found in a thread; return those that are dealt with: their enrollments know."""
        known = self._known(desk, heads)
        pending = [self._hear(desk, added) for added in heads if added.message_id not in known]
        self._readings.keep(desk.tenant, [one for one in pending if one], _never)
        return known | self._known(desk, heads)

    # --- where to listen ---
    def _begun(self, desk: Desk, ear: Ear) -> Ear:
        """Remember where history stands now. Where mails went before anybody listened, what came since is searched."""
        profile = desk.ask(lambda mailbox: mailbox.profile())
        since = self._clock.now() - FURTHEST if desk.record.last_day else None
        return self._store.save_ear(
            replace(ear, cursor=profile.history_id, heard_at=self._clock.now(), resync_from=since)
        )

    def _followed(self, desk: Desk, ear: Ear, is_time_up: Callable[[], bool]) -> tuple[Ear, bool]:
        """Take in a page of history; the cursor moves after its effects are stored."""
        try:
            page = desk.ask(lambda mailbox: mailbox.changes(ear.cursor))
        except Rejected as gone:
            if gone.reason != "history_gone":
                raise
            return self._lost(desk, ear), False
        ear, is_through = self._hear_all(desk, ear, page.added, is_time_up)
        if not is_through:
            return ear, False
        if page.added or page.is_more or self._is_stale(ear, page.history_id):
            ear = self._store.save_ear(replace(ear, cursor=page.history_id, heard_at=self._clock.now(), seen=()))
        return ear, not page.is_more

    def _is_stale(self, ear: Ear, cursor: str) -> bool:
        return cursor != ear.cursor and (ear.heard_at is None or self._clock.now() - ear.heard_at >= STALE)

    def _lost(self, desk: Desk, ear: Ear) -> Ear:
        """History is gone: take a new cursor before anything is searched for, so that nothing falls between."""
        profile = desk.ask(lambda mailbox: mailbox.profile())
        now = self._clock.now()
        since = max((ear.heard_at or now) - OVERLAP, now - FURTHEST)
        _LOG.info("tracking.history_gone", extra={"line": {"since": since.isoformat()}})
        return self._store.save_ear(replace(ear, cursor=profile.history_id, resync_from=since, resync_page="", seen=()))

    def _searched(self, desk: Desk, ear: Ear, is_time_up: Callable[[], bool]) -> tuple[Ear, bool]:
        """Take in a page of the search that stands for lost history; history goes on when it is through."""
        since = ear.resync_from or self._clock.now()
        try:
            found = desk.ask(lambda mailbox: mailbox.arrived_since(since, ear.resync_page))
        except Rejected as stale:
            if stale.reason != "bad_mail" or not ear.resync_page:
                raise
            return self._store.save_ear(replace(ear, resync_page="", seen=())), False
        ear, is_through = self._hear_all(
            desk, ear, [Added(message_id=id, thread_id="") for id in found.ids], is_time_up
        )
        if not is_through:
            return ear, False
        if found.next_page:
            return self._store.save_ear(replace(ear, resync_page=found.next_page, seen=())), False
        return self._store.save_ear(replace(ear, resync_from=None, resync_page="", seen=())), False

    def _read_anew(self, desk: Desk, ear: Ear, is_time_up: Callable[[], bool]) -> bool:
        """Read again what older rules heard, a few a turn; nothing waits for it."""
        if ear.classifier >= CLASSIFIER or is_time_up():
            return True
        found = self._store.older(desk.tenant, desk.user, CLASSIFIER, READ_ANEW)
        for heard in found:
            self._again(desk, heard)
        if len(found) < READ_ANEW:
            self._store.save_ear(replace(ear, classifier=CLASSIFIER))
        return True

    def _again(self, desk: Desk, heard: Heard) -> None:
        try:
            self._hearing.hear_again(desk, heard)
        except Conflict:
            return  # a button was pressed just now: another turn reads it

    # --- the messages of a page ---
    def _hear_all(
        self, desk: Desk, ear: Ear, page: Sequence[Added], is_time_up: Callable[[], bool]
    ) -> tuple[Ear, bool]:
        """Take in a page; what was looked at is remembered where the turn must end before it is through."""
        done = set(ear.seen) | self._known(desk, page)
        seen = list(ear.seen)
        pending: list[Pending] = []
        try:
            for added in page:
                if added.message_id in done:
                    continue
                if is_time_up():
                    break
                if (one := self._hear(desk, added)) is not None:
                    pending.append(one)
                seen.append(added.message_id)
            else:
                self._readings.keep(desk.tenant, pending, is_time_up)
                return ear, True
        except Unavailable:
            self._seen(ear, seen)
            raise
        return self._seen(ear, seen), False

    def _seen(self, ear: Ear, seen: Sequence[str]) -> Ear:
        return ear if tuple(seen) == ear.seen else self._store.save_ear(replace(ear, seen=tuple(seen)))

    def _known(self, desk: Desk, page: Sequence[Added]) -> set[str]:
        return set(self._store.heard_of(desk.tenant, desk.user, [one.message_id for one in page]))

    def _hear(self, desk: Desk, added: Added) -> Pending | None:
        """Take in one message; what breaks on it blocks no other, and the thread is read again before a follow-up."""
        try:
            return self._sort(desk, added) if added.labels else self._unlabelled(desk, added)
        except (Unavailable, LeaseLost):
            raise
        except Rejected as error:
            if error.reason not in _OF_ONE:
                raise
        except AssistantError as error:
            _LOG.warning("tracking.unheard", extra={"line": {"message": added.message_id, "reason": error.reason}})
        except Exception:
            _LOG.exception("tracking.unheard", extra={"line": {"message": added.message_id}})
        return None

    def _sort(self, desk: Desk, added: Added, head: MessageHead | None = None) -> Pending | None:
        if is_outgoing(added.labels):
            self._hearing.hear_out(desk, added, head)
            return None
        return None if is_no_mail(added.labels) else self._hearing.hear_in(desk, added, head)

    def _unlabelled(self, desk: Desk, added: Added) -> Pending | None:
        """Take in a message of which a search did not say the labels: its head does, which is read once for all."""
        head = desk.ask(lambda mailbox: mailbox.message(added.message_id))
        if head is None:
            return None  # it is gone
        return self._sort(desk, replace(added, thread_id=head.thread_id, labels=head.labels), head)


def _never() -> bool:
    return False
