"""The indexes of the store, as data: SQLite builds them, ``firestore.indexes.json`` lists them, queries need them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Index:
    """Serves queries on every collection named ``group``: equality on all of ``equal``, ordered by ``order``.

    ``group`` is the last part of a collection's path. ``order`` has a leading ``-`` for descending; None orders by id.
    """

    group: str
    equal: tuple[str, ...] = ()
    order: str | None = None

    @property
    def is_composite(self) -> bool:
        """Whether Firestore must be told: it indexes single fields, and merges equalities, by itself."""
        return bool(self.equal and self.order)


INDEXES = (
    Index("due", ("shard",), "due_at"),
    Index("runs", ("spreadsheet_id", "state")),
    Index("rosters", (), "-updated_at"),
    Index("enrollments", ("mailbox",), "next_at"),
    Index("enrollments", ("campaign",), "number"),
    Index("enrollments", ("campaign",), "next_at"),
    Index("enrollments", ("campaign", "state")),
    Index("enrollments", ("mailbox", "state")),
    Index("enrollments", ("mailbox", "is_unsaid")),
    Index("enrollments", ("person",)),
    Index("enrollments", ("mailbox", "thread_id")),
    Index("sends", ("mailbox",), "look_at"),
    Index("sends", ("mailbox", "rfc_message_id")),
    Index("sends", ("mailbox", "message_id")),
    Index("sends", ("campaign",)),
    Index("sends", ("campaign",), "requested_at"),
    Index("sends", ("campaign", "state", "step_id")),
    Index("sends", ("mailbox", "reason"), "-updated_at"),
    Index("campaigns", ("spreadsheet_id",), "-created_at"),
    Index("campaigns", ("user", "has_chore")),
    Index("claims", ("company",)),
    Index("heard", ("mailbox", "needs_answer"), "-look_at"),
    Index("heard", ("enrollment",), "-at"),
    Index("heard", ("mailbox",), "classifier"),
    Index("events", ("campaign",), "-at"),
    Index("events", ("enrollment",), "-at"),
)

UNINDEXED = (
    *("lists.ids", "lists.rows", "lists.marks"),
    *("leads.cells", "leads.facts", "leads.written"),
    *("model_answers.answer", "model_budgets.spent"),
    "rosters.people",
    *("enrollments.mails", "enrollments.place", "enrollments.sent", "enrollments.rfc_ids"),
    *("campaigns.recipe", "mailboxes.sent", "mailboxes.units", "clicks.units", "events.facts"),
)
"""``group.field`` that Firestore need not index: large, and no query asks for it.

Firestore indexes every element of a field by itself, which costs a write each and ends at 40,000 a document.
"""


ENDING = ("model_answers.expire_at", "oauth_visits.expire_at", "watched.expire_at")
"""``group.field`` that says when a document ends: Firestore deletes it some time after, elsewhere who keeps it does."""


def group_of(collection: str) -> str:
    """Return the last part of a collection's path."""
    return collection.rpartition("/")[2]


def find_index(indexes: Sequence[Index], collection: str, equal: Collection[str], order: str | None) -> Index | None:
    """Return the index declared for such a query, or None."""
    group = group_of(collection)
    wanted = (group, frozenset(equal), order)
    return next((index for index in indexes if (index.group, frozenset(index.equal), index.order) == wanted), None)


def firestore_indexes(indexes: Sequence[Index] = INDEXES) -> dict[str, Any]:
    """Return the content of ``firestore.indexes.json``, as ``firebase deploy --only firestore:indexes`` takes it."""
    return {
        "indexes": [_composite(index) for index in indexes if index.is_composite],
        "fieldOverrides": [*(_exemption(path) for path in UNINDEXED), *(_ending(path) for path in ENDING)],
    }


def _composite(index: Index) -> dict[str, Any]:
    order = index.order or ""
    fields = [{"fieldPath": name, "order": "ASCENDING"} for name in index.equal]
    fields.append({"fieldPath": order.lstrip("-"), "order": "DESCENDING" if order.startswith("-") else "ASCENDING"})
    return {"collectionGroup": index.group, "queryScope": "COLLECTION", "fields": fields}


def _exemption(path: str) -> dict[str, Any]:
    group, _, field = path.partition(".")
    return {"collectionGroup": group, "fieldPath": field, "indexes": []}


def _ending(path: str) -> dict[str, Any]:
    group, _, field = path.partition(".")
    orders = [{"order": order, "queryScope": "COLLECTION"} for order in ("ASCENDING", "DESCENDING")]
    return {"collectionGroup": group, "fieldPath": field, "ttl": True, "indexes": orders}
