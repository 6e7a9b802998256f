"""The schema's version and the way up from an older one, on every store."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from addon.adapters.schema import MIGRATIONS, SCHEMA_VERSION, Migration, check, migrate, plan
from addon.errors import Conflict, Invalid, Unavailable
from addon.ports import Documents
from tests.fakes.documents import FakeDocuments


def note(documents: Documents) -> None:
    """A migration that may run twice."""
    try:
        documents.create("meta", "noted", {})
    except Conflict:
        return


TWO = (*MIGRATIONS, Migration(id=SCHEMA_VERSION + 1, text="Note it", run=note))


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [step.id for step in MIGRATIONS] == list(range(1, SCHEMA_VERSION + 1))


def test_an_empty_store_is_brought_up_to_date(documents: Documents) -> None:
    planned = plan(documents)
    assert planned == [f"{step.id}: {step.text}" for step in MIGRATIONS]
    assert check(documents) == 0
    assert migrate(documents) == planned
    assert check(documents) == SCHEMA_VERSION
    assert documents.get("meta", "schema").data["version"] == SCHEMA_VERSION  # type: ignore[union-attr]


def test_migrating_again_does_nothing(documents: Documents) -> None:
    migrate(documents)
    before = documents.get("meta", "schema")
    assert plan(documents) == []
    assert migrate(documents) == []
    assert documents.get("meta", "schema") == before


def test_only_what_is_pending_runs(documents: Documents) -> None:
    migrate(documents)
    assert plan(documents, TWO) == [f"{SCHEMA_VERSION + 1}: Note it"]
    assert documents.get("meta", "noted") is None
    assert migrate(documents, TWO) == [f"{SCHEMA_VERSION + 1}: Note it"]
    assert documents.get("meta", "noted") is not None


def test_of_four_that_migrate_at_once_each_step_is_completed_by_one(documents: Documents) -> None:
    with ThreadPoolExecutor(4) as pool:
        lines = [line for done in pool.map(lambda _: migrate(documents, TWO), range(4)) for line in done]
    assert sorted(lines) == [f"{step.id}: {step.text}" for step in TWO]
    assert check(documents, TWO) == SCHEMA_VERSION + 1


def test_a_newer_store_is_refused_with_the_mend(documents: Documents) -> None:
    migrate(documents, TWO)
    for act in (check, plan, migrate):
        with pytest.raises(Invalid, match="start the newer") as refused:
            act(documents)
        assert refused.value.reason == "schema_newer"


@pytest.mark.parametrize("version", [None, "1", 1.0, True, -1])
def test_a_version_that_is_none_is_refused(version: Any) -> None:
    documents = FakeDocuments()
    documents.create("meta", "schema", {"version": version})
    with pytest.raises(Invalid) as refused:
        migrate(documents)
    assert refused.value.reason == "schema_unreadable"


def test_a_loser_of_the_race_goes_on_from_where_the_winner_is() -> None:
    documents = FakeDocuments()
    documents.before_commit.append(lambda: migrate(documents))
    assert migrate(documents, TWO) == [f"{SCHEMA_VERSION + 1}: Note it"]


def test_a_migration_that_fails_is_not_recorded() -> None:
    def fail(documents: Documents) -> None:
        raise Unavailable("later")

    documents = FakeDocuments()
    with pytest.raises(Unavailable):
        migrate(documents, (*MIGRATIONS, Migration(id=2, text="Fail", run=fail)))
    assert check(documents) == SCHEMA_VERSION
