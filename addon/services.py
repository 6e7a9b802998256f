"""The services the handlers call, put together once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache

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
    Bookings,
    Clock,
    Consent,
    Documents,
    Mailboxes,
    NewSpreadsheets,
    Spreadsheets,
    TableFiles,
    TaskQueue,
    TextModel,
)
from addon.runs.dispatch import RunDispatch
from addon.runs.model import DueKind, DueRow, RunKind, Work
from addon.runs.repository import DueRepository
from addon.runs.service import Runs
from addon.worker import Ticker, Turn, Worker


@dataclass(frozen=True, slots=True, kw_only=True)
class Ports:
    """The doors a set of services is built on."""

    documents: Documents
    spreadsheets: Spreadsheets
    new_spreadsheets: NewSpreadsheets
    table_files: TableFiles
    model: TextModel | None
    queue: TaskQueue
    clock: Clock
    bookings: Bookings | None = None
    consent: Consent | None = None
    mailboxes: Mailboxes | None = None
    firestore_project: str = ""
    base_url: str = ""
    sheets_scope: str = "spreadsheets"
    admin_emails: tuple[str, ...] = ()


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
    worker: Worker
    documents: Documents
    ticker: Ticker | None = None
    """What does the work behind the clicks in this process, where something does."""

    def ping(self) -> None:
        """Return if every door the service cannot do without answers, else raise ``Unavailable``."""
        self.documents.ping()
        self.suppressions.check_key()

    def stop(self) -> None:
        """End the work behind the clicks, after the slice it is in."""
        if self.ticker:
            self.ticker.stop()


def build(ports: Ports, sealer: Sealer, signer: Signer, suppression_key: str) -> Services:
    """Put the rooms together; no call is made."""
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
    worker = Worker(due, ports.clock, {DueKind.RUN: _run_turn(dispatch)}, lambda row: _give_up(runs, row))
    return Services(
        accounts=accounts,
        connections=_connections(ports, grants),
        grants=grants,
        senders=Senders(ports.documents, grants, ports.mailboxes, ports.clock),
        policies=Policies(ports.documents, ports.clock, ports.admin_emails),
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
        from addon.drafting.dispatch import DraftRows

        return DraftRows(accounts, drafting)

    return work_of


def _run_turn(dispatch: RunDispatch) -> Turn:
    def turn(row: DueRow, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> datetime | None:
        tenant, _, run_id = row.ref.rpartition(" ")
        return dispatch.advance(tenant, run_id, is_time_up, hold)

    return turn


def _give_up(runs: Runs, row: DueRow) -> bool:
    tenant, _, run_id = row.ref.rpartition(" ")
    return runs.give_up(tenant, run_id)
