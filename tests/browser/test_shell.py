"""The page around the grid: the sidebar, what Google itself asks, the playground's strip and the developer log."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Playground
from tests.browser.host import Host, button, close_sidebar, open_sidebar, press, push

pytestmark = pytest.mark.browser


@pytest.fixture
def file_id(playground: Playground) -> str:
    return playground.open_csv("Name\nAnna\n", "Spring fair")


@pytest.fixture
def page(visit: Callable[[str], Page], file_id: str) -> Iterator[Page]:
    page = visit(file_id)
    yield page
    close_sidebar(page)


@pytest.fixture
def host(page: Page) -> Host:
    return Host(page)


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
    answer = {"now": "2027-01-04T08:30:00Z", "ticks": 2, "sent": 1, "received": 0}
    page.route("**/clock", lambda route: route.fulfill(json=answer))
    page.get_by_test_id("advance-72").click()
    expect(page.get_by_test_id("toast")).to_have_text("Time moved on: 1 sent, 0 received, 2 ticks.")
    assert page.get_by_test_id("clock-now").inner_text() != before


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"ticks": 1, "moved": False}, "Nothing is due: time stands where it was."),
        ({"ticks": 3, "sent": 2, "moved": True}, "Time moved on: 2 sent, 0 received, 3 ticks."),
        ({"ticks": 2, "sent": 1, "moved": False}, "Time stands where it was: 1 sent, 0 received, 2 ticks."),
        ({"ticks": 0, "problem": "The add-on is down."}, "The add-on is down."),
    ],
)
def test_time_moves_to_the_next_event(page: Page, answer: dict[str, object], said: str) -> None:
    asked: list[object] = []

    def walk(route: Route) -> None:
        asked.append(route.request.post_data_json)
        route.fulfill(json={"now": "2027-01-04T08:30:00Z", **answer})

    page.route("**/clock", walk)
    page.get_by_test_id("advance-next").click()
    expect(page.get_by_test_id("toast")).to_have_text(said)
    assert asked == [{"advance_to": "next"}]


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
