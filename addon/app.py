"""The web application: routes, errors, the request log and headers. Services are built when first needed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, g, json, request
from werkzeug.exceptions import HTTPException

from addon.adapters.certificates import CertificateSource
from addon.config import Config, Misconfigured
from addon.errors import AssistantError, Conflict, Unavailable
from addon.lib import log
from addon.lib.ids import reference
from addon.web import files, health, hooks, oauth, optout, pages, preview, tasks
from addon.web.keyring import Keyring
from addon.web.router import MAX_BODY, Router, Routes
from addon.web.verify import Unauthenticated, Verifier

if TYPE_CHECKING:
    from addon.services import Services

_LOG = logging.getLogger(__name__)

STATIC_SECONDS = 24 * 3600

_KEPT_HEADERS = ("Allow", "Location", "Retry-After")
"""What an HTTP error says beside its code."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
}


class LazyServices:
    """The services of this process, built once, by the first who needs them: after a fork, never at import."""

    def __init__(self, build: Callable[[], Services]) -> None:
        self._build = build
        self._lock = threading.Lock()
        self._built: Services | None = None

    def __call__(self) -> Services:
        """Return the services."""
        if self._built is None:
            with self._lock:
                if self._built is None:
                    self._built = self._build()
        return self._built

    def stop(self) -> None:
        """Stop them, if any were built."""
        if self._built is not None:
            self._built.stop()


def create_app(
    config: Config,
    services: Services | None = None,
    *,
    routes: Routes | None = None,
    verifier: Verifier | None = None,
) -> Flask:
    """Return the application of a configuration; ``Misconfigured`` names every fault of it at once.

    Without ``services`` they are built by ``addon.bootstrap`` at the first need; ``app.extensions["services"]()``
    builds them now. ``routes`` and ``verifier`` are the real ones unless a test brings its own.
    """
    if problems := config.problems():
        raise Misconfigured(problems)
    app = Flask(__name__, static_folder="web/static", static_url_path="/static")
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, SEND_FILE_MAX_AGE_DEFAULT=STATIC_SECONDS)
    lazy = LazyServices(lambda: services or _services_for(config))
    app.extensions["services"] = lazy
    checks = verifier or Verifier(config, Keyring(CertificateSource(config.google_certs_url)))
    app.register_blueprint(Router(config, checks, lazy, routes or _built_routes()).blueprint())
    app.register_blueprint(tasks.blueprint(lambda: checks, lazy))
    app.register_blueprint(hooks.blueprint(lambda: checks, lazy, is_pushed=bool(config.gmail_pubsub_topic)))
    app.register_blueprint(health.blueprint(lazy))
    app.register_blueprint(pages.blueprint())
    app.register_blueprint(files.blueprint(lazy))
    app.register_blueprint(optout.blueprint(lazy))
    app.register_blueprint(preview.blueprint(lazy))
    app.register_blueprint(oauth.blueprint(lazy, is_https=config.base_url.startswith("https://")))
    _log_requests(app)
    _answer_errors(app)
    _add_headers(app, is_https=config.base_url.startswith("https://"))
    return app


def _services_for(config: Config) -> Services:
    from addon.bootstrap import services_for

    return services_for(config)


def _built_routes() -> Routes:
    from addon.web.routes import ROUTES

    return ROUTES


def _log_requests(app: Flask) -> None:
    @app.before_request
    def open_line() -> None:
        g.line = log.open_line(reference())

    @app.after_request
    def close_line(response: Response) -> Response:
        line: log.RequestLine | None = g.pop("line", None)
        if line is not None:
            response.headers["X-Request-Id"] = line.reference
            route = request.url_rule.rule if request.url_rule else "-"
            log.close_line(line, _level(response.status_code), route=route, status=response.status_code)
        return response


def _level(status: int) -> int:
    return logging.ERROR if status >= 500 else logging.WARNING if status == 401 else logging.INFO


def _answer_errors(app: Flask) -> None:
    """Errors outside the router's handlers: no card can show them, so they are status codes."""

    @app.errorhandler(Unauthenticated)
    def unauthenticated(error: Unauthenticated) -> Response:
        log.note(outcome="unauthenticated", reason=str(error))
        return Response(status=401)

    @app.errorhandler(AssistantError)
    def assistant_error(error: AssistantError) -> Response:
        log.note(outcome=type(error).__name__.lower(), reason=error.reason)
        if isinstance(error, Unavailable):
            return _json(503, error.message, {"Retry-After": "30"})
        return _json(409 if isinstance(error, Conflict) else 400, error.message)

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        kept = {name: value for name, value in error.get_headers() if name in _KEPT_HEADERS}
        return _json(error.code or 500, error.name, kept)

    @app.errorhandler(Exception)
    def broke(error: Exception) -> Response:
        log.note(outcome="unexpected")
        said = {"event": "web.request_broke", "id": log.current_reference()}
        _LOG.error("web.request_broke", exc_info=error, extra={"line": said})
        return _json(500, "Something went wrong on our side.")


def _json(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    body: dict[str, Any] = {"error": message, "reference": log.current_reference()}
    return Response(json.dumps(body), status=status, headers=headers, mimetype="application/json")


def _add_headers(app: Flask, *, is_https: bool) -> None:
    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        if is_https:
            response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        if request.endpoint == "static":
            response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"  # Google's pages show the logo
        else:
            response.headers.setdefault("Cache-Control", "no-store")
        return response
