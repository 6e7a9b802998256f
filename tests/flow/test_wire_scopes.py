"""Scopes of the sidebar and the rules of sending over the wire: asked once, refused for good, stopped at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from addon.accounts.scope_model import Scope
from tests.cast import ANA, lead_rows
from tests.flow.person import Person
from tests.flow.wire import Wire

EMAIL = "https://www.googleapis.com/auth/userinfo.email"
ASKED = {"requestingGoogleScopes": {"scopes": [str(Scope.DRIVE_FILE)]}}


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"ADMIN_EMAILS": "ines@nordwind.example"}


@pytest.fixture
def ana(wire: Wire) -> Iterator[Person]:
    yield wire.sheet(lead_rows(3))
    wire.world.access.consent("ana", None)


def consent(person: Person, *scopes: str) -> dict[str, Any]:
    """Answer Google's dialog; Google repeats the last request."""
    answer: dict[str, Any] = person._post("consent", scopes=list(scopes))
    return answer


def test_a_missing_scope_is_asked_for_once_then_said_and_asked_again_on_request(wire: Wire, ana: Person) -> None:
    wire.world.access.consent("ana", [EMAIL])
    answer = ana._post("open")
    assert (answer["ok"], answer["authorization"]) == (True, ASKED)
    ana._show(consent(ana, EMAIL))
    assert "The sheet can be neither read nor written." in ana.text()
    ana.open()
    assert "You were asked for this" in ana.text()
    ana.try_to_press("Ask me again")
    assert ana.answers[-1]["authorization"] == ASKED
    ana._show(consent(ana, EMAIL))  # no again: a card, not the question without end
    assert "You were asked for this" in ana.text()
    ana.try_to_press("Ask me again")
    assert ana.answers[-1]["authorization"] == ASKED
    consent(ana, EMAIL, Scope.DRIVE_FILE)
    assert "Check leads" in ana.open()


def test_a_scope_that_was_given_and_taken_back_is_asked_for_again(wire: Wire, ana: Person) -> None:
    for _ in range(2):
        wire.world.access.consent("ana", [EMAIL])
        assert ana._post("open")["authorization"] == ASKED
        wire.world.access.consent("ana", [EMAIL, Scope.DRIVE_FILE])
        assert "Check leads" in ana.open()


def test_anybody_stops_all_sending_and_an_administrator_lets_it_go_on(wire: Wire, ana: Person) -> None:
    for words in ("Settings", "Rules of sending"):
        ana.press(words)
    assert "Only an administrator of this add-on can change this." in ana.text()
    assert "Stopped since" in ana.press("Stop all sending")
    assert "Let mails go out again" not in ana.words()
    ines = wire.person(ana.file, "ines")
    ines.allow()
    for words in ("Settings", "Rules of sending"):
        ines.press(words)
    assert "Mails go out." in ines.press("Let mails go out again")
    assert wire.services.policies.policy(ANA.tenant).stopped_at is None


def test_an_administrator_sets_the_rules_and_a_slip_loses_nothing_typed(wire: Wire, ana: Person) -> None:
    ines = wire.person(ana.file, "ines")
    ines.allow()
    for words in ("Settings", "Rules of sending"):
        ines.press(words)
    form = ines.card
    ines.press("Save", daily_cap="many")
    assert ines.card == form
    ines.press("Save", daily_cap="60", postal_address="Kai 1\nHamburg", strict="", model_reads="")
    assert ines.answers[-1]["notification"] == "Saved. It holds for everybody here."
    found = wire.services.policies.policy(ANA.tenant)
    assert (found.daily_cap, found.postal_address) == (60, "Kai 1\nHamburg")
    assert (found.is_strict, found.model_reads_answers) == (False, False)


def test_without_gmail_the_sender_says_how_to_connect(ana: Person) -> None:
    ana.press("Settings")
    assert "Not connected: open Settings and press Connect." in ana.press("Who mails come from")
