"""The door: who comes first, what is answered, and that nothing anybody posts breaks it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from addon.accounts.model import Caller
from addon.app import create_app
from addon.errors import Conflict, Invalid, Rejected, Unavailable
from addon.web.event_object import Event
from addon.web.keyring import Keyring
from addon.web.router import MAX_BODY, Routes
from addon.web.verify import Verifier
from cards.actions import Action, Input
from cards.response import Reply, ask_for_file, notify, push
from tests.fakes import configuration as configurations
from tests.fakes import google_tokens as google

if TYPE_CHECKING:
    from addon.services import Services

BASE = configurations.BASE_URL
NO_SERVICES: Any = object()
HOME = "/addon/home"
SETTINGS = "/addon/settings"
SAVE = f"/addon/actions/{Action.SAVE_OFFER}"


class Desk:
    """The application with one handler that does what a test says."""

    def __init__(self, folder: Path, **bent: str) -> None:
        self.calls: list[tuple[Event, Caller]] = []
        self.does: Callable[[Event, Caller], Reply] = lambda event, caller: notify("done")
        self.certificates = google.FakeCertificates()
        config = configurations.laptop(folder, **bent)
        routes = Routes(triggers={HOME: self._handle}, universal={SETTINGS: self._handle}, actions=self._actions())
        verifier = Verifier(config, Keyring(self.certificates))
        self.app: Flask = create_app(config, NO_SERVICES, routes=routes, verifier=verifier)
        self.client: FlaskClient = self.app.test_client()

    def _actions(self) -> dict[Action, Any]:
        return {Action.SAVE_OFFER: self._handle, Action.ALLOW_FILE: self._handle}

    def _handle(self, services: Services, event: Event, caller: Caller) -> Reply:
        self.calls.append((event, caller))
        return self.does(event, caller)

    def post(self, path: str, event: Any = None, **sent: Any) -> TestResponse:
        """Post an event as Google does, with good tokens unless ``token`` or ``data`` say otherwise."""
        token = sent.pop("token", google.system_token(BASE, path))
        data = sent.pop("data", None)
        if data is None:
            data = json.dumps(as_ana(event))
        return self.client.post(path, data=data, headers={"Authorization": f"Bearer {token}"}, **sent)


def as_ana(event: Any = None) -> dict[str, Any]:
    return dict(event or {}) | {"authorizationEventObject": {"userIdToken": google.user_token()}}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def card(title: str = "Hello") -> dict[str, Any]:
    return {
        "header": {"title": title},
        "sections": [
            {"widgets": [{"buttonList": {"buttons": [{"text": "x", "onClick": {"action": {"function": SAVE}}}]}}]}
        ],
    }


def shown_text(response: TestResponse) -> str:
    return json.dumps(response.get_json(), ensure_ascii=False)


def test_a_trigger_answers_bare_and_a_click_wrapped(desk: Desk) -> None:
    desk.does = lambda event, caller: push(card())
    trigger = desk.post(HOME).get_json()
    assert list(trigger) == ["action"]
    for path in (SAVE, SETTINGS):
        click = desk.post(path).get_json()
        assert set(click) == {"renderActions", "stateChanged"}
        assert click["renderActions"] == trigger
    assert f"{BASE}{SAVE}" in json.dumps(trigger), "functions are made absolute"


def test_clicks_are_answered_bare_where_the_configuration_says_so(tmp_path: Path) -> None:
    desk = Desk(tmp_path, ADDON_ACTION_ENVELOPE="bare")
    assert desk.post(SAVE).get_json() == {"action": {"notification": {"text": "done"}}}


def test_asking_for_the_file_is_a_host_action(desk: Desk) -> None:
    desk.does = lambda event, caller: ask_for_file()
    answer = desk.post(f"/addon/actions/{Action.ALLOW_FILE}").get_json()
    assert answer["renderActions"] == {"hostAppAction": {"editorAction": {"requestFileScopeForActiveDocument": {}}}}


def test_the_handler_gets_the_verified_user_with_their_language_and_zone(desk: Desk) -> None:
    desk.post(HOME, {"commonEventObject": {"userLocale": "pt", "timeZone": {"id": "Europe/Lisbon"}}})
    [(_, caller)] = desk.calls
    assert caller == Caller(
        tenant="nordwind.example", user="1001", email="ana@nordwind.example", locale="pt", time_zone="Europe/Lisbon"
    )


REFUSED: dict[str, dict[str, Any]] = {
    "no token": {"token": ""},
    "for another path": {"token": google.system_token(BASE, SAVE)},
    "expired": {"token": google.system_token(BASE, HOME, exp=1, iat=0)},
    "from another project": {
        "token": google.system_token(BASE, HOME, email="x@gcp-sa-gsuiteaddons.iam.gserviceaccount.com")
    },
    "tampered": {"token": google.system_token(BASE, HOME)[:-4] + "AAAA"},
    "no user": {"data": "{}"},
    "a forged user": {
        "data": json.dumps(
            {"authorizationEventObject": {"userIdToken": google.key("foreign").token(google.user_claims())}}
        )
    },
    "the body is a list": {"data": "[]"},
}


@pytest.mark.parametrize("sent", REFUSED.values(), ids=REFUSED)
def test_who_is_not_known_gets_401_and_nothing_else_happens(desk: Desk, sent: dict[str, Any]) -> None:
    response = desk.post(HOME, **sent)
    assert (response.status_code, response.data, desk.calls) == (401, b"", [])


def test_the_body_is_not_looked_at_before_the_system_token(desk: Desk) -> None:
    for data in (b"{broken", b"x" * (MAX_BODY + 1)):
        assert desk.post(HOME, data=data, token="bad").status_code == 401


def test_certificates_out_of_reach_are_503_not_401(desk: Desk) -> None:
    desk.certificates.is_down = True
    response = desk.post(HOME)
    assert (response.status_code, response.headers["Retry-After"], desk.calls) == (503, "30", [])


def test_the_host_and_scheme_of_the_request_decide_nothing(desk: Desk) -> None:
    response = desk.post(HOME, base_url="https://attacker.example:444")
    assert response.status_code == 200
    token = google.system_token("https://attacker.example:444", HOME)
    assert desk.post(HOME, base_url="https://attacker.example:444", token=token).status_code == 401


def test_an_unknown_action_says_what_to_do(desk: Desk) -> None:
    response = desk.post("/addon/actions/campaign.start")
    assert response.status_code == 200
    assert "Refresh" in response.get_json()["renderActions"]["action"]["notification"]["text"]
    assert desk.client.post("/addon/actions/campaign.start").status_code == 401


def test_a_mendable_mistake_is_a_notification_beside_the_form(desk: Desk) -> None:
    def refuse(event: Event, caller: Caller) -> Reply:
        raise Invalid("Smallest: type a whole number.", field=Input.MIN_EMPLOYEES)

    desk.does = refuse
    response = desk.post(SAVE)
    action = response.get_json()["renderActions"]["action"]
    assert list(action) == ["notification"]
    assert action["notification"]["text"].startswith("Smallest: type a whole number.")
    assert response.headers["X-Request-Id"] in action["notification"]["text"]


def test_a_mistake_in_a_trigger_is_a_card(desk: Desk) -> None:
    def refuse(event: Event, caller: Caller) -> Reply:
        raise Invalid("This file has no <b>tabs</b>.")

    desk.does = refuse
    response = desk.post(HOME)
    [navigation] = response.get_json()["action"]["navigations"]
    assert list(navigation) == ["pushCard"]
    assert "This file has no &lt;b&gt;tabs" in shown_text(response)
    assert response.headers["X-Request-Id"] in shown_text(response)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (Unavailable("Google is busy.", retry_at=datetime(2026, 5, 4, 9, 30, tzinfo=UTC)), "after 09:30 UTC"),
        (Unavailable("Google is busy."), "in a minute"),
        (Rejected("This file is no longer shared with you."), "no longer shared"),
        (Conflict("version 3 is not 4"), "Somebody else changed this"),
        (RuntimeError("ana@nordwind.example"), "Something went wrong on our side"),
        (RecursionError(), "Something went wrong on our side"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_every_error_is_a_card_with_a_reference(desk: Desk, error: Exception, said: str) -> None:
    def fail(event: Event, caller: Caller) -> Reply:
        raise error

    desk.does = fail
    for path in (HOME, SAVE):
        response = desk.post(path)
        assert response.status_code == 200
        assert said in shown_text(response)
        assert response.headers["X-Request-Id"] in shown_text(response)
        assert "nordwind" not in shown_text(response)
        assert "version 3" not in shown_text(response)


def test_a_conflict_is_tried_once_more(desk: Desk) -> None:
    def fail_once(event: Event, caller: Caller) -> Reply:
        if len(desk.calls) == 1:
            raise Conflict("moved")
        return notify("done")

    desk.does = fail_once
    assert "done" in shown_text(desk.post(SAVE))
    assert len(desk.calls) == 2


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' + b"9" * 5000 + b"}", b"x" * 2_000_000]
)
def test_a_body_that_cannot_be_read_is_answered_in_words(desk: Desk, data: bytes) -> None:
    response = desk.post(SAVE, data=data)
    assert response.status_code in (200, 401)
    assert not desk.calls


@pytest.mark.parametrize("data", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"a":' * 50_000, b"x" * 2_000_000])
def test_a_wake_up_that_cannot_be_read_wakes_nobody_and_is_not_sent_again(desk: Desk, data: bytes) -> None:
    path = "/tasks/run"
    token = google.system_token(BASE, path, email=google.TASKS_ACCOUNT)
    response = desk.post(path, data=data, token=token, content_type="application/json")
    assert (response.status_code, response.get_json()) == (200, {"done": False})


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", "", "application/x-www-form-urlencoded"])
def test_the_content_type_decides_nothing(desk: Desk, content_type: str) -> None:
    assert "done" in shown_text(desk.post(SAVE, content_type=content_type))


def test_half_a_surrogate_pair_passes_through(desk: Desk) -> None:
    desk.does = lambda event, caller: notify(f"{event.text('x')} \ud83d")
    event = {"commonEventObject": {"formInputs": {"x": {"stringInputs": {"value": ["half \ud83d"]}}}}}
    assert desk.post(SAVE, event).status_code == 200


def test_google_posts_and_nobody_gets(desk: Desk) -> None:
    response = desk.client.get(HOME)
    assert (response.status_code, set(response.headers["Allow"].split(", "))) == (405, {"OPTIONS", "POST"})
    assert set(response.get_json()) == {"error", "reference"}


ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=15,
)
EVENT_KEYS = st.sampled_from(["commonEventObject", "sheets", "gmail", "formInputs", "parameters", "timeZone", "id"])
EVENTS = st.dictionaries(EVENT_KEYS, ANY_JSON | st.dictionaries(EVENT_KEYS, ANY_JSON, max_size=4), max_size=5)


@pytest.fixture(scope="module")
def reading_desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk whose handler reads and shows everything there is in an event."""

    def read_all(event: Event, caller: Caller) -> Reply:
        said = [event.text(name) for name in event.inputs] + [*event.parameters.values(), event.sheet_title]
        return notify(" ".join(said) + str(event.integer("n", "N")))

    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.does = read_all
    return desk


@settings(max_examples=120, deadline=None)
@given(event=EVENTS, path=st.sampled_from([HOME, SAVE, SETTINGS, "/addon/actions/x"]))
def test_no_event_is_answered_with_a_5xx(reading_desk: Desk, event: dict[str, Any], path: str) -> None:
    response = reading_desk.post(path, event)
    assert response.status_code == 200
    assert isinstance(json.loads(response.data), dict)


@settings(max_examples=60, deadline=None)
@given(event=ANY_JSON)
def test_no_json_is_answered_with_a_5xx(reading_desk: Desk, event: Any) -> None:
    assert reading_desk.post(HOME, data=json.dumps(event)).status_code in (200, 401)


@pytest.mark.parametrize("place", ["userLocale", "hostApp", "formInputs", "parameters", "timeZone"])
def test_a_megabyte_anywhere_is_answered(reading_desk: Desk, place: str) -> None:
    long = "x" * 1024 * 1024
    inner = {"n": {"stringInputs": {"value": [long]}}} if place in ("formInputs", "parameters") else long
    assert reading_desk.post(SAVE, {"commonEventObject": {place: inner}}).status_code == 200
    shorter = json.loads(json.dumps(inner).replace(long, long[: MAX_BODY - 8192]))
    assert reading_desk.post(SAVE, {"commonEventObject": {place: shorter}}).status_code == 200


def test_one_log_line_a_request_and_nobody_in_it(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(event: Event, caller: Caller) -> Reply:
        raise RuntimeError(f"{caller.email} {event.user_id_token}")

    with caplog.at_level("INFO"):
        desk.post(HOME)
        desk.does = fail
        broken = desk.post(SAVE)
        desk.post(HOME, token="bad")
    lines = [record.__dict__["line"] for record in caplog.records if record.name == "request"]
    assert [(line["route"], line["status"]) for line in lines] == [
        (HOME, 200),
        ("/addon/actions/<action>", 200),
        (HOME, 401),
    ]
    assert lines[1]["id"] == broken.headers["X-Request-Id"]
    assert (lines[1]["action"], lines[1]["reason"]) == (str(Action.SAVE_OFFER), "unexpected")
    assert lines[2]["reason"] == "invalid"
    assert "handler" in lines[0]["parts"]
    assert "nordwind" not in json.dumps(lines)
    assert "eyJ" not in json.dumps(lines)
