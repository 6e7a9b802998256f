"""The mailboxes the contract is run on: the fake, and the real adapter over the wire to it and to the playground."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from addon.adapters.gmail import GmailMailboxes
from addon.ports import Mailbox
from tests.contract.playground_account import PlaygroundAccount
from tests.fakes.clock import FakeClock
from tests.fakes.gmail_account import FakeAccount
from tests.fakes.gmail_server import GmailServer
from tests.fakes.mailboxes import FakeMailboxes
from tests.playground.world_double import SCOPES, FakeToken, FakeWorld, served

ADDRESS = "ana@nordwind.example"
GMAIL_SCOPES = frozenset(SCOPES + name for name in ("gmail.compose", "gmail.readonly", "gmail.settings.basic"))


class Bench(Protocol):
    """A mailbox, and the account behind it that a test may touch as its owner would."""

    account: FakeAccount
    clock: FakeClock

    def open(self, token: str = "good", spend: Callable[[int], None] = ...) -> Mailbox: ...
    def close(self) -> None: ...


class FakeBench:
    """The fake."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.world = FakeMailboxes(self.clock)
        self.account = self.world.add(ADDRESS, token="good")

    def open(self, token: str = "good", spend: Callable[[int], None] = lambda _: None) -> Mailbox:
        return self.world.open(token, spend)

    def close(self) -> None:
        return


class WireBench:
    """google-api-python-client over the wire to the same account."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        self.account = FakeAccount(ADDRESS, self.clock)
        self.server = GmailServer(self.account)
        self.mailboxes = GmailMailboxes(self.server.url, timeout_seconds=5, now=self.clock.now)

    def open(self, token: str = "good", spend: Callable[[int], None] = lambda _: None) -> Mailbox:
        return self.mailboxes.open(token, spend)

    def close(self) -> None:
        self.server.stop()


class PlaygroundBench:
    """google-api-python-client over the wire to the playground."""

    def __init__(self) -> None:
        self.clock = FakeClock()
        world = FakeWorld(clock=self.clock)
        world.access.tokens["good"] = FakeToken(scopes=GMAIL_SCOPES)
        self.account = PlaygroundAccount(world.mailboxes)
        self._serving = served(world)
        self.mailboxes = GmailMailboxes(self._serving.__enter__(), timeout_seconds=5, now=self.clock.now)

    def open(self, token: str = "good", spend: Callable[[int], None] = lambda _: None) -> Mailbox:
        return self.mailboxes.open(token, spend)

    def close(self) -> None:
        self._serving.__exit__(None, None, None)
