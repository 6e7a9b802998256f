"""What the stand-ins need of the world around them, and how each of them answers a call."""

from __future__ import annotations

import socket
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

import orjson
from flask import Response, request

from playground.google_errors import ApiError

if TYPE_CHECKING:
    from playground.calls import Calls
    from playground.faults import Faults
    from playground.files import Files
    from playground.gemini_modes import ModelSettings
    from playground.gmail_store import Mailboxes


class Token(Protocol):
    @property
    def user(self) -> str: ...
    @property
    def client_id(self) -> str: ...
    @property
    def scopes(self) -> frozenset[str]: ...
    @property
    def expires_at(self) -> datetime: ...


class Access(Protocol):
    def look_up(self, bearer: str) -> Token | None: ...
    def may_open(self, token: Any, file_id: str) -> bool: ...
    def grant(self, user: str, file_id: str, client_id: str = ...) -> None: ...


class Clock(Protocol):
    def now(self) -> datetime: ...


class World(Protocol):
    @property
    def files(self) -> Files: ...
    @property
    def access(self) -> Access: ...
    @property
    def calls(self) -> Calls: ...
    @property
    def faults(self) -> Faults: ...
    @property
    def model(self) -> ModelSettings: ...
    @property
    def clock(self) -> Clock: ...


class MailWorld(World, Protocol):
    """A world with mailboxes in it."""

    @property
    def mailboxes(self) -> Mailboxes: ...


def perform(world: World, api: str, method: str, act: Callable[[], Any]) -> Response:
    """Count the call, do what the faults ask before or after its effect, and answer in Google's shape."""
    world.calls.count(api, method)
    fault = world.faults.take(api, method)
    try:
        if fault is not None and not fault.after:
            fault.strike()
        answer = act()
        if fault is not None and fault.after:
            fault.strike()
    except ApiError as error:
        return error_response(error)
    except ConnectionResetError as error:
        return lost(error)
    return json_response(answer)


def json_response(body: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, content_type="application/json; charset=UTF-8")


def error_response(error: ApiError) -> Response:
    response = json_response(error.body(), error.code)
    response.headers.update(error.headers)
    return response


def lost(error: ConnectionResetError) -> Response:
    """Return an answer that never comes: the connection is closed."""
    # Raised while the server asks for the first bytes: waitress then closes the connection, no header written.
    # Werkzeug would wait for the next request on it, so its socket is shut down here.
    connection = request.environ.get("werkzeug.socket")
    if connection is not None:
        connection.shutdown(socket.SHUT_RDWR)
    return Response(map(_raise, [error]), direct_passthrough=True)


def _raise(fault: Exception) -> bytes:
    raise fault
