"""Answers the page in the add-on's place, so that a test says what the sidebar is told."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page, Route, expect

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
    """Answers entry by entry, and keeps what was asked."""

    def __init__(self, page: Page) -> None:
        self.answers: dict[str, Json] = {"open": push(button("Go"))}
        self.asked: list[tuple[str, Json]] = []
        page.route("**/play/host/*", self.answer)

    def answer(self, route: Route) -> None:
        entry = route.request.url.rpartition("/")[2]
        self.asked.append((entry, route.request.post_data_json or {}))
        route.fulfill(json=self.answers[entry])

    @property
    def entries(self) -> list[str]:
        return [entry for entry, _ in self.asked]


def open_sidebar(page: Page) -> None:
    page.get_by_test_id("addon-icon").click()
    expect(page.get_by_text("This is Home")).to_be_visible()


def close_sidebar(page: Page) -> None:
    page.unroute_all()
    if page.get_by_test_id("sidebar-close").is_visible():
        page.get_by_test_id("sidebar-close").click()


def press(page: Page, name: str) -> None:
    page.get_by_test_id("sidebar").get_by_role("button", name=name, exact=True).click()
