"""Runs in small slices over the fakes: the real engine, with the rows of a slice and the words of a draft a test's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from addon.accounts.service import Accounts
from addon.leads.model import Decision, Field, FoundRow, OwnColumn, Tab
from addon.leads.service import Leads
from addon.lib.seal import Sealer
from addon.runs.dispatch import RunDispatch
from addon.runs.model import DueKind, DueRow, Run, RunKind, RunState, Target, Work
from addon.runs.repository import DueRepository
from addon.runs.service import Runs
from addon.scoring.service import ScoreRows
from addon.worker import Worker
from tests.cast import ANA
from tests.fakes.world import FILE, KEYS, SilentQueue, World

TICKS = 300


class SmallScores(ScoreRows):
    """The rules, so many rows at a time."""

    def __init__(self, accounts: Accounts, rows: int) -> None:
        super().__init__(accounts)
        self.slice_rows = rows


class NamedDrafts:
    """Drafts that say whose they are, so that one at a wrong lead is seen; ``asked`` counts each lead's turns."""

    columns: tuple[OwnColumn, ...] = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE)
    guarded: tuple[OwnColumn, ...] = (OwnColumn.SUBJECT, OwnColumn.DRAFT)
    done_column: OwnColumn = OwnColumn.DRAFT
    needed_column: OwnColumn | None = None

    def __init__(self, rows: int) -> None:
        self.slice_rows = rows

    def is_quick(self, run: Run) -> bool:
        return False

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        return [self.decide(row) for row in rows]

    def decide(self, row: FoundRow) -> Decision:
        subject, draft, evidence = draft_for(row.lead.value(Field.EMAIL))
        cells = {OwnColumn.SUBJECT: subject, OwnColumn.DRAFT: draft, OwnColumn.EVIDENCE: evidence}
        return Decision(cells={**cells, OwnColumn.STATUS: "Drafted"}, outcome="drafted")


def draft_for(address: str) -> tuple[str, str, str]:
    """Return subject, draft and evidence as ``NamedDrafts`` writes them."""
    return f"For {address}", f"Dear {address}", f"Email: {address}"


@dataclass
class Crew:
    """What starts runs and works them, in one process; several crews on one world are several processes."""

    runs: Runs
    worker: Worker
    world: World
    file: str = FILE
    sheet_id: int = 0
    is_large: bool = False
    """Whether the tab is so large that it is read in parts."""

    def start(self, kind: RunKind, rows: str = "new", token: str = "token") -> Run:
        target = Target(spreadsheet_id=self.file, sheet_id=self.sheet_id, tab="Leads", rows=rows)
        tab = Tab(sheet_id=self.sheet_id, title="Leads", rows=1_000_000 if self.is_large else 5_000, columns=8)
        return self.runs.start(ANA, kind, target, tab, token)

    def finish(self, run: Run) -> Run:
        """Tick and let time pass until the run is over, or waits for a person."""
        for _ in range(TICKS):
            self.worker.tick(5.0)
            run = self.runs.get(ANA, run.id)
            if not run.state.is_active or (run.state is RunState.WAITING and run.retry_at is None):
                return run
            self.world.clock.advance(seconds=601)
        raise AssertionError(f"the run is still {run.state} after {TICKS} ticks: {run.note}")


def crew(world: World, slice_rows: int, drafts: Work | None = None) -> Crew:
    """Put the rooms together as ``addon.services`` does, on the world's fakes."""
    works: dict[RunKind, Work] = {
        RunKind.SCORE: SmallScores(Accounts(world.documents, world.clock), slice_rows),
        RunKind.DRAFT: drafts or NamedDrafts(slice_rows),
    }
    leads, sealer = Leads(world.documents, world.spreadsheets, world.clock), Sealer(KEYS)
    dispatch = RunDispatch(world.documents, leads, world.clock, sealer, works.__getitem__)
    due = DueRepository(world.documents, world.clock.now)
    runs = Runs(world.documents, due, dispatch, SilentQueue(), world.clock, sealer)

    def turn(row: DueRow, is_time_up: Callable[[], bool], hold: Callable[[], None]) -> object:
        tenant, _, run_id = row.ref.rpartition(" ")
        return dispatch.advance(tenant, run_id, is_time_up, hold)

    def give_up(row: DueRow) -> bool:
        tenant, _, run_id = row.ref.rpartition(" ")
        return runs.give_up(tenant, run_id)

    return Crew(runs, Worker(due, world.clock, {DueKind.RUN: turn}, give_up), world)  # type: ignore[dict-item]
