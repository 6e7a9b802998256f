"""A person who does to the sheet whatever people do, at every moment a run gives them; and what must hold afterwards.

Everything they do is drawn from a seed. Between two acts of theirs no cell of theirs may change: what stands in their
columns at any instant is what they made it.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from addon.leads.model import Cell, OwnColumn
from tests.fakes.spreadsheets import FakeColumn, FakeSheet

FEWEST_ROWS = 20
"""They leave so many rows, that there is something to look at."""


@dataclass
class Editor:
    """Edits ``sheet`` before calls of the run, ``edits`` times in all; ``harm`` lists what somebody else changed."""

    sheet: FakeSheet
    luck: random.Random
    edits: int
    acts: tuple[str, ...]
    did: list[str] = field(default_factory=list)
    harm: list[str] = field(default_factory=list)
    is_rested: bool = False
    _made: list[list[Cell]] = field(default_factory=list)
    _undo: Callable[[], None] | None = None
    _named: dict[str, FakeColumn] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._made = self.sheet.user_cells()
        self._named = {str(column.cells[0]): column for column in self.sheet.columns}

    def step(self, call: str) -> None:
        """Look, then perhaps edit: runs in front of every call of the run."""
        self.look(call)
        while self.edits and self.luck.random() < 0.5:
            self.edits -= 1
            act = self.luck.choice(self.acts)
            self.did.append(f"{act} before {call}")
            ACTS[act](self)
            self._made = self.sheet.user_cells()

    def look(self, call: str) -> None:
        if self.sheet.user_cells() != self._made:
            self.harm.append(f"a cell of theirs is another by {call}, after {self.did}")

    # --- where ---
    def column(self, name: str) -> FakeColumn:
        """One of the columns the sheet began with, wherever it is and however it is called by now."""
        return self._named[name]

    @property
    def top(self) -> int:
        """The first row below the header, which preamble lines push down."""
        return 1 + next(row for row, cell in enumerate(self.column("Email").cells) if "@" not in str(cell) and cell)

    def row(self) -> int:
        return self.luck.randrange(self.top, self.sheet.rows)

    def order(self, count: int) -> list[int]:
        return self.luck.sample(range(count), count)

    def users_column(self) -> int:
        return self.luck.choice([at for at, column in enumerate(self.sheet.columns) if not column.own])

    def own_column(self) -> FakeColumn | None:
        ours = [column for column in self.sheet.columns if column.own]
        return self.luck.choice(ours) if ours else None

    # --- what ---
    def sort_all(self) -> None:
        self.sheet.reorder(self.order(self.sheet.rows - self.top), self.top)

    def sort_users(self) -> None:
        self.sheet.reorder(self.order(self.sheet.rows - self.top), self.top, only_users=True)

    def sort_filtered(self) -> None:
        rows = sorted(self.luck.sample(range(self.top, self.sheet.rows), 15))
        self.sheet.sort_some(rows, self.order(len(rows)))

    def insert(self) -> None:
        self.sheet.insert_rows(self.row(), self.luck.randint(1, 3))

    def delete(self) -> None:
        count = self.luck.randint(1, 4)
        if self.sheet.rows > FEWEST_ROWS + count:
            self.sheet.delete_rows(min(self.row(), self.sheet.rows - count), count)

    def delete_and_undo(self) -> None:
        """Delete now, and undo it the next time."""
        if self._undo:
            self._undo()
            self._undo = None
        elif self.sheet.rows > FEWEST_ROWS + 5:
            at = min(self.row(), self.sheet.rows - 5)
            taken = self.sheet.take_rows(at, 5)
            self._undo = lambda: self.sheet.put_back(min(at, self.sheet.rows), taken)

    def move(self) -> None:
        self.sheet.move_row(self.row(), self.row())

    def move_column(self) -> None:
        self.sheet.move_column(self.luck.randrange(len(self.sheet.columns)), self.users_column())

    def insert_column(self) -> None:
        self.sheet.insert_column(self.luck.randrange(len(self.sheet.columns)), f"Mine {len(self.sheet.columns)}")

    def rename_tab(self) -> None:
        self.sheet.title = f"It's {self.luck.random()}; 'renamed'"

    def rename_header(self) -> None:
        """A header that says the same in other words, so that what is read from the rows stays the same."""
        name = self.luck.choice(list(_OTHER_WORDS))
        cells = self.column(name).cells
        cells[self.top - 1] = self.luck.choice(_OTHER_WORDS[name])

    def rename_ours(self) -> None:
        if column := self.own_column():
            column.cells[self.top - 1] = f"{column.own} {self.luck.randint(1, 99)}"

    def edit_address(self) -> None:
        self.column("Email").cells[self.row()] = f"new{self.luck.random()}@company{self.luck.randint(0, 99)}.example"

    def paste_person(self) -> None:
        """Another person over a row: what is ours in the row stays."""
        number, row = self.luck.randint(10_000, 99_999), self.row()
        for name, cell in _person(number).items():
            self.column(name).cells[row] = cell

    def paste_known(self) -> None:
        """A person who has a row already, once more over another row."""
        self.sheet.copy_row(self.row(), self.row(), only_users=True)

    def copy_row(self) -> None:
        self.sheet.copy_row(self.row(), self.row())

    def cut_row(self) -> None:
        self.sheet.cut_row(self.row(), self.row(), only_users=self.luck.random() < 0.5)

    def clear_users(self) -> None:
        row = self.row()
        for column in self.sheet.columns:
            if not column.own:
                column.cells[row] = ""

    def clear_ours(self) -> None:
        if column := self.own_column():
            column.cells[self.row()] = ""

    def delete_ours(self) -> None:
        """Delete a column of ours; without ids or scores nobody could tell whose what is left of them is."""
        column = self.own_column()
        if column and column.own in (OwnColumn.WHY, OwnColumn.EVIDENCE, OwnColumn.STATUS):
            self.sheet.columns.remove(column)

    def rest(self) -> None:
        """Hide rows, set a filter view: nothing that the cells show."""

    def edit_title(self) -> None:
        self.column("Job title").cells[self.row()] = self.luck.choice(["CEO", "Student", "Head of Operations"])


_OTHER_WORDS = {"Email": ("E-mail", "Email"), "Company": ("Company name", "Company"), "Notes": ("Remarks", "Notes")}

ACTS: dict[str, Callable[[Editor], None]] = {
    "sort all": Editor.sort_all,
    "sort theirs": Editor.sort_users,
    "sort filtered": Editor.sort_filtered,
    "insert": Editor.insert,
    "delete": Editor.delete,
    "delete and undo": Editor.delete_and_undo,
    "move": Editor.move,
    "move column": Editor.move_column,
    "insert column": Editor.insert_column,
    "rename tab": Editor.rename_tab,
    "rename header": Editor.rename_header,
    "rename ours": Editor.rename_ours,
    "edit address": Editor.edit_address,
    "paste person": Editor.paste_person,
    "paste known": Editor.paste_known,
    "copy row": Editor.copy_row,
    "cut row": Editor.cut_row,
    "clear theirs": Editor.clear_users,
    "clear ours": Editor.clear_ours,
    "delete ours": Editor.delete_ours,
    "hide": Editor.rest,
    "edit title": Editor.edit_title,
}


def _person(number: int) -> dict[str, Cell]:
    return {
        "First name": f"First{number}", "Last name": f"Last{number}", "Email": f"p{number}@firm{number}.example",
        "Job title": "CEO" if number % 2 else "Student", "Company": f"Firm {number}", "Industry": "Retail",
        "Employees": number % 500, "Notes": "",
    }  # fmt: skip


def people_of(sheet: FakeSheet, email: FakeColumn) -> dict[int, str]:
    """Return row → address of every row below the header that has one."""
    return {row: str(cell) for row, cell in enumerate(email.cells) if "@" in str(cell)}


def cells_of(sheet: FakeSheet, column: OwnColumn) -> list[Cell]:
    found = sheet.own_cells(column)
    return found + [""] * (sheet.rows - len(found))
