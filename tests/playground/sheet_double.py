"""One granted spreadsheet and the calls on it."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient

from playground.workbook import Book, Tab
from tests.playground.world_double import FakeWorld, make_app

KEY = "sales-assistant.column"
ROWS: list[list[Any]] = [["Name", "Age"], ["Ana", 31], ["Béla 🙂", None, "=1+1"], [], ["Zoë", 2.5, True]]


class Sheet:
    """One granted file and the calls on it."""

    def __init__(self, world: FakeWorld, client: FlaskClient, rows: list[list[Any]]) -> None:
        self.world, self.client = world, client
        tabs = [Tab(sheet_id=0, title="Leads", rows=rows, row_count=20, column_count=8), Tab(sheet_id=5, title="B's")]
        self.id = world.files.add("ana", Book(title="Test", tabs=tabs)).id
        world.access.grant("ana", self.id)

    def call(self, method: str, rest: str, body: Any = None, bearer: str = "good") -> Any:
        headers = {"Authorization": f"Bearer {bearer}"}
        return self.client.open(f"/v4/spreadsheets/{self.id}{rest}", method=method, json=body, headers=headers)

    def get(self, rest: str) -> dict[str, Any]:
        return expect(self.call("GET", rest))

    def post(self, rest: str, body: Any) -> dict[str, Any]:
        return expect(self.call("POST", rest, body))

    def batch(self, *asked: dict[str, Any]) -> dict[str, Any]:
        return self.post(":batchUpdate", {"requests": list(asked)})

    def values(self, a1: str = "Leads") -> list[list[Any]]:
        return self.get(f"/values/{a1}?valueRenderOption=UNFORMATTED_VALUE").get("values", [])

    def refusal(self, method: str, rest: str, body: Any = None, code: int = 400) -> dict[str, Any]:
        answer = self.call(method, rest, body)
        assert answer.status_code == code, answer.text
        error: dict[str, Any] = answer.get_json()["error"]
        assert error["code"] == code
        return error


def expect(answer: Any) -> dict[str, Any]:
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def a_sheet(world: FakeWorld) -> Sheet:
    return Sheet(world, make_app(world).test_client(), [row[:] for row in ROWS])


def lookup(value: str, sheet_id: int = 0) -> dict[str, Any]:
    found = {"metadataKey": KEY, "metadataValue": value, "locationType": "COLUMN"}
    return {"developerMetadataLookup": {**found, "metadataLocation": {"sheetId": sheet_id}}}


def mark(value: str, column: int, visibility: str = "PROJECT") -> dict[str, Any]:
    lines = {"sheetId": 0, "dimension": "COLUMNS", "startIndex": column, "endIndex": column + 1}
    made = {"metadataKey": KEY, "metadataValue": value, "visibility": visibility}
    return {"createDeveloperMetadata": {"developerMetadata": {**made, "location": {"dimensionRange": lines}}}}


def columns(start: int, end: int) -> dict[str, Any]:
    return {"sheetId": 0, "dimension": "COLUMNS", "startIndex": start, "endIndex": end}
