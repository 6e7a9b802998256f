"""kill -9 at any moment: started again, the run goes on where it was; every row once, no cell of the user's touched."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from playground import app as playground_app
from playground import environment
from playground import world as playground_world
from tests.cast import lead_rows
from tests.flow.door import Door
from tests.flow.process import Process
from tests.flow.wire import Wire, until

ROWS = 800
SAMPLED = 4
KILLS = 21
LEASE_HOURS = 0.03
"""A little more than the 90 seconds after which another worker takes over."""

READ, WRITE = "batchGetByDataFilter", "batchUpdateByDataFilter"
MOMENTS = (("before", WRITE, 0), ("after", WRITE, 0), ("before", READ, 1))
"""When, at which call, after how many. The first is the write that queues the rows; each three move a slice on."""


class Killer:
    """Kills the process at one of its calls to the Sheets API, before it takes effect or before its answer."""

    def __init__(self, process: Process, google: Door) -> None:
        self._process = process
        self._google = google
        self._struck = threading.Event()

    def aim(self, when: str, method: str, skip: int) -> None:
        """Let ``skip`` such calls pass and kill at the next."""
        self._struck.clear()
        passing = iter([True] * skip)

        def look(_: str, path: str) -> bool:
            if self._struck.is_set() or not path.endswith(method) or next(passing, False):
                return True
            self._process.end()
            self._struck.set()
            return False

        self._google.quieten()
        setattr(self._google, when, look)

    def wait(self) -> None:
        assert self._struck.wait(30), f"no call to kill at:\n{self._process.log()}"
        self._google.quieten()


class Killed(Wire):
    """A wire whose add-on is a process."""

    def __init__(self, folder: Path) -> None:
        self.google, clock = Door(), folder / "clock"
        (folder / "addon").mkdir()
        google = environment.variables(self.google.origin, clock)
        self.process = Process(folder / "addon", {**google, "STORE_URL": "sqlite:///store.db"})
        self.world = playground_world.create(
            addon=self.process.origin, data=folder / "playground", clock_file=clock
        )  # fmt: skip
        self.google.app = playground_app.create_app(self.world)

    def close(self) -> None:
        self.process.end()
        self.google.close()


@pytest.fixture
def killed(tmp_path: Path) -> Iterator[Killed]:
    wire = Killed(tmp_path)
    yield wire
    wire.close()


def like_the_samples(killed: Killed) -> None:
    """Have Ana like how drafts sound, in a small sheet, so that the large one is written in one run."""
    ana = killed.sheet(lead_rows(SAMPLED))
    ana.press("Write drafts")
    ana.press("Write the rest")
    killed.work(ana)


def test_a_run_survives_twenty_one_kills(killed: Killed) -> None:
    killed.process.start()
    like_the_samples(killed)
    ana = killed.sheet(lead_rows(ROWS))
    before = killed.grid(ana.file).users()
    killer = Killer(killed.process, killed.google)
    for number in range(KILLS):
        killer.aim(*MOMENTS[number % len(MOMENTS)])
        if number:
            killed.process.start()
            killed.play("/clock", advance_hours=LEASE_HOURS)
        else:
            ana.try_to_press("Write drafts")
        killer.wait()
        assert killed.grid(ana.file).users() == before
    assert not all(killed.grid(ana.file).cells("Draft")), "it was killed in the middle, not after the end"
    killed.process.start()
    killed.play("/clock", advance_hours=LEASE_HOURS)
    until(lambda: f"{ROWS} leads · 0 scored · {ROWS} drafts" in ana.open())
    grid = killed.grid(ana.file)
    assert grid.users() == before
    assert len(set(grid.cells("Lead ID"))) == len(grid.cells("Lead ID")) == ROWS
    assert set(grid.cells("Status")) == {"Drafted offline"}
    for company, draft in grid.beside("Company", "Draft").items():
        assert re.search(rf"{company}\b", draft), f"the draft beside {company} is another's"
    assert sorted(grid.own.values()) == ["Draft", "Evidence", "Lead ID", "Status", "Subject"]
