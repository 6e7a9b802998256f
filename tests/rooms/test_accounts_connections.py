"""Connections: what is not there says so, a test tells the truth and keeps it, and nobody sees another tenant's."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from addon.accounts.connection_model import Connection, Door, Standing
from addon.accounts.connection_service import Connections, Doors
from addon.errors import Invalid, Rejected, Unavailable
from tests.cast import ANA, GRETA, MARCO, lead_rows
from tests.fakes.bookings import FakeBookings
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.spreadsheets import FakeSpreadsheets
from tests.fakes.text_model import FakeTextModel

FILE = "file-1"


@dataclass
class Desk:
    """The service over fakes. ``model`` and ``bookings`` are there unless a test takes them away."""

    documents: FakeDocuments = field(default_factory=FakeDocuments)
    spreadsheets: FakeSpreadsheets = field(default_factory=FakeSpreadsheets)
    clock: FakeClock = field(default_factory=FakeClock)
    model: FakeTextModel | None = field(default_factory=FakeTextModel)
    bookings: FakeBookings | None = field(default_factory=FakeBookings)

    def __post_init__(self) -> None:
        self.spreadsheets.add(FILE, lead_rows(3))

    @property
    def service(self) -> Connections:
        doors = Doors(
            documents=self.documents, spreadsheets=self.spreadsheets, model=self.model, bookings=self.bookings
        )
        return Connections(doors, self.clock)

    def test(self, door: Door) -> Connection:
        return self.service.test(ANA, door, FILE, "token")

    def shown(self) -> dict[Door, Connection]:
        return {one.door: one for one in self.service.shown(ANA)}


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_door_is_shown_and_gmail_is_not_there_yet(desk: Desk) -> None:
    standings = {door: one.standing for door, one in desk.shown().items()}
    assert standings == {Door.GMAIL: Standing.ABSENT} | dict.fromkeys(list(Door)[1:], Standing.UNTESTED)


def test_without_keys_there_is_nothing_to_test(desk: Desk) -> None:
    desk.model, desk.bookings = None, None
    for door in (Door.GMAIL, Door.GEMINI, Door.CALENDLY):
        assert desk.shown()[door].standing is Standing.ABSENT
        with pytest.raises(Invalid, match="nothing to test"):
            desk.test(door)


@pytest.mark.parametrize(
    ("door", "account"),
    [(Door.SHEETS, ANA.email), (Door.GEMINI, "fake-model"), (Door.CALENDLY, "Nordwind Sales"), (Door.STORE, "")],
)
def test_a_door_that_answers_works_and_is_remembered(desk: Desk, door: Door, account: str) -> None:
    found = desk.test(door)
    assert (found.standing, found.account, found.last_success) == (Standing.WORKS, account, desk.clock.now())
    assert desk.shown()[door] == found


def test_a_model_is_asked_nothing_that_costs(desk: Desk) -> None:
    assert desk.model is not None
    desk.test(Door.GEMINI)
    assert desk.model.requests == []


def test_a_model_the_key_cannot_call_is_told_with_some_it_can(desk: Desk) -> None:
    assert desk.model is not None
    desk.model.usable = ("gemini-a", "gemini-b", "gemini-c", "gemini-d")
    found = desk.test(Door.GEMINI)
    assert (found.standing, found.account) == (Standing.FAILS, "fake-model")
    assert found.problem.format(**found.values) == (
        "This key cannot call fake-model. Set GEMINI_MODEL to a model it can, such as gemini-a, gemini-b, gemini-c."
    )


def test_a_failure_keeps_the_last_success_and_a_success_ends_the_failure(desk: Desk) -> None:
    assert desk.bookings is not None
    worked_at = desk.test(Door.CALENDLY).last_success
    desk.clock.advance(seconds=3_600)
    desk.bookings.outcome = Rejected("Calendly refused the key: check CALENDLY_API_KEY.", reason="bad_key")
    failed = desk.test(Door.CALENDLY)
    assert (failed.standing, failed.last_success, failed.account) == (Standing.FAILS, worked_at, "Nordwind Sales")
    desk.bookings.outcome = "Nordwind"
    assert desk.test(Door.CALENDLY).problem == ""
    assert desk.shown()[Door.CALENDLY].standing is Standing.WORKS


def test_a_sheet_that_is_closed_to_us_is_told(desk: Desk) -> None:
    with pytest.raises(Invalid, match="Open your lead sheet"):
        desk.service.test(ANA, Door.SHEETS, "", "token")
    found = desk.service.test(ANA, Door.SHEETS, "another-file", "token")
    assert (found.standing, desk.shown()[Door.SHEETS].standing) == (Standing.FAILS, Standing.FAILS)


def test_a_colleagues_sheet_says_nothing_about_mine(desk: Desk) -> None:
    desk.test(Door.SHEETS)
    desk.test(Door.CALENDLY)
    marcos = {one.door: one.standing for one in desk.service.shown(MARCO)}
    assert (marcos[Door.SHEETS], marcos[Door.CALENDLY]) == (Standing.UNTESTED, Standing.WORKS)
    gretas = {one.door: one for one in desk.service.shown(GRETA)}
    assert all(one.last_success is None for one in gretas.values())


def test_a_store_that_does_not_answer_is_an_error_of_the_whole(desk: Desk) -> None:
    desk.documents.down = True
    with pytest.raises(Unavailable):
        desk.test(Door.STORE)
