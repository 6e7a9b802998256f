"""Grants over fakes: people who press Connect, and what Google makes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from cryptography.fernet import Fernet

from addon.accounts.grant_model import ConsentAsk, Grant, GrantKind, Outcome
from addon.accounts.grant_service import Grants
from addon.accounts.model import Caller
from addon.lib.seal import Sealer
from tests.cast import ANA
from tests.fakes.clock import FakeClock
from tests.fakes.consent import FakeConsent
from tests.fakes.consenting import connect, token_of
from tests.fakes.documents import FakeDocuments

GMAIL, SHEETS = GrantKind.GMAIL, GrantKind.SHEETS
OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
COOKIE = "a-cookie"


@dataclass
class Desk:
    """The service over fakes; ``real`` is the time of tokens, ``clock`` the business's."""

    documents: FakeDocuments = field(default_factory=FakeDocuments)
    clock: FakeClock = field(default_factory=FakeClock)
    real: FakeClock = field(default_factory=FakeClock)
    keys: tuple[str, ...] = (OLD,)

    def __post_init__(self) -> None:
        self.consent = FakeConsent(now=self.real.now)
        self.grants = self.process()

    def process(self, *keys: str) -> Grants:
        """Another process on the same store: nothing is kept in its memory."""
        return Grants(
            self.documents,
            self.consent,
            Sealer(keys or self.keys),
            self.clock,
            base_url="https://assistant.example",
            real_now=self.real.now,
        )

    def open(self, caller: Caller = ANA, kind: GrantKind = GMAIL, cookie: str = COOKIE) -> ConsentAsk:
        """Press the button; return what Google is asked."""
        self.grants.consent_url(kind, token_of(self.grants.begin(caller, kind)), cookie)
        return self.consent.asks[-1]

    def come_back(self, ask: ConsentAsk, code: str = "", error: str = "", cookie: str = COOKIE) -> Outcome:
        return self.grants.finish(ask.kind, ask.state, cookie, code, error)

    def connect(self, caller: Caller = ANA, kind: GrantKind = GMAIL, **said: Any) -> Outcome:
        return connect(self.grants, self.consent, caller, kind, **said)

    def access(self, caller: Caller = ANA, kind: GrantKind = GMAIL) -> str:
        return self.grants.access(caller.tenant, caller.user, kind)

    def expired(self, token: str) -> None:
        self.grants.expired(ANA.tenant, ANA.user, GMAIL, token)

    def find(self, caller: Caller = ANA, kind: GrantKind = GMAIL) -> Grant | None:
        return self.grants.find(caller.tenant, caller.user, kind)
