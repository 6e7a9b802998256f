"""Ana's morning: a sheet with drafts, both grants, a postal address, and a mailbox that a test may break at will."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from addon.accounts.grant_model import GrantKind
from addon.accounts.policy_model import Policy
from addon.leads.model import OwnColumn
from addon.ports import Query
from addon.sequences.campaign_model import Campaign, Enrollment, EnrollmentState, Source
from addon.sequences.delivery_model import Send
from addon.sequences.plan_model import Plan
from addon.sequences.recipe_model import Recipe
from addon.sequences.repository import SequenceRepository
from addon.sequences.send_repository import SendRepository
from addon.services import Services
from tests.cast import ANA, HEADERS
from tests.fakes.clock import FakeClock
from tests.fakes.consenting import connect
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.spreadsheets import FakeColumn, FakeSheet
from tests.fakes.world import FILE, World


def drafted_sheet(people: int) -> FakeSheet:
    """A tab whose rows have a Lead ID yet to get, a subject and a draft."""
    rows = [[*HEADERS, "Country"]]
    for number in range(people):
        rows.append(
            [f"First{number}", f"Last{number}", f"person{number}@firm{number}.example", "COO", f"Firm {number}",
             "Retail", "20", "", "Germany"]
        )  # fmt: skip
    columns = [FakeColumn(cells=[row[at] for row in rows]) for at in range(len(rows[0]))]
    subjects = ["Subject", *(f"Routes for Firm {number}" for number in range(people))]
    drafts = ["Draft", *(f"Hi First{number},\n\nyour vans.\n\nAna" for number in range(people))]
    columns += [
        FakeColumn(cells=list(subjects), own=OwnColumn.SUBJECT),
        FakeColumn(cells=list(drafts), own=OwnColumn.DRAFT),
    ]
    return FakeSheet(title="Leads", columns=columns, rows=len(rows))


@dataclass
class Morning:
    """Everything a test of sending needs; ``world`` makes fresh processes on the same store, sheet and mailbox."""

    people: int = 1
    strict: bool = False
    world: World = field(default_factory=World)

    def __post_init__(self) -> None:
        self.mailboxes = FakeMailboxes(self.world.clock)
        self.box = self.mailboxes.add(ANA.email)
        self.world.mailboxes = self.mailboxes
        self.sheet = drafted_sheet(self.people)
        self.world.spreadsheets.files[FILE] = {0: self.sheet}
        services = self.services()
        services.accounts.enter(ANA)
        self.connect(services)
        services.policies.save(ANA, Policy(postal_address="1 Harbour St, Hull", is_strict=self.strict))

    @property
    def clock(self) -> FakeClock:
        return self.world.clock

    def services(self) -> Services:
        return self.world.services()

    def connect(self, services: Services, kinds: Sequence[GrantKind] = tuple(GrantKind)) -> None:
        for kind in kinds:
            connect(services.grants, self.world.consent, ANA, kind)

    def plan(self, recipe: Recipe | None = None) -> Plan:
        source = Source(spreadsheet_id=FILE, sheet_id=0, tab="Leads")
        return self.services().plans.start(ANA, source, "new", "token", recipe)

    def confirmed(self, recipe: Recipe | None = None) -> Campaign:
        plan = self.plan(recipe)
        return self.services().sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)

    def work(self, hours: float, services: Services | None = None) -> None:
        """Let time pass, ticking at every due instant as the playground's clock does, in a fresh process or in one."""
        end = self.clock.now() + timedelta(hours=hours)
        worker = (services or self.services()).worker
        for _ in range(5_000):
            found = worker.tick(5.0)
            if found.next_due is not None and found.next_due <= self.clock.now():
                self.clock.at += timedelta(seconds=1)
                continue
            if found.next_due is None or found.next_due > end:
                break
            self.clock.at = max(found.next_due, self.clock.at + timedelta(milliseconds=1))
        self.clock.at = max(end, self.clock.at)
        worker.tick(5.0)

    # --- what can be seen ---
    def enrollments(self, campaign: Campaign) -> list[Enrollment]:
        store = SequenceRepository(self.world.documents)
        return store.first_of(ANA.tenant, campaign.id, 400)

    def sends(self) -> list[Send]:
        """Every send of Ana's company, as stored."""
        repository = SendRepository(self.world.documents)
        found = self.world.documents.find(f"tenants/{ANA.tenant}/sends", Query(limit=400)).found
        return [send for one in found if (send := repository.find(ANA.tenant, one.id))]

    def states(self, campaign: Campaign) -> list[EnrollmentState]:
        return [one.state for one in self.enrollments(campaign)]

    def words(self) -> Sequence[object]:
        return self.sheet.own_cells(OwnColumn.STATUS)[1:]
