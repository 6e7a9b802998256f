"""The host calls the add-on as Google does, and treats its answers as Google treats them."""

from __future__ import annotations

import json
import threading

import pytest
from google.auth import jwt

from playground.cast import ADDON_CLIENT_ID, ADDON_SERVICE_ACCOUNT, CAST
from playground.events import Click
from playground.platform import WENT_WRONG, Visit
from tests.playground.conftest import RESOURCE, SCOPES

FILE = "file-1"
CARD = {"sections": [{"widgets": [{"textParagraph": {"text": "Hello"}}]}]}
HOME = {"action": {"navigations": [{"pushCard": CARD}]}}
NOTE = {"renderActions": {"action": {"notification": {"text": "Done"}}}}
NO_CLICK = Click(parameters={}, typed={})
HOME_PATH, GRANTED_PATH, GO_PATH = "/addon/sheets/home", "/addon/sheets/granted", "/addon/actions/go"


@pytest.fixture
def platform(world, addon):
    world.platform.title_of = {FILE: "Leads"}.__getitem__
    addon.say(HOME_PATH, HOME)
    addon.say(GRANTED_PATH, HOME)
    addon.say(GO_PATH, NOTE)
    return world.platform


def ana(file_id: str | None = FILE, **rest) -> Visit:
    return Visit(user=CAST["ana"], file_id=file_id, **rest)


def redeploy(platform, change) -> None:
    resource = json.loads(json.dumps(RESOURCE))
    change(resource)
    platform.deployment_path.write_text(json.dumps(resource), "utf-8")


def test_opening_the_sidebar_shows_the_homepage_card(platform):
    shown = platform.open(ana())
    assert shown["ok"]
    assert shown["navigations"] == [{"pushCard": CARD}]
    assert shown["warnings"] == []


def test_an_ungranted_file_is_not_even_named(platform, addon):
    platform.open(ana())
    event = addon.last.event
    assert event["sheets"] == {"addonHasFileScopePermission": False}
    common = event["commonEventObject"]
    assert common.keys() == {"hostApp", "platform", "userLocale", "timeZone"}
    assert (common["hostApp"], common["platform"]) == ("SHEETS", "WEB")
    assert common["timeZone"]["offset"] in (3_600_000, 7_200_000)


def test_allow_grants_the_file_to_this_user_only(platform, addon):
    assert platform.grant_file(ana())["ok"]
    assert addon.last.path == GRANTED_PATH
    assert addon.last.event["sheets"] == {"addonHasFileScopePermission": True, "id": FILE, "title": "Leads"}
    platform.open(Visit(user=CAST["marco"], file_id=FILE))
    assert addon.last.event["sheets"] == {"addonHasFileScopePermission": False}


def test_the_request_is_signed_for_exactly_the_url_called(platform, addon, world):
    url = f"{addon.url}{GO_PATH}?x=1"
    addon.say(f"{GO_PATH}?x=1", NOTE)
    platform.act(ana(), url, NO_CLICK)
    seen = addon.last
    claims = jwt.decode(seen.bearer, certs=world.keys.certificates(), audience=url)
    assert claims["email"] == ADDON_SERVICE_ACCOUNT
    assert claims["email_verified"] is True
    assert claims["iss"] == "https://accounts.google.com"
    assert claims["exp"] - claims["iat"] == 3600
    assert seen.bearer == seen.event["authorizationEventObject"]["systemIdToken"]
    assert seen.headers["user-agent"] == "Google-gsuiteaddons"
    assert seen.headers["content-type"] == "application/json; charset=utf-8"


def test_the_event_carries_the_users_tokens(platform, addon, world):
    platform.open(ana())
    authorization = addon.last.event["authorizationEventObject"]
    assert authorization.keys() == {"systemIdToken", "userOAuthToken", "userIdToken", "authorizedScopes"}
    claims = jwt.decode(authorization["userIdToken"], certs=world.keys.certificates(), audience=ADDON_CLIENT_ID)
    assert (claims["sub"], claims["email"], claims["hd"]) == ("1001", "ana@nordwind.example", "nordwind.example")
    token = world.access.look_up(authorization["userOAuthToken"])
    assert (token.user, token.client_id, token.scopes) == ("ana", ADDON_CLIENT_ID, frozenset(SCOPES))
    assert authorization["authorizedScopes"] == SCOPES


def test_a_consumer_has_no_domain(platform, addon, world):
    platform.open(Visit(user=CAST["greta"], file_id=FILE))
    token = addon.last.event["authorizationEventObject"]["userIdToken"]
    assert "hd" not in jwt.decode(token, certs=world.keys.certificates(), audience=ADDON_CLIENT_ID)


def test_what_the_user_did_not_tick_is_not_there(platform, addon, world):
    world.access.consent("ana", SCOPES[:1])
    platform.open(ana())
    event = addon.last.event
    assert event["authorizationEventObject"]["authorizedScopes"] == SCOPES[:1]
    assert "userIdToken" not in event["authorizationEventObject"]
    assert "timeZone" not in event["commonEventObject"]
    world.access.consent("ana", [])
    platform.open(ana())
    assert "userOAuthToken" not in addon.last.event["authorizationEventObject"]


def test_a_click_carries_parameters_and_form(platform, addon):
    typed = {"rows": ["2-50"], "tick": ["a", "b"], "none": [], "blank": [""], "day": {"date": "2026-11-24"}}
    platform.act(ana(), addon.url + GO_PATH, Click(parameters={"tab": "0"}, typed=typed))
    common = addon.last.event["commonEventObject"]
    assert common["parameters"] == {"tab": "0"}
    assert common["formInputs"] == {
        "rows": {"stringInputs": {"value": ["2-50"]}},
        "tick": {"stringInputs": {"value": ["a", "b"]}},
        "day": {"dateInput": {"msSinceEpoch": "1795478400000"}},
    }


def test_a_click_may_come_without_its_context(platform, addon):
    platform.grant_file(ana())
    platform.act(ana(), addon.url + GO_PATH, NO_CLICK)
    assert addon.last.event["sheets"]["id"] == FILE
    platform.keeps_context = False
    platform.act(ana(), addon.url + GO_PATH, NO_CLICK)
    assert "sheets" not in addon.last.event


@pytest.mark.parametrize(
    "function",
    ["/addon/actions/go", "goToView", "https://else.example/go", "http://127.0.0.1:1/go", "http://else.example/", ""],
)
def test_a_function_that_is_no_url_of_the_addon_does_nothing(platform, addon, function):
    shown = platform.act(ana(), function, NO_CLICK)
    assert addon.seen == []
    assert shown["ok"]
    assert shown["navigations"] == []
    assert "nothing happens" in shown["detail"][0]


TROUBLE = {
    "server error": (500, "application/json", HOME, "status 500"),
    "not found": (404, "application/json", HOME, "status 404"),
    "redirect": (302, "application/json", HOME, "status 302"),
    "html": (200, "text/html", HOME, "Content-Type"),
    "no json": (200, "application/json", b"{", "invalid JSON"),
    "unknown key": (200, "application/json", HOME | {"extra": 1}, "Cannot find field: extra"),
    "wrong envelope": (200, "application/json", {"renderActions": HOME}, "Cannot find field: renderActions in message"),
}


@pytest.mark.parametrize("name", TROUBLE)
def test_a_bad_answer_shows_googles_one_sentence(platform, addon, name):
    status, content_type, body, words = TROUBLE[name]
    addon.say(HOME_PATH, body, status, content_type)
    shown = platform.open(ana())
    assert shown["ok"] is False
    assert shown["message"] == WENT_WRONG == "Something went wrong when executing the add-on."
    assert words in shown["detail"][0]
    assert [seen.path for seen in addon.seen] == [HOME_PATH]


def test_an_answer_after_the_limit_is_no_answer(platform, addon):
    assert platform.limit_seconds == 30.0
    addon.hold, platform.limit_seconds = threading.Event(), 0.05
    shown = platform.open(ana())
    assert shown["ok"] is False
    assert "0.05 s" in shown["detail"][0]


def test_an_addon_that_is_not_running_went_wrong(platform):
    platform.base_url = "http://127.0.0.1:9"
    shown = platform.open(ana())
    assert shown["ok"] is False
    assert "could not be reached" in shown["detail"][0]


def test_sections_past_100_widgets_vanish_with_a_warning(platform, addon):
    sections = [{"widgets": [{"divider": {}}] * 60}] * 2
    addon.say(HOME_PATH, {"action": {"navigations": [{"pushCard": {"sections": sections}}]}})
    shown = platform.open(ana())
    assert len(shown["navigations"][0]["pushCard"]["sections"]) == 1
    assert any("not shown" in warning for warning in shown["warnings"])


def test_the_menu_calls_a_function_or_opens_a_page(platform, addon):
    addon.say("/addon/settings", NOTE)
    assert platform.universal(ana(), 0)["notification"] == "Done"
    assert addon.last.path == "/addon/settings"
    assert platform.universal(ana(), 1)["link"]["url"] == f"{addon.url}/help"
    assert len(addon.seen) == 1


def test_suggestions(platform, addon):
    addon.say("/addon/suggest/name", {"autoComplete": {"items": [{"text": "Ana"}]}})
    shown = platform.suggest(ana(), f"{addon.url}/addon/suggest/name", Click(parameters={}, typed={"name": ["A"]}))
    assert shown["suggestions"] == [{"text": "Ana"}]
    assert addon.last.event["commonEventObject"]["formInputs"] == {"name": {"stringInputs": {"value": ["A"]}}}


def test_after_a_consent_the_same_request_comes_again(platform, addon, world):
    world.access.consent("ana", [])
    addon.say(GO_PATH, {"requesting_google_scopes": {"scopes": SCOPES[:1]}})
    asked = platform.act(ana(), addon.url + GO_PATH, Click(parameters={"k": "v"}, typed={}))
    assert asked["authorization"] == {"requestingGoogleScopes": {"scopes": SCOPES[:1]}}
    addon.say(GO_PATH, NOTE)
    assert platform.consent(CAST["ana"], SCOPES[:1])["notification"] == "Done"
    assert addon.last.event["commonEventObject"]["parameters"] == {"k": "v"}
    assert addon.last.event["authorizationEventObject"]["authorizedScopes"] == SCOPES[:1]


def test_a_dialog_about_some_scopes_leaves_the_others_as_they_were(platform, world):
    platform.consent(CAST["ana"], [SCOPES[2]], asked=[SCOPES[0], SCOPES[2]])
    assert world.access.consented("ana", SCOPES) == SCOPES[1:]
    platform.consent(CAST["ana"], [SCOPES[0]], asked=[SCOPES[0]])
    assert world.access.consented("ana", SCOPES) == SCOPES


def test_the_common_homepage_serves_a_host_without_its_own(platform, addon):
    redeploy(platform, lambda resource: resource["addOns"].update(sheets={}))
    addon.say("/addon/home", HOME)
    assert platform.open(ana())["ok"]
    assert addon.last.path == "/addon/home"
    assert "no onFileScopeGrantedTrigger" in platform.grant_file(ana())["detail"][0]


def test_a_switched_off_homepage_is_not_called(platform, addon):
    redeploy(platform, lambda resource: resource["addOns"]["sheets"]["homepageTrigger"].update(enabled=False))
    assert "no homepageTrigger" in platform.open(ana())["detail"][0]
    assert addon.seen == []


def test_a_host_not_deployed_is_not_called(platform, addon):
    assert "not deployed for GMAIL" in platform.open(ana(None, host="GMAIL"))["detail"][0]
    assert addon.seen == []


def test_gmail_triggers_carry_gmails_part(platform, addon):
    def add_gmail(resource) -> None:
        url = "https://sales-assistant.example/addon/gmail"
        resource["addOns"]["gmail"] = {
            "contextualTriggers": [{"unconditional": {}, "onTriggerFunction": f"{url}/message"}],
            "composeTrigger": {"actions": [{"label": "Insert", "runFunction": f"{url}/compose"}]},
            "universalActions": [{"text": "Mail help", "openLink": "https://sales-assistant.example/help"}],
        }

    redeploy(platform, add_gmail)
    addon.say("/addon/gmail/message", HOME)
    addon.say("/addon/gmail/compose", HOME)
    visit = ana(None, host="GMAIL", gmail={"messageId": "msg-f:1"})
    assert platform.open_message(visit)["ok"]
    assert addon.last.event["gmail"] == {"messageId": "msg-f:1"}
    assert addon.last.event["commonEventObject"]["hostApp"] == "GMAIL"
    assert platform.compose(visit)["ok"]
    assert platform.deployment.universal("GMAIL")[0].label == "Mail help"


@pytest.mark.parametrize(
    ("header", "name"), [("USER_ID_TOKEN", "userIdToken"), ("SYSTEM_ID_TOKEN", "systemIdToken"), ("NONE", None)]
)
def test_the_header_holds_the_token_the_deployment_asks_for(platform, addon, header, name):
    redeploy(platform, lambda resource: resource["addOns"]["httpOptions"].update(authorizationHeader=header))
    platform.open(ana())
    tokens = addon.last.event["authorizationEventObject"]
    assert addon.last.headers.get("authorization") == (name and f"Bearer {tokens[name]}")


def test_old_deployments_do_not_say_what_is_granted(platform, addon):
    redeploy(platform, lambda resource: resource["addOns"].pop("httpOptions"))
    platform.open(ana())
    assert "authorizedScopes" not in addon.last.event["authorizationEventObject"]
    assert "authorization" in addon.last.headers
