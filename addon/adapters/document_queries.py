"""What a query may ask, and where its next page begins: one reading for every store."""

from __future__ import annotations

import base64
import binascii
import hashlib
import operator
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from addon.adapters import document_text
from addon.adapters.document_indexes import Index, find_index
from addon.adapters.document_rules import check_collection, check_id, plain
from addon.errors import Invalid
from addon.ports import Page, Query, Range, Snapshot

MAX_LIMIT = 1_000
MAX_FILTER_BYTES = 1_500
"""Firestore compares only the first 1,500 bytes of a value."""

_COMPARE = {">=": operator.ge, ">": operator.gt, "<=": operator.le, "<": operator.lt}
_first = operator.itemgetter(0)
_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,99}")


@dataclass(frozen=True, slots=True)
class Bound:
    """One side of a range: ``operator`` is ``>=``, ``>``, ``<=`` or ``<``."""

    operator: str
    value: Any


@dataclass(frozen=True, slots=True)
class Position:
    """A place between two documents: after the one with this value of the order field, and this id."""

    value: Any
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A query found sound. ``order`` is a bare field name, or None for ids; ``index`` is what was declared for it."""

    collection: str
    where: tuple[tuple[str, Any], ...]
    bounds: tuple[Bound, ...]
    order: str | None
    descending: bool
    limit: int
    after: Position | None
    index: Index | None
    fingerprint: str

    def page(self, found: Sequence[Snapshot]) -> Page:
        """Return the page of up to ``limit + 1`` documents found; the one too many says that there is a next page."""
        kept = tuple(found[: self.limit])
        return Page(found=kept, next=self._cursor(kept[-1]) if len(found) > self.limit else None)

    def _cursor(self, last: Snapshot) -> str:
        value = last.data[self.order] if self.order else None
        text = document_text.encode([self.fingerprint, {"value": value}, last.id])
        return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read(collection: str, query: Query, indexes: Sequence[Index]) -> Plan:
    """Return the query as a plan; ``Invalid`` if no store could answer it or no index is declared for it."""
    check_collection(collection)
    where = equalities(query.where)
    bounds = _bounds(query.range)
    order, descending = _order(query)
    if order is not None and order in query.where:
        raise _bad("A field cannot be both filtered by a value and ordered by.")
    if not isinstance(query.limit, int) or not 1 <= query.limit <= MAX_LIMIT:
        raise _bad(f"A query's limit must be between 1 and {MAX_LIMIT}.")
    fingerprint = _fingerprint(collection, where, bounds, order, descending)
    return Plan(
        collection=collection,
        where=where,
        bounds=bounds,
        order=order,
        descending=descending,
        limit=query.limit,
        after=_after(query.cursor, fingerprint, bounds),
        index=_index(indexes, collection, query.where, order, descending),
        fingerprint=fingerprint,
    )


def equalities(where: Mapping[str, Any] | None) -> tuple[tuple[str, Any], ...]:
    """Return equality filters as sorted pairs of field and plain value; ``Invalid`` for anything but scalars."""
    if where is not None and not isinstance(where, Mapping):
        raise _bad("A query's filters must be a map of fields and values.")
    return tuple(sorted(((_field(name), _filter_value(value)) for name, value in (where or {}).items()), key=_first))


def _index(
    indexes: Sequence[Index], collection: str, equal: Mapping[str, Any], order: str | None, descending: bool
) -> Index | None:
    """Refuse what Firestore refuses for want of a composite index: neither SQLite nor the emulator would notice."""
    index = find_index(indexes, collection, equal, f"-{order}" if order and descending else order)
    if index is None and equal and order:
        raise Invalid(
            f"No index serves this query: add one on {sorted(equal)} and {order} to INDEXES in document_indexes.py.",
            reason="no_index",
        )
    return index


def _bounds(range: Range | None) -> tuple[Bound, ...]:
    if range is None:
        return ()
    sides = ((">=", range.at_least), (">", range.above), ("<=", range.at_most), ("<", range.below))
    bounds = tuple(Bound(operator, _filter_value(value)) for operator, value in sides if value is not None)
    starts = "".join(bound.operator[0] for bound in bounds)
    if starts not in (">", "<", "><"):
        raise _bad("A range needs one lower bound, one upper bound, or one of each.")
    if len({_kind(bound.value) for bound in bounds}) > 1:
        raise _bad("The two bounds of a range must be of one type.")
    return bounds


def _order(query: Query) -> tuple[str | None, bool]:
    order = query.order
    if order is not None and not isinstance(order, str):
        raise _bad("An order must be the name of a field.")
    descending = bool(order and order.startswith("-"))
    name = _field(order[descending:]) if order is not None else None
    if query.range is None:
        return name, descending
    if name is not None and name != query.range.field:
        raise _bad("A query with a range can only be ordered by the range's field.")
    return _field(query.range.field), descending


def _field(name: str) -> str:
    if not isinstance(name, str) or not _FIELD.fullmatch(name) or name.startswith("__"):
        raise _bad("A query's field must be a plain top-level name.")
    return name


def _filter_value(value: Any) -> Any:
    kept = plain("filters", "filter", {"value": value})["value"]
    if isinstance(kept, (list, dict)):
        raise _bad("A filter cannot compare with a list or a map.")
    if len(kept.encode() if isinstance(kept, str) else kept if isinstance(kept, bytes) else b"") > MAX_FILTER_BYTES:
        raise _bad(f"A filter's value must have at most {MAX_FILTER_BYTES:,} bytes.")
    return kept


def _keeps(bound: Bound, value: Any) -> bool:
    """Return whether the value is inside; a cursor that is not was forged, and would open documents out of range."""
    return _kind(value) is _kind(bound.value) and bool(_COMPARE[bound.operator](value, bound.value))


def _kind(value: Any) -> type:
    return float if type(value) is int else type(value)


def _fingerprint(*parts: Any) -> str:
    """Bind a cursor to its query, so that one handed to another query is refused instead of skipping documents."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:16]


def _after(cursor: str | None, fingerprint: str, bounds: Sequence[Bound]) -> Position | None:
    if cursor is None:
        return None
    try:
        padded = cursor.encode() + b"=" * (-len(cursor) % 4)
        of, value, id = document_text.decode(base64.b64decode(padded, altchars=b"-_", validate=True).decode())
        check_id(id)
        position = Position(value["value"], id)
    except (Invalid, AttributeError, KeyError, TypeError, ValueError, binascii.Error, orjson.JSONDecodeError) as error:
        raise _bad("This page's mark cannot be read.") from error
    if of != fingerprint or not all(_keeps(bound, position.value) for bound in bounds):
        raise _bad("This page's mark belongs to another list.")
    return position


def _bad(message: str) -> Invalid:
    return Invalid(message, reason="bad_query")
