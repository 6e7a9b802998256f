"""What several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.emulator import running_emulator


@pytest.fixture(scope="session")
def emulator() -> Iterator[str]:
    """Google's Firestore emulator, ``host:port``; one for the worker that runs its tests."""
    with running_emulator() as host:
        yield host
