"""Who is not Google, or brings no user Google vouches for, gets 401 and nothing else happens."""

from __future__ import annotations

import base64
import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from playground.cast import ADDON_CLIENT_ID, ADDON_SERVICE_ACCOUNT, CAST, TASKS_SERVICE_ACCOUNT
from playground.keys import Keys
from tests.cast import lead_rows
from tests.flow.post import event, post, system_token
from tests.flow.wire import Wire

PATHS = ("/addon/actions/score.start", "/addon/sheets/home", "/addon/settings", "/tasks/tick", "/tasks/run")
Forge = Callable[[Wire, str, str, Path], str | None]


def claims(account: str, audience: str, **bent: object) -> dict[str, object]:
    return {"aud": audience, "sub": "42", "email": account, "email_verified": True, **bent}


def tampered(token: str) -> str:
    head, body, signature = token.split(".")
    inner = json.loads(base64.urlsafe_b64decode(body + "=="))
    forged = base64.urlsafe_b64encode(json.dumps(inner | {"sub": "43"}).encode()).rstrip(b"=").decode()
    return f"{head}.{forged}.{signature}"


def unsigned(token: str) -> str:
    head = base64.urlsafe_b64encode(b'{"alg":"none","typ":"JWT"}').rstrip(b"=").decode()
    return f"{head}.{token.split('.')[1]}."


# Each makes a token out of: the wire, the right service account, the right audience, a folder.
FORGED: dict[str, Forge] = {
    "missing": lambda wire, account, url, folder: None,
    "rubbish": lambda wire, account, url, folder: "x.y.z",
    "expired": lambda wire, account, url, folder: wire.world.keys.sign(
        claims(account, url, iat=int(time.time()) - 7200, exp=int(time.time()) - 3600)
    ),
    "foreign key": lambda wire, account, url, folder: Keys(folder).sign(claims(account, url)),
    "another audience": lambda wire, account, url, folder: wire.world.keys.sign(claims(account, url + "x")),
    "another issuer": lambda wire, account, url, folder: wire.world.keys.sign(
        claims(account, url, iss="https://evil.example")
    ),
    "another account": lambda wire, account, url, folder: wire.world.keys.sign(
        claims("anybody@project.iam.gserviceaccount.com", url)
    ),
    "each other's account": lambda wire, account, url, folder: wire.world.keys.sign(
        claims({ADDON_SERVICE_ACCOUNT: TASKS_SERVICE_ACCOUNT}.get(account, ADDON_SERVICE_ACCOUNT), url)
    ),
    "unverified address": lambda wire, account, url, folder: wire.world.keys.sign(
        claims(account, url, email_verified=False)
    ),
    "tampered": lambda wire, account, url, folder: tampered(wire.world.keys.sign(claims(account, url))),
    "unsigned": lambda wire, account, url, folder: unsigned(wire.world.keys.sign(claims(account, url))),
}


def stored(wire: Wire) -> list[str]:
    """Return everything in the store."""
    with closing(sqlite3.connect(wire.folder / "store.db")) as store:
        return list(store.iterdump())


def refused(wire: Wire, path: str, body: object, token: str | None) -> None:
    before = stored(wire), wire.calls("sheets"), wire.calls("gemini")
    answer = post(wire, path, body, token)
    assert (answer.status_code, answer.content) == (401, b"")
    assert (stored(wire), wire.calls("sheets"), wire.calls("gemini")) == before


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_token_that_is_not_googles_for_us_does_nothing(wire: Wire, forge: Forge, tmp_path: Path) -> None:
    ana = wire.sheet(lead_rows(2))
    for path in PATHS:
        account = TASKS_SERVICE_ACCOUNT if path.startswith("/tasks") else ADDON_SERVICE_ACCOUNT
        refused(wire, path, event(wire, ana.file), forge(wire, account, wire.addon.origin + path, tmp_path))
    assert not wire.grid(ana.file).own


def test_a_user_google_does_not_vouch_for_does_nothing(wire: Wire, tmp_path: Path) -> None:
    ana = wire.sheet(lead_rows(2))
    path = "/addon/actions/score.start"
    keys, user = wire.world.keys, CAST["ana"]
    good = keys.user_token(user)
    forged = [
        "", "x", tampered(good), unsigned(good), Keys(tmp_path).user_token(user),
        keys.user_token(user, "another-client.apps.example"), system_token(wire, path),
        keys.sign({"aud": ADDON_CLIENT_ID, "sub": "1001", "exp": 1}),
    ]  # fmt: skip
    for token in forged:
        body = event(wire, ana.file)
        body["authorizationEventObject"]["userIdToken"] = token
        refused(wire, path, body, system_token(wire, path))


def test_the_same_requests_with_the_right_tokens_do_something(wire: Wire) -> None:
    """Without this, everything above would pass on a server that refuses everybody."""
    ana = wire.sheet(lead_rows(2))
    path = "/addon/actions/score.start"
    before = stored(wire)
    answer = post(wire, path, event(wire, ana.file), system_token(wire, path))
    assert answer.status_code == 200
    assert stored(wire) != before
    assert wire.grid(ana.file).own
    tick = wire.world.keys.service_token(TASKS_SERVICE_ACCOUNT, wire.addon.origin + "/tasks/tick")
    assert post(wire, "/tasks/tick", {}, tick).json()["leased"] == 0
