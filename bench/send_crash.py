"""``python -m bench.send_crash [--kills N] [--folder PATH]``: kill -9 the add-on while it sends, on both stores.

Each campaign is written down when it is over, one line of JSON in ``send-crash.jsonl``; started again, it goes on with
the next seed until so many kills are reached on each store.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import cache, partial
from itertools import count
from pathlib import Path

import addon
from tests.emulator import running_emulator
from tests.flow.send_kill9 import STEPS, kill_seed

KILLS, PEOPLE, KILLS_EACH, PROCESSES, SHOWN = 2_000, 3, 20, 2, 20
SQLITE, FIRESTORE = "sqlite", "firestore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """What came of one campaign. ``broken`` names every promise that was not kept, ``code`` the add-on's sources."""

    store: str
    seed: int
    kills: int
    broken: list[str]
    seconds: float
    at: str
    code: str


def live(emulator: str, store: str, seed: int) -> Campaign:
    """Kill one campaign some twenty times; what raises counts as a promise not kept."""
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="send-crash-") as folder:
        try:
            kills, broken = kill_seed(Path(folder), seed, KILLS_EACH, PEOPLE, settings(emulator, store, seed))
        except Exception as error:  # a campaign that breaks down must not end the others
            notes = " ".join(getattr(error, "__notes__", ()))
            kills, broken = 0, [f"seed {seed}: broke down: {type(error).__name__}: {error} {notes}"]
    return Campaign(
        store=store, seed=seed, kills=kills, broken=broken,
        seconds=round(time.monotonic() - started, 1), at=f"{datetime.now(UTC):%Y-%m-%d %H:%M}", code=code(),
    )  # fmt: skip


@cache
def code() -> str:
    """Return a digest of the sources that are killed: results of other code are told apart."""
    sources = sorted(Path(addon.__file__ or "").parent.rglob("*.py"))
    return hashlib.sha256(b"".join(one.read_bytes() for one in sources)).hexdigest()[:8]


def settings(emulator: str, store: str, seed: int) -> Mapping[str, str]:
    """Return where the store is: a file of the campaign's own, or a project of the emulator."""
    if store == SQLITE:
        return {"STORE_URL": "sqlite:///store.db"}
    return {"STORE_URL": f"firestore://kill-{seed}-{time.time_ns() % 10**8}", "FIRESTORE_EMULATOR_HOST": emulator}


def kept(file: Path) -> list[Campaign]:
    """Return the campaigns of earlier calls."""
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    return [Campaign(**json.loads(line)) for line in lines]


def left(done: list[Campaign], stores: list[str], kills: int) -> Iterator[tuple[str, int]]:
    """Yield store and seed of campaigns to come, the stores in turn, as many as reach the kills if none falls short."""
    need = {store: kills - sum(one.kills for one in done if one.store == store) for store in stores}
    seeds = {store: count(max((one.seed + 1 for one in done if one.store == store), default=1)) for store in stores}
    while any(wanted > 0 for wanted in need.values()):
        for store in (one for one in stores if need[one] > 0):
            need[store] -= KILLS_EACH
            yield store, next(seeds[store])


def main(arguments: list[str] | None = None) -> int:
    """Go on killing, file each campaign, and write what stands there; 1 if any promise was not kept."""
    parser = argparse.ArgumentParser(prog="python -m bench.send_crash", description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS, help="on each store")
    parser.add_argument("--stores", nargs="+", default=[SQLITE, FIRESTORE], choices=[SQLITE, FIRESTORE])
    parser.add_argument("--folder", type=Path, default=Path("bench/results"))
    asked = parser.parse_args(arguments)
    lines, page = asked.folder / "send-crash.jsonl", asked.folder / "send-crash.md"
    with ExitStack() as stack:
        emulator = stack.enter_context(running_emulator()) if FIRESTORE in asked.stores else ""
        pool = stack.enter_context(ProcessPoolExecutor(max_workers=PROCESSES))
        to_come = list(left(kept(lines), asked.stores, asked.kills))
        for told in pool.map(partial(_live, emulator), to_come):
            with lines.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(told)) + "\n")
            page.write_text(report(kept(lines)), encoding="utf-8")
            sys.stdout.write(f"{told.store} {told.seed}: {told.kills} kills in {told.seconds} s {told.broken or ''}\n")
            sys.stdout.flush()
    return 1 if any(one.broken for one in kept(lines)) else 0


def _live(emulator: str, asked: tuple[str, int]) -> Campaign:
    return live(emulator, *asked)


def report(done: list[Campaign]) -> str:
    """Return the page of results."""
    broken = [f"- {one.store}, {said}" for one in done for said in one.broken]
    rows = []
    for store, source in sorted({(one.store, one.code) for one in done}):
        mine = [one for one in done if (one.store, one.code) == (store, source)]
        bad, kills = sum(bool(one.broken) for one in mine), sum(one.kills for one in mine)
        rows.append(
            f"| {store} | {source} | {len(mine):,} | {len(mine) * PEOPLE * STEPS:,} | {kills:,} | {bad} "
            f"| {min(one.at for one in mine)} | {max(one.at for one in mine)} |"
        )
    return "\n".join(
        [
            "# kill -9 while it sends",
            "",
            "| store | code | campaigns | mails | kills | not as promised | from (UTC) | to |",
            "|---|---|---|---|---|---|---|---|",
            *rows,
            "",
            f"Each campaign: {PEOPLE} people, {STEPS} mails each, some {KILLS_EACH} kills at a random request to Gmail",
            "or Sheets: before it takes effect, before its answer, or up to 50 ms later; then the rest in peace.",
            "Promised is that each mail leaves once, that all are through at the end, and that log and sheet say so.",
            "`make crash` goes on where it stopped; `send-crash.jsonl` has a line for each campaign; `code` is a",
            "digest of the add-on's sources.",
            "",
            *broken[:SHOWN],
            "",
        ]
    )


if __name__ == "__main__":
    raise SystemExit(main())
