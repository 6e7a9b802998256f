"""A thin proxy before the second server: it passes everything on, and answers what stands in ``SUBSTITUTIONS``."""

from __future__ import annotations

import http.client
import threading
from collections import deque
from dataclasses import dataclass
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

from tests.cross.substitutions import Answer, Request, substituted

SECONDS = 10.0
OF_ONE_HOP = frozenset({"connection", "keep-alive", "transfer-encoding", "content-length", "host", "accept-encoding"})
"""Headers that are not passed on; without Accept-Encoding, bodies come as they are."""


class Loss(StrEnum):
    """What the line loses of a request to send: the connection closes, and nobody says anything."""

    REQUEST = "request"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A request that came, and the name of the substitution that answered it, ``""`` where the server did."""

    request: Request
    substitution: str


class Proxy:
    """Stands at ``origin`` until ``stop``. ``losses`` befall the next requests to send a draft, one each."""

    def __init__(self, upstream: str) -> None:
        self.seen: list[Seen] = []
        self.losses: deque[Loss | None] = deque()
        self._host = urlsplit(upstream).netloc
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = True
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.02], daemon=True)
        self._thread.start()

    def answer(self, request: Request) -> Answer | None:
        """Return the answer to a request; None where the line loses it, or its answer."""
        found = substituted(request)
        self.seen.append(Seen(request=request, substitution=found.name if found else ""))
        if found:
            return found.answer(request, self.forward)
        loss = self._loss(request)
        answer = None if loss is Loss.REQUEST else self.forward(request)
        return None if loss else answer

    def forward(self, request: Request) -> Answer:
        """Return what the server answers."""
        connection = http.client.HTTPConnection(self._host, timeout=SECONDS)
        try:
            connection.request(request.method, request.target, request.body or None, dict(request.headers))
            answer = connection.getresponse()
            return Answer(status=answer.status, headers=_passed_on(answer.getheaders()), body=answer.read())
        finally:
            connection.close()

    def stop(self) -> None:
        """Close the door."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=5)

    def _loss(self, request: Request) -> Loss | None:
        return self.losses.popleft() if self.losses and request.path.endswith("/drafts/send") else None


def _passed_on(headers: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, value in headers if name.lower() not in OF_ONE_HOP]


def _handler(proxy: Proxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _pass(self) -> None:
            answer = proxy.answer(self._request())
            if answer is None:
                self.close_connection = True
                return
            self.send_response_only(answer.status)
            for name, value in answer.headers:
                self.send_header(name, value)
            if answer.status != http.HTTPStatus.NO_CONTENT:
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            self.wfile.write(answer.body)

        do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _pass  # noqa: N815

        def _request(self) -> Request:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = dict(_passed_on(self.headers.items()))
            return Request(method=self.command, target=self.path, headers=headers, body=body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    return Handler
