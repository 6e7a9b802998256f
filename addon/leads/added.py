"""A lead that a person names, as a row of the tab it is to stand in."""

from __future__ import annotations

from collections.abc import Mapping

from addon.errors import Invalid
from addon.leads.model import Field
from addon.leads.names_in_rows import name_parts
from addon.leads.person import person
from addon.leads.table import Table
from addon.lib.text import clean, shorten

LONGEST = 200
"""Characters of one value: what stands in a mail's head may be of any length."""


def row_of(table: Table, address: str) -> int | None:
    """Return the first row (0-based) of a person, by their normal address; None where they are in none."""
    return next((row for row in table.lead_rows() if person(table.value(row, Field.EMAIL)) == address), None)


def cells_of(table: Table, values: Mapping[Field, str]) -> dict[int, str]:
    """Return the cells of a new row by column (0-based): each value where the tab has a column for it.

    A full name goes into the columns of its parts too. ``Invalid`` where no column holds e-mail addresses.
    """
    said = {field: text for field, value in values.items() if (text := shorten(clean(value), LONGEST))}
    wanted = {**name_parts(said), **said}
    places = {field: table.column_of(header) for field, header in table.columns.headers.items()}
    if places.get(Field.EMAIL) is None:
        raise Invalid(
            "No column of this tab is known to hold e-mail addresses. Press Check leads and say which does.",
            reason="no_email_column",
        )
    found: dict[int, str] = {}
    for field, text in wanted.items():
        at = places.get(field)
        if at is not None:
            found.setdefault(at, text)
    return found
