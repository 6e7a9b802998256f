"""A world with nothing but what the stand-ins need, and one user who may open what he was granted."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask
from waitress import create_server
from werkzeug.serving import make_server

from playground import files_api, gemini_api, gmail_api, mailbox_api, sheets_api
from playground.calls import Calls
from playground.faults import Faults
from playground.files import Files
from playground.gemini_modes import ModelSettings
from playground.gmail_store import Mailboxes
from tests.fakes.clock import FakeClock

SCOPES = "https://www.googleapis.com/auth/"
DRIVE_FILE = SCOPES + "drive.file"
SPREADSHEETS = SCOPES + "spreadsheets"


@dataclass(frozen=True)
class FakeToken:
    user: str = "ana"
    client_id: str = "ours"
    scopes: frozenset[str] = frozenset({DRIVE_FILE})
    expires_at: datetime = datetime.now(UTC) + timedelta(hours=1)


class FakeAccess:
    def __init__(self) -> None:
        self.tokens = {"good": FakeToken(), "foreign": FakeToken(client_id="another")}
        self.tokens["sibling"] = FakeToken(client_id="ours-sibling")
        self.tokens["wide"] = FakeToken(scopes=frozenset({SPREADSHEETS}))
        self.tokens["mail"] = FakeToken(scopes=frozenset({SCOPES + "gmail.send"}))
        self.granted: set[tuple[str, str, str]] = set()

    def look_up(self, bearer: str) -> FakeToken | None:
        return self.tokens.get(bearer)

    def grant(self, user: str, file_id: str, client_id: str = "ours") -> None:
        self.granted.add((user, file_id, client_id))

    def may_open(self, token: Any, file_id: str) -> bool:
        return (token.user, file_id, token.client_id) in self.granted


@dataclass
class FakeWorld:
    files: Files = field(default_factory=Files)
    access: FakeAccess = field(default_factory=FakeAccess)
    calls: Calls = field(default_factory=Calls)
    faults: Faults = field(default_factory=Faults)
    model: ModelSettings = field(default_factory=ModelSettings)
    clock: FakeClock = field(default_factory=FakeClock)
    mailboxes: Mailboxes = field(init=False)

    def __post_init__(self) -> None:
        self.mailboxes = Mailboxes(lambda: self.clock.now())


def make_app(world: FakeWorld) -> Flask:
    app = Flask(__name__)
    for part in (sheets_api, files_api, gemini_api, gmail_api, mailbox_api):
        app.register_blueprint(part.blueprint(world))
    return app


@contextmanager
def served_by_waitress(world: FakeWorld) -> Iterator[str]:
    """Serve as ``python -m playground`` does."""
    server = create_server(make_app(world), host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.close()
        thread.join(5)


@contextmanager
def served(world: FakeWorld) -> Iterator[str]:
    """Serve the stand-ins on a free port and yield their origin."""
    server = make_server("127.0.0.1", 0, make_app(world), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
