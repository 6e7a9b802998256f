"""Settings over the wire, and the whole in German: connections tell the truth, nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cast import lead_rows
from tests.flow.person import Person, parameters_of
from tests.flow.wire import Wire


@pytest.fixture(scope="module")
def settings() -> dict[str, str]:
    return {"GEMINI_API_KEY": "a-key", "CALENDLY_API_KEY": "a-key"}


@pytest.fixture
def ana(wire: Wire) -> Person:
    return wire.sheet(lead_rows(3))


def notice(person: Person) -> str:
    said: str = person.answers[-1]["notification"]
    return said


def press_where(person: Person, words: str, **parameters: str) -> str:
    """Press the one of several buttons with these words that carries these parameters."""
    for action in _actions(person.card, words):
        if parameters.items() <= parameters_of(action).items():
            return person.act(action["function"], parameters_of(action))
    raise AssertionError(f"no button {words!r} with {parameters} on the card:\n{person.text()}")


def _actions(value: Any, words: str) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        own = [value["onClick"]["action"]] if value.get("text") == words and "onClick" in value else []
        return own + [action for inner in value.values() for action in _actions(inner, words)]
    return [action for inner in value for action in _actions(inner, words)] if isinstance(value, list) else []


def test_every_connection_that_is_there_works(ana: Person) -> None:
    ana.press("Settings")
    assert "✗ Not connected: drafts are written into the sheet" in ana.text()
    assert ana.words().count("Test connection") == 4
    for door, said in (
        ("sheets", "✓ ana@nordwind.example"),
        ("gemini", "✓ gemini-3.5-flash-lite"),
        ("calendly", "✓ Nordwind Sales"),
        ("store", "✓ SQLite, a file on the server"),
    ):
        press_where(ana, "Test connection", door=door)
        assert said in ana.text()
        assert "the connection works" in notice(ana)
    assert ana.text().count("Last success") == 4


def test_a_connection_that_fails_says_why_and_keeps_its_last_success(wire: Wire, ana: Person) -> None:
    ana.press("Settings")
    press_where(ana, "Test connection", door="calendly")
    wire.play("/play/faults", api="calendly", method="users.me", kind="401")
    press_where(ana, "Test connection", door="calendly")
    assert "Calendly refused the key: check CALENDLY_API_KEY." in notice(ana)
    assert "✗ Nordwind Sales\nCalendly refused the key" in ana.text().replace("<br>", "\n")
    assert "Last success" in ana.text()
    assert "a-key" not in ana.text()


def test_a_sheet_that_was_unshared_says_so(wire: Wire, ana: Person) -> None:
    ana.press("Settings")
    wire.play("/play/faults", api="sheets", method="*", kind="403")
    press_where(ana, "Test connection", door="sheets")
    assert "Google does not let us into this file." in ana.text()


def test_a_snippet_is_added_changed_and_deleted_and_nothing_typed_is_lost(ana: Person) -> None:
    ana.press("Settings")
    ana.press("Snippets")
    ana.press("Add a snippet")
    form = ana.card
    ana.press("Save", name="", text="We offer a trial.")
    assert (ana.card, notice(ana).partition(" (")[0]) == (form, "Name: say what you call this snippet.")
    ana.press("Save", name="Free trial", text="We offer a trial.")
    assert "We offer a trial." in ana.text()
    ana.press("Edit")
    ana.press("Save", text="Thirty days are free.")
    assert "Free trial" in ana.text()
    assert "Thirty days are free." in ana.text()
    ana.press("Edit")
    ana.press("Delete")
    assert "Thirty days are free." not in ana.text()


def test_a_problem_is_kept_with_its_role_and_industry(ana: Person) -> None:
    ana.press("Settings")
    ana.press("Problems we solve")
    ana.press("Add a problem")
    ana.press("Save", problem="half-empty trips", role="Head of Logistics")
    assert "Head of Logistics · any industry" in ana.text()
    ana.press("Edit")
    ana.press("Delete")
    assert "half-empty trips" not in ana.text()


def test_what_we_sell_and_the_ideal_customer_are_reached_from_settings(ana: Person) -> None:
    ana.press("Settings")
    ana.press("What we sell")
    ana.press("Save", what="Route planning", language="de", booking="http://a.example")
    assert "Booking link" in notice(ana)
    ana.press("Save", what="Route planning", language="de", booking="https://a.example/me")
    ana.press("Settings")
    ana.press("Ideal customer")
    assert "Whom do you want in the tab" in ana.text()


@pytest.mark.parametrize("locale", ["de", "de-DE", "de_AT"])
def test_a_german_reader_sees_german_cards(ana: Person, locale: str) -> None:
    ana.locale = locale
    ana.open()
    assert {"Leads prüfen", "Leads bewerten", "Entwürfe schreiben", "Aktualisieren"} <= set(ana.words())
    ana.press("Leads prüfen")
    assert "3 Leads, 3 bereit" in ana.text()
    ana.press("Spalten")
    assert "Was Ihre Spalten bedeuten" in ana.text()


def test_german_errors_and_notifications_are_german(wire: Wire, ana: Person) -> None:
    ana.locale = "de"
    ana.open()
    ana.press("Leads bewerten", rows="range", range="50-2")
    assert notice(ana).startswith("Zeilen: „50-2“ läuft rückwärts. Schreiben Sie 2-50.")
    ana.press("Wunschkunde")
    ana.press("Speichern", min_employees="viele")
    assert notice(ana).startswith("Kleinste Mitarbeiterzahl: Schreiben Sie eine ganze Zahl")
    ana.press("Speichern", min_employees="50")
    assert notice(ana) == "Gespeichert. Drücken Sie „Leads bewerten“, um damit zu bewerten."
    wire.play("/play/faults", api="sheets", method="*", kind="503", times=5)
    ana.open()
    assert "Google ist ausgelastet. Versuchen Sie es in einer Minute erneut." in ana.text()
    assert "Das hat nicht geklappt" in ana.text()


def test_the_sheet_stays_english_whoever_reads_it(wire: Wire, ana: Person) -> None:
    ana.locale = "de"
    ana.open()
    ana.press("Leads bewerten")
    assert "Bewerten · " in ana.text()
    wire.advance(0.5)
    assert {"Lead ID", "Score", "Tier", "Why", "Status"} <= {text for text, _ in wire.grid(ana.file).ours()}
