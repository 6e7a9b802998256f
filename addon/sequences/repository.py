"""Campaigns, enrollments and claims as documents."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from addon.lib.ids import digest
from addon.ports import Create, Delete, Documents, Query, Range, Replace, Snapshot, Write
from addon.sequences.campaign_model import (
    Campaign,
    CampaignState,
    Chore,
    Claim,
    Enrollment,
    EnrollmentState,
    Source,
)
from addon.sequences.recipe_model import Recipe
from addon.sequences.recipe_repository import (
    approved_data,
    approved_of,
    place_data,
    place_of,
    recipe_data,
    recipe_of,
)

CHUNK = 100
"""Enrollments handled in one commit: each may write itself, a claim and an event, and 400 writes are the most."""

MOST_UNSAID = 200
"""Rows of a mailbox that are told in one turn."""


class SequenceRepository:
    """Reads what a sequence is made of, and makes the writes that belong to a commit."""

    def __init__(self, documents: Documents) -> None:
        self._documents = documents

    def commit(self, writes: Sequence[Write]) -> None:
        """Do all or none; ``Conflict`` if somebody else moved one of them."""
        self._documents.commit(writes)

    # --- campaigns ---
    def find_campaign(self, tenant: str, id: str) -> Campaign | None:
        """Return a campaign, or None."""
        found = self._documents.get(_campaigns(tenant), id) if id else None
        return _campaign(tenant, found) if found else None

    def campaigns(self, tenant: str, ids: Iterable[str]) -> dict[str, Campaign]:
        """Return the campaigns that exist, by id; one call."""
        found = self._documents.get_many(_campaigns(tenant), [id for id in ids if id])
        return {id: _campaign(tenant, one) for id, one in found.items()}

    def campaigns_of_file(self, tenant: str, spreadsheet_id: str, most: int = 20) -> list[Campaign]:
        """Return the campaigns of one file, the latest first."""
        query = Query(where={"spreadsheet_id": spreadsheet_id}, order="-created_at", limit=most)
        return [_campaign(tenant, one) for one in self._documents.find(_campaigns(tenant), query).found]

    def count_campaigns(self, tenant: str, state: CampaignState) -> int:
        """Return how many of a tenant's campaigns are in a state, whoever's."""
        return self._documents.count(_campaigns(tenant), {"state": str(state)})

    def campaigns_with_chores(self, tenant: str, user: str) -> list[Campaign]:
        """Return a user's campaigns of which something is to be done for every enrollment."""
        query = Query(where={"user": user, "has_chore": True}, limit=20)
        return [_campaign(tenant, one) for one in self._documents.find(_campaigns(tenant), query).found]

    @staticmethod
    def campaign_write(one: Campaign) -> Create | Replace:
        """Return the write that saves a campaign at its version; a fresh one is created."""
        path, data = _campaigns(one.tenant), _campaign_data(one)
        return Replace(path, one.id, data, one.version) if one.version else Create(path, one.id, data)

    # --- enrollments ---
    def find(self, tenant: str, id: str) -> Enrollment | None:
        """Return an enrollment, or None."""
        found = self._documents.get(_enrollments(tenant), id) if id else None
        return _enrollment(tenant, found) if found else None

    def many(self, tenant: str, ids: Sequence[str]) -> dict[str, Enrollment]:
        """Return the enrollments that exist, by id."""
        return {id: _enrollment(tenant, one) for id, one in self._documents.get_many(_enrollments(tenant), ids).items()}

    def due(self, tenant: str, mailbox: str, now: datetime, most: int = 1) -> list[Enrollment]:
        """Return a mailbox's enrollments that are due, the oldest first."""
        query = Query(where={"mailbox": mailbox}, range=Range(field="next_at", at_most=now), limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def next_due(self, tenant: str, mailbox: str) -> datetime | None:
        """Return when a mailbox's next enrollment is due, None if nothing is."""
        query = Query(where={"mailbox": mailbox}, order="next_at", limit=1)
        found = self._documents.find(_enrollments(tenant), query).found
        return found[0].data["next_at"] if found else None

    def next_of(self, tenant: str, campaign: str) -> Enrollment | None:
        """Return the enrollment of a campaign that is due next, None if nothing is."""
        found = self._documents.find(
            _enrollments(tenant), Query(where={"campaign": campaign}, order="next_at", limit=1)
        ).found
        return _enrollment(tenant, found[0]) if found else None

    def first_of(self, tenant: str, campaign: str, most: int = 20, start: int = 0) -> list[Enrollment]:
        """Return enrollments of a campaign in the order of the sheet, from number ``start`` (0: the first) on."""
        query = Query(where={"campaign": campaign}, range=Range(field="number", at_least=start), limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def unsaid(self, tenant: str, mailbox: str, most: int = MOST_UNSAID) -> list[Enrollment]:
        """Return enrollments whose row does not yet say how they stand."""
        query = Query(where={"mailbox": mailbox, "is_unsaid": True}, limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def in_state(self, tenant: str, campaign: str, state: EnrollmentState, most: int = CHUNK) -> list[Enrollment]:
        """Return enrollments of a campaign that are in a state."""
        query = Query(where={"campaign": campaign, "state": str(state)}, limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def held_of(self, tenant: str, mailbox: str, most: int = 50) -> list[Enrollment]:
        """Return a mailbox's enrollments that wait for a person."""
        query = Query(where={"mailbox": mailbox, "state": str(EnrollmentState.HELD)}, limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def of_person(self, tenant: str, person: str, most: int = 50) -> list[Enrollment]:
        """Return every enrollment of a person, whoever's."""
        query = Query(where={"person": person}, limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def of_thread(self, tenant: str, mailbox: str, thread_id: str, most: int = 10) -> list[Enrollment]:
        """Return the enrollments whose last mail stands in a thread of a mailbox."""
        query = Query(where={"mailbox": mailbox, "thread_id": thread_id}, limit=most)
        return [_enrollment(tenant, one) for one in self._documents.find(_enrollments(tenant), query).found]

    def count(self, tenant: str, campaign: str, state: EnrollmentState) -> int:
        """Return how many enrollments of a campaign are in a state."""
        return self._documents.count(_enrollments(tenant), {"campaign": campaign, "state": str(state)})

    def count_held(self, tenant: str, mailbox: str) -> int:
        """Return how many enrollments of a mailbox wait for a person."""
        return self._documents.count(_enrollments(tenant), {"mailbox": mailbox, "state": str(EnrollmentState.HELD)})

    @staticmethod
    def enrollment_write(one: Enrollment) -> Create | Replace:
        """Return the write that saves an enrollment at its version; a fresh one is created."""
        path, data = _enrollments(one.tenant), _enrollment_data(one)
        return Replace(path, one.id, data, one.version) if one.version else Create(path, one.id, data)

    # --- changes that wait for their Confirm ---
    def keep_change(self, tenant: str, campaign: str, recipe: Recipe) -> str:
        """Keep a changed recipe until it is confirmed, and return its id: the last one shown counts."""
        data = recipe_data(recipe)
        id = digest("change", campaign, json.dumps(data, sort_keys=True))
        path = _changes(tenant)
        found = self._documents.get(path, campaign)
        if found is None:
            self._documents.create(path, campaign, {"id": id, "recipe": data})
        else:
            self._documents.replace(path, campaign, {"id": id, "recipe": data}, found.version)
        return id

    def find_change(self, tenant: str, campaign: str, id: str) -> Recipe | None:
        """Return the recipe that waits under an id, None if another was shown since."""
        found = self._documents.get(_changes(tenant), campaign)
        return recipe_of(found.data["recipe"]) if found and found.data["id"] == id else None

    # --- claims ---
    def claims(self, tenant: str, people: Sequence[str]) -> dict[str, Claim]:
        """Return who writes to each of some people, by the person's fingerprint."""
        found = self._documents.get_many(_claims(tenant), people)
        return {id: _claim(one) for id, one in found.items()}

    def claims_of_company(self, tenant: str, company: str, most: int) -> list[Claim]:
        """Return claims on people of one company."""
        query = Query(where={"company": company}, limit=most)
        return [_claim(one) for one in self._documents.find(_claims(tenant), query).found]

    @staticmethod
    def claim_write(tenant: str, claim: Claim) -> Create | Replace:
        """Return the write that makes a claim ours; ``Conflict`` if somebody else was first."""
        data = {name: value for name, value in asdict(claim).items() if name not in ("person", "version")}
        path = _claims(tenant)
        return Replace(path, claim.person, data, claim.version) if claim.version else Create(path, claim.person, data)

    @staticmethod
    def claim_end(tenant: str, claim: Claim) -> Delete:
        """Return the write that lets a person go."""
        return Delete(_claims(tenant), claim.person, claim.version)


def _campaigns(tenant: str) -> str:
    return f"tenants/{tenant}/campaigns"


def _enrollments(tenant: str) -> str:
    return f"tenants/{tenant}/enrollments"


def _changes(tenant: str) -> str:
    return f"tenants/{tenant}/changes"


def _claims(tenant: str) -> str:
    return f"tenants/{tenant}/claims"


def _campaign_data(one: Campaign) -> dict[str, Any]:
    return {
        "user": one.user,
        "name": one.name,
        **asdict(one.source),
        "recipe": recipe_data(one.recipe),
        "state": str(one.state),
        "created_at": one.created_at,
        "updated_at": one.updated_at,
        "people": one.people,
        "approval": one.approval,
        "confirmed_at": one.confirmed_at,
        "undo_until": one.undo_until,
        "checks_sheet": one.checks_sheet,
        "zone": one.zone,
        "rows": one.rows,
        "account": one.account,
        "chore": str(one.chore),
        "has_chore": one.chore is not Chore.NONE,
        "reason": one.reason,
    }


def _campaign(tenant: str, found: Snapshot) -> Campaign:
    data = {name: value for name, value in found.data.items() if name not in ("rev", "has_chore")}
    source = Source(**{name: data.pop(name) for name in ("spreadsheet_id", "sheet_id", "tab")})
    typed = {
        "recipe": recipe_of(data["recipe"]),
        "state": CampaignState(data["state"]),
        "chore": Chore(data["chore"]),
    }
    return Campaign(**{**data, **typed}, id=found.id, tenant=tenant, source=source, version=found.version)


def _enrollment_data(one: Enrollment) -> dict[str, Any]:
    """Return the document; ``next_at`` stands there only where something happens by itself."""
    data = {
        **{name: getattr(one, name) for name in _PLAIN},
        "place": place_data(one.place),
        "mails": [approved_data(mail) for mail in one.mails],
        "state": str(one.state),
        "threads": list(one.threads),
        "rfc_ids": list(one.rfc_ids),
        "sent": dict(one.sent),
    }
    return data if one.next_at is None else {**data, "next_at": one.next_at}


_PLAIN = (
    "campaign", "mailbox", "lead_id", "person", "company", "to", "reason", "step_id", "parked_at", "send_id",
    "thread_id", "away_until", "waits_for", "waits_until", "failures", "lost", "heard_at", "signal_at", "is_unsaid",
    "number", "updated_at",
)  # fmt: skip


def _enrollment(tenant: str, found: Snapshot) -> Enrollment:
    data = found.data
    return Enrollment(
        **{name: data[name] for name in _PLAIN if name in data},
        id=found.id,
        tenant=tenant,
        place=place_of(data["place"]),
        mails=tuple(approved_of(one) for one in data["mails"]),
        state=EnrollmentState(data["state"]),
        threads=tuple(data.get("threads", ())),
        rfc_ids=tuple(data["rfc_ids"]),
        sent=dict(data["sent"]),
        next_at=data.get("next_at"),
        version=found.version,
    )


def _claim(found: Snapshot) -> Claim:
    data = {name: value for name, value in found.data.items() if name != "rev"}
    return Claim(**data, person=found.id, version=found.version)
