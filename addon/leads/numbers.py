"""The numbers of a tab that Home shows, counted from the cells themselves."""

from __future__ import annotations

from addon.leads.model import OwnColumn
from addon.leads.table import Table

ROWS, SCORED, HOT, WARM, COLD, DRAFTED = "rows", "scored", "hot", "warm", "cold", "drafted"


def numbers_of(table: Table) -> dict[str, int]:
    """Return how many rows hold a lead, a score, each tier and a draft."""
    counts = dict.fromkeys((ROWS, SCORED, HOT, WARM, COLD, DRAFTED), 0)
    for row in table.lead_rows():
        counts[ROWS] += 1
        counts[SCORED] += table.own_cell(OwnColumn.SCORE, row) != ""
        counts[DRAFTED] += table.own_cell(OwnColumn.DRAFT, row) != ""
        tier = str(table.own_cell(OwnColumn.TIER, row)).strip().casefold()
        if tier in (HOT, WARM, COLD):
            counts[tier] += 1
    return counts
