"""What people answered and nobody saw to yet, and the buttons that say what came of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import Invalid
from addon.leads.model import Field
from addon.leads.service import Leads
from addon.leads.standing_model import Added, RowNow
from addon.leads.suppression_model import SuppressionReason
from addon.leads.suppression_service import Suppressions
from addon.lib.address import normalise
from addon.ports import Clock, Documents, Write
from addon.runs.due_service import DueMailboxes
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState, Source
from addon.sequences.signal_model import Signal, SignalKind
from addon.sequences.signal_service import Signals
from addon.tracking.heard_model import Heard, Outcome
from addon.tracking.intent_model import Intent, Reader
from addon.tracking.reply_list import shown
from addon.tracking.reply_model import Colleague, OpenReplies, OpenReply
from addon.tracking.repository import TrackingRepository
from addon.tracking.urgency import answer_first

PAGE_SIZE = 5
"""Replies on one card: four widgets each, so that a card stays one a person reads."""

ASKED_AT = time(8)
"""When in the user's day a reply that was put off is shown again."""

LONGEST = timedelta(days=3 * 366)
"""Further off nobody means a day to come back to."""

ReadChange = Callable[[Heard], Heard | None]
"""What a button makes of a message; None where it was done already."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyDoors:
    """What the buttons need; ``cancel`` ends a held enrollment of the caller's, and may be called again."""

    documents: Documents
    due: DueMailboxes
    leads: Leads
    suppressions: Suppressions
    grants: Grants
    cancel: Callable[[Caller, str], None]
    clock: Clock


class Replies:
    """What waits for the owner of a mailbox; every method takes the verified caller and only touches what is theirs."""

    def __init__(self, doors: ReplyDoors) -> None:
        self._doors = doors
        self._heard = TrackingRepository(doors.documents)
        self._signals = Signals(doors.documents, doors.clock)

    # --- what is shown ---
    def count(self, caller: Caller) -> int:
        """Return how many replies wait for the caller: two calls to the store."""
        return self._heard.count_unanswered(caller.tenant, caller.user, self._doors.clock.now())

    def open(self, caller: Caller, page: int = 0, file: str = "", access_token: str = "") -> OpenReplies:
        """Return a page of what waits; people are named whose rows stand in the open ``file``."""
        waiting = answer_first(self._heard.unanswered(caller.tenant, caller.user, self._doors.clock.now()))
        page = min(max(page, 0), max(len(waiting) - 1, 0) // PAGE_SIZE)
        here = waiting[page * PAGE_SIZE :][:PAGE_SIZE]
        total = max(self.count(caller), len(waiting))
        return OpenReplies(
            shown=tuple(self._shown(caller, here, file, access_token)),
            page=page,
            total=total,
            left=max(len(waiting) - (page + 1) * PAGE_SIZE, 0),
        )

    def _shown(self, caller: Caller, here: Sequence[Heard], file: str, access_token: str) -> list[OpenReply]:
        ids = sorted({one.enrollment for one in here if one.enrollment})
        people = {one.id: one for one in self._signals.many(caller.tenant, ids)}
        campaigns = self._signals.campaigns(caller.tenant, {one.campaign for one in here if one.campaign})
        rows = self._rows(caller, people.values(), campaigns, file, access_token) if file and access_token else {}
        return [
            shown(
                one,
                found := people.get(one.enrollment),
                campaigns.get(one.campaign),
                rows.get(found.lead_id) if found else None,
                account=caller.email,
                zone=caller.time_zone,
            )
            for one in here
        ]

    def _rows(
        self,
        caller: Caller,
        people: Collection[Enrollment],
        campaigns: Mapping[str, Campaign],
        file: str,
        access_token: str,
    ) -> dict[str, RowNow]:
        """Return people's rows by Lead ID, none where the file cannot be read."""
        tabs = {one.source.sheet_id for one in campaigns.values() if one.source.spreadsheet_id == file}
        leads = {one.lead_id for one in people}
        rows = self._doors.leads.rows_seen(caller.tenant, file, tabs, access_token, leads)
        return {id: row for id, row in rows.items() if not row.is_changed}

    # --- what came of it ---
    def booked(self, caller: Caller, id: str) -> None:
        """Take the user's word that a meeting is booked: the sequence ends, the row says so."""

        def change(one: Heard) -> Heard | None:
            return None if one.outcome is Outcome.MEETING_BOOKED else _settled(one, Outcome.MEETING_BOOKED)

        self._decide(caller, id, "booked", change, SignalKind.BOOKED)

    def not_now(self, caller: Caller, id: str, on: date | None) -> None:
        """Put a reply off until a day of the caller's, or for good; nothing is ever mailed by itself.

        ``Invalid`` for a day that is over, or years away.
        """
        if on is None:
            self._decide(caller, id, "not_now", lambda one: _closed(one, Outcome.NOT_NOW))
            return
        at = datetime.combine(on, ASKED_AT, ZoneInfo(caller.time_zone)).astimezone(UTC)
        if not self._doors.clock.now() < at <= self._doors.clock.now() + LONGEST:
            raise Invalid("Choose a day that is still to come, within three years.", reason="bad_date")

        def put_off(one: Heard) -> Heard | None:
            return replace(one, outcome=Outcome.NOT_NOW, look_at=at) if one.needs_answer and one.look_at != at else None

        self._decide(caller, id, "not_now", put_off)

    def done(self, caller: Caller, id: str) -> None:
        """Take a reply off the list: the user saw to it."""
        self._decide(caller, id, "done", lambda one: _closed(one, Outcome.DONE))

    def relabel(self, caller: Caller, id: str, intent: str) -> None:
        """Take the user's word for what a reply means; an opt-out is one from then on. ``Invalid``: no such label."""
        if intent not in tuple(Intent):
            raise Invalid("Choose what this reply means.", reason="bad_label")
        if intent == Intent.OPT_OUT:
            self.opt_out(caller, id)
            return

        def change(one: Heard) -> Heard | None:
            return None if (one.intent, one.reader) == (intent, Reader.USER) else _labelled(one, Intent(intent))

        self._decide(caller, id, "relabelled", change)

    def opt_out(self, caller: Caller, id: str) -> None:
        """Let nobody of the tenant ever mail them again: whom we wrote to, and who wrote if that is another address.

        The suppression stands first, so that the gate knows whatever comes after.
        """
        heard, doors = self._own(caller, id), self._doors
        enrollment = self._enrollment(caller, heard)
        found = {normalise(address) for address in (enrollment.to if enrollment else "", heard.sender)}
        people = sorted(filter(None, found))
        for one in people:
            doors.suppressions.add(caller.tenant, one, SuppressionReason.USER, by=caller.user)

        def change(one: Heard) -> Heard | None:
            settled = _settled(_labelled(one, Intent.OPT_OUT), Outcome.OPTED_OUT)
            return None if one.outcome is Outcome.OPTED_OUT else settled

        self._decide(caller, id, "opted_out", change, SignalKind.OPTED_OUT)
        for one in people:  # what else runs for them, of whomever
            doors.suppressions.on_opt_out(caller.tenant, doors.suppressions.key_of(caller.tenant, one), "")

    # --- the colleague they name ---
    def wrong_person(
        self, caller: Caller, id: str, address: str, name: str, file: str = "", access_token: str = ""
    ) -> Colleague:
        """Have the colleague stand in the sequence's sheet, below its last row, unless they stand there already.

        ``address`` and ``name`` are as typed, blank takes those of the message. The file is written with the caller's
        access where it is the open one, else with their Sheets grant. ``Invalid`` says what is missing, or that the
        colleague opted out. They get no mail by this.
        """
        heard = self._own(caller, id)
        enrollment = self._enrollment(caller, heard)
        colleague = self._colleague(caller, enrollment, address or heard.contact)
        name = (name or heard.contact_name).strip()
        added = self._add(
            caller, heard, enrollment, {Field.EMAIL: colleague, Field.FULL_NAME: name}, file, access_token
        )

        def change(one: Heard) -> Heard | None:
            if one.outcome is Outcome.WRONG_PERSON:
                return None
            return replace(_settled(one, Outcome.WRONG_PERSON), contact=colleague, contact_name=name)

        self._decide(caller, id, "wrong_person", change)
        if enrollment and enrollment.state is EnrollmentState.HELD and enrollment.reason == SignalKind.LEFT:
            self._doors.cancel(caller, enrollment.id)
        return Colleague(address=colleague, row=added.row, is_new=added.is_new)

    def _colleague(self, caller: Caller, enrollment: Enrollment | None, typed: str) -> str:
        """Return the normal address of somebody who may be added."""
        found = normalise(typed)
        if found is None:
            raise Invalid("Type the colleague's e-mail address, such as kim@acme.example.", reason="bad_email")
        if enrollment and normalise(enrollment.to) == found:
            raise Invalid("This is the person you wrote to. Type the colleague's address.", reason="same_person")
        if self._doors.suppressions.is_suppressed(caller.tenant, found):
            raise Invalid("This colleague wants no mail from you, so they are not added.", reason="opted_out")
        return found

    def _add(
        self,
        caller: Caller,
        heard: Heard,
        enrollment: Enrollment | None,
        values: Mapping[Field, str],
        file: str,
        access_token: str,
    ) -> Added:
        campaign = self._signals.campaigns(caller.tenant, {heard.campaign}).get(heard.campaign)
        if campaign is None:
            raise Invalid("This sequence is gone. Go back to Home.", reason="no_campaign")
        source, leads = campaign.source, self._doors.leads

        def add(token: str) -> Added:
            company = self._company(caller, source, enrollment, token)
            more = {**values, Field.COMPANY: company}
            return leads.add(caller.tenant, source.spreadsheet_id, source.sheet_id, token, more)

        if access_token and file == source.spreadsheet_id:
            return add(access_token)
        if not self._doors.grants.is_living(caller.tenant, caller.user, GrantKind.SHEETS):
            raise Invalid(
                "Open the lead sheet of this sequence and press Wrong person there, or connect Sheets in Settings.",
                reason="no_sheet",
            )
        return self._doors.grants.using(caller.tenant, caller.user, GrantKind.SHEETS, add)

    def _company(self, caller: Caller, source: Source, enrollment: Enrollment | None, token: str) -> str:
        """Return what the row of whom we wrote to says of their company, ``""`` where it is gone."""
        if enrollment is None:
            return ""
        ids = {enrollment.lead_id}
        rows = self._doors.leads.rows_now(caller.tenant, source.spreadsheet_id, source.sheet_id, token, ids)
        return "".join(row.lead.value(Field.COMPANY) for row in rows.values() if not row.is_changed)

    # --- how a button is done ---
    def _own(self, caller: Caller, id: str) -> Heard:
        found = self._heard.find(caller.tenant, id) if id else None
        if found is None or found.mailbox != caller.user:
            raise Invalid("This reply is gone. Press Refresh.", reason="no_reply")
        return found

    def _enrollment(self, caller: Caller, heard: Heard) -> Enrollment | None:
        ids = [heard.enrollment] if heard.enrollment else []
        return next(iter(self._signals.many(caller.tenant, ids)), None)

    def _decide(self, caller: Caller, id: str, word: str, change: ReadChange, signal: SignalKind | None = None) -> None:
        """Store what a button makes of a message and of the sequence, both or none, and have the row told of it."""
        heard = self._own(caller, id)
        if change(heard) is None:
            return  # Google repeats requests
        now = self._doors.clock.now()

        def writes() -> Sequence[Write]:
            one = self._own(caller, id)
            fresh = change(one)
            if fresh is None:
                return ()
            told = [(one.enrollment, Signal(kind=signal, at=now))] if signal and one.enrollment else []
            return [self._heard.heard_write(fresh), *self._signals.writes(caller.tenant, told, by=caller.user)]

        self._doors.due.commit(caller.tenant, caller.user, now, writes)
        audit(f"tracking:reply:{word}", tenant=caller.tenant, user=caller.user, heard=id, enrollment=heard.enrollment)


def _settled(one: Heard, outcome: Outcome) -> Heard:
    return replace(one, outcome=outcome, needs_answer=False)


def _closed(one: Heard, outcome: Outcome) -> Heard | None:
    """Return a message as settled; one that is settled keeps what came of it."""
    return _settled(one, outcome) if one.needs_answer else None


def _labelled(one: Heard, intent: Intent) -> Heard:
    return replace(one, intent=str(intent), reader=str(Reader.USER), certainty=1.0)
