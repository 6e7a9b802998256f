"""What a whole tab holds, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from addon.leads.columns import is_lettered
from addon.leads.model import Check, ColumnMap, Field, Finding, Problem, Reading, Tab
from addon.leads.numbers import numbers_of
from addon.leads.opted_out import opted_out
from addon.leads.table import Table, corrected, table_from
from addon.leads.validate import findings, in_order
from addon.lib.ids import digest
from addon.lib.text import cell_text, clean, shorten

EXAMPLE_ROWS, MAX_EXAMPLE = 300, 40
"""Leads among which an example of a column is looked for, and its characters."""

SPOILING = (Problem.NO_EMAIL, Problem.BAD_EMAIL, Problem.SEVERAL_EMAILS, Problem.OPTED_OUT, Problem.DUPLICATE)
"""Problems that keep a row from being mailed."""


def check_of(tab: Tab, table: Table, others: Iterable[Finding] = ()) -> Check:
    """Return what is in a table and what is wrong with it; ``others`` are findings the cells do not tell."""
    leads = tuple(table.leads())
    found = in_order([*findings(leads), *opted_out(table), *others])
    spoiled = {row for finding in found if finding.problem in SPOILING for row in finding.rows}
    return Check(
        tab=tab,
        headers=_keyed(table),
        columns=table.columns,
        rows=len(leads),
        ready=len(leads) - len(spoiled),
        findings=found,
        numbers=numbers_of(table),
        examples={key: text for key, name in _keyed(table).items() if (text := _example(table, name))},
    )


def table_as_told(reading: Reading, saved: ColumnMap | None, answers: Mapping[Field, str] | None) -> Table:
    """Return a reading as a table by the map saved and by ``answers``: keys of ``Check.headers``, ``""`` for none."""
    guessed = table_from(reading, saved)
    if answers is None:
        return guessed
    known = {"": "", **_keyed(guessed)}
    chosen = {field: known[key] for field, key in answers.items() if key in known}
    return table_from(reading, corrected(guessed.columns, chosen))


def field_columns(table: Table) -> dict[Field, int]:
    """Return the column (0-based) of every field the user confirmed."""
    names = {field: table.columns.headers.get(field, "") for field in table.columns.confirmed}
    return {field: at for field, name in names.items() if name and (at := table.column_of(name)) is not None}


def _keyed(table: Table) -> dict[str, str]:
    """Return the names of the user's columns by a short key that a form can carry; blank columns have none."""
    names = (name for name in table.user_headers if not is_lettered(name) or _example(table, name))
    return {digest("header", text)[:12]: text for text in names}


def _example(table: Table, name: str) -> str:
    """Return the first filled cell of a column, short."""
    at = table.column_of(name)
    if at is None:
        return ""
    rows = (table.rows[row] for row in islice(table.lead_rows(), EXAMPLE_ROWS))
    texts = (clean(cell_text(row[at])[: 4 * MAX_EXAMPLE]) for row in rows if at < len(row))
    return shorten(next((text for text in texts if text), ""), MAX_EXAMPLE)
