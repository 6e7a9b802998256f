"""Times as people say them: today and tomorrow by name, and spans without saying the day twice."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from cards.words import moment, say


def soon(at: datetime, zone: str, now: datetime | None) -> str:
    """Say when, in the IANA zone ``zone``: by the clock alone where that is today or tomorrow, counted from ``now``."""
    local = at.astimezone(ZoneInfo(zone))
    today = now.astimezone(ZoneInfo(zone)).date() if now else None
    if today and local.date() == today:
        return say("today {time}", time=clock(at, zone))
    if today and local.date() == today + timedelta(days=1):
        return say("tomorrow {time}", time=clock(at, zone))
    return moment(at, zone)


def span(first: datetime, last: datetime, zone: str) -> str:
    """Say from when to when, in the IANA zone ``zone``."""
    begins, ends = (at.astimezone(ZoneInfo(zone)) for at in (first, last))
    if begins.replace(second=0, microsecond=0) >= ends.replace(second=0, microsecond=0):
        return moment(first, zone)
    is_same_day = begins.date() == ends.date()
    return f"{moment(first, zone)} – {clock(last, zone) if is_same_day else moment(last, zone)}"


def clock(at: datetime, zone: str) -> str:
    """Return the time of day."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"
