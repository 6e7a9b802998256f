"""Whatever is posted with Google's token: never a 5xx, always an answer the host can show, or 401."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cards.actions import Action, Input, Param
from playground import judge
from tests.cast import lead_rows
from tests.flow.post import event, post, system_token
from tests.flow.wire import Wire
from tests.hostile import STRINGS

TRIGGERS = ("/addon/home", "/addon/sheets/home", "/addon/sheets/granted")
CLICKS = ("/addon/settings", "/addon/actions/no.such", *(f"/addon/actions/{action}" for action in Action))
MIB = 2**20

words = st.sampled_from([*STRINGS, "x" * MIB, "é" * (MIB // 2), "\ud800", "", "2-50, 60", "range", "-1", "9" * 400])
scalars = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.just(10**300), st.text(max_size=40), words)
junk = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
)
names = st.sampled_from([*Input, *Param, "column_email", "x"])
strings = st.dictionaries(names, words | junk, max_size=4)
inputs = st.dictionaries(
    names, junk | words.map(lambda text: {"stringInputs": {"value": [text]}}), max_size=4
)  # fmt: skip
PLACES = (
    "commonEventObject", "commonEventObject.hostApp", "commonEventObject.userLocale", "commonEventObject.timeZone",
    "commonEventObject.timeZone.id", "authorizationEventObject", "authorizationEventObject.userOAuthToken",
    "authorizationEventObject.userIdToken", "authorizationEventObject.authorizedScopes", "sheets", "sheets.id",
    "sheets.title", "sheets.addonHasFileScopePermission", "gmail", "drive.more",
)  # fmt: skip
edits = st.lists(st.tuples(st.sampled_from(PLACES), junk | words), max_size=2)
RAW = (
    b"", b"null", b"[]", b"0", b'"x"', b"{", b"\xff\xfe\x00", b'{"a": NaN}', b"[" * 100_000, b'{"sheets": {"id": "',
    b'{"a":1' + b"0" * 5_000 + b"}", b'{"a":' * 900 + b"1" + b"}" * 900, b'{"x": "' + b"x" * (3 * MIB) + b'"}',
    b'{"commonEventObject": {"parameters": {"tab": "\\ud800"}}}',
)  # fmt: skip


@pytest.fixture(scope="module")
def file(served: Wire) -> str:
    return served.sheet(lead_rows(2)).file


def put(body: dict[str, Any], place: str, value: object) -> None:
    *outer, last = place.split(".")
    for name in outer:
        inner = body.get(name)
        body[name] = body = inner if isinstance(inner, dict) else {}
    body[last] = value


def check(wire: Wire, path: str, body: object) -> int:
    """Post and judge as the host does; return the status."""
    answer = post(wire, path, body, system_token(wire, path))
    if answer.status_code == 401:
        assert answer.content == b""
        return 401
    deployment = wire.world.platform.deployment
    verdict = judge.response(
        judge.Entry.TRIGGER if path in TRIGGERS else judge.Entry.ACTION,
        answer.status_code,
        answer.headers["Content-Type"],
        answer.content,
        prefixes=deployment.prefixes,
        host="SHEETS",
        addon_name=deployment.name,
        scopes=deployment.scopes,
    )
    assert verdict.ok, (path, answer.status_code, verdict.reasons)
    assert not verdict.warnings, (path, verdict.warnings)
    return answer.status_code


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(path=st.sampled_from([*TRIGGERS, *CLICKS]), parameters=strings, form=inputs, edits=edits)
def test_an_event_with_anything_in_it_is_answered(
    served: Wire, file: str, path: str, parameters: dict[str, Any], form: dict[str, Any], edits: list[tuple[str, Any]]
) -> None:
    body = event(served, file)
    body["commonEventObject"] |= {"parameters": parameters, "formInputs": form}
    for place, value in edits:
        put(body, place, value)
    check(served, path, body)


@pytest.mark.parametrize("path", [TRIGGERS[1], CLICKS[2]])
@pytest.mark.parametrize("body", RAW, ids=lambda body: repr(body[:20]))
def test_a_body_that_is_no_event_is_answered(served: Wire, path: str, body: bytes) -> None:
    check(served, path, body)


@pytest.mark.parametrize("path", [*TRIGGERS, *CLICKS])
def test_every_route_answers_a_true_event_with_a_mebibyte_in_each_input(served: Wire, file: str, path: str) -> None:
    body = event(served, file, parameters={Param.FILE: file, Param.TAB: "0"})
    assert check(served, path, body) == 200
    for name in (Input.RANGE, Input.TAB, Input.WHAT):
        body["commonEventObject"]["formInputs"] = {name: {"stringInputs": {"value": ["y" * (MIB - 10_000)]}}}
        assert len(json.dumps(body)) < MIB
        assert check(served, path, body) == 200
