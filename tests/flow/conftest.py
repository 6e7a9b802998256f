"""One playground and one add-on for each module of flow tests that asks; each test brings its own file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.flow.wire import Wire


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    """Settings of the add-on in this module; a module may say others."""
    return {}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, settings: dict[str, str]) -> Iterator[Wire]:
    wire = Wire(tmp_path_factory.mktemp("wire"), **settings)
    yield wire
    wire.close()


@pytest.fixture
def wire(served: Wire) -> Iterator[Wire]:
    yield served
    served.calm()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Wire]:
    """A wire of the test's own, its clock at real time."""
    wire = Wire(tmp_path)
    yield wire
    wire.close()
