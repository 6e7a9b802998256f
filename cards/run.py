"""The receipt of a run: how far it is, what came out, and what to press next."""

from __future__ import annotations

from collections.abc import Mapping

from addon.leads.model import RowChoice
from addon.runs.model import Run, RunKind, RunState
from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card

DOING = {RunKind.SCORE: "Scoring", RunKind.DRAFT: "Writing drafts"}

_OUTCOMES = {
    "hot": "Hot",
    "warm": "Warm",
    "cold": "Cold",
    "drafted": "drafted",
    "offline": "drafted offline",
    "fallback": "drafted offline, for the model did not answer well",
    "held": "without a draft, see Status",
    "kept": "kept as you edited them",
    "gone": "deleted meanwhile",
    "changed": "changed meanwhile: run again",
}
"""Words a run counts rows under, in the order shown."""

STATES = {
    RunState.QUEUED: "Starting",
    RunState.RUNNING: "Working: the cells fill while you watch",
    RunState.WAITING: "Waiting",
    RunState.STOPPING: "Stopping after the rows in hand",
    RunState.STOPPED: "Stopped. What is done stays done",
    RunState.DONE: "Done",
    RunState.FAILED: "Stopped by a fault",
}


def receipt(run: Run, *, notices: tuple[str, ...] = ()) -> Card:
    """Build the receipt; it shows the run as stored, so it agrees with the cells written so far."""
    return w.card(
        title(run),
        [
            w.section(
                w.fact(progress(run), label=_state(run), below=_which(run), icon="CLOCK"),
                w.paragraph(outcomes(run.counts)) if run.counts else None,
                w.paragraph(run.note) if run.note else None,
                *(w.paragraph(notice) for notice in notices),
            ),
            w.section(_buttons(run)),
            w.section(_after(run)),
        ],
        name="run",
    )


def title(run: Run) -> str:
    """Say what is done to which tab."""
    return f"{DOING[run.kind]} · {run.target.tab}"


def progress(run: Run) -> str:
    """Say how many rows of how many."""
    if run.total is None:
        return "Reading the tab"
    if not run.total:
        return "No row to do"
    return f"{run.cursor:,} of {run.total:,} rows"


def outcomes(counts: Mapping[str, int]) -> str:
    """Say what came out, in numbers."""
    return " · ".join(f"{counts[word]:,} {text}" for word, text in _OUTCOMES.items() if counts.get(word))


def parameters(run: Run) -> dict[Param, str]:
    """Return what a button needs to find the run again."""
    return {Param.FILE: run.target.spreadsheet_id, Param.TAB: str(run.target.sheet_id), Param.RUN: run.id}


def _state(run: Run) -> str:
    return "Waiting. It goes on by itself" if run.state is RunState.WAITING and run.retry_at else STATES[run.state]


def _which(run: Run) -> str:
    words: dict[str, str] = {
        RowChoice.NEW: "rows not done yet",
        RowChoice.HOT: "Hot rows without a draft",
        RowChoice.TICKED: "ticked rows",
    }
    return f"Chosen: {words.get(run.target.rows) or f'rows {run.target.rows}'}"


def _buttons(run: Run) -> w.Widget | None:
    stop = w.button("Stop", Action.STOP_RUN, parameters(run)) if run.state.is_active else None
    return w.buttons(
        w.button("Refresh", Action.SHOW_RUN, parameters(run), primary=run.state.is_active),
        stop,
        w.button("Back to Home", Action.SHOW_HOME, parameters(run)),
    )


def _after(run: Run) -> w.Widget | None:
    if run.state.is_active or run.kind is not RunKind.SCORE:
        return None
    return w.buttons(w.button("Write drafts", Action.START_DRAFTS, parameters(run), primary=True))
