"""What Gmail says when it refuses, as one of the four errors with the reasons ``Mailbox`` promises.

Google's texts are no contract: what is not known by its status and reason counts as "nobody knows", which for a send
means that evidence is looked for before anything else happens.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from addon.adapters.google import retry_at
from addon.errors import AssistantError, Rejected, Unavailable

QUOTA_PAUSE = timedelta(minutes=1)
"""How long a limit lasts that does not say so: units are counted by the minute."""

MAIL_PAUSE = timedelta(hours=24)
"""How long the limit of mails lasts that does not say so: it is counted over 24 hours."""

CONCURRENT_PAUSE = timedelta(seconds=1)

_RATES = ("ratelimitexceeded", "userratelimitexceeded", "quotaexceeded", "rate_limit_exceeded", "resource_exhausted")
_OF_THE_MAIL = ("invalidargument", "invalid_argument", "badrequest", "failedprecondition", "failed_precondition")

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """An error of Google's: status, lower-cased words that say why, lower-cased sentences, and the text as it came."""

    status: int
    reasons: frozenset[str]
    said: str
    text: str


def gmail_error(error: Any, now: Clock) -> AssistantError:
    """Translate an ``HttpError`` of googleapiclient."""
    refusal = read(int(error.resp.status), error.content)
    return (
        _limit(error, refusal, now())
        or _access(refusal)
        or _request(refusal)
        or Unavailable("Google is busy.", reason="server_error", retry_at=retry_at(error, refusal.text, now()))
    )


def read(status: int, content: bytes) -> Refusal:
    """Return what an answer's body says; a body of any other shape says nothing."""
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    told = found.get("error") if isinstance(found, Mapping) else None
    texts = list(_texts(told)) if isinstance(told, Mapping) else []
    words = [value for key, value in texts if key in ("reason", "status")]
    said = " ".join(value for key, value in texts if key == "message")
    return Refusal(status=status, reasons=frozenset(word.lower() for word in words), said=said.lower(), text=said)


def _texts(told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the named texts of an error and of its entries; Google has moved them about over the years."""
    entries = [told]
    for name in ("errors", "details"):
        listed = told.get(name)
        entries += [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    for entry in entries:
        yield from ((key, value) for key, value in entry.items() if isinstance(value, str))


def _limit(error: Any, refusal: Refusal, now: datetime) -> AssistantError | None:
    if refusal.status not in (403, 429):
        return None
    until = retry_at(error, refusal.text, now)
    if "(mail sending)" in refusal.said:
        return Unavailable(
            "Gmail takes no more mails from this mailbox today.",
            reason="mail_limit",
            retry_at=until or now + MAIL_PAUSE,
        )
    if "too many concurrent" in refusal.said:
        return Unavailable("Google is busy.", reason="concurrent", retry_at=until or now + CONCURRENT_PAUSE)
    if "dailylimitexceeded" in refusal.reasons:
        return _rate(until or _midnight(now))
    is_rate = refusal.status == 429 or refusal.reasons & set(_RATES) or "quota exceeded" in refusal.said
    return _rate(until or now + QUOTA_PAUSE) if is_rate else None


def _rate(until: datetime) -> Unavailable:
    return Unavailable("Google's limit is reached for the moment.", reason="rate_limited", retry_at=until)


def _midnight(now: datetime) -> datetime:
    """Return when Google's days of quota end: at midnight in California."""
    there = now.astimezone(ZoneInfo("America/Los_Angeles"))
    return (there + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(now.tzinfo)


def _access(refusal: Refusal) -> AssistantError | None:
    if refusal.status == 401:
        return Rejected("Google no longer accepts this access.", reason="access_expired")
    if refusal.status != 403:
        return None
    if refusal.reasons & {"access_token_scope_insufficient", "insufficientpermissions"}:
        return Rejected(
            "Gmail was connected without all permissions. Disconnect it, connect it again and leave every box ticked.",
            reason="no_access",
        )
    if refusal.reasons & {"accessnotconfigured", "service_disabled"}:
        return Rejected(
            "The Gmail API is switched off in this server's Google Cloud project. Whoever runs the server switches it "
            "on there under APIs & Services, Library.",
            reason="no_access",
        )
    if "cloud pubsub" in refusal.said:
        return Rejected("Gmail may not publish to this topic.", reason="no_topic")
    if "domainpolicy" in refusal.reasons:
        return Rejected(
            "Your organisation does not let this app use Gmail. Its administrator allows it in the Admin console under "
            "Security, API controls.",
            reason="no_access",
        )
    return Rejected("Google does not let us into this mailbox.", reason="no_access")


def _request(refusal: Refusal) -> AssistantError | None:
    """Return what is wrong with a request; None where Google may only have had a bad moment."""
    if refusal.status in (404, 410):
        return Rejected("Gmail does not have this any more.", reason="not_found")
    if refusal.status == 413:
        return _bad_mail()
    if refusal.status != 400:
        return None
    if "mail service not enabled" in refusal.said:
        return Rejected("This Google account has no Gmail, or it is switched off.", reason="no_mailbox")
    if "not a draft" in refusal.said:
        return Rejected("This draft is no draft any more.", reason="not_a_draft")
    if "push notification client" in refusal.said:
        return Rejected("Another topic is told of this mailbox already.", reason="other_topic")
    if "precondition check failed" in refusal.said:
        return None
    return _bad_mail() if refusal.reasons & set(_OF_THE_MAIL) else None


def _bad_mail() -> Rejected:
    return Rejected("Gmail does not take this mail: see whether the address is right.", reason="bad_mail")
