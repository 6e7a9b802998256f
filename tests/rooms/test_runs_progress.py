"""How a run's state follows from what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from addon.errors import AssistantError, Invalid, Rejected, Unavailable
from addon.runs.model import Run, RunKind, RunState, Target
from addon.runs.progress import MAX_BAD_REQUESTS, MAX_STOPS, after_fault, after_slice, wait_of

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
RUN = Run(
    id="r", tenant="t", owner="u", user="u", kind=RunKind.SCORE, state=RunState.RUNNING, created_at=NOW, updated_at=NOW,
    target=Target(spreadsheet_id="f", sheet_id=0, tab="Leads"), total=100, cursor=10, access="sealed",
)  # fmt: skip


@pytest.mark.parametrize(
    ("error", "state", "keeps_access"),
    [
        (Unavailable("busy"), RunState.WAITING, True),
        (Rejected("gone", reason="access_expired"), RunState.WAITING, False),
        (Rejected("keys changed", reason="seal_broken"), RunState.WAITING, False),
        (Rejected("withdrawn", reason="no_access"), RunState.FAILED, False),
        (Rejected("deleted", reason="not_found"), RunState.FAILED, False),
        (Invalid("no such tab"), RunState.FAILED, False),
    ],
)
def test_a_fault_waits_where_time_or_the_user_can_mend_it(
    error: AssistantError, state: RunState, keeps_access: bool
) -> None:
    run = after_fault(RUN, error, NOW, luck=1.0)
    assert run.state is state
    assert bool(run.access) is keeps_access
    assert run.cursor == 10
    assert run.note


def test_a_refused_request_is_tried_again_a_few_times_for_rows_may_have_been_deleted() -> None:
    refused = Invalid("beyond the grid", reason="bad_request")
    assert after_fault(RUN, refused, NOW).state is RunState.WAITING
    assert after_fault(replace(RUN, failures=MAX_BAD_REQUESTS), refused, NOW).state is RunState.FAILED


def test_a_run_that_is_stopping_tries_to_tidy_and_then_stops_whatever_goes_wrong() -> None:
    stopping = replace(RUN, state=RunState.STOPPING)
    busy = after_fault(stopping, Unavailable("busy"), NOW)
    assert (busy.state, busy.retry_at is not None) == (RunState.STOPPING, True)
    tired = after_fault(replace(stopping, failures=MAX_STOPS), Unavailable("busy"), NOW)
    lost = after_fault(stopping, Rejected("gone", reason="access_expired"), NOW)
    assert [(run.state, run.note, run.access) for run in (tired, lost)] == [(RunState.STOPPED, "", "")] * 2


def test_it_waits_at_least_as_long_as_google_asks() -> None:
    late = NOW + timedelta(hours=9)
    assert after_fault(RUN, Unavailable("limit", retry_at=late), NOW, luck=0.0).retry_at == late
    soon = after_fault(RUN, Unavailable("limit"), NOW, luck=0.0).retry_at
    assert soon is not None
    assert soon > NOW


def test_waits_double_and_are_bounded() -> None:
    waits = [wait_of(failures, luck=1.0) for failures in range(20)]
    assert waits == sorted(waits)
    assert waits[0] == timedelta(seconds=5)
    assert waits[-1] == timedelta(minutes=10)


def test_a_slice_moves_the_cursor_and_counts_each_row_once() -> None:
    run = after_slice(RUN, ["hot", "cold", "hot"], NOW)
    assert (run.cursor, run.verified) == (13, 10)
    assert run.counts == {"hot": 2, "cold": 1}
    assert after_slice(replace(RUN, state=RunState.STOPPING), ["hot"], NOW).state is RunState.STOPPING
