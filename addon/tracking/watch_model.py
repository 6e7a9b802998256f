"""What is kept of a mailbox that Gmail tells us about by Pub/Sub."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """Until when Gmail tells ``topic`` of the mailbox's news, None where it does not; and when to ask for it next.

    ``refused`` is the reason Gmail gave the last time, ``""`` where it did as it was asked.
    """

    tenant: str
    user: str
    topic: str = ""
    expires_at: datetime | None = None
    ask_at: datetime | None = None
    refused: str = ""
    version: str = ""

    def is_alive(self, topic: str, now: datetime) -> bool:
        """Whether Gmail tells that topic by now."""
        return self.topic == topic and self.expires_at is not None and self.expires_at > now

    def is_due(self, topic: str, now: datetime) -> bool:
        """Whether Gmail is to be asked: for the first time, anew, again, or for another topic."""
        return self.topic != topic or self.ask_at is None or self.ask_at <= now
