"""NoEars: the ears of a mailbox into which nothing comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from addon.sequences.desk_dispatch import Desk
from addon.sequences.mail_model import Added


class NoEars:
    """Into this mailbox nothing comes."""

    def listen(self, desk: Desk, is_time_up: Callable[[], bool]) -> bool:
        return True

    def next_hearing(self, desk: Desk, due: datetime | None) -> datetime | None:
        return None

    def heard(self, desk: Desk, messages: Sequence[Added]) -> set[str]:
        return set()
