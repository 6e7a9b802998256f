"""The store in Firestore, through firebase-admin.

Google's libraries take a third of a second to import, so they are imported where they are used: a process that stores
in SQLite never pays. There are no transactions here: a write at a version is one request with a precondition, and
losing it costs one round trip, where losing a transaction costs seconds of waiting for a lock.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from addon.adapters import document_queries, document_rules
from addon.adapters.document_indexes import INDEXES, Index
from addon.adapters.document_queries import Plan
from addon.errors import AssistantError, Invalid, Unavailable
from addon.ports import Create, Delete, Page, Query, Replace, Snapshot, Write

CALL_SECONDS = 10.0
"""Longest one call may take: a card has 30 s, and a request makes a few calls."""

_EMULATOR = "FIRESTORE_EMULATOR_HOST"

MAX_GET = 300
"""Documents asked for in one read request, so that its answer stays small."""


def connect(
    project: str,
    *,
    service_account: Mapping[str, str] | None = None,
    emulator: str = "",
    indexes: Sequence[Index] = INDEXES,
) -> FirestoreDocuments:
    """Return the store of a Firebase project.

    ``emulator`` is ``host:port`` of Google's emulator, which takes any project and no credentials. Otherwise
    ``service_account`` holds ``private_key_id``, ``private_key``, ``client_email``, ``client_id`` and ``token_uri``
    of a service account, or None for the machine's own (application default) credentials. ``Invalid`` if they are none.
    Makes no call.
    """
    import firebase_admin
    from firebase_admin import firestore

    name = f"sales-assistant/{project}"
    try:
        app = firebase_admin.get_app(name)
    except ValueError:
        credential = _nobody() if emulator else _credential(project, service_account)
        app = firebase_admin.initialize_app(credential, {"projectId": project}, name)
    with _emulating(emulator):
        return FirestoreDocuments(firestore.client(app), indexes=indexes)


class FirestoreDocuments:
    """Documents in the database of ``client``, a ``google.cloud.firestore.Client``."""

    def __init__(self, client: Any, *, indexes: Sequence[Index] = INDEXES) -> None:
        self._client = client
        self._indexes = tuple(indexes)

    def get(self, collection: str, id: str) -> Snapshot | None:
        """Return the document, or None."""
        return self.get_many(collection, [id]).get(id)

    def get_many(self, collection: str, ids: Sequence[str]) -> dict[str, Snapshot]:
        """Return those of ``ids`` that exist, by id."""
        document_rules.check_collection(collection)
        for id in ids:
            document_rules.check_id(id)
        parent, wanted = self._client.collection(collection), list(dict.fromkeys(ids))
        found: dict[str, Snapshot] = {}
        with _translated():
            for start in range(0, len(wanted), MAX_GET):
                references = [parent.document(id) for id in wanted[start : start + MAX_GET]]
                read = self._client.get_all(references, retry=self._retry, timeout=CALL_SECONDS)
                found |= {one.id: _snapshot(one) for one in read if one.exists}
        return found

    def create(self, collection: str, id: str, data: Mapping[str, Any]) -> str:
        """Make a document and return its version."""
        return self._commit([Create(collection, id, data)])[0]

    def replace(self, collection: str, id: str, data: Mapping[str, Any], version: str) -> str:
        """Overwrite whole and return the new version."""
        return self._commit([Replace(collection, id, data, version)])[0]

    def delete(self, collection: str, id: str, version: str | None = None) -> None:
        """Remove; without a version an absent document is fine."""
        self._commit([Delete(collection, id, version)])

    def find(self, collection: str, query: Query) -> Page:
        """Return one page of the documents that match; reads one document more to know whether there is a next."""
        plan = document_queries.read(collection, query, self._indexes)
        with _translated():
            asked = _ordered(self._equal(collection, plan.where), plan)
            return plan.page([_snapshot(one) for one in asked.get(retry=self._retry, timeout=CALL_SECONDS)])

    def count(self, collection: str, where: Mapping[str, Any] | None = None) -> int:
        """Return how many documents equal ``where``; billed as one read a thousand."""
        document_rules.check_collection(collection)
        equal = document_queries.equalities(where)
        with _translated():
            counted = self._equal(collection, equal).count().get(retry=self._retry, timeout=CALL_SECONDS)
            return int(counted[0][0].value)

    def commit(self, writes: Sequence[Write]) -> None:
        """Do all or none."""
        self._commit(writes)

    def ping(self) -> None:
        """Return if a read is answered within 3 seconds."""
        with _translated():
            self._client.document("meta/schema").get(retry=None, timeout=3.0)

    def _equal(self, collection: str, equal: Sequence[tuple[str, Any]]) -> Any:
        from google.cloud.firestore_v1.base_query import FieldFilter

        query = self._client.collection(collection)
        for name, value in equal:
            query = query.where(filter=FieldFilter(name, "==", value))
        return query

    def _commit(self, writes: Sequence[Write]) -> list[str]:
        """Send the writes as one request, once: repeated after a lost answer it would conflict with itself."""
        kept = document_rules.checked(writes)
        batch = self._client.batch()
        revs = [self._add(batch, write) for write in kept]
        with _translated(writing=True):
            results = batch.commit(retry=None, timeout=CALL_SECONDS) if kept else []
        return [_version(rev, result.update_time) for rev, result in zip(revs, results, strict=True)]

    def _add(self, batch: Any, write: Write) -> int:
        """Add a write to the batch and return the ``rev`` it leaves."""
        reference = self._client.collection(write.collection).document(write.id)
        match write:
            case Create():
                batch.create(reference, {**write.data, "rev": 1})
                return 1
            case Replace():
                rev = document_rules.parts(write.version)[0] + 1
                batch.set(reference, {**write.data, "rev": rev})
                # set() takes no precondition, and update() would merge: put it on the write that set() made
                self._at(write.version).modify_write(batch._write_pbs[-1])
                return rev
            case Delete():
                batch.delete(reference, option=self._at(write.version) if write.version is not None else None)
                return 0

    def _at(self, version: str) -> Any:
        from google.api_core.datetime_helpers import DatetimeWithNanoseconds

        try:
            updated_at = DatetimeWithNanoseconds.from_rfc3339(document_rules.parts(version)[1])
        except ValueError as error:
            raise document_rules.moved() from error
        return self._client.write_option(last_update_time=updated_at.timestamp_pb())

    @cached_property
    def _retry(self) -> Any:
        """Reads may be repeated; not for longer than one call may take."""
        from google.api_core import exceptions, retry

        again = retry.if_exception_type(exceptions.ServiceUnavailable, exceptions.InternalServerError)
        return retry.Retry(again, initial=0.1, maximum=1.0, multiplier=2.0, timeout=CALL_SECONDS / 2)


def _ordered(query: Any, plan: Plan) -> Any:
    from google.cloud.firestore_v1.base_query import FieldFilter

    for bound in plan.bounds:
        query = query.where(filter=FieldFilter(plan.order or "", bound.operator, bound.value))
    direction = "DESCENDING" if plan.descending else "ASCENDING"
    names = [plan.order, "__name__"] if plan.order else ["__name__"]
    for name in names:
        query = query.order_by(name, direction=direction)
    if plan.after:
        place = {plan.order: plan.after.value} if plan.order else {}
        query = query.start_after({**place, "__name__": plan.after.id})
    return query.limit(plan.limit + 1)


def _snapshot(one: Any) -> Snapshot:
    data = _plain(one.to_dict())
    rev = data.get("rev")
    return Snapshot(id=one.id, data=data, version=_version(rev if isinstance(rev, int) else 0, one.update_time))


def _version(rev: int, updated_at: Any) -> str:
    return document_rules.version(rev, updated_at.rfc3339() if updated_at else "")


def _plain(value: Any) -> Any:
    """Return a value as SQLite returns it: Google's times are a subclass with nanoseconds."""
    if isinstance(value, datetime):
        return _to_microseconds(value)
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def _to_microseconds(at: datetime) -> datetime:
    return datetime(at.year, at.month, at.day, at.hour, at.minute, at.second, at.microsecond, tzinfo=UTC)


@contextmanager
def _emulating(host: str) -> Iterator[None]:
    """Have Google's client find the emulator: it looks in the environment, once, when it is made."""
    before = os.environ.get(_EMULATOR)
    if host:
        os.environ[_EMULATOR] = host
    try:
        yield
    finally:
        if host and before is None:
            del os.environ[_EMULATOR]
        elif before is not None:
            os.environ[_EMULATOR] = before


def _nobody() -> Any:
    from firebase_admin import credentials
    from google.auth.credentials import AnonymousCredentials

    class Nobody(credentials.Base):  # type: ignore[misc]
        """What firebase-admin needs to be given for an emulator."""

        def get_credential(self) -> Any:
            """Return credentials that add nothing to a request."""
            return AnonymousCredentials()

    return Nobody()


def _credential(project: str, service_account: Mapping[str, str] | None) -> Any:
    from firebase_admin import credentials

    if service_account is None:
        return credentials.ApplicationDefault()
    fields = {
        "type": "service_account",
        "project_id": project,
        **service_account,
        "private_key": service_account.get("private_key", "").replace("\\n", "\n"),
    }
    try:
        return credentials.Certificate(fields)
    except ValueError as error:
        raise Invalid(
            "FIREBASE_PRIVATE_KEY and FIREBASE_CLIENT_EMAIL are no service account's: copy both from its JSON key.",
            reason="bad_service_account",
        ) from error


@contextmanager
def _translated(*, writing: bool = False) -> Iterator[None]:
    try:
        yield
    except AssistantError:
        raise
    except Exception as error:
        translation = _translation(error, writing)
        if translation is None:
            raise
        raise translation from error


def _translation(error: Exception, writing: bool) -> AssistantError | None:
    """Return the error of ours for one of Google's; None for a fault of our own, which should be loud."""
    from google.api_core import exceptions
    from google.auth.exceptions import GoogleAuthError

    if isinstance(error, exceptions.AlreadyExists):
        return document_rules.exists()
    if writing and isinstance(error, (exceptions.FailedPrecondition, exceptions.NotFound, exceptions.Aborted)):
        return document_rules.moved()
    if isinstance(error, exceptions.FailedPrecondition):
        return Invalid("Firestore lacks an index: deploy firestore.indexes.json.", reason="no_index")
    if isinstance(error, exceptions.InvalidArgument):
        return Invalid("The store does not take this record or query.", reason="refused_by_store")
    if isinstance(error, (exceptions.GoogleAPIError, GoogleAuthError)):
        return Unavailable("The store cannot be reached at the moment.", reason="store_down")
    return None
