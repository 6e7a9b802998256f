"""The metered model: limits hold across workers, and what is shut stays shut for all."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from addon.adapters import model_budget
from addon.adapters.model_budget import COLLECTION
from addon.errors import AssistantError, Conflict, Rejected, Unavailable
from addon.lib.bucket import Limit
from addon.ports import Unusable
from tests.fakes.counted import CountedDocuments
from tests.fakes.documents import FakeDocuments
from tests.fakes.metered import (
    ANSWER,
    BAD_KEY,
    KEY,
    MODEL,
    RATE_LIMITED,
    SCHEMA,
    Workers,
    asked,
    most_in_a_minute,
    unavailable,
    waits,
)
from tests.fakes.text_model import USAGE, FakeTextModel


# --- the minute ------------------------------------------------------------------------------------------------------
@settings(max_examples=25, deadline=None)
@given(
    steps=some.lists(
        some.tuples(some.integers(0, 2), some.floats(0, 30) | some.just(0.0), some.sampled_from(("ok", "ok", "dies"))),
        max_size=40,
    ),
    most=some.integers(1, 5),
)
def test_no_minute_exceeds_the_limit_whichever_worker_calls_and_whoever_dies(
    steps: list[tuple[int, float, str]], most: int
) -> None:
    workers = Workers(3, Limit(calls=most, tokens=10**9))
    for number, (which, gap, fate) in enumerate(steps):
        workers.clock.advance(seconds=gap)
        workers.vendor.act = _die if fate == "dies" else lambda: None
        try:
            full_until = waits(workers.models[which], asked(str(number)))
        except KeyboardInterrupt:  # as a kill between the reservation and its settling: the process starts anew
            workers.models[which] = workers.start()
        else:
            assert full_until is None or full_until > workers.clock.now()
    assert most_in_a_minute(workers.vendor.called_at) <= most


def _die() -> None:
    raise KeyboardInterrupt


def test_500_rows_at_10_a_minute_by_two_workers_never_exceed_it_and_take_no_longer_than_they_must() -> None:
    workers = Workers(2)
    began = workers.clock.now()
    for row in range(500):
        while free_at := waits(workers.models[row % 2], asked(str(row))):
            workers.clock.at = free_at
    assert workers.calls == 500
    assert most_in_a_minute(workers.vendor.called_at) == 10
    assert workers.clock.now() - began <= timedelta(minutes=500 / 10 * 1.06)


def test_tokens_are_reserved_at_most_and_given_back_when_the_answer_was_shorter() -> None:
    workers = Workers(1, Limit(calls=1_000, tokens=10_000))
    model = workers.models[0]
    for row in range(5):  # 9,000 tokens reserved each, 160 taken
        model.generate(asked(str(row), max_output_tokens=9_000), SCHEMA)
        workers.clock.advance(seconds=0.1)
    assert workers.calls == 5
    other = workers.start()
    assert unavailable(other, asked("x", max_output_tokens=9_900)).reason == "rate_limited"


def test_a_call_costs_the_store_one_read_and_one_write_of_the_budget() -> None:
    workers = Workers(1)
    documents = CountedDocuments(workers.documents)
    model = workers.start(documents=documents)
    for row in range(5):
        model.generate(asked(str(row), tenant=""), SCHEMA)
    assert documents.calls == {"get": 5, "create": 1, "replace": 4}


def test_workers_that_write_at_the_same_instant_try_again_and_all_are_counted() -> None:
    workers = Workers(2)
    workers.documents.before_commit.append(lambda: workers.models[1].generate(asked("two", tenant=""), SCHEMA))
    workers.models[0].generate(asked("one", tenant=""), SCHEMA)
    (state,) = [one.data for (at, _), one in workers.documents.stored.items() if at == COLLECTION]
    assert sum(one["calls"] for one in state["spent"]) == 2


def test_endless_contention_ends_in_unavailable_without_a_call() -> None:
    class Moving(FakeDocuments):
        def create(self, collection: str, id: str, data: Mapping[str, Any]) -> str:
            raise Conflict("Moved.")

    workers = Workers(1)
    error = unavailable(workers.start(documents=Moving()), asked(tenant=""))
    assert error.reason == "rate_limited"
    assert error.retry_at
    assert workers.calls == 0


def test_a_place_that_grew_old_while_it_was_taken_is_not_used() -> None:
    workers = Workers(1)
    workers.documents.before_commit.append(lambda: workers.clock.advance(seconds=30))
    workers.models[0].generate(asked(tenant=""), SCHEMA)
    (state,) = [one.data for (at, _), one in workers.documents.stored.items() if at == COLLECTION]
    assert sum(one["calls"] for one in state["spent"]) == 2
    assert workers.calls == 1


def test_another_key_has_a_budget_of_its_own_and_no_key_is_stored() -> None:
    workers = Workers(1, Limit(calls=1, tokens=10**6))
    workers.models[0].generate(asked("one"), SCHEMA)
    unavailable(workers.models[0], asked("two"))
    workers.start(key="another").generate(asked("two"), SCHEMA)
    assert KEY not in repr(workers.documents.stored)


# --- the gate --------------------------------------------------------------------------------------------------------
def test_a_hint_shuts_the_gate_for_all_workers_until_its_instant() -> None:
    workers = Workers(2)
    until = workers.clock.now() + timedelta(seconds=37)
    workers.fail_with(Unavailable("Gemini's rate limit is reached.", reason="rate_limited", retry_at=until))
    assert unavailable(workers.models[0], asked("one")).retry_at == until
    workers.fail_with(None)
    shut = unavailable(workers.models[1], asked("two"))
    assert (shut.retry_at, shut.message) == (until, "Gemini's rate limit is reached.")
    assert workers.calls == 1
    workers.clock.at = until
    assert workers.models[1].generate(asked("two"), SCHEMA).data


@pytest.mark.parametrize("reason", ["rate_limited", "unavailable", "unreachable", "unreadable"])
def test_failures_without_a_hint_wait_longer_and_longer_within_the_cap(reason: str) -> None:
    workers = Workers(2, Limit(calls=1_000, tokens=10**9))
    workers.fail_with(Unavailable("Not now.", reason=reason))
    for failure in range(12):
        error = unavailable(workers.models[failure % 2], asked(str(failure)))
        assert error.retry_at
        longest = min(model_budget.BASE * 2**failure, model_budget.CAP)
        assert timedelta(0) <= error.retry_at - workers.clock.now() <= longest
        assert error.reason == reason
        workers.clock.at = error.retry_at
    assert workers.calls == 12


def test_an_answer_ends_the_count_of_failures() -> None:
    workers = Workers(1, Limit(calls=1_000, tokens=10**9))
    model = workers.models[0]
    for outcome in [RATE_LIMITED] * 6 + [None, RATE_LIMITED]:
        workers.fail_with(outcome)
        try:
            model.generate(asked(str(workers.calls)), SCHEMA)
        except Unavailable as error:
            retry_at = error.retry_at or workers.clock.now()
            last, workers.clock.at = retry_at - workers.clock.now(), retry_at
    assert last <= model_budget.BASE


def test_a_hint_that_did_not_help_is_not_followed_forever() -> None:
    workers = Workers(1, Limit(calls=1_000, tokens=10**9))
    began = workers.clock.now()
    for row in range(10):
        hint = workers.clock.now() + timedelta(milliseconds=1)
        workers.fail_with(Unavailable("Not now.", reason="rate_limited", retry_at=hint))
        workers.clock.at = unavailable(workers.models[0], asked(str(row))).retry_at or workers.clock.now()
    assert workers.clock.now() - began > timedelta(minutes=1)


def test_calls_that_fail_together_count_as_one_failure() -> None:
    workers = Workers(2)

    def both() -> None:
        workers.vendor.act = lambda: workers.fail_with(RATE_LIMITED) or _raise(RATE_LIMITED)
        unavailable(workers.models[1], asked("two"))
        raise RATE_LIMITED

    workers.vendor.act = both
    unavailable(workers.models[0], asked("one"))
    (state,) = [one.data for (at, _), one in workers.documents.stored.items() if at == COLLECTION]
    assert state["failures"] == 1


def _raise(error: AssistantError) -> None:
    raise error


@pytest.mark.parametrize("reason", ["bad_key", "no_such_model"])
def test_a_refused_key_or_model_is_not_tried_again_for_minutes_by_anybody(reason: str) -> None:
    workers = Workers(2)
    workers.fail_with(Rejected("Mend it.", reason=reason))
    for row in range(20):
        with pytest.raises(Rejected, match=r"^Mend it\.$") as caught:
            workers.models[row % 2].generate(asked(str(row)), SCHEMA)
        assert caught.value.reason == reason
    assert workers.calls == 1
    workers.fail_with(None)
    workers.clock.at += model_budget.REFUSED_FOR
    assert workers.models[0].generate(asked("later"), SCHEMA).data


def test_another_key_or_model_is_tried_at_once() -> None:
    workers = Workers(1)
    workers.fail_with(Rejected("No such model.", reason="no_such_model"))
    with pytest.raises(Rejected):
        workers.models[0].generate(asked(), SCHEMA)
    other = FakeTextModel(ANSWER, name="gemini-3.5-flash")
    assert workers.start(other).generate(asked(), SCHEMA).data == ANSWER
    assert workers.start(FakeTextModel(ANSWER, name=MODEL), key="new").generate(asked(), SCHEMA).data == ANSWER


def test_listing_the_models_forgets_a_refusal_or_begins_one() -> None:
    workers = Workers(1)
    vendor = FakeTextModel(BAD_KEY, ANSWER, name=MODEL)
    model = workers.start(vendor)
    with pytest.raises(Rejected):
        model.generate(asked(), SCHEMA)
    assert model.models() == (MODEL,)
    assert model.generate(asked(), SCHEMA).data == ANSWER
    vendor.usable = BAD_KEY
    with pytest.raises(Rejected):
        model.models()
    with pytest.raises(Rejected, match="API key"):
        model.generate(asked("another"), SCHEMA)
    assert len(vendor.requests) == 2


def test_a_row_that_was_refused_shuts_nothing() -> None:
    workers = Workers(1)
    workers.fail_with(Unusable("Unsafe.", reason="unsafe", usage=USAGE))
    with pytest.raises(Unusable):
        workers.models[0].generate(asked("one"), SCHEMA)
    workers.fail_with(None)
    assert workers.models[0].generate(asked("two"), SCHEMA).data
