"""Gmail and Sheets connected over the wire, through Google's consent page: whatever people press, replay or mix up."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from cryptography.fernet import Fernet

from addon.accounts.grant_model import GrantKind, GrantState
from addon.errors import Rejected, Unavailable
from playground.cast import ADDON_CLIENT_ID, GMAIL_CLIENT, SHEETS_CLIENT
from tests.cast import ANA, lead_rows
from tests.flow.person import Person
from tests.flow.popup import Popup, connect, given, link_of
from tests.flow.test_wire_settings import press_where
from tests.flow.wire import Wire

GMAIL, SHEETS = GrantKind.GMAIL, GrantKind.SHEETS


@pytest.fixture
def wire(served: Wire) -> Iterator[Wire]:
    yield served
    served.calm()
    served.begin()
    served.services.grants.clear()


@pytest.fixture
def ana(wire: Wire) -> Person:
    person = wire.sheet(lead_rows(3))
    person.press("Settings")
    return person


@pytest.fixture
def popup(wire: Wire) -> Popup:
    return Popup(wire.addon.origin)


def access(wire: Wire, kind: GrantKind = SHEETS) -> str:
    return wire.services.grants.access(ANA.tenant, ANA.user, kind)


def state_of(wire: Wire, kind: GrantKind) -> GrantState | None:
    found = wire.services.grants.find(ANA.tenant, ANA.user, kind)
    return found.state if found else None


def test_both_are_connected_through_the_consent_page(wire: Wire, ana: Person) -> None:
    for words in ("Connect Gmail", "Connect Sheets"):
        page = connect(ana, wire.addon.origin, words)
        assert page.status_code == 200
        assert "is connected as ana@nordwind.example" in page.text
        assert "<script>window.close();</script>" in page.text
        ana.press("Back to Home")
        ana.press("Settings")
    assert "Connect Gmail" not in ana.words()
    assert "Connect Sheets" not in ana.words()
    assert ana.words().count("Disconnect") == 2
    assert (state_of(wire, GMAIL), state_of(wire, SHEETS)) == (GrantState.LIVE, GrantState.LIVE)


def test_the_script_of_the_page_is_the_one_its_policy_names(wire: Wire, ana: Person) -> None:
    page = connect(ana, wire.addon.origin, "Connect Sheets")
    policy = page.headers["Content-Security-Policy"]
    assert "script-src 'sha256-" in policy
    assert "unsafe" not in policy
    assert (page.headers["Referrer-Policy"], page.headers["Cache-Control"]) == ("no-referrer", "no-store")


def test_sheets_is_tested_with_the_grants_own_token(wire: Wire, ana: Person) -> None:
    connect(ana, wire.addon.origin, "Connect Sheets")
    ana.press("Back to Home")
    ana.press("Settings")
    press_where(ana, "Test connection", door="sheets_away")
    assert "Google Sheets, while you are away answered: the connection works." in ana.answers[-1]["notification"]


def test_one_box_left_unticked_connects_nothing_and_says_what_is_lost(wire: Wire, ana: Person, popup: Popup) -> None:
    before = wire.calls("oauth", "revoke")
    asked = popup.open(link_of(ana, "Connect Gmail"))
    page = popup.decide(asked, tick=lambda scope: not scope.endswith("gmail.readonly"))
    assert page.status_code == 400
    assert "Nobody sees whether a mail has gone or was answered" in page.text
    assert "window.close" not in page.text
    assert state_of(wire, GMAIL) is None
    assert wire.calls("oauth", "revoke") == before + 1


def test_a_no_connects_nothing(wire: Wire, ana: Person, popup: Popup) -> None:
    page = popup.decide(popup.open(link_of(ana, "Connect Gmail")), tick=lambda scope: False)
    assert "You said no at Google" in page.text
    assert state_of(wire, GMAIL) is None


def test_somebody_elses_account_is_refused_and_their_grant_ended(wire: Wire, ana: Person, popup: Popup) -> None:
    before = wire.calls("oauth", "revoke")
    page = popup.decide(popup.open(link_of(ana, "Connect Gmail")), user="marco")
    assert "You signed in as marco@nordwind.example, the add-on runs as ana@nordwind.example." in page.text
    assert state_of(wire, GMAIL) is None
    assert wire.services.grants.find(ANA.tenant, "1002", GMAIL) is None
    assert wire.calls("oauth", "revoke") == before + 1


def test_a_button_works_once(wire: Wire, ana: Person, popup: Popup) -> None:
    link = link_of(ana, "Connect Sheets")
    popup.decide(popup.open(link))
    page = Popup(wire.addon.origin).open(link)
    assert page.status_code == 400
    assert "was used already" in page.text


def test_an_answer_of_googles_works_once(wire: Wire, ana: Person, popup: Popup) -> None:
    asked = popup.open(link_of(ana, "Connect Sheets"))
    cookie = popup.browser.cookies["oauth_sheets"]
    popup.decide(asked)
    exchanged = wire.calls("oauth", "token")
    granted = wire.services.grants.find(ANA.tenant, ANA.user, SHEETS)
    assert "too old, or belongs to another window" in popup.again().text  # its cookie went with the first answer
    popup.browser.cookies.set("oauth_sheets", cookie, path="/oauth/sheets/callback")
    page = popup.again()
    assert page.status_code == 400
    assert "was used already" in page.text
    assert wire.calls("oauth", "token") == exchanged
    assert wire.services.grants.find(ANA.tenant, ANA.user, SHEETS) == granted


def test_a_state_of_another_browser_or_kind_or_of_nobody_is_stale(wire: Wire, ana: Person, popup: Popup) -> None:
    popup.open(link_of(ana, "Connect Sheets"))
    asked = popup.open(link_of(ana, "Connect Gmail"))
    stranger = Popup(wire.addon.origin)
    stranger.back = f"{wire.addon.origin}/oauth/gmail/callback?state=x&code=y"
    for page in (
        stranger.again(),
        stranger.again(state="0" * 32 + ".x"),
        stranger.again(state=""),
        stranger.again(code=""),
    ):
        assert page.status_code == 400
        assert "too old, or belongs to another window" in page.text
    page = popup.decide(asked)
    popup.browser.cookies.clear()
    assert page.status_code == 200


def test_a_code_of_another_visit_is_refused(wire: Wire, ana: Person, popup: Popup) -> None:
    first = Popup(wire.addon.origin)
    asked = first.open(link_of(ana, "Connect Sheets"))
    first.decide(asked)
    code = given(first.back)["code"]
    wire.services.grants.clear()
    ana.press("Back to Home")
    ana.press("Settings")
    page = popup.open(link_of(ana, "Connect Sheets"))
    popup.back = f"{wire.addon.origin}/oauth/sheets/callback"
    answer = popup.again(code=code, state=given(page.url)["state"])
    assert answer.status_code == 400
    assert "was used already" in answer.text
    assert state_of(wire, SHEETS) is None


def test_while_google_is_down_nothing_is_connected(wire: Wire, ana: Person, popup: Popup) -> None:
    asked = popup.open(link_of(ana, "Connect Sheets"))
    wire.google.before = lambda method, path: path != "/token"
    page = popup.decide(asked)
    assert page.status_code == 503
    assert "Google does not answer" in page.text
    assert state_of(wire, SHEETS) is None


def test_disconnecting_one_leaves_the_other_working(wire: Wire, ana: Person) -> None:
    for words in ("Connect Gmail", "Connect Sheets"):
        connect(ana, wire.addon.origin, words)
        ana.press("Back to Home")
        ana.press("Settings")
    gmail = access(wire, GMAIL)
    press_where(ana, "Disconnect", door="gmail")
    assert ana.answers[-1]["notification"] == "Gmail is disconnected."
    with pytest.raises(Rejected) as raised:
        access(wire, GMAIL)
    assert raised.value.reason == "not_connected"
    assert wire.world.access.look_up(gmail) is None
    assert wire.world.access.look_up(access(wire, SHEETS)) is not None


def test_a_disconnect_that_google_does_not_hear_of_is_done_here_and_said(wire: Wire, ana: Person) -> None:
    connect(ana, wire.addon.origin, "Connect Sheets")
    wire.google.before = lambda method, path: path != "/revoke"
    ana.press("Back to Home")
    ana.press("Settings")
    press_where(ana, "Disconnect", door="sheets_away")
    assert "is disconnected here. Google did not answer" in ana.answers[-1]["notification"]
    assert state_of(wire, SHEETS) is None


def test_neither_api_ever_sees_the_others_token(wire: Wire, ana: Person) -> None:
    seen: list[tuple[str, str]] = []
    google = wire.google.app

    def overheard(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        token = wire.world.access.look_up(environ.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer "))
        seen.append((environ["PATH_INFO"], token.client_id if token else ""))
        return google(environ, start_response)

    wire.google.app = overheard
    try:
        for words in ("Connect Gmail", "Connect Sheets"):
            connect(ana, wire.addon.origin, words)
        ana.press("Back to Home")
        ana.press("Settings")
        for door in ("gmail", "sheets_away"):
            press_where(ana, "Test connection", door=door)
    finally:
        wire.google.app = google
    gmail = {client for path, client in seen if path.startswith("/gmail/")}
    sheets = {client for path, client in seen if "/spreadsheets/" in path}
    assert gmail == {GMAIL_CLIENT.id}
    assert sheets == {SHEETS_CLIENT.id, ADDON_CLIENT_ID}


def test_an_expired_token_is_refreshed_once(wire: Wire, ana: Person) -> None:
    connect(ana, wire.addon.origin, "Connect Sheets")
    grants, before = wire.services.grants, wire.calls("oauth", "token")
    old = access(wire)
    wire.world.access.expire_tokens()
    for _ in range(3):
        grants.expired(ANA.tenant, ANA.user, SHEETS, old)
    fresh = {access(wire) for _ in range(3)}
    assert old not in fresh
    assert len(fresh) == 1
    assert wire.calls("oauth", "token") == before + 1


def test_a_withdrawn_grant_dies_and_settings_offer_to_connect(wire: Wire, ana: Person) -> None:
    connect(ana, wire.addon.origin, "Connect Sheets")
    token = access(wire)
    wire.world.access.revoke(token)
    assert access(wire) == token  # one refused token says nothing yet
    wire.services.grants.expired(ANA.tenant, ANA.user, SHEETS, token)
    with pytest.raises(Rejected) as raised:
        access(wire)
    assert raised.value.reason == "grant_dead"
    assert state_of(wire, SHEETS) is GrantState.DEAD
    ana.press("Back to Home")
    ana.press("Settings")
    assert "✗ ana@nordwind.example: Google no longer lets us in. Connect again." in ana.text()
    connect(ana, wire.addon.origin, "Connect Sheets")
    assert wire.world.access.look_up(access(wire)) is not None


def test_a_google_that_is_down_kills_no_grant(wire: Wire, ana: Person) -> None:
    connect(ana, wire.addon.origin, "Connect Sheets")
    wire.begin()
    wire.google.before = lambda method, path: path != "/token"
    with pytest.raises(Unavailable):
        access(wire)
    wire.google.quieten()
    assert wire.world.access.look_up(access(wire)) is not None


def test_keys_are_rotated_and_old_grants_open(wire: Wire, ana: Person) -> None:
    connect(ana, wire.addon.origin, "Connect Sheets")
    old, new = wire.config.token_keys[0], Fernet.generate_key().decode()
    wire.begin(TOKEN_KEYS=f"{new},{old}")
    assert wire.world.access.look_up(access(wire)) is not None
    wire.begin(TOKEN_KEYS=new)
    assert wire.world.access.look_up(access(wire)) is not None  # sealed anew by the first key meanwhile


def test_no_token_stands_in_the_store_or_the_log(
    wire: Wire, ana: Person, popup: Popup, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("urllib3").setLevel(logging.INFO)  # the test's own browser talks of addresses
    popup.decide(popup.open(link_of(ana, "Connect Sheets")))
    token = access(wire)
    query = given(popup.back)
    secrets = (token, "1//play-", "ya29.", query["code"], query["state"])
    lines = "\n".join(f"{record.getMessage()} {record.__dict__.get('line', '')}" for record in caplog.records)
    store = b"".join(path.read_bytes() for path in wire.folder.glob("store.db*"))
    for secret in secrets:
        assert secret not in lines
        assert secret.encode() not in store
