"""Serves a WSGI application in a thread, at a port that stays when the application behind it is replaced."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

from werkzeug.serving import WSGIRequestHandler, make_server

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Quiet(WSGIRequestHandler):
    """Says nothing on the terminal."""

    def log(self, *_: object) -> None:
        return


class Door:
    """One server on loopback. ``before`` and ``after`` run around each request with its method and path.

    A request of which ``before`` says False is lost: it has no effect.
    """

    def __init__(self) -> None:
        self.app: Wsgi = _nobody
        self.quieten()
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True, request_handler=Quiet)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        self._thread.start()

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def quieten(self) -> None:
        """Take both hooks away."""
        self.before: Callable[[str, str], object] = lambda method, path: None
        self.after: Callable[[str, str], object] = lambda method, path: None

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(timeout=10)

    def _answer(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
        if self.before(method, path) is False:
            return _nobody(environ, start_response)
        answer = self.app(environ, start_response)
        self.after(method, path)
        return answer


def _nobody(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    start_response("503 Nobody is at home", [])
    return []
