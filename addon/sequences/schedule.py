"""When a mail may go: the recipient's window, in their own time, on their own working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from addon.sequences.gate_model import Opening
from addon.sequences.recipe_model import Place, Window
from addon.sequences.working_days import MAX_IDLE_DAYS, add_working_days, is_day_off, is_working_day, never_open

_SECOND = timedelta(seconds=1)
_DAY = timedelta(days=1)


def opening(now: datetime, place: Place, window: Window) -> Opening:
    """Return whether the window is open at an aware instant, until when, and when it opens next.

    Local times are those of ``place``: where the window keeps the sender's time, the caller gives the sender's place.
    An open window's ``opens_at`` is the next opening, not the one that is under way. Raises ``Invalid`` if it never
    opens within a year.
    """
    now = now.astimezone(UTC)
    today = _local(now, place).date()
    days = _spans(now, today, place, window)
    opens, closes = next(days)
    if now < opens:
        return Opening(is_open=False, closes_at=None, opens_at=opens, is_holiday=is_day_off(today, place, window))
    return Opening(is_open=True, closes_at=closes, opens_at=next(days)[0])


def due_at(after: datetime, days: int, place: Place, window: Window) -> datetime:
    """Return the first open instant (aware UTC) at least ``days`` working days later on the recipient's calendar.

    Days are counted on the calendar, not by the hour: what follows a mail of Monday evening by one day is due when the
    window opens on Tuesday. 0 days or less are ``after`` itself if the window is open then, else the next opening.
    Raises ``Invalid`` if the window never opens within a year.
    """
    after = after.astimezone(UTC)
    day = add_working_days(_local(after, place).date(), days, place, window)
    opens, _ = next(_spans(after, day, place, window))
    return max(opens, after)


def _spans(now: datetime, first: date, place: Place, window: Window) -> Iterator[tuple[datetime, datetime]]:
    """Yield when the window opens and closes on each working day from ``first`` on, unless that is over at ``now``."""
    idle = 0
    day = first
    while idle < MAX_IDLE_DAYS:
        idle += 1
        if is_working_day(day, place, window):
            opens, closes = _span(day, window.opens, window.closes, place.zone)
            if opens < closes and now < closes:
                idle = 0
                yield opens, closes
        if day == date.max:
            break
        day += _DAY
    raise never_open()


@lru_cache(maxsize=20_000)
def _span(day: date, opens: time, closes: time, zone: str) -> tuple[datetime, datetime]:
    return _instant(day, opens, zone), _instant(day, closes, zone)


def _instant(day: date, at: time, zone: str) -> datetime:
    """Return the first instant at which the clocks of a zone show a time of a day, or a later one if they skip it.

    Of two instants that show the same time, as when summer ends, it is the first: a window is open once a day.
    """
    wall = datetime.combine(day, at.replace(tzinfo=ZoneInfo(zone), fold=0))
    late = wall.astimezone(UTC)
    early = wall.replace(fold=1).astimezone(UTC)
    return late if late <= early else _gap_end(early, late, zone)


def _gap_end(early: datetime, late: datetime, zone: str) -> datetime:
    """Return the instant between two, to the second, from which on the clocks of a zone have been put forward."""
    info = ZoneInfo(zone)
    ahead = late.astimezone(info).utcoffset()
    while late - early > _SECOND:
        middle = early + (late - early) / 2
        if middle.astimezone(info).utcoffset() == ahead:
            late = middle
        else:
            early = middle
    return late.replace(microsecond=0)


def _local(now: datetime, place: Place) -> datetime:
    return now.astimezone(ZoneInfo(place.zone))
