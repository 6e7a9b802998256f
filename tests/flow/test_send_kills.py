"""Processes die, Gmail fails, others come between, clocks jump, hands meddle: each mail goes once, or says why not."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from uuid import uuid4

import pytest

from addon.adapters.firestore import connect
from addon.adapters.sqlite import SqliteDocuments
from addon.ports import Documents
from tests.emulator import wipe
from tests.fakes.documents import FakeDocuments
from tests.flow.send_kills import Bank, Crash, Deed, Life
from tests.flow.send_kills_deeds import crash, schedule
from tests.flow.send_kills_verdict import broken_promises

SEEDS, BATCHES = 660, 3
"""With a death at each of some 260 points, over 900 schedules on SQLite; ``make crash`` kills thousands of times."""

LOOKS = ("read", "describe", "places")
"""Calls that change nothing in a sheet: to die at one of them is to die at the write or call before it."""

ON_FIRESTORE = 104
"""Each begins at its last mail: a store behind a network takes ten times as long."""

ON_FAKES = 60

Empty = Callable[[], Documents]
"""Gives the store with nothing in it."""


class RashSqlite(SqliteDocuments):
    """Waits for no disk: a process that dies takes nothing with it that it had committed, and no power is cut here."""

    def _borrow(self) -> sqlite3.Connection:
        is_new = not self._idle
        connection = super()._borrow()
        if is_new:
            connection.execute("PRAGMA synchronous = OFF")
        return connection


@pytest.fixture(autouse=True)
def silence() -> Iterator[None]:
    """Say nothing of thousands of deaths: to word each traceback takes longer than to live on."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Empty]:
    store = RashSqlite(tmp_path / "store.db")
    broom = sqlite3.connect(tmp_path / "store.db", isolation_level=None)

    def empty() -> Documents:
        broom.execute("DELETE FROM documents")
        return store

    yield empty
    broom.close()
    store.close()


@cache
def bank(people: int = 2, *, is_strict: bool = False) -> Bank:
    return Bank(people, is_strict=is_strict)


def test_a_calm_campaign_keeps_every_promise_and_passes_every_kind_of_point() -> None:
    calm = bank()
    life = Life(calm, calm.moments[0], FakeDocuments(is_strict=False))
    life.live()
    assert broken_promises(life) == []
    assert len(life.mailboxes.deliveries()) == 6
    assert _changing(life.fate.names) == _changing(calm.names)
    assert set(calm.names) >= {
        f"{when} {call}"
        for when in ("before", "after")
        for call in ("create_draft", "find_draft", "send_draft", "message", "profile", "thread", "commit", "replace")
    }


@pytest.mark.parametrize("batch", range(4))
def test_a_death_at_any_point_doubles_and_loses_nothing(sqlite: Empty, batch: int) -> None:
    calm = bank()
    points = [point for point, name in enumerate(calm.names) if not name.endswith(LOOKS)]
    assert len(points) == len(_changing(calm.names)) > 240
    for point in points[batch::4]:
        moment = calm.before(point)
        life = Life(calm, moment, sqlite(), [Deed("dies", crash, "", point - moment.passed)])
        life.live()
        assert life.fate.done == [f"dies {calm.names[point]}"]
        assert broken_promises(life) == [], life.fate.done
        assert len(life.mailboxes.deliveries()) == 6, life.fate.done


@pytest.mark.parametrize("batch", range(BATCHES))
def test_whatever_else_happens_on_sqlite_doubles_and_loses_nothing(sqlite: Empty, batch: int) -> None:
    assert _broken(range(batch, SEEDS, BATCHES), sqlite) == []


def test_the_same_on_the_store_in_memory() -> None:
    assert _broken(range(100_000, 100_000 + ON_FAKES), lambda: FakeDocuments(is_strict=False)) == []


def test_a_life_that_sends_twice_or_forgets_is_found_out() -> None:
    """The verdict is worth something: bend a calm life's end, and it says so."""
    calm = bank()
    life = Life(calm, calm.moments[-1], FakeDocuments(is_strict=False))
    life.live()
    life.box.deliveries.append(life.box.deliveries[0])
    next(column for column in life.morning.sheet.columns if column.own == "Status").cells[1] = ""
    del life.box.deliveries[1]
    said = " ".join(broken_promises(life))
    for word in ("twice: 2 copies", "untrue: said sent, and nothing left", "sheet: the row says ''"):
        assert word in said
    with pytest.raises(Crash):
        crash(life, "anywhere")


@pytest.mark.emulator
@pytest.mark.xdist_group("emulator")
def test_the_same_on_firestore(emulator: str) -> None:
    project = f"kills-{uuid4().hex[:8]}"
    store = connect(project, emulator=emulator)

    def empty() -> Documents:
        wipe(emulator, project)
        return store

    made, broken = bank(1), []
    for seed in range(200_000, 200_000 + ON_FIRESTORE):
        broken += replace(schedule(seed, made), moment=len(made.moments) - 1).live(made, empty()).broken
    assert broken == []


def _changing(names: list[str]) -> list[str]:
    """Return the points at store writes, writes to the sheet and calls of Gmail."""
    return [name for name in names if not name.endswith(LOOKS)]


def _broken(seeds: range, empty: Empty) -> list[str]:
    """Live the schedules of some seeds, most of one person, a fifth in strict mode; in nearly all something happens."""
    broken, quiet = [], 0
    for seed in seeds:
        made = bank(2 if seed % 6 == 0 else 1, is_strict=seed % 5 == 0)
        told = schedule(seed, made).live(made, empty())
        broken += told.broken
        quiet += not told.happened
    assert quiet < len(seeds) / 5
    return broken
