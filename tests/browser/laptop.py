"""A laptop after ``make run``: the tree of a fresh clone in a folder of its own, and both servers started from it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("addon", "cards", "playground", "deploy")
FILES = ("server.py", "deployment.json")
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "TEMP", "SYSTEMROOT")
START_SECONDS = 60


@contextmanager
def make_run(folder: Path) -> Iterator[str]:
    """Yield the page's address. Nothing of the developer's own ``.env`` or ``var`` is seen, nothing there written."""
    for name in FOLDERS:
        shutil.copytree(ROOT / name, folder / name)
    for name in FILES:
        shutil.copy2(ROOT / name, folder / name)
    addon, page = _free_ports(2)
    command = [sys.executable, "deploy/run_both.py", "--addon-port", str(addon), "--playground-port", str(page)]
    environment = {name: os.environ[name] for name in INHERITED if name in os.environ}
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=log, stderr=subprocess.STDOUT)
    try:
        _wait_for(f"http://localhost:{addon}/healthz", process, folder / "log")
        yield f"http://localhost:{page}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def _free_ports(count: int) -> list[int]:
    with ExitStack() as stack:
        doors = [stack.enter_context(socket.socket()) for _ in range(count)]
        for door in doors:
            door.bind(("127.0.0.1", 0))
        return [door.getsockname()[1] for door in doors]


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    patience = threading.Event()  # never set: a process that starts tells nobody, so its port is tried again and again
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except (urllib.error.URLError, OSError):
            patience.wait(0.05)
    raise AssertionError(f"{url} did not answer:\n{log.read_text(encoding='utf-8', errors='replace')}")
