"""Health, pages, errors and headers of the application."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from addon.app import create_app
from addon.config import Misconfigured
from addon.errors import Unavailable
from addon.web.pages import PAGES
from addon.web.router import Routes
from tests.fakes import configuration as configurations
from tests.fakes import google_tokens as google


class FakeServices:
    """Services of which only the doors matter."""

    def __init__(self) -> None:
        self.is_up = True

    def ping(self) -> None:
        if not self.is_up:
            raise Unavailable("The store does not answer.", reason="store_down")


def app_of(folder: Path, services: Any, **bent: str) -> Flask:
    return create_app(configurations.laptop(folder, **bent), services, routes=Routes())


def test_health_knows_the_process_only_and_readiness_asks_the_store(tmp_path: Path) -> None:
    services = FakeServices()
    client = app_of(tmp_path, services).test_client()
    assert client.get("/readyz").get_json() == {"status": "ready"}
    services.is_up = False
    assert client.get("/healthz").status_code == 200
    down = client.get("/readyz")
    assert (down.status_code, down.get_json()["error"]) == (503, "The store does not answer.")
    assert down.get_json()["reference"] == down.headers["X-Request-Id"]


def test_a_faulty_configuration_makes_no_application(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="SECRET_KEY") as caught:
        app_of(tmp_path, FakeServices(), SECRET_KEY="short", PORT="x")
    assert "PORT" in str(caught.value)


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_readable_and_load_nothing_from_elsewhere(tmp_path: Path, name: str) -> None:
    response = app_of(tmp_path, FakeServices()).test_client().get(f"/{name}")
    text = response.get_data(as_text=True)
    assert response.status_code == 200
    assert f"<h1>{PAGES[name]}</h1>" in text
    assert "<script" not in text
    assert 'src="http' not in text
    assert 'rel="stylesheet" href="/static/page.css"' in text
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]


def test_the_logo_is_a_small_png_of_128_pixels_others_may_show(tmp_path: Path) -> None:
    with app_of(tmp_path, FakeServices()).test_client().get("/static/logo-128.png") as response:
        png = response.get_data()
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (128, 128)
    assert len(png) < 10_000
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "max-age" in response.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("method", "path", "status"), [("GET", "/nowhere", 404), ("POST", "/help", 405), ("GET", "/static/../app.py", 404)]
)
def test_what_is_not_there_is_said_in_json(tmp_path: Path, method: str, path: str, status: int) -> None:
    response = app_of(tmp_path, FakeServices()).test_client().open(path, method=method)
    assert response.status_code == status
    assert set(response.get_json()) == {"error", "reference"}


def test_a_crash_outside_the_cards_is_a_500_without_its_message(tmp_path: Path) -> None:
    response = app_of(tmp_path, object()).test_client().get("/readyz")
    assert response.status_code == 500
    assert response.get_json()["error"] == "Something went wrong on our side."


def test_headers_protect_every_answer_and_https_stays_https(tmp_path: Path) -> None:
    here = app_of(tmp_path, FakeServices()).test_client().get("/healthz")
    assert here.headers["X-Content-Type-Options"] == "nosniff"
    assert here.headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in here.headers
    there = create_app(configurations.server(tmp_path), FakeServices(), routes=Routes())  # type: ignore[arg-type]
    assert "Strict-Transport-Security" in there.test_client().get("/nowhere").headers


def test_tasks_refuse_who_is_not_known(tmp_path: Path) -> None:
    client = app_of(tmp_path, FakeServices()).test_client()
    assert client.post("/tasks/tick").status_code == 401
    assert client.post("/tasks/tick", headers={"Authorization": "Basic eDp5"}).data == b""
    bad = {"Authorization": f"Bearer {'x' * 9000}"}
    assert client.post("/tasks/run", headers=bad).status_code == 401
    assert google.TASKS_ACCOUNT  # the genuine one is let in by test_verify


def test_services_are_built_at_the_first_need_and_once(tmp_path: Path) -> None:
    app = app_of(tmp_path, FakeServices())
    assert app.extensions["services"]() is app.extensions["services"]()
