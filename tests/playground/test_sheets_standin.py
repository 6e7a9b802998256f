"""Google Sheets as the playground plays it: over the wire, as strict as Google."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.playground.sheet_double import KEY, Sheet, a_sheet, columns, expect, lookup, mark
from tests.playground.world_double import FakeWorld


@pytest.fixture
def world() -> FakeWorld:
    return FakeWorld()


@pytest.fixture
def sheet(world: FakeWorld) -> Sheet:
    return a_sheet(world)


# --- reading ----------------------------------------------------------------------------------------------------------
def test_values_come_without_trailing_blanks_and_with_their_range(sheet: Sheet) -> None:
    answer = sheet.get("/values/Leads!A2:F20?valueRenderOption=UNFORMATTED_VALUE")
    assert answer == {
        "range": "Leads!A2:F20",
        "majorDimension": "ROWS",
        "values": [["Ana", 31], ["Béla 🙂", "", "=1+1"], [], ["Zoë", 2.5, True]],
    }
    by_column = sheet.get("/values/Leads!A1:B5?majorDimension=COLUMNS")
    assert by_column["values"] == [["Name", "Ana", "Béla 🙂", "", "Zoë"], ["Age", "31", "", "", "2.5"]]
    assert "values" not in sheet.get("/values/Leads!E1:F20")


def test_a_range_reaching_over_the_edge_is_cut_and_one_beyond_it_refused(sheet: Sheet) -> None:
    assert sheet.get("/values/Leads!A4:Z999")["range"] == "Leads!A4:H20"
    assert sheet.get("/values/'B''s'!A:B")["range"] == "'B''s'!A1:B1000"
    assert "exceeds grid limits. Max rows: 20, max columns: 8" in sheet.refusal("GET", "/values/Leads!A21")["message"]
    assert sheet.refusal("GET", "/values/Gone!A1")["message"] == "Unable to parse range: Gone!A1"


def test_each_area_is_answered_once_with_all_filters_that_chose_it(sheet: Sheet) -> None:
    sheet.batch(mark("Score", 1))
    whole = {"gridRange": {"sheetId": 0, "startColumnIndex": 1, "endColumnIndex": 2}}
    body = {"dataFilters": [whole, lookup("Score"), lookup("Tier"), {"a1Range": "Leads!A1:A2"}]}
    found = sheet.post("/values:batchGetByDataFilter", body)["valueRanges"]
    assert [(one["valueRange"]["range"], len(one["dataFilters"])) for one in found] == [
        ("Leads!B1:B20", 2),
        ("Leads!A1:A2", 1),
    ]


def test_a_fields_mask_keeps_what_it_names(sheet: Sheet) -> None:
    answer = sheet.get("?fields=properties/title,sheets(properties(sheetId,gridProperties.rowCount))")
    assert answer == {
        "properties": {"title": "Test"},
        "sheets": [
            {"properties": {"sheetId": 0, "gridProperties": {"rowCount": 20}}},
            {"properties": {"sheetId": 5, "gridProperties": {"rowCount": 1000}}},
        ],
    }
    error = sheet.refusal("GET", "?fields=sheets.nonsense")
    assert "Cannot find matching fields for path 'sheets.nonsense'" in str(error["details"])


def test_grid_data_comes_with_a_mask_or_on_request_only(sheet: Sheet) -> None:
    assert "data" not in sheet.get("")["sheets"][0]
    cells = sheet.get("?ranges=Leads!C3:C3&includeGridData=true")["sheets"][0]["data"][0]
    assert (cells["startRow"], cells["startColumn"]) == (2, 2)
    assert cells["rowData"][0]["values"][0]["userEnteredValue"] == {"stringValue": "=1+1"}
    masked = sheet.get("?fields=sheets.data.rowMetadata.hiddenByUser")["sheets"][0]["data"][0]
    assert set(masked) == {"rowMetadata"}


# --- writing ----------------------------------------------------------------------------------------------------------
def test_writes_find_their_column_wherever_it_is(sheet: Sheet) -> None:
    sheet.batch(mark("Score", 2))
    sheet.batch({"insertDimension": {"range": columns(0, 2)}})
    sheet.batch({"moveDimension": {"source": columns(4, 5), "destinationIndex": 0}})
    sheet.batch({"updateSheetProperties": {"properties": {"sheetId": 0, "title": "Renamed"}, "fields": "title"}})
    body = {
        "valueInputOption": "RAW",
        "data": [{"dataFilter": lookup("Score"), "majorDimension": "COLUMNS", "values": [[None, 62, "=2+2", ""]]}],
    }
    answer = sheet.post("/values:batchUpdateByDataFilter", body)
    assert (answer["totalUpdatedCells"], answer["responses"][0]["updatedRange"]) == (3, "Renamed!A1:A4")
    assert [row[:1] for row in sheet.values("Renamed!A1:A5")] == [[], [62], ["=2+2"], [], [True]]
    cell = sheet.get("?ranges=Renamed!A3&includeGridData=true")["sheets"][0]["data"][0]["rowData"][0]["values"][0]
    assert cell["userEnteredValue"] == {"stringValue": "=2+2"}


def test_a_write_to_metadata_that_is_gone_touches_nothing(sheet: Sheet) -> None:
    sheet.batch(mark("Score", 1))
    sheet.batch({"deleteDimension": {"range": columns(1, 2)}})
    before = sheet.values()
    body = {"valueInputOption": "RAW", "data": [{"dataFilter": lookup("Score"), "values": [[1]]}]}
    assert sheet.post("/values:batchUpdateByDataFilter", body) == {"spreadsheetId": sheet.id}
    assert sheet.values() == before


@pytest.mark.parametrize(
    ("rest", "body", "message"),
    [
        ("/values/Leads!A1:B1?valueInputOption=RAW", {"values": [[1], [2]]}, "tried writing to row [2]"),
        ("/values/Leads!A1:B2?valueInputOption=RAW", {"values": [[1, 2, 3]]}, "tried writing to column [C]"),
        ("/values/Leads!A20?valueInputOption=RAW", {"values": [[1], [2]]}, "exceeds grid limits"),
        ("/values/Leads!A1?valueInputOption=RAW", {"values": [["x" * 50_001]]}, "maximum of 50000 characters"),
        ("/values/Leads!A1?valueInputOption=RAW", {"values": [[{"a": 1}]]}, "Invalid values[0][0]: struct_value"),
        ("/values/Leads!A1", {"values": [[1]]}, "'valueInputOption' is required"),
    ],
)
def test_a_write_that_does_not_fit_changes_nothing(sheet: Sheet, rest: str, body: Any, message: str) -> None:
    before = sheet.values()
    assert message in sheet.refusal("PUT", rest, body)["message"]
    assert sheet.values() == before


def test_raw_is_never_read_and_user_entered_is(sheet: Sheet) -> None:
    body = {"values": [["=A1", "12", None, ""]]}
    for option, cell in (("RAW", {"stringValue": "=A1"}), ("USER_ENTERED", {"formulaValue": "=A1"})):
        expect(sheet.call("PUT", f"/values/Leads!A2:D2?valueInputOption={option}", body))
        data = sheet.get("?ranges=Leads!A2&includeGridData=true")["sheets"][0]["data"][0]["rowData"][0]["values"][0]
        assert data["userEnteredValue"] == cell
    assert sheet.values("Leads!A2:B2") == [["Name", 12]]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_text_written_raw_reads_back_the_same(sheet: Sheet, text: str) -> None:
    expect(sheet.call("PUT", "/values/Leads!D4?valueInputOption=RAW", {"values": [[text]]}))
    assert sheet.values("Leads!D4") == [[text]]


def test_append_goes_below_the_last_row_and_clear_empties(sheet: Sheet) -> None:
    answer = sheet.post("/values/Leads!A1:append?valueInputOption=RAW", {"values": [["New"]]})
    assert (answer["tableRange"], answer["updates"]["updatedRange"]) == ("Leads!A1:C5", "Leads!A6")
    assert sheet.post("/values/Leads!A2:C6:clear", {})["clearedRange"] == "Leads!A2:C6"
    assert sheet.values() == [["Name", "Age"]]


# --- batchUpdate ------------------------------------------------------------------------------------------------------
def test_all_requests_or_none(sheet: Sheet) -> None:
    before = sheet.get("?includeGridData=true")
    requests_ = [{"insertDimension": {"range": columns(0, 3)}}, mark("Score", 0), {"deleteSheet": {"sheetId": 404}}]
    error = sheet.refusal("POST", ":batchUpdate", {"requests": requests_})
    assert error["message"] == "Invalid requests[2].deleteSheet: No grid with id: 404"
    assert sheet.get("?includeGridData=true") == before


def test_fresh_columns_carry_mark_format_and_header_in_one_request(sheet: Sheet) -> None:
    number = {"userEnteredFormat": {"numberFormat": {"type": "NUMBER", "pattern": "0.0"}}}
    header = {"userEnteredValue": {"stringValue": "Score"}, "userEnteredFormat": {"textFormat": {"bold": True}}}
    column = {"sheetId": 0, "startColumnIndex": 1, "endColumnIndex": 2}
    start = {"sheetId": 0, "rowIndex": 0, "columnIndex": 1}
    sheet.batch(
        {"insertDimension": {"range": columns(1, 2)}},
        mark("Score", 1),
        {"repeatCell": {"range": column, "cell": number, "fields": "userEnteredFormat.numberFormat"}},
        {
            "updateCells": {
                "start": start,
                "rows": [{"values": [header]}],
                "fields": "userEnteredValue,userEnteredFormat.textFormat",
            }
        },
    )
    expect(sheet.call("PUT", "/values/Leads!B2?valueInputOption=RAW", {"values": [[7]]}))
    assert sheet.get("/values/Leads!A1:C2")["values"] == [["Name", "Score", "Age"], ["Ana", "7.0", "31"]]
    cell = sheet.get("?ranges=Leads!B1&includeGridData=true")["sheets"][0]["data"][0]["rowData"][0]["values"][0]
    assert cell["userEnteredFormat"] == {
        "numberFormat": {"type": "NUMBER", "pattern": "0.0"},
        "textFormat": {"bold": True},
    }


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"insertDimension": {"range": columns(8, 9)}}, "must be less than the grid size (8)"),
        ({"addChart": {}}, "the playground does not play this kind of request"),
        ({"addSheet": {"properties": {"title": "leads"}}}, "already exists"),
        ({"updateCells": {"range": {"sheetId": 0}, "fields": ""}}, "At least one field must be listed"),
        ({"addSheet": {}, "deleteSheet": {"sheetId": 5}}, "oneof"),
        ({"addSheet": {"properties": {"gridProperties": {"rowCount": 9_999_999, "columnCount": 9}}}}, "10000000 cells"),
        ({"createDeveloperMetadata": {"developerMetadata": {"metadataKey": "k"}}}, "location must be specified"),
        ({"appendDimension": {"sheetId": 0, "dimension": "ROWS", "length": "x"}}, "(TYPE_INT32)"),
    ],
)
def test_what_google_refuses_is_refused(sheet: Sheet, asked: dict[str, Any], message: str) -> None:
    assert message in sheet.refusal("POST", ":batchUpdate", {"requests": [asked]})["message"]


def test_proto_json_forms_are_understood(sheet: Sheet) -> None:
    sheet.post(":batchUpdate", {"requests": [{"append_dimension": {"sheet_id": "0", "dimension": 2, "length": 1.0}}]})
    assert sheet.get("?fields=sheets.properties.gridProperties.columnCount")["sheets"][0] == {
        "properties": {"gridProperties": {"columnCount": 9}}
    }
    answer = sheet.post(
        "/values:batchGetByDataFilter",
        {"data_filters": [{"a1_range": "Leads!A1:A2", "grid_range": None}], "major_dimension": "COLUMNS"},
    )
    assert answer["valueRanges"][0]["valueRange"]["values"] == [["Name", "Ana"]]


def test_unknown_names_are_refused_in_googles_words(sheet: Sheet) -> None:
    error = sheet.refusal("POST", ":batchUpdate", {"requests": [{"addSheet": {"properties": {"titel": "x"}}}]})
    assert error["message"] == (
        "Invalid JSON payload received. "
        "Unknown name \"titel\" at 'requests[0].add_sheet.properties': Cannot find field."
    )
    assert error["details"][0]["fieldViolations"][0]["field"] == "requests[0].add_sheet.properties"
    assert "Cannot bind query parameter" in sheet.refusal("GET", "/values/A1?majordimension=ROWS")["message"]
    assert "Root element must be a message" in sheet.refusal("POST", ":batchUpdate", [1])["message"]
    bad = sheet.client.post(
        f"/v4/spreadsheets/{sheet.id}:batchUpdate",
        data=b"{",
        headers={"Authorization": "Bearer good"},
        content_type="application/json",
    )
    assert bad.status_code == 400
    assert "Unexpected token" in bad.get_json()["error"]["message"]


# --- metadata ---------------------------------------------------------------------------------------------------------
def test_project_metadata_is_invisible_to_another_project(sheet: Sheet, world: FakeWorld) -> None:
    for client in ("another", "ours-sibling"):
        world.access.grant("ana", sheet.id, client)
    made = sheet.batch(mark("mine", 0), mark("everybody's", 1, "DOCUMENT"))["replies"]
    mine, shared = (reply["createDeveloperMetadata"]["developerMetadata"]["metadataId"] for reply in made)
    body = {"dataFilters": [{"developerMetadataLookup": {"metadataKey": KEY}}]}
    seen = {}
    for bearer in ("good", "sibling", "foreign"):
        found = expect(sheet.call("POST", "/developerMetadata:search", body, bearer))["matchedDeveloperMetadata"]
        seen[bearer] = {one["developerMetadata"]["metadataId"] for one in found}
    assert seen == {"good": {mine, shared}, "sibling": {mine, shared}, "foreign": {shared}}
    assert sheet.call("GET", f"/developerMetadata/{mine}", bearer="foreign").status_code == 404


@pytest.mark.parametrize(
    ("location", "strategy", "found"),
    [
        ({"sheetId": 0}, "INTERSECTING_LOCATION", {"column", "row", "sheet"}),
        ({"sheetId": 0}, "EXACT_LOCATION", {"sheet"}),
        ({"sheetId": 5}, "INTERSECTING_LOCATION", set()),
        ({"spreadsheet": True}, "EXACT_LOCATION", {"file"}),
        ({"dimensionRange": columns(2, 3)}, "EXACT_LOCATION", {"column"}),
        ({"dimensionRange": columns(0, 2)}, "INTERSECTING_LOCATION", {"row", "sheet"}),
    ],
)
def test_lookups_match_by_location(sheet: Sheet, location: Any, strategy: str, found: set[str]) -> None:
    places = {
        "column": {"dimensionRange": columns(2, 3)},
        "row": {"dimensionRange": {"sheetId": 0, "dimension": "ROWS", "startIndex": 1, "endIndex": 2}},
        "sheet": {"sheetId": 0},
        "file": {"spreadsheet": True},
    }
    for name, place in places.items():
        made = {"metadataKey": name, "visibility": "DOCUMENT", "location": place}
        sheet.batch({"createDeveloperMetadata": {"developerMetadata": made}})
    look = {"metadataLocation": location, "locationMatchingStrategy": strategy}
    answer = sheet.post("/developerMetadata:search", {"dataFilters": [{"developerMetadataLookup": look}]})
    seen = {one["developerMetadata"]["metadataKey"] for one in answer.get("matchedDeveloperMetadata", [])}
    assert seen == found


def test_metadata_is_changed_and_deleted_by_lookup(sheet: Sheet) -> None:
    sheet.batch(mark("old", 0))
    change = {"dataFilters": [lookup("old")], "developerMetadata": {"metadataValue": "new"}, "fields": "metadataValue"}
    sheet.batch({"updateDeveloperMetadata": change})
    gone = sheet.batch({"deleteDeveloperMetadata": {"dataFilter": lookup("new")}})["replies"][0]
    assert gone["deleteDeveloperMetadata"]["deletedDeveloperMetadata"][0]["metadataValue"] == "new"
    assert sheet.post("/developerMetadata:search", {"dataFilters": [lookup("new")]}) == {}


# --- who may ----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("bearer", "code", "status"),
    [
        ("unknown", 401, "UNAUTHENTICATED"),
        ("foreign", 404, "NOT_FOUND"),
        ("wide", 403, "PERMISSION_DENIED"),
        ("mail", 403, "PERMISSION_DENIED"),
    ],
)
def test_strangers_are_turned_away(sheet: Sheet, world: FakeWorld, bearer: str, code: int, status: str) -> None:
    if bearer == "wide":
        world.access.granted.clear()
    answer = sheet.call("GET", "", bearer=bearer)
    error = answer.get_json()["error"]
    assert (answer.status_code, error["status"]) == (code, status)
    if bearer == "mail":
        assert error["details"][0]["reason"] == "ACCESS_TOKEN_SCOPE_INSUFFICIENT"


def test_what_a_client_creates_it_may_open(sheet: Sheet) -> None:
    headers = {"Authorization": "Bearer good"}
    body = {"properties": {"title": "Fresh"}, "sheets": [{"properties": {"title": "One"}}]}
    made = expect(sheet.client.post("/v4/spreadsheets", json=body, headers=headers))
    assert (made["properties"]["title"], made["sheets"][0]["properties"]["title"]) == ("Fresh", "One")
    sheet.id = made["spreadsheetId"]
    assert sheet.get("?fields=spreadsheetId") == {"spreadsheetId": sheet.id}
