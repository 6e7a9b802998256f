"""Visits to Google's consent page: each counts once, in its own browser, for the right person."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from addon.accounts.grant_model import ConsentAsk, Ending, GrantKind, GrantState
from addon.accounts.grant_repository import VISITS
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.accounts.scope_model import Scope
from addon.errors import Rejected, Unavailable
from addon.lib.seal import Sealer
from addon.ports import Query
from tests.cast import ANA, GRETA, MARCO
from tests.fakes.consent import ALL
from tests.fakes.consenting import token_of
from tests.fakes.grant_desk import COOKIE, GMAIL, SHEETS, Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_grant_that_was_given_is_there_with_its_account_and_scopes(desk: Desk) -> None:
    outcome = desk.connect()
    grant = desk.find()
    assert outcome.ending is Ending.CONNECTED
    assert grant
    assert (grant.account, grant.state) == (ANA.email, GrantState.LIVE)
    assert {Scope.GMAIL_COMPOSE, Scope.GMAIL_READONLY} <= set(grant.scopes)
    assert desk.find(kind=SHEETS) is None
    assert desk.find(MARCO) is None


def test_the_visit_asks_for_the_callers_account_and_comes_back_to_its_own_path(desk: Desk) -> None:
    ask = desk.open(kind=SHEETS)
    assert ask.redirect_uri == "https://assistant.example/oauth/sheets/callback"
    assert ask.login_hint == ANA.email
    assert ask.scopes == (Scope.SPREADSHEETS, "openid", "email")
    assert len(ask.verifier) >= 43


def test_a_button_stores_nothing_until_it_is_pressed(desk: Desk) -> None:
    desk.grants.begin(ANA, GMAIL)
    assert not desk.documents.stored


@pytest.mark.parametrize("minutes", [9.9, 10])
def test_a_button_is_good_for_ten_minutes_and_once(desk: Desk, minutes: float) -> None:
    token = token_of(desk.grants.begin(ANA, GMAIL))
    desk.real.advance(minutes=minutes)
    if minutes < 10:
        desk.grants.consent_url(GMAIL, token, COOKIE)
    with pytest.raises(Rejected) as raised:
        desk.grants.consent_url(GMAIL, token, COOKIE)
    assert raised.value.reason == ("replayed" if minutes < 10 else "stale")


def test_a_button_for_gmail_opens_no_visit_to_sheets(desk: Desk) -> None:
    with pytest.raises(Rejected) as raised:
        desk.grants.consent_url(SHEETS, token_of(desk.grants.begin(ANA, GMAIL)), COOKIE)
    assert raised.value.reason == "stale"


@given(st.text(max_size=300))
def test_no_text_passes_for_a_button_or_a_state(text: str) -> None:
    desk = Desk()
    with pytest.raises(Rejected):
        desk.grants.consent_url(GMAIL, text, COOKIE)
    assert desk.grants.finish(GMAIL, text, text, text).ending is Ending.STALE
    assert not desk.documents.stored


def test_who_says_no_connects_nothing(desk: Desk) -> None:
    assert desk.come_back(desk.open(), error="access_denied").ending is Ending.DENIED
    assert desk.come_back(desk.open(), error="server_error").ending is Ending.REFUSED
    assert desk.find() is None


def test_a_visit_comes_back_once_soon_and_to_its_own_browser(desk: Desk) -> None:
    ask = desk.open()
    code = desk.consent.answer(ask, ANA.user, ANA.email)
    assert desk.come_back(ask, code, cookie="another").ending is Ending.STALE
    assert desk.come_back(replace(ask, state=ask.state + "x"), code).ending is Ending.STALE
    assert desk.come_back(replace(ask, kind=SHEETS), code).ending is Ending.STALE
    assert desk.come_back(ask, code).ending is Ending.CONNECTED
    assert desk.come_back(ask, code).ending is Ending.REPLAYED
    assert desk.consent.calls["exchange"] == 1
    late = desk.open()
    desk.real.advance(minutes=10)
    assert desk.come_back(late, desk.consent.answer(late, ANA.user, ANA.email)).ending is Ending.STALE


def test_a_code_of_another_visit_connects_nothing(desk: Desk) -> None:
    first, second = desk.open(), desk.open()
    code = desk.consent.answer(first, ANA.user, ANA.email)
    assert desk.come_back(second, code).ending is Ending.REPLAYED
    assert desk.find() is None


def test_somebody_else_connects_nothing_and_their_grant_is_ended(desk: Desk) -> None:
    ask = desk.open()
    outcome = desk.come_back(ask, desk.consent.answer(ask, GRETA.user, GRETA.email))
    assert (outcome.ending, outcome.account, outcome.expected) == (Ending.SOMEBODY_ELSE, GRETA.email, ANA.email)
    assert desk.find() is None
    assert desk.consent.living == {}


def test_a_colleague_who_signs_in_for_another_keeps_the_grant_they_had(desk: Desk) -> None:
    desk.connect(MARCO)
    ask = desk.open(ANA)
    assert desk.come_back(ask, desk.consent.answer(ask, MARCO.user, MARCO.email)).ending is Ending.SOMEBODY_ELSE
    assert desk.consent.revoked == []


@pytest.mark.parametrize("missing", [Scope.GMAIL_COMPOSE, Scope.GMAIL_READONLY])
def test_a_box_left_unticked_connects_nothing(desk: Desk, missing: Scope) -> None:
    scopes = [scope for scope in desk.grants.scopes_of(GMAIL) if scope != missing]
    outcome = desk.connect(scopes=scopes)
    assert (outcome.ending, outcome.missing) == (Ending.PARTIAL, (missing,))
    assert desk.find() is None
    assert len(desk.consent.revoked) == 1


def test_a_grant_that_does_not_last_is_none(desk: Desk) -> None:
    assert desk.connect(lasts=False).ending is Ending.INCOMPLETE
    assert desk.find() is None


@pytest.mark.parametrize(
    ("trouble", "ending"),
    [
        (Unavailable("Down.", reason="server_error"), Ending.LATER),
        (Rejected("Wrong.", reason="bad_client"), Ending.MISCONFIGURED),
        (Rejected("No.", reason="refused"), Ending.REFUSED),
    ],
)
def test_what_google_says_instead_is_told(desk: Desk, trouble: Rejected | Unavailable, ending: Ending) -> None:
    ask = desk.open()
    code = desk.consent.answer(ask, ANA.user, ANA.email)
    desk.consent.trouble.append(trouble)
    assert desk.come_back(ask, code).ending is ending
    assert desk.come_back(ask, code).ending is Ending.REPLAYED
    assert desk.find() is None


def test_without_a_client_nobody_is_asked(desk: Desk) -> None:
    desk.consent.ready.clear()
    assert not desk.grants.is_ready(GMAIL)
    with pytest.raises(Rejected) as raised:
        desk.open()
    assert raised.value.reason == "bad_client"


def test_the_operator_may_choose_the_narrow_scope_for_sheets(desk: Desk) -> None:
    narrow = Grants(desk.documents, desk.consent, Sealer(desk.keys), desk.clock, sheets_scope="drive.file")
    assert narrow.scopes_of(SHEETS) == (Scope.DRIVE_FILE, "openid", "email")


def test_who_waits_for_a_grant_is_told(desk: Desk) -> None:
    told: list[tuple[str, str, GrantKind]] = []
    desk.grants.on_connected = lambda tenant, user, kind: told.append((tenant, user, kind))
    desk.come_back(desk.open(), error="access_denied")
    desk.connect()
    assert told == [(ANA.tenant, ANA.user, GMAIL)]


def test_visits_that_ran_out_are_tidied_away(desk: Desk) -> None:
    for _ in range(3):
        desk.open()
    desk.real.advance(minutes=11)
    desk.open()
    assert len(desk.documents.find(VISITS, Query()).found) == 1


class OneTimeStates(RuleBasedStateMachine):
    """However buttons, states, codes and browsers are mixed up: at most one answer a visit counts, and only Ana's."""

    visits = Bundle("visits")

    def __init__(self) -> None:
        super().__init__()
        self.desk = Desk()
        self.used: set[str] = set()
        self.connected = 0

    @rule(target=visits, kind=st.sampled_from(GrantKind))
    def open(self, kind: GrantKind) -> ConsentAsk:
        return self.desk.open(kind=kind)

    @rule(
        visit=visits,
        asked=visits,
        who=st.sampled_from([ANA, MARCO]),
        cookie=st.sampled_from([COOKIE, "", "another"]),
        error=st.sampled_from(["", "", "access_denied"]),
        scopes=st.sampled_from([ALL, ("openid",)]),
    )
    def come_back(
        self, visit: ConsentAsk, asked: ConsentAsk, who: Caller, cookie: str, error: str, scopes: Any
    ) -> None:
        code = self.desk.consent.answer(asked, who.user, who.email, scopes)
        outcome = self.desk.come_back(visit, code, error, cookie)
        may = cookie == COOKIE and visit.state not in self.used
        is_right = may and not error and visit == asked and who is ANA and scopes is ALL
        assert (outcome.ending is Ending.CONNECTED) == is_right
        self.connected += is_right
        if may:
            self.used.add(visit.state)
        else:
            assert outcome.ending in (Ending.STALE, Ending.REPLAYED)

    @invariant()
    def only_ana_is_connected(self) -> None:
        users = {id for collection, id in self.desk.documents.stored if collection.endswith("_oauth_tokens")}
        assert users <= {ANA.user}
        assert bool(users) <= bool(self.connected)


TestOneTimeStates = OneTimeStates.TestCase
TestOneTimeStates.settings = settings(max_examples=30, stateful_step_count=15, deadline=None)
