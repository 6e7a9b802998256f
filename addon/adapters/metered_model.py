"""A TextModel that watches over another: no question is paid twice, no limit is passed, no refused key tried again."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from random import Random
from typing import Any

from addon.adapters.model_answers import Answers, key_of
from addon.adapters.model_budget import Budget
from addon.adapters.model_spend import Spending
from addon.errors import Rejected, Unavailable
from addon.lib.bucket import Limit
from addon.lib.prices import cost, tokens_of
from addon.ports import Clock, Documents, ModelAnswer, ModelRequest, TextModel, Unusable, Usage

SHORT_ANSWER = 500
"""Tokens that an answer to a short question may take."""

OF_THE_KEY, OF_THE_MODEL = "bad_key", "no_such_model"
"""Refusals that every other question would meet as well."""

_LOG = logging.getLogger("model")


class MeteredModel:
    """Asks ``model`` within the limits of its key, which all processes on one store share. Never sleeps.

    ``key`` names the budget and is stored as a digest only. ``daily_limit`` is per tenant and day, in the price list's
    currency; None for none.
    """

    def __init__(
        self,
        model: TextModel,
        documents: Documents,
        clock: Clock,
        *,
        key: str,
        limit: Limit,
        daily_limit: Decimal | None = None,
        rng: Random | None = None,
    ) -> None:
        self.name = model.name
        self._model = model
        self._answers = Answers(documents, clock)
        self._budget = Budget(documents, clock, key=key, limit=limit, rng=rng)
        self._spending = Spending(documents, clock, daily_limit)

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        """Return the answer, kept or new; ``Unavailable`` also when a minute's or the day's limit is reached."""
        answer = self._answers.get_or_ask(
            key_of(self.name, request, schema),
            lambda: self._ask(request, schema),
            purpose=request.purpose,
            fresh=request.fresh,
        )
        if answer.usage.calls:
            self._spend(request, answer.usage, "answered")
        return answer

    def models(self) -> tuple[str, ...]:
        """Return the models the key may call; also what ends the memory of a refused key."""
        try:
            found = self._model.models()
        except Rejected as refusal:
            self._remember(refusal)
            raise
        if self.name in found:
            self._budget.reopen()
        return found

    def _ask(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        at_most = _estimate(request)
        # The longest answer allowed is many times a usual one, which is no longer than its question.
        longest = max(at_most.input_tokens, SHORT_ANSWER)
        usual = replace(at_most, output_tokens=min(longest, at_most.output_tokens))
        self._spending.check(request.tenant, self.name, request.purpose, usual)
        reserved = at_most.input_tokens + at_most.output_tokens
        place = self._budget.reserve(self.name, reserved)
        try:
            answer = self._model.generate(request, schema)
        except Unavailable as outage:
            raise self._budget.fail(outage) from outage
        except Unusable as useless:
            self._budget.settle(place, useless.usage.input_tokens + useless.usage.output_tokens - reserved)
            self._spend(request, useless.usage, useless.reason)
            raise
        except Rejected as refusal:
            self._remember(refusal)
            raise
        self._budget.settle(place, answer.usage.input_tokens + answer.usage.output_tokens - reserved)
        return answer

    def _remember(self, refusal: Rejected) -> None:
        if refusal.reason in (OF_THE_KEY, OF_THE_MODEL):
            self._budget.refuse(refusal, self.name if refusal.reason == OF_THE_MODEL else "")

    def _spend(self, request: ModelRequest, usage: Usage, outcome: str) -> None:
        self._spending.record(request.tenant, self.name, usage)
        _LOG.info(
            "model.called outcome=%s purpose=%s model=%s calls=%d input_tokens=%d output_tokens=%d cost=%s",
            outcome,
            request.purpose or "-",
            self.name,
            usage.calls,
            usage.input_tokens,
            usage.output_tokens,
            cost(self.name, usage.input_tokens, usage.output_tokens),
        )


def _estimate(request: ModelRequest) -> Usage:
    """Return what a call takes at most: a quarter more than the text looks like, and the longest answer allowed."""
    asked = tokens_of(request.instructions) + tokens_of(request.data)
    return Usage(input_tokens=asked * 5 // 4, output_tokens=request.max_output_tokens, calls=1)
