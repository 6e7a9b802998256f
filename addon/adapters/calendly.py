"""Bookings over Calendly's API v2, with one personal access token."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from addon.errors import AssistantError, Rejected, Unavailable
from addon.ports import Clock

TIMEOUT_SECONDS = 10.0

LONGEST_WAIT = timedelta(hours=1)
"""Calendly's limits are by the minute; a longer hint is not believed."""


class Calendly:
    """Calendly. Makes no call before it is asked something."""

    def __init__(self, api_key: str, endpoint: str, clock: Clock, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._api_key = api_key
        self._endpoint = endpoint.rstrip("/")
        self._clock = clock
        self._timeout_seconds = timeout_seconds

    def account(self) -> str:
        """Return the name on the account of the key; see ``Bookings``."""
        resource = self._get("/users/me").get("resource")
        name = resource.get("name") if isinstance(resource, dict) else None
        if not isinstance(name, str) or not name.strip():
            raise _unreadable()
        return name.strip()[:200]

    @cached_property
    def _pool(self) -> Any:
        from addon.adapters.transport import Pool  # with its vendors 0.2 s: not before the first call

        return Pool(self._timeout_seconds)

    def _get(self, path: str) -> dict[str, Any]:
        import requests

        http = self._pool.authorized(self._api_key)
        try:
            response, content = http.request(f"{self._endpoint}{path}", headers={"Accept": "application/json"})
        except (requests.RequestException, OSError) as outage:
            raise Unavailable("Calendly did not answer.", reason="no_answer") from outage
        if response.status != 200:
            raise self._translated(int(response.status), str(response.get("retry-after", "")))
        try:
            found = json.loads(content)
        except ValueError as nonsense:
            raise _unreadable() from nonsense
        if not isinstance(found, dict):
            raise _unreadable()
        return found

    def _translated(self, status: int, retry_after: str) -> AssistantError:
        if status == 429:
            retry_at = self._retry_at(retry_after)
            return Unavailable("Calendly's limit is reached for the moment.", reason="rate_limited", retry_at=retry_at)
        if status == 408 or status >= 500:
            return Unavailable("Calendly is not available at the moment.", reason="server_error")
        if status == 401:
            return Rejected("Calendly refused the key: check CALENDLY_API_KEY.", reason="bad_key")
        if status == 403:
            return Rejected(
                "Calendly's key may not read its account: make a personal access token with the scope users:read.",
                reason="bad_key",
            )
        return Rejected("Calendly refused the request.", reason="refused")

    def _retry_at(self, retry_after: str) -> datetime | None:
        if not (retry_after.isascii() and retry_after.isdigit()):
            return None
        return self._clock.now() + min(timedelta(seconds=int(retry_after[:9])), LONGEST_WAIT)


def _unreadable() -> Unavailable:
    return Unavailable("Calendly's answer could not be read.", reason="unreadable")
