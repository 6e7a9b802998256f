"""Drafts rows of a run: a model writes several at once, or the offline twin writes one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from itertools import islice

from addon.accounts.model import Offer
from addon.accounts.service import Accounts
from addon.drafting.evidence_text import evidence_text
from addon.drafting.model import Draft, Writer
from addon.drafting.service import Drafting
from addon.errors import Invalid, Unavailable
from addon.leads.model import Decision, FoundRow, Lead, OwnColumn
from addon.lib.ids import digest
from addon.runs.model import Run

AT_ONCE = 4
"""Rows a model writes at the same time: a free key allows 10 to 15 requests a minute, so more would only queue."""

DRAFTED, DRAFTED_OFFLINE = "Drafted", "Drafted offline"


class DraftRows:
    """The work of a ``draft`` run."""

    columns: tuple[OwnColumn, ...] = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE)
    guarded: tuple[OwnColumn, ...] = (OwnColumn.SUBJECT, OwnColumn.DRAFT)
    done_column: OwnColumn = OwnColumn.DRAFT
    slice_rows = 100

    def __init__(self, accounts: Accounts, drafting: Drafting) -> None:
        self._accounts = accounts
        self._drafting = drafting

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        """Draft rows, a handful at a time, until time is up; what is written when a model gives out is kept."""
        offer = self._accounts.offer(run.tenant, run.user)
        done: list[Decision] = []
        for batch in _batches(rows):
            try:
                done += self._write_all(batch, offer)
            except Unavailable:
                if not done:
                    raise
                break
            if is_time_up():
                break
        return done

    def _write_all(self, rows: Sequence[FoundRow], offer: Offer) -> list[Decision]:
        if not self._drafting.has_model:
            return [self._write(row, offer) for row in rows]
        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            return list(pool.map(lambda row: self._write(row, offer), rows))

    def _write(self, row: FoundRow, offer: Offer) -> Decision:
        inputs = _inputs(row.lead, offer, self._drafting.writer_name)
        if row.record.facts.get("draft_inputs") == inputs:
            return _again(row)
        try:
            draft = self._drafting.write(row.lead, offer)
        except Invalid as gap:
            return Decision(cells={OwnColumn.STATUS: f"No draft: {gap.message}"}, outcome="held")
        return _done(draft, inputs)


def _batches(rows: Sequence[FoundRow]) -> Iterator[list[FoundRow]]:
    remaining = iter(rows)
    while batch := list(islice(remaining, AT_ONCE)):
        yield batch


def _inputs(lead: Lead, offer: Offer, writer: str) -> str:
    """Return what a draft depends on, so that an unchanged row costs no second call."""
    values = {str(field): text for field, text in lead.values.items()}
    return digest("draft", writer, json.dumps([values, dict(lead.other), asdict(offer)], sort_keys=True))


def _done(draft: Draft, inputs: str) -> Decision:
    offline = draft.writer is Writer.TWIN
    cells = {
        OwnColumn.SUBJECT: draft.subject,
        OwnColumn.DRAFT: draft.body,
        OwnColumn.EVIDENCE: evidence_text(draft),
        OwnColumn.STATUS: DRAFTED_OFFLINE if offline else DRAFTED,
    }
    facts = {"draft_inputs": inputs, "writer": draft.writer_name, "removed": list(draft.removed)}
    return Decision(cells=cells, outcome="offline" if offline else "drafted", facts=facts)


def _again(row: FoundRow) -> Decision:
    wanted = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE, OwnColumn.STATUS)
    cells = {column: row.record.cells[column] for column in wanted if column in row.record.cells}
    return Decision(
        cells=cells,
        outcome="offline" if row.record.facts.get("writer") == "offline" else "drafted",
        facts=row.record.facts,
    )
