"""An opt-out is at once and for ever, holds in one tenant only, and no store dump tells whose it is."""

from __future__ import annotations

import json
import logging
import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.errors import Rejected, Unavailable
from addon.leads.suppression_model import OptOutLink, SuppressionReason
from addon.leads.suppression_service import Suppressions
from addon.lib.signing import Signer
from addon.ports import Query, Snapshot
from tests.cast import ANA, GRETA
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments

KEY = "a key that is never changed"
JANE = "jane@customer.example"


def room(documents: FakeDocuments, key: str = KEY) -> Suppressions:
    return Suppressions(documents, FakeClock(), key)


@pytest.fixture
def documents() -> FakeDocuments:
    return FakeDocuments()


def test_who_opted_out_stays_so_and_the_first_reason_stands(documents: FakeDocuments) -> None:
    there = room(documents)
    assert there.add(ANA.tenant, JANE, SuppressionReason.USER, by=ANA.user)
    assert not there.add(ANA.tenant, JANE, SuppressionReason.LINK, send="s1")
    assert room(documents).is_suppressed(ANA.tenant, JANE)
    [kept] = documents.find(f"tenants/{ANA.tenant}/suppressions", Query()).found
    assert (kept.data["reason"], kept.data["by"], kept.data["send"]) == ("user", ANA.user, "")


def test_one_tenants_opt_outs_say_nothing_in_another(documents: FakeDocuments) -> None:
    there = room(documents)
    there.add(ANA.tenant, JANE, SuppressionReason.USER)
    assert not there.is_suppressed(GRETA.tenant, JANE)
    assert there.key_of(ANA.tenant, JANE) != there.key_of(GRETA.tenant, JANE)


def test_many_are_asked_in_one_call(documents: FakeDocuments) -> None:
    there = room(documents)
    persons = [f"p{number}@x.example" for number in range(500)]
    for person in persons[::100]:
        there.add(ANA.tenant, person, SuppressionReason.BOUNCE)
    assert there.suppressed(ANA.tenant, persons) == set(persons[::100])
    assert there.suppressed(ANA.tenant, ()) == set()


def test_nothing_stored_or_logged_tells_who_it_is(documents: FakeDocuments, caplog: pytest.LogCaptureFixture) -> None:
    there = room(documents)
    with caplog.at_level(logging.DEBUG):
        there.add(ANA.tenant, JANE, SuppressionReason.WORDS, by=ANA.user)
        token = there.opt_out_token(ANA.tenant, JANE, "send-1")
        there.opt_out(token)
    [kept] = documents.find(f"tenants/{ANA.tenant}/suppressions", Query()).found
    told = json.dumps([kept.id, dict(kept.data)], default=str) + caplog.text
    assert "jane" not in told
    assert "customer" not in told
    assert there.key_of(ANA.tenant, JANE) not in caplog.text
    assert Signer((KEY,)).read("opt-out", token) == f"{ANA.tenant} {there.key_of(ANA.tenant, JANE)} send-1"


def test_another_key_answers_nothing_rather_than_nobody(documents: FakeDocuments) -> None:
    room(documents).add(ANA.tenant, JANE, SuppressionReason.LINK)
    other = room(documents, "another key")
    for asked in (
        other.check_key,
        lambda: other.is_suppressed(ANA.tenant, JANE),
        lambda: other.add(ANA.tenant, "joe@x.example", SuppressionReason.USER),
    ):
        with pytest.raises(Unavailable) as refused:
            asked()
        assert refused.value.reason == "suppression_key"
    assert room(documents).is_suppressed(ANA.tenant, JANE)


def test_the_key_is_looked_at_once_in_a_process(documents: FakeDocuments, monkeypatch: pytest.MonkeyPatch) -> None:
    there = room(documents)
    reads: list[str] = []
    get = documents.get

    def counted(collection: str, id: str) -> Snapshot | None:
        reads.append(id)
        return get(collection, id)

    monkeypatch.setattr(documents, "get", counted)
    for _ in range(3):
        there.is_suppressed(ANA.tenant, JANE)
    assert reads == ["suppression_key"]


def test_of_processes_that_start_at_once_with_two_keys_one_key_wins(documents: FakeDocuments) -> None:
    refused: list[str] = []

    def start(key: str) -> None:
        try:
            room(documents, key).check_key()
        except Unavailable:
            refused.append(key)

    threads = [threading.Thread(target=start, args=(f"key {number % 2}",)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused in ([f"key {loser}"] * 4 for loser in (0, 1))


def test_a_blank_key_is_refused(documents: FakeDocuments) -> None:
    with pytest.raises(ValueError, match="need a key"):
        room(documents, "")


def test_a_link_opts_out_tells_on_and_may_be_used_again(documents: FakeDocuments) -> None:
    there, told = room(documents), []
    there.on_opt_out = lambda tenant, key, send: told.append((tenant, key, send))
    token = there.opt_out_token(ANA.tenant, JANE, "send-1")
    assert there.read_token(token) == OptOutLink(tenant=ANA.tenant, key=there.key_of(ANA.tenant, JANE), send="send-1")
    assert not there.is_suppressed(ANA.tenant, JANE)
    there.opt_out(token)
    there.opt_out(token)
    assert there.is_suppressed(ANA.tenant, JANE)
    assert told == [(ANA.tenant, there.key_of(ANA.tenant, JANE), "send-1")] * 2


def test_an_opt_out_counts_though_nobody_could_be_told(documents: FakeDocuments) -> None:
    there = room(documents)

    def fail(tenant: str, key: str, send: str) -> None:
        raise Unavailable("Later.", reason="store_down")

    there.on_opt_out = fail
    there.opt_out(there.opt_out_token(ANA.tenant, JANE))
    assert there.is_suppressed(ANA.tenant, JANE)


def test_an_inert_link_changes_nothing(documents: FakeDocuments) -> None:
    there, told = room(documents), []
    there.on_opt_out = lambda *said: told.append(said)
    assert there.opt_out(there.inert_token()).is_inert
    assert told == []
    assert documents.count(f"tenants/{ANA.tenant}/suppressions") == 0


@settings(max_examples=100)
@given(at=st.integers(0, 200), char=st.sampled_from("Ax0-_.%é\n"))
def test_a_bent_token_is_none_of_ours(at: int, char: str) -> None:
    there = room(FakeDocuments())
    token = there.opt_out_token(ANA.tenant, JANE, "send-1")
    at %= len(token)
    bent = token[:at] + char + token[at + 1 :]
    if bent != token:
        with pytest.raises(Rejected):
            there.opt_out(bent)
    with pytest.raises(Rejected):
        there.opt_out(Signer(("another key",)).sign("opt-out", Signer((KEY,)).read("opt-out", token), None))


@given(one=st.tuples(st.text(), st.text()), other=st.tuples(st.text(), st.text()))
def test_a_key_depends_on_tenant_and_person_and_on_where_one_ends(one: tuple[str, str], other: tuple[str, str]) -> None:
    there = room(FakeDocuments())
    assert (there.key_of(*one) == there.key_of(*other)) == (one == other)
