"""Which drafts stand in a tab's own columns, for a person's eyes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from addon.drafting.model import Shown
from addon.leads.model import Cell, OwnColumn

COLUMNS = (OwnColumn.LEAD_ID, OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE, OwnColumn.STATUS)


def drafts_of(cells: Mapping[OwnColumn, Sequence[Cell]]) -> Iterator[Shown]:
    """Yield the rows that have a draft, from whole columns with row 0 first."""
    columns = [cells.get(column, ()) for column in COLUMNS]
    for row in range(max(map(len, columns))):
        id, subject, body, evidence, status = (str(column[row]) if row < len(column) else "" for column in columns)
        if body and body != OwnColumn.DRAFT and id and id != OwnColumn.LEAD_ID:
            yield Shown(id=id, row=row + 1, subject=subject, body=body, evidence=evidence, status=status)
