"""The page's API to the grid."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from flask.testing import FlaskClient

from playground.samples import NASTY_TITLE
from tests.playground.world_double import FakeWorld, make_app

CSV = "Name,Score,When\nAna,31,x\nZoë,7,=1+1\n"


class Page:
    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.id = client.post("/play/files", json={"title": "Mine", "csv": CSV}).get_json()["id"]

    def about(self) -> dict[str, Any]:
        return self.client.get(f"/play/files/{self.id}").get_json()

    def cells(self, first: int = 0, last: int = 10) -> dict[str, Any]:
        return self.client.get(f"/play/files/{self.id}/tabs/0/cells?first={first}&last={last}").get_json()

    def texts(self) -> list[list[str | None]]:
        return [[cell and cell["v"] for cell in row] for row in self.cells()["rows"]]

    def edit(self, op: str, code: int = 200, **more: Any) -> dict[str, Any]:
        answer = self.client.post(f"/play/files/{self.id}/edit", json={"op": op, "sheetId": 0, **more})
        assert answer.status_code == code, answer.text
        return answer.get_json()


@pytest.fixture
def page() -> Page:
    return Page(make_app(FakeWorld()).test_client())


def test_a_window_is_sparse_and_tells_kinds(page: Page) -> None:
    page.edit("set", row=2, column=3, value="=A1")
    page.edit("set", row=2, column=4, value="=NOW()")
    answer = page.cells(1, 9)
    assert (answer["first"], len(answer["rows"]), answer["hiddenRows"]) == (1, 2, [])
    assert [cell["k"] for cell in answer["rows"][1]] == ["s", "n", "s", "f", "e"]
    assert answer["rows"][1][3] == {"v": "Name", "k": "f", "f": "=A1"}


def test_every_edit_of_the_page(page: Page) -> None:
    page.edit("insertRows", at=1, count=1)
    page.edit("paste", row=1, column=0, cells=[["Bo", "12%", None]])
    page.edit("sort", column=0, descending=True, firstRow=1)
    page.edit("moveRows", **{"from": 1}, count=1, to=4)
    assert page.texts() == [["Name", "Score", "When"], ["Bo", "12%"], ["Ana", "31", "x"], ["Zoë", "7", "=1+1"]]
    page.edit("moveColumns", **{"from": 2}, count=1, to=0)
    page.edit("deleteRows", at=1, count=1)
    page.edit("insertColumns", at=0, count=1)
    page.edit("deleteColumns", at=0, count=1)
    assert page.texts() == [["When", "Name", "Score"], ["x", "Ana", "31"], ["=1+1", "Zoë", "7"]]
    page.edit("undo")
    assert page.texts()[0] == [None, "When", "Name", "Score"]


def test_tabs_and_files_are_added_renamed_copied(page: Page) -> None:
    page.edit("addTab")
    page.edit("renameTab", title="People & more")
    page.edit("duplicateTab")
    page.edit("renameFile", title="Yours")
    titles = [tab["title"] for tab in page.about()["tabs"]]
    assert titles == ["People & more", "Copy of People & more", "Sheet2"]
    for tab in page.about()["tabs"][1:]:
        page.edit("deleteTab", sheetId=tab["sheetId"])
    assert page.edit("deleteTab", 400)["message"] == "You can't remove all the visible sheets in a document."
    page.id = page.edit("copyFile")["id"]
    assert page.about()["title"] == "Copy of Yours"


def test_a_filter_hides_rows_and_says_what_it_shows(page: Page) -> None:
    page.edit("filter", column=0, values=["Zoë"])
    assert page.about()["tabs"][0]["filter"] == {"column": 0, "values": ["Zoë"]}
    assert page.cells()["hiddenRows"] == [1]
    page.edit("clearFilter")
    assert page.about()["tabs"][0]["filter"] is None


def test_changes_tell_what_to_fetch_again(page: Page) -> None:
    before = page.about()["version"]
    version = page.edit("set", row=7, column=0, value="x")["version"]
    answer = page.client.get(f"/play/files/{page.id}/changes?since={before}").get_json()
    assert answer == {"version": version, "changed": [{"sheetId": 0, "first": 7, "last": 8, "structure": False}]}


@pytest.mark.parametrize(
    "asked",
    [
        None,
        [],
        {"op": "nonsense"},
        {"op": ["set"]},
        {"op": "set", "sheetId": 404, "row": 0, "column": 0, "value": 1},
        {"op": "set", "sheetId": 0, "row": "0", "column": 0, "value": 1},
        {"op": "set", "sheetId": 0, "row": -1, "column": 0, "value": 1},
        {"op": "set", "sheetId": 0, "row": 0, "column": 0, "value": {}},
        {"op": "set", "sheetId": 0, "row": 0, "column": 0, "value": float("nan")},
        {"op": "set", "sheetId": 0, "row": 10**9, "column": 0, "value": "x"},
        {"op": "set", "sheetId": 0, "row": 0, "column": 0, "value": "x" * 50_001},
        {"op": "paste", "sheetId": 0, "row": 0, "column": 0, "cells": ["x"]},
        {"op": "insertColumns", "sheetId": 0, "at": 0, "count": 99_999},
        {"op": "deleteRows", "sheetId": 0, "at": 0, "count": 5000},
        {"op": "moveRows", "sheetId": 0, "from": 0, "count": 1, "to": 9999},
        {"op": "sort", "sheetId": 0, "column": 99, "firstRow": 1},
        {"op": "filter", "sheetId": 0, "column": 0, "values": [1]},
        {"op": "filter", "sheetId": 0, "column": -1, "values": []},
        {"op": "renameTab", "sheetId": 0, "title": ""},
        {"op": "undo"},
    ],
)
def test_nonsense_is_refused_and_changes_nothing(page: Page, asked: Any) -> None:
    before = page.texts(), page.about()
    answer = page.client.post(f"/play/files/{page.id}/edit", json=asked)
    assert answer.status_code == 400
    assert answer.get_json()["message"]
    assert (page.texts(), page.about()) == before


def test_half_a_surrogate_pair_does_not_poison_the_file(page: Page) -> None:
    page.edit("set", row=0, column=0, value="a\ud800b")
    assert page.texts()[0][0] == "a?b"


def test_unknown_files_and_tabs_are_told(page: Page) -> None:
    assert page.client.get("/play/files/none").status_code == 404
    assert page.client.get(f"/play/files/{page.id}/tabs/9/cells").status_code == 400


def test_a_file_in_bytes_is_decoded_here(page: Page) -> None:
    packed = base64.b64encode("Nom;Âge\nZoé;3\n".encode("cp1252")).decode()
    page.id = page.client.post("/play/files", json={"title": "x", "base64": packed}).get_json()["id"]
    assert page.texts() == [["Nom", "Âge"], ["Zoé", "3"]]
    for bad in ({"title": "x"}, {"title": 1, "csv": ""}, {"title": "x", "base64": "ä"}, []):
        assert page.client.post("/play/files", json=bad).status_code == 400


def test_a_column_that_another_program_marked_is_not_the_addons() -> None:
    world = FakeWorld()
    nasty = next(file["id"] for file in world.files.listing() if file["title"] == NASTY_TITLE)
    about = make_app(world).test_client().get(f"/play/files/{nasty}").get_json()
    assert [mark.key for mark in world.files.get(nasty).moment()[1].marks.values()] == ["crm.column"]
    assert about["tabs"][0]["ownColumns"] == []
