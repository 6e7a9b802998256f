"""The sheet a request is about: its id, the caller's access, and the tab they chose."""

from __future__ import annotations

from dataclasses import dataclass

from addon.accounts.model import Caller
from addon.errors import Invalid
from addon.leads.model import RowChoice, Tab, Workbook
from addon.runs.model import Target
from addon.services import Services
from addon.web.event_object import Event
from cards.actions import Input, Param


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """The open sheet with the caller's access; ``rows`` is a choice of rows, ``range`` the text beside it."""

    workbook: Workbook
    tab: Tab
    access_token: str
    rows: str
    range: str

    @property
    def id(self) -> str:
        """The spreadsheet's id."""
        return self.workbook.spreadsheet_id

    @property
    def target(self) -> Target:
        """The rows a run would work on; ``Invalid`` if rows by number were chosen and none written."""
        rows = self.range if self.rows == "range" or (self.rows == RowChoice.NEW and self.range) else self.rows
        if not rows:
            raise Invalid("Rows by number: write which rows, such as 2-50, 60.", field=Input.RANGE)
        return Target(spreadsheet_id=self.id, sheet_id=self.tab.sheet_id, tab=self.tab.title, rows=rows)


def file_of(event: Event) -> str:
    """Return the open file's id: the event's own, else the one the card was made for; ``""`` where there is none."""
    return event.sheet_id or event.parameter(Param.FILE)


def open_file(services: Services, event: Event, caller: Caller, *, fresh: bool = False) -> OpenFile:
    """Read the open file's outline with the caller's access; ``Invalid`` says what is missing."""
    file = file_of(event)
    if not file or not event.access_token:
        raise Invalid("Open your lead sheet and press the icon there, so that we know which file you mean.")
    workbook = services.leads.outline(caller, file, event.access_token, fresh=fresh)
    tab = services.leads.choose_tab(caller, workbook, _asked_tab(event))
    rows = event.text(Input.ROWS)
    return OpenFile(
        workbook=workbook,
        tab=tab,
        access_token=event.access_token,
        rows=rows if rows in (*RowChoice, "range") else RowChoice.NEW,
        range=event.text(Input.RANGE).strip(),
    )


def _asked_tab(event: Event) -> int | None:
    asked = event.text(Input.TAB) or event.parameter(Param.TAB)
    return int(asked) if asked.isascii() and asked.isdigit() else None
