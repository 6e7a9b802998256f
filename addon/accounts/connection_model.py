"""The doors to the outside as Settings shows them: what stands behind each, and whether it answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from addon.accounts.grant_model import GrantKind


class Door(StrEnum):
    """What the add-on can be connected to."""

    GMAIL = "gmail"
    SHEETS = "sheets"
    """The open file, by the access Google gives with every click."""
    SHEETS_AWAY = "sheets_away"
    """Every sheet the user works on, while its sidebar is closed."""
    GEMINI = "gemini"
    CALENDLY = "calendly"
    STORE = "store"


class Standing(StrEnum):
    """Where a connection stands; ``absent`` ones have no key or grant, ``dead`` ones a grant that ended."""

    WORKS = "works"
    FAILS = "fails"
    UNTESTED = "untested"
    ABSENT = "absent"
    DEAD = "dead"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connection:
    """One door. ``account`` is who or what answers behind it: an address, a model, a name, a project.

    ``problem`` is why the last test failed, a template with its ``values`` as errors have them. ``grant`` is what the
    user gives for it, and ``connect`` the path where they do; blank where this server cannot ask.
    """

    door: Door
    standing: Standing
    account: str = ""
    last_success: datetime | None = None
    problem: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    grant: GrantKind | None = None
    connect: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """What was last found out about a door, and when; ``reason`` is the word for a failure that logs have too."""

    account: str = ""
    last_success: datetime | None = None
    reason: str = ""
    problem: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    tested_at: datetime | None = None
