"""The doors to the outside as Settings shows them: what stands behind each, and whether it answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Door(StrEnum):
    """What the add-on can be connected to."""

    GMAIL = "gmail"
    SHEETS = "sheets"
    GEMINI = "gemini"
    CALENDLY = "calendly"
    STORE = "store"


class Standing(StrEnum):
    """Where a connection stands; ``absent`` ones have no key or grant, so there is nothing to test."""

    WORKS = "works"
    FAILS = "fails"
    UNTESTED = "untested"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One door. ``account`` is who or what answers behind it: an address, a model, a name, a project.

    ``problem`` is why the last test failed, a template with its ``values`` as errors have them.
    """

    door: Door
    standing: Standing
    account: str = ""
    last_success: datetime | None = None
    problem: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What was last found out about a door; ``reason`` is the word for a failure that logs have too."""

    account: str = ""
    last_success: datetime | None = None
    reason: str = ""
    problem: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
