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


_SELECT = "SELECT id, version, data FROM documents"


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
        selects.append(f"{_SELECT} WHERE {condition} AND {segment.condition} ORDER BY {order} LIMIT {limit:d}")
        given += [*values, *segment.values]
    if len(selects) == 1:
        return selects[0], given
    return f"SELECT * FROM ({') UNION ALL SELECT * FROM ('.join(selects)}) LIMIT {limit:d}", given  # noqa: S608


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
    """Return the stretches that hold the rest of the answer, in order.

    SQLite seeks by one inequality on an expression, so a page after the first is two stretches: what is left of the
    cursor's type, and the types after it. The second costs nothing unless the first runs dry.
    """
    if plan.order is None:
        return [Segment("id > ?", (plan.after.id if plan.after else "",), ("id",))]
    rank, keys = _rank(plan.order), (_rank(plan.order), _value(plan.order), "id")
    if plan.bounds:
        return [_of_one_rank(plan.order, plan, document_text.scalar(plan.bounds[0].value)[0], _sides(plan.bounds))]
    if plan.after is None:
        return [Segment(f"{rank} >= 0", (), keys)]  # the rank of an absent field is NULL
    current = document_text.scalar(plan.after.value)[0]
    beyond = f"{rank} >= 0 AND {rank} < {current:d}" if plan.descending else f"{rank} > {current:d}"
    return [_of_one_rank(plan.order, plan, current, {}), Segment(beyond, (), keys)]


def _sides(bounds: Sequence[Bound]) -> dict[str, tuple[str, Any]]:
    """Return the terms of a range by the side they close; an open side ends where the type does."""
    rank, first = document_text.scalar(bounds[0].value)
    sides = {}
    if rank is document_text.Rank.TEXT:  # times, texts and bytes have one rank and differ in their first letter
        sides = {">": (">=", first[0]), "<": ("<", chr(ord(first[0]) + 1))}
    return sides | {bound.operator[0]: (bound.operator, document_text.scalar(bound.value)[1]) for bound in bounds}


def _of_one_rank(field: str, plan: Plan, rank: int, sides: dict[str, tuple[str, Any]]) -> Segment:
    """Return the values of one rank between ``sides``, after the cursor, which replaces the side it starts from."""
    terms, values, keys = [f"{_rank(field)} = {rank:d}"], [], (_value(field), "id")
    if plan.after:
        side, mark = ("<" if plan.descending else ">"), document_text.scalar(plan.after.value)[1]
        sides = {**sides, side: (f"{side}=", mark)}
        terms.append(f"({', '.join(keys)}) {side} (?, ?)")
        values += [mark, plan.after.id]
    terms += [f"{_value(field)} {operator} ?" for operator, _ in sides.values()]
    return Segment(" AND ".join(terms), (*values, *(value for _, value in sides.values())), keys)


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
