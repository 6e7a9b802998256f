"""What every store finds, and in which order: run on SQLite, Google's Firestore emulator and the fake."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addon.errors import Invalid
from addon.ports import Create, Documents, Query, Range
from tests.contract.conftest import TEST_INDEXES
from tests.contract.things import AT, THINGS, found_ids, fresh, ids, put, typed
from tests.fakes.documents import FakeDocuments

# --- Find: order -----------------------------------------------------------------------------------------------------
MIXED: list[Any] = [
    None, False, True, -(2**63), -1.5, -1, 0, 0.5, 1, 1.5, 2**53, 2**63 - 1, datetime(1969, 12, 31, tzinfo=UTC), AT,
    AT + timedelta(microseconds=1), "", "\x00", "\x00a", "\x01", "\x02", " ", "A", "B", "a", "a\x00", "aa", "b", "ä",
    "\ufffd", "😀", b"", b"\x00", b"a", b"\xff",
]  # fmt: skip
"""In Firestore's order: by type, then by value; text by its UTF-8 bytes."""


def test_order_is_by_type_then_value(documents: Documents) -> None:
    put(documents, {f"{len(MIXED) - n:03}": value for n, value in enumerate(MIXED)})
    for query in ({"order": "value"}, {"order": "value", "where": {"group": 1}}):
        assert [one.data["value"] for one in documents.find(THINGS, Query(**query)).found] == MIXED
    for query in ({"order": "-value"}, {"order": "-value", "where": {"group": 1}}):
        assert [one.data["value"] for one in documents.find(THINGS, Query(**query)).found] == MIXED[::-1]


def test_without_an_order_documents_come_by_id(documents: Documents) -> None:
    wanted = ["-", "1", "10", "9", "A", "Z", "a", "aa", "ä", "\ufffd", "😀"]
    put(documents, dict.fromkeys(reversed(wanted), 1))
    assert found_ids(documents) == wanted
    assert found_ids(documents, where={"group": 1}) == wanted


def test_a_document_without_the_order_field_is_not_found(documents: Documents) -> None:
    documents.create(THINGS, "without", {"group": 1})
    documents.create(THINGS, "null", {"group": 1, "value": None})
    documents.create(THINGS, "deep", {"group": 1, "map": {"value": 1}})
    for order in ("value", "-value"):
        assert found_ids(documents, order=order) == ["null"]
        assert found_ids(documents, order=order, where={"group": 1}) == ["null"]


def test_ties_are_broken_by_id_in_the_same_direction(documents: Documents) -> None:
    put(documents, {"b": 1, "a": 1.0, "c": 1, "d": 0})
    assert found_ids(documents, order="value") == ["d", "a", "b", "c"]
    assert found_ids(documents, order="-value") == ["c", "b", "a", "d"]
    assert found_ids(documents, range=Range(field="value", at_least=1)) == ["a", "b", "c"]
    assert found_ids(documents, range=Range(field="value", at_least=1), order="-value") == ["c", "b", "a"]


# --- Find: filters ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (None, ["null"]), (True, ["true"]), (False, ["false"]), (1, ["float", "int"]), (1.0, ["float", "int"]),
        (0, ["zero"]), ("1", ["text"]), ("", ["empty"]), (b"1", ["bytes"]), (AT, ["time"]), ("true", []), (2, []),
        (AT.isoformat(), []), (AT + timedelta(microseconds=1), []), ("u1", []), ("[]", []),
    ],
    ids=ascii,
)  # fmt: skip
def test_equality_is_by_type_and_value(documents: Documents, wanted: Any, found: list[str]) -> None:
    kinds = {"null": None, "true": True, "false": False, "int": 1, "float": 1.0, "zero": 0, "text": "1", "empty": ""}
    put(documents, {**kinds, "bytes": b"1", "time": AT, "list": [], "map": {}, "ones": [1]})
    documents.create(THINGS, "absent", {"group": 1})
    assert found_ids(documents, where={"value": wanted}) == found
    assert documents.count(THINGS, {"value": wanted}) == len(found)


def test_all_equalities_must_hold(documents: Documents) -> None:
    documents.create(THINGS, "a", {"x": 1, "y": 1})
    documents.create(THINGS, "b", {"x": 1, "y": 2})
    documents.create(THINGS, "c", {"x": 1})
    assert found_ids(documents, where={"x": 1, "y": 2}) == ["b"]
    assert documents.count(THINGS, {"x": 1, "y": 1}) == 1
    assert documents.count(THINGS, {"x": 1}) == documents.count(THINGS) == 3


RANGES = [
    ({"at_least": 1}, [1, 1.5, 2**53, 2**63 - 1]),
    ({"above": 1}, [1.5, 2**53, 2**63 - 1]),
    ({"at_most": -1}, [-(2**63), -1.5, -1]),
    ({"below": -1}, [-(2**63), -1.5]),
    ({"above": -1.5, "below": 1}, [-1, 0, 0.5]),
    ({"at_least": 5, "at_most": 4}, []),
    ({"at_least": AT}, [AT, AT + timedelta(microseconds=1)]),
    ({"above": AT}, [AT + timedelta(microseconds=1)]),
    ({"at_most": AT}, [datetime(1969, 12, 31, tzinfo=UTC), AT]),
    ({"below": AT}, [datetime(1969, 12, 31, tzinfo=UTC)]),
    ({"at_least": "b"}, ["b", "ä", "\ufffd", "😀"]),
    ({"above": "", "below": "A"}, ["\x00", "\x00a", "\x01", "\x02", " "]),
    ({"above": b""}, [b"\x00", b"a", b"\xff"]),
    ({"below": b"a"}, [b"", b"\x00"]),
    ({"at_least": False}, [False, True]),
    ({"above": False}, [True]),
    ({"below": True}, [False]),
]


@pytest.mark.parametrize(("sides", "wanted"), RANGES, ids=ascii)
def test_a_range_finds_values_of_its_own_type(documents: Documents, sides: dict[str, Any], wanted: list[Any]) -> None:
    put(documents, {f"{n:03}": value for n, value in enumerate([*MIXED, [], [1], {}, {"a": 1}])})
    within = Range(field="value", **sides)
    for where in ({}, {"group": 1}):
        found = documents.find(THINGS, Query(range=within, where=where))
        assert typed([one.data["value"] for one in found.found]) == typed(wanted)
        found = documents.find(THINGS, Query(range=within, where=where, order="-value"))
        assert typed([one.data["value"] for one in found.found]) == typed(wanted[::-1])


BAD_QUERIES: dict[str, Any] = {
    "limit 0": {"limit": 0},
    "limit -1": {"limit": -1},
    "limit too high": {"limit": 1001},
    "limit no number": {"limit": "5"},
    "range without a bound": {"range": Range(field="value")},
    "two lower bounds": {"range": Range(field="value", above=1, at_least=1)},
    "two upper bounds": {"range": Range(field="value", below=1, at_most=1)},
    "bounds of two types": {"range": Range(field="value", above=1, below="x")},
    "bool and number": {"range": Range(field="value", above=False, below=3)},
    "naive bound": {"range": Range(field="value", above=datetime(2026, 1, 1))},  # noqa: DTZ001
    "NaN": {"where": {"value": float("nan")}},
    "list": {"where": {"value": [1]}},
    "map": {"where": {"value": {}}},
    "long text": {"where": {"value": "x" * 1501}},
    "order by another field than the range's": {"range": Range(field="value", above=1), "order": "group"},
    "order by an equality": {"where": {"value": 1}, "order": "value"},
    "range on an equality": {"where": {"value": 1}, "range": Range(field="value", above=1)},
    "path": {"where": {"a.b": 1}},
    "quote": {"order": "a') --"},
    "empty field": {"order": ""},
    "only a sign": {"order": "-"},
    "reserved field": {"order": "__name__"},
    "field no text": {"where": {1: 1, "a": 2}},
    "where no map": {"where": [("a", 1)]},
    "cursor no mark": {"cursor": "!!"},
    "cursor no text": {"cursor": 7},
    "cursor empty": {"cursor": ""},
    "cursor of other bytes": {"cursor": "AAAA"},
    "no index declared": {"where": {"other": 1}, "order": "value"},
    "no index declared for two": {"where": {"group": 1, "other": 1}, "order": "value"},
}


@pytest.mark.parametrize("query", BAD_QUERIES.values(), ids=BAD_QUERIES.keys())
def test_a_query_no_store_can_answer_is_invalid(documents: Documents, query: dict[str, Any]) -> None:
    with pytest.raises(Invalid):
        documents.find(THINGS, Query(**query))


def test_count_of_a_bad_filter_is_invalid(documents: Documents) -> None:
    for where in ({"a.b": 1}, {"a": [1]}, {"a": float("inf")}):
        with pytest.raises(Invalid):
            documents.count(THINGS, where)


# --- Find: pages -----------------------------------------------------------------------------------------------------
def pages(documents: Documents, query: Query, collection: str = THINGS) -> list[list[str]]:
    read = [documents.find(collection, query)]
    while read[-1].next is not None:
        read.append(documents.find(collection, replace(query, cursor=read[-1].next)))
    return [ids(page) for page in read]


PAGED = [
    Query(),
    Query(where={"group": 1}),
    Query(order="value"),
    Query(order="-value"),
    Query(order="value", where={"group": 1}),
    Query(order="-value", where={"group": 1}),
    Query(range=Range(field="value", at_least=2)),
    Query(range=Range(field="value", above=1, at_most=4), where={"group": 1}),
    Query(range=Range(field="value", above=1, at_most=4), where={"group": 1}, order="-value"),
    Query(range=Range(field="value", below=AT), order="-value"),
]


@pytest.mark.parametrize("query", PAGED, ids=str)
def test_pages_hold_every_document_once_and_in_order(documents: Documents, query: Query) -> None:
    repeated = [None, True, 1, 2, 2.0, 2, 3, 4, AT - timedelta(1), AT, "x", "x", "y", b"x", [1], {"a": 1}]
    put(documents, {f"{n * 7 % 16:02}": value for n, value in enumerate(repeated)})
    [whole] = pages(documents, query)
    for limit in (1, 2, 5):
        read = pages(documents, replace(query, limit=limit))
        assert [id for page in read for id in page] == whole
        assert [len(page) for page in read[:-1]] == [limit] * (len(read) - 1)
        assert read[-1] or not whole


def test_the_last_page_says_so_when_it_is_full(documents: Documents) -> None:
    put(documents, {"a": 1, "b": 2})
    assert documents.find(THINGS, Query(limit=2)).next is None
    assert documents.find(THINGS, Query(limit=1)).next is not None


def test_a_cursor_survives_the_end_of_its_last_document(documents: Documents) -> None:
    put(documents, {"a": 1, "b": 2, "c": 3})
    page = documents.find(THINGS, Query(order="value", limit=2))
    documents.delete(THINGS, "b")
    documents.create(THINGS, "a2", {"value": 1.5})
    assert found_ids(documents, order="value", limit=2, cursor=page.next) == ["c"]


def test_a_cursor_serves_only_its_own_query(documents: Documents) -> None:
    put(documents, {"a": 1, "b": 2, "c": 3})
    page = documents.find(THINGS, Query(order="value", limit=1))
    for other in (Query(), Query(order="-value"), Query(order="value", where={"group": 1}), Query(order="group")):
        with pytest.raises(Invalid):
            documents.find(THINGS, replace(other, cursor=page.next))
    with pytest.raises(Invalid):
        documents.find("tenants/u/things", Query(order="value", cursor=page.next))


def forged(cursor: str | None, value: Any, id: Any = "") -> str:
    """Return a cursor of the same query that points where the holder likes."""
    mark = json.loads(base64.urlsafe_b64decode(f"{cursor}=="))
    mark[1:] = [{"value": value}, id]
    return base64.urlsafe_b64encode(json.dumps(mark).encode()).decode().rstrip("=")


def test_a_forged_cursor_opens_nothing_outside_the_range(documents: Documents) -> None:
    put(documents, {str(n): n for n in range(6)})
    query = Query(range=Range(field="value", above=2), limit=1)
    honest = documents.find(THINGS, query).next
    assert found_ids(documents, range=query.range, cursor=forged(honest, 4, "u4")) == ["5"]
    for value, id in ((0, "u0"), (2, "u2"), ("u3", "u3"), (None, "u3"), ([], "u3"), (3, "u"), (3, 7), (3, "ua/b")):
        with pytest.raises(Invalid):
            documents.find(THINGS, replace(query, cursor=forged(honest, value, id)))


some_values = st.sampled_from([None, False, True, 0, 1, 1.0, 2.5, "", "a", "b", b"a", AT, AT - timedelta(1)])
some_bounds = st.sampled_from([0, 1, 1.5, "", "a", b"a", AT])


@st.composite
def queries(draw: st.DrawFn) -> Query:
    where = draw(st.sampled_from([{}, {"group": 1}, {"group": 2}]))
    order = draw(st.sampled_from(["value", "-value"]) if where else st.sampled_from([None, "value", "-value"]))
    limit = draw(st.integers(1, 4))
    if draw(st.booleans()):
        return Query(where=where, order=order, limit=limit)
    low = draw(st.sampled_from(["at_least", "above", "at_most", "below"]))
    return Query(
        where=where, order=order and "value", limit=limit, range=Range(field="value", **{low: draw(some_bounds)})
    )


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    stored=st.lists(st.tuples(st.sampled_from([1, 2]), some_values | st.just("absent")), max_size=8),
    asked=st.lists(queries(), min_size=1, max_size=3),
)
def test_every_store_answers_as_the_fake_does(
    documents: Documents, stored: Sequence[tuple[int, Any]], asked: Sequence[Query]
) -> None:
    collection, fake = f"tenants/{next(fresh)}/things", FakeDocuments(indexes=TEST_INDEXES)
    for store in (documents, fake):
        store.commit(
            [
                Create(collection, str(n), {"group": group} | ({"value": value} if value != "absent" else {}))
                for n, (group, value) in enumerate(stored)
            ]
        )
    for query in asked:
        assert pages(documents, query, collection) == pages(fake, query, collection)
        assert documents.count(collection, query.where) == fake.count(collection, query.where)
