"""What the Google APIs answer when they do not answer: status codes and reasons become the four errors."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from addon.errors import AssistantError, Invalid, Rejected, Unavailable

_RETRY_AFTER_INSTANT = re.compile(r"Retry after (\d{4}-\d\d-\d\dT[\d:.]+Z)")
_RATE_REASONS = ("rateLimitExceeded", "userRateLimitExceeded", "Quota exceeded", "RATE_LIMIT_EXCEEDED")

_MOST_DIGITS = 7
"""Digits of a Retry-After in seconds: some hundred days; more is no number of seconds."""

_PROTECTED = "protected cell or object"
"""What Google says, with 400 or 403, of a write into a protected range, or beside one that an insert would widen."""

PROTECTED = (
    "A protected range covers our columns, or the place where they go: Google does not let us write there for you. "
    "Ask the owner of the sheet to let you edit it (Data, Protect sheets and ranges), then go on."
)


def call(request: Any, http: Any, translate: Callable[[Any], AssistantError] | None = None) -> Any:
    """Execute a googleapiclient request exactly once and return its JSON; raise one of the four.

    ``translate`` makes one of an ``HttpError``; without it the words are those of a spreadsheet.
    """
    import requests
    from googleapiclient.errors import HttpError

    from addon.adapters.transport import BodyTooLarge

    try:
        return request.execute(http=http, num_retries=0)
    except HttpError as error:
        raise (translate or _translated)(error) from error
    except BodyTooLarge as error:
        raise Invalid("This tab holds more than can be read at once.", reason="too_large") from error
    except (requests.RequestException, OSError) as error:
        raise Unavailable("Google did not answer.", reason="no_answer") from error


def _translated(error: Any) -> AssistantError:
    status = int(error.resp.status)
    text = _message(error.content)
    limited = status == 429 or (status == 403 and any(reason in text for reason in _RATE_REASONS))
    if limited:
        return Unavailable(
            "Google's limit is reached for the moment.", reason="rate_limited", retry_at=retry_at(error, text)
        )
    if status in (408, 409) or status >= 500:
        return Unavailable("Google is busy.", reason="server_error", retry_at=retry_at(error, text))
    if status == 401:
        return Rejected("Google no longer accepts this access.", reason="access_expired")
    if status in (400, 403) and _PROTECTED in text.casefold():
        return Rejected(PROTECTED, reason="protected")
    if status == 403:
        return Rejected("Google does not let us into this file.", reason="no_access")
    if status == 404:
        return Rejected("This file is gone, or it is not shared with you any more.", reason="not_found")
    return Invalid(
        "Google could not do that: the tab may have been deleted or changed. Press Refresh.", reason="bad_request"
    )


def _message(content: bytes) -> str:
    try:
        found = json.loads(content)
    except ValueError:
        return ""
    return json.dumps(found.get("error", "")) if isinstance(found, dict) else ""


def retry_at(error: Any, text: str, now: datetime | None = None) -> datetime | None:
    """Return when Google says to come back, in the text or in the Retry-After header; None where it says nothing."""
    if found := _RETRY_AFTER_INSTANT.search(text):
        with contextlib.suppress(ValueError):
            return datetime.fromisoformat(found[1].replace("Z", "+00:00"))
    seconds = str(error.resp.get("retry-after", ""))
    is_number = seconds.isascii() and seconds.isdigit() and len(seconds) <= _MOST_DIGITS
    return (now or datetime.now(UTC)) + timedelta(seconds=int(seconds)) if is_number else None
