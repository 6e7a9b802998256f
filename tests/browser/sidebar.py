"""Drives the sidebar alone in a page: cards go in as JSON, calls come out as JSON, no server stands behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, Route

STATIC = Path(__file__).resolve().parents[2] / "playground" / "static"
ORIGIN = "http://cards.test"
Card = dict[str, Any]

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="/cards.css"><body style="margin:0">
<div id="sidebar" style="position:relative;width:300px;height:700px"></div>"""

_START = """async () => {
  const { CardStack } = await import("/cards.js");
  const seen = { calls: [], links: [], toasts: [], asked: [], reloads: 0, changes: 0, faults: [] };
  const answers = [];
  const send = (action, formInputs, loadIndicator) => {
    seen.calls.push({ action, formInputs, loadIndicator });
    return new Promise((resolve, reject) => answers.push({ resolve, reject }));
  };
  const host = {
    send,
    suggest: async (action, formInputs) => (seen.asked.push({ action, formInputs }), window.suggestions),
    openLink: (url, openAs, onClose) => seen.links.push([url, openAs, onClose]),
    toast: (text) => seen.toasts.push(text),
    reload: () => { seen.reloads += 1; },
  };
  window.onerror = (message) => seen.faults.push(message);
  window.onunhandledrejection = (event) => seen.faults.push(String(event.reason));
  window.seen = seen;
  document.getElementById("sidebar").replaceChildren();
  window.suggestions = [];
  window.stack = new CardStack(document.getElementById("sidebar"), host);
  const settled = () => new Promise((done) => setTimeout(done));
  window.settle = (answer) => (answers.shift().resolve(answer), settled());
  window.fail = () => (answers.shift().reject(new Error("network")), settled());
  const watch = new MutationObserver((records) => { seen.changes += records.length; });
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, characterData: true });
}"""


class Sidebar:
    """A new sidebar in a page that may have shown others: the modules are fetched once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        if not page.url.startswith(ORIGIN):
            page.route("**/*", serve)
            page.goto(f"{ORIGIN}/")
        page.evaluate(_START)

    def show(self, *widgets: Card, **parts: Any) -> None:
        """Push a card of one section with these widgets."""
        self.apply(navigations=[{"pushCard": card(*widgets, **parts)}])

    def apply(self, **answer: Any) -> None:
        self.page.evaluate("answer => stack.apply(answer)", {"ok": True, **answer})

    def answer(self, **answer: Any) -> None:
        """Answer the oldest open call."""
        self.page.evaluate("answer => settle(answer)", {"ok": True, **answer})

    def press(self, name: str) -> None:
        self.button(name).click()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def back(self) -> None:
        self.page.get_by_test_id("back").click()

    def seen(self, what: str) -> Any:
        """Return what the page's host was told: calls, links, toasts, asked, reloads, changes, faults."""
        return self.page.evaluate("what => seen[what]", what)

    def inputs(self) -> Any:
        """Return the form inputs of the last call."""
        return self.seen("calls")[-1]["formInputs"]

    @property
    def depth(self) -> int:
        depth: int = self.page.evaluate("stack.depth")
        return depth

    @property
    def title(self) -> str:
        return self.page.get_by_test_id("card-title").inner_text()


def serve(route: Route) -> None:
    url = urlsplit(route.request.url)
    file = STATIC / url.path.lstrip("/")
    if f"{url.scheme}://{url.netloc}" != ORIGIN:
        route.abort()
    elif url.path == "/":
        route.fulfill(body=_PAGE, content_type="text/html")
    else:
        route.fulfill(path=file)


def card(*widgets: Card, **parts: Any) -> Card:
    return {"sections": [{"widgets": list(widgets)}], **parts}


def titled(title: str, *widgets: Card, **parts: Any) -> Card:
    return card(*widgets, header={"title": title}, **parts)


def action(**more: Any) -> Card:
    return {"function": "https://addon.example/act", "persistValues": True, **more}


def button(text: str = "Go", on_click: Card | None = None, **more: Any) -> Card:
    return {"buttonList": {"buttons": [{"text": text, "onClick": on_click or {"action": action()}, **more}]}}


def text_input(name: str = "name", **more: Any) -> Card:
    return {"textInput": {"name": name, "label": name.title(), **more}}


def selection(kind: str, *items: str, selected: str = "", name: str = "pick", **more: Any) -> Card:
    built = [{"text": item.title(), "value": item, "selected": item == selected} for item in items]
    return {"selectionInput": {"name": name, "label": "Pick", "type": kind, "items": built, **more}}
