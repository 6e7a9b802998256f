"""What every store promises: one suite, run on SQLite, on Google's Firestore emulator and on the fake."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addon.errors import Conflict, Invalid, Unavailable
from addon.ports import Create, Delete, Documents, Page, Query, Range, Replace, Write
from tests.contract.conftest import TEST_INDEXES
from tests.fakes.documents import FakeDocuments

AT = datetime(2026, 3, 29, 1, 30, 0, 123456, tzinfo=UTC)
THINGS = "tenants/t/things"
fresh = count()


def put(documents: Documents, values: Mapping[str, Any], collection: str = THINGS) -> None:
    """Store one document an id, each with ``value`` and ``group`` 1."""
    documents.commit([Create(collection, id, {"value": value, "group": 1}) for id, value in values.items()])


def ids(page: Page) -> list[str]:
    return [found.id for found in page.found]


def found_ids(documents: Documents, **query: Any) -> list[str]:
    return ids(documents.find(THINGS, Query(**query)))


def typed(value: Any) -> Any:
    """Return a value with its types, for 1, 1.0 and True are equal to Python."""
    if isinstance(value, dict):
        return {name: typed(item) for name, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return type(value), value, getattr(value, "tzinfo", None)


# --- One document ----------------------------------------------------------------------------------------------------
def test_absent_document_is_none(documents: Documents) -> None:
    assert documents.get(THINGS, "a") is None


def test_created_document_is_read_back_with_its_version(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {"name": "Ana"})
    found = documents.get(THINGS, "a")
    assert found is not None
    assert (found.id, found.data, found.version) == ("a", {"name": "Ana", "rev": 1}, version)


def test_create_of_an_existing_id_conflicts_and_changes_nothing(documents: Documents) -> None:
    documents.create(THINGS, "a", {"name": "first"})
    with pytest.raises(Conflict) as refused:
        documents.create(THINGS, "a", {"name": "second"})
    assert refused.value.reason == "exists"
    assert documents.get(THINGS, "a").data["name"] == "first"  # type: ignore[union-attr]


def test_replace_overwrites_whole(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {"name": "Ana", "deep": {"x": 1}})
    version = documents.replace(THINGS, "a", {"deep": {"y": 2}}, version)
    found = documents.get(THINGS, "a")
    assert found is not None
    assert (found.data, found.version) == ({"deep": {"y": 2}, "rev": 2}, version)


def test_a_write_that_changes_nothing_still_moves_the_version(documents: Documents) -> None:
    first = documents.create(THINGS, "a", {"name": "Ana"})
    second = documents.replace(THINGS, "a", {"name": "Ana"}, first)
    assert second != first
    with pytest.raises(Conflict):
        documents.replace(THINGS, "a", {"name": "Ana"}, first)


def test_rev_counts_writes_and_is_not_the_callers(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {"rev": 70})
    for expected in (1, 2, 3):
        assert documents.get(THINGS, "a").data == {"rev": expected}  # type: ignore[union-attr]
        version = documents.replace(THINGS, "a", {"rev": "mine"}, version)


def test_replace_of_an_absent_document_conflicts(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {})
    with pytest.raises(Conflict):
        documents.replace(THINGS, "b", {}, version)
    assert documents.get(THINGS, "b") is None


@pytest.mark.parametrize("version", ["", "1", "@", "1@", "1@x", "x@y", "9" * 40 + "@1", "1@2026-01-01T00:00:00Z", None])
def test_a_version_no_store_ever_gave_conflicts(documents: Documents, version: Any) -> None:
    documents.create(THINGS, "a", {})
    with pytest.raises(Conflict):
        documents.replace(THINGS, "a", {}, version)


def test_a_version_does_not_survive_delete_and_create(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {"n": 1})
    documents.delete(THINGS, "a")
    documents.create(THINGS, "a", {"n": 1})
    with pytest.raises(Conflict):
        documents.replace(THINGS, "a", {}, version)
    with pytest.raises(Conflict):
        documents.delete(THINGS, "a", version)


def test_delete_without_a_version_is_fine_with_an_absent_document(documents: Documents) -> None:
    documents.create(THINGS, "a", {})
    documents.delete(THINGS, "a")
    documents.delete(THINGS, "a")
    assert documents.get(THINGS, "a") is None


def test_delete_at_a_version(documents: Documents) -> None:
    old = documents.create(THINGS, "a", {})
    new = documents.replace(THINGS, "a", {}, old)
    with pytest.raises(Conflict):
        documents.delete(THINGS, "a", old)
    assert documents.get(THINGS, "a") is not None
    documents.delete(THINGS, "a", new)
    assert documents.get(THINGS, "a") is None
    with pytest.raises(Conflict):
        documents.delete(THINGS, "a", new)


def test_a_version_read_anywhere_is_good_for_a_write(documents: Documents) -> None:
    put(documents, {"a": 1, "b": 2, "c": 3})
    read = [
        documents.get(THINGS, "a"),
        documents.get_many(THINGS, ["b"])["b"],
        documents.find(THINGS, Query(where={"value": 3})).found[0],
    ]
    documents.commit([Replace(THINGS, found.id, {"moved": True}, found.version) for found in read if found])
    assert documents.count(THINGS, {"moved": True}) == 3


def test_what_a_caller_does_to_its_data_does_not_reach_the_store(documents: Documents) -> None:
    data: dict[str, Any] = {"list": [1]}
    documents.create(THINGS, "a", data)
    data["list"].append(2)
    documents.get(THINGS, "a").data["list"].append(3)  # type: ignore[union-attr]
    assert documents.get(THINGS, "a").data["list"] == [1]  # type: ignore[union-attr]


def test_get_many_returns_those_that_exist(documents: Documents) -> None:
    put(documents, {f"a{n}": n for n in range(400)})
    asked = [f"a{n}" for n in range(350, 750)]
    found = documents.get_many(THINGS, [*asked, *asked[:5]])
    assert {id: one.data["value"] for id, one in found.items()} == {f"a{n}": n for n in range(350, 400)}
    assert documents.get_many(THINGS, []) == {}


def test_collections_do_not_see_each_other(documents: Documents) -> None:
    for collection in ("things", "tenants/t/things", "tenants/u/things", "tenants/t/things/a/things"):
        documents.create(collection, "a", {"group": 1, "value": collection})
    found = documents.find("tenants/t/things", Query(where={"group": 1}, order="value"))
    assert [one.data["value"] for one in found.found] == ["tenants/t/things"]
    assert documents.count("things") == 1
    documents.delete("tenants/t/things", "a")
    assert documents.get("tenants/t/things/a/things", "a") is not None


def test_ping_returns(documents: Documents) -> None:
    documents.ping()


# --- Values ----------------------------------------------------------------------------------------------------------
class Word(StrEnum):
    YES = "yes"


class Level(IntEnum):
    TOP = 9


KEPT = [
    None, True, False, 0, 1, -1, 2**63 - 1, -(2**63), 0.0, 1.0, 0.1, -2.5e-300, 1.7e308, "", "plain", "ümläut €",
    "\u202eright to left", "👩‍👩‍👧", "\x00\x01\x02\x00", "\x01\x01", "ut x", "=1+1", '"\\/', b"", b"\x00\xff",
    AT, datetime(1, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC), [], [1, 1.0, True, None],
    [{"in": [1]}], {}, {"a": {"b": {"c": [AT, b"x"]}}}, {"a.b": 1, "`": 2, "ü": 3, " ": 4, "$x": 5, "0": 6, '"': 7},
]  # fmt: skip


@pytest.mark.parametrize("value", KEPT, ids=lambda value: ascii(value)[:40])
def test_a_value_survives_with_its_type(documents: Documents, value: Any) -> None:
    documents.create(THINGS, "a", {"value": value})
    assert typed(documents.get(THINGS, "a").data["value"]) == typed(value)  # type: ignore[union-attr]


def test_values_become_plain(documents: Documents) -> None:
    local = AT.astimezone(timezone(timedelta(hours=5, minutes=30)))
    documents.create(THINGS, "a", {"word": Word.YES, "level": Level.TOP, "pair": (1, 2), "at": local})
    data = documents.get(THINGS, "a").data  # type: ignore[union-attr]
    assert typed(dict(data)) == typed({"word": "yes", "level": 9, "pair": [1, 2], "at": AT, "rev": 1})


scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
    | st.binary(max_size=20)
    | st.datetimes(timezones=st.just(UTC))
)
names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8).filter(
    lambda name: not (name.startswith("__") and name.endswith("__")) and name != "rev"
)
maps: st.SearchStrategy[Any] = st.deferred(lambda: st.dictionaries(names, values, max_size=3))
values: st.SearchStrategy[Any] = scalars | maps | st.lists(scalars | maps, max_size=3)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.dictionaries(names, values, max_size=4))
def test_any_document_survives(documents: Documents, data: dict[str, Any]) -> None:
    id = str(next(fresh))
    documents.create(THINGS, id, data)
    assert typed(documents.get(THINGS, id).data) == typed({**data, "rev": 1})  # type: ignore[union-attr]


def nested(levels: int) -> dict[str, Any]:
    return {"x": nested(levels - 1)} if levels else {}


REFUSED = {
    "naive time": datetime(2026, 1, 1),  # noqa: DTZ001
    "time before year 1": datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
    "list in list": [[1]],
    "tuple in list": [(1,)],
    "deep list in list": {"a": [{"b": [[]]}]},
    "NaN": float("nan"),
    "infinity": float("-inf"),
    "int beyond 64 bits": 2**63,
    "int below 64 bits": -(2**63) - 1,
    "lone surrogate": "\ud800",
    "set": {1},
    "object": object(),
    "text key": {1: 2},
    "empty key": {"": 1},
    "reserved key": {"__x__": 1},
    "long key": {"x" * 1501: 1},
    "too deep": nested(25),
    "over 1 MiB": "x" * 1_048_576,
    "bytes over 1 MiB": b"x" * 1_048_576,
    "too many values": list(range(20_001)),
}


@pytest.mark.parametrize("value", REFUSED.values(), ids=REFUSED.keys())
def test_a_value_no_store_can_keep_is_invalid(documents: Documents, value: Any) -> None:
    version = documents.create(THINGS, "there", {})
    for write in (
        lambda: documents.create(THINGS, "a", {"value": value}),
        lambda: documents.replace(THINGS, "there", {"value": value}, version),
        lambda: documents.commit([Create(THINGS, "b", {}), Create(THINGS, "a", {"value": value})]),
    ):
        with pytest.raises(Invalid):
            write()
    assert documents.count(THINGS) == 1


def test_data_that_is_no_map_is_invalid(documents: Documents) -> None:
    no_maps: list[Any] = [None, [], "x", 1]
    for data in no_maps:
        with pytest.raises(Invalid):
            documents.create(THINGS, "a", data)


def test_a_document_just_under_the_limit_is_kept(documents: Documents) -> None:
    documents.create(THINGS, "a", {"value": "x" * 1_048_000})
    documents.create(THINGS, "b", {"value": "ü" * 500_000})
    documents.create(THINGS, "c", {"value": nested(17)})
    documents.create(THINGS, "d", {"value": list(range(19_990))})
    assert documents.count(THINGS) == 4


# --- Names -----------------------------------------------------------------------------------------------------------
GOOD_IDS = ["a", "-", "a.b", "a b", "ü", "日本語", "👍", "__x", "x__", "u:1001", "a%2Fb", "'\"`;--", "a" * 1500]
BAD_IDS = ["", "a/b", "/", ".", "..", "__x__", "____", "a\x00", "a\nb", "a" * 1501, "ü" * 751, "\ud800", 1, None]
BAD_PATHS = ["", "/", "a/b", "a//b", "/a", "a/b/c/d", "a/b/", "__x__", "a/__x__/b", "a/b/..", "a/\ud800/b", 1, None]


@pytest.mark.parametrize("id", GOOD_IDS, ids=lambda id: ascii(id)[:20])
def test_an_id_is_kept_as_it_is(documents: Documents, id: str) -> None:
    put(documents, {id: 1})
    assert list(documents.get_many(THINGS, [id])) == [id]
    assert found_ids(documents) == [id]
    documents.delete(f"tenants/{id}/things", "none")


@pytest.mark.parametrize("id", BAD_IDS, ids=lambda id: ascii(id)[:20])
def test_a_bad_id_is_invalid_everywhere(documents: Documents, id: Any) -> None:
    refused_everywhere(documents, THINGS, id)


@pytest.mark.parametrize("path", BAD_PATHS, ids=lambda path: ascii(path)[:20])
def test_a_bad_path_is_invalid_everywhere(documents: Documents, path: Any) -> None:
    refused_everywhere(documents, path, "a")
    with pytest.raises(Invalid):
        documents.find(path, Query())
    with pytest.raises(Invalid):
        documents.count(path)


def refused_everywhere(documents: Documents, collection: str, id: str) -> None:
    calls: list[Callable[[], Any]] = [
        lambda: documents.get(collection, id),
        lambda: documents.get_many(collection, [id]),
        lambda: documents.create(collection, id, {}),
        lambda: documents.replace(collection, id, {}, "1@x"),
        lambda: documents.delete(collection, id),
        lambda: documents.commit([Delete(collection, id)]),
    ]
    for call in calls:
        with pytest.raises(Invalid):
            call()


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


# --- Commit ----------------------------------------------------------------------------------------------------------
def test_a_commit_does_all(documents: Documents) -> None:
    version = documents.create(THINGS, "b", {})
    documents.create(THINGS, "c", {})
    documents.commit(
        [
            Create(THINGS, "a", {"n": 1}),
            Replace(THINGS, "b", {"n": 2}, version),
            Delete(THINGS, "c"),
            Delete(THINGS, "absent"),
            Create("tenants/t/others", "a", {"n": 3}),
        ]
    )
    assert {id: one.data for id, one in documents.get_many(THINGS, ["a", "b", "c"]).items()} == {
        "a": {"n": 1, "rev": 1},
        "b": {"n": 2, "rev": 2},
    }
    assert documents.count("tenants/t/others") == 1


@pytest.mark.parametrize("last", ["create", "replace", "delete"])
def test_a_commit_that_conflicts_does_nothing(documents: Documents, last: str) -> None:
    old = documents.create(THINGS, "there", {"n": 0})
    now = documents.replace(THINGS, "there", {"n": 1}, old)
    documents.create(THINGS, "victim", {})
    conflicting: Write = {
        "create": Create(THINGS, "there", {}),
        "replace": Replace(THINGS, "there", {}, old),
        "delete": Delete(THINGS, "there", old),
    }[last]  # type: ignore[assignment]
    with pytest.raises(Conflict):
        documents.commit([Create(THINGS, "new", {}), Delete(THINGS, "victim"), conflicting, Create(THINGS, "new2", {})])
    assert found_ids(documents) == ["there", "victim"]
    assert documents.get(THINGS, "there").version == now  # type: ignore[union-attr]


def test_four_hundred_writes_are_one_commit_and_more_are_invalid(documents: Documents) -> None:
    writes = [Create(THINGS, str(n), {}) for n in range(401)]
    with pytest.raises(Invalid):
        documents.commit(writes)
    assert documents.count(THINGS) == 0
    documents.commit(writes[:400])
    assert documents.count(THINGS) == 400


def test_a_commit_of_nothing_is_fine(documents: Documents) -> None:
    documents.commit([])


def test_two_writes_to_one_document_are_invalid(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {})
    others: list[Write] = [Create(THINGS, "a", {}), Replace(THINGS, "a", {}, version), Delete(THINGS, "a")]
    for other in others:
        with pytest.raises(Invalid):
            documents.commit([Delete(THINGS, "a"), other])
    assert documents.get(THINGS, "a") is not None


def test_a_commit_over_four_megabytes_is_invalid(documents: Documents) -> None:
    with pytest.raises(Invalid):
        documents.commit([Create(THINGS, str(n), {"x": "x" * 1_000_000}) for n in range(4)])
    documents.commit([Create(THINGS, str(n), {"x": "x" * 1_000_000}) for n in range(3)])


def test_the_fake_can_be_down_and_have_another_worker_come_between() -> None:
    fake = FakeDocuments()
    version = fake.create(THINGS, "a", {})
    fake.before_commit.append(lambda: fake.replace(THINGS, "a", {"by": "another"}, version))
    with pytest.raises(Conflict):
        fake.replace(THINGS, "a", {"by": "us"}, version)
    fake.down = True
    acts: list[Callable[[], Any]] = [fake.ping, lambda: fake.get(THINGS, "a"), lambda: fake.delete(THINGS, "a")]
    for act in acts:
        with pytest.raises(Unavailable):
            act()


# --- Races -----------------------------------------------------------------------------------------------------------
def race(act: Callable[[int], Any], runners: int = 8) -> list[Any]:
    """Run ``act`` in threads that start together and return what each returned or raised."""
    start = threading.Barrier(runners)

    def run(number: int) -> Any:
        start.wait(timeout=10)
        try:
            return act(number)
        except Conflict as lost:
            return lost

    with ThreadPoolExecutor(runners) as pool:
        return list(pool.map(run, range(runners)))


def winners(outcomes: Sequence[Any]) -> list[int]:
    return [number for number, outcome in enumerate(outcomes) if not isinstance(outcome, Conflict)]


def test_of_eight_that_create_one_wins(documents: Documents) -> None:
    [winner] = winners(race(lambda number: documents.create(THINGS, "a", {"by": number})))
    assert documents.get(THINGS, "a").data == {"by": winner, "rev": 1}  # type: ignore[union-attr]


def test_of_eight_that_replace_at_one_version_one_wins(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {})
    [winner] = winners(race(lambda number: documents.replace(THINGS, "a", {"by": number}, version)))
    assert documents.get(THINGS, "a").data == {"by": winner, "rev": 2}  # type: ignore[union-attr]


def test_of_eight_that_delete_at_one_version_one_wins(documents: Documents) -> None:
    version = documents.create(THINGS, "a", {})
    assert len(winners(race(lambda _: documents.delete(THINGS, "a", version)))) == 1


def test_of_eight_overlapping_commits_one_wins_whole(documents: Documents) -> None:
    version = documents.create(THINGS, "shared", {})
    [winner] = winners(
        race(
            lambda number: documents.commit(
                [Create(THINGS, f"own{number}", {}), Replace(THINGS, "shared", {}, version)],
            )
        )
    )
    assert found_ids(documents) == [f"own{winner}", "shared"]
