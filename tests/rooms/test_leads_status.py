"""Whose word Status shows, and what is put right when a word lands at another lead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.leads.model import Cell, Decision, LeadRecord, OwnColumn
from addon.leads.standing import Spoken, misplaced, unsaid
from addon.leads.standing_model import Rank, Said
from addon.leads.status import (
    MAX_STATUS,
    SAID,
    activity_text,
    cells_said,
    facts_said,
    highest,
    is_said,
    run_word_of,
    shown,
    under_sequence,
    without_sequence,
    zone_of,
)

AT = datetime(2026, 11, 25, 13, 6, 59, tzinfo=UTC)
STATUS, ACTIVITY = OwnColumn.STATUS, OwnColumn.LAST_ACTIVITY
LEAD = LeadRecord(id="A1", tab_id="t", person="p", cells={STATUS: "Scored"})
words = st.text(alphabet="abc ", min_size=1, max_size=4)
ranks = st.sampled_from(Rank)


def merged(record: LeadRecord, cells: Mapping[OwnColumn, Cell]) -> dict[str, Cell]:
    return {**record.cells, **{str(column): cell for column, cell in cells.items()}}


def told(record: LeadRecord, said: Said) -> LeadRecord:
    """Return the record as it is stored after a word."""
    return replace(record, cells=merged(record, cells_said(record, said, UTC)), facts=facts_said(record, said))


def run(record: LeadRecord, word: str) -> LeadRecord:
    """Return the record as it is stored after a run decided."""
    decision = under_sequence(Decision(cells={STATUS: word}, outcome="done"), record.facts)
    return replace(record, cells=merged(record, decision.cells), facts={**record.facts, **decision.facts})


@given(st.lists(st.one_of(st.tuples(words, ranks), words), max_size=8))
def test_a_sequences_word_stands_above_every_runs_until_it_is_over(acts: list[tuple[str, Rank] | str]) -> None:
    record, said, last = LEAD, None, "Scored"
    for act in acts:
        if isinstance(act, str):
            record, last = run(record, act), act
            said = said if said and said[1] > Rank.RUN else None
        else:
            record, said = told(record, Said(status=act[0], rank=act[1])), act
        assert record.cells[STATUS] == (" ".join(said[0].split()) if said else last) or said == act
        assert run_word_of(record) == last
        assert is_said(record.facts) == bool(said and said[1] > Rank.RUN)
    assert told(record, Said(status="", rank=Rank.RUN)).cells[STATUS] == last


def test_a_decision_that_carries_older_facts_undoes_no_word() -> None:
    stale = LEAD.facts
    now = told(LEAD, Said(status="Held", rank=Rank.HELD))
    decision = under_sequence(Decision(cells={STATUS: "Drafted"}, outcome="x", facts={**stale, SAID: {}}), now.facts)
    assert decision.cells[STATUS] == "Held"
    assert SAID not in decision.facts
    assert under_sequence(decision, {}).cells[STATUS] == "Drafted"


def test_a_decision_without_a_status_writes_none() -> None:
    assert under_sequence(Decision(cells={OwnColumn.SCORE: 3}, outcome="x"), {}).cells == {OwnColumn.SCORE: 3}


@pytest.mark.parametrize("rank", Rank)
def test_a_copy_is_in_no_sequence(rank: Rank) -> None:
    copy = without_sequence(told(LEAD, Said(status="Word", rank=rank)))
    assert not is_said(copy.facts)
    assert copy.cells[STATUS] == ("Word" if rank is Rank.RUN else "Scored")
    assert shown(copy.facts, "Drafted") == "Drafted"


def test_held_counts_more_than_replied_than_sequence_than_run() -> None:
    assert Rank.HELD > Rank.REPLIED > Rank.SEQUENCE > Rank.RUN
    early, late = (Said(status=text, activity=AT + timedelta(hours=n)) for n, text in enumerate(("early", "late")))
    held = Said(status="held", rank=Rank.HELD)
    assert highest([early, late]).status == highest([late, early]).status == "late"
    assert highest([late, held, early]) is held


def test_a_status_is_one_line_of_text_and_no_longer_than_a_cell_shows() -> None:
    cells = cells_said(LEAD, Said(status="=HYPERLINK(1)\r\n\x00" + "\U0001f600" * 5_000, activity=AT), UTC)
    text = str(cells[STATUS])
    assert text.startswith("=HYPERLINK(1) ")
    assert len(text) <= MAX_STATUS
    assert text.isprintable()
    assert cells[ACTIVITY] == "2026-11-25 13:06"
    assert ACTIVITY not in cells_said(LEAD, Said(status="x"), UTC)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Europe/Rome", "2026-11-25 14:06"), ("Asia/Kolkata", "2026-11-25 18:36"), ("GMT-07:00", "2026-11-25 06:06"),
        ("GMT+5:30", "2026-11-25 18:36"), ("UTC+14", "2026-11-26 03:06"), ("+0100", "2026-11-25 14:06"),
        ("", "2026-11-25 13:06"), ("Mars/Olympus", "2026-11-25 13:06"), ("../../etc/passwd", "2026-11-25 13:06"),
        ("GMT+99:00", "2026-11-25 13:06"), ("\x00", "2026-11-25 13:06"), ("Europe", "2026-11-25 13:06"),
    ],
)  # fmt: skip
def test_the_clock_is_the_files(name: str, text: str) -> None:
    assert activity_text(AT, zone_of(name)) == text


def test_the_clock_goes_with_the_season() -> None:
    assert activity_text(datetime(2026, 7, 1, 12, tzinfo=UTC), ZoneInfo("Europe/Rome")) == "2026-07-01 14:00"


# --- where words landed ---
def tab(*rows: tuple[str, str]) -> Spoken:
    return Spoken(
        ids=["Lead ID", *(id for id, _ in rows)],
        columns={STATUS: ["Status", *(word for _, word in rows)], ACTIVITY: ["Last activity"]},
    )


def test_only_what_does_not_show_is_to_be_written() -> None:
    meant: dict[str, dict[OwnColumn, Cell]] = {"A": {STATUS: "new"}, "B": {STATUS: "old"}, "Z": {STATUS: "new"}}
    assert unsaid(tab(("A", "old"), ("B", "old"), ("A", "x")), meant) == {1: {STATUS: "new"}}


def test_what_landed_at_another_lead_is_put_back_and_a_persons_edit_stays() -> None:
    before = tab(("A", "a"), ("B", "b"), ("C", "c"), ("", ""))
    now = tab(("A", "a"), ("B", "new"), ("C", "typed"), ("", "new"))
    found = misplaced(now, before, {"A"}, [{STATUS: "new"}])
    assert found == {2: {STATUS: "b", ACTIVITY: ""}, 4: {STATUS: "", ACTIVITY: ""}}
    assert misplaced(now, before, {"A"}, []) == {}


@given(st.permutations("ABCDEF"), st.sets(st.sampled_from("ABCDEF"), min_size=1), st.integers(0, 3))
def test_one_look_puts_everything_right_after_any_move(order: list[str], said: set[str], shift: int) -> None:
    before = tab(*((id, f"old {id}") for id in "ABCDEF"))
    meant: dict[str, dict[OwnColumn, Cell]] = {id: {STATUS: f"new {id}"} for id in said}
    stands = dict(enumerate([*[""] * shift, *order], 1))
    cells = {row: f"old {id}" if id else "" for row, id in stands.items()}
    cells |= {row: str(written[STATUS]) for row, written in unsaid(before, meant).items()}
    now = tab(*((stands[row], cells[row]) for row in sorted(stands)))
    due = {**misplaced(now, before, said, meant.values()), **unsaid(now, meant)}
    cells |= {row: str(written[STATUS]) for row, written in due.items()}
    assert cells == {row: (f"new {id}" if id in said else f"old {id}" if id else "") for row, id in stands.items()}
