"""One tab as a run works on it: choose rows, read them, store what was decided, write, and see that it landed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace

from addon.errors import Conflict, Invalid, Rejected, Unavailable
from addon.leads.header import HEADER_ROWS
from addon.leads.identity import Scope
from addon.leads.model import (
    Cell,
    Decision,
    Field,
    FoundRow,
    LeadRecord,
    NewColumn,
    OwnColumn,
    Place,
    Span,
    TabRecord,
    TabRows,
)
from addon.leads.numbers import numbers_of
from addon.leads.parts_dispatch import TOO_LARGE
from addon.leads.person import fingerprint, person
from addon.leads.repository import LeadRepository
from addon.leads.rows import QUEUED, announcement, chooser, found_rows, identified, places_now
from addon.leads.service import tab_id
from addon.leads.spans import spans_of
from addon.leads.status import shown, under_sequence
from addon.leads.table import Table, holds_columns, table_from
from addon.leads.whose import adopted, carried_ids, doubts, is_nameless, leads_of, settle
from addon.leads.write_back import (
    CellsByRow,
    Standing,
    column_cells,
    front_of,
    mark_of,
    missing_columns,
    place_of,
    remember,
    repairs,
    stands,
)
from addon.lib.text import cell_text
from addon.ports import Clock, Spreadsheet

MAX_RACES = 5
"""Lost races in a row over the same leads before a run comes back later."""

MAX_PASSES = 6
"""Times a misplaced write is put right and looked at again before the next slice takes over."""


class LeadTab:
    """One tab of one tenant with one access, as a run works on it. Each method says how many calls it makes."""

    def __init__(
        self,
        repository: LeadRepository,
        sheet: Spreadsheet,
        clock: Clock,
        scope: Scope,
        hold: Callable[[], None],
        *,
        is_large: bool = False,
    ) -> None:
        self._is_large = is_large
        self._hold = hold
        self._repository = repository
        self._sheet = sheet
        self._clock = clock
        self._scope = scope
        self._id = tab_id(scope.spreadsheet_id, scope.sheet_id)
        self._known_marks: dict[str, str] | None = None
        self.is_disturbed = False
        """Whether anything of ours was found at a wrong lead: then more may stand so than one look shows."""

    def choose(
        self,
        choice: str,
        columns: Sequence[OwnColumn],
        done_column: OwnColumn,
        landed: Sequence[Place] = (),
        leftover: Collection[str] | None = None,
        *,
        needed_column: OwnColumn | None = None,
        is_doubtful: bool = False,
    ) -> list[Place]:
        """Put right what is ours, choose rows, give each its id and mark it queued.

        2 calls, 5 to insert columns, 1 if there is nothing to do, 2 more where cells of ours stood at a wrong lead.
        Rows whose cell of ``needed_column`` is blank are left out. With ``leftover`` the rows are those that carry, or
        now get, one of these ids, whatever the choice was.
        ``is_doubtful`` says that a run before this one ended without seeing that all it wrote stands right.
        """
        table, ids = self.righted(columns, landed, is_doubtful=is_doubtful)
        is_chosen = chooser(choice, table, done_column, needed_column)
        rows = [row for row in table.lead_rows() if (is_chosen(row) if leftover is None else ids[row] in leftover)]
        if rows:
            self.insert_missing(table, (OwnColumn.LEAD_ID, *columns, OwnColumn.STATUS))
            self.write(announcement(table, rows, ids, self._repository.said_of(self._scope.tenant, self._id)))
        elif QUEUED in table.own_column(OwnColumn.STATUS):
            self.is_disturbed = True  # a row that was deleted, and put back when its run was over
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
        known = self._saved()
        table = self._settled(lambda: self._read_rows(places, guarded, known), landed, columns, guarded)
        records = self.records([place.id for place in places])
        return found_rows(self._scope, table, places, records, guarded, known.own_headers)

    def is_there(self) -> bool:
        """Whether the tab is still in the file; one call."""
        return any(tab.sheet_id == self._scope.sheet_id for tab in self._sheet.describe().tabs)

    def store(self, decisions: Mapping[str, Decision], found: TabRows) -> Mapping[str, Decision]:
        """Store what was decided before it is written, and return it as it may be written.

        A run of another kind, or a sequence, may write the same leads meanwhile.
        """
        records: Mapping[str, LeadRecord] = {id: found.rows[id].record for id in decisions}
        for _ in range(MAX_RACES):
            allowed = {id: under_sequence(decision, records[id].facts) for id, decision in decisions.items()}
            fresh = [self._decided(records[id], decision, found) for id, decision in allowed.items()]
            try:
                self._repository.save(self._scope.tenant, fresh)
            except Conflict:
                records = self.records(list(decisions))
                continue
            return allowed
        raise Unavailable("Two runs write these rows at once.", reason="contended")

    @staticmethod
    def mark(decision: Decision, columns: Sequence[OwnColumn]) -> str:
        """Return the mark by which the row of a decision is known again; a decision without such cells has none."""
        return mark_of([decision.cells.get(column, "") for column in columns])

    @staticmethod
    def shown(row: FoundRow, word: str) -> Cell:
        """Return what the Status of a row shows where a run has ``word`` for it."""
        return shown(row.record.facts, word)

    def write(self, cells: CellsByRow) -> None:
        """Write cells of ours; one call, none if there is nothing to write."""
        if cells:
            self._hold()
            self._sheet.write(self._scope.sheet_id, column_cells(cells))

    def close(
        self,
        landed: Sequence[Place],
        columns: Sequence[OwnColumn],
        unreached: Collection[str],
        *,
        is_alone: bool,
        is_doubtful: bool,
    ) -> None:
        """See that all that was ``landed`` stands right, take our word off rows ``unreached``, count the tab.

        One call or two where all stands right. ``is_alone`` says that no other run has rows queued in this tab,
        ``is_doubtful`` that what earlier runs wrote may stand wrong too.
        """
        table, _ = self.righted(columns, landed, is_doubtful=is_doubtful)
        queued = [row for row, cell in enumerate(table.own_column(OwnColumn.STATUS)) if cell == QUEUED]
        ids = {row: cell_text(table.own_cell(OwnColumn.LEAD_ID, row)) for row in queued if row > table.header_row}
        ours = {row: id for row, id in ids.items() if is_alone or id in unreached or table.lead(row) is None}
        strays = self._repository.records(
            self._scope.tenant, [id for id in ours.values() if id not in unreached and id]
        )
        words = {id: record.cells.get(OwnColumn.STATUS, "") for id, record in strays.items()}
        self.write({**{row: {OwnColumn.STATUS: words.get(id, "")} for row, id in ours.items()}, **self._unsaid(table)})
        self._remember(table, numbers_of(table))

    def righted(
        self, columns: Sequence[OwnColumn], landed: Sequence[Place], *, is_doubtful: bool = False
    ) -> tuple[Table, Mapping[int, str]]:
        """Read the tab, put right what stands at a wrong lead, and read again until nothing does: one call, mostly.

        Return the table and row → the id that the lead there carries or shall carry.
        """
        marks = {place.id: place.mark for place in landed if place.id}
        for _ in range(MAX_PASSES):
            table = self.read_whole()
            ids = identified(self._scope, table)
            is_doubtful = is_doubtful or self.is_disturbed
            cells = self._wrong(table, ids, columns, marks, is_doubtful=is_doubtful) if table.own else {}
            if not cells:
                return table, ids
            self.write(cells)
        raise Unavailable("Rows are being moved faster than we can follow.", reason="restless")

    def _unsaid(self, table: Table) -> CellsByRow:
        """Return the words of sequences over which a run wrote in the moment they were said."""
        said = self._repository.said_of(self._scope.tenant, self._id)
        if OwnColumn.STATUS not in table.own or not said:
            return {}
        rows = {id: row for row, id in reversed(carried_ids(table).items()) if id in said}
        words = {row: said[id].cells.get(OwnColumn.STATUS, "") for id, row in rows.items()}
        return {
            row: {OwnColumn.STATUS: word}
            for row, word in words.items()
            if table.own_cell(OwnColumn.STATUS, row) != word
        }

    def _wrong(
        self,
        table: Table,
        ids: Mapping[int, str],
        columns: Sequence[OwnColumn],
        landed: Mapping[str, str],
        *,
        is_doubtful: bool,
    ) -> CellsByRow:
        """Return the cells that would put right what stands at a wrong lead; ``landed`` is lead → the mark written."""
        everything = self._marks(columns) if is_doubtful or is_nameless(table, ids) else {}
        doubt = doubts(table, ids, {**everything, **landed}, columns, landed.keys())
        if not doubt:
            return {}
        self.is_disturbed = True
        records = self._repository.records(self._scope.tenant, sorted(leads_of(table, ids, doubt)))
        copies = adopted(table, ids, doubt, records, self._id)
        with suppress(Conflict):  # another run at this tab knows of the copies already
            self._repository.save(self._scope.tenant, copies)
        return settle(table, ids, doubt, records, columns)

    def _marks(self, columns: Sequence[OwnColumn]) -> dict[str, str]:
        """Return what was decided last for every lead the tab ever had, by id; read from the store once."""
        if self._known_marks is None:
            known = self._repository.records_of(self._scope.tenant, self._id)
            self._known_marks = {
                record.id: mark_of([record.cells.get(column, "") for column in columns]) for record in known
            }
        return self._known_marks

    def _settled(
        self,
        read: Callable[[], Table],
        landed: Sequence[Place],
        columns: Sequence[OwnColumn],
        guarded: Sequence[OwnColumn],
    ) -> Table:
        """Read, repair and read again until every value that was written stands at its lead.

        Of a large tab only the ids are looked at: its end looks at all that was written.
        """
        table = read()
        if self._is_large:
            ids = table.own_column(OwnColumn.LEAD_ID)
            stand = all(place.row < len(ids) and ids[place.row] == place.id for place in landed if place.id)
            self.is_disturbed = self.is_disturbed or not stand
            return table
        written = [replace(place, mark=front_of(place.mark, len(guarded))) for place in landed if place.id]
        for _ in range(MAX_PASSES):
            now = _standing(table, guarded)
            if stands(written, now):
                break
            records = self.records([id for row in now.rows() if (id := now.id_at(row))])
            marks = {
                id: mark_of([record.cells.get(column, "") for column in guarded]) for id, record in records.items()
            }
            self.is_disturbed = True
            misplaced = repairs(written, marks, now)
            if not misplaced:
                break
            self.write(
                {row: _belonging(records.get(id), (*columns, OwnColumn.STATUS)) for row, id in misplaced.items()}
            )
            written = [Place(id=now.id_at(row), row=row, mark=marks.get(id, "")) for row, id in misplaced.items()]
            table = read()
        return table

    def read_whole(self, *, as_saved: bool = False) -> Table:
        """Read the whole tab in one call; ``as_saved`` reads its columns as they were last, while they are there."""
        reading = self._sheet.read(self._scope.sheet_id, (Span(0),), tuple(OwnColumn), tuple(Field))
        return table_from(reading, self._saved().columns, as_saved=as_saved)

    def _read_rows(self, places: Sequence[Place], guarded: Sequence[OwnColumn], known: TabRecord) -> Table:
        """Read the header, leads where they were last seen, and our columns that say where they are now."""
        own = (OwnColumn.LEAD_ID, *guarded)

        def read_spans(spans: Sequence[Span]) -> Table:
            reading = self._sheet.read(self._scope.sheet_id, spans, own)
            table = table_from(reading, known.columns, own_headers=known.own_headers, as_saved=True)
            if holds_columns(table, known.columns):
                return table
            reading = self._sheet.read(self._scope.sheet_id, spans, own, tuple(Field))  # a header was renamed
            return table_from(reading, known.columns, own_headers=known.own_headers)

        def read(rows: Sequence[int]) -> Table:
            top = Span(0, min(HEADER_ROWS, max(rows) + 1))
            below = spans_of(row for row in rows if row >= HEADER_ROWS)
            return read_spans((top, *below))

        expected = [place.row for place in places]
        try:
            table = read(expected)
        except Invalid as error:
            if error.reason == TOO_LARGE:
                raise
            table = read_spans((Span(0),))  # rows were deleted: the stretch reaches beyond the tab
            here = list(places_now(table, {place.id for place in places}).values())
            return read(here) if self._is_large and here else table  # read in parts, rows are not whole
        here = list(places_now(table, {place.id for place in places}).values())
        return table if all(row in table.rows for row in here) else read([*here, *expected])

    def remember(self, table: Table) -> None:
        """Store what the columns of the tab are taken for; the numbers stay. No call."""
        self._remember(table, self._saved().numbers)

    def insert_missing(self, table: Table, wanted: Sequence[OwnColumn]) -> None:
        """Insert the columns of ours that are missing and remember the tab; two runs at once must not both insert."""
        missing = missing_columns(wanted, table.own, table.headers, table.header_row)
        if missing:
            with self._repository.alone(self._scope.tenant, self._id, self._clock.now()):
                table = self.read_whole()  # another run may have inserted some meanwhile
                missing = missing_columns(wanted, table.own, table.headers, table.header_row)
                if missing:
                    self._add_columns(table, missing)
        self._remember(table, self._saved().numbers, [column.header for column in missing])

    def _add_columns(self, table: Table, missing: Sequence[NewColumn]) -> None:
        before = place_of(missing, table.own, table.width)
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

    def records(self, ids: Sequence[str]) -> dict[str, LeadRecord]:
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
