"""Whatever a person does to the sheet while runs work: no cell of theirs differs, and ours stand at their leads."""

from __future__ import annotations

import pytest

from tests.flow.hostile_run import verdict_of

PARTS, SEEDS_A_PART = 4, 25


@pytest.mark.parametrize("part", range(PARTS))
def test_every_cell_of_ours_ends_at_its_lead_and_no_cell_of_theirs_ever_differs(part: int) -> None:
    verdicts = [verdict_of(part * SEEDS_A_PART + seed, edits=12, runs=1) for seed in range(SEEDS_A_PART)]
    assert [fault for verdict in verdicts for fault in verdict.faults] == []
    assert sum(verdict.edits for verdict in verdicts) > 8 * SEEDS_A_PART, "hardly any edit: the test shows nothing"


@pytest.mark.parametrize("seed", [5_000, 5_001])
def test_five_thousand_rows_fare_no_worse(seed: int) -> None:
    verdict = verdict_of(seed, rows=5_000, edits=6, runs=1)
    assert verdict.faults == ()
    assert verdict.edits >= 4
