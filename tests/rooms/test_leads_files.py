"""Passes: whose access, for how long, how often, and what is left when something breaks in between."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from addon.adapters.table_files import UploadedFiles
from addon.errors import Invalid, Rejected, Unavailable
from addon.leads.exporting import csv_bytes
from addon.leads.files_model import Imported, PassKind, PassState
from addon.leads.files_service import CHUNK_ROWS, PASS_LIFE, FileDoors, Files, chunks
from addon.leads.model import Cell, OwnColumn
from addon.lib.seal import Sealer
from addon.lib.signing import Signer
from tests.cast import ANA, GRETA, lead_rows
from tests.fakes.documents import FakeDocuments
from tests.fakes.new_spreadsheets import FakeNewSpreadsheets
from tests.fakes.spreadsheets import FakeSpreadsheets
from tests.fakes.world import KEYS

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
CSV = b"Name,E-mail\nAna,ana@acme.example\n=1,+49 30 123456\n"


class Desk:
    """Files on fakes, with a clock that a test moves."""

    def __init__(self) -> None:
        self.documents, self.sheets = FakeDocuments(), FakeSpreadsheets()
        self.now = NOW
        doors = FileDoors(
            documents=self.documents,
            spreadsheets=self.sheets,
            new_spreadsheets=FakeNewSpreadsheets(self.sheets),
            table_files=UploadedFiles(),
        )
        self.files = Files(doors, Sealer(KEYS), Signer(KEYS, now=lambda: self.now), now=lambda: self.now)

    def token(self, access: str = "access") -> str:
        return self.files.open_import(ANA, access).removeprefix("/import/")

    def send(self, token: str, data: bytes = CSV) -> Imported:
        return self.files.import_file(token, "leads.csv", data)

    def state(self, token: str) -> PassState:
        return self.files.find_pass(PassKind.IMPORT, token).state

    def passes(self, tenant: str = ANA.tenant) -> int:
        return self.documents.count(f"tenants/{tenant}/passes")

    def break_at(self, name: str, error: Exception | None) -> None:
        def fail(call: str) -> None:
            if call == name and error:
                raise error

        self.sheets.before = fail


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_file_becomes_one_spreadsheet_and_the_access_goes(desk: Desk) -> None:
    token = desk.token()
    found = desk.send(token)
    sheet = desk.sheets.files[found.made.id][0]
    assert [column.cells for column in sheet.columns] == [
        ["Name", "Ana", "=1"],
        ["E-mail", "ana@acme.example", "+49 30 123456"],
    ]
    done = desk.files.find_pass(PassKind.IMPORT, token)
    assert (done.state, done.access, done.url) == (PassState.DONE, "", found.made.url)
    with pytest.raises(Rejected, match="begun already"):
        desk.send(token)
    assert desk.sheets.calls.count("create") == 1


def test_a_file_that_is_no_table_leaves_the_link_good(desk: Desk) -> None:
    token = desk.token()
    with pytest.raises(Invalid, match="PDF"):
        desk.send(token, b"%PDF-1")
    assert desk.state(token) is PassState.OPEN
    assert desk.send(token)


def test_two_posts_at_once_make_one_spreadsheet(desk: Desk) -> None:
    token = desk.token()
    answers: list[str] = []

    def second(call: str) -> None:
        if call == "create":
            desk.sheets.before = lambda _: None
            with pytest.raises(Rejected) as caught:
                desk.send(token)
            answers.append(caught.value.reason)

    desk.sheets.before = second
    assert desk.send(token)
    assert answers == ["begun"]
    assert desk.sheets.calls.count("create") == 1


def test_a_limit_before_anything_was_made_leaves_the_link_good(desk: Desk) -> None:
    token = desk.token()
    desk.break_at("create", Unavailable("later", reason="rate_limited"))
    with pytest.raises(Unavailable):
        desk.send(token)
    desk.break_at("create", None)
    assert desk.send(token)


def test_an_answer_that_was_lost_is_never_asked_for_twice(desk: Desk) -> None:
    token = desk.token()
    desk.break_at("create", Unavailable("gone", reason="no_answer"))
    with pytest.raises(Rejected, match="may have been made or not"):
        desk.send(token)
    desk.break_at("create", None)
    with pytest.raises(Rejected, match="begun already"):
        desk.send(token)
    assert desk.sheets.calls.count("create") == 1


def test_filling_goes_on_with_the_same_file_only(desk: Desk) -> None:
    token = desk.token()
    desk.break_at("fill", Unavailable("later", reason="server_error"))
    with pytest.raises(Unavailable):
        desk.send(token)
    desk.break_at("fill", None)
    with pytest.raises(Rejected):
        desk.send(token, b"Name\nBo\n")
    assert desk.send(token).made.id == "made-0"
    assert desk.sheets.calls.count("create") == 1


def test_a_crash_after_the_spreadsheet_was_made_says_press_again(desk: Desk) -> None:
    token = desk.token()

    def crash(call: str) -> None:
        if call == "create":
            raise KeyboardInterrupt

    desk.sheets.after = crash
    with pytest.raises(KeyboardInterrupt):
        desk.send(token)
    desk.sheets.after = lambda _: None
    with pytest.raises(Rejected, match="press Import a file in the sidebar again"):
        desk.send(token)


@pytest.mark.parametrize(
    "bend", [lambda t: t[:-1] + "A" if t[-1] != "A" else t[:-1] + "B", lambda t: "x", lambda t: ""]
)
def test_a_bent_token_opens_nothing(desk: Desk, bend: object) -> None:
    with pytest.raises(Rejected) as caught:
        desk.send(bend(desk.token()))  # type: ignore[operator]
    assert caught.value.reason == "bad_token"


def test_a_pass_ends_and_is_swept(desk: Desk) -> None:
    token = desk.token()
    desk.now += PASS_LIFE
    with pytest.raises(Rejected) as caught:
        desk.send(token)
    assert caught.value.reason == "expired"
    desk.now += timedelta(seconds=1)
    desk.token()
    assert desk.passes() == 1


def test_an_export_is_no_import_and_each_stays_in_its_company(desk: Desk) -> None:
    desk.sheets.add("file", lead_rows(2))
    export = desk.files.open_export(ANA, "file", 0, "access").removeprefix("/export/").removesuffix(".csv")
    with pytest.raises(Rejected):
        desk.send(export)
    with pytest.raises(Rejected):
        desk.files.export(desk.token())
    desk.files.open_import(GRETA, "access")
    assert (desk.passes(), desk.passes(GRETA.tenant)) == (2, 1)
    assert len(desk.files.export(export).rows) == 3
    assert desk.files.export(export).name == "Leads.csv"  # a download may be repeated


def test_the_access_is_sealed(desk: Desk) -> None:
    token = desk.token("ya29.secret")
    stored = desk.files.find_pass(PassKind.IMPORT, token)
    assert "ya29" not in stored.access + token + repr(stored)


def test_no_access_is_said_before_a_page_opens(desk: Desk) -> None:
    with pytest.raises(Invalid):
        desk.token("")


def test_an_export_of_a_tab_that_is_gone_says_so(desk: Desk) -> None:
    desk.sheets.add("file", lead_rows(1))
    path = desk.files.open_export(ANA, "file", 7, "access")
    with pytest.raises(Invalid, match="deleted"):
        desk.files.export(path.removeprefix("/export/").removesuffix(".csv"))


def test_big_tables_are_written_in_pieces_that_join() -> None:
    small = [["x"]] * (2 * CHUNK_ROWS + 1)
    assert [first for first, _ in chunks(small)] == [0, CHUNK_ROWS, 2 * CHUNK_ROWS]
    big = [["ü" * 200_000], ["x"], ["y" * 900_000], ["z" * 1_500_000]]
    pieces = list(chunks(big))
    assert [first for first, _ in pieces] == [0, 2, 3]
    assert [row for _, piece in pieces for row in piece] == big
    assert list(chunks([])) == []


def exported(desk: Desk) -> list[list[Cell]]:
    path = desk.files.open_export(ANA, "file", 0, "access")
    return [list(row) for row in desk.files.export(path.removeprefix("/export/").removesuffix(".csv")).rows]


def test_a_header_merged_over_two_rows_keeps_its_names(desk: Desk) -> None:
    desk.sheets.add(
        "file",
        [
            ["E-mail", "Company", "", "Notes"],
            ["", "Name", "Country", ""],
            ["ana@a.example", "Acme", "Spain", "met at a fair"],
            ["bo@b.example", "Beta", "Chile", ""],
        ],
    )
    assert exported(desk)[0] == ["E-mail", "Name", "Country", "Notes"]


def test_columns_of_ours_have_their_names_where_there_is_no_header(desk: Desk) -> None:
    sheet = desk.sheets.add("file", [["Ana", "ana@a.example", "", ""], ["Bo", "bo@b.example", 72, "Hi Bo"]])
    sheet.columns[2].own, sheet.columns[3].own = OwnColumn.SCORE, OwnColumn.DRAFT
    rows = exported(desk)
    assert rows[0][2:] == ["Score", "Draft"]
    again = desk.send(desk.token(), b"".join(csv_bytes(rows))).tabs[0]
    assert (again.frozen_rows, list(again.rows[0])) == (1, rows[0])


def test_an_export_without_a_header_names_the_columns(desk: Desk) -> None:
    desk.sheets.add("file", [["Ana", "ana@a.example", 12], ["Bo", "bo@b.example", 7]])
    path = desk.files.open_export(ANA, "file", 0, "access")
    header, *rows = desk.files.export(path.removeprefix("/export/").removesuffix(".csv")).rows
    assert (len(header), len(rows)) == (3, 2)
    assert all(header)
