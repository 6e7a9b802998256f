"""A person works in the sheet while we do: no cell of theirs ever changes, and each result ends at its lead."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pytest

from playground.files import sample_id
from tests.cast import lead_rows
from tests.flow.grid import Shown
from tests.flow.person import Person
from tests.flow.wire import Wire

NASTY_TAB = 31337
NASTY_NAMES = ("Lead ID", "Score", "Tier", "Why", "Subject", "Draft", "Evidence", "Status")


@pytest.fixture
def nasty(wire: Wire) -> Person:
    """A copy of the sample whose own columns bear all our names, allowed."""
    file = wire.play(f"/play/files/{sample_id('nasty')}/edit", op="copyFile")["id"]
    ana = wire.person(file)
    ana.allow()
    return ana


def test_the_nasty_sheet_keeps_every_cell(wire: Wire, nasty: Person) -> None:
    before = [wire.grid(nasty.file, tab).users() for tab in (NASTY_TAB, 31338, 31339)]
    nasty.press("Check leads", tab=str(NASTY_TAB))
    assert "Done" in wire.finish(nasty, "Score leads")
    assert "Done" in wire.finish(nasty, "Write drafts")
    grid = wire.grid(nasty.file, NASTY_TAB)
    assert sorted(grid.own.values()) == sorted(NASTY_NAMES)
    assert {grid.columns[index][1][0] for index in grid.own} == {f"{name} (Sales Assistant)" for name in NASTY_NAMES}
    assert any(text for text, _ in grid.columns[grid.index("Draft")][2:])
    assert [wire.grid(nasty.file, tab).users() for tab in (NASTY_TAB, 31338, 31339)] == before


@dataclass
class Restless:
    """A person who edits before every call to the Sheets API, and watches that nobody else touches their cells."""

    wire: Wire
    file: str
    tab: int
    first_row: int
    luck: random.Random
    names: tuple[str, ...]
    edits: int = 12
    did: list[str] = field(default_factory=list)
    harm: list[str] = field(default_factory=list)
    seen: list[list[Shown]] = field(default_factory=list)

    def begin(self) -> None:
        self.seen = self.wire.grid(self.file, self.tab).users()
        self.wire.google.before = self.step

    def step(self, method: str, path: str) -> None:
        """Look, then edit: this runs while the call of the add-on is held at the door."""
        if not path.startswith("/v4/") or self.file not in path:
            return
        self.look()
        if self.edits:
            self.edits -= 1
            name = self.luck.choice(self.names)
            self.did.append(name)
            EDITS[name](self)
            self.seen = self.wire.grid(self.file, self.tab).users()

    def look(self) -> None:
        if self.wire.grid(self.file, self.tab).users() != self.seen:
            self.harm.append(f"after {self.did}")

    # --- what they do ---
    def do(self, op: str, **more: object) -> None:
        self.wire.edit(self.file, op, self.tab, **more)

    def row(self) -> int:
        return self.luck.randrange(self.first_row, len(self.wire.grid(self.file, self.tab).columns[0]))

    def column(self) -> int:
        """Return one of the user's columns that is not needed to know a lead."""
        grid = self.wire.grid(self.file, self.tab)
        return self.luck.choice([i for i, name in enumerate(grid.headers()) if i not in grid.own and name != "Email"])

    def own_column(self) -> int | None:
        return self.luck.choice([*self.wire.grid(self.file, self.tab).own, None])

    def sort(self) -> None:
        last = len(self.wire.grid(self.file, self.tab).columns[0])
        self.do(
            "sort", firstRow=self.first_row, lastRow=last, column=self.column(), descending=self.luck.random() < 0.5
        )

    def delete_own(self) -> None:
        if (index := self.own_column()) is not None:
            self.do("deleteColumns", at=index)


EDITS: dict[str, Callable[[Restless], None]] = {
    "insert a column": lambda one: one.do("insertColumns", at=one.column()),
    "move a column": lambda one: one.do("moveColumns", **{"from": one.column(), "to": one.column()}),
    "delete a blank column": lambda one: one.do("deleteColumns", at=_blank(one)),
    "delete a column of ours": Restless.delete_own,
    "insert a row": lambda one: one.do("insertRows", at=one.row()),
    "move a row": lambda one: one.do("moveRows", **{"from": one.row(), "to": one.row()}),
    "delete a row": lambda one: one.do("deleteRows", at=one.row()),
    "sort": Restless.sort,
    "rename the tab": lambda one: one.do("renameTab", title=f"It's {one.luck.random()}; 'renamed'"),
}


def _blank(one: Restless) -> int:
    grid = one.wire.grid(one.file, one.tab)
    return next(i for i in reversed(range(len(grid.columns))) if i not in grid.own and not grid.columns[i][0][0])


@pytest.fixture
def restless(wire: Wire) -> Iterator[Callable[..., Restless]]:
    made: list[Restless] = []

    def make(file: str, seed: int, tab: int = 0, first_row: int = 1, names: Iterable[str] = EDITS) -> Restless:
        made.append(Restless(wire, file, tab, first_row, random.Random(seed), tuple(names)))
        made[0].begin()
        return made[0]

    yield make
    assert not made[0].harm
    assert len(made[0].did) > 5, "hardly any call to edit before: the test shows nothing"


@pytest.mark.parametrize("seed", range(4))
def test_edits_before_any_call_harm_nothing_and_every_score_is_its_leads(
    wire: Wire, restless: Callable[..., Restless], seed: int
) -> None:
    rows = lead_rows(25)
    calm = wire.sheet(rows)
    wire.finish(calm, "Score leads")
    right = wire.grid(calm.file).beside("Email", "Score")
    ana = wire.sheet(rows)
    person = restless(ana.file, seed, names=[name for name in EDITS if name != "delete a column of ours"])
    wire.finish(ana, "Score leads")
    person.look()
    wire.google.quieten()
    ana.press("Back to Home")
    wire.finish(ana, "Score leads")  # rows that were deleted under it, or came, are another run's
    person.look()
    scored = wire.grid(ana.file).beside("Email", "Score")
    assert len(scored) >= 10
    assert scored == {email: right[email] for email in scored}
    grid = wire.grid(ana.file)
    for key in ("Lead ID", "Score", "Tier", "Why"):
        assert not any(cell for email, cell in zip(grid.cells("Email"), grid.cells(key), strict=True) if not email)
    ids = [id for id in wire.grid(ana.file).cells("Lead ID") if id]  # blank where their column was deleted after it
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("seed", range(3))
def test_edits_before_any_call_harm_no_cell_of_the_nasty_sheet(
    wire: Wire, restless: Callable[..., Restless], nasty: Person, seed: int
) -> None:
    nasty.press("Check leads", tab=str(NASTY_TAB))
    person = restless(nasty.file, seed, NASTY_TAB, 2)
    for words in ("Score leads", "Write drafts"):
        wire.finish(nasty, words)
        person.look()
        nasty.press("Back to Home")
        person.edits = 8
