"""What Firestore alone must show: its errors become ours, and what a query needs is deployed with it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from google.api_core import exceptions
from google.auth.exceptions import DefaultCredentialsError

from addon.adapters.document_indexes import INDEXES, Index, firestore_indexes
from addon.adapters.firestore import FirestoreDocuments, connect
from addon.errors import AssistantError, Conflict, Invalid, Unavailable
from addon.ports import Create, Query

ROOT = Path(__file__).parents[2]


class BrokenClient:
    """A client of which every use fails."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def batch(self) -> Any:
        return self

    def collection(self, path: str) -> Any:
        return self

    def document(self, id: str) -> Any:
        return self

    def create(self, reference: Any, data: Any) -> None:
        """Add nothing."""

    def commit(self, **options: Any) -> Any:
        raise self._error

    def get_all(self, references: Any, **options: Any) -> Any:
        raise self._error


WRITING: list[tuple[Exception, type[AssistantError]]] = [
    (exceptions.AlreadyExists("x"), Conflict),
    (exceptions.FailedPrecondition("x"), Conflict),
    (exceptions.NotFound("x"), Conflict),
    (exceptions.Aborted("x"), Conflict),
    (exceptions.InvalidArgument("x"), Invalid),
    (exceptions.ResourceExhausted("x"), Unavailable),
    (exceptions.ServiceUnavailable("x"), Unavailable),
    (exceptions.DeadlineExceeded("x"), Unavailable),
    (exceptions.InternalServerError("x"), Unavailable),
    (exceptions.PermissionDenied("x"), Unavailable),
    (exceptions.RetryError("x", cause=None), Unavailable),
    (DefaultCredentialsError("x"), Unavailable),
]
READING: list[tuple[Exception, type[AssistantError]]] = [
    (exceptions.FailedPrecondition("The query requires an index."), Invalid),
    (exceptions.NotFound("no such database"), Unavailable),
    (exceptions.DeadlineExceeded("x"), Unavailable),
]


@pytest.mark.parametrize(("theirs", "ours"), WRITING, ids=lambda value: getattr(value, "__name__", repr(value))[:25])
def test_an_error_of_a_write_becomes_one_of_ours_and_keeps_its_cause(
    theirs: Exception, ours: type[AssistantError]
) -> None:
    with pytest.raises(ours) as raised:
        FirestoreDocuments(BrokenClient(theirs)).create("things", "a", {})
    assert raised.value.__cause__ is theirs


@pytest.mark.parametrize(("theirs", "ours"), READING, ids=lambda value: getattr(value, "__name__", repr(value))[:25])
def test_an_error_of_a_read_becomes_one_of_ours_and_keeps_its_cause(
    theirs: Exception, ours: type[AssistantError]
) -> None:
    with pytest.raises(ours) as raised:
        FirestoreDocuments(BrokenClient(theirs)).get("things", "a")
    assert raised.value.__cause__ is theirs


def test_a_fault_of_our_own_is_loud() -> None:
    with pytest.raises(ZeroDivisionError):
        FirestoreDocuments(BrokenClient(ZeroDivisionError())).get("things", "a")


@pytest.mark.parametrize("data", [{"at": datetime(2026, 1, 1)}, {"x": [[1]]}, {"x": 2**63}])  # noqa: DTZ001
def test_what_is_invalid_is_refused_before_any_call(data: dict[str, Any]) -> None:
    store = FirestoreDocuments(BrokenClient(ZeroDivisionError()))
    writes = [Create("things", str(n), {}) for n in range(401)]
    for act in (lambda: store.create("things", "a", data), lambda: store.commit(writes), lambda: store.get("a/b", "c")):
        with pytest.raises(Invalid):
            act()


def test_a_store_out_of_reach_is_unavailable() -> None:
    with socket.socket() as unanswered:
        unanswered.bind(("127.0.0.1", 0))  # bound and not listening: a connection is refused at once
        store = connect("out-of-reach", emulator=f"127.0.0.1:{unanswered.getsockname()[1]}")
        with pytest.raises(Unavailable):
            store.ping()
        with pytest.raises(Unavailable):
            store.create("things", "a", {})


def test_connecting_to_an_emulator_leaves_the_environment_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIRESTORE_EMULATOR_HOST", "127.0.0.1:1")
    connect("environment", emulator="127.0.0.1:2")
    assert os.environ["FIRESTORE_EMULATOR_HOST"] == "127.0.0.1:1"


@pytest.mark.parametrize("fields", [{}, {"private_key": "x", "client_email": "a@b.example"}])
def test_credentials_that_are_none_are_refused_with_the_mend(fields: dict[str, str]) -> None:
    with pytest.raises(Invalid, match="FIREBASE_PRIVATE_KEY"):
        connect("no-credentials", service_account=fields)


@pytest.mark.emulator
@pytest.mark.xdist_group("emulator")
def test_a_foreign_clients_document_is_read(firestore: FirestoreDocuments) -> None:
    foreign = firestore._client.collection("foreign").document("a")
    foreign.set({"name": "Ana"})
    found = firestore.get("foreign", "a")
    assert found is not None
    assert found.data == {"name": "Ana"}
    firestore.replace("foreign", "a", {"name": "Bo"}, found.version)
    assert foreign.get().to_dict() == {"name": "Bo", "rev": 1}


def test_sqlite_starts_without_googles_libraries() -> None:
    script = (
        "import sys; import addon.adapters.sqlite, addon.adapters.firestore, addon.adapters.schema;"
        "sys.exit(bool({'firebase_admin', 'grpc', 'google.auth', 'google.cloud.firestore'} & sys.modules.keys()))"
    )
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0


# --- Deployed files --------------------------------------------------------------------------------------------------
def test_every_declared_composite_index_is_deployed() -> None:
    deployed = json.loads((ROOT / "firestore.indexes.json").read_text())
    assert deployed == firestore_indexes()
    assert [entry["collectionGroup"] for entry in deployed["indexes"]] == [
        index.group for index in INDEXES if index.is_composite
    ]


def test_large_fields_nobody_asks_for_are_exempt_from_indexing() -> None:
    exempt = {
        (entry["collectionGroup"], entry["fieldPath"]): entry["indexes"]
        for entry in firestore_indexes()["fieldOverrides"]
        if "ttl" not in entry
    }
    named = {
        "lists": ("ids", "rows", "marks"),
        "leads": ("cells", "facts", "written"),
        "rosters": ("people",),
        "model_answers": ("answer",),
        "model_budgets": ("spent",),
        "enrollments": ("mails", "place", "sent", "rfc_ids"),
        "campaigns": ("recipe",),
        "mailboxes": ("sent", "units"),
        "clicks": ("units",),
        "events": ("facts",),
    }
    assert exempt == {(group, name): [] for group, names in named.items() for name in names}
    assert not exempt.keys() & {(index.group, name) for index in INDEXES for name in (*index.equal, index.order)}


def test_firestore_ends_what_does_not_last_by_itself_and_it_can_still_be_swept() -> None:
    endings = [entry for entry in firestore_indexes()["fieldOverrides"] if entry.get("ttl")]
    assert {entry["collectionGroup"]: entry["fieldPath"] for entry in endings} == dict.fromkeys(
        ("model_answers", "oauth_visits", "watched"), "expire_at"
    )
    assert all({"order": "ASCENDING", "queryScope": "COLLECTION"} in entry["indexes"] for entry in endings)


def test_an_index_is_written_as_firebase_reads_it() -> None:
    written = firestore_indexes([Index("events", ("campaign", "type"), "-at"), Index("runs", ("a", "b")), Index("x")])
    [entry] = written["indexes"]
    assert entry == {
        "collectionGroup": "events",
        "queryScope": "COLLECTION",
        "fields": [
            {"fieldPath": "campaign", "order": "ASCENDING"},
            {"fieldPath": "type", "order": "ASCENDING"},
            {"fieldPath": "at", "order": "DESCENDING"},
        ],
    }


def test_nobody_but_the_server_reads_or_writes() -> None:
    rules = (ROOT / "firestore.rules").read_text()
    assert rules.count("allow") == 1
    assert "match /{document=**} {\n      allow read, write: if false;" in rules


def test_a_query_without_its_index_names_the_mend() -> None:
    store = FirestoreDocuments(BrokenClient(ZeroDivisionError()))
    with pytest.raises(Invalid, match="INDEXES") as refused:
        store.find("tenants/t/events", Query(where={"type": "sent"}, order="-at"))
    assert refused.value.reason == "no_index"
