"""When each mail of a campaign would go: what the timeline promises before anything is sent."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from addon.sequences.gate import MIN_LEFT
from addon.sequences.jitter import pause_after
from addon.sequences.ramp import DAY
from addon.sequences.recipe_model import Place, Window
from addon.sequences.schedule import due_at, opening
from addon.sequences.working_days import never_open

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """One person's way through a campaign: where they are, when the first mail is due, and the days before each other.

    ``id`` makes the pauses between mails the same each time; ``delays`` are working days, one for each later step.
    """

    id: str
    place: Place
    due_at: datetime
    delays: tuple[int, ...] = ()


def spread(
    courses: Sequence[Course],
    caps: Sequence[int],
    window: Window,
    *,
    sent: Iterable[datetime] = (),
    zone: str = "UTC",
) -> tuple[tuple[datetime, ...], ...]:
    """Return for each person, in order, the instants (aware UTC) at which the steps would go from one mailbox.

    One mail goes at a time, the one that has been due longest first, with the usual pauses, in each person's window.
    ``caps`` (``ramp.caps_ahead``) are the mails in any 24 hours on the first day with mails, the second and so on, the
    last one from then on; ``zone`` says when a day begins, ``sent`` what went in the last 24 hours. Raises ``Invalid``
    if the window never opens.
    """
    if _length(window) < MIN_LEFT:
        raise never_open()
    planned: list[list[datetime]] = [[] for _ in courses]
    mailbox = _Mailbox(caps, sent, zone)
    waiting = [(due_at(one.due_at, 0, one.place, window), at) for at, one in enumerate(courses)]
    heapq.heapify(waiting)
    while waiting:
        due, at = heapq.heappop(waiting)
        one, steps = courses[at], planned[at]
        goes = max(due, mailbox.free_at)
        now = opening(goes, one.place, window)
        if now.closes_at is None or now.closes_at - goes < MIN_LEFT:
            heapq.heappush(waiting, (now.opens_at, at))
            continue
        mailbox.send(goes, f"{one.id}:{len(steps)}")
        steps.append(goes)
        if len(steps) <= len(one.delays):
            heapq.heappush(waiting, (due_at(goes, one.delays[len(steps) - 1], one.place, window), at))
    return tuple(map(tuple, planned))


def _length(window: Window) -> timedelta:
    day = date.min
    return datetime.combine(day, window.closes) - datetime.combine(day, window.opens)


class _Mailbox:
    """What keeps mails apart: the pause after each, and the cap of any 24 hours. Never a cap below 1: time must end."""

    def __init__(self, caps: Sequence[int], sent: Iterable[datetime], zone: str) -> None:
        self._caps = deque(max(1, cap) for cap in caps or (1,))
        self._recent = sorted(sent)
        self._zone = ZoneInfo(zone)
        self._day: date | None = None
        self.free_at = self._cap_free_at()

    def send(self, at: datetime, send_id: str) -> None:
        """Note a mail; ``free_at`` is then when the next one may go."""
        day = at.astimezone(self._zone).date()
        if self._day is not None and day > self._day and len(self._caps) > 1:
            self._caps.popleft()
        self._day = day
        self._recent.append(at)
        self.free_at = max(at + pause_after(send_id), self._cap_free_at())

    def _cap_free_at(self) -> datetime:
        cap = self._caps[0]
        return self._recent[-cap] + DAY if len(self._recent) >= cap else _LONG_AGO
