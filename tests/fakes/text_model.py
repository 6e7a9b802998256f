"""A model that answers what it was told to, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from addon.errors import AssistantError, Rejected
from addon.lib.json_text import fits
from addon.ports import ModelAnswer, ModelRequest, Usage


class FakeTextModel:
    """Outcomes are JSON objects to answer with or errors to raise; the last is used again and again."""

    def __init__(self, *outcomes: Mapping[str, Any] | AssistantError, name: str = "fake-model") -> None:
        self.name = name
        self.outcomes = deque(outcomes)
        self.requests: list[ModelRequest] = []

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        self.requests.append(request)
        outcome = self.outcomes.popleft() if len(self.outcomes) > 1 else self.outcomes[0]
        if isinstance(outcome, AssistantError):
            raise outcome
        if not fits(outcome, schema):
            raise Rejected("Not the JSON that was asked for.", reason="not_json")
        return ModelAnswer(data=outcome, usage=Usage(input_tokens=120, output_tokens=40, calls=1), model=self.name)
