"""A row of cells as a lead."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from addon.leads.columns import letters
from addon.leads.model import SELECT_HEADER, Cell, ColumnMap, Field, Lead
from addon.leads.names_in_rows import name_parts
from addon.lib.address import bare_address
from addon.lib.text import cell_text, clean, fold, shorten, words

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

_SUMS = """
    total | totals | grand total | sub total | subtotal | sum | total leads | total contacts | total rows | average
    | summe | summen | gesamt | gesamtsumme | gesamtergebnis | zwischensumme | insgesamt | anzahl | totale
    | totale generale | subtotale | somma | totaal | eindtotaal | subtotaal | total general | suma | suma total
    | soma total | total geral | somme | sous total | 合計 | 総計 | 小計 | 計 | 总计 | 合计 | 小计 | 합계 | 총계
    | итого | всего | razem | summa | i alt"""
_TOTALS = frozenset(" ".join(words(phrase)) for phrase in _SUMS.split("|"))
"""What stands before the sums below a table."""

_INFIXES = frozenset({"tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels", "infix", "name infix"})
"""Headers of a column that holds ``van der`` of a family name."""


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
    First and last name that no column holds come from the full name and have its header. A column of what stands before
    family names, such as ``Tussenvoegsel``, is a part of the last name and stands in its header. A row of sums is none.
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
        self._infix = self._infix_index(headers) if Field.LAST_NAME in self._mapped else None
        self._infix_header = self._names[self._infix] if self._infix is not None else ""
        self._taken = {*self._mapped.values(), self._infix}

    def lead(self, row_number: int, cells: Sequence[Cell], id: str) -> Lead | None:
        """See ``to_lead``."""
        texts = dict(self._texts(cells))
        if not _is_somebody(texts.values()):
            return None
        values = {
            field: _value(field, cells[index], texts[index]) for field, index in self._mapped.items() if index in texts
        }
        headers = self._headers
        if whole := self._whole_last_name(values.get(Field.LAST_NAME, ""), cells):
            headers = {**headers, Field.LAST_NAME: f"{self._infix_header}, {headers[Field.LAST_NAME]}"}
            values[Field.LAST_NAME] = whole
        parts = name_parts(values) if Field.FULL_NAME in values else {}
        headers = {**headers, **dict.fromkeys(parts, self._full_name)} if parts else headers
        return Lead(id=id, row=row_number, values={**values, **parts}, headers=headers, other=self._other(texts))

    def is_lead(self, cells: Sequence[Cell]) -> bool:
        """Whether ``lead`` would return one."""
        return _is_somebody(text for _, text in self._texts(cells))

    def value(self, field: Field, cells: Sequence[Cell]) -> str:
        """Return one value of what ``lead`` would return, ``""`` where it is missing or a part of another cell."""
        index = self._mapped.get(field)
        if index is None:
            return ""
        texts = self._texts(cells[index : index + 1], index)
        found = next((_value(field, cells[index], text) for _, text in texts), "")
        return (self._whole_last_name(found, cells) if field == Field.LAST_NAME else "") or found

    def _infix_index(self, headers: Sequence[str]) -> int | None:
        free = (index for index in range(len(headers)) if index not in self._silent | {*self._mapped.values()})
        return next((index for index in free if " ".join(words(headers[index][:MAX_HEADER])) in _INFIXES), None)

    def _whole_last_name(self, last: str, cells: Sequence[Cell]) -> str:
        """Return ``van der Berg`` of ``Berg`` and the cell that holds ``van der``; ``""`` where there is no such."""
        if self._infix is None or not last:
            return ""
        before = next((text for _, text in self._texts(cells[self._infix : self._infix + 1], self._infix)), "")
        is_there = not before or fold(last).startswith(f"{fold(before)} ")
        return "" if is_there else shorten(f"{before} {last}", MAX_TEXT)

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
            name = self._names[index] if index < len(self._names) else f"Column {letters(index)}"
            if name in found:
                name = f"{name} ({letters(index)})"
            found[name] = shorten(text, MAX_OTHER_TEXT)
        return found


def _is_somebody(texts: Iterable[str]) -> bool:
    """Whether a row's texts are a lead's: there are some, and not only the word for a sum and figures."""
    is_sum = is_filled = False
    for text in texts:
        is_filled = True
        if not any(char.isalpha() for char in text):
            continue
        if not _is_sum(text) and not (is_sum and text[:1].isdecimal()):
            return True
        is_sum = True
    return is_filled and not is_sum


def _is_sum(text: str) -> bool:
    return len(text) <= MAX_HEADER and " ".join(word for word in words(text) if not word.isdecimal()) in _TOTALS


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
    return shorten(text, MAX_HEADER) if text else f"Column {letters(index)}"
