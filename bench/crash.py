"""``python -m bench.crash [--seeds N] [--first N] [--folder PATH]``: the hostile editor, seed after seed."""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

from tests.flow.hostile_run import Verdict, verdict_of

SEEDS, PROCESSES, SHOWN = 5_000, 2, 10
LARGE_EVERY, LARGE_ROWS = 1_000, 5_000
"""One seed of so many is of a large sheet."""


def judge(seed: int) -> Verdict:
    """Run one seed; what it raises is a fault too."""
    rows = LARGE_ROWS if seed % LARGE_EVERY == LARGE_EVERY - 1 else 300
    try:
        return verdict_of(seed, rows=rows)
    except Exception as error:  # a seed that breaks down must not end the others
        return Verdict(faults=(f"seed {seed}: {type(error).__name__}: {error}",), edits=0, calls=0)


def main(arguments: list[str] | None = None) -> int:
    """Print how many seeds stood, and file it if asked to; 1 if any did not."""
    parser = argparse.ArgumentParser(prog="python -m bench.crash", description=__doc__)
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--folder", type=Path, help="where the result is kept, as <date>-crash.md")
    asked = parser.parse_args(arguments)
    started = time.monotonic()
    with ProcessPoolExecutor(max_workers=PROCESSES) as pool:
        verdicts = list(pool.map(judge, range(asked.first, asked.first + asked.seeds), chunksize=10))
    text = _report(verdicts, asked.first, time.monotonic() - started)
    sys.stdout.write(text)
    if asked.folder:
        (asked.folder / f"{datetime.now(UTC):%Y-%m-%d}-crash.md").write_text(text, encoding="utf-8")
    return 1 if any(verdict.faults for verdict in verdicts) else 0


def _report(verdicts: list[Verdict], first: int, seconds: float) -> str:
    broken = [verdict for verdict in verdicts if verdict.faults]
    faults = [f"- {verdict.faults[0]}" for verdict in broken[:SHOWN]]
    edits, calls = sum(verdict.edits for verdict in verdicts), sum(verdict.calls for verdict in verdicts)
    return "\n".join(
        [
            "# The hostile editor",
            "",
            f"{len(verdicts):,} seeds from {first:,}: {len(verdicts) - len(broken):,} stood, {len(broken)} did not.",
            f"300 rows in 5 slices each, 5,000 in one of {LARGE_EVERY:,}; {edits:,} edits between {calls:,} calls,",
            f"two runs under the editor's hands and one in peace; every fifth in a copy too. {seconds:.0f} s on",
            f"{PROCESSES} processes of {os.cpu_count()} processors.",
            "",
            *faults,
            "",
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
