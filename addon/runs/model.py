"""A run: long work over many rows of one tab, done in slices, that goes on when the sidebar is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class RunState(StrEnum):
    """Where a run stands. ``waiting`` needs something from outside: time, or the user's access again."""

    QUEUED = "queued"
    RUNNING = "running"
    WAITING = "waiting"
    STOPPING = "stopping"
    STOPPED = "stopped"
    DONE = "done"
    FAILED = "failed"

    @property
    def is_active(self) -> bool:
        """Whether work may still happen."""
        return self in (RunState.QUEUED, RunState.RUNNING, RunState.WAITING, RunState.STOPPING)


class RunKind(StrEnum):
    """What a run does to each row."""

    SCORE = "score"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The rows a run works on. ``rows`` is the user's choice: ``new``, ``ticked``, or a range such as ``2-50, 60``."""

    spreadsheet_id: str
    sheet_id: int
    tab: str
    rows: str = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run as stored. At most one active run per (spreadsheet, tab, kind): its id is derived from them.

    ``cursor`` of ``total`` rows are behind us; ``counts`` are per-outcome numbers for the receipt (``hot``, ``kept``…).
    ``access`` is the sealed token it reads the sheet with, dropped when the run ends. ``note`` says why it waits or failed.
    """

    id: str
    tenant: str
    user: str
    kind: RunKind
    target: Target
    state: RunState
    created_at: datetime
    updated_at: datetime
    total: int | None = None
    cursor: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    access: str = ""
    note: str = ""
    retry_at: datetime | None = None
    version: str = ""
