"""Drafts of a run: what is kept when a row fails, what is asked again, whose offer it is, what a click waits for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from addon.accounts.model import Caller, Offer
from addon.accounts.service import Accounts
from addon.drafting.dispatch import DraftRows
from addon.drafting.service import Drafting
from addon.errors import Rejected, Unavailable
from addon.leads.model import Cell, Decision, Field, FoundRow, Lead, LeadRecord, OwnColumn
from addon.ports import ModelAnswer, ModelRequest, TextModel, Usage
from addon.runs.model import Run, RunKind, RunState, Target
from tests.fakes.clock import FakeClock
from tests.fakes.documents import FakeDocuments
from tests.fakes.text_model import FakeTextModel

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
GOOD = {
    "subject": "A question",
    "sentences": [
        {"text": "Would a short call be useful?", "sources": []},
        {"text": "We sell route planning software.", "sources": ["What we sell"]},
    ],
}
OUTAGE = Unavailable("Later.", reason="rate_limited")
REFUSAL = Rejected("Gemini declined this row as unsafe.", reason="unsafe")


class ModelByName:
    """Answers by the name of the prospect, as rows are asked for at the same time; counts who was asked for."""

    name = "fake-model"

    def __init__(self, **errors: Exception) -> None:
        self.errors = errors
        self.asked: list[str] = []

    def generate(self, request: ModelRequest, schema: Mapping[str, Any]) -> ModelAnswer:
        named = next(name for name in NAMES if f'"{name}"' in request.data)
        self.asked.append(named)
        if named in self.errors:
            raise self.errors[named]
        return ModelAnswer(data=GOOD, usage=Usage(input_tokens=1, output_tokens=1, calls=1), model=self.name)


NAMES = ("Ada", "Bea", "Cleo", "Dora", "Edda", "Fay")


def row(name: str, facts: Mapping[str, Any] | None = None, cells: Mapping[str, Cell] | None = None) -> FoundRow:
    number = NAMES.index(name) + 1
    lead = Lead(id=name, row=number + 1, values={Field.FIRST_NAME: name}, headers={Field.FIRST_NAME: "First name"})
    record = LeadRecord(id=name, tab_id="t", person="", facts=facts or {}, cells=cells or {})
    return FoundRow(row=number, lead=lead, record=record)


def written(before: FoundRow, decision: Decision) -> FoundRow:
    """Return the row as it comes to the next run."""
    cells = {str(column): cell for column, cell in decision.cells.items()}
    return row(before.lead.id, {**before.record.facts, **decision.facts}, cells)


def rows(*names: str) -> list[FoundRow]:
    return [row(name) for name in names]


RUN = Run(
    id="r",
    tenant="acme.example",
    owner="ana",
    user="ben",
    kind=RunKind.DRAFT,
    target=Target(spreadsheet_id="s", sheet_id=0, tab="Leads"),
    state=RunState.RUNNING,
    created_at=NOW,
    updated_at=NOW,
)


@pytest.fixture
def accounts() -> Accounts:
    made = Accounts(FakeDocuments(), FakeClock(NOW))
    for user, what in (("ana", "Route planning software"), ("ben", "Cold storage")):
        caller = Caller(tenant="acme.example", user=user, email=f"{user}@acme.example")
        made.save_offer(caller, Offer(what=what, signature=user.title()))
    return made


def work_of(accounts: Accounts, model: TextModel | None) -> DraftRows:
    return DraftRows(accounts, Drafting(model))


def turn(work: DraftRows, of: Sequence[FoundRow]) -> Sequence[Decision]:
    return work(RUN, of, lambda: False)


def test_a_refused_row_counts_as_fallback_and_is_asked_for_again(accounts: Accounts) -> None:
    model = FakeTextModel(REFUSAL, GOOD, name="m")
    work = work_of(accounts, model)
    ada = row("Ada")
    (first,) = turn(work, [ada])
    assert first.outcome == "fallback"
    assert "unsafe" in str(first.cells[OwnColumn.EVIDENCE])
    (second,) = turn(work, [written(ada, first)])
    assert (second.outcome, len(model.requests)) == ("drafted", 2)
    (third,) = turn(work, [written(ada, second)])
    assert (third.outcome, len(model.requests)) == ("drafted", 2)


def test_a_refusal_forgets_what_an_earlier_answer_was_written_from(accounts: Accounts) -> None:
    ada = row("Ada")
    (answered,) = turn(work_of(accounts, FakeTextModel(GOOD)), [ada])
    earlier = row("Ada", {**answered.facts, "draft_inputs": "of other cells"})
    (refused,) = turn(work_of(accounts, FakeTextModel(REFUSAL)), [earlier])
    model = FakeTextModel(GOOD)
    turn(work_of(accounts, model), [written(earlier, refused)])
    assert len(model.requests) == 1


def test_without_a_model_a_row_counts_as_offline_and_stays(accounts: Accounts) -> None:
    work = work_of(accounts, None)
    ada = row("Ada")
    (first,) = turn(work, [ada])
    (again,) = turn(work, [written(ada, first)])
    assert first.outcome == again.outcome == "offline"
    assert again.cells == first.cells


@pytest.mark.parametrize("failure", [OUTAGE, RuntimeError("a fault of ours")])
def test_rows_before_a_failing_one_are_kept(accounts: Accounts, failure: Exception) -> None:
    done = turn(work_of(accounts, ModelByName(Cleo=failure)), rows("Ada", "Bea", "Cleo", "Dora"))
    assert [decision.outcome for decision in done] == ["drafted", "drafted"]


def test_a_later_batch_that_fails_loses_nothing(accounts: Accounts) -> None:
    done = turn(work_of(accounts, ModelByName(Edda=OUTAGE)), rows(*NAMES))
    assert len(done) == 4


def test_first_row_that_fails_says_so(accounts: Accounts) -> None:
    with pytest.raises(Unavailable) as caught:
        turn(work_of(accounts, ModelByName(Ada=OUTAGE)), rows("Ada", "Bea"))
    assert caught.value is OUTAGE


def test_answers_behind_a_failing_row_are_not_paid_for_twice(accounts: Accounts) -> None:
    model = ModelByName(Ada=OUTAGE)
    work = work_of(accounts, model)
    with pytest.raises(Unavailable):
        turn(work, rows("Ada", "Bea", "Cleo"))
    model.errors.clear()
    done = turn(work, rows("Ada", "Bea", "Cleo"))
    assert [decision.outcome for decision in done] == ["drafted"] * 3
    assert sorted(model.asked) == ["Ada", "Ada", "Bea", "Cleo"]
    turn(work, rows("Bea"))
    assert model.asked.count("Bea") == 2


def test_time_up_ends_after_the_rows_at_hand(accounts: Accounts) -> None:
    done = work_of(accounts, ModelByName())(RUN, rows(*NAMES), lambda: True)
    assert len(done) == 4


def test_a_click_waits_for_the_twin_only(accounts: Accounts) -> None:
    assert work_of(accounts, None).is_quick
    assert not work_of(accounts, FakeTextModel(GOOD)).is_quick


def test_the_offer_is_the_owners(accounts: Accounts) -> None:
    (decision,) = turn(work_of(accounts, None), rows("Ada"))
    body = str(decision.cells[OwnColumn.DRAFT])
    assert body.endswith("Ana")
    assert "storage" not in body
