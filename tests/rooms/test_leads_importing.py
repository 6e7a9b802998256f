"""What a file becomes, what is said about it, and which cells could be run when it goes out again."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence, ValuesView
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads.exporting import csv_bytes, file_name, lead_table
from addon.leads.files_model import FileTab, NewTab
from addon.leads.formula_safety import guarded, unguarded
from addon.leads.importing import new_tab
from addon.leads.model import Cell, Reading, Rows
from addon.leads.sheet_link import SheetLink, find_sheet_link
from addon.leads.table import table_from
from addon.lib.text import cell_text

HEADER = ["Name", "E-mail", "Company"]


def tab_of(*rows: list[Cell], is_text: bool = True) -> NewTab:
    return new_tab(FileTab(title="Leads", rows=rows), is_text=is_text)


def said(*rows: list[Cell]) -> str:
    return "\n".join(tab_of(*rows).remarks)


def test_the_header_is_frozen_with_what_stands_above_it() -> None:
    found = tab_of(["Export of 3 May"], [], list(HEADER), ["Ana", "a@b.example", "Acme"])
    assert found.frozen_rows == 2
    assert list(found.rows[0]) == ["Export of 3 May"]
    assert "header is in row 2" in "\n".join(found.remarks)


def test_comment_lines_above_the_table_go_and_a_column_called_number_stays() -> None:
    assert list(tab_of(["# made by x"], list(HEADER), ["Ana"]).rows[0]) == HEADER
    assert list(tab_of(["#", *HEADER], ["1", "Ana"]).rows[0]) == ["#", *HEADER]
    assert len(tab_of(["#1 Plumbing"], ["Acme"]).rows) == 2


def test_rows_without_a_header_are_kept_whole_and_it_is_said() -> None:
    found = tab_of(["Ana", "ana@a.example", "12"], ["Bo", "bo@b.example", "7"])
    assert (found.frozen_rows, [row[2] for row in found.rows]) == (0, [12, 7])
    assert "there is no header" in found.remarks[0]


def test_odd_rows_are_named_by_their_number_in_the_new_sheet() -> None:
    text = said(list(HEADER), ["Ana", "a@b.example", "Acme"], [], ["Bo"], ["Cy", "c@d.example", "Beta", "more"])
    assert "1 blank row was left out." in text
    assert "Row 3 has fewer cells" in text
    assert "Row 4 has more cells" in text
    assert "Rows 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 9 more have" in said(list(HEADER), *[["Ana"]] * 19)


def test_headers_missing_or_twice_are_said() -> None:
    text = said(["Name", "", "Name"], ["Ana", "x", "Bo"])
    assert "called “Name”" in text
    assert "column B" in text
    assert "Name it in row 2 of the new sheet" in said(["Export"], ["Name", "", "Company"], ["Ana", "x", "Acme"])
    assert "no row below it" in said(list(HEADER))


def test_a_column_of_plain_numbers_becomes_numbers_and_codes_stay_text() -> None:
    found = tab_of(
        ["Name", "Staff", "Zip", "Share", "Version", "Phone", "Mixed"],
        ["Ana", "12", "08123", "0.5", "1.10", "4930123456789", "7"],
        ["Bo", "", "10115", "-2", "1.9", "4930123456780", "seven"],
    )
    assert list(found.rows[1]) == ["Ana", 12, "08123", 0.5, "1.10", "4930123456789", "7"]
    assert found.rows[2][3] == -2


@given(st.lists(st.lists(st.text(max_size=6), min_size=2, max_size=4), min_size=1, max_size=8))
def test_no_text_of_a_file_is_changed_but_by_losing_its_guard(rows: list[list[str]]) -> None:
    kept = [[cell_text(cell) for cell in row] for row in tab_of(*rows).rows]
    wanted = [[unguarded(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]
    for row in wanted:
        while row and row[-1] == "":
            row.pop()
    assert kept == wanted[len(wanted) - len(kept) :]


GUARDED = {
    "=1+1": "'=1+1",
    "@SUM(A1)": "'@SUM(A1)",
    "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0",
    "-2+3+cmd": "'-2+3+cmd",
    "  =1": "'  =1",
    "\t=1": "'\t=1",
    "\r=1": "'\r=1",
    "＝1": "'＝1",
    "'=1": "''=1",
    "-": "'-",
    "Ana": "Ana",
    "O'Neill": "O'Neill",
    "'quoted'": "'quoted'",
    "a=b": "a=b",
    "-5": "-5",
    "-1,234.50": "-1,234.50",
    "+12%": "+12%",
    "+49 30 123456": "+49 30 123456",
    "+1 (555) 010-9999": "+1 (555) 010-9999",
    "": "",
}


@pytest.mark.parametrize("text", GUARDED)
def test_what_could_be_run_is_guarded_and_numbers_stay_usable(text: str) -> None:
    assert guarded(text) == GUARDED[text]


@given(st.text(st.sampled_from("'=+-@\t\r\n ＝a1()|!.") | st.characters(), max_size=12))
def test_guarding_is_undone_and_leaves_nothing_to_run(text: str) -> None:
    out = guarded(text)
    assert unguarded(out) == text
    if out.lstrip()[:1] in tuple("=@＝＋－＠+-") or out[:1] in tuple("\t\r\n"):
        assert not set(out) & set("=@|!'\"")
        assert not any(char.isalpha() for char in out)


def test_numbers_of_the_sheet_are_never_guarded() -> None:
    assert [guarded(cell) for cell in (-5, 1.5, True, 12.0)] == ["-5", "1.5", "TRUE", "12"]


class Looked(dict[int, Sequence[Cell]]):
    """Rows that count how often all of them were looked through."""

    times = 0

    def values(self) -> ValuesView[Sequence[Cell]]:
        self.times += 1
        return super().values()


def test_an_export_looks_through_the_rows_as_often_for_many_as_for_few() -> None:
    seen = []
    for count in (3, 30):
        rows = [list(HEADER), *([f"Ana {at}", f"a{at}@b.example", "Acme"] for at in range(count))]
        table = table_from(Reading(spans=(Rows(first=0, cells=rows),)))
        looked = Looked(table.rows)
        assert len(lead_table(replace(table, rows=looked))) == count + 1
        seen.append(looked.times)
    assert seen[0] == seen[1]


def test_a_csv_opens_the_same_everywhere() -> None:
    data = b"".join(csv_bytes([["Näme"], ["a\nb"], ["=1"], ["\ud800"]]))
    assert data == b'\xef\xbb\xbf"N\xc3\xa4me"\r\n"a\nb"\r\n"\'=1"\r\n"?"\r\n'
    many = b"".join(csv_bytes([["x"]] * 1_201)).decode("utf-8-sig")
    assert len(list(csv.reader(io.StringIO(many)))) == 1_201


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Leads", "Leads.csv"),
        ("Q1/Q2: “hot”?", "Q1_Q2_ “hot”_.csv"),
        ("..", "leads.csv"),
        ("\u202egpj.exe\n", "gpj.exe.csv"),
        ("x" * 300, "x" * 80 + ".csv"),
    ],
)
def test_a_tabs_title_makes_a_good_file_name(title: str, name: str) -> None:
    assert file_name(title) == name


ID = "1AbC-def_GHIjkl2345678901234567890mnopqrstuv"
LINKS = {
    f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=772001": SheetLink(spreadsheet_id=ID, sheet_id=772001),
    f"https://docs.google.com/spreadsheets/d/{ID}/edit?gid=0#gid=0": SheetLink(spreadsheet_id=ID, sheet_id=0),
    f"see docs.google.com/spreadsheets/u/1/d/{ID} please": SheetLink(spreadsheet_id=ID),
    f"https://docs.google.com/a/acme.example/spreadsheets/d/{ID}/copy": SheetLink(spreadsheet_id=ID),
    f"https://drive.google.com/open?usp=x&id={ID}": SheetLink(spreadsheet_id=ID),
    f"https://drive.google.com/file/d/{ID}/view": SheetLink(spreadsheet_id=ID),
    f"  {ID}\n": SheetLink(spreadsheet_id=ID),
    f"https://docs.google.com.evil.example/spreadsheets/d/{ID}": None,
    f"https://docs.google.com/document/d/{ID}/edit": None,
    "https://docs.google.com/spreadsheets/d/e/2PACX-1vQexample1234567890abcdef/pubhtml": None,
    "my leads": None,
    "": None,
}


@pytest.mark.parametrize("pasted", LINKS)
def test_a_pasted_link_names_its_spreadsheet(pasted: str) -> None:
    assert find_sheet_link(pasted) == LINKS[pasted]


@given(st.text(max_size=200))
def test_any_pasted_text_has_an_answer(pasted: str) -> None:
    found = find_sheet_link(pasted)
    assert found is None or len(found.spreadsheet_id) >= 20
