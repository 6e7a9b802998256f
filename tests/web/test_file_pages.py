"""The pages for files: who gets in, what they say, and what they never do."""

from __future__ import annotations

import logging
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from addon.app import create_app
from addon.leads.files_model import MAX_FILE
from addon.web.files import MAX_UPLOAD
from tests.cast import ANA, lead_rows
from tests.fakes import configuration as configurations
from tests.fakes.world import FILE, World


class Pages:
    """The application on fakes, seen from a browser."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        self.services = self.world.services()
        self.client: FlaskClient = create_app(configurations.laptop(folder), self.services).test_client()

    def import_path(self) -> str:
        return self.services.files.open_import(ANA, "access")

    def export_path(self, rows: list[list[object]]) -> str:
        self.world.spreadsheets.add(FILE, rows, title="Café / 1")  # type: ignore[arg-type]
        return self.services.files.open_export(ANA, FILE, 0, "access")

    def send(self, path: str, data: bytes, name: str = "leads.csv") -> TestResponse:
        head = f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + data + b"\r\n--x--\r\n"
        return self.client.post(path, data=body, content_type="multipart/form-data; boundary=x")


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def test_the_page_is_a_plain_form_without_scripts(pages: Pages) -> None:
    answer = pages.client.get(pages.import_path())
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert re.search(r'<label for="file">.*<input type="file" id="file"', answer.text, re.DOTALL)
    assert "form-action 'self'" in answer.headers["Content-Security-Policy"]
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")


def test_what_was_found_is_shown_escaped(pages: Pages) -> None:
    answer = pages.send(pages.import_path(), b"<b>Name</b>;<b>Name</b>;E-mail\nAna;x\n", "<i>leads</i>.csv")
    assert answer.status_code == 200
    assert "2 rows, 3 columns, header in row 1" in answer.text
    assert "semicolons, ASCII" in answer.text
    assert "Row 2 has fewer cells" in answer.text
    assert "<b>Name" not in answer.text
    assert "<i>" not in answer.text
    assert 'href="https://docs.google.com/spreadsheets/d/' in answer.text


def test_one_row_and_one_column_are_named_as_one(pages: Pages) -> None:
    assert "1 row, 1 column" in pages.send(pages.import_path(), b"E-mail\n").text.replace(", header", "")


def test_a_refused_file_says_why_beside_the_form(pages: Pages) -> None:
    path = pages.import_path()
    answer = pages.send(path, b"%PDF-1.7", "leads.pdf")
    assert answer.status_code == 400
    assert "This is a PDF" in answer.text
    assert 'role="alert"' in answer.text
    assert "<form" in answer.text
    assert pages.send(path, b"Name,E-mail\nAna,x\n").status_code == 200


def test_no_file_asks_for_one(pages: Pages) -> None:
    answer = pages.client.post(pages.import_path(), data={}, content_type="multipart/form-data")
    assert (answer.status_code, "Choose a file first" in answer.text) == (400, True)


def test_too_large_a_file_is_refused_with_its_limit(pages: Pages) -> None:
    path = pages.import_path()
    for size in (MAX_FILE + 1, MAX_UPLOAD + 1):
        answer = pages.send(path, bytes(size))
        assert (answer.status_code, "20 MB" in answer.text) == (400, True)


def test_what_is_larger_than_an_event_may_be_uploaded(pages: Pages) -> None:
    rows = b"Name,Note\n" + (b"Ana," + b"x" * 40_000 + b"\n") * 60
    assert pages.send(pages.import_path(), rows).status_code == 200


@pytest.mark.parametrize("path", ["/import/x.y", "/export/x.y.csv", "/import/%00", "/export/.csv.csv"])
def test_a_link_that_is_not_ours_opens_nothing(pages: Pages, path: str) -> None:
    answer = pages.client.get(path)
    assert answer.status_code == 404
    assert "not one of ours" in answer.text


def test_a_token_for_one_page_opens_no_other(pages: Pages) -> None:
    token = pages.import_path().removeprefix("/import/")
    assert pages.client.get(f"/export/{token}.csv").status_code == 404
    assert pages.send(f"/import/{token[:-2]}", b"Name,x\n1,2\n").status_code == 404
    assert "create" not in pages.world.spreadsheets.calls


def test_a_foreign_token_is_refused_before_the_body_is_read(pages: Pages) -> None:
    answer = pages.client.post("/import/a.b", data=b"x" * 100, headers={"Content-Length": str(10**12)})
    assert answer.status_code == 404


def test_an_export_streams_a_csv_named_after_its_tab(pages: Pages) -> None:
    answer = pages.client.get(pages.export_path([*lead_rows(2), ["=1+1", "x", "a@b.example"]]))
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    assert "filename*=UTF-8''Caf%C3%A9%20_%201.csv" in answer.headers["Content-Disposition"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.data.startswith(b'\xef\xbb\xbf"First name"')
    assert b'"\'=1+1"' in answer.data
    assert answer.data.count(b"\r\n") == 4


def test_access_that_ended_says_which_button_to_press(pages: Pages) -> None:
    path = pages.export_path(lead_rows(1))
    pages.world.spreadsheets.good_token = "another"
    answer = pages.client.get(path)
    assert (answer.status_code, "Press the button" in answer.text) == (410, True)


def test_no_token_and_no_cell_is_logged(pages: Pages, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    export, taken = pages.export_path(lead_rows(1)), pages.import_path()
    pages.client.get(export)
    pages.send(taken, b"Name,E-mail\nAna Secret,x\n")
    said = " ".join(f"{record.getMessage()} {getattr(record, 'line', '')}" for record in caplog.records)
    assert "/export/<token>.csv" in said
    assert "leads:file:imported" in said
    for secret in (export[8:40], taken[8:40], "Ana Secret", "person0", "access"):
        assert secret not in said.replace("access_", "")
