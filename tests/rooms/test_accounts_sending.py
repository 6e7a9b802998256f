"""Who mails come from, and the rules everybody of a tenant sends by."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller, Offer
from addon.accounts.policy_model import Policy
from addon.accounts.policy_service import TRIES, Policies
from addon.accounts.scope_model import Scope
from addon.accounts.scope_service import ScopeAsks
from addon.accounts.sender_model import Alias, Sender
from addon.accounts.sender_service import Senders
from addon.accounts.sending_as import checked, default_sender
from addon.accounts.service import Accounts
from addon.errors import Conflict, Invalid, Rejected, Unavailable
from addon.lib.seal import Sealer
from tests.cast import ANA, GRETA, MARCO
from tests.fakes.clock import FakeClock
from tests.fakes.consent import FakeConsent
from tests.fakes.consenting import connect
from tests.fakes.documents import FakeDocuments
from tests.fakes.one_mailbox import PRIMARY, OneMailbox

SALES = Alias(address="sales@nordwind.example", name="Nordwind Sales", reply_to="answers@nordwind.example")
PENDING = Alias(address="pending@nordwind.example", is_verified=False)
INES = Caller(tenant=ANA.tenant, user="1003", email="Ines@nordwind.example")
ADMINS = ("ines@nordwind.example",)


@dataclass
class Desk:
    """Ana's Gmail is connected."""

    documents: FakeDocuments = field(default_factory=FakeDocuments)
    clock: FakeClock = field(default_factory=FakeClock)
    mailbox: OneMailbox = field(default_factory=lambda: OneMailbox(known=(PRIMARY, SALES, PENDING)))

    def __post_init__(self) -> None:
        self.consent = FakeConsent()
        self.grants = Grants(self.documents, self.consent, Sealer((Fernet.generate_key().decode(),)), self.clock)
        self.senders = Senders(self.documents, self.grants, self.mailbox, self.clock)
        connect(self.grants, self.consent, ANA)

    def sender(self) -> Sender:
        return self.senders.sender(ANA.tenant, ANA.user)

    def policies(self, admins: tuple[str, ...] = ADMINS) -> Policies:
        return Policies(self.documents, self.clock, admins)


@pytest.fixture
def desk() -> Desk:
    return Desk()


# --- senders ---
def test_mails_come_from_the_default_alias_until_the_user_says_otherwise(desk: Desk) -> None:
    assert desk.sender() == Sender(mailbox=ANA.email, address=ANA.email, name="Ana Lindqvist")
    desk.mailbox.known = (replace(PRIMARY, is_default=False), replace(SALES, is_default=True))
    desk.clock.advance(minutes=10)
    assert desk.sender() == Sender(
        mailbox=ANA.email, address=SALES.address, name="Nordwind Sales", reply_to="answers@nordwind.example"
    )


def test_without_a_name_in_gmail_the_signature_names_the_sender(desk: Desk) -> None:
    Accounts(desk.documents, desk.clock).save_offer(ANA, Offer(signature="\n Ana L.\nNordwind"))
    desk.mailbox.known = (replace(PRIMARY, name=""),)
    assert desk.sender().name == "Ana L."


def test_gmail_is_asked_for_its_addresses_once_in_ten_minutes(desk: Desk) -> None:
    for _ in range(3):
        desk.sender()
        desk.senders.aliases(ANA.tenant, ANA.user)
    assert desk.mailbox.calls["aliases"] == 1
    desk.clock.advance(minutes=10)
    desk.sender()
    assert desk.mailbox.calls["aliases"] == 2


def test_what_the_user_chose_holds(desk: Desk) -> None:
    chosen = Sender(mailbox="", address="SALES@nordwind.example", name=" Ana ", reply_to="", signature="Ana\r\nSales ")
    stored = desk.senders.save(ANA, chosen)
    assert stored == Sender(mailbox=ANA.email, address=SALES.address, name="Ana", signature="Ana\nSales")
    assert desk.sender() == stored


def test_an_address_that_is_no_longer_verified_sends_nothing(desk: Desk) -> None:
    desk.senders.save(ANA, Sender(mailbox="", address=SALES.address))
    desk.mailbox.known = (PRIMARY, replace(SALES, is_verified=False))
    desk.clock.advance(minutes=10)
    with pytest.raises(Rejected) as raised:
        desk.sender()
    assert raised.value.reason == "sender_gone"
    assert desk.senders.default(ANA.tenant, ANA.user).address == ANA.email


@pytest.mark.parametrize("address", [PENDING.address, "stranger@elsewhere.example", ""])
def test_only_verified_addresses_of_the_mailbox_may_be_chosen(desk: Desk, address: str) -> None:
    with pytest.raises(Invalid) as raised:
        desk.senders.save(ANA, Sender(mailbox="", address=address))
    assert raised.value.field == "sender_address"


def test_without_a_grant_there_is_no_sender(desk: Desk) -> None:
    with pytest.raises(Rejected) as raised:
        desk.senders.sender(MARCO.tenant, MARCO.user)
    assert raised.value.reason == "not_connected"
    assert desk.mailbox.calls == {}


def test_a_gmail_that_is_down_is_asked_again(desk: Desk) -> None:
    desk.mailbox.trouble.append(Unavailable("Down.", reason="server_error"))
    with pytest.raises(Unavailable):
        desk.sender()
    assert desk.sender().address == ANA.email


HOSTILE = st.text(st.characters() | st.sampled_from('\r\n\t\x00\u202e\u2066<>@,;"='), max_size=140)


@given(name=HOSTILE, reply_to=HOSTILE, signature=HOSTILE)
def test_no_answer_breaks_a_header(name: str, reply_to: str, signature: str) -> None:
    typed = Sender(mailbox=ANA.email, address=ANA.email, name=name, reply_to=reply_to, signature=signature)
    try:
        stored = checked(typed, [PRIMARY])
    except Invalid:
        return
    assert not set("\r\n\x00\x85\u2028\u2029\u202e") & set(stored.name + stored.reply_to)
    assert not set("\r\x00\u202e") & set(stored.signature)
    assert len(stored.name) <= 100


@given(name=HOSTILE, signature=HOSTILE)
def test_a_default_breaks_no_header_either(name: str, signature: str) -> None:
    found = default_sender(ANA.email, [replace(PRIMARY, name=name)], signature)
    assert found.name.isprintable()
    assert len(found.name) <= 100


# --- policies ---
def test_before_anybody_decided_the_defaults_hold(desk: Desk) -> None:
    assert desk.policies().policy(ANA.tenant) == Policy()


def test_an_administrator_decides_for_the_tenant(desk: Desk) -> None:
    typed = Policy(daily_cap=60, postal_address=" Kai 1 \r\n\n 20457 Hamburg ", sender_company=" Nordwind ")
    stored = desk.policies().save(INES, typed)
    assert (stored.daily_cap, stored.postal_address) == (60, "Kai 1\n20457 Hamburg")
    assert desk.policies().policy(MARCO.tenant) == stored
    assert desk.policies().policy(GRETA.tenant) == Policy()


@pytest.mark.parametrize(
    ("caller", "admins", "may"),
    [
        (ANA, ADMINS, False), (INES, ADMINS, True), (replace(INES, email=""), ADMINS, False), (ANA, (), True),
        (GRETA, ADMINS, True), (replace(ANA, email=""), ("",), False),
    ],
)  # fmt: skip
def test_who_may_change_the_rules(desk: Desk, caller: Caller, admins: tuple[str, ...], may: bool) -> None:
    policies = desk.policies(admins)
    assert policies.may_change(caller) is may
    if not may:
        with pytest.raises(Rejected) as raised:
            policies.save(caller, Policy(daily_cap=7))
        assert raised.value.reason == "not_admin"


def test_anybody_stops_and_only_an_administrator_goes_on(desk: Desk) -> None:
    policies = desk.policies()
    stopped = policies.stop(ANA)
    assert (stopped.stopped_at, stopped.stopped_by) == (desk.clock.now(), ANA.user)
    desk.clock.advance(hours=1)
    assert policies.stop(MARCO).stopped_by == ANA.user
    with pytest.raises(Rejected):
        policies.go_on(ANA)
    assert policies.go_on(INES).stopped_at is None


def test_a_form_saved_while_somebody_stopped_lets_nothing_go_on(desk: Desk) -> None:
    form = desk.policies().policy(ANA.tenant)
    desk.policies().stop(ANA)
    stored = desk.policies().save(INES, replace(form, daily_cap=50))
    assert (stored.daily_cap, stored.stopped_by) == (50, ANA.user)


def test_the_switch_is_thrown_whoever_decides_at_the_same_moment(desk: Desk) -> None:
    def decide() -> None:
        desk.policies().save(INES, Policy(daily_cap=50))

    desk.documents.before_commit.append(decide)
    stored = desk.policies().stop(ANA)
    assert (stored.stopped_by, stored.daily_cap) == (ANA.user, 50)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("daily_cap", 0), ("daily_cap", 1_501), ("first_cap", 41), ("first_cap", 0), ("ramp", -1),
        ("people_per_company", 0), ("postal_address", "x" * 401), ("postal_address", "a\x00b"),
        ("postal_address", "\n".join("abcdefghi")), ("sender_company", "a\nb"), ("sender_company", "x" * 151),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_names_its_field(desk: Desk, field: str, value: Any) -> None:
    with pytest.raises(Invalid) as raised:
        desk.policies().save(INES, replace(Policy(), **{field: value}))
    assert raised.value.field == field


def test_a_store_that_moves_on_and_on_is_a_conflict(desk: Desk) -> None:
    def move() -> None:
        raise Conflict("Moved.")

    desk.documents.before_commit += [move] * TRIES
    with pytest.raises(Conflict):
        desk.policies().stop(ANA)


# --- scopes of the sidebar ---
def test_a_scope_is_asked_for_once_and_again_after_it_was_given(desk: Desk) -> None:
    asks = ScopeAsks(desk.documents)
    assert [asks.may_ask(ANA, [Scope.DRIVE_FILE]) for _ in range(2)] == [True, False]
    assert not ScopeAsks(desk.documents).may_ask(ANA, [Scope.DRIVE_FILE])
    assert asks.may_ask(MARCO, [Scope.DRIVE_FILE])
    ScopeAsks(desk.documents).forget(ANA)
    assert ScopeAsks(desk.documents).may_ask(ANA, [Scope.DRIVE_FILE])


def test_a_button_asks_once_more_and_no_more(desk: Desk) -> None:
    asks = ScopeAsks(desk.documents)
    asks.may_ask(ANA, [Scope.DRIVE_FILE])
    assert [asks.may_ask(ANA, [Scope.DRIVE_FILE], key) for key in ("a", "a", "b", "b")] == [True, False, True, False]
