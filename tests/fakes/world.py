"""A world of fakes around the real services: one sheet, one store, one clock, and a worker to call by hand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from cryptography.fernet import Fernet

from addon.adapters.dates import CldrDates
from addon.adapters.flufl_bounce import FluflBounceScanner
from addon.adapters.mime import StdlibMime
from addon.adapters.table_files import UploadedFiles
from addon.drafting.model import Draft
from addon.drafting.service import Drafting, Order
from addon.leads.model import Lead, Tab
from addon.leads.service import Leads
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from addon.ports import Documents, Mailboxes, TextModel
from addon.rooms import Ports
from addon.runs.model import PLAIN, Manner, Run, RunKind, RunState, Target
from addon.sequences.listen_dispatch import Ears
from addon.services import Services, build
from tests.cast import ANA
from tests.fakes.clock import FakeClock
from tests.fakes.consent import FakeConsent
from tests.fakes.documents import FakeDocuments
from tests.fakes.new_spreadsheets import FakeNewSpreadsheets
from tests.fakes.spreadsheets import FakeSpreadsheets

FILE = "file-1"
KEYS = (Fernet.generate_key().decode(),)


def drafting_of(model: TextModel | None) -> Drafting:
    """Return the drafting room alone, on an empty store."""
    documents = FakeDocuments()
    return Drafting(model, documents, Leads(documents, FakeSpreadsheets(), FakeClock()))


def drafted(drafting: Drafting, lead: Lead, order: Order) -> Draft:
    """Return one draft; raise what stands in its place."""
    [found] = drafting.write_all(order, [lead], Counter(), lambda: False)
    if isinstance(found, Exception):
        raise found
    return found


class SilentQueue:
    """A queue that loses every wake-up: nothing may depend on one."""

    def wake(self, kind: str, ref: str) -> None:
        return


@dataclass
class World:
    """Everything a flow test needs."""

    documents: Documents = field(default_factory=FakeDocuments)
    spreadsheets: FakeSpreadsheets = field(default_factory=FakeSpreadsheets)
    clock: FakeClock = field(default_factory=FakeClock)
    model: TextModel | None = None
    consent: FakeConsent = field(default_factory=FakeConsent)
    mailboxes: Mailboxes | None = None
    ears: Ears | None = None

    def services(self) -> Services:
        """Fresh services on the same store and sheet: another process, or the one that came back after a crash."""
        ports = Ports(
            documents=self.documents,
            spreadsheets=self.spreadsheets,
            new_spreadsheets=FakeNewSpreadsheets(self.spreadsheets),
            table_files=UploadedFiles(),
            model=self.model,
            queue=SilentQueue(),
            mime=StdlibMime(),
            scanner=FluflBounceScanner(),
            dates=CldrDates(),
            clock=self.clock,
            consent=self.consent,
            mailboxes=self.mailboxes,
            ears=self.ears,
            base_url="https://assistant.example",
        )
        return build(ports, Sealer(KEYS), Signer(KEYS), "suppression-key")

    def start(
        self,
        kind: RunKind,
        rows: str = "new",
        *,
        inline: bool = False,
        token: str = "token",
        manner: Manner = PLAIN,
    ) -> Run:
        """Start a run as Ana; unless ``inline``, the click does no work of its own."""
        target = Target(spreadsheet_id=FILE, sheet_id=0, tab="Leads", rows=rows)
        tab = Tab(sheet_id=0, title="Leads", rows=10 if inline else 5_000, columns=8)
        return self.services().runs.start(ANA, kind, target, tab, token, manner=manner)

    def finish(self, run: Run, *, ticks: int = 200) -> Run:
        """Tick, and let time pass, until the run is over or waits for what only a person can give."""
        services = self.services()
        for _ in range(ticks):
            services.worker.tick(5.0)
            run = services.runs.get(ANA, run.id)
            if not run.state.is_active or (run.state is RunState.WAITING and run.retry_at is None):
                return run
            self.clock.advance(seconds=601)
        raise AssertionError(f"the run is still {run.state} after {ticks} ticks")
