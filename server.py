"""The way in: ``server:app`` for gunicorn, ``python server.py`` anywhere, ``flask --app server …`` for commands.

Nothing starts on a faulty configuration; commands that help to mend one run all the same. Services are built after
the fork, when first needed or by ``post_worker_init``.
"""

from __future__ import annotations

import gc

gc.disable()  # nothing imported below is garbage, and looking for some is a tenth of a cold start

import sys
from pathlib import Path
from urllib.parse import urlsplit

import click
from flask import Flask

from addon.app import create_app
from addon.commands import add_commands
from addon.config import Config, Misconfigured
from addon.lib import log

THREADS = 16
MAX_REQUEST_BYTES = 24 * 1024 * 1024
"""Refused by the server itself; the add-on's own, smaller limits answer with a sentence."""


def make_app(config: Config) -> Flask:
    """Return the application with its commands; ``Misconfigured`` unless a command is what runs."""
    if _runs_a_command():
        app = Flask("commands") if config.problems() else create_app(config)
    else:
        log.configure(config.log_level if not config.problems() else "INFO")
        app = create_app(config)
    add_commands(app, config)
    return app


def serve(config: Config, app: Flask) -> None:
    """Serve until stopped, on threads of one process, Windows too."""
    import waitress

    app.extensions["services"]()
    host = "127.0.0.1" if config.is_loopback else "0.0.0.0"  # noqa: S104 - a server listens
    click.echo(f"Sales Assistant serves {config.base_url} on {host}:{config.port}")
    if config.playground:
        page = config.sheets_api_url
        port = urlsplit(page).port or 80
        start = f"python -m playground --port {port} --addon {config.base_url}"
        click.echo(f"The playground at {page} starts with: {start}")
    sys.stdout.flush()
    try:
        waitress.serve(
            app, host=host, port=config.port, threads=THREADS, ident=None, max_request_body_size=MAX_REQUEST_BYTES
        )
    finally:
        app.extensions["services"].stop()


def _runs_a_command() -> bool:
    """Whether Flask's command line is loading us for a command other than ``run``."""
    context = click.get_current_context(silent=True)
    return context is not None and context.info_name != "run"


config = Config.load(folder=Path(__file__).resolve().parent)
try:
    app = make_app(config)
except Misconfigured as fault:
    if __name__ == "__main__":
        raise SystemExit(str(fault)) from None
    raise
gc.freeze()  # what is here now stays: no later collection looks through it again
gc.enable()

if __name__ == "__main__":
    serve(config, app)
