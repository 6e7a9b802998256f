"""Google's OAuth endpoints: certificates, consent, codes with PKCE, refresh, revocation."""

from __future__ import annotations

import base64
import hashlib
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from google.auth import jwt

from playground.cast import GMAIL_CLIENT, SHEETS_CLIENT

SPREADSHEETS = "https://www.googleapis.com/auth/spreadsheets"
EMAIL = "https://www.googleapis.com/auth/userinfo.email"
VERIFIER = "v" * 43
CHALLENGE = base64.urlsafe_b64encode(hashlib.sha256(VERIFIER.encode()).digest()).rstrip(b"=").decode()


def ask(world, **changes) -> dict:
    return {
        "client_id": SHEETS_CLIENT.id,
        "redirect_uri": world.addon + SHEETS_CLIENT.redirect_path,
        "response_type": "code",
        "scope": f"openid email {SPREADSHEETS}",
        "access_type": "offline",
        "state": "s-1",
        "code_challenge": CHALLENGE,
        "code_challenge_method": "S256",
        "login_hint": "marco@nordwind.example",
    } | changes


def consent(client, given: dict, user="marco", scopes=(EMAIL, SPREADSHEETS)) -> dict:
    """Ask, answer the page, and return the query the browser brings back."""
    page = client.get("/o/oauth2/v2/auth", query_string=given)
    key = re.search(r'name="key" value="([^"]+)"', page.text)[1]
    answer = client.post("/o/oauth2/v2/auth", data={"key": key, "user": user, "scope": list(scopes)})
    assert answer.status_code == 303
    assert answer.location.startswith(given["redirect_uri"] + "?")
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.location).query).items()}


def redeem(client, world, issued: str, **changes):
    form = {
        "grant_type": "authorization_code",
        "code": issued,
        "client_id": SHEETS_CLIENT.id,
        "client_secret": SHEETS_CLIENT.secret,
        "redirect_uri": world.addon + SHEETS_CLIENT.redirect_path,
        "code_verifier": VERIFIER,
    }
    return client.post("/token", data=form | changes)


def refresh(client, token: str, **changes):
    form = {
        "grant_type": "refresh_token",
        "refresh_token": token,
        "client_id": SHEETS_CLIENT.id,
        "client_secret": SHEETS_CLIENT.secret,
    }
    return client.post("/token", data=form | changes)


def test_certificates_may_be_kept_and_fetches_are_counted(client, world):
    answer = client.get("/oauth2/v1/certs")
    client.get("/oauth2/v1/certs")
    assert answer.json == world.keys.certificates()
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert world.calls.of("oauth", "certs") == 2


def test_a_browser_is_told_in_a_page_what_is_wrong_with_an_ask(client, world):
    wrong = ask(world, redirect_uri="https://evil.example/<script>")
    answer = client.get("/o/oauth2/v2/auth", query_string=wrong, headers={"Accept": "text/html, */*;q=0.8"})
    assert answer.status_code == 400
    assert "Error 400: redirect_uri_mismatch" in answer.text
    assert "<script>" not in answer.text


def test_what_belongs_to_signing_in_is_not_refused_alone(client, world):
    page = client.get("/o/oauth2/v2/auth", query_string=ask(world)).text
    assert f'type="checkbox" name="scope" value="{SPREADSHEETS}"' in page
    assert f'type="hidden" name="scope" value="{EMAIL}"' in page


def test_the_whole_flow(client, world):
    back = consent(client, ask(world))
    assert back["state"] == "s-1"
    assert back["scope"].split() == ["openid", EMAIL, SPREADSHEETS]
    answer = redeem(client, world, back["code"]).json
    assert answer["token_type"] == "Bearer"
    assert answer["expires_in"] == 3599
    token = world.access.look_up(answer["access_token"])
    assert (token.user, token.client_id) == ("marco", SHEETS_CLIENT.id)
    assert SPREADSHEETS in token.scopes
    claims = jwt.decode(answer["id_token"], certs=world.keys.certificates(), audience=SHEETS_CLIENT.id)
    assert claims["sub"] == "1002"
    again = refresh(client, answer["refresh_token"]).json
    assert world.access.look_up(again["access_token"]).scopes == token.scopes
    assert "refresh_token" not in again
    assert client.post("/revoke", data={"token": answer["refresh_token"]}).status_code == 200
    refused = refresh(client, answer["refresh_token"])
    assert (refused.status_code, refused.json["error"]) == (400, "invalid_grant")
    assert world.access.look_up(again["access_token"]) is None
    assert client.post("/revoke", data={"token": answer["refresh_token"]}).json["error"] == "invalid_token"


def test_the_page_offers_the_hinted_account_and_every_scope(client, world):
    page = client.get("/o/oauth2/v2/auth", query_string=ask(world)).text
    assert re.search(r'value="marco" checked', page)
    assert SPREADSHEETS in page
    assert EMAIL in page
    assert 'value="openid"' not in page


def test_hostile_parameters_are_text_on_the_page(client, world):
    page = client.get("/o/oauth2/v2/auth", query_string=ask(world, scope='"><script>x</script>')).text
    assert "<script>" not in page


def test_the_user_may_tick_less(client, world):
    back = consent(client, ask(world), scopes=[EMAIL])
    assert SPREADSHEETS not in back["scope"]
    assert SPREADSHEETS not in redeem(client, world, back["code"]).json["scope"]


def test_the_user_may_refuse(client, world):
    assert consent(client, ask(world), scopes=[]) == {"state": "s-1", "error": "access_denied"}


def test_scopes_never_asked_cannot_be_ticked(client, world):
    back = consent(client, ask(world), scopes=[SPREADSHEETS, "https://mail.google.com/"])
    assert "mail.google.com" not in back["scope"]


def test_without_offline_there_is_no_refresh_token(client, world):
    back = consent(client, ask(world, access_type="online"))
    assert "refresh_token" not in redeem(client, world, back["code"]).json


@pytest.mark.parametrize(
    "changes",
    [
        {"client_id": "nobody"},
        {"redirect_uri": "https://evil.example/oauth/sheets/callback"},
        {"client_id": GMAIL_CLIENT.id},
        {"response_type": "token"},
        {"scope": ""},
        {"code_challenge_method": "MD5"},
    ],
)
def test_an_ask_that_does_not_fit_never_redirects(client, world, changes):
    answer = client.get("/o/oauth2/v2/auth", query_string=ask(world, **changes))
    assert answer.status_code in (400, 401)
    assert "error" in answer.json


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "made-up"},
        {"code_verifier": "w" * 43},
        {"code_verifier": ""},
        {"redirect_uri": "https://evil.example/"},
        {"client_id": GMAIL_CLIENT.id, "client_secret": GMAIL_CLIENT.secret},
    ],
)
def test_a_code_is_good_for_its_own_ask_only(client, world, changes):
    code = consent(client, ask(world))["code"]
    answer = redeem(client, world, code, **changes)
    assert (answer.status_code, answer.json["error"]) == (400, "invalid_grant")


def test_a_code_is_good_once(client, world):
    code = consent(client, ask(world))["code"]
    assert redeem(client, world, code).status_code == 200
    assert redeem(client, world, code).json["error"] == "invalid_grant"


def test_an_answered_page_cannot_be_answered_again(client):
    assert client.post("/o/oauth2/v2/auth", data={"key": "made-up", "user": "ana"}).status_code == 400


def test_a_client_must_know_its_secret(client, world):
    code = consent(client, ask(world))["code"]
    answer = redeem(client, world, code, client_secret="guess")
    assert (answer.status_code, answer.json["error"]) == (401, "invalid_client")


def test_basic_authentication_and_unknown_grants(client):
    basic = base64.b64encode(f"{SHEETS_CLIENT.id}:{SHEETS_CLIENT.secret}".encode()).decode()
    answer = client.post("/token", data={"grant_type": "password"}, headers={"Authorization": f"Basic {basic}"})
    assert answer.json["error"] == "unsupported_grant_type"
    assert client.post("/token", headers={"Authorization": "Basic %"}).status_code == 401


def test_another_client_cannot_refresh(client, world):
    token = world.access.mint_refresh("ana", GMAIL_CLIENT.id, [EMAIL])
    assert refresh(client, token).json["error"] == "invalid_grant"


# --- trouble ---------------------------------------------------------------------------------------------------------
def trouble(client, **asked):
    assert client.post("/play/faults", json={"api": "oauth", "method": "token", **asked}).status_code == 200


def test_a_grant_dies_on_request_once(client, world):
    kept = redeem(client, world, consent(client, ask(world))["code"]).json["refresh_token"]
    trouble(client, kind="invalid_grant")
    answer = refresh(client, kept)
    assert (answer.status_code, answer.json["error"]) == (400, "invalid_grant")
    assert refresh(client, kept).status_code == 200
    assert world.calls.of("oauth", "token") == 3


@pytest.mark.parametrize(
    ("kind", "status", "error"), [("400", 400, "invalid_request"), ("401", 401, "invalid_client"),
    ("429", 429, "rate_limit_exceeded"), ("503", 503, "internal_failure")],
)  # fmt: skip
def test_trouble_of_the_token_endpoint_has_oauths_shape(client, world, kind, status, error):
    trouble(client, kind=kind)
    answer = refresh(client, "any")
    assert (answer.status_code, answer.json["error"]) == (status, error)


def test_a_code_whose_answer_was_lost_is_used_up(client, world):
    given = consent(client, ask(world))["code"]
    trouble(client, kind="503_after")
    assert redeem(client, world, given).status_code == 503
    assert redeem(client, world, given).json["error"] == "invalid_grant"


def test_revoking_may_fail_and_works_the_next_time(client, world):
    kept = redeem(client, world, consent(client, ask(world))["code"]).json["refresh_token"]
    trouble(client, method="revoke", kind="503")
    assert client.post("/revoke", data={"token": kept}).status_code == 503
    assert refresh(client, kept).status_code == 200
    assert client.post("/revoke", data={"token": kept}).status_code == 200
