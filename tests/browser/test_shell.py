"""The page around the grid: the sidebar, what Google itself asks, the playground's strip and the developer log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Playground

pytestmark = pytest.mark.browser

Json = dict[str, Any]


def card(title: str, *buttons: Json) -> Json:
    widgets: list[Json] = [{"textParagraph": {"text": f"This is {title}"}}]
    if buttons:
        widgets.append({"buttonList": {"buttons": list(buttons)}})
    return {"header": {"title": title}, "sections": [{"widgets": widgets}]}


def button(text: str, **on_click: Any) -> Json:
    return {"text": text, "onClick": on_click or {"action": {"function": "http://localhost:9/addon/act"}}}


def push(*buttons: Json, title: str = "Home", **more: Any) -> Json:
    return {"ok": True, "navigations": [{"pushCard": card(title, *buttons)}], "took_ms": 3, "warnings": [], **more}


class Host:
    """Answers the page in the add-on's place, entry by entry, and keeps what was asked."""

    def __init__(self, page: Page) -> None:
        self.answers: dict[str, Json] = {"open": push(button("Go"))}
        self.asked: list[tuple[str, Json]] = []
        page.route("**/play/host/*", self.answer)

    def answer(self, route: Route) -> None:
        entry = route.request.url.rpartition("/")[2]
        self.asked.append((entry, route.request.post_data_json))
        route.fulfill(json=self.answers[entry])

    @property
    def entries(self) -> list[str]:
        return [entry for entry, _ in self.asked]


@pytest.fixture
def file_id(playground: Playground) -> str:
    return playground.open_csv("Name\nAnna\n", "Spring fair")


@pytest.fixture
def page(visit: Callable[[str], Page], file_id: str) -> Iterator[Page]:
    page = visit(file_id)
    yield page
    page.unroute_all()
    if page.get_by_test_id("sidebar-close").is_visible():
        page.get_by_test_id("sidebar-close").click()


@pytest.fixture
def host(page: Page) -> Host:
    return Host(page)


def open_sidebar(page: Page) -> None:
    page.get_by_test_id("addon-icon").click()
    expect(page.get_by_text("This is Home")).to_be_visible()


def press(page: Page, name: str) -> None:
    page.get_by_test_id("sidebar").get_by_role("button", name=name, exact=True).click()


def test_the_icon_opens_and_closes_the_sidebar(page: Page, host: Host, file_id: str) -> None:
    open_sidebar(page)
    page.get_by_test_id("addon-icon").click()
    expect(page.get_by_test_id("sidebar")).to_be_hidden()
    open_sidebar(page)
    page.get_by_test_id("sidebar-close").click()
    expect(page.get_by_test_id("sidebar")).to_be_hidden()
    asked = [(what, body["user"], body["file"]) for what, body in host.asked]
    assert asked == [("open", "ana", file_id)] * 2


def test_allow_grants_the_file_and_shows_what_follows(page: Page, host: Host) -> None:
    host.answers["action"] = {"ok": True, "navigations": [], "hostAction": {"requestFileScope": True}, "warnings": []}
    host.answers["grant"] = push(title="Granted", notification={"text": "Thank you"})
    open_sidebar(page)
    press(page, "Go")
    expect(page.get_by_role("dialog")).to_contain_text("Sales Assistant wants access to this file")
    expect(page.get_by_role("dialog")).to_contain_text("Spring fair")
    page.get_by_test_id("consent-allow").click()
    expect(page.get_by_text("This is Granted")).to_be_visible()
    expect(page.get_by_test_id("toast")).to_have_text("Thank you")
    assert host.entries == ["open", "action", "grant"]


def test_cancel_grants_nothing(page: Page, host: Host) -> None:
    host.answers["action"] = {"ok": True, "navigations": [], "hostAction": {"requestFileScope": True}, "warnings": []}
    open_sidebar(page)
    press(page, "Go")
    page.get_by_test_id("consent-cancel").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert host.entries == ["open", "action"]


def test_scopes_can_be_refused_one_by_one(page: Page, host: Host) -> None:
    asked = {"requesting_google_scopes": {"scopes": ["https://g/auth/one", "https://g/auth/two"]}}
    host.answers["action"] = {"ok": True, "navigations": [], "authorization": asked, "warnings": []}
    host.answers["consent"] = push(title="Again")
    open_sidebar(page)
    press(page, "Go")
    page.get_by_label("https://g/auth/two").uncheck()
    page.get_by_test_id("scopes-allow").click()
    expect(page.get_by_text("This is Again")).to_be_visible()
    assert host.asked[-1][1]["scopes"] == ["https://g/auth/one"]


def test_an_action_carries_its_parameters(page: Page, host: Host) -> None:
    action = {"function": "http://localhost:9/addon/act", "parameters": [{"key": "row", "value": "4"}]}
    host.answers["open"] = push(button("Go", action=action))
    host.answers["action"] = push(title="Next")
    open_sidebar(page)
    press(page, "Go")
    expect(page.get_by_text("This is Next")).to_be_visible()
    asked = host.asked[-1][1]
    assert (asked["function"], asked["parameters"]) == ("http://localhost:9/addon/act", {"row": "4"})


def test_a_failing_addon_shows_googles_sentence_and_the_log_says_why(page: Page) -> None:
    page.get_by_test_id("addon-icon").click()
    expect(page.get_by_test_id("error")).to_contain_text("Something went wrong when executing the add-on.")
    page.get_by_test_id("dev-log-toggle").click()
    line = page.get_by_test_id("dev-log").get_by_role("listitem").first
    expect(line).to_contain_text("open")
    expect(line).to_contain_text("failed")
    page.get_by_test_id("dev-log-toggle").click()


def test_universal_actions_stand_in_the_menu(page: Page, host: Host) -> None:
    host.answers["universal"] = push(title="Settings")
    open_sidebar(page)
    page.get_by_test_id("universal-menu").click()
    page.get_by_test_id("universal-0").click()
    expect(page.get_by_text("This is Settings")).to_be_visible()
    assert host.asked[-1][1]["index"] == 0


def test_another_person_gets_a_sidebar_of_their_own(page: Page, host: Host) -> None:
    open_sidebar(page)
    page.get_by_test_id("user-select").click()
    page.get_by_test_id("user-marco").click()
    expect(page.get_by_text("This is Home")).to_be_visible()
    assert [body["user"] for _, body in host.asked] == ["ana", "marco"]
    assert "user=marco" in page.url
    page.get_by_test_id("user-select").click()
    page.get_by_test_id("user-ana").click()


def test_closing_an_overlay_runs_the_trigger_again(page: Page, host: Host, playground: Playground) -> None:
    link = {"url": f"{playground.url}/static/gallery.html", "openAs": "OVERLAY", "onClose": "RELOAD"}
    host.answers["open"] = push(button("Connect", openLink=link))
    open_sidebar(page)
    with page.expect_popup() as popup:
        press(page, "Connect")
    host.answers["open"] = push(title="Connected")
    popup.value.close()
    expect(page.get_by_text("This is Connected")).to_be_visible()
    assert host.entries == ["open", "open"]


def test_a_late_answer_does_not_reopen_a_closed_sidebar(page: Page, host: Host) -> None:
    held: list[Route] = []
    page.route("**/play/host/open", lambda route: held.append(route))
    page.get_by_test_id("addon-icon").click()
    page.wait_for_function("document.querySelector('.gc-progress').hidden === false")
    page.get_by_test_id("sidebar-close").click()
    page.unroute("**/play/host/open")
    host.answers["open"] = push(title="Fresh")
    page.get_by_test_id("addon-icon").click()
    expect(page.get_by_text("This is Fresh")).to_be_visible()
    held[0].fulfill(json=push(title="Stale"))
    page.evaluate("() => new Promise(done => setTimeout(done))")
    expect(page.get_by_text("This is Stale")).to_have_count(0)


def test_the_clock_moves_on(page: Page, playground: Playground) -> None:
    before = page.get_by_test_id("clock-now").inner_text()
    page.route("**/clock", lambda route: route.fulfill(json={"now": "2027-01-04T08:30:00Z", "ticks": 2, "sent": 1}))
    page.get_by_test_id("advance-72").click()
    expect(page.get_by_test_id("toast")).to_have_text("Time moved on: 2 ticks, 1 sent.")
    assert page.get_by_test_id("clock-now").inner_text() != before


def test_the_stand_in_model_can_be_set(page: Page, playground: Playground) -> None:
    with page.expect_response("**/play/model"):
        page.get_by_test_id("model-mode").select_option("obedient")
    assert playground.ask("/play/session")["model"]["mode"] == "obedient"


def test_a_renamed_file_keeps_its_name(page: Page, playground: Playground, file_id: str) -> None:
    title = page.get_by_test_id("file-title")
    expect(title).to_have_value("Spring fair")
    title.fill("Autumn fair")
    title.press("Enter")
    expect(page).to_have_title("Autumn fair · Playground")
    assert playground.ask(f"/play/files/{file_id}")["title"] == "Autumn fair"
