"""One slice: find its rows, keep what people edited, have the rest worked, and store what was decided."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from addon.errors import Conflict, Unavailable
from addon.leads.identity import Scope, verifies
from addon.leads.model import Cell, Field, Lead, OwnColumn
from addon.leads.person import fingerprint, person
from addon.leads.repository import LeadRecord, LeadRepository
from addon.leads.service import tab_id
from addon.leads.table import Table
from addon.leads.write_back import is_edited, remember
from addon.ports import Clock
from addon.runs.model import Done, Row, Run, Work
from addon.runs.plan import Item

KEPT, GONE, CHANGED = "kept", "gone", "changed"
KEPT_STATUS = "Kept: you edited it"


NOT_WRITTEN = Item(id="", row=0)
"""Takes the place of an item whose row was left as it is: there is nothing to check or repair there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where the rows of a slice stand now: id → (row, lead); ids gone from the tab; ids whose row is another person."""

    leads: Mapping[str, tuple[int, Lead]]
    gone: frozenset[str]
    changed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceResult:
    """What one slice decided: cells by row, where each written item stood, and the word each item counts under."""

    cells: dict[int, dict[OwnColumn, Cell]]
    placed: Sequence[Item]
    outcomes: Sequence[str]


def outcome_of_slice(scope: Scope, table: Table, items: Sequence[Item]) -> Found:
    """Return where the items of a slice stand in the table as just read."""
    now = {str(id): row for row, id in reversed(list(enumerate(table.own_column(OwnColumn.LEAD_ID)))) if id != ""}
    leads: dict[str, tuple[int, Lead]] = {}
    changed = set()
    for item in items:
        row = now.get(item.id)
        lead = table.lead(row) if row is not None and row in table.rows else None
        if row is None or lead is None:
            continue
        if verifies(scope, item.id, person(lead.value(Field.EMAIL))):
            leads[item.id] = (row, lead)
        else:
            changed.add(item.id)
    gone = frozenset(item.id for item in items) - leads.keys() - changed
    return Found(leads=leads, gone=gone, changed=frozenset(changed))


class SliceStore:
    """Works slices against the stored leads. What is decided is stored before the sheet is written."""

    def __init__(self, leads: LeadRepository, clock: Clock) -> None:
        self._leads = leads
        self._clock = clock

    def intended(
        self, tenant: str, ids: Sequence[str], columns: Sequence[OwnColumn]
    ) -> dict[str, dict[OwnColumn, Cell]]:
        """Return the cells of ``columns`` we decided last, by id."""
        records = self._leads.records(tenant, list(dict.fromkeys(ids)))
        return {
            id: {OwnColumn(name): cell for name, cell in record.cells.items() if name in columns}
            for id, record in records.items()
        }

    def work(
        self,
        run: Run,
        work: Work,
        table: Table,
        found: Found,
        items: Sequence[Item],
        is_time_up: Callable[[], bool],
    ) -> SliceResult:
        """Have the rows of a slice worked, store the outcome, and return what to write."""
        records = self._leads.records(run.tenant, list(found.leads))
        kept = {id for id, (row, _) in found.leads.items() if _is_kept(table, row, records.get(id), work)}
        rows = {
            id: _row(replace(lead, id=id), records.get(id)) for id, (_, lead) in found.leads.items() if id not in kept
        }
        finished = dict(zip(rows, work(run, list(rows.values()), is_time_up) if rows else (), strict=False))
        reached = _reached(items, rows, finished)
        self._store(run, found, finished)
        cells = {found.leads[id][0]: dict(done.cells) for id, done in finished.items()}
        cells |= {found.leads[item.id][0]: {OwnColumn.STATUS: KEPT_STATUS} for item in reached if item.id in kept}
        return SliceResult(
            cells=cells,
            placed=[
                Item(id=item.id, row=found.leads[item.id][0]) if item.id in finished else NOT_WRITTEN
                for item in reached
            ],
            outcomes=[_outcome(item.id, found, kept, finished) for item in reached],
        )

    def _store(self, run: Run, found: Found, finished: Mapping[str, Done]) -> None:
        """Store what was decided; a run of the other kind may write the same leads meanwhile: then read again."""
        for _ in range(5):
            records = self._leads.records(run.tenant, list(finished))
            try:
                self._leads.save(
                    run.tenant, [self._record(run, found, id, done, records.get(id)) for id, done in finished.items()]
                )
            except Conflict:
                continue
            return
        raise Unavailable("Two runs write these rows at once. We try again.", reason="contended")

    def _record(self, run: Run, found: Found, id: str, done: Done, old: LeadRecord | None) -> LeadRecord:
        known = person(found.leads[id][1].value(Field.EMAIL))
        old = old or LeadRecord(id=id, tab_id=tab_id(run.target.spreadsheet_id, run.target.sheet_id), person="")
        return replace(
            old,
            person=fingerprint(known) if known else "",
            cells={**old.cells, **{str(column): cell for column, cell in done.cells.items()}},
            written=remember(old.written, done.cells),
            facts={**old.facts, **done.facts},
            updated_at=self._clock.now(),
        )


def _is_kept(table: Table, row: int, record: LeadRecord | None, work: Work) -> bool:
    written = record.written if record else {}
    return any(is_edited(table.own_cell(column, row), written.get(column, ())) for column in work.guarded)


def _row(lead: Lead, record: LeadRecord | None) -> Row:
    return Row(lead=lead, decided=record.cells if record else {}, facts=record.facts if record else {})


def _reached(items: Sequence[Item], rows: Mapping[str, Row], finished: Mapping[str, Done]) -> list[Item]:
    """Return the items up to the first whose row was given to work and not finished."""
    for position, item in enumerate(items):
        if item.id in rows and item.id not in finished:
            return list(items[:position])
    return list(items)


def _outcome(id: str, found: Found, kept: set[str], finished: Mapping[str, Done]) -> str:
    if id in found.gone:
        return GONE
    if id in found.changed:
        return CHANGED
    return KEPT if id in kept else finished[id].outcome
