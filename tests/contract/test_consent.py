"""Consent, kept by the fake and by Google's adapter before the playground: who consents, to what, and what ends it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

import pytest
import requests

from addon.accounts.grant_model import ConsentAsk, GrantKind
from addon.adapters.oauth import MAX_BODY, Client, Endpoints, GoogleConsent
from addon.errors import AssistantError, Rejected, Unavailable
from addon.lib.clock import real_now
from addon.ports import Consent
from addon.web.keyring import Keyring
from playground import app as playground_app
from playground import world as playground_world
from playground.cast import GMAIL_CLIENT, SHEETS_CLIENT
from tests.fakes.consent import FakeConsent
from tests.fakes.google_tokens import FakeCertificates, key
from tests.flow.door import Door

ADDON = "https://assistant.example"
SCOPES = ("https://www.googleapis.com/auth/spreadsheets", "openid", "email")
CLIENTS = {
    GrantKind.GMAIL: Client(GMAIL_CLIENT.id, GMAIL_CLIENT.secret),
    GrantKind.SHEETS: Client(SHEETS_CLIENT.id, SHEETS_CLIENT.secret),
}


def ask_of(kind: GrantKind = GrantKind.SHEETS, **changed: Any) -> ConsentAsk:
    made: dict[str, Any] = {
        "kind": kind, "scopes": SCOPES, "state": "a-state", "verifier": "v" * 64,
        "redirect_uri": f"{ADDON}/oauth/{kind}/callback", "login_hint": "ana@nordwind.example",
    }  # fmt: skip
    return ConsentAsk(**made | changed)


class Subject(Protocol):
    """A consent and how a person answers it."""

    @property
    def consent(self) -> Consent:
        """What is asked."""

    def allow(self, ask: ConsentAsk) -> str:
        """Let Ana tick every box and return the code."""


@dataclass
class InMemory:
    consent: FakeConsent

    def allow(self, ask: ConsentAsk) -> str:
        self.consent.url(ask)
        return self.consent.answer(ask, "1001", "ana@nordwind.example")


@dataclass
class BeforeThePlayground:
    consent: GoogleConsent

    def allow(self, ask: ConsentAsk) -> str:
        page = requests.get(self.consent.url(ask), timeout=20)
        [form_key] = set(re.findall(r'name="key" value="([^"]+)"', page.text))
        form = {"key": form_key, "user": "ana", "scope": re.findall(r'name="scope" value="([^"]+)"', page.text)}
        back = requests.post(page.url.partition("?")[0], data=form, timeout=20, allow_redirects=False)
        given = parse_qs(urlsplit(back.headers["Location"]).query)
        assert given["state"] == [ask.state]
        return given["code"][0]


@pytest.fixture(scope="module")
def google(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GoogleConsent]:
    folder, door = tmp_path_factory.mktemp("google"), Door()
    world = playground_world.create(addon=ADDON, data=Path(folder), clock_file=Path(folder) / "clock")
    door.app = playground_app.create_app(world)
    yield GoogleConsent(CLIENTS, _endpoints(door.origin), lambda key_id: world.keys.certificates().get(key_id))
    door.close()


@pytest.fixture(params=["fake", "google"])
def subject(request: pytest.FixtureRequest, google: GoogleConsent) -> Subject:
    return InMemory(FakeConsent()) if request.param == "fake" else BeforeThePlayground(google)


def _endpoints(origin: str) -> Endpoints:
    return Endpoints(auth=f"{origin}/o/oauth2/v2/auth", token=f"{origin}/token", revoke=f"{origin}/revoke")


def refusal(act: Callable[[], object]) -> AssistantError:
    with pytest.raises(AssistantError) as raised:
        act()
    return raised.value


def test_a_code_tells_who_consented_to_what(subject: Subject) -> None:
    ask = ask_of()
    consented = subject.consent.exchange(ask, subject.allow(ask))
    assert (consented.sub, consented.email) == ("1001", "ana@nordwind.example")
    assert SCOPES[0] in consented.scopes
    assert consented.refresh_token
    assert timedelta(minutes=55) < consented.access.expires_at - real_now() <= timedelta(hours=1)


def test_a_code_is_good_once_and_for_its_own_visit(subject: Subject) -> None:
    ask = ask_of()
    code = subject.allow(ask)
    other = ask_of(verifier="w" * 64)
    assert refusal(lambda: subject.consent.exchange(other, code)).reason == "invalid_grant"
    code = subject.allow(ask)
    subject.consent.exchange(ask, code)
    assert refusal(lambda: subject.consent.exchange(ask, code)).reason == "invalid_grant"


def test_a_refresh_token_is_good_for_its_own_client_only(subject: Subject) -> None:
    ask = ask_of()
    refresh = subject.consent.exchange(ask, subject.allow(ask)).refresh_token
    first, second = (subject.consent.refresh(GrantKind.SHEETS, refresh).token for _ in range(2))
    assert first != second
    assert refusal(lambda: subject.consent.refresh(GrantKind.GMAIL, refresh)).reason == "invalid_grant"


def test_what_was_revoked_is_over_and_may_be_revoked_again(subject: Subject) -> None:
    ask = ask_of()
    refresh = subject.consent.exchange(ask, subject.allow(ask)).refresh_token
    for _ in range(2):
        subject.consent.revoke(GrantKind.SHEETS, refresh)
    error = refusal(lambda: subject.consent.refresh(GrantKind.SHEETS, refresh))
    assert (type(error), error.reason) == (Rejected, "invalid_grant")


def test_google_is_asked_for_offline_access_by_pkce_and_for_nothing_more(google: GoogleConsent) -> None:
    asked = {name: value[0] for name, value in parse_qs(urlsplit(google.url(ask_of())).query).items()}
    challenge = asked.pop("code_challenge")
    assert asked == {
        "client_id": SHEETS_CLIENT.id, "redirect_uri": f"{ADDON}/oauth/sheets/callback", "response_type": "code",
        "scope": " ".join(SCOPES), "access_type": "offline", "prompt": "consent", "include_granted_scopes": "false",
        "state": "a-state", "code_challenge_method": "S256", "login_hint": "ana@nordwind.example",
    }  # fmt: skip
    assert challenge != "v" * 64


class Server:
    """Gives every request one answer, and keeps what was asked."""

    def __init__(self) -> None:
        self.door = Door()
        self.door.app = self._answer
        self.asked: list[str] = []
        self.certificates = FakeCertificates()
        self.patience = 5.0
        self.gives("200 OK", {})

    def gives(self, status: str, body: Any, **headers: str) -> None:
        self.status, self.headers = status, list(headers.items())
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()

    @property
    def consent(self) -> GoogleConsent:
        certificate_of = Keyring(self.certificates).certificate
        return GoogleConsent(CLIENTS, _endpoints(self.door.origin), certificate_of, timeout_seconds=self.patience)

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked.append(environ["PATH_INFO"])
        start_response(self.status, [("Content-Length", str(len(self.body))), *self.headers])
        return [self.body]


@pytest.fixture(scope="module")
def served() -> Iterator[Server]:
    server = Server()
    yield server
    server.door.close()


@pytest.fixture
def server(served: Server) -> Server:
    served.asked.clear()
    served.door.quieten()
    served.certificates.is_down, served.patience = False, 5.0
    return served


@pytest.mark.parametrize(
    ("status", "body", "kind", "reason"),
    [
        ("400 Bad Request", {"error": "invalid_grant"}, Rejected, "invalid_grant"),
        ("400 Bad Request", {"error": "invalid_grant", "error_subtype": "invalid_rapt"}, Rejected, "invalid_grant"),
        ("401 Unauthorized", {"error": "invalid_client"}, Rejected, "bad_client"),
        ("400 Bad Request", {"error": "unauthorized_client"}, Rejected, "bad_client"),
        ("400 Bad Request", {"error": "invalid_scope"}, Rejected, "refused"),
        ("400 Bad Request", {"error": "internal_failure"}, Unavailable, "server_error"),
        ("400 Bad Request", {"error": "temporarily_unavailable"}, Unavailable, "server_error"),
        ("400 Bad Request", {"error": ["a", "list"]}, Rejected, "refused"),
        ("403 Forbidden", b"<html>", Rejected, "refused"),
        ("302 Found", b"", Rejected, "refused"),
        ("429 Too Many Requests", {"error": "rate_limit_exceeded"}, Unavailable, "server_error"),
        ("500 Internal Server Error", {"error": "invalid_grant"}, Unavailable, "server_error"),
        ("503 Service Unavailable", b"", Unavailable, "server_error"),
        ("200 OK", b"not json", Unavailable, "unreadable"),
        ("200 OK", [], Unavailable, "unreadable"),
        ("200 OK", {"access_token": 5}, Unavailable, "unreadable"),
    ],
)
def test_a_refusal_is_told_and_asked_once(
    server: Server, status: str, body: Any, kind: type[AssistantError], reason: str
) -> None:
    server.gives(status, body, Location=f"{server.door.origin}/elsewhere")
    error = refusal(lambda: server.consent.refresh(GrantKind.GMAIL, "1//a-refresh-token"))
    assert (type(error), error.reason) == (kind, reason)
    assert server.asked == ["/token"]
    assert "1//" not in error.message


def test_a_server_that_breaks_off_is_asked_once(server: Server) -> None:
    server.patience = 0.3
    server.door.before = lambda method, path: server.asked.append(path) or _hang_up()  # type: ignore[func-returns-value]
    error = refusal(lambda: server.consent.refresh(GrantKind.GMAIL, "1//a-refresh-token"))
    assert (type(error), error.reason) == (Unavailable, "no_answer")
    assert server.asked == ["/token"]


def _hang_up() -> None:
    raise ConnectionResetError


def test_an_answer_without_end_is_not_read_to_its_end(server: Server) -> None:
    server.gives("200 OK", b'{"access_token": "' + b"x" * (2 * MAX_BODY))
    assert refusal(lambda: server.consent.refresh(GrantKind.GMAIL, "1//t")).reason == "unreadable"


@pytest.mark.parametrize("seconds", [None, "3599", -5, 0, 1e9, True, []])
def test_a_lifetime_that_is_odd_is_taken_for_an_hour_at_most(server: Server, seconds: Any) -> None:
    server.gives("200 OK", {"access_token": "ya29.x", "expires_in": seconds})
    found = server.consent.refresh(GrantKind.GMAIL, "1//t")
    assert timedelta(0) < found.expires_at - real_now() <= timedelta(hours=1)


def claims(**bent: Any) -> dict[str, Any]:
    now = int(real_now().timestamp())
    return {
        "iss": "https://accounts.google.com", "aud": SHEETS_CLIENT.id, "sub": "1001", "iat": now, "exp": now + 3600,
        "email": "ana@nordwind.example", "email_verified": True,
    } | bent  # fmt: skip


def answer(id_token: str) -> dict[str, Any]:
    return {"access_token": "ya29.x", "expires_in": 3599, "scope": "a b", "refresh_token": "1//r", "id_token": id_token}


def test_an_unverified_address_is_no_address(server: Server) -> None:
    server.gives("200 OK", answer(key().token(claims(email_verified=False))))
    consented = server.consent.exchange(ask_of(), "4/x")
    assert (consented.sub, consented.email, consented.scopes) == ("1001", "", ("a", "b"))


@pytest.mark.parametrize(
    "token",
    [
        "", "x", "a.b.c",
        *(
            key().token(claims(**bent))
            for bent in (
                {"aud": GMAIL_CLIENT.id}, {"iss": "https://evil.example"}, {"sub": ""}, {"sub": 5},
                {"exp": 1_000}, {"iat": int(real_now().timestamp()) + 600},
            )
        ),
        key().token(claims(), {"alg": "none"}),
        key().token(claims(), {"kid": "another"}),
        key().token(claims(), {"kid": 7}),
        key("stranger").token(claims(), {"kid": "key-1"}),
    ],
)  # fmt: skip
def test_an_id_token_that_is_not_googles_for_this_client_connects_nobody(server: Server, token: str) -> None:
    server.gives("200 OK", answer(token))
    error = refusal(lambda: server.consent.exchange(ask_of(), "4/x"))
    assert (type(error), error.reason) == (Rejected, "refused")


def test_without_certificates_nobody_is_believed_or_refused(server: Server) -> None:
    server.certificates.is_down = True
    server.gives("200 OK", answer(key().token(claims())))
    assert type(refusal(lambda: server.consent.exchange(ask_of(), "4/x"))) is Unavailable


def test_a_client_without_a_secret_is_not_ready() -> None:
    clients = {GrantKind.GMAIL: Client("id", ""), GrantKind.SHEETS: Client("id", "secret")}
    consent = GoogleConsent(clients, _endpoints("http://127.0.0.1:9"), lambda key_id: None)
    assert [consent.is_ready(kind) for kind in GrantKind] == [False, True]
