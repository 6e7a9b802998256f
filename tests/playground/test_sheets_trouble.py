"""The Sheets stand-in in bad weather, and under Google's own client."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httplib2
import pytest
import requests
from googleapiclient.discovery import build
from googleapiclient.errors import HttpError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from playground.google_errors import ApiError
from playground.quota import PER_MINUTE, Quota
from tests.playground.sheet_double import Sheet, a_sheet, columns, lookup, mark
from tests.playground.world_double import FakeWorld, served, served_by_waitress


@pytest.fixture
def world() -> FakeWorld:
    return FakeWorld()


@pytest.fixture
def sheet(world: FakeWorld) -> Sheet:
    return a_sheet(world)


# --- trouble ----------------------------------------------------------------------------------------------------------
def test_faults_strike_before_or_after_the_effect(sheet: Sheet, world: FakeWorld) -> None:
    for kind, name in (("503", "lost"), ("503_after", "kept")):
        world.faults.add("sheets", "batchUpdate", kind)
        error = sheet.refusal("POST", ":batchUpdate", {"requests": [mark(name, 0)]}, code=503)
        assert error["status"] == "UNAVAILABLE"
    found = sheet.post("/developerMetadata:search", {"dataFilters": [{"developerMetadataLookup": {}}]})
    assert [one["developerMetadata"]["metadataValue"] for one in found["matchedDeveloperMetadata"]] == ["kept"]
    assert world.calls.of("sheets", "batchUpdate") == 2


def test_a_429_says_whose_quota_and_when_to_come_back(sheet: Sheet, world: FakeWorld) -> None:
    world.faults.add("sheets", "*", 429)
    answer = sheet.call("GET", "")
    error = answer.get_json()["error"]
    assert (answer.status_code, error["status"]) == (429, "RESOURCE_EXHAUSTED")
    assert error["details"][0]["metadata"]["quota_limit"] == "ReadRequestsPerMinutePerUser"
    assert int(answer.headers["Retry-After"]) > 0
    sheet.get("")


def test_the_quota_is_sixty_a_minute_and_comes_back() -> None:
    now = [0.0]
    quota = Quota(lambda: now[0])
    for _ in range(PER_MINUTE):
        quota.spend("ana", "read")
    quota.spend("ana", "write")
    quota.spend("marco", "read")
    with pytest.raises(ApiError, match="Quota exceeded"):
        quota.spend("ana", "read")
    now[0] = 61.0
    quota.spend("ana", "read")


def test_many_writers_at_once_lose_nothing(sheet: Sheet, world: FakeWorld) -> None:
    sheet.batch(*(mark(str(column), column) for column in range(8)))

    def write(column: int) -> None:
        for row in range(6):
            cells = [[None] * row + [column]]
            data = [{"dataFilter": lookup(str(column)), "majorDimension": "COLUMNS", "values": cells}]
            sheet.post("/values:batchUpdateByDataFilter", {"valueInputOption": "RAW", "data": data})

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(8)))
    assert sheet.values("Leads!A1:H6") == [list(range(8))] * 6
    assert world.calls.of("sheets", "values.batchUpdateByDataFilter") == 48


def test_our_own_wrong_answer_is_a_500_that_says_why(sheet: Sheet, world: FakeWorld) -> None:
    with world.files.get(sheet.id).change() as book:
        book.tabs[0].hidden = "yes"  # type: ignore[assignment]
        book.title = 7  # type: ignore[assignment]
    error = sheet.refusal("GET", "", code=500)
    assert "properties.title" in error["message"]


# --- the real client --------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def wire() -> Iterator[tuple[FakeWorld, str]]:
    world = FakeWorld()
    with served(world) as origin:
        yield world, origin


def test_googles_own_client_works_unchanged(wire: tuple[FakeWorld, str]) -> None:
    world, origin = wire
    file_id = world.files.listing()[0]["id"]
    world.access.grant("ana", file_id)

    class Http(httplib2.Http):
        def request(self, uri: str, method: str = "GET", body: Any = None, headers: Any = None, **more: Any) -> Any:
            return super().request(uri, method, body, {**(headers or {}), "Authorization": "Bearer good"}, **more)

    http = Http()
    service = build("sheets", "v4", http=http, static_discovery=True, client_options={"api_endpoint": origin})
    sheets = service.spreadsheets()
    outline = sheets.get(spreadsheetId=file_id, fields="spreadsheetId,sheets(properties(sheetId,title))").execute()
    assert outline["sheets"][0]["properties"] == {"sheetId": 0, "title": "Leads"}
    read = sheets.values().get(spreadsheetId=file_id, range="'Archive 2025'!A1:B2").execute()
    assert read["values"] == [["First name", "Last name"], ["Greta", "Holm"]]
    body = {"requests": [{"insertDimension": {"range": columns(0, 1)}}, mark("Score", 0)]}
    sheets.batchUpdate(spreadsheetId=file_id, body=body).execute()
    data = [{"dataFilter": lookup("Score"), "majorDimension": "COLUMNS", "values": [["Score", 9]]}]
    written = {"valueInputOption": "RAW", "data": data}
    answer = sheets.values().batchUpdateByDataFilter(spreadsheetId=file_id, body=written).execute()
    assert answer["totalUpdatedCells"] == 2
    with pytest.raises(HttpError, match="Unable to parse range"):
        sheets.values().get(spreadsheetId=file_id, range="Gone!A1").execute()
    http.close()


@pytest.mark.parametrize("serve", [served, served_by_waitress])
def test_a_dropped_call_loses_the_connection_and_keeps_its_effect(serve: Any) -> None:
    world = FakeWorld()
    with serve(world) as origin:
        _drop_one(world, origin)


def _drop_one(world: FakeWorld, origin: str) -> None:
    file_id = world.files.listing()[1]["id"]
    world.access.grant("ana", file_id)
    world.faults.add("sheets", "values.update", "drop_after")
    with pytest.raises(requests.ConnectionError):
        requests.put(
            f"{origin}/v4/spreadsheets/{file_id}/values/Report!A1",
            params={"valueInputOption": "RAW"},
            json={"values": [["kept"]]},
            headers={"Authorization": "Bearer good"},
            timeout=5,
        )
    assert world.files.get(file_id).book.tabs[1].cell(0, 0) == "kept"


# --- anything at all --------------------------------------------------------------------------------------------------
NAMES = (
    *("requests", "range", "sheetId", "values", "dataFilters", "gridRange", "startIndex", "endIndex", "dimension"),
    *(
        "insertDimension",
        "updateCells",
        "rows",
        "fields",
        "start",
        "data",
        "valueInputOption",
        "properties",
        "addSheet",
    ),
)
scalars = st.none() | st.booleans() | st.integers(-5, 2**40) | st.text(max_size=5) | st.floats(-1e9, 1e9)
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=json_values, rest=st.sampled_from([":batchUpdate", "/values:batchUpdate", "/values:batchGetByDataFilter"]))
def test_no_body_makes_it_fall_over(sheet: Sheet, body: Any, rest: str) -> None:
    assert sheet.call("POST", rest, body).status_code in (200, 400)
