"""What models may take: the minute's bucket, waits after failures, and prices."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from addon.lib import bucket, prices
from addon.lib.backoff import wait
from addon.lib.bucket import Limit, Spent

NOW = datetime(2026, 11, 24, 9, 0, 0, 300_000, tzinfo=UTC)
BASE, CAP = timedelta(seconds=4), timedelta(minutes=5)

gaps = some.floats(0, 40) | some.floats(0, 0.2)
calls = some.lists(some.tuples(gaps, some.integers(0, 1_500)), max_size=60)


@settings(max_examples=60)
@given(calls=calls, most=some.integers(1, 6), late=some.lists(some.floats(0, bucket.MARGIN_SECONDS), min_size=60))
def test_no_sixty_seconds_hold_more_than_the_limit_even_if_calls_arrive_late(
    calls: list[tuple[float, int]], most: int, late: list[float]
) -> None:
    limit, now = Limit(calls=most, tokens=2_000), NOW
    spent: tuple[Spent, ...] = ()
    arrived: list[tuple[datetime, int]] = []
    for (gap, tokens), delay in zip(calls, late, strict=False):
        now += timedelta(seconds=gap)
        spent = bucket.counted(spent, now)
        if bucket.free_at(spent, limit, tokens) is None:
            spent = bucket.spend(spent, tokens, now)
            arrived.append((now + timedelta(seconds=delay), tokens))
    for at, _ in arrived:
        window = [taken for when, taken in arrived if at <= when <= at + timedelta(seconds=60)]
        assert len(window) <= limit.calls
        assert sum(window) <= limit.tokens


@settings(max_examples=60)
@given(calls=calls, tokens=some.integers(0, 5_000))
def test_the_instant_named_is_free_and_the_second_before_is_not(calls: list[tuple[float, int]], tokens: int) -> None:
    limit, now = Limit(calls=3, tokens=2_000), NOW
    spent: tuple[Spent, ...] = ()
    for gap, taken in calls:
        now += timedelta(seconds=gap)
        spent = bucket.counted(bucket.spend(spent, taken, now), now)
    free_at = bucket.free_at(spent, limit, tokens)
    if free_at is not None:
        assert bucket.free_at(bucket.counted(spent, free_at), limit, tokens) is None
        before = free_at - timedelta(seconds=1)
        assert before < now or bucket.free_at(bucket.counted(spent, before), limit, tokens) is not None


def test_what_is_kept_stays_small_however_many_calls_there_are() -> None:
    spent: tuple[Spent, ...] = ()
    for _ in range(2_000):
        spent = bucket.spend(spent, 10, NOW)
    assert spent == (Spent(second=bucket.second_of(NOW), calls=2_000, tokens=20_000),)


def test_a_call_larger_than_a_minutes_tokens_waits_for_a_minute_of_its_own() -> None:
    limit = Limit(calls=10, tokens=100)
    assert bucket.free_at((), limit, 500) is None
    assert bucket.free_at(bucket.spend((), 1, NOW), limit, 500) is not None


def test_correcting_gives_tokens_back_and_never_more_than_were_taken() -> None:
    spent = bucket.spend((), 900, NOW)
    here = bucket.second_of(NOW)
    assert bucket.corrected(spent, here, -400)[0].tokens == 500
    assert bucket.corrected(spent, here, -4_000)[0].tokens == 0
    assert bucket.corrected(spent, here + 1, -400) == spent


def test_a_clock_set_back_does_not_shut_the_minute_for_hours() -> None:
    spent = bucket.spend((), 1, NOW)
    assert bucket.counted(spent, NOW - timedelta(seconds=30)) == spent
    assert bucket.counted(spent, NOW - timedelta(hours=1)) == ()


@given(attempt=some.integers(-1, 10_000), seed=some.integers())
def test_waits_are_random_within_a_doubling_bound_and_a_cap(attempt: int, seed: int) -> None:
    waited = wait(attempt, Random(seed), BASE, CAP)
    assert timedelta(0) <= waited <= min(BASE * 2 ** min(max(attempt, 0), 20), CAP)
    assert waited == wait(attempt, Random(seed), BASE, CAP)


def test_waits_grow_on_average_and_differ_between_workers() -> None:
    def average(attempt: int) -> timedelta:
        return sum((wait(attempt, Random(seed), BASE, CAP) for seed in range(200)), timedelta(0)) / 200

    assert average(0) < average(1) < average(3) < average(6)
    assert len({wait(3, Random(seed), BASE, CAP) for seed in range(50)}) == 50


@pytest.mark.parametrize(
    ("model", "input", "output"),
    [
        ("gemini-3.5-flash-lite", "0.30", "2.50"),
        ("models/gemini-3.5-flash-lite", "0.30", "2.50"),
        ("gemini-3-flash-preview", "0.50", "3.00"),
        ("gemini-2.5-flash-lite-preview-09-2025", "0.10", "0.40"),
        ("gemini-2.5-flash-001", "0.30", "2.50"),
        ("gemini-3.5-flash-latest", "1.50", "9.00"),
    ],
)
def test_a_family_has_a_price(model: str, input: str, output: str) -> None:
    assert prices.price_of(model) == prices.Price(Decimal(input), Decimal(output))


@pytest.mark.parametrize("model", ["", "gpt-9", "gemini-9-flash", "gemini-2.5-flash-image", "gemini-2.5-flash-lite-x"])
def test_an_unknown_models_cost_is_unknown_but_counts_as_the_dearest(model: str) -> None:
    assert prices.cost(model, 1_000_000, 1_000_000) is None
    dearest = max(one.input + one.output for one in prices.PRICES.values())
    assert prices.cost_at_most(model, 1_000_000, 1_000_000) >= dearest


def test_the_default_models_cost_is_exact() -> None:
    assert prices.cost("gemini-3.5-flash-lite", 5_000, 3_000) == Decimal("0.009")
    assert prices.cost("gemini-3.5-flash-lite", 0, 0) == 0


@pytest.mark.parametrize(
    ("text", "tokens"),
    [("", 0), ("abcd", 1), ("abcde", 2), ("東京都庁舎", 5), ("Größe", 3), ("Москва", 4), ("🙂", 2), ("\ud800", 1)],
)
def test_tokens_are_guessed_for_any_script(text: str, tokens: int) -> None:
    assert prices.tokens_of(text) == tokens


@pytest.mark.parametrize(
    ("amount", "text"), [("0", "0.00"), ("0.0001", "0.01"), ("0.054", "0.05"), ("5", "5.00"), ("1234.5", "1,234.50")]
)
def test_amounts_are_shown_in_cents(amount: str, text: str) -> None:
    assert prices.shown(Decimal(amount)) == text
