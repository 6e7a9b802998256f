"""What the Status cell of a lead shows: a run's word, unless a sequence has one that counts more (DESIGN 5.4). Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta, timezone, tzinfo
from re import fullmatch
from typing import Any
from zoneinfo import ZoneInfo

from addon.leads.model import Cell, Decision, LeadRecord, OwnColumn
from addon.leads.standing_model import SAID, Rank, Said
from addon.lib.text import clean, shorten

RUN_WORD = "run_word"
"""A fact of a lead: the word of the last run."""

MAX_STATUS = 200
"""Characters of a status."""

_OFFSET = r"(?:GMT|UTC)?([+-])(\d{1,2}):?([0-5]\d)?"


def shown(facts: Mapping[str, Any], run_word: Cell) -> Cell:
    """Return what the cell shows where a run has ``run_word`` for it."""
    return str(facts[SAID]["status"]) if is_said(facts) else run_word


def is_said(facts: Mapping[str, Any]) -> bool:
    """Whether a sequence's word stands above every run's."""
    return bool(facts.get(SAID, {}).get("rank", Rank.RUN) > Rank.RUN)


def highest(said: Iterable[Said]) -> Said:
    """Return the word that counts among several for one lead; of equal rank the later activity, else the first."""
    return max(said, key=lambda one: (one.rank, one.activity.timestamp() if one.activity else 0.0))


def run_word_of(record: LeadRecord) -> Cell:
    """Return the word of the last run, whatever the cell shows."""
    word: Cell = record.facts.get(RUN_WORD, record.cells.get(OwnColumn.STATUS, ""))
    return word


def under_sequence(decision: Decision, facts: Mapping[str, Any]) -> Decision:
    """Return a run's decision as the sequence lets it be written; the run's word is kept among the facts.

    ``facts`` are the lead's as they are stored now. What the decision took over of older ones does not undo them.
    """
    own = {name: fact for name, fact in decision.facts.items() if name != SAID}
    if OwnColumn.STATUS not in decision.cells:
        return replace(decision, facts=own)
    word = own.setdefault(RUN_WORD, decision.cells[OwnColumn.STATUS])
    return replace(decision, cells={**decision.cells, OwnColumn.STATUS: shown(facts, word)}, facts=own)


def without_sequence(record: LeadRecord) -> LeadRecord:
    """Return the record of a copied row: it is the same person's, but no mail of its own ever went."""
    facts = {name: fact for name, fact in record.facts.items() if name != SAID}
    if not is_said(record.facts):
        return replace(record, facts=facts)
    return replace(record, facts=facts, cells={**record.cells, OwnColumn.STATUS: run_word_of(record)})


def cells_said(record: LeadRecord, said: Said, zone: tzinfo) -> dict[OwnColumn, Cell]:
    """Return the cells a sequence's word comes to: Status, and Last activity where there was one."""
    status: Cell = shorten(clean(said.status[: 4 * MAX_STATUS]), MAX_STATUS)
    if said.rank is Rank.RUN and not status:
        status = run_word_of(record)
    cells = {OwnColumn.STATUS: status}
    if said.activity:
        cells[OwnColumn.LAST_ACTIVITY] = activity_text(said.activity, zone)
    return cells


def facts_said(record: LeadRecord, said: Said) -> dict[str, Any]:
    """Return the facts of a lead after a word of the sequence."""
    kept = {
        "status": shorten(clean(said.status[: 4 * MAX_STATUS]), MAX_STATUS),
        "rank": int(said.rank),
        "is_over": said.is_over,
    }
    return {**record.facts, RUN_WORD: run_word_of(record), SAID: kept}


def activity_text(at: datetime, zone: tzinfo) -> str:
    """Return an instant as ``2026-11-25 14:06`` on the clock of a zone."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M")


def zone_of(name: str) -> tzinfo:
    """Return a file's time zone from its setting, ``Europe/Rome`` or ``GMT-07:00``; UTC where it says neither."""
    if found := fullmatch(_OFFSET, name.strip()):
        hours, minutes = int(found[2]), int(found[3] or 0)
        offset = timedelta(hours=min(hours, 14), minutes=minutes) if hours <= 14 else timedelta()
        return timezone(-offset if found[1] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, no name at all, or one that leads out of the data
        return ZoneInfo("UTC")
