"""A tab too large for one answer: read in parts it says the same, and what does not fit is read in smaller parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from addon.errors import Invalid, Rejected, Unavailable
from addon.leads.model import Cell, Field, NewColumn, OwnColumn, Reading, Span
from addon.leads.parts_dispatch import PartedSpreadsheet
from addon.leads.table import Table, table_from
from addon.ports import Spreadsheet
from addon.runs.model import RunKind, RunState
from tests.cast import ANA, lead_rows
from tests.fakes.spreadsheets import FakeSheet, FakeSpreadsheets
from tests.fakes.world import FILE, World
from tests.flow.hostile_run import verdict_of
from tests.flow.small_slices import crew

ROWS = 900
PART_CELLS = 1_500


def _rows() -> list[list[Cell]]:
    rows: list[list[Cell]] = [[*row, "", ""] for row in lead_rows(ROWS)]
    rows[0][-2:] = ["Select", "Extra"]
    for row in range(400, 410):
        rows[row] = [""] * len(rows[row])
    rows[500] = ["", "", "", "", "", "", "", "", "", "a trace"]
    rows[600][8] = True
    rows[700][7] = "x" * 50_000
    return rows


def _ours(sheets: FakeSpreadsheets, sheet: FakeSheet) -> None:
    columns = (OwnColumn.LEAD_ID, OwnColumn.DRAFT)
    new = [NewColumn(key=key, header=key, header_row=0) for key in columns]
    sheets.open(FILE, "t").add_columns(0, 3, new, at_edge=False)
    for row in (1, 350, 800):
        for key in columns:
            next(column for column in sheet.columns if column.own == key).cells[row] = f"{key} {row}"


@pytest.fixture
def sheets() -> FakeSpreadsheets:
    made = FakeSpreadsheets()
    _ours(made, made.add(FILE, _rows()))
    return made


def parted(sheets: FakeSpreadsheets, part: int = PART_CELLS) -> Spreadsheet:
    return PartedSpreadsheet(sheets.open(FILE, "t"), table_from, part)


def whole(sheet: Spreadsheet) -> Table:
    return table_from(sheet.read(0, (Span(0),), tuple(OwnColumn), tuple(Field)))


def test_a_tab_read_in_parts_holds_the_same_leads_ids_and_ticks(sheets: FakeSpreadsheets) -> None:
    at_once, in_parts = whole(sheets.open(FILE, "t")), whole(parted(sheets))
    assert sheets.calls.count("read") > 5
    assert list(in_parts.lead_rows()) == list(at_once.lead_rows())
    assert 500 in in_parts.lead_rows()
    for row in at_once.lead_rows():
        assert in_parts.value(row, Field.EMAIL) == at_once.value(row, Field.EMAIL)
        assert in_parts.is_selected(row) == at_once.is_selected(row)
    for column in OwnColumn:
        assert list(in_parts.own_column(column)) == list(at_once.own_column(column))
    assert in_parts.own.keys() == at_once.own.keys()
    assert max(len(str(cell)) for cell in in_parts.rows[700]) == 2_000


def test_rows_of_a_slice_bring_long_columns_of_ours_for_themselves_alone(sheets: FakeSpreadsheets) -> None:
    spans, own = (Span(0, 10), Span(340, 360)), (OwnColumn.LEAD_ID, OwnColumn.DRAFT)
    reading = parted(sheets).read(0, spans, own)
    assert reading.spans == sheets.open(FILE, "t").read(0, spans, own).spans
    assert reading.own[OwnColumn.DRAFT].cells[350] == "Draft 350"
    assert len(reading.own[OwnColumn.DRAFT].cells) == 351
    assert reading.own[OwnColumn.LEAD_ID].cells[800] == "Lead ID 800"


class Narrow:
    """A spreadsheet whose answers of more than so many rows are too large."""

    def __init__(self, sheet: Spreadsheet, most: int) -> None:
        self._sheet, self._most = sheet, most
        self.asked: list[int] = []

    def __getattr__(self, name: str) -> object:
        return getattr(self._sheet, name)

    def read(self, sheet_id: int, spans: Sequence[Span], own: Sequence[str], fields: Sequence[str] = ()) -> Reading:
        rows = sum((span.last or 10**6) - span.first for span in spans)
        self.asked.append(rows)
        if rows > self._most:
            raise Invalid("This tab holds more than can be read at once.", reason="too_large")
        return self._sheet.read(sheet_id, spans, own, fields)


def test_parts_that_are_too_large_become_smaller(sheets: FakeSpreadsheets) -> None:
    narrow = Narrow(sheets.open(FILE, "t"), 60)
    table = whole(PartedSpreadsheet(narrow, table_from, PART_CELLS))  # type: ignore[arg-type]
    assert list(table.lead_rows()) == list(whole(sheets.open(FILE, "t")).lead_rows())
    assert max(narrow.asked[10:]) <= 60


@pytest.mark.parametrize(
    "change", [lambda sheet: sheet.insert_rows(2), lambda sheet: sheet.insert_column(1, "New")], ids=["row", "column"]
)
def test_rows_or_columns_that_move_between_two_parts_are_noticed(
    sheets: FakeSpreadsheets, change: Callable[[FakeSheet], None]
) -> None:
    reads: list[str] = []

    def act(name: str) -> None:
        reads.append(name)
        if reads.count("read") == 4 and name == "read":
            change(sheets.files[FILE][0])

    sheets.before = act
    with pytest.raises(Unavailable, match="moved faster"):
        whole(parted(sheets))


def test_a_tab_deleted_meanwhile_is_said(sheets: FakeSpreadsheets) -> None:
    with pytest.raises(Rejected) as told:
        parted(sheets).read(5, (Span(0),), ())
    assert told.value.reason == "tab_gone"


@pytest.mark.parametrize("kind", [RunKind.SCORE, RunKind.DRAFT])
def test_a_run_at_a_large_tab_does_what_a_run_at_a_small_one_does(kind: RunKind) -> None:
    stands = []
    for is_large in (False, True):
        world = World()
        sheet = world.spreadsheets.add(FILE, lead_rows(60))
        workers = crew(world, 25)
        workers.is_large = is_large
        run = workers.finish(workers.start(kind))
        assert (run.state, run.cursor) == (RunState.DONE, 60)
        stands.append([(column.own, column.cells) for column in sheet.columns])
    assert stands[0] == stands[1]


def test_a_run_that_cannot_read_its_rows_at_once_reads_fewer() -> None:
    """Cells of 50,000 characters: the tab is not large, and yet no answer of more than ten rows fits."""
    world = World()
    sheet = world.spreadsheets.add(FILE, lead_rows(60))
    world.spreadsheets.open = lambda *opened: Narrow(FakeSpreadsheets.open(world.spreadsheets, *opened), 30)  # type: ignore[method-assign, assignment, arg-type, return-value]
    workers = crew(world, 60)
    run = workers.finish(workers.start(RunKind.SCORE))
    assert (run.state, run.cursor, run.is_large) == (RunState.DONE, 60, True)
    assert run.halvings >= 2
    assert all(score != "" for score in sheet.own_cells(OwnColumn.SCORE))


def test_what_can_never_be_read_is_said() -> None:
    world = World()
    world.spreadsheets.add(FILE, lead_rows(20))
    world.spreadsheets.open = lambda *opened: Narrow(FakeSpreadsheets.open(world.spreadsheets, *opened), 3)  # type: ignore[method-assign, assignment, arg-type, return-value]
    workers = crew(world, 60)
    run = workers.finish(workers.start(RunKind.SCORE))
    assert run.state is RunState.FAILED
    assert run.note == "This tab holds more than can be read at once."
    assert workers.runs.get(ANA, run.id).note == run.note


@pytest.mark.parametrize("part", range(2))
def test_the_hostile_editor_harms_a_large_tab_no_more_than_a_small_one(part: int) -> None:
    verdicts = [verdict_of(10_000 + part * 5 + seed, rows=120, edits=14, runs=1, is_large=True) for seed in range(5)]
    assert [fault for verdict in verdicts for fault in verdict.faults] == []
