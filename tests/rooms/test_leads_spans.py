"""Which stretches of a tab a slice reads."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from addon.leads.model import Span
from addon.leads.spans import MAX_SPANS, spans_of

rows = st.lists(st.integers(min_value=0, max_value=5_000), max_size=200)


@given(rows)
def test_spans_hold_every_row_in_order_and_never_overlap(wanted: list[int]) -> None:
    spans = spans_of(wanted)
    covered = [row for span in spans for row in range(span.first, span.last or 0)]
    assert set(wanted) <= set(covered)
    assert covered == sorted(set(covered))
    assert len(spans) <= MAX_SPANS


@given(rows)
def test_spans_start_and_end_on_wanted_rows(wanted: list[int]) -> None:
    for span in spans_of(wanted):
        assert span.first in wanted
        assert (span.last or 0) - 1 in wanted


def test_a_block_is_one_span_and_no_row_is_none() -> None:
    assert spans_of(range(10, 500)) == (Span(10, 500),)
    assert spans_of(()) == ()
    assert spans_of((3, 900)) == (Span(3, 4), Span(900, 901))
