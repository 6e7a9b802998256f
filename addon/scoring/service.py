"""Scores rows of a run by rules and, where the user wants it, with a model's assessment of each row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial

from addon.accounts.model import IdealCustomer, Offer
from addon.accounts.service import Accounts
from addon.errors import Rejected
from addon.leads.model import Cell, Decision, FoundRow, Lead, OwnColumn
from addon.leads.service import tab_id
from addon.lib.ids import digest
from addon.lib.parts import CALLS_AT_ONCE, ask_at_once, ask_in_parts
from addon.lib.prices import took
from addon.ports import ModelRequest, TextModel, Unusable
from addon.runs.model import Run
from addon.scoring.assessment import INSTRUCTIONS, MOST_CALLS, ROWS_A_CALL, SCHEMA, blended, data_of, groups_of, read
from addon.scoring.explain import why
from addon.scoring.model import Assessment, Score
from addon.scoring.rules import score

SCORED = "Scored"

MAX_KEPT = 200
"""Characters of a cell's value kept with a reason."""

MOST_TOKENS = 8_192
"""Tokens of one answer at most: 20 rows take about 2,500."""

LEFT_OUT = Rejected("The model left this row out.", reason="left_out")


@dataclass(frozen=True, slots=True)
class _Context:
    """What all rows of a turn are judged against."""

    tenant: str
    ideal: IdealCustomer
    offer: Offer


class ScoreRows:
    """The work of a ``score`` run."""

    columns: tuple[OwnColumn, ...] = (OwnColumn.SCORE, OwnColumn.TIER, OwnColumn.WHY)
    guarded: tuple[OwnColumn, ...] = (OwnColumn.SCORE, OwnColumn.TIER)
    done_column: OwnColumn = OwnColumn.SCORE
    slice_rows = 1_000

    def __init__(self, accounts: Accounts, model: TextModel | None = None) -> None:
        self._accounts = accounts
        self._model = model
        self._owed: dict[str, Counter[str]] = {}
        """What calls took that brought no decision, by run: it counts with the run's next one."""

    def is_quick(self, run: Run) -> bool:
        """Whether a slice is done within a click: rules take microseconds, a model's answers are not waited for."""
        return self._model is None or not run.manner.by_model

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        """Score every row by rules; with a model, a few calls' worth at a time, until time is up or a call fails.

        Raises what the first call failed with, ``Unavailable`` for one, when nothing was done.
        """
        ideal = self._accounts.ideal(run.tenant, tab_id(run.target.spreadsheet_id, run.target.sheet_id))
        if self._model is None or not run.manner.by_model:
            return [_done(score(row.lead, ideal), {}) for row in rows]
        context = _Context(run.tenant, ideal, self._accounts.offer(run.tenant, run.owner))
        done: list[Decision] = []
        for start in range(0, len(rows), ROWS_A_CALL * CALLS_AT_ONCE):
            scored, failure = self._assess(self._model, rows[start : start + ROWS_A_CALL * CALLS_AT_ONCE], run, context)
            done += scored
            if failure and not done:
                raise failure
            if failure or is_time_up():
                break
        return done

    def _assess(
        self, model: TextModel, rows: Sequence[FoundRow], run: Run, context: _Context
    ) -> tuple[list[Decision], Exception | None]:
        """Return what became of the first rows, and why the next of them failed, if one did."""
        found: dict[str, Assessment | Rejected] = {
            row.lead.id: kept for row in rows if (kept := _kept(row, model.name, context))
        }
        groups = list(groups_of([row.lead for row in rows if row.lead.id not in found]))
        taken = self._owed.pop(run.id, Counter())
        failures: list[Exception] = []
        for judged, spent in ask_at_once(groups, partial(_assessments, model, context)):
            taken.update(spent)
            if isinstance(judged, Exception):
                failures.append(judged)
            else:
                found |= judged
        reached = next((place for place, row in enumerate(rows) if row.lead.id not in found), len(rows))
        done = [_assessed(row, found[row.lead.id], model.name, context) for row in rows[:reached]]
        if done:
            done[0] = replace(done[0], spent=taken)
        else:
            self._owed[run.id] = taken
        return done, failures[0] if failures else None


def _assessments(
    model: TextModel, context: _Context, leads: Sequence[Lead], taken: Counter[str], is_late: Callable[[], bool]
) -> dict[str, Assessment | Rejected]:
    """Return what the model thinks of each lead, by id; refused rows are asked for again."""

    def ask(asked: Mapping[str, Lead]) -> Mapping[str, Assessment | Rejected]:
        data = data_of(asked, context.ideal, context.offer)
        request = ModelRequest(
            instructions=INSTRUCTIONS,
            data=data,
            max_output_tokens=MOST_TOKENS,
            tenant=context.tenant,
            purpose="assessment",
        )
        try:
            answer = model.generate(request, SCHEMA)
        except Rejected as refusal:
            taken.update(took(model.name, refusal.usage) if isinstance(refusal, Unusable) else {})
            return dict.fromkeys(asked, refusal)
        taken.update(took(answer.model, answer.usage))
        came = read(answer.data, asked)
        return {key: came.get(key, LEFT_OUT) for key in asked}

    by_key = {f"r{number}": lead for number, lead in enumerate(leads, 1)}
    answers = ask_in_parts(by_key, ask, _is_of_the_row, MOST_CALLS, is_late)
    return {by_key[key].id: answer for key, answer in answers.items()}


def _is_of_the_row(answer: Assessment | Rejected) -> bool:
    """Whether a refusal may have come over a row by its neighbours, so that it is worth asking again."""
    return isinstance(answer, Rejected) and answer.reason not in ("bad_key", "no_such_model", "refused")


def _kept(row: FoundRow, model: str, context: _Context) -> Assessment | None:
    """Return what the model thought of the same cells before, so that an unchanged row costs no second call."""
    kept = row.record.facts.get("assessment")
    if not kept or kept["inputs"] != _inputs(row.lead, model, context):
        return None
    return Assessment(fit=kept["fit"], speaks_for=tuple(kept["for"]), against=tuple(kept["against"]))


def _inputs(lead: Lead, model: str, context: _Context) -> str:
    values = {str(field): text for field, text in lead.values.items()}
    us = [asdict(context.ideal), context.offer.what, context.offer.audience]
    return digest("assessment", model, json.dumps([values, dict(lead.other), us], sort_keys=True))


def _assessed(row: FoundRow, found: Assessment | Rejected, model: str, context: _Context) -> Decision:
    by_rules = score(row.lead, context.ideal)
    if isinstance(found, Rejected):
        decision = _done(by_rules, {"assessment": None})
        status = f"{SCORED} by rules: {found.message}"
        return replace(decision, cells={**decision.cells, OwnColumn.STATUS: status}, remark=found.message)
    inputs = _inputs(row.lead, model, context)
    kept = {"inputs": inputs, "fit": found.fit, "for": list(found.speaks_for), "against": list(found.against)}
    return _done(blended(by_rules, found, row.lead), {"assessment": kept})


def _done(found: Score, facts: Mapping[str, object]) -> Decision:
    cells: dict[OwnColumn, Cell] = {
        OwnColumn.SCORE: found.points,
        OwnColumn.TIER: str(found.tier),
        OwnColumn.WHY: why(found),
        OwnColumn.STATUS: SCORED,
    }
    return Decision(cells=cells, outcome=found.tier.lower(), facts={"reasons": _reasons(found), **facts})


def _reasons(found: Score) -> list[dict[str, object]]:
    """Return the reasons to keep; a cell may hold 50,000 characters, and each reason would keep its own copy."""
    return [
        {"rule": one.rule, "header": one.header, "value": one.value[:MAX_KEPT], "points": one.points}
        for one in found.reasons
    ]
