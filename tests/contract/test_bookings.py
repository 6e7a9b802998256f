"""Calendly before a server that answers what it is told to: a name, or an error with its mend."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from addon.adapters.calendly import LONGEST_WAIT, Calendly
from addon.errors import AssistantError, Rejected, Unavailable
from tests.fakes.clock import FakeClock
from tests.flow.door import Door


class Server:
    """Gives every request one answer and keeps who asked for what."""

    def __init__(self) -> None:
        self.door = Door()
        self.door.app = self._answer
        self.asked: list[tuple[str, str]] = []
        self.clock = FakeClock()
        self.gives("200 OK", {"resource": {"name": "Nordwind Sales", "email": "ana@nordwind.example"}})

    def gives(self, status: str, body: Any = "", **headers: str) -> None:
        self.status, self.headers = status, [(name.replace("_", "-"), value) for name, value in headers.items()]
        self.body = body if isinstance(body, bytes) else json.dumps(body).encode()

    @property
    def bookings(self) -> Calendly:
        return Calendly("a-key", f"{self.door.origin}/", self.clock, timeout_seconds=5)

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        self.asked.append((environ["PATH_INFO"], environ.get("HTTP_AUTHORIZATION", "")))
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
    return served


def refusal(server: Server) -> AssistantError:
    with pytest.raises(AssistantError) as raised:
        server.bookings.account()
    assert "a-key" not in raised.value.message
    return raised.value


def test_the_account_is_the_name_behind_the_key(server: Server) -> None:
    server.gives("200 OK", {"resource": {"name": " Nordwind Sales ", "email": "ana@nordwind.example"}})
    assert server.bookings.account() == "Nordwind Sales"
    assert server.asked == [("/users/me", "Bearer a-key")]


@pytest.mark.parametrize(
    ("status", "kind", "reason"),
    [
        ("401 Unauthorized", Rejected, "bad_key"),
        ("403 Forbidden", Rejected, "bad_key"),
        ("404 Not Found", Rejected, "refused"),
        ("302 Found", Rejected, "refused"),
        ("408 Request Timeout", Unavailable, "server_error"),
        ("429 Too Many Requests", Unavailable, "rate_limited"),
        ("500 Internal Server Error", Unavailable, "server_error"),
    ],
)
def test_a_refusal_is_told_and_asked_once(server: Server, status: str, kind: type[AssistantError], reason: str) -> None:
    server.gives(status, {"title": "x", "message": "y"}, Location=f"{server.door.origin}/elsewhere")
    error = refusal(server)
    assert (type(error), error.reason, len(server.asked)) == (kind, reason, 1)


@pytest.mark.parametrize(("hint", "wait"), [("30", timedelta(seconds=30)), ("9" * 20, LONGEST_WAIT), ("soon", None)])
def test_a_limit_says_until_when(server: Server, hint: str, wait: timedelta | None) -> None:
    server.gives("429 Too Many Requests", {}, Retry_After=hint)
    error = refusal(server)
    assert isinstance(error, Unavailable)
    assert error.retry_at == (server.clock.now() + wait if wait else None)


@pytest.mark.parametrize("body", [b"<html>", b"\xff\xfe", [], {}, {"resource": []}, {"resource": {"name": 3}}, None])
def test_an_answer_that_makes_no_sense_is_later(server: Server, body: Any) -> None:
    server.gives("200 OK", body)
    assert refusal(server).reason == "unreadable"


def test_nobody_at_the_door_is_later() -> None:
    assert isinstance(_silence(), Unavailable)


def _silence() -> AssistantError:
    with pytest.raises(AssistantError) as raised:
        Calendly("a-key", "http://127.0.0.1:9", FakeClock(), timeout_seconds=1).account()
    return raised.value
