"""The TableFiles port: what kind of file it is by its first bytes, whatever its name says, and its tables."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from addon.adapters import text_encoding, text_table
from addon.errors import Invalid
from addon.leads.files_model import MAX_CELL, MAX_COLUMNS, MAX_FILE, MAX_ROWS, TOP_ROWS, FileTab, TableFile

_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed archive"),
    (b"BZh91AY", "a compressed archive"),
    (b"7z\xbc\xaf", "a compressed archive"),
    (b"Rar!\x1a", "a compressed archive"),
    (b"\xfd7zXZ", "a compressed archive"),
    (b"SQLite format 3", "a database"),
    (b"PAR1\x15", "a Parquet file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
"""What a file begins with that is no table, and what it is called."""

_MARKUP = (
    (r"<!doctype html|<html|<table|<head|<meta", "a web page, whatever its name says"),
    (r"<\?xml|<workbook|<office:", "an XML file"),
    (r"BEGIN:VCARD", "a vCard file"),
    (r"BEGIN:VCALENDAR", "a calendar"),
    (r"(?:From |Return-Path:|Received:|MIME-Version:)", "an e-mail"),
)
_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[\[{])")


class UploadedFiles:
    """Reads whatever a person uploads, or says why not."""

    def read(self, name: str, data: bytes) -> TableFile:
        """See ``TableFiles.read``."""
        if not data.strip():
            raise Invalid("This file is empty. Choose the file with your leads.", reason="empty")
        if len(data) > MAX_FILE:
            raise Invalid("This file is larger than 20 MB. Split it into several files.", reason="too_large")
        if data.startswith(b"PK\x03\x04"):
            return _archive(name, data)
        if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
            return _compound(name, data)
        for start, what in _OTHERS:
            if data.startswith(start):
                raise _no_table(what)
        return _text(name, data)


def _archive(name: str, data: bytes) -> TableFile:
    from addon.adapters.workbook_file import check_archive

    inside = check_archive(data)
    folders = {part.partition("/")[0] for part in inside}
    if "xl" in folders:
        return _workbook(name, data, "Excel workbook")
    if "content.xml" in inside and b"opendocument.spreadsheet" in data[:200]:
        return _workbook(name, data, "OpenDocument spreadsheet")
    if {"word", "ppt"} & folders or b"opendocument" in data[:200]:
        raise _no_table("a text document or a presentation")
    if any(part.endswith(".iwa") for part in inside):
        raise _no_table("an Apple Numbers file")
    raise Invalid("This is a zip archive. Unpack it and choose the table inside.", reason="archive")


def _compound(name: str, data: bytes) -> TableFile:
    """Read the older Office format; newer files with a password are wrapped in it too."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Invalid(
            "This workbook is protected with a password. Save a copy without the password and choose that.",
            reason="password",
        )
    if "WordDocument".encode("utf-16-le") in data or "PowerPoint Document".encode("utf-16-le") in data:
        raise _no_table("a text document or a presentation")
    return _workbook(name, data, "Excel 97 workbook")


def _workbook(name: str, data: bytes, kind: str) -> TableFile:
    from addon.adapters.workbook_file import tabs_of  # a process of its own: only where there is a workbook

    del name
    tabs = tabs_of(data)
    if not tabs:
        raise Invalid("This workbook has no cells with anything in them.", reason="empty")
    return TableFile(tabs=tabs, kind=kind, is_text=False)


def _text(name: str, data: bytes) -> TableFile:
    text, encoding, lost = text_encoding.decode(data)
    _refuse_markup(text[:2_000])
    rows, dialect, remarks = text_table.rows_of(text)
    if not any(cell.strip() for row in rows for cell in row):
        raise Invalid("This file has no cells with anything in them.", reason="empty")
    _check(rows)
    if lost:
        remarks.insert(0, f"Characters that could not be read: {lost:,}. Each stands as \ufffd.")
    title = PurePosixPath(name.replace("\\", "/")).stem[:100] or "Leads"
    is_one = max(map(len, rows)) < 2
    return TableFile(
        tabs=(FileTab(title=title, rows=rows),),
        kind="text, one cell a line" if is_one else f"text separated by {dialect.name}",
        is_text=True,
        encoding=encoding,
        remarks=tuple(remarks),
    )


def _refuse_markup(top: str) -> None:
    for pattern, what in _MARKUP:
        if re.match(rf"\s*(?:{pattern})", top, re.IGNORECASE):
            raise _no_table(what)
    if _JSON.match(top):
        raise _no_table("a JSON file")


def _check(rows: list[list[str]]) -> None:
    if sum(1 for row in rows if row) > MAX_ROWS + TOP_ROWS:
        raise Invalid(
            f"This file has more than {MAX_ROWS:,} rows. Split it into several files.", reason="too_many_rows"
        )
    for number, row in enumerate(rows, 1):
        if len(row) > MAX_COLUMNS:
            raise Invalid(
                f"Row {number:,} has {len(row):,} columns; {MAX_COLUMNS} are possible. Remove those you do not need.",
                reason="too_many_columns",
            )
        if any(len(cell) > MAX_CELL for cell in row):
            raise Invalid(
                f"Row {number:,}: a cell has more than {MAX_CELL:,} characters. Shorten it and try again.",
                reason="cell_too_long",
            )


def _no_table(what: str) -> Invalid:
    return Invalid(
        f"This is {what}, not a table. Open it where it comes from and save it as CSV or as an Excel workbook.",
        reason="not_a_table",
    )
