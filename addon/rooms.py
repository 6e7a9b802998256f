"""The rooms that write to people and listen to them, put together from the doors of a process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.accounts.policy_service import Policies
from addon.accounts.sender_service import Senders
from addon.accounts.service import Accounts
from addon.drafting.service import Drafting
from addon.errors import Rejected
from addon.leads.service import Leads
from addon.leads.suppression_service import Suppressions
from addon.lib.signing import Signer
from addon.ports import (
    Bookings,
    BounceScanner,
    Clock,
    Consent,
    Dates,
    Documents,
    Mailbox,
    Mailboxes,
    Mime,
    NewSpreadsheets,
    Spreadsheets,
    TableFiles,
    TaskQueue,
    TextModel,
)
from addon.runs.due_service import DueMailboxes, mailbox_of
from addon.runs.model import DueRow
from addon.sequences.held_service import Held, HeldDoors
from addon.sequences.service import SequenceDoors, Sequences
from addon.tracking.reply_service import Replies, ReplyDoors
from addon.worker import Turn

if TYPE_CHECKING:
    from addon.sequences.change_service import ChangeSequences
    from addon.sequences.letters_dispatch import Letters
    from addon.sequences.listen_dispatch import Ears
    from addon.sequences.mailbox_dispatch import MailboxDispatch
    from addon.sequences.plan_service import Plans
    from addon.tracking.watch_dispatch import Watches


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
    mime: Mime
    scanner: BounceScanner
    dates: Dates
    bookings: Bookings | None = None
    consent: Consent | None = None
    mailboxes: Mailboxes | None = None
    firestore_project: str = ""
    ears: Ears | None = None
    """Who listens to mailboxes; None: the tracking room."""
    pubsub_topic: str = ""
    base_url: str = ""
    sheets_scope: str = "spreadsheets"
    admin_emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """Puts the sequences room together: every part of it is built on the same services."""

    ports: Ports
    accounts: Accounts
    drafting: Drafting
    leads: Leads
    grants: Grants
    senders: Senders
    policies: Policies
    suppressions: Suppressions
    due: DueMailboxes
    signer: Signer

    def letters(self) -> Letters:
        """Return what makes mails."""
        from addon.sequences.letters_dispatch import LetterDoors, Letters

        doors = LetterDoors(
            accounts=self.accounts,
            drafting=self.drafting,
            grants=self.grants,
            senders=self.senders,
            policies=self.policies,
            suppressions=self.suppressions,
            base_url=self.ports.base_url,
        )
        return Letters(doors)

    def plans(self) -> Plans:
        """Return what goes before Confirm."""
        from addon.sequences.plan_service import PlanDoors, Plans

        ports = self.ports
        doors = PlanDoors(
            documents=ports.documents,
            accounts=self.accounts,
            leads=self.leads,
            letters=self.letters(),
            suppressions=self.suppressions,
            mailboxes=ports.mailboxes or NoMailboxes(),
            mime=ports.mime,
            signer=self.signer,
            clock=ports.clock,
        )
        return Plans(doors)

    def sequences(self) -> Sequences:
        """Return the buttons of campaigns, and have them told of opt-outs and of fresh grants."""
        ports = self.ports
        doors = SequenceDoors(
            documents=ports.documents,
            due=self.due,
            grants=self.grants,
            policies=self.policies,
            leads=self.leads,
            clock=ports.clock,
        )
        made = Sequences(doors)
        self.suppressions.on_opt_out = made.opted_out
        self.grants.on_connected = self.connected(made.wake)
        return made

    def changes(self) -> ChangeSequences:
        """Return what changes campaigns under way."""
        from addon.sequences.change_service import ChangeDoors, ChangeSequences

        ports = self.ports
        doors = ChangeDoors(
            documents=ports.documents,
            leads=self.leads,
            letters=self.letters(),
            due=self.due,
            delete_draft=self.held().delete_draft,
            clock=ports.clock,
        )
        return ChangeSequences(doors)

    def held(self) -> Held:
        """Return what decides held mails."""
        ports = self.ports
        doors = HeldDoors(
            documents=ports.documents,
            due=self.due,
            grants=self.grants,
            mailboxes=ports.mailboxes or NoMailboxes(),
            leads=self.leads,
            clock=ports.clock,
        )
        return Held(doors)

    def replies(self) -> Replies:
        """Return what decides on answers that came in."""
        doors = ReplyDoors(
            documents=self.ports.documents,
            due=self.due,
            leads=self.leads,
            suppressions=self.suppressions,
            grants=self.grants,
            cancel=self.held().cancel,
            clock=self.ports.clock,
        )
        return Replies(doors)

    def turn(self) -> Turn:
        """Return the turn of a mailbox; its rules load with the first one."""

        @cache
        def dispatch() -> MailboxDispatch:
            from addon.sequences.mailbox_dispatch import MailboxDispatch, TurnDoors

            ports = self.ports
            doors = TurnDoors(
                documents=ports.documents,
                grants=self.grants,
                policies=self.policies,
                suppressions=self.suppressions,
                leads=self.leads,
                mailboxes=ports.mailboxes or NoMailboxes(),
                mime=ports.mime,
                clock=ports.clock,
                ears=self.ears(),
            )
            return MailboxDispatch(doors)

        def turn(row: DueRow, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> datetime | None:
            tenant, user = mailbox_of(row.ref)
            return dispatch().advance(tenant, user, is_time_up, hold)

        return turn

    def ears(self) -> Ears:
        """Return what listens to mailboxes."""
        if self.ports.ears is not None:
            return self.ports.ears
        from addon.sequences.signal_service import Signals
        from addon.tracking.classify import Tools
        from addon.tracking.hear_dispatch import HearDoors, Hearing
        from addon.tracking.intent_service import Intents
        from addon.tracking.listen_dispatch import ListenDoors, Listening
        from addon.tracking.reading_dispatch import Readings

        ports = self.ports
        doors = HearDoors(
            documents=ports.documents,
            signals=Signals(ports.documents, ports.clock),
            suppressions=self.suppressions,
            tools=Tools(scan=ports.scanner.scan, find=ports.dates.find),
        )
        readings = Readings(ports.documents, Intents(ports.model, self.policies))
        listens = ListenDoors(
            documents=ports.documents,
            hearing=Hearing(doors),
            readings=readings,
            watches=self.watches(),
            clock=ports.clock,
        )
        return Listening(listens)

    def watches(self) -> Watches:
        """Return what has Gmail tell us of news."""
        from addon.tracking.watch_dispatch import Watches

        return Watches(self.ports.documents, self.ports.pubsub_topic)

    def connected(self, wake: Callable[[str, str], None]) -> Callable[[str, str, GrantKind], None]:
        """Return what follows a fresh grant: the watch of the one before counts no more, and the mailbox is due."""

        def act(tenant: str, user: str, kind: GrantKind) -> None:
            if kind is GrantKind.GMAIL:
                self.watches().forget(tenant, user)
            wake(tenant, user)

        return act


class NoMailboxes:
    """Stands where no Gmail is configured: nobody can have a grant for it either."""

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> Mailbox:  # noqa: ARG002
        """Refuse: there is no mailbox."""
        raise Rejected("This server is not set up for Gmail.", reason="no_mailbox")
