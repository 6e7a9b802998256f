"""The engine of a run: choose the rows, then slice after slice read → work → store → write → move on.

Every step may be repeated after a crash: ids are derived from the row, cells are stored before they are written, and
the cursor moves only after both. The read before a slice is the check of the slice before it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from addon.errors import AssistantError, Conflict, Invalid, Rejected
from addon.leads.identity import Scope
from addon.leads.model import Cell, ColumnCells, OwnColumn, Span
from addon.leads.numbers import numbers_of
from addon.leads.repository import LeadRepository, TabRecord
from addon.leads.service import tab_id
from addon.leads.table import HEADER_ROWS, Table, table_from
from addon.leads.write_back import Landing, column_cells, missing_columns, repairs
from addon.lib.seal import Sealer
from addon.ports import Clock, Documents, Spreadsheet, Spreadsheets
from addon.runs.identify import identified
from addon.runs.model import Run, RunKind, RunState, Work
from addon.runs.plan import Item, chooser, spans_of
from addon.runs.progress import ASK_AGAIN, after_fault, after_slice, ended
from addon.runs.repository import RunRepository
from addon.runs.slices import SliceStore, outcome_of_slice

MAX_PLANS = 20
"""Times a run makes its list of rows anew because rows or columns changed under it; then they count as changed."""

QUEUED = "Queued"


class RunDispatch:
    """Moves runs on. Stateless: everything it knows is in the store and the sheet."""

    def __init__(
        self,
        documents: Documents,
        spreadsheets: Spreadsheets,
        clock: Clock,
        sealer: Sealer,
        works: Mapping[RunKind, Work],
    ) -> None:
        self._runs = RunRepository(documents)
        self._leads = LeadRepository(documents)
        self._slices = SliceStore(self._leads, clock)
        self._spreadsheets = spreadsheets
        self._clock = clock
        self._sealer = sealer
        self._works = works

    def advance(self, tenant: str, run_id: str, is_time_up: Callable[[], bool]) -> datetime | None:
        """Work until the run needs no more or time is up; return when to come back, None for never.

        Only the holder of the run's due row may call this.
        """
        while run := self._runs.find(tenant, run_id):
            if not run.state.is_active:
                return None
            try:
                run = self._step(run, is_time_up)
            except Conflict:
                continue  # somebody pressed Stop or renewed the access: look again
            if run.state is RunState.WAITING:
                return run.retry_at
            if run.state.is_active and is_time_up():
                return self._clock.now()
        return None

    def _step(self, run: Run, is_time_up: Callable[[], bool]) -> Run:
        try:
            if run.state is RunState.STOPPING:
                return self._end(run, RunState.STOPPED)
            if run.total is None:
                return self._plan(run, None)
            if run.cursor >= run.total:
                return self._end(run, RunState.DONE)
            return self._slice(run, is_time_up)
        except Conflict:
            raise
        except AssistantError as error:
            return self._runs.save(after_fault(run, error, self._clock.now()))

    def _open(self, run: Run) -> Spreadsheet:
        if not run.access:
            raise Rejected(ASK_AGAIN, reason="access_expired")
        token = self._sealer.open(run.access, tenant=run.tenant, user=run.user, purpose=purpose_of(run.id))
        return self._spreadsheets.open(run.target.spreadsheet_id, token)

    def _plan(self, run: Run, leftover: frozenset[str] | None) -> Run:
        """Choose the rows and give each its id; with ``leftover`` only the rows that carry or get one of these ids."""
        sheet, work = self._open(run), self._works[run.kind]
        tab = tab_id(run.target.spreadsheet_id, run.target.sheet_id)
        record = self._leads.tab(run.tenant, tab)
        table = table_from(sheet.read(run.target.sheet_id, (Span(0),), tuple(OwnColumn)), record.columns)
        self._leads.save_tab(run.tenant, tab, replace(record, columns=table.columns, updated_at=self._clock.now()))
        ids = identified(scope_of(run), table)
        if leftover is None:
            is_chosen = chooser(run.target.rows, table, work)
            rows = [row for row in table.lead_rows() if is_chosen(row)]
        else:
            rows = [
                r
                for r in table.lead_rows()
                if ids[r] in leftover or str(table.own_cell(OwnColumn.LEAD_ID, r)) in leftover
            ]
        if rows:
            self._add_columns(run, sheet, table, work)
            sheet.write(run.target.sheet_id, _announcement(table, rows, ids))
        items = [Item(id=ids[row], row=row) for row in rows]
        planned = replace(run, plan=run.plan + 1, total=run.cursor + len(items), state=RunState.RUNNING)
        return self._keep_list(planned, items)

    def _keep_list(self, run: Run, items: Sequence[Item]) -> Run:
        """Store the list; rows behind the cursor need no item, so their places hold none."""
        behind = [Item(id="", row=0)] * run.cursor
        self._runs.save_items(run, [*behind, *items])
        return self._runs.save(replace(run, verified=run.cursor, note="", updated_at=self._clock.now()))

    def _add_columns(self, run: Run, sheet: Spreadsheet, table: Table, work: Work) -> None:
        wanted = (OwnColumn.LEAD_ID, *work.columns, OwnColumn.STATUS)
        missing = missing_columns(wanted, table.own, table.headers, table.header_row)
        if not missing:
            return
        status = table.own.get(OwnColumn.STATUS)
        before = status.index if status else table.width
        tabs = {tab.sheet_id: tab for tab in sheet.describe().tabs}
        if run.target.sheet_id not in tabs:
            raise Rejected("This tab was deleted. Choose another one on Home.", reason="tab_gone")
        at_edge = before >= tabs[run.target.sheet_id].columns
        sheet.add_columns(run.target.sheet_id, before, missing, at_edge=at_edge)

    def _slice(self, run: Run, is_time_up: Callable[[], bool]) -> Run:
        sheet, work = self._open(run), self._works[run.kind]
        items = self._runs.items(run, run.cursor, min(run.total or 0, run.cursor + work.slice_rows))
        table = self._read_for(run, sheet, work, items)
        fixes = self._repairs(run, table, work)
        found = outcome_of_slice(scope_of(run), table, items)
        lost = not table.own.keys() >= {OwnColumn.LEAD_ID, *work.guarded}
        if (found.changed or lost) and run.plan < MAX_PLANS:
            sheet.write(run.target.sheet_id, column_cells(fixes))
            leftover = {item.id for item in self._runs.all_items(run)[run.cursor :]}
            return self._plan(run, frozenset(leftover))
        done = self._slices.work(run, work, table, found, items, is_time_up)
        sheet.write(run.target.sheet_id, column_cells(fixes | done.cells))
        return self._move_on(run, done.placed, done.outcomes)

    def _read_for(self, run: Run, sheet: Spreadsheet, work: Work, items: Sequence[Item]) -> Table:
        """Read the header, a slice's rows where they were last seen, and our columns that say where they are now."""
        record = self._leads.tab(run.tenant, tab_id(run.target.spreadsheet_id, run.target.sheet_id))
        own = (OwnColumn.LEAD_ID, *work.guarded)

        def read(rows: Sequence[int]) -> Table:
            top = Span(0, min(HEADER_ROWS, max(rows) + 1))
            below = spans_of(row for row in rows if row >= HEADER_ROWS)
            return table_from(sheet.read(run.target.sheet_id, (top, *below), own), record.columns)

        expected = [item.row for item in items]
        try:
            table = read(expected)
        except Invalid:  # rows were deleted: the stretch reaches beyond the tab
            return table_from(sheet.read(run.target.sheet_id, (Span(0),), own), record.columns)
        wanted = {item.id for item in items}
        here = [row for row, id in enumerate(table.own_column(OwnColumn.LEAD_ID)) if str(id) in wanted]
        return table if all(row in table.rows for row in here) else read([*here, *expected])

    def _repairs(self, run: Run, table: Table, work: Work) -> dict[int, dict[OwnColumn, Cell]]:
        landing = self._runs.items(run, run.verified, run.cursor)
        placed = {item.id: item.row for item in landing if item.id}
        ids = table.own_column(OwnColumn.LEAD_ID)
        under = [str(ids[row]) for row in placed.values() if row < len(ids) and ids[row] != ""]
        moved = any(row >= len(ids) or ids[row] != id for id, row in placed.items())
        if not moved:
            return {}
        intended = self._slices.intended(run.tenant, [*placed, *under], (*work.columns, OwnColumn.STATUS))
        return repairs(Landing(placed=placed, intended=intended), ids, table.own, work.guarded)

    def _move_on(self, run: Run, placed: Sequence[Item], outcomes: Sequence[str]) -> Run:
        moved = after_slice(run, len(placed), outcomes, self._clock.now())
        try:
            return self._runs.advance(moved, run.cursor, placed)
        except Conflict:
            fresh = self._runs.find(run.tenant, run.id)
            if fresh is None or (fresh.cursor, fresh.plan) != (run.cursor, run.plan):
                raise
            return self._runs.advance(after_slice(fresh, len(placed), outcomes, self._clock.now()), run.cursor, placed)

    def _end(self, run: Run, state: RunState) -> Run:
        """Check the last slice, take our words off rows that were not reached, count the tab, and close."""
        if run.total:
            sheet, work = self._open(run), self._works[run.kind]
            tab = tab_id(run.target.spreadsheet_id, run.target.sheet_id)
            record = self._leads.tab(run.tenant, tab)
            table = table_from(sheet.read(run.target.sheet_id, (Span(0),), tuple(OwnColumn)), record.columns)
            cells = self._repairs(run, table, work)
            for row, cell in enumerate(table.own_column(OwnColumn.STATUS)):
                if cell == QUEUED and row > table.header_row:
                    cells[row] = {OwnColumn.STATUS: "", **cells.get(row, {})}
            sheet.write(run.target.sheet_id, column_cells(cells))
            fresh = TabRecord(columns=table.columns, numbers=numbers_of(table), updated_at=self._clock.now())
            self._leads.save_tab(run.tenant, tab, fresh)
        return self._runs.save(ended(run, state, self._clock.now()))


def scope_of(run: Run) -> Scope:
    """Return the scope in which the run's Lead IDs are good."""
    return Scope(tenant=run.tenant, spreadsheet_id=run.target.spreadsheet_id, sheet_id=run.target.sheet_id)


def purpose_of(run_id: str) -> str:
    """Return what a run's sealed access is for."""
    return f"run {run_id}"


def _announcement(table: Table, rows: Sequence[int], ids: Mapping[int, str]) -> tuple[ColumnCells, ...]:
    """Return the cells that queue ``rows`` and put right every id that stands at the wrong lead, or at none."""
    cells: dict[int, dict[OwnColumn, Cell]] = {row: {OwnColumn.STATUS: QUEUED} for row in rows}
    carried = {row: str(cell) for row, cell in enumerate(table.own_column(OwnColumn.LEAD_ID)) if row > table.header_row}
    for row in {*rows, *(row for row, id in carried.items() if id)}:
        if carried.get(row, "") != ids.get(row, ""):
            cells.setdefault(row, {})[OwnColumn.LEAD_ID] = ids.get(row, "")
    return column_cells(cells)
