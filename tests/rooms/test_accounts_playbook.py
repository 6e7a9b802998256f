"""Snippets and problems: kept for the whole tenant, refused where they cannot stand, and no entry lost to another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from addon.accounts.answers import MAX_PAINS, MAX_SNIPPETS
from addon.accounts.model import Offer, PainPoint, Playbook, Snippet
from addon.accounts.service import Accounts
from addon.errors import Conflict, Invalid
from tests.cast import ANA, GRETA, MARCO
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments

TRIAL = Snippet(name="Free trial", text="We offer a trial of 30 days.")
PRICE = Snippet(name="Price", text="It costs less than a parking ticket.")
TRIPS = PainPoint(text="half-empty return trips", role="Head of Logistics", industry="Logistics")


@pytest.fixture
def documents() -> FakeDocuments:
    return FakeDocuments()


@pytest.fixture
def accounts(documents: FakeDocuments) -> Accounts:
    return Accounts(documents, FakeClock())


def test_the_playbook_is_the_tenants_and_nobody_elses(accounts: Accounts) -> None:
    accounts.save_snippet(ANA, TRIAL)
    accounts.save_pain(MARCO, TRIPS)
    assert accounts.playbook(ANA.tenant) == Playbook(snippets=(TRIAL,), pains=(TRIPS,))
    assert accounts.playbook(GRETA.tenant) == Playbook()


def test_every_offer_has_the_playbook_and_keeps_its_language(accounts: Accounts) -> None:
    accounts.save_playbook(ANA, Playbook(snippets=(TRIAL,)))
    accounts.save_offer(ANA, Offer(what="Routes", signature="Ana", language="de"))
    offer = accounts.offer(ANA.tenant, ANA.user)
    assert (offer.language, offer.playbook.snippets) == ("de", (TRIAL,))
    assert accounts.offer(MARCO.tenant, MARCO.user).playbook.snippets == (TRIAL,)


def test_an_offer_stored_without_a_language_is_read(accounts: Accounts, documents: FakeDocuments) -> None:
    stored = {"what": "Routes", "audience": "", "proof": "", "booking_link": "", "tone": "plain", "signature": "Ana"}
    documents.create(f"tenants/{ANA.tenant}/offers", ANA.user, stored)
    assert accounts.offer(ANA.tenant, ANA.user).language == ""


def test_a_language_nobody_offers_is_refused(accounts: Accounts) -> None:
    with pytest.raises(Invalid, match="Language"):
        accounts.save_offer(ANA, Offer(what="Routes", signature="Ana", language="tlh"))


def test_an_edited_entry_stays_in_its_place(accounts: Accounts) -> None:
    accounts.save_snippet(ANA, TRIAL)
    accounts.save_snippet(ANA, PRICE)
    renamed = replace(TRIAL, name="Trial")
    accounts.save_snippet(ANA, renamed, TRIAL.key)
    assert accounts.playbook(ANA.tenant).snippets == (renamed, PRICE)


def test_the_same_click_twice_changes_nothing_more(accounts: Accounts) -> None:
    for _ in range(2):
        accounts.save_snippet(ANA, TRIAL)
    for _ in range(2):
        accounts.save_snippet(ANA, PRICE, TRIAL.key)
    assert accounts.playbook(ANA.tenant).snippets == (PRICE,)
    for _ in range(2):
        accounts.delete_snippet(ANA, PRICE.key)
        accounts.delete_pain(ANA, TRIPS.key)
    assert accounts.playbook(ANA.tenant) == Playbook()


def test_an_entry_deleted_by_a_colleague_while_it_is_edited_is_kept(accounts: Accounts) -> None:
    accounts.save_pain(ANA, TRIPS)
    accounts.delete_pain(MARCO, TRIPS.key)
    edited = replace(TRIPS, text="empty return trips")
    accounts.save_pain(ANA, edited, TRIPS.key)
    assert accounts.playbook(ANA.tenant).pains == (edited,)


def test_two_colleagues_writing_at_once_lose_nothing(accounts: Accounts, documents: FakeDocuments) -> None:
    documents.before_commit.append(lambda: accounts.save_snippet(MARCO, PRICE))
    with pytest.raises(Conflict):
        accounts.save_snippet(ANA, TRIAL)
    accounts.save_snippet(ANA, TRIAL)  # as the router does: once more, from what stands there now
    assert accounts.playbook(ANA.tenant).snippets == (PRICE, TRIAL)


REFUSED = {
    "no name": (Playbook(snippets=(replace(TRIAL, name=""),)), "name", "Name"),
    "no text": (Playbook(snippets=(replace(TRIAL, text=""),)), "text", "Text"),
    "long name": (Playbook(snippets=(replace(TRIAL, name="x" * 61),)), "name", "at most 60"),
    "long text": (Playbook(snippets=(replace(TRIAL, text="x" * 301),)), "text", "at most 300"),
    "one name twice": (Playbook(snippets=(TRIAL, replace(PRICE, name="FREE  trial"))), "name", "already"),
    "too many": (
        Playbook(snippets=tuple(replace(TRIAL, name=f"n{n}") for n in range(MAX_SNIPPETS + 1))),
        "name",
        "at most 30",
    ),
    "no problem": (Playbook(pains=(replace(TRIPS, text=""),)), "problem", "Problem"),
    "long problem": (Playbook(pains=(replace(TRIPS, text="x" * 201),)), "problem", "at most 200"),
    "long role": (Playbook(pains=(replace(TRIPS, role="x" * 101),)), "role", "at most 100"),
    "long industry": (Playbook(pains=(replace(TRIPS, industry="x" * 101),)), "industry", "at most 100"),
    "a problem twice": (Playbook(pains=(TRIPS, replace(TRIPS, role="head of logistics"))), "problem", "already"),
    "too many problems": (
        Playbook(pains=tuple(replace(TRIPS, text=f"p{n}") for n in range(MAX_PAINS + 1))),
        "problem",
        "at most 50",
    ),
}


@pytest.mark.parametrize(("playbook", "field", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_stand_is_refused_and_named(accounts: Accounts, playbook: Playbook, field: str, said: str) -> None:
    with pytest.raises(Invalid, match=said) as refused:
        accounts.save_playbook(ANA, playbook)
    assert refused.value.field == field
    assert accounts.playbook(ANA.tenant) == Playbook()
