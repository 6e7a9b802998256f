"""A model that answers what it was told to, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from addon.errors import AssistantError
from addon.lib.json_text import fits
from addon.ports import ModelAnswer, ModelRequest, Unusable, Usage

USAGE = Usage(input_tokens=120, output_tokens=40, calls=1)
"""What every answer took."""


class FakeTextModel:
    """Outcomes are JSON objects to answer with or errors to raise; the last is used again and again.

    ``usable`` are the models it says the key can call, or the error it raises instead.
    """

    def __init__(self, *outcomes: Mapping[str, Any] | AssistantError, name: str = "fake-model") -> None:
        self.name = name
        self.outcomes = deque(outcomes)
        self.requests: list[ModelRequest] = []
        self.usable: tuple[str, ...] | AssistantError = (name,)

    def models(self) -> tuple[str, ...]:
        if isinstance(self.usable, AssistantError):
            raise self.usable
        return self.usable

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        self.requests.append(request)
        outcome = self.outcomes.popleft() if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, AssistantError):
            raise outcome
        if not fits(outcome, schema):
            raise Unusable("Not the JSON that was asked for.", reason="not_json", usage=USAGE)
        return ModelAnswer(data=outcome, usage=USAGE, model=self.name)
