"""A tab read as a table: which row is the header, which columns are the user's, ours, and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from addon.leads.cells import is_email
from addon.leads.columns import column_names, group_texts, header_texts, is_lettered
from addon.leads.guess import guess_columns
from addon.leads.header import HEADER_ROWS, find_header_row, is_repeated, is_units_row
from addon.leads.lead import RowReader
from addon.leads.model import NO_HEADER, SELECT_HEADER, Cell, ColumnMap, Field, Lead, OwnCells, OwnColumn, Reading
from addon.leads.selection import is_ticked
from addon.lib.text import cell_text, fold

SAMPLE_ROWS = 300
"""Rows below the header that the guess looks at: the first filled cells of each column tell its kind."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """One moment of a tab, or of the rows of it that were read.

    Row and column indexes are 0-based; ``headers[j]`` is the name of column ``j``; ``rows`` holds cells by row.
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

    def column_of(self, name: str) -> int | None:
        """Return where the user's column of a name stands (0-based), None where there is none."""
        found = (index for index, text in enumerate(self.headers) if text == name and index not in self.own_indexes)
        return next(found, None)

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
        below = (row for row in sorted(self.rows) if self._is_below(row))
        return tuple(row for row in below if self._reader.is_lead(self.rows[row]))

    @cached_property
    def _units_row(self) -> int | None:
        """The row of units or hints right below the header, if there is one."""
        below = self.header_row + 1
        return below if self.header_row != NO_HEADER and is_units_row(self._theirs(below)) else None

    def _is_below(self, row: int) -> bool:
        return row > self.header_row and row != self._units_row and not self._is_header_again(row)

    def _is_header_again(self, row: int) -> bool:
        header = self.rows.get(self.header_row, ())
        return bool(header) and is_repeated(self.rows.get(row, ()), header, self.own_indexes)

    def _theirs(self, row: int) -> list[Cell]:
        return [cell for index, cell in enumerate(self.rows.get(row, ())) if index not in self.own_indexes]

    def lead(self, row: int) -> Lead | None:
        """Return the row as a lead, None for a row that holds nothing of the user's."""
        if not self._is_below(row) or row not in self.rows:
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

    @cached_property
    def select_columns(self) -> tuple[int, ...]:
        """Where the user's columns called Select stand (0-based)."""
        ours, wanted = self.own_indexes, fold(SELECT_HEADER)
        return tuple(at for at, text in enumerate(self.headers) if at not in ours and fold(text) == wanted)

    def is_selected(self, row: int) -> bool:
        """Whether the user ticked the row in a column called Select."""
        cells = self.rows[row]
        return any(index < len(cells) and is_ticked(cells[index]) for index in self.select_columns)


def table_from(
    reading: Reading, saved: ColumnMap | None = None, *, own_headers: Collection[str] = (), as_saved: bool = False
) -> Table:
    """Read a reading, whose first span starts at row 0, as a table.

    Of a saved map the confirmed fields count while their columns are there, by name or by the mark they carry, and the
    rest is guessed; ``as_saved`` takes the whole map as it is, so that all slices of a run read a column alike.
    ``own_headers`` tell columns of ours that were not read from the user's.
    """
    top = reading.spans[0].cells
    ours = {index for column in reading.own.values() for index in (column.index, *column.doubles)}
    width = max((len(row) for span in reading.spans for row in span.cells), default=0)
    header_row = _header_row(top, ours, saved, as_saved=as_saved)
    texts = header_texts(top, header_row, width)
    ours |= {index for index, text in enumerate(texts) if text and text in own_headers}
    names = column_names(texts, ours)
    rows = {span.first + offset: cells for span in reading.spans for offset, cells in enumerate(span.cells)}
    if saved and as_saved and _fits(saved, names, rows):
        columns = replace(saved, header_row=header_row)
        ours |= _unknown(names, columns) if header_row == NO_HEADER else set()
    else:
        sample = top[header_row + 1 : header_row + 1 + SAMPLE_ROWS]
        guess = guess_columns(names, sample, ours, group_texts(top, header_row, width))
        columns = _confirmed(guess, saved, names, _marked(reading, names, ours), header_row)
    return Table(
        header_row=header_row,
        headers=names,
        columns=columns,
        rows=rows,
        own=reading.own,
        own_indexes=frozenset(ours),
    )


def holds_columns(table: Table, saved: ColumnMap | None) -> bool:
    """Whether every column of a saved map is in the table by its name; True without a map."""
    return saved is None or set(saved.headers.values()) <= set(table.headers)


def _fits(saved: ColumnMap, names: Sequence[str], rows: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether a saved map can be taken as it is.

    The letters of a column move when another is inserted: where they name the e-mail column, its cells must agree.
    """
    if not set(saved.headers.values()) <= set(names):
        return False
    address = saved.headers.get(Field.EMAIL, "")
    if not is_lettered(address):
        return True
    at = names.index(address)
    texts = [text for row in rows.values() if at < len(row) and (text := cell_text(row[at]).strip())]
    return 2 * sum(map(is_email, texts)) >= len(texts)


def _unknown(names: Sequence[str], columns: ColumnMap) -> set[int]:
    """Return the columns no field is in: without a header over ours, those not read look like the user's."""
    return {index for index, name in enumerate(names) if name not in columns.headers.values()}


def _marked(reading: Reading, names: Sequence[str], ours: Collection[int]) -> dict[Field, str]:
    """Return the names of the user's columns that carry the mark of a field; a mark on a column of ours is void."""
    found = {
        Field(key): next((names[at] for at in places if at < len(names) and at not in ours), "")
        for key, places in reading.fields.items()
        if key in tuple(Field)
    }
    return {field: name for field, name in found.items() if name}


def _confirmed(
    guess: ColumnMap, saved: ColumnMap | None, names: Sequence[str], marked: Mapping[Field, str], header_row: int
) -> ColumnMap:
    """Return the guess with what the user confirmed in its place, where the confirmed column is still there."""
    kept = _kept(saved, names, marked)
    taken = {text for text in kept.values() if text}
    chosen = {field: text for field, text in guess.headers.items() if text not in taken} | kept
    return ColumnMap(
        header_row=header_row,
        headers={field: text for field, text in chosen.items() if text},
        confidence={f: 1.0 if f in kept else guess.confidence.get(f, 0.0) for f, text in chosen.items() if text},
        confirmed=frozenset(kept),
    )


def _kept(saved: ColumnMap | None, names: Sequence[str], marked: Mapping[Field, str]) -> dict[Field, str]:
    """Return what the user confirmed, ``""`` for no column.

    A header that still stands names the column best; a mark tells it where the header was changed or is none, since it
    follows the column wherever it goes, and where nothing was saved, as in a copy of the file.
    """
    said = {field: saved.headers.get(field, "") for field in saved.confirmed} if saved else {}
    kept: dict[Field, str] = {}
    for field in (*said, *(field for field in marked if field not in said)):
        found = _named_now(said.get(field), names, marked.get(field))
        if found is not None:
            kept[field] = found
    return kept


def _named_now(said: str | None, names: Sequence[str], marked: str | None) -> str | None:
    if said is None or (said and said not in names):
        return marked
    return marked if marked and is_lettered(said) else said


def corrected(columns: ColumnMap, answers: Mapping[Field, str]) -> ColumnMap:
    """Return the map with the user's answers, names by field; ``""`` says that no column holds the field.

    Only what an answer changes is thereby confirmed, and takes its column from fields whose answer did not change. What
    was left as guessed may be guessed better when a column is added.
    """
    changed = {field: text for field, text in answers.items() if text != columns.headers.get(field, "")}
    taken = set(changed.values())
    chosen = {field: text for field, text in columns.headers.items() if text not in taken} | changed
    confirmed = columns.confirmed | changed.keys()
    return ColumnMap(
        header_row=columns.header_row,
        headers={field: text for field, text in chosen.items() if text},
        confidence={f: 1.0 if f in confirmed else columns.confidence.get(f, 0.0) for f, t in chosen.items() if t},
        confirmed=confirmed,
    )


def _header_row(
    top: Sequence[Sequence[Cell]], ours: Collection[int], saved: ColumnMap | None, *, as_saved: bool
) -> int:
    """Return the header row: where the saved names stand, else where a header is found."""
    visible = [["" if index in ours else cell for index, cell in enumerate(row)] for row in top[:SAMPLE_ROWS]]
    wanted = {text for text in saved.headers.values() if not is_lettered(text)} if saved else set()
    if saved and as_saved and not wanted:
        return saved.header_row
    near = sorted(range(min(HEADER_ROWS, len(top))), key=lambda row: row != (saved.header_row if saved else 0))
    width = max(map(len, visible), default=0)
    stands = (row for row in near if wanted and wanted <= set(column_names(header_texts(visible, row, width), ())))
    found = next(stands, None)
    return find_header_row(visible) if found is None else found
