"""``python -m bench.judgement FOLDER [NAME ...]``: judge our rules on labelled examples of others, beside each aim.

``FOLDER`` has the layout of the data the aims are stated for; a part that is missing in it is not judged.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.judged import Judged, lines

JUDGEMENTS = {
    "headers": "bench.judgement_headers",
    "csv": "bench.judgement_csv",
    "people": "bench.judgement_people",
    "auto_replies": "bench.judgement_auto_replies",
    "reading": "bench.judge_reading",
    "bounces": "bench.judge_bounces",
    "quotes": "bench.judge_quotes",
}
"""The modules by the subject's name; each has ``judge(folder: Path) -> list[Judged]``."""


def main(arguments: list[str] | None = None) -> int:
    """Print every judgement with its aim; 0 whatever they are, 2 where the folder is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.judgement", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder of labelled examples")
    parser.add_argument("names", nargs="*", choices=[*JUDGEMENTS, []], help="subjects (all)")
    asked = parser.parse_args(arguments)
    if not asked.folder.is_dir():
        print(f"There is no folder {asked.folder}: say BENCH_DATA=<folder>.", file=sys.stderr)
        return 2
    for name in asked.names or JUDGEMENTS:
        started = time.monotonic()
        print(lines(_judged(JUDGEMENTS[name], asked.folder)), end="")
        print(f"{name}: {time.monotonic() - started:.1f} s\n")
    return 0


def _judged(module: str, folder: Path) -> Iterator[Judged]:
    if find_spec(module) is not None:
        yield from import_module(module).judge(folder)


if __name__ == "__main__":
    sys.exit(main())
