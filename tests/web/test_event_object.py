"""Whatever Google or anybody posts, an event comes out of it, and every value in it is of its type and size."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.errors import Invalid
from addon.web.event_object import MAX_PARAMETER, MAX_TEXT, Event

CASES = Path(__file__).resolve().parents[1] / "data" / "cases" / "events"


def case(name: str) -> Event:
    return Event.read(json.loads((CASES / name).read_text(encoding="utf-8")))


def with_inputs(**inputs: Any) -> Event:
    return Event.read({"commonEventObject": {"formInputs": inputs}})


def typed(*values: Any) -> dict[str, Any]:
    return {"stringInputs": {"value": list(values)}}


def test_googles_granted_event_names_the_sheet() -> None:
    event = case("doc_sheets_file_scope_granted.json")
    assert (event.sheet_id, event.has_file_access) == ("A_24Q3CDA23112312ED52", True)
    assert event.sheet_title == "How to get started with Sheets"


def test_googles_scopes_are_a_set_and_unknown_without_them() -> None:
    event = case("doc_authorized_scopes.json")
    assert event.scopes == {
        "https://www.googleapis.com/auth/gmail.addons.execute",
        "https://www.googleapis.com/auth/script.locale",
    }
    assert event.access_token == "USER_OAUTH_TOKEN"
    assert Event.read({}).scopes is None


@pytest.mark.parametrize("name", ["doc_chat_form_data_6.json", "doc_chat_form_data_7.json"])
def test_a_form_reads_the_same_from_both_runtimes(name: str) -> None:
    event = case(name)
    assert event.text("contactName") == "Kai 0"
    assert event.text("contactType") == "Personal"
    assert event.day("contactBirthdate") == date(2001, 9, 14)


def test_an_event_about_something_else_is_an_empty_one() -> None:
    assert case("doc_docs_matched_url.json") == Event()


@pytest.mark.parametrize("spelling", ["userOAuthToken", "userOauthToken"])
def test_both_spellings_of_the_users_token_are_read(spelling: str) -> None:
    event = Event.read({"authorizationEventObject": {spelling: "ya29.secret", "userIdToken": "eyJ.secret.x"}})
    assert (event.access_token, event.user_id_token) == ("ya29.secret", "eyJ.secret.x")
    assert "secret" not in repr(event)


@pytest.mark.parametrize(
    "token", ["a\r\nX-Evil: 1", "ya29.é", "", 7, None, ["ya29"], "x" * 20_000], ids=lambda token: type(token).__name__
)
def test_what_cannot_be_a_token_is_none(token: Any) -> None:
    assert Event.read({"authorizationEventObject": {"userOAuthToken": token}}).access_token == ""


@pytest.mark.parametrize(
    ("raw", "platform"),
    [("WEB", "WEB"), ("ANDROID", "ANDROID"), ("ANDRIOD", "ANDROID"), ("web<b>", ""), (3, ""), (None, "")],
)
def test_platform(raw: Any, platform: str) -> None:
    assert Event.read({"commonEventObject": {"platform": raw}}).platform == platform


@pytest.mark.parametrize(
    ("raw", "locale"),
    [("en-US", "en-US"), ("de_CH", "de-CH"), ("zh-Hant-TW", "zh-Hant-TW"), ("../x", "en"), ("", "en"), ({}, "en")],
)
def test_locale(raw: Any, locale: str) -> None:
    assert Event.read({"commonEventObject": {"userLocale": raw}}).locale == locale


@pytest.mark.parametrize(
    ("raw", "zone"),
    [
        ({"id": "Europe/Lisbon", "offset": 0}, "Europe/Lisbon"),
        ({"id": "America/Argentina/Buenos_Aires"}, "America/Argentina/Buenos_Aires"),
        ({"id": "America/Los_Angeles", "offset": "-2.88E7"}, "America/Los_Angeles"),
        ({"id": "America"}, "UTC"),
        ({"id": "Europe/Atlantis"}, "UTC"),
        ({"id": "../../etc/passwd"}, "UTC"),
        ({"id": "/etc/localtime"}, "UTC"),
        ({"offset": 3600000}, "UTC"),
        ("Europe/Lisbon", "UTC"),
    ],
)
def test_time_zone(raw: Any, zone: str) -> None:
    assert Event.read({"commonEventObject": {"timeZone": raw}}).time_zone == zone


@pytest.mark.parametrize(
    ("input_", "texts"),
    [
        (typed("a", "b"), ("a", "b")),
        (typed(""), ()),
        (typed("  "), ()),
        (typed(), ()),
        (typed("x", None, 5, True, 1.5, {"y": 1}), ("x", "5", "true", "1.5")),
        ({"stringInputs": {"value": "alone"}}, ("alone",)),
        ({"stringInputs": ["a"]}, ()),
        ({"stringInputs": {}}, ()),
        (None, ()),
        ("a", ()),
        (typed("half \ud800 a pair", "nul \0"), ("half  a pair", "nul ")),
    ],
)
def test_texts(input_: Any, texts: tuple[str, ...]) -> None:
    assert with_inputs(field=input_).texts("field") == texts


def test_an_input_that_is_not_there_is_blank() -> None:
    event = Event.read({})
    assert (event.text("x"), event.texts("x"), event.checked("x"), event.integer("x", "X")) == ("", (), False, None)
    assert (event.day("x"), event.moment("x"), event.clock_time("x"), event.parameter("x")) == (None, None, None, "")


def test_boxes_and_switches() -> None:
    event = with_inputs(box=typed("a", "b"))
    assert event.checked("box")
    assert event.checked("box", "b")
    assert not event.checked("box", "c")


@pytest.mark.parametrize(
    ("text", "number"),
    [("250", 250), (" 7 ", 7), ("-3", -3), ("1,000", 1000), ("1.000", 1000), ("1 000 000", 1_000_000), ("1’000", 1000)],
)
def test_whole_numbers_as_people_type_them(text: str, number: int) -> None:
    assert with_inputs(n=typed(text)).integer("n", "Employees") == number


@pytest.mark.parametrize("text", ["abc", "1.5", "1,00", "50k", "٣", "1e3", "9" * 40, "--1"])
def test_what_is_no_whole_number_is_asked_for_again_by_name(text: str) -> None:
    with pytest.raises(Invalid, match=r"^Employees: ") as caught:
        with_inputs(n=typed(text)).integer("n", "Employees")
    assert caught.value.field == "n"


@pytest.mark.parametrize("milliseconds", [1000425600000, "1000425600000", 1000425600000.0, "1.0004256E12"])
def test_dates_however_the_number_is_written(milliseconds: Any) -> None:
    event = with_inputs(
        day={"dateInput": {"msSinceEpoch": milliseconds}},
        at={"dateTimeInput": {"hasDate": True, "hasTime": True, "msSinceEpoch": milliseconds}},
    )
    assert event.day("day") == event.day("at") == date(2001, 9, 14)
    assert event.moment("at") == datetime(2001, 9, 14, tzinfo=UTC)


@pytest.mark.parametrize("milliseconds", ["soon", None, True, 1e300, "NaN", "Infinity", [1], "9" * 50])
def test_what_is_no_date_is_none(milliseconds: Any) -> None:
    assert with_inputs(day={"dateInput": {"msSinceEpoch": milliseconds}}).day("day") is None


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ({"hours": 9, "minutes": 30}, time(9, 30)),
        ({"hours": 9}, time(9)),
        ({}, time(0)),
        ({"hours": "9", "minutes": 5.0}, time(9, 5)),
        ({"hours": 24}, None),
        ({"hours": -1}, None),
        ({"hours": "nine"}, None),
        ("9:30", None),
    ],
)
def test_time_of_day(raw: Any, found: time | None) -> None:
    assert with_inputs(at={"timeInput": raw}).clock_time("at") == found


@pytest.mark.parametrize(("raw", "value"), [("abc", "abc"), (True, "true"), (12, "12"), (None, ""), (["a"], "")])
def test_parameters_are_text(raw: Any, value: str) -> None:
    assert Event.read({"commonEventObject": {"parameters": {"run": raw}}}).parameter("run") == value


def test_sizes_are_bounded() -> None:
    event = Event.read(
        {
            "commonEventObject": {
                "parameters": {"long": "x" * (MAX_PARAMETER + 1), "fits": "x" * MAX_PARAMETER},
                "formInputs": {"note": typed("x" * 1_000_000)} | {f"n{number}": typed("1") for number in range(10_000)},
            },
            "sheets": {"id": "x" * 5000, "title": "t" * 5000, "addonHasFileScopePermission": "true"},
        }
    )
    assert event.parameter("long") == "", "half an id would be another id"
    assert len(event.parameter("fits")) == MAX_PARAMETER
    assert len(event.text("note")) == MAX_TEXT
    assert len(event.inputs) <= 200
    assert (event.sheet_id, len(event.sheet_title), event.has_file_access) == ("", 500, False)


def test_a_sheet_id_cannot_leave_its_place_in_a_path() -> None:
    for id in ("../x", "a/b", "a?b", "a b", "", 7, None):
        assert Event.read({"sheets": {"id": id}}).sheet_id == ""


def test_deprecated_forms_are_ignored() -> None:
    event = Event.read({"formInput": {"a": "1"}, "formInputs": {"a": ["1"]}, "parameters": {"run": "1"}})
    assert event == Event()


KEYS = [
    *(
        "commonEventObject",
        "authorizationEventObject",
        "sheets",
        "gmail",
        "hostApp",
        "platform",
        "userLocale",
        "timeZone",
    ),
    *("timeZone", "id", "offset", "parameters", "formInputs", "stringInputs", "value", "dateInput", "dateTimeInput"),
    *("timeInput", "msSinceEpoch", "hours", "minutes", "userOAuthToken", "userIdToken", "authorizedScopes", "title"),
    *("addonHasFileScopePermission", "messageId", "threadId", "accessToken", "a"),
]

ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["", *KEYS]), inner, max_size=6),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None)
@given(ANY_JSON)
def test_no_json_breaks_an_event_and_all_of_it_can_be_stored(raw: Any) -> None:
    event = Event.read(raw)
    for name in (*event.inputs, "a"):
        said = [event.text(name), *event.texts(name), event.checked(name), event.moment(name), event.day(name)]
        assert event.clock_time(name) is None or isinstance(event.clock_time(name), time)
        for text in said:
            str(text).encode("utf-8")
    everything = [event.host, event.locale, event.time_zone, event.sheet_title, *event.parameters.values()]
    assert all(isinstance(text, str) and "\0" not in text and text.encode("utf-8") is not None for text in everything)


@pytest.mark.parametrize(
    ("raw", "page"), [("0", 0), ("7", 7), ("99", 99), ("100", 0), ("-1", 0), ("1.5", 0), ("", 0), ("²", 0), ("٣", 0)]
)
def test_a_page_is_a_small_number_or_the_first(raw: str, page: int) -> None:
    assert Event(parameters={"page": raw}).page("page") == page
