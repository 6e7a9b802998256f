"""What every store promises of one document and of a commit: run on SQLite, on the emulator and on the fake."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from addon.errors import Conflict, Invalid, Unavailable
from addon.ports import Create, Delete, Documents, Query, Replace, Write
from tests.contract.things import THINGS, found_ids, put
from tests.fakes.documents import FakeDocuments


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
