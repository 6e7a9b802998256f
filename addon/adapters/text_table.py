"""Text as rows of cells: which character separates, how cells are quoted, and what to do with a broken quotation."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from addon.errors import Invalid
from addon.leads.files_model import MAX_CELL, MAX_CELLS, MAX_ROWS, TOP_ROWS

DELIMITERS = {
    ",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars", ":": "colons", "^": "carets", "~": "tildes",
    "\x1f": "unit separators",
}  # fmt: skip
"""What may separate cells, by its name in the plural; of equals the first is the likelier."""

UNCUT = "\x1f"
"""Separates nothing in a text that is one column."""

_IN_SENTENCES = ":^~"
"""Separators so rare that a header of one cell is believed: the colons below it belong to the text."""

_ADDRESS = re.compile(r"\S+@\S+\.\S+")

SAMPLE_CHARACTERS, SAMPLE_ROWS = 64_000, 200
MAX_REPAIRS = 50
"""Broken quotations that are put right one by one; beyond them the rest is read by the rule that fits it better."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SEP_LINE = re.compile(r'\s*"?sep=(.)"?\s*?(?:\r\n|\r|\n|$)', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a text is cut: ``quote`` is None where quotation marks are only text."""

    delimiter: str
    quote: str | None = '"'
    skips_blanks: bool = False

    @property
    def name(self) -> str:
        """What separates the cells, for people."""
        return DELIMITERS.get(self.delimiter, repr(self.delimiter))


def rows_of(text: str) -> tuple[list[list[str]], Dialect, list[str]]:
    """Return the rows, blank ones as ``[]``, how they were cut, and remarks; ``Invalid`` beyond the limits."""
    told = _SEP_LINE.match(text)
    text = text[told.end() :] if told else text
    dialect = _dialect(text, told[1] if told else None)
    remarks = []
    if _has_backslash_quotes(text, dialect):
        text = re.sub(r'\\"', '""', text)
    rows, repaired = _read_repairing(text, dialect)
    if repaired:
        rows_named = ", ".join(f"{row:,}" for row in repaired[:10])
        remarks.append(f"A quotation mark is never closed in row {rows_named}; it was taken as part of the text.")
    return rows, dialect, remarks


def _dialect(text: str, told: str | None) -> Dialect:
    sample = text[:SAMPLE_CHARACTERS]
    candidates = [
        Dialect(delimiter=delimiter, quote=quote, skips_blanks=_skips_blanks(sample, delimiter))
        for quote in _quotes(sample)
        for delimiter in ([told] if told else DELIMITERS)
    ]
    is_cut = len(sample) < len(text)
    scored = [(_score(sample, candidate, is_cut=is_cut), candidate) for candidate in candidates]
    best, dialect = max(scored, key=lambda pair: pair[0])
    if best[0] > 0:
        return dialect
    first = candidates[0]
    rows = _sampled(sample, first, is_cut=is_cut)
    is_uncut = not told and UNCUT not in text and _is_text_below_a_header(rows, sample, first.delimiter)
    return Dialect(delimiter=UNCUT, quote=first.quote) if is_uncut else first


def _is_text_below_a_header(rows: list[list[str]], sample: str, delimiter: str) -> bool:
    """Whether a header of one cell stands above cells that hold the separator as text: ``Müller, Petra``.

    Such text has a blank behind each separator and no address alone in a cell; of three cells in most rows it is a
    table below its title. A comment is no header.
    """
    if not rows or len(rows[0]) != 1 or rows[0][0].startswith("#"):
        return False
    if delimiter in _IN_SENTENCES:
        return True
    if delimiter.isspace() or not 0 < sample.count(delimiter) == sample.count(delimiter + " "):
        return False
    if any(_ADDRESS.fullmatch(cell.strip()) for row in rows if len(row) > 1 for cell in row):
        return False
    return 2 * sum(len(row) > 2 for row in rows) <= len(rows)


def _quotes(sample: str) -> list[str | None]:
    if '"' in sample:
        return ['"']
    cells = re.findall(r"(?:^|[,;\t|])\s*'[^'\r\n]*'(?=[,;\t|\r\n]|$)", sample, re.MULTILINE)
    lines = sample.count("\n") + 1
    return ["'", '"'] if len(cells) > lines / 2 else ['"']


def _skips_blanks(sample: str, delimiter: str) -> bool:
    """Whether blanks after the separator are layout: each has one, or quotations begin behind one."""
    if delimiter.isspace():
        return False
    if f'{delimiter} "' in sample and f'{delimiter}"' not in sample:
        return True
    return 0 < sample.count(delimiter) == sample.count(delimiter + " ")


def _score(sample: str, dialect: Dialect, *, is_cut: bool) -> tuple[float, int]:
    """Return how much the rows look like a table, 0..1, and its width; 0 where most rows are a single cell."""
    rows = _sampled(sample, dialect, is_cut=is_cut)
    if not rows or _is_text_below_a_header(rows, sample, dialect.delimiter):
        return 0.0, 0
    widths = Counter(map(len, rows))
    width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
    if width == 1 and (len(rows[0]) == 1 or count > len(rows) / 2):
        return 0.0, 0
    share = sum(number for wide, number in widths.items() if wide > 1) / len(rows)
    likely = 1.0 if dialect.delimiter in ",;\t|" else 0.8
    return likely * (share + count / len(rows)) / 2, width


def _sampled(sample: str, dialect: Dialect, *, is_cut: bool) -> list[list[str]]:
    """Return the first rows that are not blank, without the last of a text cut off; none where they cannot be read."""
    try:
        rows = [row for row in _parse(sample, dialect) if row][: SAMPLE_ROWS + 1]
    except csv.Error:
        return []
    return rows[:-1] if is_cut and len(rows) > 1 else rows


def _parse(text: str, dialect: Dialect) -> list[list[str]]:
    return list(_reader(text, dialect))


def _reader(text: str, dialect: Dialect, *, strict: bool = False) -> csv._reader:  # type: ignore[name-defined]
    return csv.reader(
        _lines(text),
        delimiter=dialect.delimiter,
        quotechar=dialect.quote,
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        skipinitialspace=dialect.skips_blanks,
        strict=strict,
    )


def _has_backslash_quotes(text: str, dialect: Dialect) -> bool:
    r"""Whether ``\"`` stands inside quotations: before more text of the same cell, where ``"`` alone would end it."""
    if dialect.quote != '"' or '\\"' not in text:
        return False
    return bool(re.search(rf'\\"[^"\r\n{re.escape(dialect.delimiter)}]', text))


def _read_repairing(text: str, dialect: Dialect) -> tuple[list[list[str]], list[int]]:
    """Return the rows, and the numbers of those with a quotation mark never closed: that line is read without any.

    Left alone, such a mark would swallow the rows up to the next one.
    """
    rows: list[list[str]] = []
    repaired: list[int] = []
    rest = text
    for _ in range(MAX_REPAIRS):
        found, broken_at = _read(rest, dialect, len(rows), strict=True)
        rows += found
        if broken_at is None:
            return rows, repaired
        broken, rest = _split_at_line(rest, broken_at)
        if _is_open(broken, dialect):
            repaired.append(len(rows) + 1)
            rows += _parse(broken, replace(dialect, quote=None))
        else:
            rows += _parse(broken, dialect)
    literal = replace(dialect, quote=None)
    sample = rest[:SAMPLE_CHARACTERS]
    best = max((dialect, literal), key=lambda one: _score(sample, one, is_cut=len(sample) < len(rest)))
    return rows + _read(rest, best, len(rows), strict=False)[0], repaired


def _is_open(line: str, dialect: Dialect) -> bool:
    """Whether a quotation that begins in this line does not end in it."""
    try:
        list(_reader(line, dialect, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False


def _read(text: str, dialect: Dialect, before: int, *, strict: bool) -> tuple[list[list[str]], int | None]:
    """Return rows, up to the first with broken quotations and the line (0-based) in which that begins, if any."""
    rows: list[list[str]] = []
    reader, begins, cells = _reader(text, dialect, strict=strict), 0, 0
    try:
        for row in reader:
            begins = reader.line_num
            rows.append(row)
            cells += len(row)
            _check_size(before + len(rows), cells)
    except csv.Error as error:
        if "field larger" not in str(error):
            return rows, begins
        raise Invalid(
            f"Row {before + len(rows) + 1:,}: a cell has more than {MAX_CELL:,} characters, or a quotation mark is "
            "never closed. Shorten or close it and try again.",
            reason="cell_too_long",
        ) from error
    return rows, None


def _check_size(rows: int, cells: int) -> None:
    if rows > MAX_ROWS + TOP_ROWS:
        raise Invalid(
            f"This file has more than {MAX_ROWS:,} rows. Split it into several files.", reason="too_many_rows"
        )
    if cells > MAX_CELLS:
        raise Invalid(
            f"This file has more than {MAX_CELLS:,} cells. Remove columns you do not need, or split it.",
            reason="too_many_cells",
        )


def _lines(text: str) -> Iterator[str]:
    """Yield the lines with their ends; a StringIO would take four bytes a character."""
    return (found[0] for found in _LINE.finditer(text))


def _split_at_line(text: str, line: int) -> tuple[str, str]:
    """Return the line of this number (0-based) and what follows it."""
    found = next(islice(_LINE.finditer(text), line, None), None)
    return (found[0], text[found.end() :]) if found else (text, "")
