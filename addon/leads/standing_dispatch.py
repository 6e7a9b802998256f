"""One tab outside a run: its rows as they stand now, rows chosen for a sequence, and what a sequence says of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo

from addon.errors import Conflict, Invalid, Unavailable
from addon.leads.added import cells_of, row_of
from addon.leads.dispatch import MAX_PASSES, MAX_RACES, LeadTab
from addon.leads.identity import Scope
from addon.leads.model import Field, LeadRecord, OwnColumn
from addon.leads.repository import LeadRepository
from addon.leads.service import tab_id
from addon.leads.standing import SPOKEN, Cells, Spoken, chosen_rows, misplaced, standing_rows, unsaid
from addon.leads.standing_model import TEXTS, Added, Found, RowNow, Said
from addon.leads.status import cells_said, facts_said
from addon.leads.table import Table
from addon.leads.write_back import CellsByRow, remember
from addon.lib.text import cell_text
from addon.ports import Clock, Spreadsheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A whole tab at the moment all chosen rows had their ids."""

    table: Table
    rows: Sequence[RowNow]


class StandingTab:
    """One tab of one tenant with one access, as a sequence sees it. Each method says how many calls it makes."""

    def __init__(
        self, tab: LeadTab, repository: LeadRepository, sheet: Spreadsheet, clock: Clock, scope: Scope
    ) -> None:
        self._tab = tab
        self._repository = repository
        self._sheet = sheet
        self._clock = clock
        self._scope = scope
        self._id = tab_id(scope.spreadsheet_id, scope.sheet_id)

    def find(self, ids: Collection[str]) -> Found:
        """Return where leads stand, and what the columns are called: one call."""
        table = self._tab.read_whole(as_saved=True)
        return Found(rows=standing_rows(self._scope, table, set(ids)), headers=table.user_headers)

    def choose(self, choice: str) -> Chosen:
        """Choose rows and give an id to each that has none: one call where all have one."""
        said = self._repository.said_of(self._scope.tenant, self._id)
        for _ in range(MAX_PASSES):
            table, ids = self._tab.righted(TEXTS, ())
            rows = chosen_rows(choice, table, ids, said)
            missing = [row for row in rows if cell_text(table.own_cell(OwnColumn.LEAD_ID, row)) != ids[row]]
            if not missing:
                self._tab.remember(table)  # from now on its columns are read as they were for this choice
                found = standing_rows(self._scope, table, {ids[row] for row in rows})
                return Chosen(table=table, rows=sorted(found.values(), key=lambda row: row.row))
            self._tab.insert_missing(table, SPOKEN)
            self._tab.write({row: {OwnColumn.LEAD_ID: ids[row]} for row in missing})
        raise _restless()

    def add(self, values: Mapping[Field, str]) -> Added:
        """Add a lead below the last row, unless their address stands in the tab: three calls, one where it does.

        ``values`` hold a normal address. Whoever presses twice waits for the first press.
        """
        address = values[Field.EMAIL]
        with self._repository.alone(self._scope.tenant, self._id, self._clock.now()):
            table = self._tab.read_whole(as_saved=True)
            if (row := row_of(table, address)) is not None:
                return Added(row=row + 1, is_new=False)
            self._sheet.append(self._scope.sheet_id, cells_of(table, values))
            row = row_of(self._tab.read_whole(as_saved=True), address)
        if row is None:
            raise _restless()
        return Added(row=row + 1, is_new=True)

    def say(self, words: Mapping[str, Said], zone: tzinfo) -> frozenset[str]:
        """Store and write what is said of leads, by id, and return the ids that stand nowhere in the tab.

        A read, a write and a read that sees where it landed, since no run may come by for months; one call where all
        of it stands already, six more where a column of ours has to be inserted first.
        """
        before = now = self._spoken()
        meant = self._stored(words, zone)
        written: list[Cells] = []
        for _ in range(MAX_PASSES):
            strays = misplaced(now, before, meant.keys(), written)
            due = {**self._not_stored(strays, now), **unsaid(now, meant)}
            if not due:
                return frozenset(words.keys() - now.by_id().keys())
            written += due.values()
            try:
                self._tab.write(due)
            except Invalid as error:
                if error.reason != "bad_request":  # rows or a column were deleted since the read
                    raise
            now = self._spoken()
        raise _restless()

    def _spoken(self) -> Spoken:
        """Read the columns a sequence writes; insert those the tab lacks, unless the ids are among them."""
        own = self._sheet.read(self._scope.sheet_id, (), SPOKEN).own
        if OwnColumn.LEAD_ID in own and any(column not in own for column in SPOKEN):
            self._tab.insert_missing(self._tab.read_whole(), SPOKEN)
            own = self._sheet.read(self._scope.sheet_id, (), SPOKEN).own
        return Spoken.of(own)

    def _not_stored(self, strays: Mapping[int, Cells], now: Spoken) -> CellsByRow:
        """Return the strays without those to whose leads another worker gave the same word meanwhile."""
        if not strays:
            return {}
        ids = {row: now.id_at(row) for row in strays}
        records = self._repository.records(self._scope.tenant, [id for id in ids.values() if id])
        return {row: cells for row, cells in strays.items() if not _is_stored(records.get(ids[row]), now.cells_at(row))}

    def _stored(self, words: Mapping[str, Said], zone: tzinfo) -> dict[str, Cells]:
        """Store what is said before it is written and return the cells it comes to, by id."""
        for _ in range(MAX_RACES):
            records = self._tab.records(list(words))
            meant = {id: cells_said(records[id], said, zone) for id, said in words.items()}
            try:
                self._repository.save(
                    self._scope.tenant, [self._saying(records[id], words[id], meant[id]) for id in words]
                )
            except Conflict:
                continue
            return dict(meant)
        raise Unavailable("Two runs write these rows at once.", reason="contended")

    def _saying(self, record: LeadRecord, said: Said, cells: Cells) -> LeadRecord:
        return replace(
            record,
            cells={**record.cells, **{str(column): cell for column, cell in cells.items()}},
            written=remember(record.written, cells),
            facts=facts_said(record, said),
            updated_at=self._clock.now(),
        )


def _is_stored(record: LeadRecord | None, cells: Cells) -> bool:
    """Whether cells are what was decided for a lead."""
    return record is not None and all(record.cells.get(column, "") == cell for column, cell in cells.items())


def _restless() -> Unavailable:
    return Unavailable("Rows are being moved faster than we can follow.", reason="restless")
