"""The stores and mailboxes the contracts are run on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from addon.adapters.document_indexes import INDEXES, Index
from addon.adapters.firestore import FirestoreDocuments, connect
from addon.adapters.sqlite import SqliteDocuments
from addon.ports import Documents
from tests.contract.mailbox_benches import Bench, FakeBench, PlaygroundBench, WireBench
from tests.emulator import wipe
from tests.fakes.documents import FakeDocuments

TEST_INDEXES = (*INDEXES, Index("things", ("group",), "value"), Index("things", ("group",), "-value"))

ON_THE_EMULATOR = [pytest.mark.emulator, pytest.mark.xdist_group("emulator")]
"""With ``--dist loadgroup`` one worker runs all of these, and starts the only emulator."""

STORES = ("sqlite", "fake", pytest.param("firestore", marks=ON_THE_EMULATOR))


@pytest.fixture(scope="session")
def project() -> str:
    """A project of this test process alone: others may share the emulator, and each wipes its own."""
    return f"contract-{uuid4().hex[:8]}"


@pytest.fixture(scope="session")
def firestore(emulator: str, project: str) -> FirestoreDocuments:
    return connect(project, emulator=emulator, indexes=TEST_INDEXES)


@pytest.fixture(params=STORES)
def documents(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Documents]:
    """An empty store."""
    yield from _stores[request.param](request, tmp_path)


def _sqlite(_: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Documents]:
    with closing(SqliteDocuments(tmp_path / "store.db", indexes=TEST_INDEXES)) as store:
        yield store


def _fake(_: pytest.FixtureRequest, __: Path) -> Iterator[Documents]:
    yield FakeDocuments(indexes=TEST_INDEXES)


def _firestore(request: pytest.FixtureRequest, _: Path) -> Iterator[Documents]:
    store: FirestoreDocuments = request.getfixturevalue("firestore")
    wipe(request.getfixturevalue("emulator"), request.getfixturevalue("project"))
    yield store


_stores: dict[str, Any] = {"sqlite": _sqlite, "fake": _fake, "firestore": _firestore}


# --- mailboxes ---
@pytest.fixture(params=[FakeBench, WireBench, PlaygroundBench], ids=["fake", "google", "playground"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Ana's mailbox behind each implementation of the port."""
    made: Bench = request.param()
    yield made
    made.close()


@pytest.fixture
def wire() -> Iterator[WireBench]:
    """Her mailbox behind the adapter, for what Google alone may answer."""
    made = WireBench()
    yield made
    made.close()
