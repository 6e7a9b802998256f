"""The set of spreadsheets, kept on disk in the background."""

from __future__ import annotations

import atexit
import base64
import hashlib
import secrets
import threading
from pathlib import Path
from typing import Any

from playground import rendering, samples, shelf
from playground.a1 import Area
from playground.workbook import Book, Workbook

SAVE_EVERY_SECONDS = 1.0
_OWNER = "ana"


class UnknownFileError(KeyError):
    """There is no such spreadsheet."""


def fresh_id() -> str:
    """Return an id that looks like Google's: 44 URL-safe characters."""
    return "1" + secrets.token_urlsafe(33)[:43]


def sample_id(name: str) -> str:
    """Return a sample's id: the same after every reset, so that links and open pages stay good."""
    return "1" + base64.urlsafe_b64encode(hashlib.sha256(name.encode()).digest() * 2)[:43].decode()


class Files:
    """All spreadsheets by id. With a folder they survive a restart; without one they live in memory only."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._lock = threading.RLock()
        self._workbooks: dict[str, Workbook] = {}
        self._dirty: set[str] = set()
        self._timer: threading.Timer | None = None
        self._load()
        if not self._workbooks:
            self._add_samples()
        if folder is not None:
            atexit.register(self.flush)

    def find(self, file_id: str) -> Workbook | None:
        return self._workbooks.get(file_id)

    def get(self, file_id: str) -> Workbook:
        found = self.find(file_id)
        if found is None:
            raise UnknownFileError(file_id)
        return found

    def add(self, owner: str, book: Book, file_id: str | None = None) -> Workbook:
        """Keep a new spreadsheet."""
        workbook = Workbook(file_id or fresh_id(), owner, book)
        with self._lock:
            self._workbooks[workbook.id] = workbook
        self.changed(workbook.id)
        return workbook

    def copy(self, file_id: str, owner: str | None = None) -> Workbook:
        """Copy a spreadsheet as Google does: developer metadata goes with it."""
        source = self.get(file_id)
        book = source.moment()[1].fork()
        book.title = f"Copy of {book.title}"
        return self.add(owner or source.owner, book)

    def listing(self) -> list[dict[str, str]]:
        with self._lock:
            return [{"id": workbook.id, "title": workbook.title} for workbook in self._workbooks.values()]

    def state(self) -> list[dict[str, Any]]:
        """Return every file with the values of its tabs, for tests and the curious."""
        with self._lock:
            workbooks = list(self._workbooks.values())
        return [_state(workbook) for workbook in workbooks]

    def reset(self) -> None:
        """Throw everything away and lay out the samples again."""
        with self._lock:
            if self._folder is not None:
                for file_id in self._workbooks:
                    (self._folder / f"{file_id}.json").unlink(missing_ok=True)
            self._workbooks.clear()
            self._dirty.clear()
            self._add_samples()

    def changed(self, file_id: str) -> None:
        """Have the file written to disk within about a second."""
        with self._lock:
            if self._folder is None or file_id not in self._workbooks:
                return
            self._dirty.add(file_id)
            if self._timer is None:
                self._timer = threading.Timer(SAVE_EVERY_SECONDS, self.flush)
                self._timer.daemon = True
                self._timer.start()

    def flush(self) -> None:
        """Write what has changed."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()
            self._timer = None
            dirty = [self._workbooks[file_id] for file_id in self._dirty if file_id in self._workbooks]
            self._dirty.clear()
            if self._folder is not None:
                for workbook in dirty:
                    shelf.save(self._folder, workbook)

    def _load(self) -> None:
        if self._folder is not None and self._folder.is_dir():
            loaded = (shelf.load(path) for path in sorted(self._folder.glob("*.json")))
            found = sorted((one for one in loaded if one is not None), key=lambda one: one.created_ns)
            self._workbooks = {workbook.id: workbook for workbook in found}

    def _add_samples(self) -> None:
        for name, book in samples.books().items():
            self.add(_OWNER, book, sample_id(name))


def _state(workbook: Workbook) -> dict[str, Any]:
    version, book = workbook.moment()
    tabs = [
        {
            "sheetId": tab.sheet_id,
            "title": tab.title,
            "values": rendering.read_area(book, Area(tab, tab.whole), "UNFORMATTED_VALUE", "FORMATTED_STRING"),
        }
        for tab in book.tabs
    ]
    return {"id": workbook.id, "title": book.title, "owner": workbook.owner, "version": version, "tabs": tabs}
