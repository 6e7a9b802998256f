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
from addon.errors import Invalid
from addon.leads.model import Decision, FoundRow, Lead, OwnColumn
from addon.lib.ids import digest
from addon.runs.model import Run

AT_ONCE = 4
"""Rows a model writes at the same time: a free key allows 10 to 15 requests a minute, so more would only queue."""

MOST_SPARE = 64
"""Answers held in memory at most, for seconds: a failed slice comes again soon, and leaves three at most."""

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
        self._spare = _Spare()

    @property
    def is_quick(self) -> bool:
        """Whether a slice is done within a click: a model's answers are not waited for there."""
        return not self._drafting.has_model

    def __call__(self, run: Run, rows: Sequence[FoundRow], is_time_up: Callable[[], bool]) -> Sequence[Decision]:
        """Draft rows, a handful at a time, until time is up or a row fails; the rows before it are kept.

        Raises what the first row failed with, ``Unavailable`` for one, when nothing was done.
        """
        offer = self._accounts.offer(run.tenant, run.owner)
        done: list[Decision] = []
        for batch in _batches(rows):
            written, failure = self._write_all(batch, offer)
            done += written
            if failure and not done:
                raise failure
            if failure or is_time_up():
                break
        return done

    def _write_all(self, rows: Sequence[FoundRow], offer: Offer) -> tuple[list[Decision], BaseException | None]:
        """Return what became of the first rows, and why the next of them failed, if one did."""
        if not self._drafting.has_model:
            return [self._write(row, offer) for row in rows], None
        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            answers = [pool.submit(self._write, row, offer) for row in rows]
        failures = [answer.exception() for answer in answers]
        reached = next((place for place, failure in enumerate(failures) if failure), len(rows))
        for row, answer in list(zip(rows, answers, strict=True))[reached + 1 :]:
            if not answer.exception():
                self._spare.keep(row, answer.result())
        return [answer.result() for answer in answers[:reached]], next(filter(None, failures), None)

    def _write(self, row: FoundRow, offer: Offer) -> Decision:
        inputs = _inputs(row.lead, offer, self._drafting.writer_name)
        if row.record.facts.get("draft_inputs") == inputs:
            return _again(row)
        if spare := self._spare.take(row, inputs):
            return spare
        try:
            draft = self._drafting.write(row.lead, offer)
        except Invalid as gap:
            return Decision(cells={OwnColumn.STATUS: f"No draft: {gap.message}"}, outcome="held")
        return _done(draft, inputs)


class _Spare:
    """Answers paid for whose row could not be handed on, as a row before it failed; they wait for its next turn."""

    def __init__(self) -> None:
        self._decisions: dict[tuple[str, str], Decision] = {}

    def keep(self, row: FoundRow, decision: Decision) -> None:
        inputs = str(decision.facts.get("draft_inputs", ""))
        if not inputs:  # a fallback is asked for again, a held row costs nothing
            return
        if len(self._decisions) >= MOST_SPARE:
            self._decisions.clear()
        self._decisions[row.lead.id, inputs] = decision

    def take(self, row: FoundRow, inputs: str) -> Decision | None:
        return self._decisions.pop((row.lead.id, inputs), None)


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
    # A text in place of the model's is not the model's answer: without inputs a later run asks the model again.
    inputs = "" if draft.note else inputs
    facts = {"draft_inputs": inputs, "writer": draft.writer_name, "removed": list(draft.removed)}
    return Decision(cells=cells, outcome=_outcome(draft), facts=facts)


def _outcome(draft: Draft) -> str:
    if draft.writer is Writer.MODEL:
        return "drafted"
    return "fallback" if draft.note else "offline"


def _again(row: FoundRow) -> Decision:
    wanted = (OwnColumn.SUBJECT, OwnColumn.DRAFT, OwnColumn.EVIDENCE, OwnColumn.STATUS)
    cells = {column: row.record.cells[column] for column in wanted if column in row.record.cells}
    return Decision(
        cells=cells,
        outcome="offline" if row.record.facts.get("writer") == "offline" else "drafted",
        facts=row.record.facts,
    )
