"""What a whole tab holds, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from addon.leads.model import Check, ColumnMap, Field, Problem, Reading, Tab
from addon.leads.numbers import numbers_of
from addon.leads.table import Table, corrected, table_from
from addon.leads.validate import findings
from addon.lib.ids import digest

SPOILING = (Problem.NO_EMAIL, Problem.BAD_EMAIL, Problem.DUPLICATE)
"""Problems that keep a row from being mailed."""


def check_of(tab: Tab, table: Table) -> Check:
    """Return what is in a table and what is wrong with it."""
    leads = tuple(table.leads())
    found = findings(leads)
    spoiled = {row for finding in found if finding.problem in SPOILING for row in finding.rows}
    return Check(
        tab=tab,
        headers=_keyed(table),
        columns=table.columns,
        rows=len(leads),
        ready=len(leads) - len(spoiled),
        findings=found,
        numbers=numbers_of(table),
    )


def table_as_told(reading: Reading, saved: ColumnMap | None, answers: Mapping[Field, str] | None) -> Table:
    """Return a reading as a table by the map saved and by ``answers``: keys of ``Check.headers``, ``""`` for none."""
    guessed = table_from(reading, saved)
    if answers is None:
        return guessed
    known = {"": "", **_keyed(guessed)}
    chosen = {field: known[key] for field, key in answers.items() if key in known}
    return table_from(reading, corrected(guessed.columns, chosen))


def _keyed(table: Table) -> dict[str, str]:
    """Return the user's headers by a short key that a form can carry."""
    return {digest("header", text)[:12]: text for text in table.user_headers}
