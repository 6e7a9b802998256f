"""Tokens while mails go by themselves: each door gets its own, one that ran out is renewed once, none is seen."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest

from addon.accounts.grant_model import Access, ConsentAsk, GrantKind
from addon.errors import Rejected
from addon.ports import Mailbox
from addon.services import Services
from tests.cast import ANA
from tests.fakes.consent import ALL, HOUR, FakeConsent
from tests.fakes.documents import FakeDocuments
from tests.fakes.mailboxes import FakeMailboxes
from tests.fakes.sending import Morning
from tests.fakes.spreadsheets import FakeSpreadsheets
from tests.fakes.world import World

GMAIL, SHEETS = GrantKind.GMAIL, GrantKind.SHEETS
CLICK = "token"
"""The access of Ana's own clicks."""


@dataclass
class Tokens:
    """Every access token that Google gave, whose it is and when it came."""

    now: Callable[[], datetime]
    kinds: dict[str, GrantKind] = field(default_factory=dict)
    born: dict[str, datetime] = field(default_factory=dict)
    seen: dict[GrantKind, set[str]] = field(default_factory=lambda: {GMAIL: set(), SHEETS: set()})

    def add(self, kind: GrantKind, token: str) -> None:
        self.kinds[token], self.born[token] = kind, self.now()

    def show(self, door: GrantKind, token: str) -> None:
        """Note that a door was shown a token; ``Rejected`` if it is over an hour old."""
        self.seen[door].add(token)
        if token in self.born and self.now() - self.born[token] >= HOUR:
            raise Rejected("Expired.", reason="access_expired")


@dataclass
class NotedConsent(FakeConsent):
    """Google's OAuth, whose tokens are noted."""

    tokens: Tokens = field(default_factory=lambda: Tokens(datetime.now))

    def answer(self, ask: ConsentAsk, sub: str, email: str, scopes: object = ALL, *, lasts: bool = True) -> str:
        code = super().answer(ask, sub, email, scopes, lasts=lasts)
        self.tokens.add(ask.kind, self._codes[code][1].access.token)
        return code

    def refresh(self, kind: GrantKind, refresh_token: str) -> Access:
        access = super().refresh(kind, refresh_token)
        self.tokens.add(kind, access.token)
        return access


@dataclass
class NotedSpreadsheets(FakeSpreadsheets):
    """Google Sheets, which looks at the token of each call."""

    tokens: Tokens = field(default_factory=lambda: Tokens(datetime.now))

    def calling(self, name: str, file: str, token: str) -> Any:
        self.tokens.show(SHEETS, token)
        return super().calling(name, file, token)


class NotedMailboxes:
    """Gmail, which looks at the token of each call."""

    def __init__(self, mailboxes: FakeMailboxes, tokens: Tokens) -> None:
        self._mailboxes, self._tokens = mailboxes, tokens

    def open(self, access_token: str, spend: Callable[[int], None] = lambda _: None) -> Mailbox:
        def shown(units: int) -> None:
            spend(units)
            self._tokens.show(GMAIL, access_token)

        return self._mailboxes.open(access_token, shown)


@dataclass
class Noted:
    """Ana's morning in one process, with every token noted."""

    morning: Morning
    tokens: Tokens
    gmail: NotedMailboxes
    services: Services

    @property
    def refreshed(self) -> int:
        return self.morning.world.consent.calls["refresh"]

    def work(self, hours: float) -> None:
        """Let time pass in the same process, which keeps its tokens."""
        self.morning.work(hours, self.services)


@pytest.fixture
def noted() -> Noted:
    world = World()
    tokens = Tokens(world.clock.now)
    world.consent = NotedConsent(tokens=tokens)  # tokens are kept by real time, and refused by the morning's
    world.spreadsheets = NotedSpreadsheets(tokens=tokens)
    morning = Morning(world=world)
    world.mailboxes = gmail = NotedMailboxes(morning.mailboxes, tokens)
    return Noted(morning, tokens, gmail, morning.services())


def confirm(noted: Noted) -> None:
    plan = noted.morning.plan()
    noted.services.sequences.confirm(ANA, plan.campaign.id, plan.campaign.approval)


def statuses(noted: Noted) -> list[object]:
    return list(noted.morning.words())


def test_neither_door_ever_sees_the_others_token(noted: Noted) -> None:
    confirm(noted)
    noted.work(hours=24 * 14)
    assert len(noted.morning.mailboxes.deliveries()) == 3
    kinds = {door: {noted.tokens.kinds[token] for token in seen - {CLICK}} for door, seen in noted.tokens.seen.items()}
    assert kinds == {GMAIL: {GMAIL}, SHEETS: {SHEETS}}
    assert CLICK not in noted.tokens.seen[GMAIL]


def test_a_status_cell_is_written_two_hours_after_the_last_click(noted: Noted) -> None:
    click = noted.morning.clock.at = datetime(2026, 11, 24, 6, 20, tzinfo=UTC)  # twenty past seven in Berlin
    confirm(noted)
    noted.work(hours=1.5)
    assert noted.morning.mailboxes.deliveries() == []
    noted.work(hours=1.5)
    [mail] = noted.morning.mailboxes.deliveries()
    assert mail.at - click >= timedelta(hours=2)
    assert [str(words)[:11] for words in statuses(noted)] == ["Sent 1 of 3"]


def test_a_token_that_ran_out_is_renewed_once_for_each_door(noted: Noted) -> None:
    confirm(noted)
    noted.work(hours=0.25)
    before = noted.refreshed
    noted.morning.clock.advance(hours=24 * 7)
    noted.services.worker.tick(5.0)
    assert len(noted.morning.mailboxes.deliveries()) == 2
    assert [str(words)[:11] for words in statuses(noted)] == ["Sent 2 of 3"]
    assert noted.refreshed == before + 2


def test_four_hands_with_the_same_old_token_renew_it_once(noted: Noted) -> None:
    grants, together = noted.services.grants, Barrier(4)

    def ask(_: int) -> str:
        first: list[str] = []

        def act(token: str) -> str:
            if not first:
                first.append(token)
                together.wait(timeout=10)
            noted.tokens.show(GMAIL, token)
            return token

        return grants.using(ANA.tenant, ANA.user, GMAIL, act)

    old = grants.access(ANA.tenant, ANA.user, GMAIL)
    noted.morning.clock.advance(hours=2)
    start = noted.refreshed
    with ThreadPoolExecutor(4) as hands:
        fresh = set(hands.map(ask, range(4)))
    assert noted.refreshed == start + 1
    assert len(fresh) == 1
    assert old not in fresh


@pytest.mark.parametrize("moment", ["profile", "send_draft"])
def test_one_refusal_keeps_neither_a_mail_nor_its_row_back(noted: Noted, moment: str) -> None:
    """Before the mail the row is read, after it the row is told: each with a token that Google no longer takes."""
    confirm(noted)
    noted.work(hours=0.005)

    aged: list[str] = []

    def age(method: str) -> None:
        if method == moment and not aged:
            aged.append(method)
            noted.tokens.born |= {token: born - HOUR for token, born in noted.tokens.born.items()}

    noted.morning.mailboxes.before = age
    noted.work(hours=0.5)
    assert len(noted.morning.mailboxes.deliveries()) == 1
    assert [str(words)[:11] for words in statuses(noted)] == ["Sent 1 of 3"]


def test_without_gmail_nothing_goes_and_the_row_says_so_through_sheets(noted: Noted) -> None:
    confirm(noted)
    noted.work(hours=1)
    noted.services.grants.disconnect(ANA, GMAIL)
    noted.work(hours=24 * 7)
    assert len(noted.morning.mailboxes.deliveries()) == 1
    [words] = statuses(noted)
    assert "Gmail" in str(words)
    noted.morning.connect(noted.services, [GMAIL])
    noted.work(hours=24 * 14)
    assert len(noted.morning.mailboxes.deliveries()) == 3
    assert statuses(noted) == ["Sent 3 of 3, finished"]


def test_without_sheets_gmail_stays_connected_and_all_goes_on_once_it_is_back(noted: Noted) -> None:
    confirm(noted)
    noted.work(hours=1)
    noted.services.grants.disconnect(ANA, SHEETS)
    noted.work(hours=24 * 7)
    gmail = noted.services.grants.using(ANA.tenant, ANA.user, GMAIL, lambda token: noted.gmail.open(token).profile())
    assert gmail.address == ANA.email
    assert len(noted.morning.mailboxes.deliveries()) == 1  # what its row says now cannot be read
    noted.morning.connect(noted.services, [SHEETS])
    noted.work(hours=24 * 14)
    assert len(noted.morning.mailboxes.deliveries()) == 3
    assert statuses(noted) == ["Sent 3 of 3, finished"]


def test_no_token_is_in_the_store_or_in_the_log_when_all_is_over(
    noted: Noted, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    confirm(noted)
    noted.work(hours=24 * 4)
    noted.services.grants.disconnect(ANA, GMAIL)
    noted.morning.connect(noted.services, [GMAIL])
    noted.work(hours=24 * 14)
    consent, store = noted.morning.world.consent, noted.morning.world.documents
    secrets = [*noted.tokens.kinds, *consent.living, *consent.revoked]
    assert len(secrets) > 5
    assert isinstance(store, FakeDocuments)
    kept = "\n".join(str(one) for one in store.stored.values())
    said = "\n".join(f"{record.getMessage()} {record.__dict__.get('line', '')}" for record in caplog.records)
    assert "refresh" in kept
    assert "sequences" in said
    assert [secret for secret in secrets if secret in kept or secret in said] == []
    assert len(noted.morning.mailboxes.deliveries()) == 3
