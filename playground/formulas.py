"""The value of a formula cell. Only the simplest are worked out; every other one shows #N/A."""

from __future__ import annotations

import re

from playground import a1
from playground.workbook import Book, Plain, Refused, Rich, Tab

ERROR = "#N/A"
_MAX_DEPTH = 8
_TERM = re.compile(r"\s*(\"(?:[^\"]|\"\")*\"|[^&\"]+)\s*(&|$)")
_LINK = re.compile(r"HYPERLINK\(\s*(\"(?:[^\"]|\"\")*\")\s*(?:[,;]\s*(\"(?:[^\"]|\"\")*\")\s*)?\)", re.IGNORECASE)


def evaluate(book: Book, tab: Tab, formula: str, depth: int = 0) -> Plain:
    """Return the value of ``=A1``, a number, text, their concatenation with ``&``, a link's label; else ``#N/A``."""
    text = formula[1:].strip()
    link = _LINK.fullmatch(text)
    if link:
        return _unquote(link[2] or link[1])
    terms = _split_terms(text)
    if not terms:
        return ERROR
    values = [_term(book, tab, term, depth) for term in terms]
    if len(values) == 1:
        return values[0]
    return ERROR if ERROR in values else "".join(_as_text(value) for value in values)


def _split_terms(text: str) -> list[str]:
    terms, position = [], 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None:
            return []
        terms.append(match[1].strip())
        position = match.end()
    return [] if text.endswith("&") else terms


def _term(book: Book, tab: Tab, term: str, depth: int) -> Plain:
    if term.startswith('"'):
        return _unquote(term)
    if re.fullmatch(r"[+-]?\d{1,15}", term):
        return int(term)
    if re.fullmatch(r"[+-]?\d{1,15}\.\d{1,15}", term):
        return float(term)
    return _reference(book, tab, term, depth)


def _reference(book: Book, tab: Tab, term: str, depth: int) -> Plain:
    try:
        bounds = a1.read_corners(term)
        area = a1.clip(tab, bounds) if bounds else a1.resolve(book, term)
    except Refused:
        return ERROR
    box = area.box
    if depth >= _MAX_DEPTH or (box.bottom - box.top, box.right - box.left) != (1, 1):
        return ERROR
    cell = area.tab.cell(box.top, box.left)
    if isinstance(cell, Rich):
        return evaluate(book, area.tab, cell.formula, depth + 1) if cell.formula else cell.value
    return cell


def _as_text(value: Plain) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return "" if value is None else str(value)


def _unquote(text: str) -> str:
    return text[1:-1].replace('""', '"')
