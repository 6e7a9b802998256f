"""The pages to Google and back: the cookie is bound, a look uses nothing up, and no query breaks them."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addon.accounts.grant_model import GrantKind
from addon.app import create_app
from addon.errors import Unavailable
from tests.cast import ANA
from tests.fakes import configuration as configurations
from tests.fakes.world import World

BACK = "/oauth/gmail/callback"


class Door:
    """The application on fakes, as a browser sees it."""

    def __init__(self, folder: Path, *, is_https: bool = False) -> None:
        self.world = World()
        self.services = self.world.services()
        config = configurations.server(folder) if is_https else configurations.laptop(folder)
        self.client: FlaskClient = create_app(config, self.services).test_client()

    def start(self) -> str:
        return self.services.grants.begin(ANA, GrantKind.GMAIL)

    def connect(self) -> str:
        """Press the button, consent as Ana, and return the address that leads back."""
        self.client.get(self.start())
        ask = self.world.consent.asks[-1]
        return f"{BACK}?state={ask.state}&code={self.world.consent.answer(ask, ANA.user, ANA.email)}"


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


@pytest.mark.parametrize("is_https", [False, True])
def test_the_cookie_is_for_the_way_back_of_this_browser_only(tmp_path: Path, is_https: bool) -> None:
    door = Door(tmp_path, is_https=is_https)
    answer = door.client.get(door.start())
    cookie = answer.headers["Set-Cookie"]
    assert answer.status_code == 303
    assert urlsplit(answer.headers["Location"]).netloc == "accounts.example"
    for word in ("HttpOnly", "SameSite=Lax", f"Path={BACK}", "Max-Age=600"):
        assert word in cookie
    assert ("Secure" in cookie) is is_https
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_link_checkers_look_uses_neither_button_nor_state_up(door: Door) -> None:
    path = door.start()
    assert door.client.head(path).status_code == 204
    assert door.client.get(path).status_code == 303
    back = door.connect()
    assert door.client.head(back).status_code == 204
    assert door.client.get(back).status_code == 200


def test_the_page_speaks_the_browsers_language(door: Door) -> None:
    for language, word in (("de-AT,de;q=0.9", "Verbunden"), ("fr", "Connected"), ("", "Connected")):
        page = door.client.get(door.connect(), headers={"Accept-Language": language}).text
        assert word in page
        assert f'lang="{"de" if "de" in language else "en"}"' in page


@pytest.mark.parametrize("path", ["/oauth/drive/start", "/oauth/gmail", "/oauth/gmail/else", "/oauth/GMAIL/callback"])
def test_there_are_two_connections_and_two_ways(door: Door, path: str) -> None:
    assert door.client.get(path).status_code == 404
    assert door.client.post(BACK).status_code == 405


def test_a_store_that_is_down_is_a_page_that_says_later(door: Door) -> None:
    path = door.start()
    door.world.documents.down = True  # type: ignore[attr-defined]
    answer = door.client.get(path)
    assert answer.status_code == 503
    assert "Wait a minute" in answer.text


def test_a_server_without_a_client_says_whose_task_it_is(door: Door) -> None:
    path = door.start()
    door.world.consent.ready.clear()
    answer = door.client.get(path)
    assert answer.status_code == 400
    assert "Tell the administrator" in answer.text


def test_a_google_that_is_down_is_a_page_that_says_later(door: Door) -> None:
    back = door.connect()
    door.world.consent.trouble.append(Unavailable("Down.", reason="no_answer"))
    assert door.client.get(back).status_code == 503


TEXT = st.text(max_size=60) | st.sampled_from(["<script>alert(1)</script>", "a\r\nb", "\x00", "x" * 5_000, "4/0"])


@given(query=st.dictionaries(st.sampled_from(["state", "code", "error", "scope", "token"]), TEXT), cookie=TEXT)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_and_no_cookie_break_or_reach_a_page(door: Door, query: dict[str, str], cookie: str) -> None:
    door.client.set_cookie("oauth_gmail", cookie.encode("ascii", "ignore").decode()[:1_000], path=BACK)
    for path in (BACK, "/oauth/gmail/start"):
        answer = door.client.get(path, query_string=query)
        assert answer.status_code == 400
        assert "<script" not in answer.text
    assert not door.world.consent.calls
