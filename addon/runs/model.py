"""A run: long work over many rows of one tab, done in slices, that goes on when the sidebar is closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from addon.leads.model import Decision, FoundRow, OwnColumn, RowChoice


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
    FOLLOW_UPS = "follow_ups"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The rows a run works on. ``rows`` is the user's choice: a ``RowChoice`` or a range such as ``2-50, 60``.

    ``most`` ends the list after so many rows: samples are the first few of the rows ``rest`` chooses.
    """

    spreadsheet_id: str
    sheet_id: int
    tab: str
    rows: str = RowChoice.NEW
    most: int | None = None
    rest: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How the user wants a run's work done.

    Drafts: ``wish`` is what should be different, ``variant`` how often they asked anew, ``anew`` that rows drafted
    before are written again, ``approval`` what their style is approved as, once it is. Scores: ``by_model`` asks a
    model about each row beside the rules.
    """

    wish: str = ""
    variant: int = 0
    anew: bool = False
    approval: str = ""
    by_model: bool = False


PLAIN = Manner()
"""Without wishes, by rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run as stored. At most one active run per (spreadsheet, tab, kind): its id is derived from them.

    ``cursor`` of ``total`` rows are behind us (``total`` is None before the rows were chosen), the first ``verified``
    of them seen to stand right in the sheet. ``plan`` numbers the list of rows, which is made anew when rows changed.
    ``is_large`` has the tab read in parts, ``halvings`` makes its slices smaller, as its cells are very long.
    ``left`` rows chosen were left out, for the run was to be of a few samples only. ``is_checked`` says that all it
    wrote was seen to stand right at its end; ``is_doubtful``, that rows moved meanwhile, so that more than what it
    wrote last may stand at a wrong lead.
    ``is_resumed`` asks for a list of the rows not reached, as the tab stands when it goes on.
    ``counts`` are per-outcome numbers for the receipt. ``owner`` started it and says what is offered; ``access`` is the
    sealed token of ``user`` it reads the sheet with, dropped when the run ends. ``note`` says why it waits or failed;
    ``failures`` counts faults in a row. ``spent`` counts a model's ``calls``, ``input_tokens``, ``output_tokens`` and
    ``micros``, millionths of a US dollar. ``remark`` is the first thing that went otherwise than asked.
    """

    id: str
    tenant: str
    owner: str
    user: str
    kind: RunKind
    target: Target
    state: RunState
    created_at: datetime
    updated_at: datetime
    total: int | None = None
    cursor: int = 0
    verified: int = 0
    plan: int = 0
    left: int = 0
    is_large: bool = False
    halvings: int = 0
    is_checked: bool = False
    is_doubtful: bool = False
    is_resumed: bool = False
    failures: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    spent: Mapping[str, int] = field(default_factory=dict)
    manner: Manner = Manner()
    access: str = ""
    note: str = ""
    remark: str = ""
    retry_at: datetime | None = None
    version: str = ""


class Work(Protocol):
    """What one kind of run does to rows. A room implements it; ``addon/services`` hands it to the runs."""

    columns: tuple[OwnColumn, ...]
    """The columns it writes, beside Lead ID and Status."""
    guarded: tuple[OwnColumn, ...]
    """Columns whose edited cell keeps a row as the user left it."""
    done_column: OwnColumn
    """The column whose filled cell means that the row is done."""
    needed_column: OwnColumn | None
    """The column whose blank cell means that there is nothing to do for the row yet."""
    slice_rows: int
    """Rows in one slice at most."""

    def is_quick(self, run: Run) -> bool:
        """Whether a slice is a matter of milliseconds, so that a click may do the first one before it answers."""

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        """Return what became of the first rows, at least one, in order; fewer than ``rows`` when time is up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Something that must happen at ``due_at`` (business time); ``ref`` is what ``kind`` needs to find it.

    While ``lease_until`` (real time) is ahead, one worker is at it; ``asked_at`` is when it was asked to be looked at
    again meanwhile. ``attempts`` counts leases since the row last finished a turn.
    """

    id: str
    kind: str
    ref: str
    tenant: str
    due_at: datetime
    lease_until: datetime | None = None
    asked_at: datetime | None = None
    attempts: int = 0
    version: str = ""


class DueKind(StrEnum):
    """What can be due."""

    RUN = "run"
    MAILBOX = "mailbox"


class LeaseLost(Exception):
    """Another worker has the row by now: whatever was planned must not be written any more."""
