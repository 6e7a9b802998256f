"""Sends and mailboxes as documents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from addon.lib.bucket import Spent
from addon.ports import Create, Documents, Query, Range, Replace, Snapshot
from addon.sequences.campaign_model import Clicked, MailboxRecord
from addon.sequences.delivery import LEFT
from addon.sequences.delivery_model import Send, SendState

MOST_IN_DOUBT = 20
"""Sends of one mailbox looked at in one turn; each costs some sixty units of Gmail's quota."""


class SendRepository:
    """Reads sends and mailboxes, and makes the writes that belong to a commit."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def find(self, tenant: str, id: str) -> Send | None:
        """Return a send, or None."""
        found = self._documents.get(_sends(tenant), id) if id else None
        return _send(tenant, found) if found else None

    def many(self, tenant: str, ids: list[str]) -> dict[str, Send]:
        """Return the sends that exist, by id."""
        return {id: _send(tenant, one) for id, one in self._documents.get_many(_sends(tenant), ids).items()}

    def of_rfc_id(self, tenant: str, mailbox: str, rfc_id: str) -> Send | None:
        """Return the send of a mailbox whose mail has this Message-ID."""
        query = Query(where={"mailbox": mailbox, "rfc_message_id": rfc_id}, limit=1)
        found = self._documents.find(_sends(tenant), query).found
        return _send(tenant, found[0]) if found else None

    def of_message(self, tenant: str, mailbox: str, message_id: str) -> Send | None:
        """Return the send whose sent copy a message of a mailbox is."""
        query = Query(where={"mailbox": mailbox, "message_id": message_id}, limit=1)
        found = self._documents.find(_sends(tenant), query).found
        return _send(tenant, found[0]) if found else None

    def in_doubt(self, tenant: str, mailbox: str, now: datetime) -> list[Send]:
        """Return the sends of a mailbox that are to be looked at by ``now``, those asked for first first."""
        query = Query(where={"mailbox": mailbox}, range=Range(field="look_at", at_most=now), limit=MOST_IN_DOUBT)
        return [_send(tenant, one) for one in self._documents.find(_sends(tenant), query).found]

    def next_look(self, tenant: str, mailbox: str) -> datetime | None:
        """Return when the next send of a mailbox is to be looked at, None if none is in doubt."""
        found = self._documents.find(_sends(tenant), Query(where={"mailbox": mailbox}, order="look_at", limit=1)).found
        return found[0].data["look_at"] if found else None

    def left_in_drafts(self, tenant: str, mailbox: str, most: int = 20) -> list[Send]:
        """Return ended sends whose draft was left in a mailbox, the latest first."""
        query = Query(where={"mailbox": mailbox, "reason": LEFT}, order="-updated_at", limit=most)
        return [_send(tenant, one) for one in self._documents.find(_sends(tenant), query).found]

    def count(self, tenant: str, campaign: str, state: SendState | None = None, step_id: str = "") -> int:
        """Return how many sends of a campaign there are, of one step and state where given."""
        where = {"campaign": campaign} | ({"state": str(state), "step_id": step_id} if state else {})
        return self._documents.count(_sends(tenant), where)

    def asked_since(self, tenant: str, campaign: str, since: datetime, most: int) -> list[datetime]:
        """Return when a campaign's requests to send were made after an instant, the oldest first, ``most`` at most."""
        query = Query(where={"campaign": campaign}, range=Range(field="requested_at", above=since), limit=most)
        return [one.data["requested_at"] for one in self._documents.find(_sends(tenant), query).found]

    def mailbox(self, tenant: str, user: str) -> MailboxRecord:
        """Return what is known of a user's mailbox; a fresh record before its first mail."""
        found = self._documents.get(_mailboxes(tenant), user)
        return _mailbox(tenant, found) if found else MailboxRecord(user=user, tenant=tenant)

    def mailboxes(self, tenant: str, cursor: str | None = None) -> tuple[list[MailboxRecord], str | None]:
        """Return a page of a tenant's mailboxes and the cursor of the next."""
        page = self._documents.find(_mailboxes(tenant), Query(limit=200, cursor=cursor))
        return [_mailbox(tenant, one) for one in page.found], page.next

    def save_mailbox(self, record: MailboxRecord) -> MailboxRecord:
        """Save a mailbox's record; ``Conflict`` if somebody else moved it."""
        write = self.mailbox_write(record)
        if isinstance(write, Create):
            version = self._documents.create(write.collection, write.id, write.data)
        else:
            version = self._documents.replace(write.collection, write.id, write.data, write.version)
        return replace(record, version=version)

    def clicks(self, tenant: str, user: str) -> Clicked:
        """Return what a user's buttons spent of Gmail's quota."""
        found = self._documents.get(_clicks(tenant), user)
        units = tuple(Spent(**one) for one in found.data["units"]) if found else ()
        return Clicked(units=units, version=found.version if found else "")

    def save_clicks(self, tenant: str, user: str, units: Sequence[Spent], version: str) -> None:
        """Store it at its version; ``Conflict`` if another click came between."""
        data = {"units": [asdict(one) for one in units]}
        if version:
            self._documents.replace(_clicks(tenant), user, data, version)
        else:
            self._documents.create(_clicks(tenant), user, data)

    @staticmethod
    def send_write(send: Send) -> Create | Replace:
        """Return the write that saves a send at the version it was read at; a fresh one is created."""
        path, data = _sends(send.tenant), _send_data(send)
        return Replace(path, send.id, data, send.version) if send.version else Create(path, send.id, data)

    @staticmethod
    def mailbox_write(record: MailboxRecord) -> Create | Replace:
        """Return the write that saves a mailbox's record at its version."""
        path, data = _mailboxes(record.tenant), _mailbox_data(record)
        return Replace(path, record.user, data, record.version) if record.version else Create(path, record.user, data)


def _sends(tenant: str) -> str:
    return f"tenants/{tenant}/sends"


def _clicks(tenant: str) -> str:
    return f"tenants/{tenant}/clicks"


def _mailboxes(tenant: str) -> str:
    return f"tenants/{tenant}/mailboxes"


def _send_data(send: Send) -> dict[str, Any]:
    """Return the document; ``look_at`` stands there only while there is something to look at."""
    data = {**asdict(send), "state": str(send.state)}
    for name in ("id", "tenant", "version", *(() if send.look_at else ("look_at",))):
        del data[name]
    return data


def _send(tenant: str, found: Snapshot) -> Send:
    data = {name: value for name, value in found.data.items() if name != "rev"}
    return Send(
        **{**data, "id": found.id, "tenant": tenant, "state": SendState(data["state"]), "version": found.version}
    )


def _mailbox_data(record: MailboxRecord) -> dict[str, Any]:
    data = asdict(record)
    for name in ("user", "tenant", "version"):
        del data[name]
    return {**data, "sent": list(record.sent), "units": [asdict(one) for one in record.units]}


def _mailbox(tenant: str, found: Snapshot) -> MailboxRecord:
    data = {name: value for name, value in found.data.items() if name != "rev"}
    return MailboxRecord(
        **{**data, "sent": tuple(data["sent"]), "units": tuple(Spent(**one) for one in data["units"])},
        user=found.id,
        tenant=tenant,
        version=found.version,
    )
