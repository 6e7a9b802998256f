"""Leads and the sheet they live in: tabs, readings, columns of the user and columns of ours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

Cell = str | int | float | bool
"""One cell as read or written; an empty cell is ``""``."""


class Field(StrEnum):
    """What a column of the user's can mean."""

    EMAIL = "email"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    FULL_NAME = "full_name"
    TITLE = "title"
    COMPANY = "company"
    INDUSTRY = "industry"
    EMPLOYEES = "employees"
    COUNTRY = "country"
    CITY = "city"
    TIME_ZONE = "time_zone"
    PHONE = "phone"
    WEBSITE = "website"
    NOTES = "notes"
    CHALLENGE = "challenge"
    LANGUAGE = "language"
    SALUTATION = "salutation"


class OwnColumn(StrEnum):
    """Our columns, by their fixed header; the value is also the value of the column's developer metadata."""

    LEAD_ID = "Lead ID"
    SCORE = "Score"
    TIER = "Tier"
    WHY = "Why"
    SUBJECT = "Subject"
    DRAFT = "Draft"
    FOLLOW_UP_1 = "Follow-up 1"
    FOLLOW_UP_2 = "Follow-up 2"
    EVIDENCE = "Evidence"
    STATUS = "Status"
    LAST_ACTIVITY = "Last activity"


SELECT_HEADER = "Select"
"""The tick column a user may add; TRUE in a row selects it."""


NO_HEADER = -1
"""The ``header_row`` of a tab whose first row is data already."""


LARGE_GRID = 500_000
"""Cells of a grid from which it is read in parts: up to here one answer takes some 100 MB at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tab:
    """One grid tab; ``rows`` and ``columns`` are the grid's size, not what is filled."""

    sheet_id: int
    title: str
    rows: int
    columns: int
    hidden: bool = False

    @property
    def is_large(self) -> bool:
        """Whether it is read in parts."""
        return self.rows * self.columns > LARGE_GRID


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """A spreadsheet's outline."""

    spreadsheet_id: str
    title: str
    locale: str
    time_zone: str
    tabs: tuple[Tab, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Rows ``first``..``last`` of a tab, 0-based, ``last`` excluded; None reads to the end."""

    first: int
    last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """The cells of one span: ``cells[i][j]`` is row ``first + i``, column ``j``; short rows end in empty cells."""

    first: int
    cells: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCells:
    """One of our columns as read: where it stands now (0-based) and its cells from row 0, header included.

    ``doubles`` are further columns with the same mark, such as a copied tab's history may leave.
    """

    index: int
    cells: Sequence[Cell]
    doubles: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one read call returned, a single moment of the tab.

    ``fields`` are the columns (0-based) of the user's that carry the mark of a field, by the mark.
    """

    spans: tuple[Rows, ...]
    own: Mapping[str, OwnCells] = field(default_factory=dict)
    fields: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewColumn:
    """A column to insert as ours: ``key`` is its metadata value, ``header`` its text in ``header_row`` (0-based).

    Where the tab has no header the text becomes a note on the first cell, which stays blank.
    """

    key: str
    header: str
    header_row: int
    number: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnCells:
    """Cells to write into our column ``key``, from row ``first`` (0-based) down; None leaves a cell as it is."""

    key: str
    first: int
    cells: Sequence[Cell | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMap:
    """Which column holds which field, by its name: the header text in row ``header_row`` (0-based) of the tab.

    A column without text is named by its letters, as in ``Column C``, and the second of a text is ``Email (2)``.
    ``headers`` maps a field to the header of its column; ``confidence`` (0..1) says how sure the guess was. What a user
    ``confirmed``, a column or none, is not guessed again.
    """

    header_row: int
    headers: Mapping[Field, str]
    confidence: Mapping[Field, float] = field(default_factory=dict)
    confirmed: frozenset[Field] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One row as a person: the mapped values as text and the header each came from.

    ``row`` is the row's number as the user sees it (1-based). ``id`` is empty until the row has one.
    """

    id: str
    row: int
    values: Mapping[Field, str]
    headers: Mapping[Field, str]
    other: Mapping[str, str] = field(default_factory=dict)

    def value(self, wanted: Field) -> str:
        """Return the text of a field, or ``""``."""
        return self.values.get(wanted, "")


class Problem(StrEnum):
    """What can be wrong with a row; one row may have several. What stops a mail stands first."""

    NO_EMAIL = "no_email"
    BAD_EMAIL = "bad_email"
    SEVERAL_EMAILS = "several_emails"
    OPTED_OUT = "opted_out"
    TYPO = "typo"
    DUPLICATE = "duplicate"
    PROBABLE_DUPLICATE = "probable_duplicate"
    ELSEWHERE_TAB = "elsewhere_tab"
    ELSEWHERE_FILE = "elsewhere_file"
    ELSEWHERE_TEAM = "elsewhere_team"
    DISPOSABLE = "disposable"
    ROLE_ADDRESS = "role_address"
    CONSUMER_ADDRESS = "consumer_address"
    NO_FIRST_NAME = "no_first_name"
    NAME_UNUSABLE = "name_unusable"
    NO_COMPANY = "no_company"
    MANY_AT_COMPANY = "many_at_company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem with the rows (1-based) that have it, and a detail.

    It is the column that says who wants no mail, the company with many rows, what a slip of the keyboard may have meant
    (a domain or a whole address), the title of the tab or the address of the colleague who has the same people.
    """

    problem: Problem
    rows: tuple[int, ...]
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What Check leads found in one tab: the columns and what they seem to mean, how many rows, what is wrong.

    ``headers`` are the names of the user's columns in order, by a short key that a form can carry whatever the name
    holds; ``examples`` are the first filled cells, by the same key.
    """

    tab: Tab
    headers: Mapping[str, str]
    columns: ColumnMap
    rows: int
    ready: int
    findings: tuple[Finding, ...]
    numbers: Mapping[str, int]
    examples: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """The people of one tab as it was last checked, so that they are found again in other tabs of the tenant.

    ``file`` is a digest, so that no title or id of a colleague's file is told; ``user`` and ``email`` are who checked
    the tab first. ``people`` holds the first eight bytes of each fingerprint: one chance in a billion of a mistake
    among 100,000 people.
    """

    tab_id: str
    file: str
    sheet_id: int
    user: str
    email: str
    people: bytes
    updated_at: datetime | None = None


class RowChoice(StrEnum):
    """Which rows of a tab are meant; a range such as ``2-50, 60`` is the fourth way."""

    NEW = "new"
    HOT = "hot"
    TICKED = "ticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A lead's id and the row (0-based) where it was last seen or written; ``mark`` knows what was written again."""

    id: str
    row: int
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadRecord:
    """What the store knows of one lead of one tab.

    ``cells`` are the cells we decided last, by column; ``written`` the hashes known as ours; ``facts`` what a room
    keeps beside (a score's reasons, a draft's writer). ``person`` is the address's fingerprint, empty without one.
    """

    id: str
    tab_id: str
    person: str
    cells: Mapping[str, Cell] = field(default_factory=dict)
    written: Mapping[str, Sequence[str]] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    updated_at: datetime | None = None
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TabRecord:
    """What the store knows of one tab: its column map, the headers over our columns, and the numbers Home shows."""

    columns: ColumnMap | None = None
    own_headers: tuple[str, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    updated_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """A lead where it stands now, what the store knows of it, and whether a person edited a cell of ours there."""

    row: int
    lead: Lead
    record: LeadRecord
    is_edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TabRows:
    """The leads asked for, by id; ids ``gone`` from the tab; ids ``changed``, whose row is another person by now.

    ``is_torn`` says that a column of ours is missing, so that nothing can be written.
    """

    rows: Mapping[str, FoundRow]
    gone: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    is_torn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What became of one lead: cells to write, the word it counts under on a receipt, and facts to keep.

    ``spent`` is what a model took for it, ``calls`` ``input_tokens`` ``output_tokens``; of a call for several leads all
    stands with the first. ``remark`` is a sentence for people on what went otherwise than asked.
    """

    cells: Mapping[OwnColumn, Cell]
    outcome: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    spent: Mapping[str, int] = field(default_factory=dict)
    remark: str = ""
