"""What an organisation's calls to a language model cost, day by day, and the limit it may set to it."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from addon.errors import Conflict, Label, Unavailable
from addon.lib.prices import cost_at_most, shown
from addon.ports import Clock, Documents, Snapshot, Usage

MOST_TRIES = 20
_BILLION = 10**9
_USED_UP = {
    "draft": Label("Today's limit for Gemini of {limit} is used up: drafting goes on tomorrow."),
    "assessment": Label("Today's limit for Gemini of {limit} is used up: scoring goes on tomorrow."),
}
"""By purpose."""

_LOG = logging.getLogger("model")


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpend:
    """One day (UTC) of one tenant; ``nanos`` are billionths of the price list's currency."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    nanos: int = 0

    @property
    def cost(self) -> Decimal:
        """Return the cost in the price list's currency."""
        return Decimal(self.nanos) / _BILLION

    def after(self, model: str, usage: Usage) -> DaySpend:
        """Return it with one more answer; a model without a price counts as the dearest."""
        nanos = cost_at_most(model, usage.input_tokens, usage.output_tokens) * _BILLION
        return DaySpend(
            calls=self.calls + usage.calls,
            input_tokens=self.input_tokens + usage.input_tokens,
            output_tokens=self.output_tokens + usage.output_tokens,
            nanos=self.nanos + int(nanos.to_integral_value()),
        )


class Spending:
    """Keeps ``tenants/{t}/model_spend/{yyyy-mm-dd}``. Calls made at the same time may pass the limit together."""

    def __init__(self, documents: Documents, clock: Clock, limit: Decimal | None = None) -> None:
        self._documents = documents
        self._clock = clock
        self._limit = limit

    def check(self, tenant: str, model: str, purpose: str, usage: Usage) -> None:
        """Return if a call of this usual usage is within the day's limit, else raise ``Unavailable`` until tomorrow.

        The last call of a day may pass the limit by what its answer is longer than usual.
        """
        if self._limit is None or not tenant:
            return
        now = self._clock.now()
        if self._day(tenant, now).after(model, usage).cost <= self._limit:
            return
        raise Unavailable(
            _USED_UP.get(purpose, Label("Today's limit for Gemini of {limit} is used up: it goes on tomorrow.")),
            reason="daily_limit",
            retry_at=datetime(now.year, now.month, now.day, tzinfo=now.tzinfo) + timedelta(days=1),
            limit=shown(self._limit),
        )

    def record(self, tenant: str, model: str, usage: Usage) -> None:
        """Add what an answer took; blank tenants are not counted."""
        if not tenant:
            return
        for _ in range(MOST_TRIES):
            try:
                self._add(tenant, model, usage)
            except Conflict:
                continue
            return
        _LOG.warning("model.spend_not_recorded calls=%d", usage.calls)

    def today(self, tenant: str) -> DaySpend:
        """Return what the day took so far."""
        return self._day(tenant, self._clock.now())

    def _add(self, tenant: str, model: str, usage: Usage) -> None:
        now = self._clock.now()
        found = self._find(tenant, now)
        after = asdict(_day(found).after(model, usage))
        if found is None:
            self._documents.create(_collection(tenant), _name(now), after)
        else:
            self._documents.replace(_collection(tenant), _name(now), after, found.version)

    def _day(self, tenant: str, now: datetime) -> DaySpend:
        return _day(self._find(tenant, now))

    def _find(self, tenant: str, now: datetime) -> Snapshot | None:
        return self._documents.get(_collection(tenant), _name(now))


def _collection(tenant: str) -> str:
    return f"tenants/{tenant}/model_spend"


def _name(now: datetime) -> str:
    return now.date().isoformat()


def _day(found: Snapshot | None) -> DaySpend:
    return DaySpend(**{name: found.data[name] for name in DaySpend.__slots__}) if found else DaySpend()
