"""What Gmail pushes: let in by its token alone, acknowledged whatever it says, and never more than a wake-up."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.app import create_app
from addon.errors import Unavailable
from addon.services import Services
from addon.web.hooks import address_of
from addon.web.keyring import Keyring
from addon.web.verify import Verifier
from playground import gmail_push
from playground.calls import Calls
from playground.cast import PUBSUB_SERVICE_ACCOUNT, PUBSUB_TOPIC
from playground.faults import Faults
from playground.gmail_store import Mailboxes
from tests.cast import ANA
from tests.fakes import configuration as configurations
from tests.fakes import google_tokens as google
from tests.fakes.clock import FakeClock
from tests.fakes.google_tokens import LEFT_OUT, FakeCertificates
from tests.playground.fake_addon import serving

PATH, BASE = "/hooks/gmail", configurations.BASE_URL
ACCOUNT, TOPIC = "pubsub@my-project.iam.gserviceaccount.com", "projects/my-project/topics/gmail"


class FakePushes:
    """Takes note of whose news came; knows Ana."""

    def __init__(self) -> None:
        self.received_of: list[str] = []
        self.trouble: Exception | None = None

    def received(self, address: str) -> bool:
        if self.trouble:
            raise self.trouble
        self.received_of.append(address)
        return address == ANA.email


class FakeServices:
    """All that the hook needs."""

    def __init__(self) -> None:
        self.pushes = FakePushes()


class Door:
    """The application as Pub/Sub sees it."""

    def __init__(self, folder: Path, **bent: str) -> None:
        given_settings = {"GMAIL_PUBSUB_TOPIC": TOPIC, "PUBSUB_SERVICE_ACCOUNT": ACCOUNT} | bent
        config = configurations.laptop(folder, **given_settings)
        self.certificates = FakeCertificates()
        self.services = FakeServices()
        services = cast("Services", self.services)
        app = create_app(config, services, verifier=Verifier(config, Keyring(self.certificates)))
        self.client: FlaskClient = app.test_client()

    @property
    def received(self) -> list[str]:
        return self.services.pushes.received_of

    def push(self, body: Any = None, token: str | None = None) -> int:
        data = body if isinstance(body, bytes) else json.dumps(pushed() if body is None else body).encode()
        headers = {"Authorization": f"Bearer {token or good()}", "Content-Type": "application/json"}
        return self.client.post(PATH, data=data, headers=headers).status_code


def good(**bent: Any) -> str:
    return google.system_token(BASE, PATH, **{"email": ACCOUNT} | bent)


def pushed(told: Any = None, **bent: Any) -> dict[str, Any]:
    """Return a push as Pub/Sub writes it."""
    payload = {"emailAddress": ANA.email, "historyId": 9876543210} if told is None else told
    data = base64.b64encode(payload if isinstance(payload, bytes) else json.dumps(payload).encode()).decode()
    message = {"data": data, "messageId": "1", "message_id": "1", "publishTime": "2026-11-24T09:00:00Z"} | bent
    return {"message": message, "subscription": "projects/my-project/subscriptions/gmail"}


@pytest.fixture
def door(tmp_path: Path) -> Door:
    return Door(tmp_path)


def test_a_push_wakes_the_mailbox_it_names_and_a_doubled_one_does_no_harm(door: Door) -> None:
    assert (door.push(), door.push()) == (204, 204)
    assert door.received == [ANA.email, ANA.email]


def test_a_push_of_nobody_we_know_is_acknowledged(door: Door) -> None:
    assert door.push(pushed({"emailAddress": "x@y.example", "historyId": "1"})) == 204


WRONG: dict[str, dict[str, Any]] = {
    "another account": {"email": "pubsub@other-project.iam.gserviceaccount.com"},
    "the add-on's account": {"email": google.ADDON_ACCOUNT},
    "the tasks' account": {"email": google.TASKS_ACCOUNT},
    "our account in capitals": {"email": ACCOUNT.upper()},
    "no account": {"email": LEFT_OUT},
    "not verified": {"email_verified": False},
    "verified in words": {"email_verified": "true"},
    "another path": {"aud": f"{BASE}/tasks/tick"},
    "the bare address": {"aud": BASE},
    "another server": {"aud": f"https://attacker.example{PATH}"},
    "no audience": {"aud": LEFT_OUT},
    "another issuer": {"iss": "https://issuer.example"},
    "expired": {"iat": 1_000_000_000, "exp": 1_000_003_600},
}


@pytest.mark.parametrize("bent", WRONG.values(), ids=WRONG)
def test_a_token_with_a_wrong_claim_is_refused(door: Door, bent: dict[str, Any]) -> None:
    assert door.push(token=good(**bent)) == 401
    assert door.received == []


FORGED: dict[str, Callable[[], str]] = {
    "no token": lambda: " ",
    "nonsense": lambda: "a.b.c",
    "a user's": google.user_token,
    "a foreign key": lambda: google.key("foreign").token(google.system_claims(BASE, PATH, email=ACCOUNT)),
    "tampered": lambda: good()[:-8] + "AAAAAAAA",
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_token_is_refused(door: Door, forge: Callable[[], str]) -> None:
    assert door.push(token=forge()) == 401
    assert door.received == []


def test_without_a_header_nothing_happens(door: Door) -> None:
    assert door.client.post(PATH, json=pushed()).status_code == 401
    assert door.client.get(PATH).status_code == 405
    assert door.received == []


@pytest.mark.parametrize("account", ["", ACCOUNT])
def test_where_push_is_not_configured_there_is_no_such_page(tmp_path: Path, account: str) -> None:
    door = Door(tmp_path, GMAIL_PUBSUB_TOPIC="", PUBSUB_SERVICE_ACCOUNT=account)
    assert door.push() == 404
    assert door.push(token="nonsense") == 404
    assert door.received == []


def test_a_store_that_is_down_has_it_pushed_again(door: Door) -> None:
    door.services.pushes.trouble = Unavailable("down")
    assert door.push() == 503
    door.services.pushes.trouble = None
    assert door.push() == 204


def test_certificates_out_of_reach_have_it_pushed_again(door: Door) -> None:
    door.certificates.is_down = True
    assert door.push() == 503


HOSTILE: dict[str, Any] = {
    "nothing": b"",
    "no JSON": b"<html>",
    "half a body": b'{"message": {"data": "',
    "deep": b"[" * 100_000,
    "deep below": pushed(b"[" * 2_000),
    "bytes": bytes(range(256)),
    "null": b"null",
    "a list": [],
    "a number": 1,
    "an empty push": {},
    "message is text": {"message": "x"},
    "message is null": {"message": None},
    "no data": {"message": {}},
    "data is a number": pushed(data=1),
    "data is a list": pushed(data=["x"]),
    "data is empty": pushed(data=""),
    "data is no base64": pushed(data="🙂"),
    "data is cut": pushed(data="abc"),
    "data is long": pushed(b"x" * 100_000),
    "data is no JSON": pushed(b"ana@nordwind.example"),
    "data is not UTF-8": pushed(b"\xff\xfe\xfd"),
    "told is a list": pushed([]),
    "told is null": pushed(b"null"),
    "a number as address": pushed({"emailAddress": 1}),
    "a list as address": pushed({"emailAddress": ["x@y.example"]}),
    "no address": pushed({"historyId": 1}),
    "a blank address": pushed({"emailAddress": ""}),
    "no at": pushed({"emailAddress": "ana"}),
    "a long address": pushed({"emailAddress": "x" * 400 + "@y.example"}),
}


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_acknowledged_and_wakes_nobody(door: Door, body: Any) -> None:
    assert door.push(body) == 204
    assert door.received == []


@pytest.mark.parametrize(
    "address", ["../x@y", "a b@c\r\nX: y", "=1+1@x", "\u202eana@x.example", "\ud800@x.example", "ana\x00@x.example"]
)
def test_a_strange_address_is_looked_for_and_nothing_else(door: Door, address: str) -> None:
    assert door.push(pushed({"emailAddress": address})) == 204
    assert door.received == [address]


def test_a_push_of_too_many_bytes_is_acknowledged(door: Door) -> None:
    assert door.push(b" " * 20_000_000) == 204
    assert door.received == []


LEAVES = st.none() | st.booleans() | st.floats() | st.text(max_size=20)
NAMES = st.sampled_from(["message", "data", "emailAddress"])


@settings(max_examples=40)
@given(st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(NAMES, inner), max_leaves=5))
def test_what_is_no_push_names_nobody(body: Any) -> None:
    assert address_of(body) == address_of(pushed([body])) == address_of(pushed({"emailAddress": [body]})) == ""


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_address_gmail_names_is_taken_as_it_is(local: str, domain: str) -> None:
    assert address_of(pushed({"emailAddress": f"{local}@{domain}"})) == f"{local}@{domain}"


def test_either_alphabet_of_base64_is_read() -> None:
    told = json.dumps({"emailAddress": "ana?>~\u00ff@x.example"}, ensure_ascii=False).encode()
    plain, safe = base64.b64encode(told).decode(), base64.urlsafe_b64encode(told).decode()
    assert plain != safe
    assert address_of(pushed(data=plain)) == address_of(pushed(data=safe)) == "ana?>~\u00ff@x.example"


class Signer:
    """Signs as the playground's key would."""

    def service_token(self, email: str, audience: str) -> str:
        return google.key().token(google.system_claims("", "", aud=audience, email=email))


def test_what_the_playground_pushes_is_taken(tmp_path: Path) -> None:
    with serving() as addon:
        addon.say(PATH, b"", status=204)
        clock = FakeClock()
        store = Mailboxes(clock.now)
        pushes = gmail_push.Pushes(addon.url, Signer(), store, Faults(), Calls())
        pushes.tell(PUBSUB_TOPIC, ANA.email, str(store.of_user("ana").history_id))
        assert pushes.settle()
        door = Door(tmp_path, BASE_URL=addon.url, PUBSUB_SERVICE_ACCOUNT=PUBSUB_SERVICE_ACCOUNT)
        assert door.push(addon.last.event, addon.last.bearer) == 204
    assert door.received == [ANA.email]
