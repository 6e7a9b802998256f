"""Tools a test needs and a machine may lack."""

from __future__ import annotations

import os
from typing import NoReturn

import pytest


def missing(tool: str, how: str) -> NoReturn:
    """Skip and say how to get the tool; with CI=true fail, for there the environment promises every tool."""
    said = f"{tool} is not on this machine: {how}."
    if os.environ.get("CI") == "true":
        pytest.fail(said)
    pytest.skip(said)
