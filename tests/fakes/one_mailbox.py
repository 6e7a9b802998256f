"""A mailbox that only says whose it is and as whom it may send: all that accounts ask of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

from addon.accounts.sender_model import Alias
from addon.errors import AssistantError
from addon.ports import Mailbox
from addon.sequences.mail_model import Profile
from tests.cast import ANA

PRIMARY = Alias(address=ANA.email, name="Ana Lindqvist", is_primary=True, is_default=True)


@dataclass
class OneMailbox:
    """Opens itself for any token. ``trouble`` is raised by the next calls, one each."""

    address: str = ANA.email
    known: tuple[Alias, ...] = (PRIMARY,)
    trouble: list[AssistantError] = field(default_factory=list)
    calls: Counter[str] = field(default_factory=Counter)
    tokens: list[str] = field(default_factory=list)

    def open(self, access_token: str, spend: Callable[[int], None] = lambda units: None) -> Mailbox:
        self.tokens.append(access_token)
        return cast("Mailbox", cast("Any", self))

    def profile(self) -> Profile:
        self._begin("profile")
        return Profile(address=self.address, history_id="1")

    def aliases(self) -> tuple[Alias, ...]:
        self._begin("aliases")
        return self.known

    def _begin(self, method: str) -> None:
        self.calls[method] += 1
        if self.trouble:
            raise self.trouble.pop(0)
