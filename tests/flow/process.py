"""The add-on as a process of its own, started as people start it, that can be killed at any moment."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import requests
from requests.adapters import HTTPAdapter
from urllib3.util import Retry

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class Process:
    """``python server.py`` in a folder of its own: no ``.env`` of the developer's, no ``var`` of theirs."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        self.port = free_port()
        self._folder = folder
        self._settings = settings
        self._running: subprocess.Popen[bytes] | None = None
        shutil.copy(ROOT / "server.py", folder)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it and return when it answers."""
        wanted = {"PLAYGROUND": "1", "BASE_URL": self.origin, "PORT": str(self.port), **self._settings}
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "HOME") if name in os.environ}
        with (self._folder / "log").open("ab") as log:
            self._running = subprocess.Popen(
                [sys.executable, "server.py"], cwd=self._folder, stdout=log, stderr=log,
                env={**kept, **wanted, "PYTHONPATH": str(ROOT)},
            )  # fmt: skip
        with requests.Session() as session:
            session.mount("http://", HTTPAdapter(max_retries=Retry(total=40, backoff_factor=0.05, backoff_max=0.4)))
            assert session.get(f"{self.origin}/healthz", timeout=30).status_code == 200, self.log()

    def kill(self) -> None:
        """kill -9: nothing of it is told, nothing is tidied."""
        if self._running is not None:
            self._running.kill()

    def end(self) -> None:
        self.kill()
        if self._running is not None:
            self._running.wait(timeout=10)

    def log(self) -> str:
        return (self._folder / "log").read_text(encoding="utf-8", errors="replace")
