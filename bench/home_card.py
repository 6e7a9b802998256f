"""Goal 2: what a Home card costs, beside Flask hello and beside views that verify as Google's sample does."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import load
from bench.figure import Figure, at_most
from bench.google import Google, Posted
from bench.servers import addon_environment, base_url, first_answer, free_port, gunicorn_command, serving, worker_of
from bench.timing import Took, cpu_seconds, interleaved

RUNS = 7
REQUESTS = 250
CONNECTIONS = 8
HOME, SHEET_HOME = "/addon/home", "/addon/sheets/home"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A server that runs, and the call it is sent again and again."""

    process: subprocess.Popen[bytes]
    port: int
    posted: Posted

    def cost(self) -> Took:
        """Return wall and CPU seconds of the worker for one request, one after the other."""
        worker = worker_of(self.process)
        before = cpu_seconds(worker)
        latencies = load.run(self.port, self.posted, connections=1, requests=REQUESTS)
        return Took(load.quantile(latencies, 0.5) / 1e6, (cpu_seconds(worker) - before) / REQUESTS)


def measure(google: Google, folder: Path) -> Iterator[Figure]:
    with ExitStack() as stack:
        hello, sample, cached = (
            stack.enter_context(_bare(google, shape)) for shape in ("hello", "google_sample", "google_cached")
        )
        ours = stack.enter_context(_addon(google, folder))
        granted = Subject(process=ours.process, port=ours.port, posted=_in_a_sheet(google, ours.port))
        subjects = {"hello": hello, "sample": sample, "cached": cached, "ours": ours, "granted": granted}
        found = interleaved(RUNS, {name: subject.cost for name, subject in subjects.items()})
        tail = [_tail(ours) for _ in range(RUNS)]
    cost = {name: took.cpu * 1e6 for name, took in found.items()}
    yield _card(cost, "hello", "Home card, CPU a request, both tokens verified", "Flask hello", 2.0)
    yield _card(cost, "sample", "the same beside Google's sample, certificates fetched each time", "sample", 0.4)
    yield _card(cost, "cached", "the same beside Google's sample with CacheControl", "cached sample", None)
    yield _sheet(cost)
    median, worst = sorted(tail)[len(tail) // 2]
    baseline = f"median {median / 1e3:.1f} ms"
    yield at_most(2, f"p99 at {CONNECTIONS} connections", worst / median, 5.0, f"{worst / 1e3:.1f} ms", baseline)


def _card(cost: Mapping[str, float], other: str, what: str, name: str, ceiling: float | None) -> Figure:
    ratio = cost["ours"] / cost[other]
    baseline = f"{name} {cost[other]:.0f} µs"
    if ceiling is not None:
        return at_most(2, what, ratio, ceiling, f"{cost['ours']:.0f} µs", baseline)
    return Figure(goal=2, what=what, measured=f"{cost['ours']:.0f} µs = {ratio:.2f} ×", baseline=baseline)


def _sheet(cost: Mapping[str, float]) -> Figure:
    ratio = cost["granted"] / cost["hello"]
    return Figure(
        goal=2,
        what="Home of an allowed sheet: fresh tabs and numbers from Sheets, runs and offer from the store",
        measured=f"{cost['granted']:.0f} µs = {ratio:.1f} ×",
        baseline=f"Flask hello {cost['hello']:.0f} µs",
    )


def _tail(subject: Subject) -> tuple[float, float]:
    latencies = load.run(subject.port, subject.posted, connections=CONNECTIONS, requests=4 * REQUESTS)
    return load.quantile(latencies, 0.5), load.quantile(latencies, 0.99)


@contextmanager
def _addon(google: Google, folder: Path) -> Iterator[Subject]:
    port = free_port()
    posted = google.event(base_url(port), HOME)
    environ = addon_environment(google, port, f"sqlite:///{folder / 'cards.db'}")
    with serving(gunicorn_command("server:app", port), environ) as process:
        first_answer(process, port, posted)
        yield Subject(process=process, port=port, posted=posted)


@contextmanager
def _bare(google: Google, shape: str) -> Iterator[Subject]:
    port = free_port()
    audience = base_url(port) + HOME
    posted = Posted(path=HOME, token=google.system_token(audience), body=google.event(base_url(port), HOME).body)
    environ = {"BENCH_CERTIFICATES": google.certificates_url, "BENCH_AUDIENCE": audience}
    with serving(gunicorn_command(f"bench.bare:{shape}()", port), environ) as process:
        first_answer(process, port, posted)
        yield Subject(process=process, port=port, posted=posted)


def _in_a_sheet(google: Google, port: int) -> Posted:
    file = google.add_sheet("Leads", "Email,Company\nana@nordwind.example,Nordwind\n")
    return google.event(base_url(port), SHEET_HOME, file)
