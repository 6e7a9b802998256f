"""Windows the add-on opens, and what Google asks in them and around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.conftest import NO_ADDON, Playground
from tests.browser.host import Host, Json, button, close_sidebar, open_sidebar, press, push

pytestmark = pytest.mark.browser

SELF_CLOSING = "<!doctype html><title>Done</title><script>window.close()</script>"
AUTH = "https://www.googleapis.com/auth/"
COMPOSE, READ = f"{AUTH}gmail.compose", f"{AUTH}gmail.readonly"


@pytest.fixture
def page(visit: Callable[[str], Page], playground: Playground) -> Iterator[Page]:
    page = visit(playground.open_csv("Name\nAnna\n"))
    yield page
    close_sidebar(page)


@pytest.fixture
def host(page: Page) -> Host:
    return Host(page)


@pytest.fixture
def visited(context: BrowserContext) -> Iterator[list[str]]:
    """The add-on's own pages: each is noted, and closes itself."""
    urls: list[str] = []

    def serve(route: Route) -> None:
        urls.append(route.request.url)
        route.fulfill(body=SELF_CLOSING, content_type="text/html")

    context.route(f"{NO_ADDON}/**", serve)
    yield urls
    context.unroute_all()


def link(url: str, open_as: str = "OVERLAY", on_close: str = "RELOAD") -> Json:
    return {"url": url, "openAs": open_as, "onClose": on_close}


def shows(page: Page, title: str) -> None:
    expect(page.get_by_text(f"This is {title}")).to_be_visible()


def consent_url(playground: Playground) -> str:
    asked = {
        "client_id": "100200300-gmail.apps.googleusercontent.com",
        "redirect_uri": f"{NO_ADDON}/oauth/gmail/callback",
        "response_type": "code",
        "scope": f"openid email {COMPOSE} {READ}",
        "state": "s1",
        "login_hint": "marco@nordwind.example",
    }
    return f"{playground.url}/o/oauth2/v2/auth?{urlencode(asked)}"


# Windows


@pytest.mark.parametrize("open_as", ["OVERLAY", "FULL_SIZE"])
def test_closing_a_window_runs_the_trigger_again(page: Page, host: Host, playground: Playground, open_as: str) -> None:
    host.answers["open"] = push(button("Connect", openLink=link(f"{playground.url}/static/gallery.html", open_as)))
    open_sidebar(page)
    with page.expect_popup() as popup:
        press(page, "Connect")
    host.answers["open"] = push(title="Connected")
    popup.value.close()
    shows(page, "Connected")
    assert host.entries == ["open", "open"]


def test_a_window_an_answer_opens_closes_itself_and_the_card_is_new(page: Page, host: Host, visited: list[str]) -> None:
    host.answers["action"] = {"ok": True, "navigations": [], "link": link(f"{NO_ADDON}/oauth/gmail/start")}
    open_sidebar(page)
    host.answers["open"] = push(title="Connected")
    press(page, "Go")
    shows(page, "Connected")
    assert visited == [f"{NO_ADDON}/oauth/gmail/start"]
    assert host.entries == ["open", "action", "open"]


def test_a_card_opened_while_the_window_was_open_is_made_new_too(
    page: Page, host: Host, playground: Playground
) -> None:
    host.answers["open"] = push(button("Connect", openLink=link(f"{playground.url}/static/gallery.html")))
    open_sidebar(page)
    with page.expect_popup() as popup:
        press(page, "Connect")
    with page.expect_response("**/play/host/open"):
        page.get_by_test_id("universal-menu").click()
        page.get_by_test_id("sidebar-refresh").click()
    host.answers["open"] = push(title="Connected")
    popup.value.close()
    shows(page, "Connected")


def test_a_window_that_is_not_to_reload_is_left_alone(page: Page, host: Host, playground: Playground) -> None:
    target = link(f"{playground.url}/static/gallery.html", on_close="NOTHING")
    host.answers["open"] = push(button("Help", openLink=target))
    open_sidebar(page)
    with page.context.expect_page() as opened:
        press(page, "Help")
    assert opened.value.evaluate("window.opener") is None
    opened.value.close()
    assert host.entries == ["open"]


def test_a_window_the_browser_blocks_is_offered_again(page: Page, host: Host, visited: list[str]) -> None:
    host.answers["action"] = {"ok": True, "navigations": [], "link": link(f"{NO_ADDON}/oauth/gmail/start")}
    open_sidebar(page)
    page.evaluate("() => { const open = window.open; window.open = () => ((window.open = open), null); }")
    press(page, "Go")
    expect(page.get_by_role("dialog")).to_contain_text("did not let the add-on open its window")
    assert visited == []
    host.answers["open"] = push(title="Connected")
    page.get_by_test_id("popup-open").click()
    shows(page, "Connected")


# The consent page


def test_a_scope_refused_at_the_consent_page_is_not_in_the_code(
    page: Page, host: Host, playground: Playground, visited: list[str]
) -> None:
    host.answers["open"] = push(button("Connect", openLink=link(consent_url(playground))))
    open_sidebar(page)
    with page.expect_popup() as popup:
        press(page, "Connect")
    consent = popup.value
    expect(consent.get_by_role("heading")).to_have_text("Sales Assistant wants access to your Google Account")
    expect(consent.get_by_label("Marco Reis")).to_be_checked()
    consent.get_by_label("Ana Lindqvist").check()
    consent.get_by_label("View your email messages and settings").uncheck()
    host.answers["open"] = push(title="Connected")
    consent.get_by_role("button", name="Allow").click()
    shows(page, "Connected")
    back = parse_qs(urlsplit(visited[0]).query)
    assert back["state"] == ["s1"]
    assert set(back["scope"][0].split()) == {"openid", f"{AUTH}userinfo.email", COMPOSE}


def test_cancel_at_the_consent_page_is_told_to_the_addon(
    page: Page, host: Host, playground: Playground, visited: list[str]
) -> None:
    host.answers["open"] = push(button("Connect", openLink=link(consent_url(playground))))
    open_sidebar(page)
    with page.expect_popup() as popup:
        press(page, "Connect")
    host.answers["open"] = push(title="Refused")
    popup.value.get_by_role("button", name="Cancel").click()
    shows(page, "Refused")
    assert parse_qs(urlsplit(visited[0]).query)["error"] == ["access_denied"]


# What an answer asks of Google


def asking(scopes: Json) -> Json:
    return {"ok": True, "navigations": [], "authorization": {"requestingGoogleScopes": scopes}, "warnings": []}


def test_scopes_are_granted_one_by_one_and_the_request_repeated(page: Page, host: Host) -> None:
    host.answers["action"] = asking({"scopes": [COMPOSE, f"{AUTH}two"]})
    host.answers["consent"] = push(title="Again")
    open_sidebar(page)
    press(page, "Go")
    page.get_by_label(f"{AUTH}two").uncheck()
    page.get_by_label("Manage drafts and send emails").check()
    page.get_by_test_id("scopes-allow").click()
    shows(page, "Again")
    entry, body = host.asked[-1]
    assert (entry, body["scopes"], body["asked"]) == ("consent", [COMPOSE], [COMPOSE, f"{AUTH}two"])


def test_refusing_the_scopes_leaves_the_card(page: Page, host: Host) -> None:
    host.answers["action"] = asking({"allScopes": True})
    open_sidebar(page)
    press(page, "Go")
    expect(page.get_by_role("dialog").get_by_role("checkbox")).to_have_count(3)
    page.get_by_test_id("scopes-cancel").click()
    shows(page, "Home")
    assert host.entries == ["open", "action"]


def test_a_basic_prompt_is_a_card_with_one_button(page: Page, host: Host, visited: list[str]) -> None:
    asked = {"authorizationUrl": f"{NO_ADDON}/oauth/gmail/start", "resource": "Gmail"}
    host.answers["action"] = {"ok": True, "navigations": [], "authorization": {"basicAuthorizationPrompt": asked}}
    open_sidebar(page)
    press(page, "Go")
    expect(page.get_by_test_id("sidebar")).to_contain_text("Gmail")
    host.answers["open"] = push(title="Connected")
    press(page, "Authorize access")
    shows(page, "Connected")
    assert len(visited) == 1
