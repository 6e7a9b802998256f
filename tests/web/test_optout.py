"""The opt-out page: a scanner changes nothing, one press does it for ever, and no answer tells who is known."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from addon.app import create_app
from addon.errors import Unavailable
from addon.leads.suppression_model import SuppressionReason
from addon.web.optout_words import WORDS
from tests.cast import ANA
from tests.fakes import configuration as configurations
from tests.fakes.world import World

JANE = "jane@customer.example"
ONE_CLICK: dict[str, Any] = {"data": b"List-Unsubscribe=One-Click", "content_type": "application/x-www-form-urlencoded"}


class Door:
    """The application on fakes, as a person with a link in a mail sees it."""

    def __init__(self, folder: Path) -> None:
        self.world = World()
        services = self.world.services()
        self.room = services.suppressions
        self.client: FlaskClient = create_app(configurations.laptop(folder), services).test_client()
        self.path = f"/u/{self.room.opt_out_token(ANA.tenant, JANE, 'send-1')}"

    @property
    def is_out(self) -> bool:
        return self.room.is_suppressed(ANA.tenant, JANE)


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


def test_a_scanner_that_opens_every_link_opts_nobody_out(door: Door) -> None:
    for method in ("GET", "HEAD", "OPTIONS", "GET"):
        assert door.client.open(door.path, method=method).status_code == 200
    assert door.client.get(f"{door.path}?List-Unsubscribe=One-Click").status_code == 200
    assert not door.is_out


def test_the_page_is_one_plain_button_without_scripts_and_cookies(door: Door) -> None:
    answer = door.client.get(door.path)
    assert re.findall(r"<(?:script|button|form|input|a)\b", answer.text) == ["<form", "<button"]
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_button_opts_out_and_pressing_it_again_does_no_harm(door: Door) -> None:
    first, second = door.client.post(door.path), door.client.post(door.path)
    assert door.is_out
    assert (first.status_code, second.status_code) == (200, 200)
    assert WORDS["en"].done in first.text
    assert first.text == second.text


@pytest.mark.parametrize(
    "body",
    [
        ONE_CLICK,
        {"data": b"--x\r\ncontent-disposition: form-data\r\n", "content_type": "multipart/form-data; boundary=x"},
        {"data": b"\xff" * 100, "content_type": "application/json"},
        {"data": b"", "headers": {"Content-Length": "0"}},
    ],
)
def test_a_mail_program_opts_out_without_cookie_or_login_whatever_its_body(door: Door, body: dict[str, Any]) -> None:
    assert door.client.post(door.path, **body).status_code == 200
    assert door.is_out


def test_no_answer_tells_whether_somebody_is_known_or_out_already(door: Door) -> None:
    asked = door.client.get(door.path).text
    unknown = f"/u/{door.room.opt_out_token('stranger.example', 'nobody@x.example')}"
    assert door.client.get(unknown).text == asked
    done = door.client.post(door.path).text
    assert door.client.post(unknown).text == done
    assert door.client.get(door.path).text == asked
    assert "customer" not in asked + done


def test_what_runs_for_a_person_is_told_at_once(door: Door) -> None:
    told: list[tuple[str, str, str]] = []
    door.room.on_opt_out = lambda *said: told.append(said)
    door.client.post(door.path)
    assert told == [(ANA.tenant, door.room.key_of(ANA.tenant, JANE), "send-1")]


def test_the_link_of_a_preview_says_so_and_changes_nothing(door: Door) -> None:
    path = f"/u/{door.room.inert_token()}"
    for answer in (door.client.get(path), door.client.post(path)):
        assert (answer.status_code, WORDS["en"].preview in answer.text) == (200, True)
    assert not door.is_out


@pytest.mark.parametrize("token", ["x", "x.y", "%00", "a" * 9_000, "%3Cscript%3Ealert(1)%3C/script%3E", "..%2f.."])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_token_cut_off_or_made_up_is_a_page_that_helps(door: Door, token: str, method: str) -> None:
    answer = door.client.open(f"/u/{token}", method=method)
    assert answer.status_code == 404
    assert "<script" not in answer.text


def test_a_token_of_another_purpose_or_key_opens_nothing(door: Door) -> None:
    path = door.world.services().files.open_import(ANA, "access").removeprefix("/import/")
    answer = door.client.post(f"/u/{path}")
    assert (answer.status_code, WORDS["en"].broken in answer.text) == (404, True)


def test_a_store_that_is_down_says_that_nothing_was_noted(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> str:
        raise Unavailable("The store does not answer.", reason="store_down")

    monkeypatch.setattr(door.world.documents, "create", fail)
    answer = door.client.post(door.path, **ONE_CLICK)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert WORDS["en"].later in answer.text
    assert '<form method="post">' in answer.text


@pytest.mark.parametrize(
    ("asked", "spoken"),
    [
        ("de-AT,de;q=0.9,en;q=0.8", "de"),
        ("pt-BR", "pt"),
        ("ja", "ja"),
        ("fi, nl;q=0.5", "nl"),
        ("fi", "en"),
        ("", "en"),
        ("*", "en"),
        (";;,q=x,\u00e9", "en"),
    ],
)
def test_the_page_speaks_the_readers_language(door: Door, asked: str, spoken: str) -> None:
    answer = door.client.get(door.path, headers={"Accept-Language": asked})
    assert answer.headers["Content-Language"] == spoken
    assert f'<html lang="{spoken}">' in answer.text
    assert WORDS[spoken].ask in answer.text


def test_check_leads_names_the_rows_of_people_who_opted_out(door: Door) -> None:
    door.world.spreadsheets.add(
        "file-1", [["Name", "Email"], ["Joe", "joe@x.example"], ["Jane", "JANE@customer.example"]]
    )
    services = door.world.services()
    services.suppressions.add(ANA.tenant, JANE, SuppressionReason.USER, by=ANA.user)
    book = services.leads.outline(ANA, "file-1", "token")
    check = services.leads.check(ANA, book, book.tabs[0], "token")
    assert [(finding.problem, finding.rows) for finding in check.findings if finding.problem == "opted_out"] == [
        ("opted_out", (3,))
    ]
    assert check.ready == 1
