"""A CSV file as a book. Whatever the bytes are, it opens."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from playground.edits import MAX_CELL_CHARACTERS, MAX_CELLS, MAX_COLUMNS
from playground.entry import read_number
from playground.workbook import Book, Cell, Rich, Row, Tab

DELIMITERS = ",;\t|"
_SAMPLE_LINES = 30
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SPARE_ROWS = 100


def to_book(title: str, text: str) -> Book:
    """Return a book of one tab with the file's cells; numbers become numbers, nothing becomes a formula."""
    rows = [_to_row(cells) for cells in read_rows(text)]
    width = max((len(row) for row in rows), default=0)
    columns = min(max(width, 26), MAX_COLUMNS)
    height = min(len(rows), MAX_CELLS // columns)
    tab = Tab(sheet_id=0, title="Sheet1", column_count=columns, rows=rows[:height])
    tab.row_count = min(max(height + _SPARE_ROWS, 1000), MAX_CELLS // columns)
    return Book(title=title[:200] or "Untitled", tabs=[tab])


def decode(data: bytes) -> str:
    """Return the text of a file: by its mark, else UTF-8, else UTF-16 by its zeros, else Windows-1252."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    if data[:2000].count(0) > len(data[:2000]) // 4:
        little = data[1:2000:2].count(0) >= data[0:2000:2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def read_rows(text: str) -> list[list[str]]:
    """Return the cells; a text that is no CSV comes back a line a row."""
    clean = text.lstrip("\ufeff").replace("\x00", "")
    csv.field_size_limit(max(len(clean) + 1, 131_072))
    delimiter = sniff(clean)
    try:
        return list(csv.reader(io.StringIO(clean, newline=""), delimiter=delimiter))
    except csv.Error:
        return [line.split(delimiter) for line in clean.splitlines()]


def sniff(text: str) -> str:
    """Return the delimiter under which most lines have the same number of cells, more than one."""
    best, best_score = ",", (0.0, 0)
    for delimiter in DELIMITERS:
        try:
            rows = list(islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _SAMPLE_LINES))
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if widths:
            width, lines = max(widths.items(), key=lambda item: (item[1], item[0]))
            score = (lines / len(rows), width)
            if score > best_score:
                best, best_score = delimiter, score
    return best


def _to_row(cells: list[str]) -> Row:
    row = [_to_cell(text) for text in cells[:MAX_COLUMNS]]
    while row and row[-1] is None:
        row.pop()
    return row


def _to_cell(text: str) -> Cell:
    if len(text) <= 15 and _looks_numeric(text):
        found = read_number(text, "en_US")
        if found is not None and not isinstance(found, Rich):
            return found
    return text[:MAX_CELL_CHARACTERS] or None


def _looks_numeric(text: str) -> bool:
    # A leading zero or plus is a telephone number or a code, and stays text.
    digits = text.removeprefix("-")
    return digits[:1].isdigit() and text.isascii() and not (digits[0] == "0" and digits[1:2].isdigit())
