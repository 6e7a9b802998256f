"""One seed of the hostile editor: a run under their hands, one more in peace, and what must hold then."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from addon.accounts.model import IdealCustomer
from addon.leads.model import Cell, OwnColumn, Reading, Rows
from addon.leads.table import table_from
from addon.runs.model import RunKind, RunState
from addon.scoring.explain import why
from addon.scoring.rules import score
from tests.cast import lead_rows
from tests.fakes.documents import FakeDocuments
from tests.fakes.spreadsheets import FakeColumn, FakeSheet
from tests.fakes.world import FILE, World
from tests.flow.hostile_editor import ACTS, Editor, cells_of
from tests.flow.small_slices import crew, draft_for

SCORED = (OwnColumn.SCORE, OwnColumn.TIER, OwnColumn.WHY)
DRAFTED = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE)
COPY = 77
"""The id of a copied tab."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a seed came to: the faults found, and how much was done."""

    faults: tuple[str, ...]
    edits: int
    calls: int


def verdict_of(
    seed: int, rows: int = 300, slices: int = 5, edits: int = 40, runs: int = 2, *, is_large: bool = False
) -> Verdict:
    """Run one seed. An even one scores, an odd one drafts; every third edits what scores depend on.

    ``runs`` are made under the editor's hands, one more in peace; with ``is_large`` the tab is read in parts.
    """
    luck = random.Random(seed)
    kind = RunKind.SCORE if seed % 2 == 0 else RunKind.DRAFT
    is_free = seed % 3 == 0
    world = World(documents=FakeDocuments(is_strict=False))
    sheet = world.spreadsheets.add(FILE, _leads(rows, luck))
    acts = tuple(act for act in ACTS if is_free or act not in ("edit title", "rename header"))
    editor = Editor(sheet, luck, edits, acts)
    workers = crew(world, rows // slices)
    workers.is_large = is_large
    world.spreadsheets.before = editor.step
    for _ in range(runs):
        workers.finish(workers.start(kind))
    editor.look("the end")
    world.spreadsheets.before = editor.look
    editor.did.append("left")
    last = workers.finish(workers.start(kind, "2-" if is_free else "new"))
    faults = [] if last.state is RunState.DONE else [f"the last run is {last.state}: {last.note}"]
    if not faults:
        faults = [*_wrong(sheet, editor.column("Email"), kind), *editor.harm]
        faults += _wrong_copy(world, sheet, editor, kind) if seed % 5 == 0 else []
    story = "; ".join(editor.did)
    return Verdict(
        faults=tuple(f"seed {seed}: {fault} [{story}]" for fault in faults),
        edits=edits - editor.edits,
        calls=len(world.spreadsheets.calls),
    )


def _leads(count: int, luck: random.Random) -> list[list[Cell]]:
    rows: list[list[Cell]] = [list(row) for row in lead_rows(count)]
    for row in luck.sample(range(1, count), 4):
        rows[row][2] = luck.choice(["", "n/a", "nobody@"])
    return rows


def _wrong_copy(world: World, sheet: FakeSheet, editor: Editor, kind: RunKind) -> Iterator[str]:
    """Copy the tab, or the file, and go on there: what is ours goes along, under other ids."""
    before = {str(id) for id in sheet.own_cells(OwnColumn.LEAD_ID)[1:] if id}
    copy = sheet.copied("Copy of Leads")
    calls = crew(world, 100)
    if editor.luck.random() < 0.5:
        world.spreadsheets.files[FILE][COPY] = copy
        calls.sheet_id = COPY
    else:
        world.spreadsheets.files["copy"] = {0: copy}
        calls.file = "copy"
    ours = {column: copy.own_cells(column) for column in (*SCORED, *DRAFTED)}
    users = copy.user_cells()
    run = calls.finish(calls.start(kind))
    if run.state is not RunState.DONE:
        yield f"the run in the copy is {run.state}: {run.note}"
    if copy.user_cells() != users:
        yield "a cell of theirs in the copy is another"
    for column, cells in ours.items():
        kept = copy.own_cells(column)
        if any(cell not in ("", now) for cell, now in zip(cells, kept, strict=True)):
            yield f"{column} of the copy is another"
    email = copy.columns[sheet.columns.index(editor.column("Email"))]
    yield from (f"in the copy {fault}" for fault in _wrong(copy, email, kind))
    shared = before & {str(id) for id in copy.own_cells(OwnColumn.LEAD_ID) if id}
    if shared:
        yield f"{len(shared)} ids are in the tab and in its copy"


def _wrong(sheet: FakeSheet, email: FakeColumn, kind: RunKind) -> Iterator[str]:
    """Yield what does not stand at its lead."""
    header = next(row for row, cell in enumerate(email.cells) if cell != "" and "@" not in str(cell))
    filled = {row for row in range(header + 1, sheet.rows) if _is_filled(sheet, row)}
    people = {row: str(email.cells[row]) for row in filled if _is_address(email.cells[row])}
    ids = [str(id) for id in sheet.own_cells(OwnColumn.LEAD_ID)[header + 1 :] if id != ""]
    if len(set(ids)) != len(ids):
        yield f"{len(ids) - len(set(ids))} ids stand twice"
    for column in sheet.columns:
        left = [row for row in range(header + 1, sheet.rows) if column.own and column.cells[row] and row not in filled]
        if left:
            yield f"{column.own} of nobody in rows {left[:5]}"
    if "Queued" in sheet.own_cells(OwnColumn.STATUS):
        yield "a row is still queued"
    yield from _wrong_scores(sheet, people) if kind is RunKind.SCORE else _wrong_drafts(sheet, people)


def _wrong_drafts(sheet: FakeSheet, people: dict[int, str]) -> Iterator[str]:
    columns = {column: cells_of(sheet, column) for column in DRAFTED}
    for row, address in people.items():
        for column, right in zip(DRAFTED, draft_for(address), strict=True):
            stands = columns[column][row]
            if stands != right and (stands != "" or column == OwnColumn.DRAFT):
                yield f"{column} in row {row} is {stands!r} and not {right!r}"


def _wrong_scores(sheet: FakeSheet, people: dict[int, str]) -> Iterator[str]:
    """Compare with what the rules give for the rows as they stand, in a sheet without history."""
    theirs = [column.cells for column in sheet.columns if not column.own]
    rows = [list(cells) for cells in zip(*theirs, strict=True)]
    table = table_from(Reading(spans=(Rows(first=0, cells=rows),)))
    columns = {column: cells_of(sheet, column) for column in SCORED}
    for row in people:
        lead = table.lead(row)
        found = score(lead, IdealCustomer()) if lead else None
        right = (found.points, str(found.tier), why(found)) if found else ("", "", "")
        for column, belongs in zip(SCORED, right, strict=True):
            stands = columns[column][row]
            if stands != belongs and (stands != "" or column == OwnColumn.SCORE):
                yield f"{column} in row {row} is {stands!r} and not {belongs!r}"


def _is_filled(sheet: FakeSheet, row: int) -> bool:
    return any(column.cells[row] != "" for column in sheet.columns if not column.own)


def _is_address(cell: Cell) -> bool:
    name, _, domain = str(cell).partition("@")
    return bool(name and domain)
