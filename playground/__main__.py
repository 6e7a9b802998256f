"""``python -m playground``: bind the port, write the add-on's environment, serve."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import waitress

from playground import environment, world
from playground.app import create_app
from playground.judge import Envelope
from playground.judge_links import LOOPBACK

HOST = "127.0.0.1"
THREADS = 16


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m playground", description="Plays Google for the add-on, on a laptop."
    )
    parser.add_argument("--port", type=int, default=8081, help="port of the page and the stand-ins (0: any)")
    parser.add_argument("--addon", type=_loopback, default="http://localhost:8080", help="where the add-on runs")
    parser.add_argument("--env", type=Path, default=Path("var/playground.env"), help="file the add-on reads at start")
    parser.add_argument(
        "--data", type=Path, default=Path("var/playground"), help="folder of the playground's own store"
    )
    parser.add_argument("--clock", type=Path, default=Path("var/clock"), help="file with the business clock's offset")
    parser.add_argument(
        "--envelope", type=Envelope, choices=list(Envelope), default=Envelope.BOTH, help="forms of click answers"
    )
    parser.add_argument("--deployment", type=Path, default=world.DEPLOYMENT, help="the deployment resource")
    return parser.parse_args(arguments)


def _loopback(text: str) -> str:
    """Accept an add-on on this machine only: it is sent tokens and trusts this playground's key."""
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or parts.hostname not in LOOPBACK:
        raise argparse.ArgumentTypeError("must be an http(s) address on loopback, like http://localhost:8080")
    return text.rstrip("/")


def bind(port: int) -> socket.socket:
    """Take a port of this machine's own address; OSError when it is taken."""
    door = socket.socket()
    try:
        if os.name == "posix":
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((HOST, port))
        door.listen(1024)
    except OSError:
        door.close()
        raise
    return door


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted."""
    options = parse(arguments)
    if not options.deployment.is_file():
        print(f"{options.deployment} is missing: it says what the add-on offers", file=sys.stderr)  # noqa: T201
        return 2
    made = world.create(
        addon=options.addon,
        data=options.data,
        envelope=options.envelope,
        clock_file=options.clock,
        deployment=options.deployment,
    )
    try:
        door = bind(options.port)
    except OSError as error:
        print(f"port {options.port} cannot be used: {error.strerror}", file=sys.stderr)  # noqa: T201
        return 2
    server = waitress.create_server(create_app(made), sockets=[door], threads=THREADS)
    port = door.getsockname()[1]
    environment.write(options.env, f"http://{HOST}:{port}", options.clock)
    print(f"Playground: http://localhost:{port}/  (add-on: {options.addon})", flush=True)  # noqa: T201
    # As at Ctrl+C: what is not yet on disk is written when the interpreter ends.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    server.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
