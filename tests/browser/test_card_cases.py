"""Cards written by others are drawn whole, and the gallery page shows them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.sidebar import ORIGIN, Sidebar, serve

pytestmark = pytest.mark.browser

CASES = sorted((Path(__file__).resolve().parents[1] / "data" / "cases" / "cards").glob("*.json"))


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_every_widget_of_a_case_is_drawn(cards_page: Page, case: Path) -> None:
    card: dict[str, Any] = json.loads(case.read_text(encoding="utf-8"))
    sidebar = Sidebar(cards_page)
    sidebar.apply(navigations=[{"pushCard": card}])
    widgets = [widget for section in card["sections"] for widget in section["widgets"]]
    expect(cards_page.locator("[data-testid^=widget-]")).to_have_count(len(widgets))
    expect(cards_page.get_by_test_id("section")).to_have_count(len(card["sections"]))
    for text in button_texts(widgets):
        assert cards_page.get_by_test_id(f"button-{text}").count() >= 1
    assert sidebar.seen("faults") == []
    assert cards_page.locator(".gc-body").evaluate("body => body.scrollWidth <= body.clientWidth")


def button_texts(widgets: list[dict[str, Any]]) -> list[str]:
    lists = [widget["buttonList"]["buttons"] for widget in widgets if "buttonList" in widget]
    singles = [widget["decoratedText"]["button"] for widget in widgets if "button" in widget.get("decoratedText", {})]
    return [button["text"] for button in [*chain.from_iterable(lists), *singles]]


@pytest.fixture(scope="module")
def gallery_page(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page()
    yield page
    page.close()


@pytest.fixture
def gallery(gallery_page: Page) -> Page:
    gallery_page.unroute_all()
    gallery_page.route("**/*", serve)
    return gallery_page


def test_gallery_shows_what_the_judge_returns(gallery: Page) -> None:
    def judge(route: Route) -> None:
        card = route.request.post_data_json["card"]
        route.fulfill(json={"ok": True, "card": {**card, "header": {"title": "Judged"}}, "detail": ["one remark"]})

    gallery.route("**/play/host/draw", judge)
    gallery.route(f"{ORIGIN}/case.json", lambda route: route.fulfill(json={"sections": []}))
    gallery.goto(f"{ORIGIN}/gallery.html?case=/case.json")
    expect(gallery.get_by_test_id("card-title")).to_have_text("Judged")
    expect(gallery.get_by_test_id("gallery-reasons")).to_contain_text("one remark")


def test_gallery_says_why_a_card_is_refused(gallery: Page) -> None:
    gallery.route("**/play/host/draw", lambda route: route.fulfill(json={"ok": False, "detail": ["no such field: x"]}))
    gallery.goto(f"{ORIGIN}/gallery.html")
    gallery.get_by_label("JSON", exact=True).fill(
        '{"renderActions": {"action": {"navigations": [{"pushCard": {"x": 1}}]}}}'
    )
    gallery.get_by_role("button", name="Draw").click()
    expect(gallery.get_by_test_id("gallery-reasons")).to_contain_text("no such field: x")
    expect(gallery.get_by_test_id("card")).to_have_count(0)


def test_gallery_lists_clicks_instead_of_sending_them(gallery: Page) -> None:
    gallery.goto(f"{ORIGIN}/gallery.html?judged=no")
    on_click = {"action": {"function": "https://x.example/act"}}
    card = {"sections": [{"widgets": [{"buttonList": {"buttons": [{"text": "Go", "onClick": on_click}]}}]}]}
    gallery.get_by_label("JSON", exact=True).fill(json.dumps(card))
    gallery.get_by_role("button", name="Draw").click()
    gallery.get_by_role("button", name="Go").click()
    expect(gallery.get_by_test_id("gallery-calls")).to_contain_text("https://x.example/act")
    expect(gallery.get_by_test_id("toast")).to_be_visible()
