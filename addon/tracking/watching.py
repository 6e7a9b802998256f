"""When Gmail is asked to tell of a mailbox, and what its answer means: pure."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from addon.sequences.mail_model import Watch
from addon.tracking.watch_model import Watched

LONGEST = timedelta(days=7)
"""A watch lasts a week (Gmail's guide to push notifications); what says more is not believed."""

SPARE = timedelta(days=2)
"""How long before its end a watch is renewed."""

AT_MOST_EVERY = timedelta(hours=1)
"""How often a watch is renewed at most, however short it is."""

REFUSED_FOR = timedelta(days=1)
"""When Gmail is asked again that refused: somebody may have mended the topic meanwhile."""

LATER = timedelta(minutes=15)
"""When Gmail is asked again that gave no answer and did not say when."""


def begun(old: Watched, topic: str, answer: Watch, now: datetime) -> Watched:
    """Return the watch that Gmail's answer began."""
    expires_at = min(answer.expires_at, now + LONGEST)
    ask_at = max(expires_at - SPARE, now + AT_MOST_EVERY)
    return replace(old, topic=topic, expires_at=expires_at, ask_at=ask_at, refused="")


def refused(old: Watched, topic: str, reason: str, now: datetime) -> Watched:
    """Return the watch after Gmail refused to begin one, or to renew it: what is alive runs on to its end."""
    return replace(_for(old, topic), ask_at=now + REFUSED_FOR, refused=reason)


def put_off(old: Watched, topic: str, until: datetime | None, now: datetime) -> Watched:
    """Return the watch after Gmail could not be asked: it is asked ``until`` then, or after a while."""
    return replace(_for(old, topic), ask_at=max(until or now, now + LATER))


def _for(old: Watched, topic: str) -> Watched:
    return old if old.topic == topic else replace(old, topic=topic, expires_at=None)
