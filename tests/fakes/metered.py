"""Several metered models on one store, each as in a process of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Any

import pytest

from addon.adapters.metered_model import MeteredModel
from addon.errors import AssistantError, Rejected, Unavailable
from addon.lib.bucket import Limit
from addon.ports import Documents, ModelAnswer, ModelRequest
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.text_model import USAGE

ANSWER = {"text": "Hello, Ana."}
SCHEMA = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}
MODEL = "gemini-3.5-flash-lite"
KEY = "AIza-a-key-nobody-may-see"
FULL = Limit(calls=10, tokens=1_000_000)
BAD_KEY = Rejected("Gemini refused the API key: check GEMINI_API_KEY.", reason="bad_key")
RATE_LIMITED = Unavailable("Gemini's rate limit is reached.", reason="rate_limited")


class Vendor:
    """A model that notes when it is called; ``act`` may raise, or let time pass."""

    name = MODEL

    def __init__(self, clock: FakeClock, act: Callable[[], None] = lambda: None) -> None:
        self.clock = clock
        self.act = act
        self.called_at: list[datetime] = []

    def models(self) -> tuple[str, ...]:
        return (MODEL,)

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        self.called_at.append(self.clock.now())
        self.act()
        return ModelAnswer(data={"text": request.data}, usage=USAGE, model=self.name)


class Workers:
    """Several metered models on one store, each as in a process of its own."""

    def __init__(self, count: int = 2, limit: Limit = FULL, **more: Any) -> None:
        self.clock = FakeClock()
        self.documents = FakeDocuments()
        self.vendor = Vendor(self.clock)
        self.limit, self.more = limit, more
        self.models = [self.start(seed=seed) for seed in range(count)]

    def start(
        self, vendor: Any = None, *, key: str = KEY, seed: int = 0, documents: Documents | None = None
    ) -> MeteredModel:
        return MeteredModel(
            vendor or self.vendor,
            documents or self.documents,
            self.clock,
            key=key,
            limit=self.limit,
            rng=Random(seed),
            **self.more,
        )

    @property
    def calls(self) -> int:
        return len(self.vendor.called_at)

    def fail_with(self, error: AssistantError | None) -> None:
        def act() -> None:
            if error:
                raise error

        self.vendor.act = act


def asked(data: str = "one", tenant: str = "acme", **more: Any) -> ModelRequest:
    return ModelRequest(instructions="Write.", data=data, tenant=tenant, purpose="draft", **more)


def unavailable(model: MeteredModel, request: ModelRequest) -> Unavailable:
    with pytest.raises(Unavailable) as caught:
        model.generate(request, SCHEMA)
    return caught.value


def waits(model: MeteredModel, request: ModelRequest) -> datetime | None:
    """Ask, and return when to ask again where the minute is full."""
    try:
        model.generate(request, SCHEMA)
    except Unavailable as full:
        return full.retry_at
    return None


def most_in_a_minute(times: list[datetime]) -> int:
    return max((sum(at <= other <= at + timedelta(seconds=60) for other in times) for at in times), default=0)
