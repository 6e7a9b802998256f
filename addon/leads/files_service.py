"""Importing a file into a new spreadsheet and exporting a tab, from a page a card leads to.

A page has no event of Google's, so the click leaves a pass: the caller's access, sealed in the store, and a signed
token in the link that finds it. The rules load with the first file: no card needs them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from addon.accounts.model import Caller
from addon.audit import audit
from addon.errors import AssistantError, Conflict, Invalid, Rejected, Unavailable
from addon.leads.files_model import Export, Imported, MadeSpreadsheet, NewTab, Pass, PassKind, PassState, TableFile
from addon.leads.files_repository import PassRepository
from addon.leads.model import Cell, OwnColumn, Span
from addon.leads.repository import LeadRepository
from addon.leads.service import tab_id
from addon.lib.clock import real_now
from addon.lib.ids import random_id
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from addon.ports import Documents, NewSpreadsheets, Spreadsheets, TableFiles

PASS_LIFE = timedelta(minutes=10)

CHUNK_BYTES = 2_000_000
CHUNK_ROWS = 5_000
"""What is written in one call; Google recommends 2 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileDoors:
    """The ports files need."""

    documents: Documents
    spreadsheets: Spreadsheets
    new_spreadsheets: NewSpreadsheets
    table_files: TableFiles


class Files:
    """Import and export; ``now`` is real time, as tokens and passes live by it."""

    def __init__(
        self, doors: FileDoors, sealer: Sealer, signer: Signer, now: Callable[[], datetime] = real_now
    ) -> None:
        self._doors = doors
        self._passes = PassRepository(doors.documents)
        self._leads = LeadRepository(doors.documents)
        self._sealer = sealer
        self._signer = signer
        self._now = now

    # --- from a card ---
    def open_import(self, caller: Caller, access_token: str) -> str:
        """Return the path of the page that imports one file with the caller's access, good for ten minutes."""
        return f"/import/{self._issue(caller, PassKind.IMPORT, access_token)}"

    def open_export(self, caller: Caller, spreadsheet_id: str, sheet_id: int, access_token: str) -> str:
        """Return the path at which a tab's leads can be fetched as CSV, good for ten minutes."""
        token = self._issue(caller, PassKind.EXPORT, access_token, file=spreadsheet_id, sheet_id=sheet_id)
        return f"/export/{token}.csv"

    # --- from a page ---
    def find_pass(self, kind: PassKind, token: str) -> Pass:
        """Return the pass of a token; ``Rejected`` with reason ``bad_token`` or ``expired``."""
        tenant, _, id = self._signer.read(f"{kind} pass", token).rpartition(" ")
        found = self._passes.find(tenant, id)
        if found is None or found.kind is not kind or found.expires_at <= self._now():
            raise Rejected("This link has expired.", reason="expired")
        return found

    def import_file(self, token: str, name: str, data: bytes) -> Imported:
        """Read a file and make a spreadsheet of it, once for each token.

        ``Invalid`` for a file that is no table, with the token still good; ``Unavailable`` when the same file may be
        sent again; ``Rejected`` when only a new pass helps.
        """
        from addon.leads.importing import new_tabs

        given = self.find_pass(PassKind.IMPORT, token)
        read = self._doors.table_files.read(name, data)
        tabs = new_tabs(read)
        title = _title(name, tabs)
        given = self._claimed(given, hashlib.sha256(data).hexdigest())
        access = self._sealer.open(given.access, tenant=given.tenant, user=given.user, purpose=_purpose(given.id))
        if given.state is PassState.CLAIMED:
            given = self._created(given, title, tabs, access)
        for sheet_id, tab in enumerate(tabs):
            for first, rows in chunks(tab.rows):
                self._doors.new_spreadsheets.fill(given.file, sheet_id, first, rows, access)
        self._passes.save(replace(given, state=PassState.DONE, access=""))
        rows_count = sum(len(tab.rows) for tab in tabs)
        audit("leads:file:imported", tenant=given.tenant, user=given.user, tabs=len(tabs), rows=rows_count)
        return _imported(read, title, tabs, given)

    def export(self, token: str) -> Export:
        """Return the leads of a pass's tab as they stand now: two calls to Google."""
        from addon.leads.exporting import file_name, lead_table
        from addon.leads.table import table_from

        given = self.find_pass(PassKind.EXPORT, token)
        access = self._sealer.open(given.access, tenant=given.tenant, user=given.user, purpose=_purpose(given.id))
        sheet = self._doors.spreadsheets.open(given.file, access)
        tab = next((tab for tab in sheet.describe().tabs if tab.sheet_id == given.sheet_id), None)
        if tab is None:
            raise Invalid("This tab has been deleted. Choose another in the sidebar and press Export CSV again.")
        record = self._leads.tab(given.tenant, tab_id(given.file, given.sheet_id))
        reading = sheet.read(given.sheet_id, (Span(0),), tuple(OwnColumn))
        rows = lead_table(table_from(reading, record.columns, own_headers=record.own_headers))
        audit("leads:tab:exported", tenant=given.tenant, user=given.user, sheet=given.sheet_id, rows=len(rows) - 1)
        return Export(name=file_name(tab.title), rows=rows)

    # --- how it is done ---
    def _issue(self, caller: Caller, kind: PassKind, access_token: str, *, file: str = "", sheet_id: int = 0) -> str:
        if not access_token:
            raise Invalid("Google has not given us access to your sheets yet. Open the sidebar anew and allow it.")
        now, id = self._now(), random_id()
        self._passes.sweep(caller.tenant, now)
        sealed = self._sealer.seal(access_token, tenant=caller.tenant, user=caller.user, purpose=_purpose(id))
        given = Pass(
            id=id,
            kind=kind,
            tenant=caller.tenant,
            user=caller.user,
            expires_at=now + PASS_LIFE,
            access=sealed,
            file=file,
            sheet_id=sheet_id,
        )
        self._passes.create(given)
        return self._signer.sign(f"{kind} pass", f"{caller.tenant} {id}", PASS_LIFE)

    def _claimed(self, given: Pass, content: str) -> Pass:
        """Return the pass claimed for this file, or one whose spreadsheet was made of the same file and not filled."""
        if given.state is PassState.FILLING and given.content == content:
            return given
        if given.state is not PassState.OPEN:
            raise _begun()
        try:
            return self._passes.save(replace(given, state=PassState.CLAIMED, content=content))
        except Conflict as error:
            raise _begun() from error

    def _created(self, given: Pass, title: str, tabs: Sequence[NewTab], access: str) -> Pass:
        try:
            made = self._doors.new_spreadsheets.create(title, tabs, access)
        except AssistantError as error:
            if isinstance(error, Unavailable) and error.reason != "rate_limited":
                raise Rejected(
                    "Google did not answer, so the spreadsheet may have been made or not. Look for it in your Drive, "
                    "and press Import a file in the sidebar again.",
                    reason="unknown_outcome",
                ) from error
            self._passes.save(replace(given, state=PassState.OPEN, content=""))
            raise
        return self._passes.save(replace(given, state=PassState.FILLING, file=made.id, url=made.url))


def chunks(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, Sequence[Sequence[Cell]]]]:
    """Yield ``(first row, rows)`` in pieces of about 2 MB of JSON at most; a larger row goes alone."""
    first, size = 0, 0
    for at, row in enumerate(rows):
        weight = sum(_weight(cell) for cell in row)
        if at > first and (size + weight > CHUNK_BYTES or at - first >= CHUNK_ROWS):
            yield first, rows[first:at]
            first, size = at, 0
        size += weight
    if first < len(rows):
        yield first, rows[first:]


def _weight(cell: Cell) -> int:
    """Return about how many bytes a cell takes as JSON, where a character beyond ASCII takes six."""
    text = cell if isinstance(cell, str) else str(cell)
    return (len(text) if text.isascii() else 6 * len(text)) + 4


def _title(name: str, tabs: Sequence[NewTab]) -> str:
    from addon.lib.text import clean

    stem = name.replace("\\", "/").rpartition("/")[2].rpartition(".")[0]
    return clean(stem)[:150] or tabs[0].title


def _imported(read: TableFile, title: str, tabs: tuple[NewTab, ...], given: Pass) -> Imported:
    remarks = read.remarks
    if left := len(read.tabs) - len(tabs):
        remarks += (f"Sheets of this workbook that were left out: {left:,}.",)
    made = MadeSpreadsheet(id=given.file, url=given.url)
    return Imported(title=title, kind=read.kind, encoding=read.encoding, tabs=tabs, remarks=remarks, made=made)


def _purpose(id: str) -> str:
    return f"pass {id}"


def _begun() -> Rejected:
    return Rejected(
        "An import with this link was begun already. If no new spreadsheet appears in your Drive within a minute, "
        "press Import a file in the sidebar again.",
        reason="begun",
    )
