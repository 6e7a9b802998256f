"""Sheets as leads: what the cards show of a file.

The rules of cells load with the first check or run: Home does without them (20 ms and 1.6 MiB of a cold start).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import AssistantError, Invalid
from addon.leads.model import (
    Cell,
    Check,
    Field,
    Finding,
    OwnColumn,
    Reading,
    Roster,
    RowChoice,
    Span,
    Tab,
    TabRecord,
    Workbook,
)
from addon.leads.numbers import COUNTED, counted
from addon.leads.repository import LeadRepository
from addon.leads.roster_repository import RosterRepository
from addon.leads.selection import parse_rows
from addon.leads.standing_model import Added, Found, RowNow, Said, TabStanding
from addon.leads.suppression_service import Suppressions
from addon.lib.cache import Cache
from addon.lib.ids import digest
from addon.ports import Clock, Documents, Spreadsheet, Spreadsheets

if TYPE_CHECKING:
    from addon.leads.dispatch import LeadTab
    from addon.leads.standing_dispatch import StandingTab
    from addon.leads.table import Table

OUTLINE_SECONDS = 20
"""How long a file's list of tabs is reused for one user."""

BOOK_SECONDS = 3600
"""How long a file's time zone and the size of its tabs are taken for known in the background."""


T = TypeVar("T")

Hold = Callable[[], None]
"""Is called before every write and may forbid it."""


def _no_hold() -> None:
    """Forbid nothing."""


def tab_id(spreadsheet_id: str, sheet_id: int) -> str:
    """Return the id of a tab's documents."""
    return digest("tab", spreadsheet_id, str(sheet_id))


def check_choice(choice: str) -> None:
    """Raise ``Invalid`` naming the faulty piece of a choice of rows that is neither a word nor a range."""
    if choice not in tuple(RowChoice):
        parse_rows(choice)


class Leads:
    """What the cards show of a file, read with the caller's own access."""

    def __init__(
        self,
        documents: Documents,
        spreadsheets: Spreadsheets,
        clock: Clock,
        suppressions: Suppressions | None = None,
    ) -> None:
        self._suppressions = suppressions
        self._repository = LeadRepository(documents)
        self._rosters = RosterRepository(documents)
        self._spreadsheets = spreadsheets
        self._clock = clock
        self._outlines: Cache[tuple[str, str, str], Workbook] = Cache(size=2_000, seconds=OUTLINE_SECONDS)
        self._books: Cache[tuple[str, str], Workbook] = Cache(size=2_000, seconds=BOOK_SECONDS)

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

    def own_cells(
        self, spreadsheet_id: str, sheet_id: int, access_token: str, wanted: Sequence[OwnColumn]
    ) -> Mapping[OwnColumn, Sequence[Cell]]:
        """Return our columns of a tab, whole, as they stand now: one call."""
        own = self._spreadsheets.open(spreadsheet_id, access_token).read(sheet_id, (), tuple(wanted)).own
        return {OwnColumn(key): column.cells for key, column in own.items()}

    def facts(self, tenant: str, lead_id: str) -> Mapping[str, Any]:
        """Return what the rooms keep beside a lead; empty for one that is not known."""
        found = self._repository.records(tenant, [lead_id])
        return found[lead_id].facts if lead_id in found else {}

    def check(self, caller: Caller, workbook: Workbook, tab: Tab, access_token: str) -> Check:
        """Read the tab once and say what is in it and what is wrong with it; writes nothing into the sheet."""
        return self._check(caller, workbook, tab, access_token, None)

    def save_columns(
        self, caller: Caller, workbook: Workbook, tab: Tab, answers: Mapping[Field, str], access_token: str
    ) -> Check:
        """Store which column holds what and check again; ``answers`` are keys of ``Check.headers``, ``""`` for none."""
        found = self._check(caller, workbook, tab, access_token, answers)
        audit("leads:columns:saved", tenant=caller.tenant, user=caller.user, sheet=tab.sheet_id)
        return found

    def _check(
        self, caller: Caller, workbook: Workbook, tab: Tab, access_token: str, answers: Mapping[Field, str] | None
    ) -> Check:
        from addon.leads.check import check_of, field_columns, table_as_told

        id = tab_id(workbook.spreadsheet_id, tab.sheet_id)
        record = self._repository.tab(caller.tenant, id)
        sheet, reading = self._read(workbook.spreadsheet_id, tab, access_token, record)
        table = table_as_told(reading, record.columns, answers)
        others = [*self._suppressed(caller.tenant, table), *self._elsewhere(caller, workbook, tab, table)]
        found = check_of(tab, table, others)
        fresh = replace(record, columns=found.columns, numbers=found.numbers, updated_at=self._clock.now())
        self._repository.save_tab(caller.tenant, id, fresh)
        if answers is not None:
            self._mark(caller, sheet, tab, reading, field_columns(table))
        return found

    def _suppressed(self, tenant: str, table: Table) -> list[Finding]:
        """Say who opted out of the tenant's mails: one call to the store."""
        from addon.leads.opted_out import persons_in, suppressed_rows

        persons = persons_in(table)
        return suppressed_rows(persons, self._suppressions.suppressed(tenant, persons)) if self._suppressions else []

    def _elsewhere(self, caller: Caller, workbook: Workbook, tab: Tab, table: Table) -> list[Finding]:
        """Say who stands in other tabs of the tenant too, and remember this one's: ten calls to the store at most."""
        from addon.leads.elsewhere import known_elsewhere, packed, people_of

        id, file = tab_id(workbook.spreadsheet_id, tab.sheet_id), digest("file", workbook.spreadsheet_id)
        people = people_of(table)
        rosters = self._rosters.recent(caller.tenant)
        found = known_elsewhere(people, rosters, workbook.tabs, id, file, caller.user)
        own = Roster(
            tab_id=id, file=file, sheet_id=tab.sheet_id, user=caller.user, email=caller.email,
            people=packed(people), updated_at=self._clock.now(),
        )  # fmt: skip
        self._rosters.save(caller.tenant, own)
        return found

    def _mark(
        self, caller: Caller, sheet: Spreadsheet, tab: Tab, reading: Reading, columns: Mapping[Field, int]
    ) -> None:
        """Mark the columns the user confirmed, so that they are known when renamed or moved; without access, not."""
        stale = tuple(field for field, places in reading.fields.items() if places != (columns.get(Field(field)),))
        fresh = {str(field): at for field, at in columns.items() if reading.fields.get(field) != (at,)}
        try:
            sheet.mark_fields(tab.sheet_id, fresh, stale)
        except AssistantError as failed:  # what the store remembers serves, by the headers' texts
            audit(
                "leads:columns:unmarked",
                tenant=caller.tenant, user=caller.user, sheet=tab.sheet_id, reason=failed.reason,
            )  # fmt: skip

    def open_tab(
        self,
        tenant: str,
        spreadsheet_id: str,
        sheet_id: int,
        access_token: str,
        hold: Hold,
        *,
        is_large: bool = False,
    ) -> LeadTab:
        """Return one tab as a run works on it: ``hold`` is called before every write and may forbid it."""
        from addon.leads.dispatch import LeadTab
        from addon.leads.identity import Scope

        record = self._repository.tab(tenant, tab_id(spreadsheet_id, sheet_id)) if is_large else TabRecord()
        sheet = self._sheet(spreadsheet_id, access_token, record, is_large=is_large)
        scope = Scope(tenant=tenant, spreadsheet_id=spreadsheet_id, sheet_id=sheet_id)
        return LeadTab(self._repository, sheet, self._clock, scope, hold, is_large=is_large)

    def rows_now(
        self, tenant: str, spreadsheet_id: str, sheet_id: int, access_token: str, ids: Collection[str]
    ) -> Mapping[str, RowNow]:
        """Return where leads stand in a tab, by id; absent ones are gone: one call, none without ids.

        A file not seen for an hour costs one more, a large tab is read in parts.
        """
        return self.find(tenant, spreadsheet_id, sheet_id, access_token, ids).rows if ids else {}

    def rows_seen(
        self, tenant: str, spreadsheet_id: str, sheet_ids: Iterable[int], access_token: str, ids: Collection[str]
    ) -> dict[str, RowNow]:
        """Return where leads stand in tabs of a file, for a card; none of a tab that cannot be read: a courtesy."""
        rows: dict[str, RowNow] = {}
        for sheet_id in sheet_ids:
            with suppress(AssistantError):
                rows |= self.rows_now(tenant, spreadsheet_id, sheet_id, access_token, ids)
        return rows

    def find(self, tenant: str, spreadsheet_id: str, sheet_id: int, access_token: str, ids: Collection[str]) -> Found:
        """Return what ``rows_now`` does, with the headers of the tab, also where there are no ids: as many calls."""
        return self._looked(tenant, spreadsheet_id, sheet_id, access_token, lambda tab: tab.find(ids))

    def add(
        self, tenant: str, spreadsheet_id: str, sheet_id: int, access_token: str, values: Mapping[Field, str]
    ) -> Added:
        """Add a lead below the last row of a tab, unless their address stands there: see ``StandingTab.add``."""
        return self._looked(tenant, spreadsheet_id, sheet_id, access_token, lambda tab: tab.add(values))

    def selected(self, tenant: str, spreadsheet_id: str, sheet_id: int, access_token: str, choice: str) -> TabStanding:
        """Return the rows of a choice (as of a run: ``new``, ``hot``, ``ticked``, ``2-50, 60``), each with its id.

        One call where all rows have ids, else they get them first. ``new`` and ``hot`` leave out rows of which a
        sequence has spoken. ``Invalid`` names the faulty piece of a range.
        """
        from addon.leads.opted_out import opted_out
        from addon.leads.standing import findings_in
        from addon.leads.validate import findings, in_order

        check_choice(choice)
        book = self._book(tenant, spreadsheet_id, access_token)
        found = self._looked(tenant, spreadsheet_id, sheet_id, access_token, lambda tab: tab.choose(choice))
        wrong = [*findings(found.table.leads()), *opted_out(found.table), *self._suppressed(tenant, found.table)]
        return TabStanding(
            rows=tuple(found.rows),
            findings=findings_in(in_order(wrong), {row.row for row in found.rows}),
            tab=next((tab.title for tab in book.tabs if tab.sheet_id == sheet_id), ""),
            zone=book.time_zone,
            headers=found.table.user_headers,
        )

    def say(
        self,
        tenant: str,
        spreadsheet_id: str,
        sheet_id: int,
        access_token: str,
        words: Mapping[str, Said],
        hold: Hold = _no_hold,
    ) -> frozenset[str]:
        """Show in ``Status`` and ``Last activity`` what a sequence says of leads, by id; return the ids that are gone.

        Three calls for any number of rows, one where it stands there already. What is said is stored first and stays
        above the words of runs until something of ``Rank.RUN`` is said. ``hold`` is called before every write.
        """
        from addon.leads.status import zone_of

        if not words:
            return frozenset()
        zone = zone_of(self._book(tenant, spreadsheet_id, access_token).time_zone)
        return self._looked(tenant, spreadsheet_id, sheet_id, access_token, lambda tab: tab.say(words, zone), hold)

    def _looked(
        self,
        tenant: str,
        spreadsheet_id: str,
        sheet_id: int,
        access_token: str,
        look: Callable[[StandingTab], T],
        hold: Hold = _no_hold,
    ) -> T:
        """Return what ``look`` finds in a tab, read in parts where it is large or its cells are very long."""
        from addon.leads.identity import Scope
        from addon.leads.standing_dispatch import StandingTab

        tabs = self._book(tenant, spreadsheet_id, access_token).tabs
        scope = Scope(tenant=tenant, spreadsheet_id=spreadsheet_id, sheet_id=sheet_id)
        sheet = self._spreadsheets.open(spreadsheet_id, access_token)
        for is_large in (any(tab.is_large for tab in tabs if tab.sheet_id == sheet_id), True):
            tab = self.open_tab(tenant, spreadsheet_id, sheet_id, access_token, hold, is_large=is_large)
            try:
                return look(StandingTab(tab, self._repository, sheet, self._clock, scope))
            except Invalid as error:
                if is_large or error.reason != "too_large":
                    raise
        raise AssertionError("the second way returns or raises")

    def _book(self, tenant: str, spreadsheet_id: str, access_token: str) -> Workbook:
        sheet = self._spreadsheets.open(spreadsheet_id, access_token)
        return self._books.get_or_make((tenant, spreadsheet_id), sheet.describe)

    def _read(self, spreadsheet_id: str, tab: Tab, access_token: str, record: TabRecord) -> tuple[Spreadsheet, Reading]:
        """Read a whole tab, in parts where it is large or its cells are very long."""
        for is_large in (tab.is_large, True):
            sheet = self._sheet(spreadsheet_id, access_token, record, is_large=is_large)
            try:
                return sheet, sheet.read(tab.sheet_id, (Span(0),), tuple(OwnColumn), tuple(Field))
            except Invalid as error:
                if is_large or error.reason != "too_large":
                    raise
        raise AssertionError("the second way returns or raises")

    def _sheet(self, spreadsheet_id: str, access_token: str, record: TabRecord, *, is_large: bool) -> Spreadsheet:
        sheet = self._spreadsheets.open(spreadsheet_id, access_token)
        if not is_large:
            return sheet
        from addon.leads.parts_dispatch import PartedSpreadsheet
        from addon.leads.table import table_from

        return PartedSpreadsheet(sheet, lambda top: table_from(top, record.columns))
