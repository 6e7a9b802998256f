"""Files of a table as people upload them, and the passes that lead from a card to a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from addon.leads.model import Cell

MAX_FILE = 20 * 1024 * 1024
"""Bytes of a file that is imported."""

MAX_ROWS, MAX_COLUMNS, MAX_CELLS = 100_000, 200, 3_100_000
"""What one file may hold, all its tabs together; of columns each tab. So many cells take about 250 MB when read."""

TOP_ROWS = 10
"""Rows beyond ``MAX_ROWS`` for a header and what stands above it."""

MAX_CELL = 50_000
"""Characters Google Sheets takes in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileTab:
    """One table of a file: ``rows`` as they stand, of any lengths; dates are ISO text, an empty cell is ``""``.

    ``remarks`` are sentences about cells whose value could not be read.
    """

    title: str
    rows: Sequence[Sequence[Cell]]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """A file as read: the tabs that hold anything, in order, at least one.

    ``kind`` and ``encoding`` are words for people, such as "text separated by semicolons" and "Windows-1252";
    ``remarks`` are sentences about what had to be settled while reading. ``is_text`` says that no cell has a type.
    """

    tabs: tuple[FileTab, ...]
    kind: str
    is_text: bool
    encoding: str = ""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTab:
    """A tab to make: its rows are written as they are, never as formulas; ``frozen_rows`` stay at the top."""

    title: str
    rows: Sequence[Sequence[Cell]]
    frozen_rows: int
    remarks: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """How many columns hold anything."""
        return max(map(len, self.rows), default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeSpreadsheet:
    """A spreadsheet just made: its id and the address at which people open it."""

    id: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of an upload: what was found in the file, and the spreadsheet made of it."""

    title: str
    kind: str
    encoding: str
    tabs: tuple[NewTab, ...]
    remarks: tuple[str, ...]
    made: MadeSpreadsheet


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """A table on its way out: the file's name and its rows, header first, all of one length."""

    name: str
    rows: Sequence[Sequence[Cell]]


class PassKind(StrEnum):
    """What a pass is good for; the value is also the purpose its token is signed for."""

    IMPORT = "import"
    EXPORT = "export"


class PassState(StrEnum):
    """Where an import stands: open → claimed → filling → done. An export stays open."""

    OPEN = "open"
    CLAIMED = "claimed"
    FILLING = "filling"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """Leave to use one person's access from a page until ``expires_at``; ``access`` is their token, sealed.

    An import makes one spreadsheet and the access goes with it; an export serves its tab as often as it is fetched.
    ``content`` is the digest of the file that was claimed with it; ``file`` the spreadsheet read or made.
    """

    id: str
    kind: PassKind
    tenant: str
    user: str
    expires_at: datetime
    access: str = field(repr=False)
    state: PassState = PassState.OPEN
    content: str = ""
    file: str = ""
    sheet_id: int = 0
    url: str = ""
    version: str = ""
