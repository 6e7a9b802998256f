"""Who may open what, with which token, for how long."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from playground.access import TOKEN_LIFE, Access
from playground.cast import ADDON_CLIENT_ID, SHEETS_CLIENT

DRIVE_FILE = "https://www.googleapis.com/auth/drive.file"
SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets"
FILE = "file-1"


@pytest.fixture
def access():
    return Access()


def token(access, user="ana", client=ADDON_CLIENT_ID, scopes=(DRIVE_FILE,)):
    return access.look_up(access.mint(user, client, scopes))


def test_a_token_says_whose_it_is_and_lives_an_hour(access):
    found = token(access)
    assert (found.user, found.client_id, found.scopes) == ("ana", ADDON_CLIENT_ID, {DRIVE_FILE})
    left = found.expires_at - datetime.now(UTC)
    assert TOKEN_LIFE - timedelta(minutes=1) < left <= TOKEN_LIFE == timedelta(hours=1)


def test_bearers_look_like_googles_and_differ(access):
    bearers = {access.mint("ana", ADDON_CLIENT_ID, [DRIVE_FILE]) for _ in range(3)}
    assert len(bearers) == 3
    assert all(bearer.startswith("ya29.play-") for bearer in bearers)


def test_unknown_and_expired_tokens_are_nobodys(access):
    bearer = access.mint("ana", ADDON_CLIENT_ID, [DRIVE_FILE])
    assert access.look_up("ya29.play-made-up") is None
    assert access.expire_tokens() == 1
    assert access.look_up(bearer) is None


def test_drive_file_opens_what_this_user_granted_to_this_client(access):
    access.grant("ana", FILE)
    assert access.may_open(token(access), FILE)
    assert not access.may_open(token(access), "file-2")
    assert not access.may_open(token(access, "marco"), FILE)
    assert not access.may_open(token(access, client=SHEETS_CLIENT.id), FILE)
    assert not access.may_open(token(access, scopes=["https://www.googleapis.com/auth/userinfo.email"]), FILE)
    access.withdraw("ana", FILE)
    assert not access.may_open(token(access), FILE)


def test_the_spreadsheets_scope_opens_what_is_shared_with_the_user(access):
    assert access.may_open(token(access, scopes=[SPREADSHEETS]), FILE)
    access.share(FILE, ["marco"])
    assert not access.may_open(token(access, scopes=[SPREADSHEETS]), FILE)
    assert access.may_open(token(access, "marco", scopes=[SPREADSHEETS]), FILE)


def test_a_grant_ends_with_the_share(access):
    access.grant("ana", FILE)
    access.share(FILE, ["marco"])
    assert not access.may_open(token(access), FILE)


@pytest.mark.parametrize("kind", ["refresh", "access"])
def test_revoking_ends_everything_between_user_and_client(access, kind):
    refresh = access.mint_refresh("ana", SHEETS_CLIENT.id, [SPREADSHEETS])
    bearer = access.mint("ana", SHEETS_CLIENT.id, [SPREADSHEETS])
    others = access.mint("marco", SHEETS_CLIENT.id, [SPREADSHEETS])
    assert access.revoke(refresh if kind == "refresh" else bearer)
    assert access.look_up(bearer) is None
    assert access.look_up_refresh(refresh) is None
    assert access.look_up(others) is not None
    assert not access.revoke(refresh)


def test_consents_are_kept_in_the_order_asked(access):
    asked = [DRIVE_FILE, SPREADSHEETS]
    assert access.consented("ana", asked) == asked
    access.consent("ana", [SPREADSHEETS])
    assert access.consented("ana", asked) == [SPREADSHEETS]
    access.consent("ana", None)
    assert access.consented("ana", asked) == asked


def test_grants_and_refresh_tokens_survive_a_restart_and_access_tokens_do_not(tmp_path):
    path = tmp_path / "access.json"
    access = Access(path)
    access.grant("ana", FILE)
    access.share(FILE, ["ana", "marco"])
    access.consent("ana", [DRIVE_FILE])
    refresh = access.mint_refresh("ana", SHEETS_CLIENT.id, [SPREADSHEETS])
    bearer = access.mint("ana", ADDON_CLIENT_ID, [DRIVE_FILE])
    assert path.stat().st_mode & 0o777 == 0o600
    again = Access(path)
    assert again.grants() == [{"user": "ana", "client": ADDON_CLIENT_ID, "file": FILE}]
    assert not again.can_see("ines", FILE)
    assert again.consented("ana", [DRIVE_FILE, SPREADSHEETS]) == [DRIVE_FILE]
    assert again.look_up_refresh(refresh) == access.look_up_refresh(refresh) is not None
    assert again.look_up(bearer) is None
    again.reset()
    assert Access(path).grants() == []
