"""The second Gmail server with our proxy before it, and an office that works with both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from addon.accounts.grant_model import GrantKind
from tests.cross.office import Office
from tests.cross.proxy import Proxy
from tests.cross.server import running_emulate


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The server itself, without the proxy."""
    with running_emulate() as origin:
        yield origin


@pytest.fixture
def proxy(server: str) -> Iterator[Proxy]:
    door = Proxy(server)
    yield door
    door.stop()


@pytest.fixture
def office(proxy: Proxy, tmp_path: Path) -> Office:
    """Ana's office, both grants given."""
    made = Office(proxy.origin, tmp_path)
    for kind in GrantKind:
        made.connect(kind)
    return made
