"""What a request costs in units of Gmail's quota, which is counted per user, project and minute.

Prices: developers.google.com/workspace/gmail/api/reference/quota, with the prices of May 2026 for projects begun after
it. Where that page names none (drafts.get, drafts.list, drafts.delete, sendAs.list) the dearest like method counts: too
high a price only waits a little longer.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class PriceTier(StrEnum):
    """Which prices a project has: that of before May 2026 may spend 15,000 units a minute, that of after 6,000."""

    BEFORE_MAY_2026 = "before_may_2026"
    SINCE_MAY_2026 = "since_may_2026"


UNITS_A_MINUTE: Mapping[PriceTier, int] = {PriceTier.BEFORE_MAY_2026: 15_000, PriceTier.SINCE_MAY_2026: 6_000}
"""Units a user may spend in one project and minute."""

UNITS: Mapping[PriceTier, Mapping[str, int]] = {
    PriceTier.BEFORE_MAY_2026: {
        "getProfile": 1,
        "history.list": 2,
        "messages.list": 5,
        "messages.get": 5,
        "threads.get": 10,
        "drafts.create": 10,
        "drafts.get": 5,
        "drafts.list": 5,
        "drafts.delete": 10,
        "drafts.send": 100,
        "settings.sendAs.list": 5,
        "watch": 100,
        "stop": 50,
    },
    PriceTier.SINCE_MAY_2026: {
        "getProfile": 1,
        "history.list": 2,
        "messages.list": 5,
        "messages.get": 20,
        "threads.get": 40,
        "drafts.create": 10,
        "drafts.get": 20,
        "drafts.list": 5,
        "drafts.delete": 10,
        "drafts.send": 100,
        "settings.sendAs.list": 5,
        "watch": 100,
        "stop": 50,
    },
}


def units_of(method: str, tier: PriceTier = PriceTier.SINCE_MAY_2026) -> int:
    """Return the units of one request, by the method's name in Google's discovery document without ``users.``."""
    return UNITS[tier][method]
