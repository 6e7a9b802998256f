"""The services the handlers call, put together once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from addon.accounts.connection_service import Connections, Doors
from addon.accounts.grant_service import Grants
from addon.accounts.policy_service import Policies
from addon.accounts.scope_service import ScopeAsks
from addon.accounts.sender_service import Senders
from addon.accounts.service import Accounts
from addon.drafting.service import Drafting
from addon.leads.files_service import FileDoors, Files
from addon.leads.service import Leads
from addon.leads.suppression_service import Suppressions
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from addon.ports import (
    Clock,
    Documents,
    TextModel,
)
from addon.rooms import Ports, Sending
from addon.runs.dispatch import RunDispatch
from addon.runs.due_service import DueMailboxes
from addon.runs.model import DueKind, DueRow, RunKind, Work
from addon.runs.repository import DueRepository
from addon.runs.service import Runs
from addon.sequences.held_service import Held
from addon.sequences.service import Sequences
from addon.tracking.push_service import Pushes
from addon.tracking.reply_service import Replies
from addon.worker import Ticker, Turn, Worker

if TYPE_CHECKING:
    from addon.sequences.change_service import ChangeSequences
    from addon.sequences.plan_service import Plans


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Everything a handler may call."""

    accounts: Accounts
    connections: Connections
    grants: Grants
    senders: Senders
    policies: Policies
    scope_asks: ScopeAsks
    leads: Leads
    suppressions: Suppressions
    files: Files
    runs: Runs
    drafting: Drafting
    sequences: Sequences
    held: Held
    replies: Replies
    pushes: Pushes
    sending: Sending
    worker: Worker
    documents: Documents
    clock: Clock
    ticker: Ticker | None = None
    """What does the work behind the clicks in this process, where something does."""

    @property
    def plans(self) -> Plans:
        """What goes before Confirm; its rules load with the first plan."""
        return self.sending.plans()

    @property
    def changes(self) -> ChangeSequences:
        """What changes campaigns under way."""
        return self.sending.changes()

    def now(self) -> datetime:
        """Return business time."""
        return self.clock.now()

    def ping(self) -> None:
        """Return if every door the service cannot do without answers, else raise ``Unavailable``."""
        self.documents.ping()
        self.suppressions.check_key()

    def stop(self) -> None:
        """End the work behind the clicks, after the slice it is in."""
        if self.ticker:
            self.ticker.stop()


def build(ports: Ports, sealer: Sealer, signer: Signer, suppression_key: str, *, hands: int = 1) -> Services:
    """Put the rooms together; no call is made. ``hands`` due rows are worked at the same time."""
    accounts = Accounts(ports.documents, ports.clock)
    suppressions = Suppressions(ports.documents, ports.clock, suppression_key)
    leads = Leads(ports.documents, ports.spreadsheets, ports.clock, suppressions)
    drafting = Drafting(ports.model, ports.documents, leads)
    grants = _grants(ports, sealer)
    dispatch = RunDispatch(ports.documents, leads, ports.clock, sealer, _works(accounts, drafting, ports.model))
    due = DueRepository(ports.documents, ports.clock.now)
    runs = Runs(ports.documents, due, dispatch, ports.queue, ports.clock, sealer)
    doors = FileDoors(
        documents=ports.documents,
        spreadsheets=ports.spreadsheets,
        new_spreadsheets=ports.new_spreadsheets,
        table_files=ports.table_files,
    )
    policies = Policies(ports.documents, ports.clock, ports.admin_emails)
    senders = Senders(ports.documents, grants, ports.mailboxes, ports.clock)
    rooms = Sending(
        ports=ports,
        accounts=accounts,
        drafting=drafting,
        leads=leads,
        grants=grants,
        senders=senders,
        policies=policies,
        suppressions=suppressions,
        due=DueMailboxes(ports.documents, due, ports.queue),
        signer=signer,
    )
    sequences = rooms.sequences()
    turns: dict[str, Turn] = {DueKind.RUN: _run_turn(dispatch), DueKind.MAILBOX: rooms.turn()}
    worker = Worker(due, ports.clock, turns, lambda row: _give_up(runs, row), hands)
    return Services(
        accounts=accounts,
        connections=_connections(ports, grants),
        grants=grants,
        senders=senders,
        policies=policies,
        sequences=sequences,
        held=rooms.held(),
        replies=rooms.replies(),
        pushes=Pushes(ports.documents, rooms.due, ports.clock),
        sending=rooms,
        clock=ports.clock,
        scope_asks=ScopeAsks(ports.documents),
        leads=leads,
        suppressions=suppressions,
        files=Files(doors, sealer, signer),
        runs=runs,
        drafting=drafting,
        worker=worker,
        documents=ports.documents,
    )


def _grants(ports: Ports, sealer: Sealer) -> Grants:
    return Grants(
        ports.documents,
        ports.consent,
        sealer,
        ports.clock,
        base_url=ports.base_url,
        sheets_scope=ports.sheets_scope,
    )


def _connections(ports: Ports, grants: Grants) -> Connections:
    doors = Doors(
        documents=ports.documents,
        spreadsheets=ports.spreadsheets,
        model=ports.model,
        bookings=ports.bookings,
        grants=grants,
        mailboxes=ports.mailboxes,
        firestore_project=ports.firestore_project,
    )
    return Connections(doors, ports.clock)


def _works(accounts: Accounts, drafting: Drafting, model: TextModel | None) -> Callable[[RunKind], Work]:
    @cache
    def work_of(kind: RunKind) -> Work:
        if kind is RunKind.SCORE:
            from addon.scoring.service import ScoreRows  # a room's rules load with its first run, not with a card

            return ScoreRows(accounts, model)
        if kind is RunKind.FOLLOW_UPS:
            from addon.drafting.follow_ups_dispatch import FollowUpRows

            return FollowUpRows(accounts, drafting)
        from addon.drafting.dispatch import DraftRows

        return DraftRows(accounts, drafting)

    return work_of


def _run_turn(dispatch: RunDispatch) -> Turn:
    def turn(row: DueRow, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> datetime | None:
        tenant, _, run_id = row.ref.rpartition(" ")
        return dispatch.advance(tenant, run_id, is_time_up, hold)

    return turn


def _give_up(runs: Runs, row: DueRow) -> bool:
    """Give up a run whose turns crash again and again; a mailbox is never given up."""
    if row.kind != DueKind.RUN:
        return False
    tenant, _, run_id = row.ref.rpartition(" ")
    return runs.give_up(tenant, run_id)
