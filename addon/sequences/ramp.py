"""How many mails a mailbox may send: few at first, more for every day on which nothing bounced (PRODUCT, Defaults)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from addon.accounts.policy_model import Policy
from addon.sequences.campaign_model import MailboxRecord

DAY = timedelta(hours=24)
"""A cap is for any 24 hours, as Google counts, not for a calendar day."""


def cap_today(policy: Policy, recipe_cap: int, record: MailboxRecord) -> int:
    """Return the mails the mailbox may send in 24 hours; ``recipe_cap`` lowers it, 0 or less leaves it alone."""
    ramped = policy.first_cap + policy.ramp * max(0, record.clean_days)
    cap = min(policy.daily_cap, ramped)
    return max(0, min(cap, recipe_cap) if recipe_cap > 0 else cap)


def caps_ahead(policy: Policy, recipe_cap: int, record: MailboxRecord) -> tuple[int, ...]:
    """Return the caps of the days with mails to come, today's first, if nothing bounces; the last one stays."""
    clean, caps = max(0, record.clean_days), [cap_today(policy, recipe_cap, record)]
    while (ahead := cap_today(policy, recipe_cap, replace(record, clean_days=clean + len(caps)))) > caps[-1]:
        caps.append(ahead)
    return tuple(caps)


def left(record: MailboxRecord, cap: int, now: datetime) -> tuple[int, datetime | None]:
    """Return how many mails may still go, and if none may, when one is free again (None: never under this cap)."""
    recent = sorted(at for at in record.sent if at > now - DAY)
    if len(recent) < cap:
        return cap - len(recent), None
    # A cap that was lowered meanwhile is free again only when enough of the mails beyond it are a day old.
    return 0, recent[len(recent) - cap] + DAY if cap > 0 else None


def counted_day(record: MailboxRecord, now: datetime, zone: str) -> MailboxRecord:
    """Return the record of a mailbox that sends now: on a new day the last day of sending is counted as clean.

    Days without mails prove nothing and do not count; ``zone`` says when a day begins.
    """
    today = _day(now, zone)
    if record.last_day >= today:
        return record
    clean = max(0, record.clean_days) + (1 if record.last_day else 0)
    return replace(record, clean_days=clean, last_day=today)


def refused(record: MailboxRecord, asked_at: datetime | None) -> MailboxRecord:
    """Return the record of a mailbox of which Gmail did not take the mail asked for then: it counts for no cap."""
    return replace(record, sent=tuple(at for at in record.sent if at != asked_at))


def after_bounce(record: MailboxRecord, now: datetime, zone: str) -> MailboxRecord:
    """Return the record of a mailbox one of whose mails bounced: the ramp starts again, with tomorrow's mails."""
    return replace(record, clean_days=0, last_day=_day(now + DAY, zone))


def _day(now: datetime, zone: str) -> str:
    return now.astimezone(ZoneInfo(zone)).date().isoformat()
