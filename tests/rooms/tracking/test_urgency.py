"""Which answers a person sees first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.tracking.heard_model import Heard
from addon.tracking.inbound_model import InboundKind
from addon.tracking.intent_model import Intent
from addon.tracking.urgency import UNSURE_BELOW, answer_first, is_to_be_looked_at

NOON = datetime(2026, 5, 4, 12, tzinfo=UTC)
MEANT = ("wants_date", "interested", "question", "objection", "wrong_person", "not_now", "not_interested")


def heard(intent: str, *, id: str = "", at: datetime = NOON, **more: Any) -> Heard:
    fields = {"certainty": 0.8, "reader": "model"} | more
    ids = dict.fromkeys(("mailbox", "message_id", "thread_id", "enrollment", "campaign"), "x")
    return Heard(
        id=id or intent, tenant="acme", kind=InboundKind.REPLY, at=at, look_at=at, intent=intent, **ids, **fields
    )


def hours(count: int) -> datetime:
    return NOON + timedelta(hours=count)


def test_who_waits_for_us_goes_before_who_does_not() -> None:
    unsure = heard("interested", id="unsure", certainty=0.1)
    ends = [heard("opt_out"), heard("away"), heard("bounce")]
    given = [*ends, unsure, *(heard(intent) for intent in reversed(MEANT))]
    assert [one.id for one in answer_first(given)][:8] == [*MEANT, "unsure"]


def test_of_one_intent_the_oldest_goes_first() -> None:
    given = [heard("question", id=str(number), at=hours(number)) for number in (3, 1, 2)]
    assert [one.id for one in answer_first(given)] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("one", "is_open"),
    [
        (heard("question"), False),
        (heard("question", certainty=UNSURE_BELOW), False),
        (heard("question", certainty=UNSURE_BELOW - 0.01), True),
        (heard("question", certainty=0.1, reader="twin"), True),
        (heard("question", certainty=0.1, reader="user"), False),
        (heard("", certainty=0.9), True),
        (heard("delighted", certainty=0.9, reader="user"), True),
    ],
)
def test_a_guess_is_to_be_looked_at_unless_a_person_said_so(one: Heard, is_open: bool) -> None:
    assert is_to_be_looked_at(one) is is_open


MESSAGES = st.lists(
    st.builds(
        lambda number, intent, hour, certainty, reader: heard(
            intent, id=f"m{number}", at=hours(hour), certainty=certainty, reader=reader
        ),
        st.integers(0, 99),
        st.sampled_from([*map(str, Intent), "", "odd"]),
        st.integers(0, 2),
        st.floats(0, 1),
        st.sampled_from(["", "rules", "model", "twin", "user"]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@given(MESSAGES, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_loses_nothing_and_is_the_same_whatever_came_first(messages: list[Heard], random: Any) -> None:
    ordered = answer_first(messages)
    assert sorted(one.id for one in ordered) == sorted(one.id for one in messages)
    shuffled = list(messages)
    random.shuffle(shuffled)
    assert answer_first(shuffled) == ordered
    assert answer_first(ordered) == ordered


@given(MESSAGES)
@settings(max_examples=40, deadline=None)
def test_more_patience_never_moves_an_answer_down(messages: list[Heard]) -> None:
    for one in messages:
        older = replace(one, at=one.at - timedelta(days=1))
        among = [older if other is one else other for other in messages]
        place = [other.id for other in answer_first(messages)].index(one.id)
        assert [other.id for other in answer_first(among)].index(one.id) <= place
