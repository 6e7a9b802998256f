"""The Spreadsheet port: one suite over the fake and over google-api-python-client against the playground's Sheets."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import pytest
import requests
from werkzeug.serving import make_server

from addon.adapters.sheets import GoogleSpreadsheets
from addon.errors import Invalid, Rejected, Unavailable
from addon.leads.model import NO_HEADER, Cell, ColumnCells, NewColumn, Span
from addon.ports import Spreadsheet
from playground import app as playground_app
from playground import world as playground_world
from tests.fakes.spreadsheets import FakeSpreadsheets

ROWS: list[list[Cell]] = [
    ["Name", "Age", "Email"],
    ["Ana", 31, "a@x.example"],
    ["Béla 🙂", "", "=1+1"],
    ["", "", ""],
    ["Zoë", 2.5, True],
]
SCORE = NewColumn(key="Score", header="Score", header_row=0, number=True)
STATUS = NewColumn(key="Status", header="Status (Sales Assistant)", header_row=0)


class Bench(Protocol):
    """One adapter with a file in it that a test may edit as the user would."""

    sheet_id: int

    def open(self) -> Spreadsheet: ...
    def open_with_wrong_token(self) -> Spreadsheet: ...
    def open_missing(self) -> Spreadsheet: ...
    def insert_column(self, at: int) -> None: ...
    def insert_row(self, at: int) -> None: ...
    def rename_tab(self) -> None: ...
    def columns_of_user(self) -> int: ...


class FakeBench:
    """The fake."""

    sheet_id = 0

    def __init__(self) -> None:
        self.world = FakeSpreadsheets(good_token="good")
        self.sheet = self.world.add("file", ROWS)

    def open(self) -> Spreadsheet:
        return self.world.open("file", "good")

    def open_with_wrong_token(self) -> Spreadsheet:
        return self.world.open("file", "bad")

    def open_missing(self) -> Spreadsheet:
        return self.world.open("no-such-file", "good")

    def insert_column(self, at: int) -> None:
        self.sheet.insert_column(at)

    def insert_row(self, at: int) -> None:
        self.sheet.insert_rows(at)

    def rename_tab(self) -> None:
        self.sheet.title = "Other; 'name'"

    def columns_of_user(self) -> int:
        return len(self.sheet.columns)


class GoogleBench:
    """google-api-python-client over the wire to the playground."""

    def __init__(self, origin: str, world: Any) -> None:
        self.origin, self.world = origin, world
        rows = "\n".join(",".join(str(cell) for cell in row) for row in [["x"]])
        self.file = requests.post(f"{origin}/play/files", json={"title": "Contract", "csv": rows}, timeout=10).json()[
            "id"
        ]
        world.access.share(self.file, ["ana"])
        world.access.grant("ana", self.file)
        self.token = world.access.mint(
            "ana", "100200300-addon.apps.googleusercontent.com", ["https://www.googleapis.com/auth/drive.file"]
        )
        about = requests.get(f"{origin}/play/files/{self.file}", timeout=10).json()
        self.sheet_id = about["tabs"][0]["sheetId"]
        self._fill()

    def _fill(self) -> None:
        """Type the rows in as a user, but for text that typing would parse: that is stored as text."""
        values = [list(row) for row in ROWS]
        answer = requests.put(
            f"{self.origin}/v4/spreadsheets/{self.file}/values/A1",
            params={"valueInputOption": "RAW"}, json={"values": values},
            headers={"Authorization": f"Bearer {self.token}"}, timeout=10,
        )  # fmt: skip
        assert answer.status_code == 200, answer.text

    def open(self) -> Spreadsheet:
        return GoogleSpreadsheets(self.origin).open(self.file, self.token)

    def open_with_wrong_token(self) -> Spreadsheet:
        return GoogleSpreadsheets(self.origin).open(self.file, "ya29.wrong")

    def open_missing(self) -> Spreadsheet:
        return GoogleSpreadsheets(self.origin).open("no-such-file", self.token)

    def _edit(self, **operation: object) -> None:
        answer = requests.post(
            f"{self.origin}/play/files/{self.file}/edit", json={"sheetId": self.sheet_id, **operation}, timeout=10
        )
        assert answer.status_code == 200, answer.text

    def insert_column(self, at: int) -> None:
        self._edit(op="insertColumns", at=at, count=1)

    def insert_row(self, at: int) -> None:
        self._edit(op="insertRows", at=at, count=1)

    def rename_tab(self) -> None:
        self._edit(op="renameTab", title="Other; 'name'")

    def columns_of_user(self) -> int:
        return next(tab.columns for tab in self.open().describe().tabs if tab.sheet_id == self.sheet_id)


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Any]]:
    folder: Path = tmp_path_factory.mktemp("playground")
    world = playground_world.create(addon="http://localhost:1", data=folder, clock_file=folder / "clock")
    server = make_server("127.0.0.1", 0, playground_app.create_app(world), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", world
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["fake", "google"])
def bench(request: pytest.FixtureRequest) -> Bench:
    if request.param == "fake":
        return FakeBench()
    origin, world = request.getfixturevalue("playground")
    return GoogleBench(origin, world)


def cells(rows: Sequence[Sequence[Cell]]) -> list[list[Cell]]:
    return [list(row) for row in rows]


def without(rows: list[list[Cell]], columns: set[int]) -> list[list[Cell]]:
    """The rows without some columns, and without the blanks at their ends."""
    kept = [[cell for index, cell in enumerate(row) if index not in columns] for row in rows]
    return [row[: max((index + 1 for index, cell in enumerate(row) if cell != ""), default=0)] for row in kept]


def test_describes_title_and_tabs(bench: Bench) -> None:
    (tab,) = bench.open().describe().tabs
    assert tab.sheet_id == bench.sheet_id
    assert tab.rows >= len(ROWS)
    assert tab.columns >= 3


def test_reads_numbers_as_numbers_and_text_as_text(bench: Bench) -> None:
    reading = bench.open().read(bench.sheet_id, (Span(0),), ())
    assert cells(reading.spans[0].cells) == [
        ["Name", "Age", "Email"],
        ["Ana", 31, "a@x.example"],
        ["Béla 🙂", "", "=1+1"],
        [],
        ["Zoë", 2.5, True],
    ]


def test_reads_several_spans_in_one_call(bench: Bench) -> None:
    reading = bench.open().read(bench.sheet_id, (Span(0, 1), Span(4, 5)), ("Score",))
    assert [(rows.first, cells(rows.cells)) for rows in reading.spans] == [
        (0, [["Name", "Age", "Email"]]),
        (4, [["Zoë", 2.5, True]]),
    ]
    assert reading.own == {}


def test_inserts_fresh_columns_and_finds_them_by_their_mark(bench: Bench) -> None:
    sheet = bench.open()
    sheet.add_columns(bench.sheet_id, 1, (SCORE, STATUS), at_edge=False)
    reading = sheet.read(bench.sheet_id, (Span(0, 2),), ("Score", "Status", "Tier"))
    assert {key: (column.index, list(column.cells)) for key, column in reading.own.items()} == {
        "Score": (1, ["Score"]),
        "Status": (2, ["Status (Sales Assistant)"]),
    }
    assert cells(reading.spans[0].cells)[1][3:] == [31, "a@x.example"]


def test_inserts_at_the_edge_of_the_grid(bench: Bench) -> None:
    sheet = bench.open()
    edge = bench.columns_of_user()
    sheet.add_columns(bench.sheet_id, edge, (SCORE,), at_edge=True)
    assert sheet.read(bench.sheet_id, (Span(0),), ("Score",)).own["Score"].index == edge


def test_writes_follow_the_column_wherever_it_went(bench: Bench) -> None:
    sheet = bench.open()
    sheet.add_columns(bench.sheet_id, 2, (SCORE, STATUS), at_edge=False)
    before = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    bench.insert_column(0)
    bench.rename_tab()
    sheet.write(
        bench.sheet_id,
        (ColumnCells(key="Score", first=1, cells=[62, None, "=2+2"]), ColumnCells(key="Status", first=2, cells=["ok"])),
    )
    reading = sheet.read(bench.sheet_id, (Span(0),), ("Score", "Status"))
    assert list(reading.own["Score"].cells) == ["Score", 62, "", "=2+2"]
    assert list(reading.own["Status"].cells) == ["Status (Sales Assistant)", "", "ok"]
    ours = {column.index for column in reading.own.values()} | {0}
    after = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    assert without(after, ours) == without(before, {2, 3})


def test_none_skips_a_cell_and_blank_clears_it(bench: Bench) -> None:
    sheet = bench.open()
    sheet.add_columns(bench.sheet_id, 2, (SCORE,), at_edge=False)
    sheet.write(bench.sheet_id, (ColumnCells(key="Score", first=1, cells=[1, 2, 3]),))
    sheet.write(bench.sheet_id, (ColumnCells(key="Score", first=1, cells=[None, "", 4]),))
    assert list(sheet.read(bench.sheet_id, (Span(0),), ("Score",)).own["Score"].cells) == ["Score", 1, "", 4]


def test_a_write_to_a_column_that_is_gone_touches_nothing(bench: Bench) -> None:
    sheet = bench.open()
    before = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    with contextlib.suppress(Invalid):
        sheet.write(bench.sheet_id, (ColumnCells(key="Tier", first=1, cells=["Hot"]),))
    assert cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells) == before


def test_marks_of_fields_follow_their_columns_and_make_none_ours(bench: Bench) -> None:
    sheet = bench.open()
    before = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    sheet.mark_fields(bench.sheet_id, {"full_name": 0, "email": 2})
    bench.insert_column(0)
    sheet.add_columns(bench.sheet_id, 1, (SCORE,), at_edge=False)
    reading = sheet.read(bench.sheet_id, (Span(0, 1),), ("Score", "email"), ("email", "full_name", "phone"))
    assert reading.fields == {"full_name": (2,), "email": (4,)}
    assert {key: column.index for key, column in reading.own.items()} == {"Score": 1}
    assert without(cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells), {0, 1}) == before


def test_a_fields_mark_is_taken_off_and_set_anew_in_one_call(bench: Bench) -> None:
    sheet = bench.open()
    sheet.mark_fields(bench.sheet_id, {"notes": 0, "email": 1})
    sheet.mark_fields(bench.sheet_id, {"email": 2}, ("email", "notes"))
    assert sheet.read(bench.sheet_id, (), (), ("email", "notes")).fields == {"email": (2,)}
    sheet.mark_fields(bench.sheet_id, {}, ())
    with pytest.raises(Invalid):
        sheet.mark_fields(bench.sheet_id, {"notes": 900}, ("email",))
    assert sheet.read(bench.sheet_id, (), (), ("email", "notes")).fields == {"email": (2,)}


def test_a_row_is_added_below_the_last_that_holds_anything_and_stays_text(bench: Bench) -> None:
    sheet = bench.open()
    before = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    for _ in range(3):  # the grid ends somewhere, and grows
        sheet.append(bench.sheet_id, {0: "=HYPERLINK(1)", 2: "0042"})
    after = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    assert after == [*before, *[["=HYPERLINK(1)", "", "0042"]] * 3]


def test_a_row_is_added_below_cells_of_ours_too(bench: Bench) -> None:
    sheet = bench.open()
    bench.insert_row(len(ROWS))
    sheet.add_columns(bench.sheet_id, 0, (SCORE,), at_edge=False)
    sheet.write(bench.sheet_id, (ColumnCells(key="Score", first=len(ROWS), cells=[9]),))
    sheet.append(bench.sheet_id, {1: "Kim"})
    assert cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)[-2:] == [[9], ["", "Kim"]]


def test_no_row_is_added_to_a_tab_that_is_gone(bench: Bench) -> None:
    with pytest.raises(Invalid):
        bench.open().append(987, {0: "x"})


def test_our_columns_without_a_header_leave_the_first_row_to_its_lead(bench: Bench) -> None:
    sheet = bench.open()
    before = cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells)
    headless = NewColumn(key="Score", header="Score", header_row=NO_HEADER, number=True)
    sheet.add_columns(bench.sheet_id, 1, (headless,), at_edge=False)
    assert list(sheet.read(bench.sheet_id, (), ("Score",)).own["Score"].cells) == []
    sheet.write(bench.sheet_id, (ColumnCells(key="Score", first=0, cells=[7]),))
    assert list(sheet.read(bench.sheet_id, (), ("Score",)).own["Score"].cells) == [7]
    assert without(cells(sheet.read(bench.sheet_id, (Span(0),), ()).spans[0].cells), {1}) == before


def test_a_wrong_token_and_a_missing_file_are_rejected_with_their_reason(bench: Bench) -> None:
    with pytest.raises(Rejected) as expired:
        bench.open_with_wrong_token().describe()
    assert expired.value.reason == "access_expired"
    with pytest.raises(Rejected) as missing:
        bench.open_missing().describe()
    assert missing.value.reason == "not_found"


def test_a_tab_that_is_gone_and_rows_beyond_the_grid_are_invalid(bench: Bench) -> None:
    with pytest.raises(Invalid):
        bench.open().read(987, (Span(0),), ())
    with pytest.raises(Invalid):
        bench.open().read(bench.sheet_id, (Span(0, 1), Span(2_000_000, 2_000_010)), ())


def test_no_answer_is_unavailable_and_asked_once() -> None:
    with pytest.raises(Unavailable):
        GoogleSpreadsheets("http://127.0.0.1:9").open("file", "token").describe()
