"""Scores rows of a run by rules and, where the user wants it, with a model's assessment of each row."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace

from addon.accounts.model import IdealCustomer, Offer
from addon.accounts.service import Accounts
from addon.errors import Rejected
from addon.leads.model import Cell, Decision, FoundRow, Lead, OwnColumn
from addon.leads.service import tab_id
from addon.lib.ids import digest
from addon.lib.parts import IsLate, ask_in_parts
from addon.ports import ModelRequest, TextModel
from addon.runs.model import Run
from addon.runs.turn_dispatch import Turns, asked
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
    needed_column: OwnColumn | None = None
    slice_rows = 1_000

    def __init__(self, accounts: Accounts, model: TextModel | None = None) -> None:
        self._accounts = accounts
        self._model = model
        self._turns = Turns(ROWS_A_CALL, groups_of)

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
        model = self._model

        def known(row: FoundRow) -> Decision | None:
            kept = _kept(row, model.name, context)
            return _assessed(row.lead, kept, model.name, context) if kept else None

        def ask(leads: Sequence[Lead], taken: Counter[str], is_late: IsLate) -> dict[str, Decision]:
            found = _assessments(model, context, leads, taken, is_late)
            return {lead.id: _assessed(lead, found[lead.id], model.name, context) for lead in leads}

        return self._turns.take(run, rows, is_time_up, known, ask)


def _assessments(
    model: TextModel, context: _Context, leads: Sequence[Lead], taken: Counter[str], is_late: IsLate
) -> dict[str, Assessment | Rejected]:
    """Return what the model thinks of each lead, by id; refused rows are asked for again."""

    def ask(group: Mapping[str, Lead]) -> Mapping[str, Assessment | Rejected]:
        data = data_of(group, context.ideal, context.offer)
        request = ModelRequest(
            instructions=INSTRUCTIONS,
            data=data,
            max_output_tokens=MOST_TOKENS,
            tenant=context.tenant,
            purpose="assessment",
        )
        try:
            answer = asked(model, request, SCHEMA, taken)
        except Rejected as refusal:
            return dict.fromkeys(group, refusal)
        came = read(answer.data, group)
        return {key: came.get(key, LEFT_OUT) for key in group}

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


def _assessed(lead: Lead, found: Assessment | Rejected, model: str, context: _Context) -> Decision:
    by_rules = score(lead, context.ideal)
    if isinstance(found, Rejected):
        decision = _done(by_rules, {"assessment": None})
        status = f"{SCORED} by rules: {found.message}"
        return replace(decision, cells={**decision.cells, OwnColumn.STATUS: status}, remark=found.message)
    inputs = _inputs(lead, model, context)
    kept = {"inputs": inputs, "fit": found.fit, "for": list(found.speaks_for), "against": list(found.against)}
    return _done(blended(by_rules, found, lead), {"assessment": kept})


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
