"""How each lock of the gate comes to shut on a mail that was fine when it was planned, and how it opens again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from addon.accounts.grant_model import GrantKind
from addon.accounts.model import Caller
from addon.leads.model import Cell, OwnColumn
from addon.leads.suppression_model import SuppressionReason
from addon.sequences.campaign_model import Campaign, CampaignState, EnrollmentState, Source
from addon.sequences.event_model import EventType
from addon.sequences.gate_model import Lock
from addon.sequences.recipe import default_recipe
from addon.sequences.recipe_model import Recipe, Window
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.sequences.states import moved_enrollment
from tests.cast import ANA, MARCO
from tests.fakes.consenting import connect
from tests.fakes.mailboxes import Fault
from tests.fakes.sending import Morning, drafted_sheet
from tests.fakes.spreadsheets import FakeColumn

LEAD = "person0@firm0.example"
ANY_TIME = Recipe(steps=default_recipe().steps, window=Window(opens=time(0), closes=time(23, 59)))

Act = Callable[[Morning, Campaign], object]


def nothing(_: Morning, __: Campaign) -> None:
    """Let time alone open it."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """One lock. ``words`` begin the row's Status while it holds, ``""`` where no row can be written.

    ``reason`` is the log's word where it is not the lock's. ``lift`` opens it, None: nothing does. ``after`` mails are
    out when it shuts. ``waits`` hours until nothing more can happen while it holds, ``later`` hours in which what was
    lifted goes.
    """

    shut: Act
    words: str
    told: EventType | None = EventType.DEFERRED
    reason: str = ""
    lift: Act | None = None
    after: int = 0
    waits: float = 2
    later: float = 2


# --- what others do ---
def policy(**changes: Any) -> Act:
    """Have an administrator change the rules."""

    def act(morning: Morning, _: Campaign) -> None:
        policies = morning.services().policies
        policies.save(ANA, replace(policies.policy(ANA.tenant), **changes))
        morning.services().sequences.wake_all(ANA.tenant)

    return act


def stop_all(morning: Morning, _: Campaign) -> None:
    morning.services().policies.stop(MARCO)
    morning.services().sequences.wake_all(ANA.tenant)


def go_on(morning: Morning, _: Campaign) -> None:
    morning.services().policies.go_on(ANA)
    morning.services().sequences.wake_all(ANA.tenant)


def suppress(morning: Morning, _: Campaign) -> None:
    morning.services().suppressions.add(ANA.tenant, LEAD, SuppressionReason.USER, by=MARCO.user)


def turned(state: EnrollmentState, **changes: Any) -> Act:
    """Have the enrollment in another state, as another room leaves it, with its mail still due."""

    def act(morning: Morning, campaign: Campaign) -> None:
        morning.services().worker.tick(5.0)
        [one] = morning.enrollments(campaign)
        fresh = moved_enrollment(one, state, morning.clock.now(), next_at=one.next_at, **changes)
        store = SequenceRepository(morning.world.documents)
        store.commit([store.enrollment_write(fresh)])

    return act


def campaign_with(**changes: Any) -> Act:
    """Have the campaign differ in the store from what was confirmed, its mail still due."""

    def act(morning: Morning, campaign: Campaign) -> None:
        morning.services().worker.tick(5.0)
        store = SequenceRepository(morning.world.documents)
        found = store.find_campaign(ANA.tenant, campaign.id)
        assert found is not None
        store.commit([store.campaign_write(replace(found, **changes))])

    return act


def pause(morning: Morning, campaign: Campaign) -> None:
    morning.services().worker.tick(5.0)
    morning.services().sequences.pause(ANA, campaign.id)


def resume(morning: Morning, campaign: Campaign) -> None:
    morning.services().sequences.resume(ANA, campaign.id)


def stop(morning: Morning, campaign: Campaign) -> None:
    morning.services().sequences.stop(ANA, campaign.id)


def retry(morning: Morning, campaign: Campaign) -> None:
    """Press Retry on the Held card."""
    [one] = [one for one in morning.enrollments(campaign) if one.state is EnrollmentState.HELD]
    assert morning.services().held.retry(ANA, one.id)


def then_retry(lift: Act) -> Act:
    """Mend the reason, see that nothing goes by itself, and press Retry."""

    def act(morning: Morning, campaign: Campaign) -> None:
        lift(morning, campaign)
        before = len(mails(morning, campaign))
        morning.work(hours=1)
        assert len(mails(morning, campaign)) == before
        retry(morning, campaign)

    return act


def theirs(campaign_of: str = "file-2", people: int = 1, first: int = 0) -> Act:
    """Have Marco's sequence run for people of the same list, enrolled before Ana's."""

    def act(morning: Morning, _: Campaign) -> None:
        sheet = drafted_sheet(first + people)
        sheet.delete_rows(1, first)
        for column in sheet.columns:
            if column.cells[0] == "Email":
                column.cells[1:] = [f"person{first + number}@firm0.example" for number in range(people)]
        morning.world.spreadsheets.files[campaign_of] = {0: sheet}
        services = morning.services()
        services.accounts.enter(MARCO)
        for kind in GrantKind:
            connect(services.grants, morning.world.consent, MARCO, kind)
        source = Source(spreadsheet_id=campaign_of, sheet_id=0, tab="Leads")
        plan = services.plans.start(MARCO, source, "new", "token", ANY_TIME)
        services.sequences.confirm(MARCO, plan.campaign.id, plan.campaign.approval)
        services.worker.work_one("mailbox", f"{MARCO.tenant} {MARCO.user}", 5.0)

    return act


def their_stop(morning: Morning, _: Campaign) -> None:
    services = morning.services()
    [theirs] = services.sequences.of_file(MARCO, "file-2")
    services.sequences.stop(MARCO, theirs.campaign.id)
    services.worker.work_one("mailbox", f"{MARCO.tenant} {MARCO.user}", 5.0)


# --- the sheet ---
def cell(column: str, value: str, row: int = 1) -> Act:
    """Have the user type into a cell, named by its header or by what it is of ours."""

    def act(morning: Morning, _: Campaign) -> None:
        found = next(one for one in morning.sheet.columns if column in (one.own, one.cells[0]))
        found.cells[row] = value

    return act


class DeletedRow:
    """The first row, deleted by the user and put back by undoing it."""

    def __init__(self) -> None:
        self._taken: list[tuple[FakeColumn, list[Cell]]] = []

    def delete(self, morning: Morning, _: Campaign) -> None:
        morning.sheet.insert_rows(2)
        self._taken = morning.sheet.take_rows(1, 1)

    def undo(self, morning: Morning, _: Campaign) -> None:
        morning.sheet.put_back(1, self._taken)


# --- Gmail, grants, time ---
def withdraw(kind: GrantKind) -> Act:
    """Have the grant withdrawn at Google: the next refresh is ``invalid_grant``."""

    def act(morning: Morning, _: Campaign) -> None:
        living = morning.world.consent.living
        for token in [token for token, (of, _) in living.items() if of is kind]:
            del living[token]

    return act


def connected(kind: GrantKind, caller: Caller = ANA) -> Act:
    """Have Ana press Connect, signed in at Google as the caller says."""
    return lambda morning, _: connect(morning.services().grants, morning.world.consent, caller, kind)


def answer(morning: Morning, _: Campaign) -> None:
    [first] = morning.mailboxes.deliveries()
    morning.box.receive(LEAD, thread_id=first.thread_id)


def answer_unreadably(morning: Morning, campaign: Campaign) -> None:
    """Have something come into the thread whose bytes nobody ever gets to see."""

    def burst(method: str) -> None:
        if method == "raw":
            raise RuntimeError("nobody thought of this")

    morning.mailboxes.before = burst
    answer(morning, campaign)


def write_by_hand(morning: Morning, _: Campaign) -> None:
    [first] = morning.mailboxes.deliveries()
    morning.box.user_writes(LEAD, thread_id=first.thread_id)


def delete_thread(morning: Morning, _: Campaign) -> None:
    [first] = morning.mailboxes.deliveries()
    for message in [one for one in morning.box.messages.values() if one.thread_id == first.thread_id]:
        del morning.box.messages[message.id]


def google_limit(morning: Morning, _: Campaign) -> None:
    until = morning.clock.now() + timedelta(hours=5)
    morning.mailboxes.order("send_draft", Fault.MAIL_LIMIT, until=until)


def sent_already(count: int) -> Act:
    """Have the mailbox send so many mails a few minutes ago."""

    def act(morning: Morning, _: Campaign) -> None:
        morning.services().worker.tick(5.0)
        sends = SendRepository(morning.world.documents)
        record = sends.mailbox(ANA.tenant, ANA.user)
        at = morning.clock.now() - timedelta(minutes=5)
        sends.save_mailbox(replace(record, sent=(at,) * count))

    return act


def rest(minutes: float) -> Act:
    """Have the mailbox rest between two mails."""

    def act(morning: Morning, _: Campaign) -> None:
        morning.services().worker.tick(5.0)
        sends = SendRepository(morning.world.documents)
        record = sends.mailbox(ANA.tenant, ANA.user)
        sends.save_mailbox(replace(record, next_send_at=morning.clock.now() + timedelta(minutes=minutes)))

    return act


def nobody_works_until(*instant: int) -> Act:
    """Have every worker stand still, and the clock move on."""

    def act(morning: Morning, _: Campaign) -> None:
        morning.services().worker.tick(5.0)
        morning.clock.at = datetime(*instant, tzinfo=UTC)  # type: ignore[misc,arg-type]

    return act


def broken(morning: Morning, _: Campaign) -> None:
    def burst(method: str) -> None:
        if method not in ("profile", "changes"):  # else the mailbox is deaf, which is another matter
            raise RuntimeError("nobody thought of this")

    morning.mailboxes.before = burst


def mended(morning: Morning, _: Campaign) -> None:
    morning.mailboxes.before = lambda _: None


def until_asked(morning: Morning, times: int) -> None:
    """Let time pass until Gmail was asked so often to send, and hardly any longer."""
    while morning.mailboxes.calls.count("send_draft") < times:
        morning.work(hours=0.02)


def mails(morning: Morning, campaign: Campaign) -> list[str]:
    """Return the addresses of all copies that left for a campaign, those of its test mails apart."""
    ours = {send.id for send in morning.sends() if send.campaign == campaign.id}
    return [one.to for one in morning.mailboxes.deliveries() if one.origin in ours]


OTHER = replace(ANA, email="ana.other@nordwind.example")
HELD, ENDED = EventType.HELD, EventType.CANCELLED
BACK = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
ROW = DeletedRow()

CASES: Mapping[Lock, Case] = {
    Lock.KILL_SWITCH: Case(shut=stop_all, lift=go_on, words="Waiting: all sending is stopped"),
    Lock.OPTED_OUT: Case(shut=suppress, words="Opted out", told=ENDED),
    Lock.BOUNCED: Case(shut=turned(EnrollmentState.BOUNCED), words="Bounced", told=ENDED),
    Lock.REPLIED: Case(shut=turned(EnrollmentState.REPLIED), words="Replied", told=ENDED),
    Lock.BOOKED: Case(shut=turned(EnrollmentState.BOOKED), words="Meeting booked", told=ENDED),
    Lock.WROTE_BY_HAND: Case(
        shut=write_by_hand, lift=retry, words="Held: you wrote by hand", told=HELD, after=1, waits=24 * 7, later=24
    ),
    Lock.OVER: Case(shut=stop, words="Sequence stopped", told=ENDED, reason="stopped"),
    Lock.PAUSED: Case(shut=pause, lift=resume, words="Paused"),
    Lock.AWAY: Case(
        shut=turned(EnrollmentState.AWAY, away_until=BACK),
        lift=nothing, words="Away until 2026-11-24",
    ),
    Lock.NOT_CONFIRMED: Case(
        shut=campaign_with(state=CampaignState.DRAFT), lift=None, words="Paused"
    ),
    Lock.ANSWERED: Case(
        shut=answer_unreadably, lift=retry, words="Held: somebody answered", told=HELD, after=1, waits=24 * 7, later=24
    ),
    Lock.THREAD_GONE: Case(
        shut=delete_thread, lift=retry, words="Held: the conversation was deleted", told=HELD, after=1, waits=24 * 7,
        later=24,
    ),
    Lock.PERSON: Case(
        shut=theirs(), lift=then_retry(their_stop), words="Held: a colleague writes to this person", told=HELD
    ),
    Lock.COMPANY: Case(
        shut=theirs(people=2, first=1), lift=then_retry(their_stop), told=HELD,
        words="Held: enough people of this company are written to",
    ),
    Lock.ROW_CHANGED: Case(
        shut=cell("Email", "somebody@else.example"), lift=then_retry(cell("Email", LEAD)), told=HELD,
        words="Held: row changed",
    ),
    Lock.ROW_GONE: Case(shut=ROW.delete, lift=then_retry(ROW.undo), words="", told=HELD),
    Lock.EDITED: Case(
        shut=cell(OwnColumn.DRAFT, "Hi First0,\n\nother words.\n\nAna"), told=HELD, words="Held: edited after approval",
        lift=then_retry(cell(OwnColumn.DRAFT, "Hi First0,\n\nyour vans.\n\nAna")),
    ),
    Lock.FOOTER: Case(
        shut=policy(sender_company="Nordwind SE"), lift=then_retry(policy(sender_company="")), told=HELD,
        words="Held: the footer changed after approval",
    ),
    Lock.APPROVAL: Case(shut=campaign_with(approval=""), words="Held: not approved", told=HELD),
    Lock.POISONED: Case(shut=broken, lift=then_retry(mended), words="Held: this mail cannot", told=HELD, waits=24),
    Lock.NO_ADDRESS: Case(
        shut=policy(postal_address=""), lift=policy(postal_address="1 Harbour St, Hull"),
        words="Waiting: Settings has no postal address",
    ),
    Lock.SENDER: Case(
        shut=connected(GrantKind.GMAIL, OTHER), lift=connected(GrantKind.GMAIL),
        words="Waiting: Gmail may not send from the approved address",
    ),
    Lock.GRANT: Case(
        shut=withdraw(GrantKind.GMAIL), lift=connected(GrantKind.GMAIL), words="Waiting: connect Gmail"
    ),
    Lock.SHEET_GRANT: Case(shut=withdraw(GrantKind.SHEETS), lift=connected(GrantKind.SHEETS), words=""),
    Lock.MAILBOX_PAUSED: Case(
        shut=google_limit, lift=nothing, words="Waiting: Google's limit until 2026-11-24 14:00", later=6,
        reason="rate_limited",
    ),
    Lock.CAP: Case(
        shut=sent_already(10), lift=nothing, words="Waiting: today's mails are used up until 2026-11-25 08:55", later=24
    ),
    Lock.WINDOW: Case(
        shut=nobody_works_until(2026, 11, 24, 20), lift=nothing, later=24,
        words="Waiting: outside the hours of sending until 2026-11-25 08:30",
    ),
    Lock.HOLIDAY: Case(
        shut=nobody_works_until(2026, 12, 25, 10), lift=nothing, later=24 * 5,
        words="Waiting: a day on which nobody works until 2026-12-28 08:30",
    ),
    Lock.SPACING: Case(shut=rest(minutes=150), lift=nothing, words="Next mail", told=None),
}  # fmt: skip
