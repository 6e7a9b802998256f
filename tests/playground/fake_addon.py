"""An add-on for tests of the host: a real HTTP server on loopback that records requests and answers what it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Seen:
    path: str
    headers: dict[str, str]
    event: dict[str, Any]

    @property
    def bearer(self) -> str:
        return self.headers["authorization"].removeprefix("Bearer ")


@dataclass
class FakeAddon:
    """``answers`` maps a path to (status, content type, body or object); ``hold`` keeps it from answering."""

    url: str = ""
    seen: list[Seen] = field(default_factory=list)
    answers: dict[str, tuple[int, str, Any]] = field(default_factory=dict)
    hold: threading.Event | None = None

    def say(self, path: str, body: Any, status: int = 200, content_type: str = "application/json") -> None:
        self.answers[path] = (status, content_type, body)

    @property
    def last(self) -> Seen:
        return self.seen[-1]


@contextmanager
def serving() -> Iterator[FakeAddon]:
    addon = FakeAddon()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(addon))
    addon.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield addon
    finally:
        if addon.hold:
            addon.hold.set()
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(addon: FakeAddon) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            addon.seen.append(Seen(self.path, headers, json.loads(body)))
            if addon.hold:
                addon.hold.wait(10)
            status, content_type, answer = addon.answers.get(self.path, (404, "text/plain", b""))
            content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Type", content_type)
            if status == 302:
                self.send_header("Location", f"{addon.url}/elsewhere")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: object) -> None:
            pass

    return Handler
