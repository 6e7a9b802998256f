"""Gives the rows of a table their Lead IDs."""

from __future__ import annotations

import secrets
from collections.abc import Callable

from addon.leads.identity import RowIdentity, Scope, resolve
from addon.leads.model import Field, OwnColumn
from addon.leads.person import person
from addon.leads.table import Table
from addon.lib.text import cell_text


def identified(
    scope: Scope, table: Table, entropy: Callable[[], bytes] = lambda: secrets.token_bytes(8)
) -> dict[int, str]:
    """Return row (0-based) → the id it carries or shall carry, for every row that holds anything of the user's."""
    rows = [(row, lead) for row in table.lead_rows() if (lead := table.lead(row))]
    carried = [
        RowIdentity(id=cell_text(table.own_cell(OwnColumn.LEAD_ID, row)), person=person(lead.value(Field.EMAIL)))
        for row, lead in rows
    ]
    return dict(zip((row for row, _ in rows), resolve(scope, carried, entropy), strict=True))
