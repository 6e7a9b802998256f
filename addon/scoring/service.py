"""Scores rows of a run by rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from addon.accounts.model import IdealCustomer
from addon.accounts.service import Accounts
from addon.leads.model import Cell, Decision, FoundRow, OwnColumn
from addon.leads.service import tab_id
from addon.runs.model import Run
from addon.scoring.explain import why
from addon.scoring.model import Score
from addon.scoring.rules import score

SCORED = "Scored"

MAX_KEPT = 200
"""Characters of a cell's value kept with a reason."""


class ScoreRows:
    """The work of a ``score`` run."""

    columns: tuple[OwnColumn, ...] = (OwnColumn.SCORE, OwnColumn.TIER, OwnColumn.WHY)
    guarded: tuple[OwnColumn, ...] = (OwnColumn.SCORE, OwnColumn.TIER)
    done_column: OwnColumn = OwnColumn.SCORE
    slice_rows = 1_000
    is_quick = True

    def __init__(self, accounts: Accounts) -> None:
        self._accounts = accounts

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:  # noqa: ARG002
        """Score every row: rules take microseconds, so time is never up."""
        ideal = self._accounts.ideal(run.tenant, tab_id(run.target.spreadsheet_id, run.target.sheet_id))
        return [_done(row, ideal) for row in rows]


def _done(row: FoundRow, ideal: IdealCustomer) -> Decision:
    found = score(row.lead, ideal)
    cells: dict[OwnColumn, Cell] = {
        OwnColumn.SCORE: found.points,
        OwnColumn.TIER: str(found.tier),
        OwnColumn.WHY: why(found),
        OwnColumn.STATUS: SCORED,
    }
    return Decision(cells=cells, outcome=found.tier.lower(), facts={"reasons": _reasons(found)})


def _reasons(found: Score) -> list[dict[str, object]]:
    """Return the reasons to keep; a cell may hold 50,000 characters, and each reason would keep its own copy."""
    return [
        {"rule": one.rule, "header": one.header, "value": one.value[:MAX_KEPT], "points": one.points}
        for one in found.reasons
    ]
