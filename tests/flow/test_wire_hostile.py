"""Strings made to break things go through every step: nobody falls over, no cell of the user's changes."""

from __future__ import annotations

from tests.flow.person import Person
from tests.flow.wire import Wire
from tests.hostile import STRINGS

TEXTS = tuple(text[:2_000] for text in STRINGS)
HEADERS = ("Email", "First name", "Last name", "Company", "Job title", "Industry", "Notes", "Phone", "Select")
LONGEST_TITLE = 100


def rows_of(strings: tuple[str, ...]) -> list[list[str]]:
    """Return one row a string, each column turned by one more, and an address that is good in two rows of three."""
    count = len(strings)
    rows = [[strings[(row + column) % count] for column in range(len(HEADERS))] for row in range(count)]
    for number, row in enumerate(rows):
        if number % 3:
            row[0] = f"person{number}@company{number}.example"
    return rows


def go_through(wire: Wire, ana: Person) -> None:
    """Check, score and draft; the person fails on whatever the host would refuse, warn of or not get."""
    file = ana.file
    before = wire.grid(file).users()
    ana.press("Check leads")
    assert "Done" in wire.finish(ana, "Score leads")
    assert "Done" in wire.finish(ana, "Write drafts")
    ana.press("Back to Home")
    grid = wire.grid(file)
    assert grid.users() == before
    assert {kind for _, kind in grid.ours()} <= {"", "s", "n"}, "nothing of ours is a formula or an error"
    ids = [id for id in grid.cells("Lead ID") if id]
    assert len(ids) == len(set(ids)) >= len(STRINGS) * 2 // 3
    assert all(status for id, status in zip(grid.cells("Lead ID"), grid.cells("Status"), strict=True) if id)


def test_a_csv_of_hostile_strings_goes_through_every_step(wire: Wire) -> None:
    rows = rows_of(TEXTS)
    rows[1][HEADERS.index("Notes")] = "words " * 8_333  # as much as a cell can hold
    ana = wire.sheet([HEADERS, *rows])
    go_through(wire, ana)


def test_hostile_strings_typed_into_cells_and_headers_go_through_every_step(wire: Wire) -> None:
    """Typed, some are formulas, dates, errors and booleans; and the headers themselves are hostile."""
    ana = wire.sheet([["Email"]])
    cells = [[*HEADERS, *TEXTS[:60]], *([*row, *TEXTS[n : n + 3]] for n, row in enumerate(rows_of(TEXTS)))]
    wire.edit(ana.file, "paste", row=0, column=0, cells=cells)
    go_through(wire, ana)


def test_titles_of_files_and_tabs_are_shown_whatever_they_are(wire: Wire) -> None:
    ana = wire.sheet([["Email"], ["a@b.example"]])
    titles = [text for text in STRINGS if text.strip(" \t\n\x00\u200b") and len(text) <= LONGEST_TITLE][::15]
    assert len(titles) > 12
    for title in titles:
        wire.edit(ana.file, "renameFile", title=title)
        wire.edit(ana.file, "renameTab", title=title)
        ana.open()
        ana.press("Check leads")
    assert "1 lead, 1 ready" in ana.text()
