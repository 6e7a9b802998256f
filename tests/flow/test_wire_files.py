"""A file becomes a sheet and a sheet a file, from the click to the bytes."""

from __future__ import annotations

import csv
import io
import re

import pytest
import requests

from tests.cast import lead_rows
from tests.fakes.workbooks import xlsx
from tests.flow.person import Person
from tests.flow.wire import Wire

LEADS = 'Name;E-Mail;Firma;Telefon;Notiz\nJürgen Müller;jm@acme.example;Acme;0049 30 1;"=HYPERLINK(""http://x"")"\n'


def link(person: Person) -> str:
    """Return the page the last click opened."""
    url: str = person.answers[-1]["link"]["url"]
    return url


def upload(url: str, name: str, data: bytes) -> requests.Response:
    return requests.post(url, files={"file": (name, data)}, timeout=60)


def start_import(wire: Wire) -> str:
    """Press the button where there is nothing yet: beside an empty sheet."""
    ana = wire.sheet([])
    ana.press("Import a file")
    assert ana.button("Open the import page")["onClick"]["openLink"]["url"] == link(ana)
    return link(ana)


def made_file(answer: requests.Response) -> str:
    found = re.search(r"file=([\w-]+)", answer.text)
    assert found, answer.text
    return found[1]


def cells(wire: Wire, file: str) -> list[list[str]]:
    found = wire.look(f"/play/files/{file}/tabs/0/cells")["rows"]
    return [[cell["v"] if cell else "" for cell in row] for row in found if any(row)]


def test_a_file_becomes_a_sheet_that_can_be_checked_at_once(wire: Wire) -> None:
    url = start_import(wire)
    assert 'type="file"' in requests.get(url, timeout=30).text
    answer = upload(url, "Kunden 2026.csv", LEADS.encode("cp1252"))
    assert answer.status_code == 200, answer.text
    assert "semicolons, Windows-1252" in answer.text
    file = made_file(answer)
    assert cells(wire, file)[1] == [
        "Jürgen Müller", "jm@acme.example", "Acme", "0049 30 1", '=HYPERLINK("http://x")'
    ]  # fmt: skip
    tab = wire.look(f"/play/files/{file}")
    assert (tab["title"], tab["tabs"][0]["title"]) == ("Kunden 2026", "Kunden 2026")
    formula = wire.look(f"/play/files/{file}/tabs/0/cells")["rows"][1][4]
    assert formula["k"] == "s"
    ana = wire.person(file)
    ana.open()  # made with her access, so nothing need be allowed
    assert "1 lead, 1 ready" in ana.press("Check leads")


def test_the_same_page_makes_one_spreadsheet_only(wire: Wire) -> None:
    url = start_import(wire)
    file = made_file(upload(url, "a.csv", LEADS.encode()))
    before = wire.calls("sheets", "create")
    again = upload(url, "a.csv", LEADS.encode())
    assert made_file(again) == file
    assert "already" in again.text.lower()
    assert wire.calls("sheets", "create") == before


def test_a_workbook_brings_all_its_tabs(wire: Wire) -> None:
    data = xlsx({"Leads": [["Name", "Employees"], ["Ana", 12]], "Empty": [], "Old": [["Name"], ["Bo"]]})
    answer = upload(start_import(wire), "book.xlsx", data)
    assert [tab["title"] for tab in wire.look(f"/play/files/{made_file(answer)}")["tabs"]] == ["Leads", "Old"]


def test_access_that_ended_says_press_again(wire: Wire) -> None:
    url = start_import(wire)
    wire.play("/play/expire_tokens")
    answer = upload(url, "a.csv", LEADS.encode())
    assert answer.status_code == 410
    assert "Press the button in the sidebar again" in answer.text


@pytest.mark.parametrize("status", [500, 503])
def test_a_busy_google_while_filling_is_made_good_by_sending_the_file_again(wire: Wire, status: int) -> None:
    url = start_import(wire)
    wire.play("/play/faults", api="sheets", method="values.batchUpdateByDataFilter", kind=str(status), times=1)
    before = wire.calls("sheets", "create")
    first = upload(url, "a.csv", LEADS.encode())
    assert first.status_code == 503
    again = upload(url, "a.csv", LEADS.encode())
    assert cells(wire, made_file(again))[0][0] == "Name"
    assert wire.calls("sheets", "create") == before + 1


def test_export_gives_the_users_columns_and_ours(wire: Wire) -> None:
    ana = wire.sheet([*lead_rows(3), ["=1+1 not a formula", "", "x@y.example"]], title="Übersicht")
    ana.press("Check leads")
    ana.press("Score leads")
    wire.work(ana)
    ana.press("Back to Home")
    ana.press("Export CSV")
    answer = requests.get(link(ana), timeout=30)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    header, *rows = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    assert {"First name", "Email", "Score", "Lead ID"} <= set(header)
    assert len(rows) == 4
    assert rows[0][header.index("Score")].isdigit()
