"""A row of cells as a lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from addon.leads.model import SELECT_HEADER, Cell, ColumnMap, Field, Lead
from addon.leads.names_in_rows import name_parts
from addon.lib.address import bare_address
from addon.lib.text import cell_text, clean, fold, shorten

MAX_OTHER = 40
"""Unmapped columns that are kept."""

MAX_OTHER_TEXT, MAX_TEXT, MAX_HEADER = 1_000, 2_000, 60
"""Characters kept of an unmapped cell, of a mapped one, of a header."""

_NOTHING = re.compile(
    r"[\W_]+"  # marks only
    r"|n\s?/\s?a|n\.\s?a\.|k\.\s?a\."  # not available
    r"|#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|ERROR!)|Loading\.\.\.",  # what a formula shows that has no value
    re.IGNORECASE,
)

_SELECT = fold(SELECT_HEADER)


def to_lead(
    row_number: int,
    cells: Sequence[Cell],
    headers: Sequence[str],
    columns: ColumnMap,
    own_indexes: Collection[int],
    id: str,
) -> Lead | None:
    """Return the row as a lead, None for a row in which the user has nothing but blanks and unticked boxes.

    ``row_number`` is 1-based; ``own_indexes`` are our columns, which are not read. ``headers`` of the lead has every
    mapped column, filled or not; ``other`` the filled unmapped ones: at most 40, a column without header by its letter.
    First and last name that no column holds come from the full name and have its header.
    """
    return RowReader(headers, columns, own_indexes).lead(row_number, cells, id)


class RowReader:
    """``to_lead`` for many rows of one table: what the headers say is worked out once."""

    def __init__(self, headers: Sequence[str], columns: ColumnMap, own_indexes: Collection[int]) -> None:
        indexes = _first_indexes(headers, own_indexes)
        self._mapped = {field: indexes[text] for field, text in columns.headers.items() if text in indexes}
        self._headers = {field: _shown_header(headers, index) for field, index in self._mapped.items()}
        self._full_name = self._headers.get(Field.FULL_NAME, "")
        self._silent = {*own_indexes, *(index for index, text in enumerate(headers) if _is_tick_header(text))}
        self._names = [_shown_header(headers, index) for index in range(len(headers))]
        self._taken = set(self._mapped.values())

    def lead(self, row_number: int, cells: Sequence[Cell], id: str) -> Lead | None:
        """See ``to_lead``."""
        texts = dict(self._texts(cells))
        if not texts:
            return None
        values = {
            field: _value(field, cells[index], texts[index]) for field, index in self._mapped.items() if index in texts
        }
        parts = name_parts(values) if Field.FULL_NAME in values else {}
        headers = self._headers if not parts else {**self._headers, **dict.fromkeys(parts, self._full_name)}
        return Lead(id=id, row=row_number, values={**values, **parts}, headers=headers, other=self._other(texts))

    def is_lead(self, cells: Sequence[Cell]) -> bool:
        """Whether ``lead`` would return one."""
        return any(True for _ in self._texts(cells))

    def value(self, field: Field, cells: Sequence[Cell]) -> str:
        """Return one value of what ``lead`` would return, ``""`` where it is missing or a part of another cell."""
        index = self._mapped.get(field)
        if index is None:
            return ""
        return next((_value(field, cells[index], text) for _, text in self._texts(cells[index : index + 1], index)), "")

    def _texts(self, cells: Sequence[Cell], first: int = 0) -> Iterator[tuple[int, str]]:
        """Yield index and text of each cell of the user's that says something; ``cells`` begin at column ``first``."""
        for index, cell in enumerate(cells, first):
            if cell == "" or cell is False or index in self._silent:
                continue
            text = clean(cell_text(cell)[: 2 * MAX_TEXT])
            if text and not _says_nothing(text):
                yield index, text

    def _other(self, texts: Mapping[int, str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for index, text in texts.items():
            if index in self._taken:
                continue
            if len(found) == MAX_OTHER:
                break
            name = self._names[index] if index < len(self._names) else f"Column {_letter(index)}"
            if name in found:
                name = f"{name} ({_letter(index)})"
            found[name] = shorten(text, MAX_OTHER_TEXT)
        return found


def _first_indexes(headers: Sequence[str], own_indexes: Collection[int]) -> dict[str, int]:
    """Return header text → index of the user's first column of that text."""
    found: dict[str, int] = {}
    for index, text in enumerate(headers):
        if index not in own_indexes:
            found.setdefault(text, index)
    return found


def _is_tick_header(text: str) -> bool:
    return len(text) < MAX_HEADER and fold(text) == _SELECT


def _says_nothing(text: str) -> bool:
    return len(text) <= 12 and _NOTHING.fullmatch(text) is not None


def _value(field: Field, cell: Cell, text: str) -> str:
    if field == Field.EMAIL:
        return shorten(bare_address(cell_text(cell)), MAX_TEXT)
    return shorten(text, MAX_TEXT)


def _shown_header(headers: Sequence[str], index: int) -> str:
    text = clean(headers[index][: 4 * MAX_HEADER])
    return shorten(text, MAX_HEADER) if text else f"Column {_letter(index)}"


def _letter(index: int) -> str:
    """Return the letters over a column (0-based): A, Z, AA."""
    letters = ""
    index += 1
    while index:
        index, at = divmod(index - 1, 26)
        letters = chr(ord("A") + at) + letters
    return letters
