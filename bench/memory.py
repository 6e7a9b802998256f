"""Goal 11: what an idle worker holds, beside bare Flask in the same gunicorn worker."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from bench.figure import Figure, at_most
from bench.google import Google, Posted
from bench.servers import addon_environment, base_url, first_answer, free_port, gunicorn_command, serving, worker_of
from bench.timing import resident_mib

IDLE_SECONDS = 2.0
HOME, SHEET_HOME = "/addon/home", "/addon/sheets/home"


def measure(google: Google, folder: Path) -> Iterator[Figure]:
    port = free_port()
    hello = Posted(path=HOME, token="none", body=b"{}")
    bare = _resident(gunicorn_command("bench.bare:hello()", port), {}, port, hello)
    ours = _addon(google, folder, HOME)
    flask = f"bare Flask {bare:.0f} MiB"
    yield at_most(
        11, "memory of an idle worker after its first card, SQLite", ours / bare, 1.6, f"{ours:.0f} MiB", flask
    )
    file = google.add_sheet("Leads", "Email,Company\nana@nordwind.example,Nordwind\n")
    after = _addon(google, folder, SHEET_HOME, file)
    yield Figure(
        goal=11,
        what="the same after Home of an allowed sheet: Google's client loaded",
        measured=f"{after:.0f} MiB = {after / bare:.2f} ×",
        baseline=flask,
    )


def _addon(google: Google, folder: Path, path: str, file_id: str = "") -> float:
    port = free_port()
    environ = addon_environment(google, port, f"sqlite:///{folder / 'idle.db'}")
    posted = google.event(base_url(port), path, file_id)
    return _resident(gunicorn_command("server:app", port), environ, port, posted)


def _resident(command: Sequence[str], environ: Mapping[str, str], port: int, posted: Posted) -> float:
    with serving(command, environ) as process:
        first_answer(process, port, posted)
        time.sleep(IDLE_SECONDS)
        return resident_mib(worker_of(process))
