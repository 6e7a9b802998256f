"""Requests and answers against Google's discovery documents."""

from __future__ import annotations

import orjson
import pytest

from playground import gemini_api, sheets_api
from playground.discovery import Api, Method
from playground.google_errors import ApiError
from playground.masks import BadMaskError, apply_mask, parse_mask


def method_at(api: Api, path: str) -> Method:
    found = api.find("POST", path)
    assert found is not None
    return found[0]


VALUE = {"a": {"b": 1, "c": 2}, "d": [{"e": 1, "f": {"g": 2}}, {"e": 3}], "h": 5}


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ("h", {"h": 5}),
        ("a.b,h", {"a": {"b": 1}, "h": 5}),
        ("a(b,c)", {"a": {"b": 1, "c": 2}}),
        ("a/c", {"a": {"c": 2}}),
        ("a(b),a.c", {"a": {"b": 1, "c": 2}}),
        ("a,a(b)", {"a": {"b": 1, "c": 2}}),
        ("a(b),a", {"a": {"b": 1, "c": 2}}),
        ("d(e,f.g)", {"d": [{"e": 1, "f": {"g": 2}}, {"e": 3}]}),
        ("d.f", {"d": [{"f": {"g": 2}}, {}]}),
        ("*", VALUE),
        ("a.*", {"a": {"b": 1, "c": 2}}),
        (" h , a . b ", {"a": {"b": 1}, "h": 5}),
    ],
)
def test_a_mask_keeps_what_it_names(fields: str, left: object) -> None:
    assert apply_mask(parse_mask(fields), VALUE) == left


@pytest.mark.parametrize("fields", ["", ",", "a,", "a(", "a(b", "a)b", "a b", "a..b", "(a)", "a()", "ä"])
def test_what_is_no_mask_is_refused(fields: str) -> None:
    with pytest.raises(BadMaskError):
        parse_mask(fields)


@pytest.mark.parametrize(
    ("verb", "path", "method"),
    [
        ("GET", "v4/spreadsheets/x", "get"),
        ("GET", "v4/spreadsheets/x/values/A/B!A1:B2", "values.get"),
        ("POST", "v4/spreadsheets/x/values/A1:B2:append", "values.append"),
        ("POST", "v4/spreadsheets/x/values:batchGetByDataFilter", "values.batchGetByDataFilter"),
        ("POST", "v4/spreadsheets/x/developerMetadata:search", "developerMetadata.search"),
        ("GET", "v4/spreadsheets/x:batchUpdate", None),
        ("GET", "v4/nothing", None),
    ],
)
def test_paths_find_their_method(verb: str, path: str, method: str | None) -> None:
    found = sheets_api.api().find(verb, path)
    assert (found and found[0].id.removeprefix(sheets_api.PREFIX)) == method


def test_every_method_played_is_one_of_googles() -> None:
    known = {method.id.removeprefix(sheets_api.PREFIX) for method in sheets_api.api().methods}
    assert set(sheets_api.READS) | set(sheets_api.WRITES) == known - {"sheets.copyTo"}
    assert not set(sheets_api.READS) & set(sheets_api.WRITES)


def test_every_batch_request_played_is_one_of_googles() -> None:
    assert set(sheets_api.sheets_batch.HANDLERS) <= set(sheets_api.api().messages["Request"].fields)


@pytest.mark.parametrize(
    "answer",
    [
        {"valueRanges": [{"valueRange": {"values": "x"}}]},
        {"valueRanges": [{"valueRange": {"majorDimension": 1}}]},
        {"value_ranges": []},
        {"spreadsheetId": None},
        {"more": 1},
    ],
)
def test_answers_are_judged_strictly(answer: object) -> None:
    method = method_at(sheets_api.api(), "v4/spreadsheets/x/values:batchGetByDataFilter")
    with pytest.raises(ApiError, match="not of Google's schema"):
        method.check_answer(answer)


def test_enums_come_as_names_numbers_or_in_lower_case() -> None:
    method = method_at(gemini_api.api(), "v1beta/models/m:generateContent")
    for kind in ("STRING", "string", 1, "1"):
        body = {"contents": [], "generation_config": {"response_schema": {"type": kind}}}
        read = method.read_body(orjson.dumps(body))
        assert read["generationConfig"]["responseSchema"] == {"type": "STRING"}
