"""FakeNewSpreadsheets: makes files in the world of FakeSpreadsheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addon.leads.files_model import MadeSpreadsheet, NewTab
from addon.leads.model import Cell
from tests.fakes.spreadsheets import FakeSpreadsheets


@dataclass
class FakeNewSpreadsheets:
    """Each call runs the hooks of ``world`` and is noted there."""

    world: FakeSpreadsheets

    def create(self, title: str, tabs: Sequence[NewTab], access_token: str) -> MadeSpreadsheet:
        self.world.calls.append("create")
        self.world.before("create")
        file = f"made-{len(self.world.files)}"
        for sheet_id, tab in enumerate(tabs):
            blank: list[list[Cell]] = [[""] * tab.width for _ in tab.rows]
            self.world.add(file, blank, sheet_id=sheet_id, title=tab.title)
        self.world.after("create")
        return MadeSpreadsheet(id=file, url=f"https://docs.google.com/spreadsheets/d/{file}/edit")

    def fill(
        self, spreadsheet_id: str, sheet_id: int, first: int, rows: Sequence[Sequence[Cell]], access_token: str
    ) -> None:
        self.world.calls.append("fill")
        self.world.before("fill")
        sheet = self.world.files[spreadsheet_id][sheet_id]
        for row, cells in enumerate(rows, first):
            for column, cell in enumerate(cells):
                sheet.columns[column].cells[row] = cell
        self.world.after("fill")
