"""Drafts rows of a run: a model writes several a call, or the offline twin writes one after the other."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace

from addon.accounts.service import Accounts
from addon.drafting.asking import ROWS_A_CALL, groups_of
from addon.drafting.evidence_text import evidence_text
from addon.drafting.model import Draft, Writer
from addon.drafting.service import Drafting, Order
from addon.errors import Invalid
from addon.leads.model import Decision, FoundRow, Lead, OwnColumn
from addon.lib.ids import digest
from addon.lib.parts import IsLate
from addon.runs.model import Run
from addon.runs.turn_dispatch import Turns

DRAFTED, DRAFTED_OFFLINE = "Drafted", "Drafted offline"


class DraftRows:
    """The work of a ``draft`` run."""

    columns: tuple[OwnColumn, ...] = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE)
    guarded: tuple[OwnColumn, ...] = (OwnColumn.SUBJECT, OwnColumn.DRAFT)
    done_column: OwnColumn = OwnColumn.DRAFT
    needed_column: OwnColumn | None = None
    slice_rows = 100

    def __init__(self, accounts: Accounts, drafting: Drafting) -> None:
        self._accounts = accounts
        self._drafting = drafting
        self._turns = Turns(ROWS_A_CALL, groups_of)

    def is_quick(self, run: Run) -> bool:  # noqa: ARG002 - every work's shape
        """Whether a slice is done within a click: a model's answers are not waited for there."""
        return not self._drafting.has_model

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        """Draft rows, a few calls' worth at a time, until time is up or a row fails; the rows before it are kept.

        Raises what the first row failed with, ``Unavailable`` for one, when nothing was done.
        """
        offer = self._accounts.offer(run.tenant, run.owner)
        order = Order(tenant=run.tenant, offer=offer, wish=run.manner.wish, variant=run.manner.variant)
        writer, has_model = self._drafting.writer_name, self._drafting.has_model

        def known(row: FoundRow) -> Decision | None:
            return _again(row) if _is_written(row, order, writer, anew=run.manner.anew) else None

        def ask(leads: Sequence[Lead], taken: Counter[str], is_late: IsLate) -> dict[str, Decision]:
            drafts = self._drafting.write_all(order, leads, taken, is_late)
            return {
                lead.id: _decision(draft, lead, order, writer, has_model=has_model)
                for lead, draft in zip(leads, drafts, strict=True)
            }

        return self._turns.take(run, rows, is_time_up, known, ask)


def _inputs(lead: Lead, order: Order, writer: str) -> str:
    """Return what a draft depends on, so that an unchanged row costs no second call."""
    values = {str(field): text for field, text in lead.values.items()}
    all = [values, dict(lead.other), asdict(order.offer), order.wish, order.variant]
    return digest("draft", writer, json.dumps(all, sort_keys=True))


def _is_written(row: FoundRow, order: Order, writer: str, *, anew: bool) -> bool:
    """Whether the row's draft is of the same inputs; unless written ``anew``, its own wish counts, not the run's."""
    facts = row.record.facts
    own = order if anew else replace(order, wish=facts.get("wish", ""), variant=facts.get("variant", 0))
    return bool(facts.get("draft_inputs")) and facts["draft_inputs"] == _inputs(row.lead, own, writer)


def _decision(draft: Draft | Invalid, lead: Lead, order: Order, writer: str, *, has_model: bool) -> Decision:
    if isinstance(draft, Invalid):
        return Decision(cells={OwnColumn.STATUS: f"No draft: {draft.message}"}, outcome="held")
    offline = draft.writer is Writer.TWIN
    cells = {
        OwnColumn.SUBJECT: draft.subject,
        OwnColumn.DRAFT: draft.body,
        OwnColumn.EVIDENCE: evidence_text(draft),
        OwnColumn.STATUS: DRAFTED_OFFLINE if offline else DRAFTED,
    }
    # A text in place of the model's is not the model's answer: without inputs a later run asks the model again.
    inputs = "" if draft.note and has_model else _inputs(lead, order, writer)
    facts = {
        "draft_inputs": inputs,
        "writer": draft.writer_name,
        "removed": [asdict(gone) for gone in draft.removed],
        "wish": order.wish,
        "variant": order.variant,
    }
    return Decision(cells=cells, outcome=_outcome(draft, has_model), facts=facts, remark=draft.note)


def _outcome(draft: Draft, has_model: bool) -> str:
    if draft.writer is Writer.MODEL:
        return "drafted"
    return "fallback" if has_model else "offline"


def _again(row: FoundRow) -> Decision:
    wanted = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE, OwnColumn.STATUS)
    cells = {column: row.record.cells[column] for column in wanted if column in row.record.cells}
    return Decision(
        cells=cells,
        outcome="offline" if row.record.facts.get("writer") == "offline" else "drafted",
        facts=row.record.facts,
    )
