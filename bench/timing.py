"""Medians of interleaved runs: what slows this machine for a while slows all subjects alike."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of one run: on the wall, and of the processor."""

    wall: float
    cpu: float


def interleaved(runs: int, subjects: Mapping[str, Callable[[], Took]]) -> dict[str, Took]:
    """Return the medians of each subject, after one round that is thrown away."""
    found: dict[str, list[Took]] = {name: [] for name in subjects}
    for turn in range(runs + 1):
        for name, measure in subjects.items():
            took = measure()
            if turn:
                found[name].append(took)
    return {name: _median(all_of) for name, all_of in found.items()}


def _median(runs: Sequence[Took]) -> Took:
    return Took(statistics.median(run.wall for run in runs), statistics.median(run.cpu for run in runs))


def microseconds_each(call: Callable[[], object], times: int) -> float:
    """Return the CPU time of one call in microseconds: the median of nine batches of ``times`` calls."""
    return statistics.median(_batch(call, times) for _ in range(9)) / times * 1e6


def _batch(call: Callable[[], object], times: int) -> float:
    started = time.thread_time()
    for _ in range(times):
        call()
    return time.thread_time() - started


def cpu_seconds(pid: int) -> float:
    """Return the CPU time of all threads of a process so far (Linux counts it in nanoseconds)."""
    threads = Path(f"/proc/{pid}/task").glob("*/schedstat")
    return sum(int(path.read_text().split()[0]) for path in threads) / 1e9


def resident_mib(pid: int) -> float:
    """Return the memory a process holds now, in MiB."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024
