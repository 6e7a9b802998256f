"""Uploaded files: what is a table is read as it stands, and whatever else comes is refused in a sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.adapters import workbook_file
from addon.adapters.table_files import UploadedFiles
from addon.errors import Invalid
from addon.leads.exporting import csv_bytes
from addon.leads.files_model import MAX_CELL, MAX_COLUMNS, MAX_FILE, MAX_ROWS, TableFile
from addon.leads.formula_safety import unguarded
from addon.leads.importing import new_tab
from tests.fakes.workbooks import packed, xlsx

FILES = Path(__file__).parents[1] / "data" / "files"


def read(data: bytes, name: str = "leads.csv") -> TableFile:
    return UploadedFiles().read(name, data)


def rows(data: bytes) -> list[list[object]]:
    return [list(row) for row in read(data).tabs[0].rows]


def refusal(data: bytes) -> str:
    with pytest.raises(Invalid) as caught:
        read(data)
    return caught.value.message


TEXTS = {
    "commas": (b"a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    "semicolons and decimal commas": (b"a;b\n1,5;2\n2,5;3\n", [["a", "b"], ["1,5", "2"], ["2,5", "3"]]),
    "tabs": (b"a\tb\r\n1\t2\r\n", [["a", "b"], ["1", "2"]]),
    "bars": (b"a|b\n1|x, y\n", [["a", "b"], ["1", "x, y"]]),
    "colons": (b"a:b\n1:2\n", [["a", "b"], ["1", "2"]]),
    "no colons": (b"Made: 10:30\nName,Email\nA,b@c\n", [["Made: 10:30"], ["Name", "Email"], ["A", "b@c"]]),
    "a separator told": (b"sep=;\nName;Price\nA;1,5\n", [["Name", "Price"], ["A", "1,5"]]),
    "one column": (b"email\na@b.c\nc@d.e", [["email"], ["a@b.c"], ["c@d.e"]]),
    "old Mac lines": (b"a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    "one column of names": (
        "Name\nMüller, Petra\nSchmidt, Uwe".encode(), [["Name"], ["Müller, Petra"], ["Schmidt, Uwe"]]
    ),
    "one column of notes": (b"Notes\nCall: later\nMail: now", [["Notes"], ["Call: later"], ["Mail: now"]]),
    "one column of sentences": (
        b"Notes\nNo\nYes, today, please\nYes, if so", [["Notes"], ["No"], ["Yes, today, please"], ["Yes, if so"]]
    ),
    "a title above two columns": (b"My\nName, Mail\nA, a@b.example", [["My"], ["Name", "Mail"], ["A", "a@b.example"]]),
    "a title above three columns": (b"My\nName, Ort, Zip\nA, B, 1", [["My"], ["Name", "Ort", "Zip"], ["A", "B", "1"]]),
    "a comment above colons": (b"# users\na:b\n1:2", [["# users"], ["a", "b"], ["1", "2"]]),
    "quotations": (b'a,b\n1,"ha \n""ha"", ha"\n', [["a", "b"], ["1", 'ha \n"ha", ha']]),
    "CR LF inside a cell": (b'a,b\r\n"x\r\ny",2\r\n', [["a", "b"], ["x\r\ny", "2"]]),
    "single quotations": (b"'a','b'\n'x,y','2'\n", [["a", "b"], ["x,y", "2"]]),
    "backslashes before quotations": (b'a,b\n1,"5\\" pipe"\n', [["a", "b"], ["1", '5" pipe']]),
    "backslashes in paths": (b'a,b\n"C:\\dir\\",3\n', [["a", "b"], ["C:\\dir\\", "3"]]),
    "blanks after commas": (b'a, b\n1, "x, y"\n', [["a", "b"], ["1", "x, y"]]),
    "JSON in a cell": (b'k,v\n1,"{""a"": ""b"", ""c"": [1.0, 2]}"\n', [["k", "v"], ["1", '{"a": "b", "c": [1.0, 2]}']]),
    "short, long and blank rows": (b"a,b\n1\n\n1,2,3\n", [["a", "b"], ["1"], [], ["1", "2", "3"]]),
    "leading zeros": (b"zip,b\n08123,1\n", [["zip", "b"], ["08123", "1"]]),
    "NULs and an end mark": (b"a,b\n1\x00,2\n\x1a", [["a", "b"], ["1", "2"]]),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_text_is_read_as_it_stands(name: str) -> None:
    data, expected = TEXTS[name]
    assert rows(data) == expected


NAMES = "Name,Ort\nJürgen,Köln\nHélène,Orléans\nJosé Muñoz,León\n"
ENCODED = {
    "utf-8": NAMES, "utf-8-sig": NAMES, "utf-16": NAMES, "utf-16-le": NAMES, "utf-32": NAMES, "cp1252": NAMES,
    "iso8859_15": NAMES, "mac_roman": NAMES, "cp850": NAMES,
    "cp1250": "Jméno,Firma\nJiří Dvořák,Škoda Plzeň\n", "iso8859_2": "Imię,Firma\nŁukasz Wójcik,Żółta Łódź\n",
    "cp1251": "Имя,Фирма\nИван Петров,Ромашка\n", "koi8_r": "Имя,Фирма\nИван Петров,Ромашка\n",
    "iso8859_7": "id,Όνομα\n1,Λεωνίδας\n", "cp1254": "Ad,Şehir\nŞükrü Yıldız,İstanbul\n",
    "cp1255": "שם,חברה\nדוד כהן,טבע\n", "cp932": "氏名,会社\n山田太郎,トヨタ自動車\n佐藤花子,ソニー\n",
    "gb18030": "姓名,公司\n王伟,中国银行\n李娜,华为技术\n", "iso2022_jp": "氏名,会社\n山田太郎,ソニー\n",
}  # fmt: skip


@pytest.mark.parametrize("encoding", ENCODED)
def test_a_file_of_few_rows_is_read_in_its_encoding(encoding: str) -> None:
    expected = [line.split(",") for line in ENCODED[encoding].strip().split("\n")]
    assert rows(ENCODED[encoding].encode(encoding)) == expected


def test_what_could_not_be_read_is_said() -> None:
    found = read(b"Name,Ort\n" + "Jürgen,Köln\nJürgen,Köln\n".encode() + b"J\xfcrgen,Bonn\n")
    assert found.encoding == "UTF-8"
    assert "could not be read: 1." in found.remarks[0]


def test_a_quotation_never_closed_swallows_no_row() -> None:
    found = read(b'name,note\nA,"open\nB,ok\n"C",ok\nD,"open\n')
    assert [list(row) for row in found.tabs[0].rows] == [
        ["name", "note"], ["A", '"open'], ["B", "ok"], ["C", "ok"], ["D", '"open']
    ]  # fmt: skip
    assert "row 2, 5" in found.remarks[0]


REFUSED = {
    "nothing": (b"", "empty"),
    "blanks": (b" \r\n\r\n", "empty"),
    "separators only": (b",,\n,,\n", "no cells"),
    "a PDF": (b"%PDF-1.7\n...", "PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n....", "picture"),
    "a web page saved as .xls": (b"\xef\xbb\xbf <HTML><table><tr>", "web page"),
    "XML": (b'<?xml version="1.0"?><Workbook/>', "XML"),
    "JSON": (b'[{"name": "Ana"}]', "JSON"),
    "a vCard": (b"BEGIN:VCARD\nFN:Ana\n", "vCard"),
    "noise": (bytes(range(256)) * 40, "other kind of file"),
    "a long cell": (b"a,b\n" + b"x" * (MAX_CELL + 1) + b",1\n", "Row 2: a cell has more than 50,000"),
    "a very long cell": (b'a,b\n"' + b"x" * 200_000, "Row 2"),
    "many columns": (b"," * MAX_COLUMNS + b"\n1,2\n", "no cells|columns"),
    "half a zip": (b"PK\x03\x04 half", "cannot be read"),
    "half an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cannot be read"),
    "a locked workbook": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_says_what_is_wrong(name: str) -> None:
    data, words = REFUSED[name]
    message = refusal(data)
    assert any(word in message for word in words.split("|")), message
    assert message.endswith(".")


def test_too_much_is_refused() -> None:
    assert "20 MB" in refusal(b"a" * (MAX_FILE + 1))
    assert "100,000 rows" in refusal(b"1,2\n" * (MAX_ROWS + 20))
    assert "columns" in refusal(b"1," * MAX_COLUMNS + b"2\n")
    assert "cells" in refusal((b"1," * 199 + b"2\n") * 16_000)


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_archives_that_are_no_workbook_are_named() -> None:
    assert "zip archive" in refusal(zipped(leads=b"a,b"))
    assert "text document" in refusal(zipped(word__document=b"x"))


def test_a_zip_bomb_is_refused_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_file, "MAX_UNPACKED", 1_000_000)
    assert "too large once unpacked" in refusal(zipped(xl__workbook=bytes(2_000_000)))


def test_a_cell_in_the_last_corner_does_not_end_the_server() -> None:
    """The reader allocates the whole rectangle, half a terabyte, and is ended for it; in a process of its own."""
    corners = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    assert "cannot be read" in refusal(packed({"S": f"<sheetData>{corners}</sheetData>"}))


def test_workbooks_are_read_with_their_types() -> None:
    found = read(
        xlsx({"Leads": [["Zip", "Staff", "Ok"], ["08123", 12, True], ["x", 1.5, False]], "Blank": [], "B": [["x"]]})
    )
    assert [tab.title for tab in found.tabs] == ["Leads", "B"]
    assert found.tabs[0].rows == [["Zip", "Staff", "Ok"], ["08123", 12, True], ["x", 1.5, False]]
    assert not found.is_text


def test_cells_merged_downwards_hold_in_each_row() -> None:
    found = read(xlsx({"S": [["Firm", "Name"], ["Acme", "Ana"], [None, "Bo"]]}, merges=["A2:A3"]))
    assert found.tabs[0].rows[2] == ["Acme", "Bo"]


def test_formulas_without_a_result_and_errors_are_counted_by_column() -> None:
    sheet = (
        '<sheetData><row r="1"><c r="A1" t="str"><v>Name</v></c><c r="B1" t="str"><v>Mail</v></c></row>'
        '<row r="2"><c r="A2" t="str"><f>"An"&amp;"a"</f><v>Ana</v></c><c r="B2"><f>1+1</f></c><c r="C2" t="e">'
        '<v>#N/A</v></c></row><row r="3"><c r="A3" t="str"><f>""</f><v></v></c><c r="B3"><f t="shared" si="0"/><v/></c>'
        '<c r="C3" t="e"><f>NA()</f><v>#N/A</v></c><c r="D3"><f>2</f><v></v></c></row></sheetData>'
    )
    found = read(packed({"Leads & more": sheet, "Plain": "<sheetData><row><c><v>1</v></c></row></sheetData>"}))
    assert found.tabs[0].remarks == (
        "Column B: 2 formulas have no stored result; open the file in Excel, save it, import again.",
        "Column D: 1 formula has no stored result; open the file in Excel, save it, import again.",
        "Column C: 2 cells hold an error such as #N/A; left empty.",
    )
    assert found.tabs[1].remarks == ()
    assert new_tab(found.tabs[0], is_text=False).remarks[:3] == found.tabs[0].remarks


def test_a_wide_workbook_is_refused_with_its_sheet() -> None:
    assert "“Wide” has" in refusal(xlsx({"Wide": [["x"] * (MAX_COLUMNS + 1)]}))


OTHERS = {
    "frictionless-escaping.csv": ["3", 'Test " line 3'],
    "frictionless-capital-invalid.csv": ["x", "Tokio", "Japan", "review"],
    "frictionless-matrix-with-comment.csv": ["41", "42", "43", "44"],
    "frictionless-table-infer-iso-8859-7.csv": ["4", "28", "Ευστοργιος"],
    "frictionless-sheet2.xls": [2, "中国人"],
    "frictionless-table.ods": [2, "中国人"],
}


@pytest.mark.parametrize("name", OTHERS)
def test_other_peoples_files_are_read_to_their_last_row(name: str) -> None:
    assert rows((FILES / name).read_bytes())[-1] == OTHERS[name]


def test_a_header_of_several_merged_rows_ends_in_one_with_all_names() -> None:
    found = rows((FILES / "frictionless-multiline-headers.xlsx").read_bytes())
    assert found[3] == ["Region", "Caloric contribution", "from previous quarter", "from baseline (%)"]


@given(st.binary(max_size=600))
def test_whatever_the_bytes_are_there_is_an_answer(data: bytes) -> None:
    if data[:4] not in (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"):
        answered(data)


@given(st.data())
def test_a_damaged_table_gets_an_answer(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([case for case, _ in TEXTS.values()]))
    answered(damaged(data, good))


@settings(max_examples=12)
@given(st.data())
def test_a_damaged_workbook_gets_an_answer(data: st.DataObject) -> None:
    good = data.draw(st.sampled_from([*FILES.glob("*.xls*"), *FILES.glob("*.ods")])).read_bytes()
    answered(damaged(data, good))


def damaged(data: st.DataObject, good: bytes) -> bytes:
    at = data.draw(st.integers(0, len(good)))
    cut = data.draw(st.integers(0, 40))
    return good[:at] + data.draw(st.binary(max_size=20)) + good[at + cut :]


def answered(data: bytes) -> None:
    try:
        said = read(data).kind
    except Invalid as error:
        said = error.message.removesuffix(".")
    assert said


CELLS = st.text(
    st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\ufeff\ufffd", include_characters="\t\r\n"),
    max_size=12,
)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=6))
def test_what_is_exported_is_imported_the_same(table: list[list[str]]) -> None:
    header = [["Name", "E-mail", "Notes"]]
    found = read(b"".join(csv_bytes(header + table)))
    assert [[unguarded(str(cell)) for cell in row] for row in found.tabs[0].rows] == header + table
