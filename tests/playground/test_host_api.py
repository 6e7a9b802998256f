"""The page's API: what it may ask, what it gets, and who may not ask at all."""

from __future__ import annotations

import pytest

from playground import fault_targets, gmail_sending

HOME = {"action": {"navigations": [{"pushCard": {"sections": [{"widgets": [{"divider": {}}]}]}}]}}
GO = "/addon/actions/go"
MODEL = {"mode": "ok", "requests_a_minute": 0, "refused": 0, "busiest_minute": 0}


@pytest.fixture
def file_id(world):
    return world.files.listing()[0]["id"]


@pytest.fixture
def answers(addon):
    addon.say("/addon/sheets/home", HOME)
    addon.say("/addon/sheets/granted", HOME)
    addon.say("/tasks/tick", {"leased": 0, "done": 0, "next_due": None})
    return addon


def test_session_says_what_the_page_needs(client, world):
    session = client.get("/play/session").json
    assert [user["id"] for user in session["users"]] == ["ana", "marco", "ines", "greta"]
    assert session["files"] == world.files.listing()
    assert session["addon"]["name"] == "Sales Assistant"
    assert session["addon"]["universalActions"] == [
        {"label": "Settings", "index": 0},
        {"label": "Help", "index": 1, "openLink": f"{world.addon}/help"},
    ]
    assert session["model"] == {"mode": "ok"}
    assert session["now"].endswith("Z")
    assert session["faults"] == []


def test_open_then_allow(client, answers, file_id, world):
    shown = client.post("/play/host/open", json={"user": "ana", "file": file_id}).json
    assert shown["ok"]
    assert answers.last.event["sheets"] == {"addonHasFileScopePermission": False}
    assert client.post("/play/host/grant", json={"user": "ana", "file": file_id}).json["ok"]
    assert answers.last.event["sheets"]["title"] == world.files.get(file_id).title
    assert client.get("/state").json["grants"][0]["file"] == file_id


def test_home_needs_no_file(client, answers):
    assert client.post("/play/host/home", json={"user": "ana"}).json["ok"]


def test_a_click(client, answers, file_id):
    answers.say(GO, {"renderActions": {"action": {"notification": {"text": "Done"}}}})
    asked = {"user": "ana", "file": file_id, "function": answers.url + GO, "parameters": {"a": "b"}}
    shown = client.post("/play/host/action", json=asked | {"formInputs": {"x": ["1"]}}).json
    assert shown["notification"] == "Done"
    common = answers.last.event["commonEventObject"]
    assert common["parameters"] == {"a": "b"}
    assert common["formInputs"] == {"x": {"stringInputs": {"value": ["1"]}}}


def test_suggestions_and_menu(client, answers, file_id):
    answers.say("/addon/suggest/x", {"autoComplete": {"items": [{"text": "a"}]}})
    asked = {"user": "ana", "file": file_id, "function": f"{answers.url}/addon/suggest/x"}
    assert client.post("/play/host/suggest", json=asked).json["suggestions"] == [{"text": "a"}]
    asked = {"user": "ana", "file": file_id, "index": 1}
    assert client.post("/play/host/universal", json=asked).json["link"]["url"] == f"{answers.url}/help"


@pytest.mark.parametrize(
    ("path", "asked"),
    [
        ("open", {"user": "eve"}),
        ("open", {"user": ["ana"]}),
        ("open", {"user": "ana"}),
        ("open", {"user": "ana", "file": "none"}),
        ("open", {"user": "ana", "file": 5}),
        ("open", {"user": "ana", "host": "DRIVE"}),
        ("action", {"user": "ana"}),
        ("action", {"user": "ana", "function": "x", "parameters": {"a": 1}}),
        ("action", {"user": "ana", "function": "x", "formInputs": {"a": [1]}}),
        ("action", {"user": "ana", "function": "x", "formInputs": []} | {"formInputs": ["a"]}),
        ("universal", {"user": "ana", "index": 9}),
        ("universal", {"user": "ana", "index": True}),
        ("consent", {"user": "ana", "scopes": "all"}),
    ],
)
def test_nonsense_is_refused_and_never_reaches_the_addon(client, addon, path, asked):
    answer = client.post(f"/play/host/{path}", json=asked)
    assert answer.status_code == 400
    assert answer.json["message"]
    assert addon.seen == []


def test_dates_that_are_none_are_refused(client, answers, file_id):
    asked = {"user": "ana", "file": file_id, "function": answers.url + GO, "formInputs": {"d": {"date": "soon"}}}
    assert client.post("/play/host/action", json=asked).status_code == 400


def test_a_file_not_shared_is_not_there(client, answers, file_id):
    client.post("/play/share", json={"file": file_id, "users": ["marco"]})
    assert client.post("/play/host/open", json={"user": "ana", "file": file_id}).status_code == 400
    assert client.post("/play/host/open", json={"user": "marco", "file": file_id}).status_code == 200


def test_drawing_a_card_for_the_gallery(client):
    card = {"header": {"title": "T"}, "sections": [{"widgets": [{"text_paragraph": {"text": "x"}}]}]}
    drawn = client.post("/play/host/draw", json={"card": card}).json
    assert drawn["ok"]
    assert drawn["card"]["sections"][0]["widgets"][0] == {"textParagraph": {"text": "x"}}
    assert drawn["detail"] == []
    refused = client.post("/play/host/draw", json={"card": {"titel": "T"}}).json
    assert refused["ok"] is False
    assert "titel" in refused["detail"][0]


def test_the_models_mode_and_faults(client, world):
    assert client.post("/play/model", json={"mode": "429_hint"}).json == {"mode": "429_hint"}
    assert client.post("/play/model", json={"mode": "happy"}).status_code == 400
    fault = {"api": "sheets", "method": "get", "kind": "503", "times": 2, "delay_ms": 5}
    assert len(client.post("/play/faults", json=fault).json["faults"]) == 1
    assert client.post("/play/faults", json={"api": "sheets", "kind": "tired"}).status_code == 400
    assert client.post("/play/faults", json={"api": "sheets", "times": "2"}).status_code == 400
    assert world.faults.take("sheets", "get") is not None


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"api": "gmail", "method": "users.drafts.send"}, "drafts.send"),
        ({"api": "sheets", "method": "spreadsheets.get"}, "values.batchGetByDataFilter"),
        ({"api": "oauth", "method": "auth"}, "revoke, token"),
        ({"api": "gemini", "method": "generate"}, "generateContent"),
        ({"api": "calendly", "method": "me"}, "users.me"),
        ({"api": "drive"}, "calendly, gemini, gmail, oauth, pubsub, sheets"),
        ({"api": "gmail", "method": ["drafts.send"]}, "method"),
        ({"api": "oauth", "kind": "quota"}, "invalid_grant"),
        ({"api": "gmail", "kind": "invalid_grant"}, "mail_limit"),
    ],
)
def test_a_fault_that_could_never_strike_is_refused_with_what_is_known(client, world, asked, named):
    answer = client.post("/play/faults", json={"kind": "503", **asked})
    assert answer.status_code == 400
    assert named in answer.json["message"]
    assert world.faults.as_list() == []


@pytest.mark.parametrize("api", fault_targets.TARGETS)
def test_every_target_that_is_named_takes_a_fault(client, world, api):
    for method in (*fault_targets.TARGETS[api], "*", None):
        assert client.post("/play/faults", json={"api": api, "method": method, "kind": "503"}).status_code == 200
        assert world.faults.take(api, method or "drafts.send") is not None


def test_the_clock_walks_and_ticks_the_addon_with_a_token_of_its_own(client, answers, world):
    moved = client.post("/clock", json={"advance_hours": 48}).json
    assert (moved["ticks"], moved["sent"], moved["received"]) == (2, 0, 0)
    assert "problem" not in moved
    assert moved["now"] == world.now_text()
    assert {seen.path for seen in answers.seen} == {"/tasks/tick"}


def test_the_clock_tells_what_was_sent_and_received_meanwhile(client, world):
    store = world.mailboxes
    mail = b"To: marco@nordwind.example, x@y.example\r\n\r\nHi\r\n"
    store.later(3600, lambda: gmail_sending.send(store, store.of_user("ana"), mail, ""))
    told = [client.post("/clock", json={"advance_hours": 2}).json for _ in range(2)]
    assert [(one["sent"], one["received"]) for one in told] == [(1, 1), (0, 0)]


def test_gmails_faults_may_last(client, world):
    fault = {"api": "gmail", "method": "drafts.send", "kind": "late", "seconds": 400}
    assert client.post("/play/faults", json=fault).json["faults"][0]["seconds"] == 400
    assert client.post("/play/faults", json={**fault, "seconds": "400"}).status_code == 400
    assert world.faults.take("gmail", "drafts.send").seconds == 400


@pytest.mark.parametrize("hours", [-1, "2", None, True, 1e9])
def test_the_clock_refuses_nonsense(client, hours):
    assert client.post("/clock", json={"advance_hours": hours}).status_code == 400


def test_a_tick_that_fails_is_told(client, answers):
    answers.say("/tasks/tick", {}, status=401)
    assert "401" in client.post("/clock", json={"advance_hours": 1}).json["problem"]


def test_geminis_limit_a_minute_is_set_like_other_quotas_and_taken_back(client):
    asked = {"api": "gemini", "kind": "quota", "times": 10}
    assert client.post("/play/faults", json=asked).json["model"]["requests_a_minute"] == 10
    assert client.get("/state").json["model"]["requests_a_minute"] == 10
    assert client.post("/play/faults", json={**asked, "times": -1}).status_code == 400
    client.post("/reset")
    assert client.get("/state").json["model"] == MODEL


def test_reset_brings_back_the_first_day(client, answers, file_id, world):
    before = client.get("/state").json["sheets"].keys()
    client.post("/play/host/grant", json={"user": "ana", "file": file_id})
    client.post("/clock", json={"advance_hours": 5})
    client.post("/play/model", json={"mode": "500"})
    assert client.post("/reset").status_code == 200
    state = client.get("/state").json
    assert (state["grants"], state["calls"], state["model"]) == ([], {}, MODEL)
    assert {box["messages"] for box in state["mailboxes"].values()} == {0}
    assert state["sheets"].keys() == before
    assert world.clock.offset() == 0


def test_expiring_tokens_and_rotating_keys(client, world):
    bearer = world.access.mint("ana", "c", [])
    before = world.keys.certificates()
    assert client.post("/play/expire_tokens").json == {"expired": 1}
    assert world.access.look_up(bearer) is None
    assert client.post("/play/rotate_keys").status_code == 200
    assert client.get("/oauth2/v1/certs").json != before


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "http://localhost"}, 200),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1:8081"}, 200),
    ],
)
@pytest.mark.parametrize("path", ["/reset", "/play/expire_tokens"])
def test_other_sites_cannot_work_the_controls(client, path, headers, status):
    assert client.post(path, json={}, headers=headers).status_code == status


def test_a_body_that_is_no_json_is_refused(client):
    assert client.post("/reset", data="x", content_type="text/plain").status_code == 403
    assert (
        client.post("/play/model", data="mode=ok", content_type="application/x-www-form-urlencoded").status_code == 403
    )
    assert client.post("/play/model", data="[]", content_type="application/json").status_code == 400
    assert client.post("/play/model", data="{", content_type="application/json").status_code == 400


def test_rebinding_cannot_read_the_state(client):
    assert client.get("/state", headers={"Host": "evil.example"}).status_code == 403
