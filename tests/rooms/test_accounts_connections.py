"""Connections: what is not there says so, a test tells the truth and keeps it, and nobody sees another tenant's."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from cryptography.fernet import Fernet

from addon.accounts.connection_model import Connection, Door, Standing
from addon.accounts.connection_service import GRANTED, Connections, Doors
from addon.accounts.grant_model import GrantKind
from addon.accounts.grant_service import Grants
from addon.errors import Invalid, Rejected, Unavailable
from addon.lib.seal import Sealer
from tests.cast import ANA, GRETA, MARCO, lead_rows
from tests.fakes.bookings import FakeBookings
from tests.fakes.clock import FakeClock
from tests.fakes.consent import FakeConsent
from tests.fakes.consenting import connect
from tests.fakes.documents import FakeDocuments
from tests.fakes.one_mailbox import OneMailbox
from tests.fakes.spreadsheets import FakeSpreadsheets
from tests.fakes.text_model import FakeTextModel

FILE = "file-1"
KEYS = (Fernet.generate_key().decode(),)


@dataclass
class Desk:
    """The service over fakes. ``model`` and ``bookings`` are there unless a test takes them away."""

    documents: FakeDocuments = field(default_factory=FakeDocuments)
    spreadsheets: FakeSpreadsheets = field(default_factory=FakeSpreadsheets)
    clock: FakeClock = field(default_factory=FakeClock)
    model: FakeTextModel | None = field(default_factory=FakeTextModel)
    bookings: FakeBookings | None = field(default_factory=FakeBookings)
    consent: FakeConsent = field(default_factory=FakeConsent)
    mailbox: OneMailbox | None = field(default_factory=OneMailbox)

    def __post_init__(self) -> None:
        self.spreadsheets.add(FILE, lead_rows(3))
        self.grants = Grants(self.documents, self.consent, Sealer(KEYS), self.clock)

    @property
    def service(self) -> Connections:
        doors = Doors(
            documents=self.documents,
            spreadsheets=self.spreadsheets,
            model=self.model,
            bookings=self.bookings,
            grants=self.grants,
            mailboxes=self.mailbox,
        )
        return Connections(doors, self.clock)

    def test(self, door: Door) -> Connection:
        return self.service.test(ANA, door, FILE, "token")

    def connect(self, kind: GrantKind) -> None:
        connect(self.grants, self.consent, ANA, kind)

    def shown(self) -> dict[Door, Connection]:
        return {one.door: one for one in self.service.shown(ANA)}


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_every_door_is_shown_and_what_needs_a_grant_is_not_there_yet(desk: Desk) -> None:
    standings = {door: one.standing for door, one in desk.shown().items()}
    absent = dict.fromkeys(GRANTED, Standing.ABSENT)
    assert standings == dict.fromkeys(Door, Standing.UNTESTED) | absent
    assert all(desk.shown()[door].connect.startswith(f"/oauth/{GRANTED[door]}/start?") for door in GRANTED)


def test_a_server_without_a_client_offers_no_way_to_connect(desk: Desk) -> None:
    desk.consent.ready.discard(GrantKind.GMAIL)
    assert [bool(desk.shown()[door].connect) for door in (Door.GMAIL, Door.SHEETS_AWAY)] == [False, True]


@pytest.mark.parametrize("door", GRANTED)
def test_a_door_with_a_grant_is_tried_with_the_grants_token_and_remembered(desk: Desk, door: Door) -> None:
    desk.connect(GRANTED[door])
    assert desk.shown()[door].standing is Standing.UNTESTED
    found = desk.test(door)
    assert (found.standing, found.account, found.grant) == (Standing.WORKS, ANA.email, GRANTED[door])
    desk.clock.advance(hours=1)
    desk.connect(GRANTED[door])
    assert desk.shown()[door].standing is Standing.UNTESTED  # nobody has tried the new one
    assert desk.service.disconnect(ANA, door)
    assert desk.shown()[door].standing is Standing.ABSENT


def test_another_mailbox_than_the_connected_one_is_refused(desk: Desk) -> None:
    desk.connect(GrantKind.GMAIL)
    assert desk.mailbox
    desk.mailbox.address = MARCO.email
    assert (desk.test(Door.GMAIL).standing, "another mailbox" in desk.shown()[Door.GMAIL].problem) == (
        Standing.FAILS,
        True,
    )


def test_an_expired_token_is_renewed_and_the_mailbox_asked_again(desk: Desk) -> None:
    desk.connect(GrantKind.GMAIL)
    assert desk.mailbox
    desk.mailbox.trouble.append(Rejected("401", reason="access_expired"))
    assert desk.test(Door.GMAIL).standing is Standing.WORKS
    assert len(set(desk.mailbox.tokens)) == 2


def test_a_dead_grant_says_so_and_offers_to_connect(desk: Desk) -> None:
    desk.connect(GrantKind.GMAIL)
    desk.consent.living.clear()
    desk.grants = Grants(desk.documents, desk.consent, Sealer(KEYS), desk.clock)
    desk.test(Door.GMAIL)
    found = desk.shown()[Door.GMAIL]
    assert (found.standing, found.account) == (Standing.DEAD, ANA.email)
    assert found.connect


def test_the_open_file_needs_a_file_for_the_grant_too(desk: Desk) -> None:
    desk.connect(GrantKind.SHEETS)
    with pytest.raises(Invalid, match="Open your lead sheet"):
        desk.service.test(ANA, Door.SHEETS_AWAY, "", "token")


@pytest.mark.parametrize("door", [Door.SHEETS, Door.STORE])
def test_a_door_without_a_grant_cannot_be_disconnected(desk: Desk, door: Door) -> None:
    with pytest.raises(Invalid):
        desk.service.disconnect(ANA, door)


def test_without_keys_there_is_nothing_to_test(desk: Desk) -> None:
    desk.model, desk.bookings = None, None
    for door in (Door.GMAIL, Door.SHEETS_AWAY, Door.GEMINI, Door.CALENDLY):
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
