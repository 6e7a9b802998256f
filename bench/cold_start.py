"""Goal 1: from exec to the first signed card, beside bare Flask and beside Google's own sample."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import pytest

from bench.figure import Figure
from bench.google import Google, Posted
from bench.servers import addon_command, addon_environment, bare_command, base_url, first_answer, free_port, serving
from bench.timing import Took, cpu_seconds, interleaved
from tests.emulator import running_emulator

RUNS = 7
SLOW_RUNS = 5
HOME, SHEET_HOME = "/addon/home", "/addon/sheets/home"
"""Home of any host calls no other API; Home of an allowed sheet makes one call to Sheets."""


def measure(google: Google, folder: Path) -> Iterator[Figure]:
    sqlite = f"sqlite:///{folder / 'cold.db'}"
    found = interleaved(
        RUNS,
        {
            "bare": lambda: _bare(google, "hello"),
            "sample": lambda: _bare(google, "google_cached"),
            "ours": lambda: _addon(google, sqlite),
        },
    )
    bare, sample, ours = found["bare"], found["sample"], found["ours"]
    yield _beside(bare, ours, "cold start to the first signed card, SQLite", 1.5)
    yield Figure(
        goal=1,
        what="the same beside Google's sample (`verify_oauth2_token`, requests, CacheControl)",
        measured=_shown(ours),
        baseline=_shown(sample, bare),
        aim="below",
        is_met=ours.wall < sample.wall,
    )
    yield _firestore(google)
    yield _sheet(google, sqlite)


def _firestore(google: Google) -> Figure:
    what = "the same, Firestore"
    with ExitStack() as stack:
        try:
            emulator = stack.enter_context(running_emulator())
        except (pytest.skip.Exception, pytest.fail.Exception):
            return Figure(goal=1, what=what, measured="not measured: no Firestore emulator here", aim="≤ 3.5 ×")
        extra = {"FIRESTORE_EMULATOR_HOST": emulator}
        found = interleaved(
            SLOW_RUNS,
            {
                "bare": lambda: _bare(google, "hello"),
                "ours": lambda: _addon(google, "firestore://bench-cold", extra=extra),
            },
        )
    return _beside(found["bare"], found["ours"], what, 3.5)


def _sheet(google: Google, store_url: str) -> Figure:
    file = google.add_sheet("Leads", "Email,Company\nana@nordwind.example,Nordwind\n")
    found = interleaved(
        SLOW_RUNS,
        {
            "bare": lambda: _bare(google, "hello"),
            "ours": lambda: _addon(google, store_url, path=SHEET_HOME, file_id=file),
        },
    )
    return _beside(found["bare"], found["ours"], "the same in an allowed sheet: Google's client imported, one call")


def _beside(bare: Took, ours: Took, what: str, ceiling: float | None = None) -> Figure:
    return Figure(
        goal=1,
        what=what,
        measured=_shown(ours, bare),
        baseline=f"bare Flask on waitress {_shown(bare)}",
        aim=f"≤ {ceiling:g} ×" if ceiling else "",
        is_met=ours.wall / bare.wall <= ceiling if ceiling else None,
    )


def _shown(took: Took, bare: Took | None = None) -> str:
    if bare is None:
        return f"{took.wall * 1e3:.0f} ms (CPU {took.cpu * 1e3:.0f})"
    return f"{_shown(took)} = {took.wall / bare.wall:.2f} × (CPU {took.cpu / bare.cpu:.2f} ×)"


def _addon(
    google: Google, store_url: str, *, extra: Mapping[str, str] | None = None, path: str = HOME, file_id: str = ""
) -> Took:
    port = free_port()
    posted = google.event(base_url(port), path, file_id)
    return _timed(addon_command(), addon_environment(google, port, store_url) | dict(extra or {}), port, posted)


def _bare(google: Google, shape: str) -> Took:
    port = free_port()
    audience = base_url(port) + HOME
    posted = Posted(path=HOME, token=google.system_token(audience), body=b"{}")
    environ = {"BENCH_CERTIFICATES": google.certificates_url, "BENCH_AUDIENCE": audience}
    return _timed(bare_command(shape, port), environ, port, posted)


def _timed(command: Sequence[str], environ: Mapping[str, str], port: int, posted: Posted) -> Took:
    started = time.perf_counter()
    with serving(command, environ) as process:
        first_answer(process, port, posted)
        return Took(time.perf_counter() - started, cpu_seconds(process.pid))
