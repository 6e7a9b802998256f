"""Sheets as leads: outlines, checks, column maps, and the numbers of a tab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import Invalid
from addon.leads.model import Check, Field, OwnColumn, Problem, Span, Tab, Workbook
from addon.leads.numbers import numbers_of
from addon.leads.repository import LeadRepository, TabRecord
from addon.leads.table import Table, corrected, table_from
from addon.leads.validate import findings
from addon.lib.cache import Cache
from addon.lib.ids import digest
from addon.ports import Clock, Documents, Spreadsheets

OUTLINE_SECONDS = 20
"""How long a file's list of tabs is reused for one user."""

SPOILING = (Problem.NO_EMAIL, Problem.BAD_EMAIL, Problem.DUPLICATE)
"""Problems that keep a row from being mailed."""


def tab_id(spreadsheet_id: str, sheet_id: int) -> str:
    """Return the id of a tab's documents."""
    return digest("tab", spreadsheet_id, str(sheet_id))


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

    def tab_record(self, caller: Caller, spreadsheet_id: str, sheet_id: int) -> TabRecord:
        """Return the stored column map and numbers of a tab; makes no call."""
        return self._repository.tab(caller.tenant, tab_id(spreadsheet_id, sheet_id))

    def check(self, caller: Caller, workbook: Workbook, tab: Tab, access_token: str) -> Check:
        """Read the tab once and say what is in it and what is wrong with it; writes nothing into the sheet."""
        record = self._repository.tab(caller.tenant, tab_id(workbook.spreadsheet_id, tab.sheet_id))
        reading = self._spreadsheets.open(workbook.spreadsheet_id, access_token).read(
            tab.sheet_id, (Span(0),), tuple(OwnColumn)
        )
        table = table_from(reading, record.columns)
        self._store(caller, workbook.spreadsheet_id, tab.sheet_id, record, table)
        return _check(tab, table)

    def save_columns(
        self, caller: Caller, workbook: Workbook, tab: Tab, answers: Mapping[Field, str], access_token: str
    ) -> Check:
        """Store which column holds what and check again; ``answers`` are keys of ``Check.headers``, ``""`` for none."""
        check = self.check(caller, workbook, tab, access_token)
        known = {"": "", **check.headers}
        chosen = {field: known[key] for field, key in answers.items() if key in known}
        columns = corrected(check.columns, chosen)
        id = tab_id(workbook.spreadsheet_id, tab.sheet_id)
        record = self._repository.tab(caller.tenant, id)
        self._repository.save_tab(caller.tenant, id, replace(record, columns=columns, updated_at=self._clock.now()))
        audit("leads:columns:saved", tenant=caller.tenant, user=caller.user, tab=id)
        return self.check(caller, workbook, tab, access_token)

    def _store(self, caller: Caller, spreadsheet_id: str, sheet_id: int, record: TabRecord, table: Table) -> None:
        columns = record.columns if record.columns == table.columns else table.columns
        fresh = TabRecord(columns=columns, numbers=numbers_of(table), updated_at=self._clock.now())
        self._repository.save_tab(caller.tenant, tab_id(spreadsheet_id, sheet_id), fresh)


def _check(tab: Tab, table: Table) -> Check:
    leads = tuple(table.leads())
    found = findings(leads)
    spoiled = {row for finding in found if finding.problem in SPOILING for row in finding.rows}
    return Check(
        tab=tab,
        headers={digest("header", text)[:12]: text for text in table.user_headers},
        columns=table.columns,
        rows=len(leads),
        ready=len(leads) - len(spoiled),
        findings=found,
        numbers=numbers_of(table),
    )
