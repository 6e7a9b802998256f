"""One chromium, one playground without an add-on and one page of it for all browser tests; a second page for cards."""

from __future__ import annotations

import json
import os
import shutil
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright
from werkzeug.serving import WSGIRequestHandler, make_server

from playground import world
from playground.app import create_app
from playground.world import World
from tests.browser.sidebar import Sidebar
from tests.tools import missing

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
VIEWPORT: ViewportSize = {"width": 1280, "height": 800}
NO_ADDON = "http://localhost:9"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """With ``--dist loadgroup`` one worker runs all of these, and starts the only chromium."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))


@dataclass(frozen=True, slots=True)
class Playground:
    """A running playground and its API."""

    url: str

    def ask(self, path: str, body: dict[str, Any] | None = None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)

    def open_csv(self, text: str, title: str = "Leads") -> str:
        file_id: str = self.ask("/play/files", {"title": title, "csv": text})["id"]
        return file_id

    def edit(self, file_id: str, **op: Any) -> None:
        self.ask(f"/play/files/{file_id}/edit", {"sheetId": 0, **op})

    def row(self, file_id: str, row: int, sheet_id: int = 0) -> list[str]:
        answer = self.ask(f"/play/files/{file_id}/tabs/{sheet_id}/cells?first={row}&last={row + 1}")
        return [cell["v"] if cell else "" for cells in answer["rows"] for cell in cells]

    def tabs(self, file_id: str) -> list[str]:
        return [tab["title"] for tab in self.ask(f"/play/files/{file_id}")["tabs"]]


class Quiet(WSGIRequestHandler):
    def log_request(self, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        missing("chromium", "apt-get install chromium")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def cards_page(chromium: Browser) -> Iterator[Page]:
    """A page for cards alone; it fetches the playground's modules once."""
    page = chromium.new_page(timezone_id="Europe/Berlin")
    yield page
    page.close()


@pytest.fixture
def sidebar(cards_page: Page) -> Iterator[Sidebar]:
    """An empty sidebar; whatever its page throws fails the test."""
    sidebar = Sidebar(cards_page)
    yield sidebar
    assert sidebar.seen("faults") == []


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> World:
    """What the playground of this session keeps."""
    folder: Path = tmp_path_factory.mktemp("playground")
    return world.create(addon=NO_ADDON, data=folder / "data", clock_file=folder / "clock")


@pytest.fixture(scope="session")
def playground(played: World) -> Iterator[Playground]:
    server = make_server("127.0.0.1", 0, create_app(played), threaded=True, request_handler=Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Playground(f"http://localhost:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def context(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(viewport=VIEWPORT, permissions=["clipboard-read", "clipboard-write"])
    context.set_default_timeout(8000)
    yield context
    context.close()


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the README's pictures go: the folder SCREENSHOTS names, else nowhere that stays."""
    folder = Path(os.environ.get("SCREENSHOTS") or tmp_path_factory.mktemp("screenshots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def grid_page(context: BrowserContext, playground: Playground) -> Page:
    return open_page(context, playground)


def open_page(context: BrowserContext, playground: Playground) -> Page:
    page = context.new_page()
    page.goto(f"{playground.url}/?user=ana")
    page.wait_for_function("window.playground !== undefined")
    return page


@pytest.fixture
def visit(grid_page: Page) -> Iterator[Callable[[str], Page]]:
    """Open a file in the one page there is; whatever the page throws fails the test."""
    faults: list[str] = []
    grid_page.on("pageerror", lambda error: faults.append(str(error)))

    def visit(file_id: str) -> Page:
        grid_page.set_viewport_size(VIEWPORT)
        grid_page.evaluate("id => playground.open(id)", file_id)
        grid_page.get_by_test_id("grid").evaluate("grid => grid.scrollTo(0, 0)")
        grid_page.locator('[data-row="0"][data-col="0"]').wait_for()
        grid_page.wait_for_function("document.querySelector('.row.loading') === null")
        return grid_page

    yield visit
    assert faults == []
