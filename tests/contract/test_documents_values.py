"""What every store can keep, and under which names: run on SQLite, Google's Firestore emulator and the fake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from enum import IntEnum, StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from addon.errors import Invalid
from addon.ports import Create, Delete, Documents, Query
from tests.contract.things import AT, THINGS, found_ids, fresh, put, typed


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
