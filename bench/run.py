"""``python -m bench.run [GOAL ...] [--file PATH]``: measure goals, each beside its baseline. Loopback only."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from bench import certificates, cold_start, home_card, many_rows, memory, model_calls, tick
from bench.figure import Figure, table
from bench.google import Google, playing

GOALS: dict[int, Callable[[Google, Path], Iterator[Figure]]] = {
    1: cold_start.measure,
    2: home_card.measure,
    3: certificates.measure,
    6: tick.measure,
    7: many_rows.measure,
    8: model_calls.measure,
    11: memory.measure,
}

METHOD = """Pairs are interleaved in one run and the median is shown; counts are exact. Absolute times move by 30 % on a
shared machine, ratios and counts do not."""


def main(arguments: list[str] | None = None) -> int:
    """Print the table of the goals asked for (all of them) and file it if asked to."""
    parser = argparse.ArgumentParser(prog="python -m bench.run", description=__doc__)
    parser.add_argument("goals", nargs="*", type=int, choices=[*GOALS, []], help="numbers of goals (all)")
    parser.add_argument("--file", type=Path, help="a Markdown file to keep the table in")
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    figures = list(_measured(asked.goals or list(GOALS)))
    text = f"{_heading()}\n\n{METHOD}\n\n{table(figures)}\n{time.monotonic() - started:.0f} s in all.\n"
    print(text)
    if asked.file:
        asked.file.write_text(text, encoding="utf-8")
    return 0


def _measured(goals: list[int]) -> Iterator[Figure]:
    for goal in goals:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder, playing(Path(folder)) as google:
            print(f"goal {goal} …", file=sys.stderr, flush=True)
            yield from GOALS[goal](google, Path(folder))


def _heading() -> str:
    return (
        f"# Benchmark of {datetime.now(UTC):%Y-%m-%d}\n\n"
        f"{os.cpu_count()} CPUs (shared), {platform.system()}, Python {platform.python_version()}."
    )


if __name__ == "__main__":
    sys.exit(main())
