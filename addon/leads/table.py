"""A tab read as a table: which row is the header, which columns are the user's, ours, and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from addon.leads.guess import guess_columns
from addon.leads.header import find_header_row
from addon.leads.lead import RowReader
from addon.leads.model import SELECT_HEADER, Cell, ColumnMap, Field, Lead, OwnCells, OwnColumn, Reading
from addon.leads.selection import is_ticked
from addon.lib.text import cell_text, fold

HEADER_ROWS = 10
"""The header stands in one of the first ten rows."""

SAMPLE_ROWS = 50
"""Rows below the header that the guess looks at."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """One moment of a tab, or of the rows of it that were read.

    Row and column indexes are 0-based; ``headers[j]`` is the text over column ``j``; ``rows`` holds cells by row.
    """

    header_row: int
    headers: tuple[str, ...]
    columns: ColumnMap
    rows: Mapping[int, Sequence[Cell]]
    own: Mapping[str, OwnCells]
    own_indexes: frozenset[int]
    """Where columns of ours stand: those read, and those known by the header they had when the whole tab was read."""

    @property
    def own_headers(self) -> tuple[str, ...]:
        """The headers over our columns that no column of the user's has too."""
        theirs = {"", *self.user_headers}
        return tuple(
            text for index, text in enumerate(self.headers) if index in self.own_indexes and text not in theirs
        )

    @property
    def user_headers(self) -> tuple[str, ...]:
        """The user's own headers, in order, without blanks and doubles."""
        ours = self.own_indexes
        found = (text for index, text in enumerate(self.headers) if text and index not in ours)
        return tuple(dict.fromkeys(found))

    @property
    def width(self) -> int:
        """How many columns hold anything."""
        widest = max((len(row) for row in self.rows.values()), default=0)
        return max(widest, len(self.headers), *(index + 1 for index in self.own_indexes), 0)

    def own_column(self, column: OwnColumn) -> Sequence[Cell]:
        """Return one of our columns as read, from row 0; empty where it was not read or is not there."""
        found = self.own.get(column)
        return found.cells if found else ()

    def own_cell(self, column: OwnColumn, row: int) -> Cell:
        """Return one of our cells as read, ``""`` where there is none."""
        found = self.own.get(column)
        return found.cells[row] if found and row < len(found.cells) else ""

    @cached_property
    def _reader(self) -> RowReader:
        return RowReader(self.headers, self.columns, self.own_indexes)

    @cached_property
    def _lead_rows(self) -> tuple[int, ...]:
        below = (row for row in sorted(self.rows) if row > self.header_row)
        return tuple(row for row in below if self._reader.is_lead(self.rows[row]))

    def lead(self, row: int) -> Lead | None:
        """Return the row as a lead, None for a row that holds nothing of the user's."""
        if row <= self.header_row or row not in self.rows:
            return None
        return self._reader.lead(row + 1, self.rows[row], cell_text(self.own_cell(OwnColumn.LEAD_ID, row)))

    def value(self, row: int, field: Field) -> str:
        """Return one value of the lead in a row, at a tenth of the price of the lead."""
        return self._reader.value(field, self.rows[row])

    def lead_rows(self) -> Iterator[int]:
        """Yield the rows below the header that are leads, from the top."""
        return iter(self._lead_rows)

    def leads(self) -> Iterator[Lead]:
        """Yield the leads from the top."""
        return (lead for row in self._lead_rows if (lead := self.lead(row)))

    def is_selected(self, row: int) -> bool:
        """Whether the user ticked the row in a column called Select."""
        cells = self.rows[row]
        ours = self.own_indexes
        wanted = fold(SELECT_HEADER)
        return any(
            index < len(cells) and is_ticked(cells[index])
            for index, text in enumerate(self.headers)
            if index not in ours and fold(text) == wanted
        )


def table_from(
    reading: Reading, saved: ColumnMap | None = None, *, own_headers: Collection[str] = (), as_saved: bool = False
) -> Table:
    """Read a reading, whose first span starts at row 0, as a table.

    Of a saved map the confirmed fields count while their headers are there, and the rest is guessed; ``as_saved`` takes
    the whole map as it is, so that all slices of a run read a column alike. ``own_headers`` tell columns of ours that
    were not read from the user's.
    """
    top = reading.spans[0].cells
    ours = {index for column in reading.own.values() for index in (column.index, *column.doubles)}
    visible = [["" if index in ours else cell for index, cell in enumerate(row)] for row in top[:HEADER_ROWS]]
    header_row = _saved_header_row(top, saved) if saved else None
    if header_row is None:
        header_row = find_header_row(visible)
    headers = headers_of(top, header_row)
    ours |= {index for index, text in enumerate(headers) if text in own_headers}
    if saved and as_saved and set(saved.headers.values()) <= set(headers):
        columns = replace(saved, header_row=header_row)
    else:
        sample = top[header_row + 1 : header_row + 1 + SAMPLE_ROWS]
        columns = _confirmed(guess_columns(headers, sample, ours), saved, headers, header_row)
    rows = {span.first + offset: cells for span in reading.spans for offset, cells in enumerate(span.cells)}
    return Table(
        header_row=header_row,
        headers=headers,
        columns=columns,
        rows=rows,
        own=reading.own,
        own_indexes=frozenset(ours),
    )


def _confirmed(guess: ColumnMap, saved: ColumnMap | None, headers: Sequence[str], header_row: int) -> ColumnMap:
    """Return the guess with what the user confirmed in its place, where the confirmed column is still there."""
    kept = {
        field: saved.headers.get(field, "")
        for field in (saved.confirmed if saved else ())
        if saved and saved.headers.get(field, "") in (*headers, "")
    }
    taken = {text for text in kept.values() if text}
    chosen = {field: text for field, text in guess.headers.items() if text not in taken} | kept
    return ColumnMap(
        header_row=header_row,
        headers={field: text for field, text in chosen.items() if text},
        confidence={f: 1.0 if f in kept else guess.confidence.get(f, 0.0) for f, text in chosen.items() if text},
        confirmed=frozenset(kept),
    )


def headers_of(rows: Sequence[Sequence[Cell]], header_row: int) -> tuple[str, ...]:
    """Return the header texts of a row, stripped."""
    return tuple(cell_text(cell).strip() for cell in rows[header_row]) if header_row < len(rows) else ()


def corrected(columns: ColumnMap, answers: Mapping[Field, str]) -> ColumnMap:
    """Return the map with the user's answers, headers by field; ``""`` says that no column holds the field.

    A field that was and stays without a column is not thereby confirmed: a column added later may still be it.
    """
    chosen = {**columns.headers, **answers}
    return ColumnMap(
        header_row=columns.header_row,
        headers={field: text for field, text in chosen.items() if text},
        confidence={field: 1.0 for field, text in chosen.items() if text},
        confirmed=frozenset(field for field, text in chosen.items() if text or columns.headers.get(field)),
    )


def _saved_header_row(rows: Sequence[Sequence[Cell]], saved: ColumnMap) -> int | None:
    wanted = set(saved.headers.values())
    near = sorted(range(min(HEADER_ROWS, len(rows))), key=lambda row: row != saved.header_row)
    return next((row for row in near if wanted and wanted <= set(headers_of(rows, row))), None)
