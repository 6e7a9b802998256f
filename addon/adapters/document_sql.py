"""The SQL of the store: documents read by queries that walk an expression index in order.

A field is named in SQL by two expressions, its rank (the type) and its value; the same text in an index and in a query
is what makes SQLite use the one for the other. Field names come checked from ``document_queries`` and ``INDEXES``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from addon.adapters import document_text
from addon.adapters.document_indexes import Index, group_of
from addon.adapters.document_queries import Bound, Plan

TABLE = """CREATE TABLE IF NOT EXISTS documents (
  collection TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, version TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (collection, id)) WITHOUT ROWID"""
"""``kind`` is the collection's last part: an index covers one kind only, so the others pay nothing for it."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an index: the condition that bounds it, its values, and the keys it is ordered by."""

    condition: str
    values: tuple[Any, ...]
    keys: tuple[str, ...]


def selection(plan: Plan) -> tuple[str, list[Any]]:
    """Return SQL and values that read one document more than the page holds, in order."""
    condition, values = conditions(plan.collection, plan.where, plan.index)
    selects, limit = [], plan.limit + 1
    given: list[Any] = []
    for segment in _segments(plan):
        order = ", ".join(f"{key} DESC" if plan.descending else key for key in segment.keys)
        selects.append(
            f"SELECT id, version, data FROM {source(plan.index)}"  # noqa: S608
            f" WHERE {condition} AND {segment.condition} ORDER BY {order} LIMIT {limit:d}"
        )
        given += [*values, *segment.values]
    if len(selects) == 1:
        return selects[0], given
    return f"SELECT * FROM ({') UNION ALL SELECT * FROM ('.join(selects)}) LIMIT {limit:d}", given  # noqa: S608


def source(index: Index | None) -> str:
    """Return the table, by its index if there is one: among equal values SQLite would rather walk the ids of all."""
    return f"documents INDEXED BY {index_name(index)}" if index else "documents"


def conditions(collection: str, where: Sequence[tuple[str, Any]], index: Index | None) -> tuple[str, list[Any]]:
    """Return the condition and values that leave the documents of a collection that equal ``where``."""
    terms, values = ["collection = ?"], [collection]
    if index:
        terms.append(f"kind = '{group_of(collection)}'")  # a literal, or SQLite does not recognise the partial index
    for name, value in where:
        rank, extracted = document_text.scalar(value)
        terms.append(f"{_value(name)} = ? AND {_rank(name)} = {rank:d}")
        values.append(extracted)
    return " AND ".join(terms), values


def _segments(plan: Plan) -> list[Segment]:
    """Return the stretches of the index that hold the rest of the answer, in order.

    SQLite seeks by one inequality on an expression, so after a cursor there are up to three: what is left of the same
    value, of the same type, and the types after it. One that is not reached costs nothing.
    """
    if plan.order is None:
        return [Segment("id > ?", (plan.after.id if plan.after else "",), ("id",))]
    if plan.bounds:
        sides, rank = _sides(plan.bounds), document_text.scalar(plan.bounds[0].value)[0]
        return _of_one_rank(plan, rank, sides) if plan.after else [_stretch(plan.order, rank, sides)]
    rank_sql, keys = _rank(plan.order), (_rank(plan.order), _value(plan.order), "id")
    if plan.after is None:
        return [Segment(f"{rank_sql} >= 0", (), keys)]  # the rank of an absent field is NULL
    rank = document_text.scalar(plan.after.value)[0]
    beyond = Segment(f"{rank_sql} {'<' if plan.descending else '>'} {rank:d}", (), keys)
    return [*_of_one_rank(plan, rank, {}), beyond]


def _sides(bounds: Sequence[Bound]) -> dict[str, tuple[str, Any]]:
    """Return the terms of a range by the side they close; an open side ends where the type does."""
    rank, first = document_text.scalar(bounds[0].value)
    sides = {}
    if rank is document_text.Rank.TEXT:  # times, texts and bytes have one rank and differ in their first letter
        sides = {">": (">=", first[0]), "<": ("<", chr(ord(first[0]) + 1))}
    return sides | {bound.operator[0]: (bound.operator, document_text.scalar(bound.value)[1]) for bound in bounds}


def _of_one_rank(plan: Plan, rank: int, sides: dict[str, tuple[str, Any]]) -> list[Segment]:
    """Return what is left after the cursor of its own value, and of its own rank within ``sides``."""
    if plan.after is None or plan.order is None:
        return []
    side, mark = "<" if plan.descending else ">", document_text.scalar(plan.after.value)[1]
    ties = f"{_rank(plan.order)} = {rank:d} AND {_value(plan.order)} = ? AND id {side} ?"
    return [Segment(ties, (mark, plan.after.id), ("id",)), _stretch(plan.order, rank, {**sides, side: (side, mark)})]


def _stretch(field: str, rank: int, sides: dict[str, tuple[str, Any]]) -> Segment:
    terms = [f"{_rank(field)} = {rank:d}", *(f"{_value(field)} {operator} ?" for operator, _ in sides.values())]
    return Segment(" AND ".join(terms), tuple(value for _, value in sides.values()), (_value(field), "id"))


def _value(field: str) -> str:
    """Return SQL for a field's value; a null is 0, for SQL's own NULL has no place in a row comparison."""
    return f"ifnull(json_extract(data, '$.{field}'), 0)"


def _rank(field: str) -> str:
    """Return SQL for ``document_text.Rank`` of a field's value, NULL if the field is absent."""
    return (
        f"(CASE json_type(data, '$.{field}') WHEN 'text' THEN 3 WHEN 'integer' THEN 2 WHEN 'real' THEN 2"
        " WHEN 'null' THEN 0 WHEN 'true' THEN 1 WHEN 'false' THEN 1 WHEN 'array' THEN 4 WHEN 'object' THEN 5 END)"
    )


def index_name(index: Index) -> str:
    """Return the index's name in SQLite; one index serves both directions."""
    return "_".join(["by", index.group, *index.equal, (index.order or "id").lstrip("-")])


def index_sql(index: Index) -> str:
    """Return the statement that makes the index."""
    order = (index.order or "").lstrip("-")
    keys = ["collection", *map(_value, index.equal), *([_rank(order), _value(order)] if order else []), "id"]
    return (
        f"CREATE INDEX IF NOT EXISTS {index_name(index)} ON documents ({', '.join(keys)}) WHERE kind = '{index.group}'"
    )
