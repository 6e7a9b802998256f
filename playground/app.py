"""Puts the playground together as one Flask app: Google's own paths, the page's API, and the page."""

from __future__ import annotations

from flask import Flask, Response, jsonify, request

from playground import (
    calendly_api,
    files_api,
    gemini_api,
    gmail_api,
    host_api,
    mailbox_api,
    oauth_api,
    same_origin,
    sheets_api,
)
from playground.world import World

MAX_BODY_BYTES = 64 * 1024 * 1024


def create_app(world: World) -> Flask:
    """Return the app over one world."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    app.json.sort_keys = False  # type: ignore[attr-defined]
    for part in (oauth_api, host_api, files_api, sheets_api, gemini_api, gmail_api, mailbox_api, calendly_api):
        app.register_blueprint(part.blueprint(world))
    app.add_url_rule("/", "page", lambda: app.send_static_file("index.html"))

    @app.before_request
    def keep_strangers_out() -> tuple[Response, int] | None:
        fault = same_origin.fault(request)
        return (jsonify({"message": fault}), 403) if fault else None

    return app
