"""The metered model: no question is paid twice, and what answers cost is counted and limited."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from threading import Barrier
from typing import Any

import pytest

from addon.adapters.model_budget import COLLECTION
from addon.adapters.model_spend import Spending
from addon.lib.bucket import Limit
from addon.ports import ModelRequest, Unusable, Usage
from tests.fakes.documents import FakeDocuments
from tests.fakes.metered import (
    ANSWER,
    KEY,
    MODEL,
    SCHEMA,
    Workers,
    asked,
    unavailable,
    waits,
)
from tests.fakes.text_model import USAGE, FakeTextModel


# --- kept answers ----------------------------------------------------------------------------------------------------
def test_the_same_question_is_paid_once_also_by_a_process_that_starts_later() -> None:
    workers = Workers(2)
    first = workers.models[0].generate(asked(), SCHEMA)
    assert first.usage == USAGE
    for model in (workers.models[0], workers.models[1], workers.start()):
        again = model.generate(asked(), SCHEMA)
        assert (again.data, again.model, again.usage) == (first.data, MODEL, Usage())
    assert workers.calls == 1


@pytest.mark.parametrize(
    "other",
    [
        asked("two"),
        asked(tenant="globex"),
        ModelRequest(instructions="Write well.", data="one", tenant="acme"),
    ],
    ids=["data", "tenant", "instructions"],
)
def test_another_question_is_asked(other: ModelRequest) -> None:
    workers = Workers(1)
    workers.models[0].generate(asked(), SCHEMA)
    workers.models[0].generate(other, SCHEMA)
    assert workers.calls == 2


def test_another_schema_or_model_is_another_question_and_a_longer_answer_is_not() -> None:
    workers = Workers(1)
    workers.models[0].generate(asked(), SCHEMA)
    workers.models[0].generate(asked(max_output_tokens=9_000), SCHEMA)
    assert workers.calls == 1
    workers.models[0].generate(asked(), {**SCHEMA, "required": []})
    workers.start(FakeTextModel(ANSWER, name="gemini-3.5-flash")).generate(asked(), SCHEMA)
    assert workers.calls == 2


def test_a_fresh_answer_is_asked_for_and_takes_the_kept_ones_place() -> None:
    workers = Workers(1)
    vendor = FakeTextModel(ANSWER, {"text": "Another."}, name=MODEL)
    model = workers.start(vendor)
    model.generate(asked(), SCHEMA)
    assert model.generate(asked(fresh=True), SCHEMA).data == {"text": "Another."}
    for one in (model, workers.start(vendor)):
        assert one.generate(asked(), SCHEMA).data == {"text": "Another."}
    assert len(vendor.requests) == 2


def test_a_process_killed_right_after_its_answer_was_kept_pays_nothing_again() -> None:
    class Dying(FakeDocuments):
        def create(self, collection: str, id: str, data: Mapping[str, Any]) -> str:
            made = super().create(collection, id, data)
            if collection.endswith("model_answers"):
                raise KeyboardInterrupt
            return made

    workers = Workers(1)
    workers.documents = Dying()
    with pytest.raises(KeyboardInterrupt):
        workers.start().generate(asked(), SCHEMA)
    assert workers.start().generate(asked(), SCHEMA).usage == Usage()
    assert workers.calls == 1


def test_threads_that_ask_the_same_at_once_share_one_call() -> None:
    workers = Workers(1)
    together = Barrier(4)

    def ask(_: int) -> Usage:
        together.wait(5)
        return workers.models[0].generate(asked(), SCHEMA).usage

    with ThreadPoolExecutor(4) as pool:
        usages = list(pool.map(ask, range(4)))
    assert sorted(usage.calls for usage in usages) == [0, 0, 0, 1]
    assert workers.calls == 1


def test_what_failed_is_not_kept() -> None:
    workers = Workers(1)
    workers.fail_with(Unusable("Cut off.", reason="cut_off", usage=USAGE))
    with pytest.raises(Unusable):
        workers.models[0].generate(asked(), SCHEMA)
    workers.fail_with(None)
    assert workers.models[0].generate(asked(), SCHEMA).usage == USAGE


def test_kept_answers_cannot_be_changed_by_who_got_one() -> None:
    workers = Workers(1)
    vendor = FakeTextModel({"text": "a"}, name=MODEL)
    model = workers.start(vendor)
    model.generate(asked(), SCHEMA)
    kept = model.generate(asked(), SCHEMA).data
    assert isinstance(kept, dict)
    kept["text"] = "changed"
    assert model.generate(asked(), SCHEMA).data == {"text": "a"}


def test_answers_end_after_a_month_and_are_swept_from_the_store() -> None:
    workers = Workers(1, Limit(calls=10_000, tokens=10**9))
    workers.models[0].generate(asked(), SCHEMA)
    workers.clock.advance(days=31)
    workers.start().generate(asked(), SCHEMA)
    assert workers.calls == 2
    for row in range(100):
        workers.models[0].generate(asked(str(row)), SCHEMA)
    workers.clock.advance(days=31)
    for row in range(100, 200):
        workers.models[0].generate(asked(str(row)), SCHEMA)
    kept = [one for (at, _), one in workers.documents.stored.items() if at == "tenants/acme/model_answers"]
    assert 100 <= len(kept) < 150


def test_without_a_tenant_nothing_is_stored_below_one() -> None:
    workers = Workers(1)
    for _ in range(2):
        workers.models[0].generate(asked(tenant=""), SCHEMA)
    assert {at for at, _ in workers.documents.stored} == {COLLECTION}
    assert workers.calls == 1


# --- money -----------------------------------------------------------------------------------------------------------
def test_spend_is_kept_by_tenant_and_day() -> None:
    workers = Workers(1)
    workers.models[0].generate(asked("one"), SCHEMA)
    workers.models[0].generate(asked("one"), SCHEMA)
    workers.models[0].generate(asked("two"), SCHEMA)
    workers.fail_with(Unusable("Cut off.", reason="cut_off", usage=USAGE))
    with pytest.raises(Unusable):
        workers.models[0].generate(asked("three"), SCHEMA)
    spent = Spending(workers.documents, workers.clock).today("acme")
    assert (spent.calls, spent.input_tokens, spent.output_tokens) == (3, 360, 120)
    assert spent.cost == Decimal("0.000408")
    assert ("tenants/acme/model_spend", "2026-11-24") in workers.documents.stored
    assert Spending(workers.documents, workers.clock).today("globex").calls == 0


def test_the_days_limit_stops_calls_until_tomorrow_and_kept_answers_still_come() -> None:
    workers = Workers(1, Limit(calls=1_000, tokens=10**9), daily_limit=Decimal("0.05"))
    model = workers.models[0]
    done = next(row for row in range(1_000) if waits(model, asked(str(row))))
    full = unavailable(model, asked("one more"))
    assert full.reason == "daily_limit"
    assert full.message == "Today's limit for Gemini of 0.05 is used up: drafting goes on tomorrow."
    assert full.retry_at == datetime(2026, 11, 25, tzinfo=UTC)
    assert 100 < done < 400
    assert Spending(workers.documents, workers.clock).today("acme").cost <= Decimal("0.05")
    assert model.generate(asked("0"), SCHEMA).usage == Usage()
    assert model.generate(asked("0", tenant="globex"), SCHEMA).usage == USAGE
    workers.clock.at = full.retry_at
    assert model.generate(asked("tomorrow"), SCHEMA).usage == USAGE


@pytest.mark.parametrize(("purpose", "doing"), [("draft", "drafting"), ("assessment", "scoring"), ("", "it")])
def test_the_days_limit_names_what_waits(purpose: str, doing: str) -> None:
    workers = Workers(1, daily_limit=Decimal("0.0001"))
    request = ModelRequest(instructions="Write.", data="one", tenant="acme", purpose=purpose)
    assert unavailable(workers.models[0], request).message.endswith(f"is used up: {doing} goes on tomorrow.")
    assert workers.calls == 0


def test_the_log_counts_tokens_and_cost_and_holds_nothing_of_the_question(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    workers = Workers(1)
    workers.models[0].generate(asked("Ana Ruiz <ana@nordwind.example>"), SCHEMA)
    said = [record.getMessage() for record in caplog.records if record.name == "model"]
    assert said == [
        f"model.called outcome=answered purpose=draft model={MODEL} calls=1 input_tokens=120 output_tokens=40 "
        "cost=0.000136"
    ]
    assert not [one for one in caplog.messages if "Ana" in one or KEY in one or "acme" in one]
