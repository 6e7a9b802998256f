"""The numbers of a tab that Home shows, counted from the cells themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from addon.leads.model import Cell, OwnColumn

if TYPE_CHECKING:
    from addon.leads.table import Table

ROWS, SCORED, HOT, WARM, COLD, DRAFTED = "rows", "scored", "hot", "warm", "cold", "drafted"

COUNTED = (OwnColumn.SCORE, OwnColumn.TIER, OwnColumn.SUBJECT)
"""The columns the numbers are read from: short ones, so that counting 10,000 rows is one small answer."""


def numbers_of(table: Table) -> dict[str, int]:
    """Return how many rows hold a lead, a score, each tier and a draft."""
    rows = list(table.lead_rows())
    cells = {column: [table.own_cell(column, row) for row in rows] for column in COUNTED}
    return {ROWS: len(rows), **counted(cells)}


def counted(cells: Mapping[OwnColumn, Sequence[Cell]]) -> dict[str, int]:
    """Return how many of the cells below a header hold a score, each tier and a draft's subject."""
    tiers = [str(cell).strip().casefold() for cell in cells.get(OwnColumn.TIER, ())]
    return {
        SCORED: sum(cell != "" for cell in cells.get(OwnColumn.SCORE, ())),
        DRAFTED: sum(cell != "" for cell in cells.get(OwnColumn.SUBJECT, ())),
        **{tier: tiers.count(tier) for tier in (HOT, WARM, COLD)},
    }
