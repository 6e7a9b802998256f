"""What several folders of tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.emulator import running_emulator

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("long", max_examples=1_000, deadline=None)
settings.load_profile("quick")  # `pytest --hypothesis-profile long` looks for longer


@pytest.fixture(scope="session")
def emulator() -> Iterator[str]:
    """Google's Firestore emulator, ``host:port``; one for the worker that runs its tests."""
    with running_emulator() as host:
        yield host
