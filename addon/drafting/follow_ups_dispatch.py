"""Writes both follow-ups of rows that have a draft: a model several a call, or the offline twin one after the other.

The first ends with a question, the second with the booking page where there is one, so that it stands there once.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace

from addon.accounts.service import Accounts
from addon.drafting.asking import ROWS_A_CALL, groups_of
from addon.drafting.follow_up import said_in
from addon.drafting.model import Draft, Writer
from addon.drafting.service import Drafting, Order
from addon.errors import Invalid
from addon.leads.model import Decision, FoundRow, Lead, OwnColumn
from addon.leads.standing_model import is_under_way
from addon.lib.ids import digest
from addon.lib.parts import IsLate
from addon.runs.model import Run
from addon.runs.turn_dispatch import Turns

WRITTEN, WRITTEN_OFFLINE = "Follow-ups written", "Follow-ups written offline"
INPUTS, WRITER, REMOVED = "follow_up_inputs", "follow_up_writer", "follow_up_removed"
"""Facts of a lead, beside those of its draft."""

UNDER_WAY = "under_way"
"""The outcome of a row that is left as it is: a sequence sends its mails as they were approved."""

Pair = tuple[Draft, Draft]


class FollowUpRows:
    """The work of a ``follow_ups`` run. The Evidence of a row stays its draft's."""

    columns: tuple[OwnColumn, ...] = (OwnColumn.FOLLOW_UP_1, OwnColumn.FOLLOW_UP_2)
    guarded: tuple[OwnColumn, ...] = columns
    done_column: OwnColumn = OwnColumn.FOLLOW_UP_1
    needed_column: OwnColumn | None = OwnColumn.DRAFT
    slice_rows = 100

    def __init__(self, accounts: Accounts, drafting: Drafting) -> None:
        self._accounts = accounts
        self._drafting = drafting
        self._turns = Turns(ROWS_A_CALL, groups_of)

    def is_quick(self, run: Run) -> bool:  # noqa: ARG002 - every work's shape
        """Whether a slice is done within a click: a model's answers are not waited for there."""
        return not self._drafting.has_model

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        """Write the follow-ups of rows, a few calls' worth at a time, until time is up or a row fails.

        Raises what the first row failed with, ``Unavailable`` for one, when nothing was done.
        """
        offer = self._accounts.offer(run.tenant, run.owner)
        order = Order(tenant=run.tenant, offer=offer, wish=run.manner.wish, variant=run.manner.variant, number=2)
        drafts = {row.lead.id: said_in(str(row.record.cells.get(OwnColumn.DRAFT, "")), offer) for row in rows}
        writer = self._drafting.writer_name

        def inputs(lead: Lead) -> str:
            return _inputs(lead, order, drafts[lead.id], writer)

        def known(row: FoundRow) -> Decision | None:
            if is_under_way(row.record.facts):
                return Decision(cells={}, outcome=UNDER_WAY)
            return _again(row) if row.record.facts.get(INPUTS) == inputs(row.lead) else None

        def ask(leads: Sequence[Lead], taken: Counter[str], is_late: IsLate) -> dict[str, Decision]:
            pairs = self._pairs(order, leads, drafts, taken, is_late)
            return {lead.id: self._decision(pairs[lead.id], inputs(lead)) for lead in leads}

        return self._turns.take(run, rows, is_time_up, known, ask)

    def _pairs(
        self, order: Order, leads: Sequence[Lead], drafts: Mapping[str, str], taken: Counter[str], is_late: IsLate
    ) -> dict[str, Pair | Invalid]:
        """Return both follow-ups by Lead ID: two calls, as the second must know what the first one says."""
        asking = replace(order, offer=replace(order.offer, booking_link=""))
        before = {lead.id: tuple(filter(None, [drafts[lead.id]])) for lead in leads}
        firsts = self._drafting.write_all(asking, leads, taken, is_late, before)
        for lead, first in zip(leads, firsts, strict=True):
            if not isinstance(first, Invalid):
                before[lead.id] += (said_in(first.body, order.offer),)
        seconds = self._drafting.write_all(replace(order, number=3), leads, taken, is_late, before)
        return {lead.id: _pair(*both) for lead, *both in zip(leads, firsts, seconds, strict=True)}

    def _decision(self, pair: Pair | Invalid, inputs: str) -> Decision:
        if isinstance(pair, Invalid):
            return Decision(cells={OwnColumn.STATUS: f"No follow-ups: {pair.message}"}, outcome="held")
        note = next((draft.note for draft in pair if draft.note), "")
        is_offline = any(draft.writer is Writer.TWIN for draft in pair)
        has_model = self._drafting.has_model
        # A text in place of the model's is not the model's answer: without inputs a later run asks the model again.
        facts = {
            INPUTS: "" if note and has_model else inputs,
            WRITER: "offline" if is_offline else pair[0].writer_name,
            REMOVED: [asdict(gone) for draft in pair for gone in draft.removed],
        }
        outcome = ("fallback" if has_model else "offline") if is_offline else "drafted"
        return Decision(cells=_cells(pair, is_offline=is_offline), outcome=outcome, facts=facts, remark=note)


def _pair(first: Draft | Invalid, second: Draft | Invalid) -> Pair | Invalid:
    if isinstance(first, Invalid):
        return first
    return second if isinstance(second, Invalid) else (first, second)


def _cells(pair: Pair, *, is_offline: bool) -> dict[OwnColumn, str]:
    return {
        OwnColumn.FOLLOW_UP_1: pair[0].body,
        OwnColumn.FOLLOW_UP_2: pair[1].body,
        OwnColumn.STATUS: WRITTEN_OFFLINE if is_offline else WRITTEN,
    }


def _inputs(lead: Lead, order: Order, draft: str, writer: str) -> str:
    """Return what the follow-ups depend on, so that an unchanged row costs no second call."""
    values = {str(field): text for field, text in lead.values.items()}
    all = [values, dict(lead.other), asdict(order.offer), order.wish, order.variant, draft]
    return digest("follow_ups", writer, json.dumps(all, sort_keys=True))


def _again(row: FoundRow) -> Decision:
    is_offline = row.record.facts.get(WRITER) == "offline"
    cells = {column: row.record.cells.get(column, "") for column in FollowUpRows.columns}
    status = WRITTEN_OFFLINE if is_offline else WRITTEN
    return Decision(
        cells={**cells, OwnColumn.STATUS: status},
        outcome="offline" if is_offline else "drafted",
        facts=row.record.facts,
    )
