"""A booking service that answers what it was told to."""

from __future__ import annotations

from addon.errors import AssistantError


class FakeBookings:
    """``outcome`` is the name on the account, or the error to raise."""

    def __init__(self, outcome: str | AssistantError = "Nordwind Sales") -> None:
        self.outcome = outcome

    def account(self) -> str:
        if isinstance(self.outcome, AssistantError):
            raise self.outcome
        return self.outcome
