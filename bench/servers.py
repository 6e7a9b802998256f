"""Servers in processes of their own, on loopback, and the first answer they give."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from cryptography.fernet import Fernet

from bench.google import Google, Posted

ROOT = Path(__file__).resolve().parent.parent
START_SECONDS = 60.0
WENT_WRONG = b"Something went wrong"
"""What the add-on's card says of an error of its own; a fast error is no figure."""

_KEYS = {
    "SECRET_KEY": "bench-secret-key-0123456789-abcdefghij",
    "SUPPRESSION_KEY": "bench-suppression-key-0123456789-xyz",
    "TOKEN_KEYS": Fernet.generate_key().decode(),
}
_GUNICORN = (
    "-m", "gunicorn", "--worker-class", "gthread", "--threads", "16", "--keep-alive", "75", "--no-control-socket",
)  # fmt: skip
"""The settings of gunicorn.conf.py, for both sides."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def addon_environment(google: Google, port: int, store_url: str) -> dict[str, str]:
    """Return the settings of an add-on on ``port`` whose Google is ``google``; nothing is read from var/."""
    return {
        **google.environment(),
        **_KEYS,
        "PLAYGROUND": "1",
        "PLAYGROUND_ENV": "var/no-such-file.env",
        "PORT": str(port),
        "BASE_URL": base_url(port),
        "STORE_URL": store_url,
    }


def base_url(port: int) -> str:
    return f"http://localhost:{port}"


def addon_command() -> list[str]:
    return ["server.py"]


def bare_command(shape: str, port: int) -> list[str]:
    return ["-m", "bench.bare", shape, str(port)]


def gunicorn_command(target: str, port: int) -> list[str]:
    """Return gunicorn with one worker; gunicorn.conf.py speaks for the add-on and is left out for the others."""
    settings = [] if target == "server:app" else ["--config", "python:bench"]
    return [*_GUNICORN, *settings, "--bind", f"127.0.0.1:{port}", "--workers", "1", target]


@contextmanager
def serving(command: Sequence[str], environ: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """Run a server with this interpreter until the block ends; what it logs is dropped."""
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV")}
    with subprocess.Popen(
        [sys.executable, *command],
        cwd=ROOT,
        env=kept | dict(environ or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()


def worker_of(process: subprocess.Popen[bytes]) -> int:
    """Return the process that serves: gunicorn's only worker."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    return int(children[0])


def first_answer(process: subprocess.Popen[bytes], port: int, posted: Posted) -> bytes:
    """Post as soon as the server lets us, and return the body of its first answer, which must be a 200."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        try:
            return post(port, posted)
        except ConnectionRefusedError:
            time.sleep(0.001)
    raise RuntimeError(f"no answer within {START_SECONDS:.0f} s")


def post(port: int, posted: Posted) -> bytes:
    """Post once on a new connection and return the body; anything but a good card raises."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        headers = {"Authorization": f"Bearer {posted.token}", "Content-Type": "application/json"}
        connection.request("POST", posted.path, posted.body, headers)
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != 200 or WENT_WRONG in body:
        raise RuntimeError(f"{posted.path} answered {answer.status}: {body[:200]!r}")
    return body
