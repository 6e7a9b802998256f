"""The doors: every outside thing the rooms may touch, as Protocols. Their errors are the four of ``addon.errors``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol

from addon.accounts.grant_model import Access, ConsentAsk, Consented, GrantKind
from addon.accounts.sender_model import Alias
from addon.errors import Rejected
from addon.leads.files_model import MadeSpreadsheet, NewTab, TableFile
from addon.leads.model import Cell, ColumnCells, NewColumn, Reading, Span, Workbook
from addon.sequences import mail_model
from addon.sequences.campaign_model import Mail
from addon.tracking.date_model import FoundDate


# --- Documents -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One stored document as read: ``version`` is opaque and good for one ``Replace`` or ``Delete``."""

    id: str
    data: Mapping[str, Any]
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """A range on one field; None leaves a side open. Values compare only with values of their own type."""

    field: str
    at_least: Any = None
    above: Any = None
    at_most: Any = None
    below: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Equality filters, at most one range, one order, a limit and a cursor, which is ``Page.next`` of the page before.

    ``order`` is a field name, with a leading ``-`` for descending; None orders by id. A document without the order
    field is not found. With a range, ``order`` must be None (then the range's field orders) or that field. Ties are
    broken by id in the same direction.
    """

    where: Mapping[str, Any] = field(default_factory=dict)
    range: Range | None = None
    order: str | None = None
    limit: int = 100
    cursor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What ``find`` found; ``next`` is a cursor, None on the last page."""

    found: tuple[Snapshot, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True)
class Create:
    """A write that makes a document; an existing id is ``Conflict``."""

    collection: str
    id: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Replace:
    """A write that overwrites a whole document, if it is still at ``version``; else ``Conflict``."""

    collection: str
    id: str
    data: Mapping[str, Any]
    version: str


@dataclass(frozen=True, slots=True)
class Delete:
    """A write that removes a document, at ``version`` if given; an absent one is ``Conflict`` only at a version."""

    collection: str
    id: str
    version: str | None = None


Write = Create | Replace | Delete


class Documents(Protocol):
    """The store, shaped by Firestore: collections named by path (``tenants/{t}/leads``), documents by id.

    Every stored document holds ``rev`` (int, from 1), bumped by the adapter at each write and part of ``data`` when
    read; a caller's own ``rev`` is overwritten. Times are aware, kept in UTC to the microsecond; a naive time, a list
    in a list, NaN, an int beyond 64 bits, a bad id or path, a document over 1 MiB is ``Invalid``.
    """

    def get(self, collection: str, id: str) -> Snapshot | None:
        """Return the document, or None."""

    def get_many(self, collection: str, ids: Sequence[str]) -> dict[str, Snapshot]:
        """Return those of ``ids`` (any number) that exist, by id."""

    def create(self, collection: str, id: str, data: Mapping[str, Any]) -> str:
        """Make a document and return its version; ``Conflict`` if the id exists."""

    def replace(self, collection: str, id: str, data: Mapping[str, Any], version: str) -> str:
        """Overwrite whole and return the new version; ``Conflict`` if absent or moved on."""

    def delete(self, collection: str, id: str, version: str | None = None) -> None:
        """Remove; without a version an absent document is fine."""

    def find(self, collection: str, query: Query) -> Page:
        """Return one page of the documents that match."""

    def count(self, collection: str, where: Mapping[str, Any] | None = None) -> int:
        """Return how many documents equal ``where``, without reading them."""

    def commit(self, writes: Sequence[Write]) -> None:
        """Do all or none; more than 400 is ``Invalid``; two writes to one document are ``Invalid``."""

    def ping(self) -> None:
        """Return if the store answers, else raise ``Unavailable``."""


# --- Spreadsheet -----------------------------------------------------------------------------------------------------
class Spreadsheet(Protocol):
    """One spreadsheet seen with one user's access. Each method is exactly one API call.

    Errors: ``Rejected`` with reason ``access_expired`` (401), ``no_access`` (403), ``not_found`` (404); ``Unavailable``
    for quota and server faults; ``Invalid`` for what the request got wrong (a tab that is gone), with reason
    ``too_large`` for a reading of more than 32 MiB.
    """

    def describe(self) -> Workbook:
        """Return title, locale, time zone and tabs with their grid sizes."""

    def read(self, sheet_id: int, spans: Sequence[Span], own: Sequence[str], fields: Sequence[str] = ()) -> Reading:
        """Return the cells of ``spans`` (rows of the tab, all columns) and, whole, those of our columns in ``own``.

        Own columns are found by their COLUMN developer metadata only; one that is not there is absent from the answer.
        Of columns marked as one of ``fields`` the answer says where they stand; Google sends their cells once more.
        Numbers stay numbers, dates are text as shown, an empty cell is ``""``.
        """

    def places(self, sheet_id: int) -> Mapping[str, int]:
        """Return where our columns stand (0-based), by key, without their cells."""

    def add_columns(self, sheet_id: int, before: int, columns: Sequence[NewColumn], *, at_edge: bool) -> None:
        """Insert fresh columns of ours before ``before`` (0-based), all or nothing; ``at_edge``: the grid ends."""

    def mark_fields(self, sheet_id: int, fields: Mapping[str, int], stale: Sequence[str] = ()) -> None:
        """Mark the user's columns (0-based) as fields, ``stale`` marks off first, all or nothing: they stay theirs."""

    def append(self, sheet_id: int, cells: Mapping[int, str]) -> None:
        """Add a row of texts, by column (0-based), below the last that holds anything; not idempotent, no formula."""

    def write(self, sheet_id: int, columns: Sequence[ColumnCells]) -> None:
        """Write cells of our columns, found by their metadata at that instant; None skips; RAW, never a formula."""


class Spreadsheets(Protocol):
    """Opens spreadsheets."""

    def open(self, spreadsheet_id: str, access_token: str) -> Spreadsheet:
        """Return the spreadsheet as that token may see it; makes no call."""


class NewSpreadsheets(Protocol):
    """Makes spreadsheets that belong to whose access it is. Each method is exactly one API call; errors as above."""

    def create(self, title: str, tabs: Sequence[NewTab], access_token: str) -> MadeSpreadsheet:
        """Make a spreadsheet with empty tabs large enough for ``tabs``, whose sheet ids are 0, 1, 2, …

        Not idempotent: after ``Unavailable`` with reason ``no_answer`` or ``server_error`` there may be one.
        """

    def fill(
        self, spreadsheet_id: str, sheet_id: int, first: int, rows: Sequence[Sequence[Cell]], access_token: str
    ) -> None:
        """Write ``rows`` from row ``first`` (0-based) down, RAW: text that looks like a formula stays text."""


class TableFiles(Protocol):
    """Reads uploaded tables: CSV and its kin, Excel and OpenDocument workbooks."""

    def read(self, name: str, data: bytes) -> TableFile:
        """Return the tables of a file called ``name``; ``Invalid`` says what is wrong with any other, and the mend."""


# --- Mailbox, Mime, Dates, BounceScanner -----------------------------------------------------------------------------
class Mailbox(Protocol):
    """One Gmail mailbox seen with its owner's access. Each method is exactly one API call, never repeated by itself.

    Errors: ``Rejected`` with reason ``access_expired`` (401), ``no_access`` (403: scope, policy, Gmail off),
    ``not_found`` (404), ``not_a_draft`` (400 on a draft that was sent), ``bad_mail`` (400 on the mail itself),
    ``no_mailbox`` (no Gmail, or it is off), ``history_gone`` (the place to go on from is too old, ``""``, none of this
    mailbox's, or leads nowhere), ``no_topic`` (it may not be told), ``other_topic`` (one is told already);
    ``Unavailable`` with reason ``rate_limited`` (429, 403 quota; ``retry_at`` as Google said), ``mail_limit``,
    ``concurrent``, ``server_error``, ``no_answer``. After the last two, ``not_found`` and ``not_a_draft`` of
    ``send_draft`` nobody knows if the mail went.
    """

    def profile(self) -> mail_model.Profile:
        """Return whose mailbox it is and where its history stands."""

    def aliases(self) -> tuple[Alias, ...]:
        """Return the addresses mails may be sent as, the primary one first."""

    def create_draft(self, raw: bytes, thread_id: str = "") -> mail_model.DraftMade:
        """Make a draft of an RFC 5322 message, in a thread if one is given."""

    def find_draft(self, draft_id: str) -> mail_model.DraftFound | None:
        """Return the draft as it stands now, None if there is none of that id."""

    def drafts(self) -> tuple[str, ...]:
        """Return the ids of the latest drafts, 100 at most."""

    def delete_draft(self, draft_id: str) -> None:
        """Delete a draft, be it gone already; never one that was asked to be sent, unless Gmail surely refused it."""

    def send_draft(self, draft_id: str) -> mail_model.Delivery:
        """Ask that the draft be sent as it is: one request of at most 60 s, no redirect, no repetition."""

    def message(self, message_id: str) -> mail_model.MessageHead | None:
        """Return one message's head, None if it is gone."""

    def thread(self, thread_id: str) -> tuple[mail_model.MessageHead, ...]:
        """Return the heads of a thread's messages, oldest first; empty if the thread is gone."""

    def sent_since(self, history_id: str) -> tuple[str, ...] | None:
        """Return the ids of messages that got the label SENT since then; None if the history is no longer kept."""

    def changes(self, since: str) -> mail_model.Changes:
        """Return what was added since a place in the history: one page, of at most 100 entries."""

    def raw(self, message_id: str) -> mail_model.RawMail | None:
        """Return one message whole, None if it is gone; ``Invalid`` with reason ``too_large`` beyond some 24 MiB."""

    def arrived_since(self, at: datetime, page: str = "") -> mail_model.Found:
        """Return a page of ids, newest first, whatever their labels: a search, so the last minutes may be missing."""

    def search(self, query: str, most: int = 20) -> tuple[str, ...]:
        """Return message ids for a Gmail search: an index that may lag, so that nothing found proves nothing."""

    def watch(self, topic: str) -> mail_model.Watch:
        """Have a Pub/Sub topic (``projects/P/topics/T``) told of every change for some days, from now on anew."""

    def stop_watch(self) -> None:
        """Have no topic told any more; that none is told is fine."""


class Mailboxes(Protocol):
    """Opens mailboxes."""

    def open(self, access_token: str, spend: Callable[[int], None] = ...) -> Mailbox:
        """Return the mailbox that token is good for; makes no call.

        ``spend`` is told before each request what it costs in units of Gmail's quota, and may raise to forbid it.
        """


class Mime(Protocol):
    """Turns a mail into the bytes that leave, by RFC 5322 and 2045 ff."""

    def raw(self, letter: mail_model.Letter) -> bytes:
        """Return the message; ``Invalid`` names the field that holds a line break or cannot be written."""

    def content_hash(self, mail: Mail) -> str:
        """Return what ``DraftFound.body_hash`` is for a draft that holds this mail."""


class Dates(Protocol):
    """Finds dates in what people write."""

    def find(self, text: str, language: str, today: date) -> Sequence[FoundDate]:
        """Return the dates in a text of ``addon.lib.text.fold``, in its order, none overlapping; never raises.

        ``language`` is a tag like ``de`` or ``en-GB``; it gives the names of months and the order of 3/4. One that is
        not known is read as English. A date without a year is the one nearest to ``today``.
        """


class BounceScanner(Protocol):
    """Finds for whom a mail failed, in delivery notices that follow no standard."""

    def scan(self, raw: bytes) -> tuple[frozenset[str], frozenset[str]]:
        """Return the addresses it failed for: for a while, and for good. Never raises; nothing found is empty."""


# --- Consent, TextModel ----------------------------------------------------------------------------------------------
class Consent(Protocol):
    """Google's OAuth, for either of our two clients. ``refresh`` and ``exchange`` are never repeated by themselves.

    Errors: ``Rejected`` with reason ``invalid_grant`` (withdrawn, run out, used up), ``bad_client`` (our id or secret),
    ``refused``; ``Unavailable`` where Google does not answer or says to come later.
    """

    def is_ready(self, kind: GrantKind) -> bool:
        """Whether a client is configured for it."""

    def url(self, ask: ConsentAsk) -> str:
        """Return Google's consent page for an ask; makes no call."""

    def exchange(self, ask: ConsentAsk, code: str) -> Consented:
        """Trade the code of a visit for tokens, and read who consented from the verified ID token."""

    def refresh(self, kind: GrantKind, refresh_token: str) -> Access:
        """Return a fresh access token."""

    def revoke(self, kind: GrantKind, token: str) -> None:
        """End a grant at Google's; one that is over already is fine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRequest:
    """``instructions`` are ours and trusted; ``data`` is JSON from cells or mails, quoted to the model as data only."""

    instructions: str
    data: str
    max_output_tokens: int = 2048
    tenant: str = ""
    """Whose question it is: who pays for it, and below whom its answer is kept."""
    purpose: str = ""
    """A word for the log and for sentences: ``draft``, ``assessment`` or ``reading``."""
    fresh: bool = False
    """Whether another answer is wanted than one that is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Tokens as the vendor counted them, and calls made (retries counted)."""

    input_tokens: int = 0
    output_tokens: int = 0
    calls: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """A JSON object that satisfies the request's schema, the usage, and the model's name."""

    data: Mapping[str, Any]
    usage: Usage
    model: str


class Unusable(Rejected):
    """An answer that came and was paid for, and cannot be used."""

    def __init__(self, template: str, *, reason: str, usage: Usage, **values: object) -> None:
        super().__init__(template, reason=reason, **values)
        self.usage = usage


class TextModel(Protocol):
    """A language model that answers with JSON.

    Errors: ``Unavailable`` (limit, with ``retry_at`` as the server said; 5xx, silence), ``Unusable`` with reason
    ``unsafe``, ``empty``, ``cut_off`` or ``not_json``, ``Rejected`` (``bad_key``, ``no_such_model`` or ``refused``).
    """

    name: str

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        """Return an answer: one request to the server at most, as limits count requests."""

    def models(self) -> tuple[str, ...]:
        """Return the names of the models the key may call: the smallest call there is, and it costs no tokens."""


# --- Bookings, Clock, TaskQueue --------------------------------------------------------------------------------------
class Bookings(Protocol):
    """The booking service behind the tenant's booking link.

    Errors: ``Rejected`` with reason ``bad_key`` or ``refused``; ``Unavailable`` for limits, server faults and silence.
    """

    def account(self) -> str:
        """Return the name of the account the key belongs to; one call, which changes nothing."""


class Clock(Protocol):
    """Business time: real time plus the playground's offset."""

    def now(self) -> datetime:
        """Return the aware UTC instant."""


class TaskQueue(Protocol):
    """Wakes the worker. Losing, doubling or reordering a wake-up changes nothing: the due rows are the truth."""

    def wake(self, kind: str, ref: str) -> None:
        """Ask that the due row ``ref`` of ``kind`` be looked at soon."""
