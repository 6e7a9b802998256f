"""A model that writes a mail for each row it is asked for, from the row's own data, and misbehaves where told to."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from addon.drafting.prompt import DATA_BEGINS, DATA_ENDS, DRAFTS_SCHEMA
from addon.lib.json_text import fits
from addon.ports import ModelAnswer, ModelRequest, Usage

Row = Mapping[str, Any]
Mail = dict[str, Any]


def item(text: str, *sources: str) -> dict[str, Any]:
    return {"text": text, "sources": list(sources)}


def mail(key: str, row: Row, us: Row) -> Mail:
    """Return a mail of some 60 words whose claims stand in the row."""
    known = {name: value for name, value in row["prospect"].items() if len(value) < 40}
    name, value = next(iter(known.items()), ("", "your work"))
    asks = any("No question" in text for text in us.get("rules", ()))
    return {
        "row": key,
        "subject": f"A question for {value}",
        "sentences": [
            item(
                f"I am writing because of {value} and the everyday work that comes with it.", *([name] if name else [])
            ),
            item(
                "We help teams to spend less time on the same steps every week, and to see early what needs a person."
            ),
            item("Nothing has to change at once, as most people begin with one small part and look at it together."),
            item("A short talk is usually enough to tell whether that is of any use to you or not at all."),
            *([] if asks else [item("Would a short call be useful?")]),
        ],
    }


def rows_of(request: ModelRequest) -> dict[str, Row]:
    """Return the rows a request asks for, by key."""
    data = json.loads(request.data.removeprefix(DATA_BEGINS).removesuffix(DATA_ENDS))
    return dict(data["rows"])


class BatchWriter:
    """Answers each request with a mail a row; ``refuse`` may raise for the rows of a call, ``spoil`` edit the mails."""

    def __init__(
        self,
        refuse: Callable[[Mapping[str, Row]], None] = lambda rows: None,
        spoil: Callable[[list[Mail]], list[Mail]] = lambda mails: mails,
        name: str = "fake-model",
    ) -> None:
        self.name = name
        self.refuse = refuse
        self.spoil = spoil
        self.requests: list[ModelRequest] = []

    @property
    def asked(self) -> list[list[Row]]:
        """The rows of each call so far."""
        return [list(rows_of(request).values()) for request in self.requests]

    def models(self) -> tuple[str, ...]:
        return (self.name,)

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        rows = rows_of(request)
        self.requests.append(request)
        self.refuse(rows)
        rules = {"rules": [request.instructions]}
        answer = {"drafts": self.spoil([mail(key, row, rules) for key, row in rows.items()])}
        assert fits(answer, schema), "the fake answers what was asked"
        assert schema is DRAFTS_SCHEMA
        usage = Usage(input_tokens=100 * len(rows), output_tokens=50 * len(rows), calls=1)
        return ModelAnswer(data=answer, usage=usage, model=self.name)
