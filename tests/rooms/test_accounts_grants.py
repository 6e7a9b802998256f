"""Grants: kept sealed, renewed before use, ended for good."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from addon.accounts.grant_model import Ending, GrantKind, GrantState
from addon.accounts.grant_repository import GrantRepository
from addon.errors import Rejected, Unavailable
from tests.cast import ANA, GRETA, MARCO
from tests.fakes.grant_desk import COOKIE, GMAIL, NEW, OLD, SHEETS, Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


def refusal(desk: Desk, kind: GrantKind = GMAIL) -> str:
    with pytest.raises(Rejected) as raised:
        desk.access(kind=kind)
    return raised.value.reason


# --- using ---
def test_a_token_is_kept_until_two_minutes_before_its_end(desk: Desk) -> None:
    desk.connect()
    first = desk.access()
    desk.real.advance(minutes=57, seconds=59)
    assert (desk.access(), desk.consent.calls["refresh"]) == (first, 0)
    desk.real.advance(seconds=1)
    assert desk.access() != first
    assert desk.consent.calls["refresh"] == 1


def test_threads_that_ask_at_once_ask_google_once(desk: Desk) -> None:
    desk.connect()
    desk.grants = desk.process()
    together, found = threading.Barrier(6), []

    def ask() -> None:
        together.wait()
        found.append(desk.access())

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == desk.consent.calls["refresh"] == 1


def test_a_refused_token_is_renewed_once_and_disconnects_nothing(desk: Desk) -> None:
    desk.connect()
    old = desk.access()
    for _ in range(3):
        desk.expired(old)
    fresh = desk.access()
    desk.expired(old)
    assert desk.access() == fresh != old
    assert desk.consent.calls["refresh"] == 1
    assert desk.find().state is GrantState.LIVE  # type: ignore[union-attr]


def test_a_call_that_was_refused_its_token_is_made_once_more(desk: Desk) -> None:
    desk.connect()
    seen: list[str] = []

    def act(token: str) -> str:
        seen.append(token)
        if len(seen) == 1:
            raise Rejected("401", reason="access_expired")
        return "done"

    assert desk.grants.using(ANA.tenant, ANA.user, GMAIL, act) == "done"
    assert len(set(seen)) == 2


@pytest.mark.parametrize("reason", ["access_expired", "no_access"])
def test_a_call_that_is_refused_again_stays_refused(desk: Desk, reason: str) -> None:
    desk.connect()
    seen: list[str] = []

    def act(token: str) -> None:
        seen.append(token)
        raise Rejected("No.", reason=reason)

    with pytest.raises(Rejected) as raised:
        desk.grants.using(ANA.tenant, ANA.user, GMAIL, act)
    assert raised.value.reason == reason
    assert len(seen) == (2 if reason == "access_expired" else 1)


def test_a_withdrawn_grant_dies_once_and_only_itself(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    desk.connect()
    desk.connect(kind=SHEETS)
    desk.consent.living.pop("1//fake-gmail-1")
    desk.grants = desk.process()
    assert [refusal(desk), refusal(desk)] == ["grant_dead", "grant_dead"]
    assert desk.consent.calls["refresh"] == 1
    assert desk.find() == replace(desk.find(), state=GrantState.DEAD, reason="invalid_grant")  # type: ignore[type-var]
    assert caplog.text.count("accounts:grant:died") == 1
    assert desk.access(kind=SHEETS)
    assert desk.connect().ending is Ending.CONNECTED
    assert desk.access()


@pytest.mark.parametrize(
    "trouble", [Unavailable("Down.", reason="server_error"), Rejected("Wrong.", reason="bad_client")]
)
def test_trouble_that_is_not_the_grants_leaves_it_alive(desk: Desk, trouble: Rejected | Unavailable) -> None:
    desk.connect()
    desk.grants = desk.process()
    desk.consent.trouble.append(trouble)
    with pytest.raises(type(trouble)):
        desk.access()
    assert desk.access()


def test_a_grant_given_anew_in_another_process_is_used_at_once(desk: Desk) -> None:
    desk.connect()
    old, here = desk.access(), desk.grants
    desk.clock.advance(seconds=1)
    desk.grants = desk.process()
    desk.connect()
    desk.grants = here
    assert desk.access() != old


def test_an_old_key_still_opens_and_the_first_key_seals_anew(desk: Desk) -> None:
    desk.connect()
    desk.grants = desk.process(NEW, OLD)
    assert desk.access()
    desk.grants = desk.process(NEW)
    assert desk.access()


def test_a_grant_whose_key_is_lost_asks_to_connect_and_lives_again_with_the_key(desk: Desk) -> None:
    desk.connect()
    desk.grants = desk.process(NEW)
    assert refusal(desk) == "grant_dead"
    desk.grants = desk.process(NEW, OLD)
    assert desk.access()


def test_a_sealed_token_copied_to_another_place_stays_shut(desk: Desk) -> None:
    desk.connect()
    grant = desk.find()
    assert grant
    for thief in (replace(grant, user=MARCO.user), replace(grant, kind=SHEETS)):
        GrantRepository(desk.documents).put(thief)
        with pytest.raises(Rejected) as raised:
            desk.grants.access(thief.tenant, thief.user, thief.kind)
        assert raised.value.reason == "grant_dead"


# --- ending ---
def test_disconnecting_ends_one_grant_here_and_at_google(desk: Desk) -> None:
    desk.connect()
    desk.connect(kind=SHEETS)
    assert desk.grants.disconnect(ANA, GMAIL)
    assert desk.consent.revoked == ["1//fake-gmail-1"]
    assert refusal(desk) == "not_connected"
    assert desk.access(kind=SHEETS)
    assert desk.grants.disconnect(ANA, GMAIL)  # twice is fine


def test_a_google_that_does_not_answer_keeps_no_grant_alive_here(desk: Desk) -> None:
    desk.connect()
    desk.consent.trouble.append(Unavailable("Down.", reason="no_answer"))
    assert not desk.grants.disconnect(ANA, GMAIL)
    assert refusal(desk) == "not_connected"


def test_another_process_stops_at_once_when_a_grant_is_ended(desk: Desk) -> None:
    desk.connect()
    desk.access()
    desk.process().disconnect(ANA, GMAIL)
    assert refusal(desk) == "not_connected"


def test_all_grants_are_listed_and_cleared_by_tenant_and_user(desk: Desk) -> None:
    for tenant in (ANA.tenant, GRETA.tenant):
        desk.documents.create("tenants", tenant, {})
    for caller in (ANA, MARCO, GRETA):
        for kind in GrantKind:
            desk.connect(caller, kind)
    assert len(list(desk.grants.all())) == 6
    assert desk.grants.clear(ANA.tenant, MARCO.user) == 2
    assert desk.grants.clear(GRETA.tenant) == 2
    assert {grant.user for grant in desk.grants.all()} == {ANA.user}
    assert desk.grants.clear() == 2
    assert len(desk.consent.revoked) == 6


def test_no_token_stands_in_the_store_or_the_log(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    ask = desk.open()
    desk.come_back(ask, desk.consent.answer(ask, ANA.user, ANA.email))
    token = desk.access()
    desk.grants.disconnect(GRETA, GMAIL)
    said = f"{[one.data for one in desk.documents.stored.values()]} {caplog.text}"
    for secret in (token, "1//fake", "ya29.", ask.verifier, ask.state.partition(".")[2], COOKIE):
        assert secret not in said
    assert ANA.email not in caplog.text
