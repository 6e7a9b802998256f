"""Starts the playground and the add-on side by side and ends both together (what ``make run`` does)."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--addon-port", type=int, default=8080)
    parser.add_argument("--playground-port", type=int, default=8081)
    ports = parser.parse_args()
    addon_url = f"http://localhost:{ports.addon_port}"
    page = f"http://localhost:{ports.playground_port}/"
    play = [sys.executable, "-m", "playground", "--port", str(ports.playground_port), "--addon", addon_url]
    environment = os.environ | {"PLAYGROUND": "1", "PORT": str(ports.addon_port), "BASE_URL": addon_url}
    playground = subprocess.Popen(play, cwd=ROOT)
    addon: subprocess.Popen[bytes] | None = None
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    try:
        wait_for(page, playground)
        addon = subprocess.Popen([sys.executable, "server.py"], cwd=ROOT, env=environment)
        wait_for(f"{addon_url}/healthz", addon)
        print(f"\n  Open {page} in your browser. Ctrl+C ends both.\n", flush=True)
        while playground.poll() is None and addon.poll() is None:
            time.sleep(0.5)
        return 1
    except KeyboardInterrupt:
        return 0
    finally:
        for process in (addon, playground):
            if process and process.poll() is None:
                process.terminate()
                process.wait(timeout=15)


def wait_for(url: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Return when ``url`` answers; end if the process does not live that long."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            sys.exit(process.returncode or 1)
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    sys.exit(f"{url} did not answer within {seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
