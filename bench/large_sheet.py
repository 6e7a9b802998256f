"""``python -m bench.large_sheet [--rows N] [--folder PATH]``: what the process holds while it works a large file.

50,000 rows of 60 columns, 40 tabs, a merged header, cells of 50,000 characters; loopback only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.figure import Figure, table
from bench.google import USER, Google, Posted, playing
from bench.servers import addon_command, addon_environment, base_url, first_answer, free_port, post, serving
from playground import edits, events
from playground.workbook import Box

ROWS, COLUMNS, TABS, LONG_CELLS, LONGEST = 50_000, 60, 40, 200, 50_000
CEILING_MIB, LONGEST_CARD_SECONDS, LONGEST_RUN_SECONDS = 400, 30, 1_800
HEADERS = ("First name", "Last name", "Email", "Job title", "Company", "Industry", "Employees", "Notes")
TITLES = ("Head of Operations", "Student", "CEO", "Office assistant", "VP Logistics")


def measure(google: Google, folder: Path, rows: int) -> Iterator[Figure]:
    """Yield a figure for each card and run; each is of the whole process since its start."""
    file = _large_file(google, rows)
    port = free_port()
    with serving(addon_command(), addon_environment(google, port, f"sqlite:///{folder / 'large.db'}")) as process:
        first_answer(process, port, google.event(base_url(port), "/addon/home"))
        for what, action in (("Home", ""), ("Check leads", "leads.check")):
            took = _answered(google, port, file, action)
            yield _figure(f"{what}: {took:.1f} s", process.pid, is_met=took <= LONGEST_CARD_SECONDS)
        took = _answered(google, port, file, "score.start")
        yield _figure(f"Score leads, the click: {took:.1f} s", process.pid, is_met=took <= LONGEST_CARD_SECONDS)
        began = time.monotonic()
        while (text := _home(google, port, file)) and f"{rows:,} scored" not in text:
            if time.monotonic() - began > LONGEST_RUN_SECONDS:
                raise RuntimeError(f"the run does not end: {text[:2_000]}")
            google.payloads.texts.clear()
            time.sleep(2)
        yield _figure(f"Score leads, the run: {time.monotonic() - began:.0f} s", process.pid)


def _figure(what: str, pid: int, *, is_met: bool = True) -> Figure:
    peak = _peak_mib(pid)
    return Figure(
        goal=12, what=f"most memory so far, after {what}", measured=f"{peak:.0f} MiB", aim=f"≤ {CEILING_MIB} MiB",
        is_met=is_met and peak <= CEILING_MIB,
    )  # fmt: skip


def _peak_mib(pid: int) -> float:
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM"))


def _large_file(google: Google, rows: int) -> str:
    file = google.add_sheet("Leads", "\n".join(_lines(rows)))
    with google.world.files.get(file).change() as book:
        first = book.tabs[0]
        edits.insert_lines(book, first, edits.ROWS, 0, 1)
        first.put(0, 0, ["Leads of the fair"])
        first.merges.append(Box(top=0, left=0, bottom=1, right=COLUMNS))
        for number in range(LONG_CELLS):
            first.put(2 + number * (rows // LONG_CELLS), 7, ["x" * LONGEST])
        for number in range(1, TABS):
            edits.add_tab(book, f"Tab {number}")
    return file


def _lines(rows: int) -> Iterator[str]:
    yield ",".join([*HEADERS, *(f"Extra {number}" for number in range(COLUMNS - len(HEADERS)))])
    for at in range(rows):
        lead = (f"First{at}", f"Last{at}", f"person{at}@company{at}.example", TITLES[at % 5], f"Company {at}", "Retail")
        yield ",".join([*lead, str(10 + at % 900), "late", *(f"value {at} {n}" for n in range(COLUMNS - len(HEADERS)))])


def _home(google: Google, port: int, file: str) -> str:
    return post(port, google.event(base_url(port), "/addon/sheets/home", file)).decode()


def _answered(google: Google, port: int, file: str, action: str) -> float:
    began = time.monotonic()
    if action:
        post(port, _click(google, port, file, action))
    else:
        _home(google, port, file)
    google.payloads.texts.clear()
    return time.monotonic() - began


def _click(google: Google, port: int, file: str, action: str, parameters: Mapping[str, str] | None = None) -> Posted:
    path = f"/addon/actions/{action}"
    seen = google.event(base_url(port), path, file)
    click = events.Click(parameters=dict(parameters or {}), typed={})
    deployment = google.world.platform.deployment
    tokens = events.Tokens(
        system=seen.token, user_oauth=google.access_token(), user_id=google.world.keys.user_token(USER)
    )
    event = events.build(
        deployment=deployment, host="SHEETS", user=USER, granted=deployment.scopes, tokens=tokens,
        context=events.sheets_part(events.OpenFile(id=file, title="Leads", is_granted=True)),
        now=datetime.now(UTC), click=click,
    )  # fmt: skip
    return replace(seen, body=json.dumps(event).encode())


def main(arguments: list[str] | None = None) -> int:
    """Print the figures and file them if asked to; 1 if one misses its goal."""
    parser = argparse.ArgumentParser(prog="python -m bench.large_sheet", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--folder", type=Path, help="where the result is kept, as <date>-large-sheet.md")
    asked = parser.parse_args(arguments)
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder, playing(Path(folder)) as google:
        for figure in measure(google, Path(folder), asked.rows):
            figures.append(figure)
            sys.stdout.write(f"{figure.measured} {figure.what}\n")
            sys.stdout.flush()
    title = f"# A file of {asked.rows:,} rows × {COLUMNS} columns, {TABS} tabs, {LONG_CELLS} cells of {LONGEST:,}"
    text = f"{title} characters\n\n{table(figures)}"
    sys.stdout.write(text)
    if asked.folder:
        (asked.folder / f"{datetime.now(UTC):%Y-%m-%d}-large-sheet.md").write_text(text, encoding="utf-8")
    return 0 if all(figure.is_met for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main())
