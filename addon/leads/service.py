"""Sheets as leads: what the cards show of a file, and what a run reads and writes in one tab."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import Conflict, Invalid, Rejected, Unavailable
from addon.leads.identity import Scope
from addon.leads.model import (
    Cell,
    Check,
    Decision,
    Field,
    LeadRecord,
    NewColumn,
    OwnColumn,
    Place,
    Problem,
    Reading,
    RowChoice,
    Span,
    Tab,
    TabRecord,
    TabRows,
    Workbook,
)
from addon.leads.numbers import COUNTED, counted, numbers_of
from addon.leads.person import fingerprint, person
from addon.leads.repository import LeadRepository
from addon.leads.rows import QUEUED, announcement, chooser, found_rows, identified, places_now
from addon.leads.selection import parse_rows
from addon.leads.spans import spans_of
from addon.leads.table import HEADER_ROWS, Table, corrected, table_from
from addon.leads.validate import findings
from addon.leads.write_back import (
    CellsByRow,
    Standing,
    column_cells,
    mark_of,
    missing_columns,
    remember,
    repairs,
    stands,
)
from addon.lib.cache import Cache
from addon.lib.ids import digest
from addon.lib.text import cell_text
from addon.ports import Clock, Documents, Spreadsheet, Spreadsheets

OUTLINE_SECONDS = 20
"""How long a file's list of tabs is reused for one user."""

MAX_RACES = 5
"""Lost races in a row over the same leads before a run comes back later."""

MAX_PASSES = 6
"""Times a misplaced write is put right and looked at again before the next slice takes over."""

SPOILING = (Problem.NO_EMAIL, Problem.BAD_EMAIL, Problem.DUPLICATE)
"""Problems that keep a row from being mailed."""


def tab_id(spreadsheet_id: str, sheet_id: int) -> str:
    """Return the id of a tab's documents."""
    return digest("tab", spreadsheet_id, str(sheet_id))


def check_choice(choice: str) -> None:
    """Raise ``Invalid`` naming the faulty piece of a choice of rows that is neither a word nor a range."""
    if choice not in tuple(RowChoice):
        parse_rows(choice)


class Leads:
    """What the cards show of a file, read with the caller's own access."""

    def __init__(self, documents: Documents, spreadsheets: Spreadsheets, clock: Clock) -> None:
        self._repository = LeadRepository(documents)
        self._spreadsheets = spreadsheets
        self._clock = clock
        self._outlines: Cache[tuple[str, str, str], Workbook] = Cache(size=2_000, seconds=OUTLINE_SECONDS)

    def outline(self, caller: Caller, spreadsheet_id: str, access_token: str, *, fresh: bool = False) -> Workbook:
        """Return the file's tabs, at most 20 seconds old; ``fresh`` asks Google again."""
        key = (caller.tenant, caller.user, spreadsheet_id)
        if fresh:
            self._outlines.drop(key)
        sheet = self._spreadsheets.open(spreadsheet_id, access_token)
        return self._outlines.get_or_make(key, sheet.describe)

    def choose_tab(self, caller: Caller, workbook: Workbook, asked: int | None) -> Tab:
        """Return the tab asked for, else the one the caller used last, else the first to be seen; remember it."""
        place = digest("place", caller.user, workbook.spreadsheet_id)
        remembered = self._repository.place(caller.tenant, place)
        by_id = {tab.sheet_id: tab for tab in workbook.tabs}
        visible = [tab for tab in workbook.tabs if not tab.hidden] or list(workbook.tabs)
        if not visible:
            raise Invalid("This file has no tab with cells. Add a tab with one row per lead.")
        tab = next((by_id[id] for id in (asked, remembered) if id is not None and id in by_id), visible[0])
        if tab.sheet_id != remembered:
            self._repository.save_place(caller.tenant, place, tab.sheet_id)
        return tab

    def numbers(self, caller: Caller, spreadsheet_id: str, sheet_id: int, access_token: str) -> Mapping[str, int]:
        """Return the numbers of a tab as its cells stand now; empty, and without a call, before the first check."""
        record = self._repository.tab(caller.tenant, tab_id(spreadsheet_id, sheet_id))
        if not record.numbers or record.columns is None:
            return record.numbers
        sheet = self._spreadsheets.open(spreadsheet_id, access_token)
        below = record.columns.header_row + 1
        own = sheet.read(sheet_id, (), COUNTED).own
        return {**record.numbers, **counted({OwnColumn(key): column.cells[below:] for key, column in own.items()})}

    def check(self, caller: Caller, workbook: Workbook, tab: Tab, access_token: str) -> Check:
        """Read the tab once and say what is in it and what is wrong with it; writes nothing into the sheet."""
        record = self._repository.tab(caller.tenant, tab_id(workbook.spreadsheet_id, tab.sheet_id))
        reading = self._read(workbook, tab, access_token)
        table = table_from(reading, record.columns)
        self._keep(caller, workbook, tab, record, table)
        return _check(tab, table)

    def save_columns(
        self, caller: Caller, workbook: Workbook, tab: Tab, answers: Mapping[Field, str], access_token: str
    ) -> Check:
        """Store which column holds what and check again; ``answers`` are keys of ``Check.headers``, ``""`` for none."""
        record = self._repository.tab(caller.tenant, tab_id(workbook.spreadsheet_id, tab.sheet_id))
        reading = self._read(workbook, tab, access_token)
        guessed = table_from(reading, record.columns)
        known = {"": "", **_keyed(guessed)}
        chosen = {field: known[key] for field, key in answers.items() if key in known}
        table = table_from(reading, corrected(guessed.columns, chosen))
        self._keep(caller, workbook, tab, record, table)
        audit("leads:columns:saved", tenant=caller.tenant, user=caller.user, sheet=tab.sheet_id)
        return _check(tab, table)

    def _read(self, workbook: Workbook, tab: Tab, access_token: str) -> Reading:
        sheet = self._spreadsheets.open(workbook.spreadsheet_id, access_token)
        return sheet.read(tab.sheet_id, (Span(0),), tuple(OwnColumn))

    def _keep(self, caller: Caller, workbook: Workbook, tab: Tab, record: TabRecord, table: Table) -> None:
        fresh = replace(record, columns=table.columns, numbers=numbers_of(table), updated_at=self._clock.now())
        self._repository.save_tab(caller.tenant, tab_id(workbook.spreadsheet_id, tab.sheet_id), fresh)

    def open_tab(
        self, tenant: str, spreadsheet_id: str, sheet_id: int, access_token: str, hold: Callable[[], None]
    ) -> LeadTab:
        """Return one tab as a run works on it: ``hold`` is called before every write and may forbid it."""
        sheet = self._spreadsheets.open(spreadsheet_id, access_token)
        scope = Scope(tenant=tenant, spreadsheet_id=spreadsheet_id, sheet_id=sheet_id)
        return LeadTab(self._repository, sheet, self._clock, scope, hold)


class LeadTab:
    """One tab of one tenant with one access, as a run works on it. Each method says how many calls it makes."""

    def __init__(
        self, repository: LeadRepository, sheet: Spreadsheet, clock: Clock, scope: Scope, hold: Callable[[], None]
    ) -> None:
        self._hold = hold
        self._repository = repository
        self._sheet = sheet
        self._clock = clock
        self._scope = scope
        self._id = tab_id(scope.spreadsheet_id, scope.sheet_id)

    def choose(
        self,
        choice: str,
        columns: Sequence[OwnColumn],
        done_column: OwnColumn,
        leftover: Collection[str] | None = None,
    ) -> list[Place]:
        """Choose rows, give each its id, and mark it queued; at most 4 calls, 1 if there is nothing to do.

        With ``leftover`` the rows are those that carry, or now get, one of these ids, whatever the choice was.
        """
        table = self._read_whole()
        ids = identified(self._scope, table)
        is_chosen = chooser(choice, table, done_column)
        rows = [row for row in table.lead_rows() if (is_chosen(row) if leftover is None else ids[row] in leftover)]
        if rows:
            table = self._with_columns(table, (OwnColumn.LEAD_ID, *columns, OwnColumn.STATUS))
            self.write(announcement(table, rows, ids))
        return [Place(id=ids[row], row=row) for row in rows]

    def read(
        self,
        places: Sequence[Place],
        landed: Sequence[Place],
        columns: Sequence[OwnColumn],
        guarded: Sequence[OwnColumn],
    ) -> TabRows:
        """Read the leads of ``places`` and put right what was written at ``landed`` and stands elsewhere by now.

        ``guarded`` are the columns among ``columns`` whose edits count. One call where nobody moved rows meanwhile.
        """
        table = self._settled(lambda: self._read_rows(places, guarded), landed, columns, guarded)
        records = self._records([place.id for place in places])
        return found_rows(self._scope, table, places, records, guarded, self._saved().own_headers)

    def store(self, decisions: Mapping[str, Decision], found: TabRows) -> None:
        """Store what was decided before it is written; a run of another kind may write the same leads meanwhile."""
        records: Mapping[str, LeadRecord] = {id: found.rows[id].record for id in decisions}
        for _ in range(MAX_RACES):
            fresh = [self._decided(records[id], decision, found) for id, decision in decisions.items()]
            try:
                self._repository.save(self._scope.tenant, fresh)
            except Conflict:
                records = self._records(list(decisions))
                continue
            return
        raise Unavailable("Two runs write these rows at once.", reason="contended")

    @staticmethod
    def mark(decision: Decision, guarded: Sequence[OwnColumn]) -> str:
        """Return the mark by which the row of a decision is known again; a decision without such cells has none."""
        return mark_of([decision.cells.get(column, "") for column in guarded])

    def write(self, cells: CellsByRow) -> None:
        """Write cells of ours; one call, none if there is nothing to write."""
        if cells:
            self._hold()
            self._sheet.write(self._scope.sheet_id, column_cells(cells))

    def close(
        self,
        landed: Sequence[Place],
        columns: Sequence[OwnColumn],
        guarded: Sequence[OwnColumn],
        unreached: Collection[str],
    ) -> None:
        """Check the last write, take our word off rows ``unreached`` and blank ones, count the tab; one call or two."""
        table = self._settled(self._read_whole, landed, columns, guarded)
        queued = [row for row, cell in enumerate(table.own_column(OwnColumn.STATUS)) if cell == QUEUED]
        ids = {row: cell_text(table.own_cell(OwnColumn.LEAD_ID, row)) for row in queued if row > table.header_row}
        ours = (row for row, id in ids.items() if id in unreached or table.lead(row) is None)
        self.write({row: {OwnColumn.STATUS: ""} for row in ours})
        self._remember(table, numbers_of(table))

    def _settled(
        self,
        read: Callable[[], Table],
        landed: Sequence[Place],
        columns: Sequence[OwnColumn],
        guarded: Sequence[OwnColumn],
    ) -> Table:
        """Read, repair and read again until every value that was written stands at its lead."""
        table = read()
        written = [place for place in landed if place.id]
        for _ in range(MAX_PASSES):
            now = _standing(table, guarded)
            if stands(written, now):
                break
            records = self._records([id for row in now.rows() if (id := now.id_at(row))])
            marks = {
                id: mark_of([record.cells.get(column, "") for column in guarded]) for id, record in records.items()
            }
            misplaced = repairs(written, marks, now)
            if not misplaced:
                break
            self.write(
                {row: _belonging(records.get(id), (*columns, OwnColumn.STATUS)) for row, id in misplaced.items()}
            )
            written = [Place(id=now.id_at(row), row=row, mark=marks.get(id, "")) for row, id in misplaced.items()]
            table = read()
        return table

    def _read_whole(self) -> Table:
        reading = self._sheet.read(self._scope.sheet_id, (Span(0),), tuple(OwnColumn))
        return table_from(reading, self._saved().columns)

    def _read_rows(self, places: Sequence[Place], guarded: Sequence[OwnColumn]) -> Table:
        """Read the header, leads where they were last seen, and our columns that say where they are now."""
        own = (OwnColumn.LEAD_ID, *guarded)
        known = self._saved()

        def read_spans(spans: Sequence[Span]) -> Table:
            reading = self._sheet.read(self._scope.sheet_id, spans, own)
            return table_from(reading, known.columns, own_headers=known.own_headers, as_saved=True)

        def read(rows: Sequence[int]) -> Table:
            top = Span(0, min(HEADER_ROWS, max(rows) + 1))
            below = spans_of(row for row in rows if row >= HEADER_ROWS)
            return read_spans((top, *below))

        expected = [place.row for place in places]
        try:
            table = read(expected)
        except Invalid:  # rows were deleted: the stretch reaches beyond the tab
            return read_spans((Span(0),))
        here = list(places_now(table, {place.id for place in places}).values())
        return table if all(row in table.rows for row in here) else read([*here, *expected])

    def _with_columns(self, table: Table, wanted: Sequence[OwnColumn]) -> Table:
        """Insert the columns of ours that are missing; two runs that start at once must not both do it.

        The table returned is the one given: rows may have moved meanwhile, which the next read sees and puts right.
        """
        missing = missing_columns(wanted, table.own, table.headers, table.header_row)
        if missing:
            with self._repository.alone(self._scope.tenant, self._id, self._clock.now()):
                fresh = self._read_whole()
                missing = missing_columns(wanted, fresh.own, fresh.headers, fresh.header_row)
                if missing:
                    self._add_columns(fresh, missing)
        self._remember(table, self._saved().numbers, [column.header for column in missing])
        return table

    def _add_columns(self, table: Table, missing: Sequence[NewColumn]) -> None:
        status = table.own.get(OwnColumn.STATUS)
        before = status.index if status else table.width
        tabs = {tab.sheet_id: tab for tab in self._sheet.describe().tabs}
        if self._scope.sheet_id not in tabs:
            raise Rejected("This tab was deleted. Choose another one on Home.", reason="tab_gone")
        at_edge = before >= tabs[self._scope.sheet_id].columns
        self._hold()
        self._sheet.add_columns(self._scope.sheet_id, before, missing, at_edge=at_edge)

    def _decided(self, record: LeadRecord, decision: Decision, found: TabRows) -> LeadRecord:
        known = person(found.rows[record.id].lead.value(Field.EMAIL))
        return replace(
            record,
            person=fingerprint(known) if known else "",
            cells={**record.cells, **{str(column): cell for column, cell in decision.cells.items()}},
            written=remember(record.written, decision.cells),
            facts={**record.facts, **decision.facts},
            updated_at=self._clock.now(),
        )

    def _records(self, ids: Sequence[str]) -> dict[str, LeadRecord]:
        """Return the records of ``ids``, fresh ones for leads not stored yet."""
        known = self._repository.records(self._scope.tenant, ids)
        return {id: known.get(id) or LeadRecord(id=id, tab_id=self._id, person="") for id in ids}

    def _saved(self) -> TabRecord:
        return self._repository.tab(self._scope.tenant, self._id)

    def _remember(self, table: Table, numbers: Mapping[str, int], fresh_headers: Sequence[str] = ()) -> None:
        fresh = TabRecord(
            columns=table.columns,
            own_headers=(*table.own_headers, *fresh_headers),
            numbers=numbers,
            updated_at=self._clock.now(),
        )
        self._repository.save_tab(self._scope.tenant, self._id, fresh)


def _standing(table: Table, guarded: Sequence[OwnColumn]) -> Standing:
    columns = [table.own_column(column) for column in guarded]
    return Standing(ids=table.own_column(OwnColumn.LEAD_ID), columns=columns, header_row=table.header_row)


def _belonging(record: LeadRecord | None, columns: Sequence[OwnColumn]) -> dict[OwnColumn, Cell]:
    """Return the cells of ``columns`` that belong to a lead: those decided last, blank where there are none."""
    return {column: record.cells.get(column, "") if record else "" for column in columns}


def _keyed(table: Table) -> dict[str, str]:
    """Return the user's headers by a short key that a form can carry."""
    return {digest("header", text)[:12]: text for text in table.user_headers}


def _check(tab: Tab, table: Table) -> Check:
    leads = tuple(table.leads())
    found = findings(leads)
    spoiled = {row for finding in found if finding.problem in SPOILING for row in finding.rows}
    return Check(
        tab=tab,
        headers=_keyed(table),
        columns=table.columns,
        rows=len(leads),
        ready=len(leads) - len(spoiled),
        findings=found,
        numbers=numbers_of(table),
    )
