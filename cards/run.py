"""The receipt of a run: how far it is, what came out, and what to press next."""

from __future__ import annotations

from collections.abc import Mapping

from addon.leads.model import RowChoice
from addon.runs.model import Run, RunKind, RunState
from cards import widgets as w
from cards.actions import Action, Param
from cards.response import Card
from cards.words import Message, amount, moment, number, say, say_kept, say_many

CENT = 10_000
"""Millionths of a dollar; what costs less is shown as one."""

DOING = {
    RunKind.SCORE: Message("Scoring"),
    RunKind.DRAFT: Message("Writing drafts"),
    RunKind.FOLLOW_UPS: Message("Writing follow-ups"),
}

_OUTCOMES = {
    "hot": "Hot",
    "warm": "Warm",
    "cold": "Cold",
    "drafted": Message("drafted"),
    "offline": Message("drafted offline"),
    "fallback": Message("drafted offline, for the model did not answer well"),
    "held": Message("without a draft, see Status"),
    "kept": Message("kept as you edited them"),
    "under_way": Message("in a sequence: left as approved"),
    "gone": Message("deleted meanwhile"),
    "changed": Message("changed meanwhile: run again"),
}
"""Words a run counts rows under, in the order shown."""

STATES = {
    RunState.QUEUED: Message("Starting"),
    RunState.RUNNING: Message("Working: the cells fill while you watch"),
    RunState.WAITING: Message("Waiting"),
    RunState.STOPPING: Message("Stopping after the rows in hand"),
    RunState.STOPPED: Message("Stopped. What is done stays done"),
    RunState.DONE: Message("Done"),
    RunState.FAILED: Message("Stopped by a fault"),
}


def receipt(run: Run, *, notices: tuple[str, ...] = ()) -> Card:
    """Build the receipt; it shows the run as stored, so it agrees with the cells written so far."""
    return w.card(
        title(run),
        [
            w.section(
                w.fact(progress(run), label=_state(run), below=_which(run), icon="CLOCK"),
                w.paragraph(outcomes(run.counts)) if run.counts else None,
                w.paragraph(took(run)) if run.spent.get("calls") else None,
                w.paragraph(say_kept(run.note)) if run.note else None,
                w.paragraph(say_kept(run.remark)) if run.remark else None,
                *(w.paragraph(notice) for notice in notices),
            ),
            w.section(_buttons(run)),
            w.section(_after(run)),
        ],
        name="run",
    )


def title(run: Run) -> str:
    """Say what is done to which tab."""
    return f"{say(DOING[run.kind])} · {run.target.tab}"


def progress(run: Run) -> str:
    """Say how many rows of how many."""
    if run.total is None:
        return say("Reading the tab")
    if not run.total:
        return say("No row to do")
    return say("{done} of {total} rows", done=number(run.cursor), total=number(run.total))


def outcomes(counts: Mapping[str, int]) -> str:
    """Say what came out, in numbers."""
    return " · ".join(f"{number(counts[word])} {say(text)}" for word, text in _OUTCOMES.items() if counts.get(word))


def took(run: Run) -> str:
    """Say what the model took: calls, and what they cost where the price is known."""
    micros, calls = run.spent.get("micros"), run.spent["calls"]
    if micros is None:
        return say_many("{count} call to the model", "{count} calls to the model", calls)
    cost = amount(f"{max(micros, CENT) / 1_000_000:,.2f}")
    return say_many("{count} call to the model, {cost} USD", "{count} calls to the model, {cost} USD", calls, cost=cost)


def whose(run: Run, starter: str, zone: str) -> str:
    """Say who started a run, and when in the reader's time zone; ``starter`` is an address, empty if unknown."""
    at = moment(run.created_at, zone)
    who = starter or say("A colleague")
    return say("{who} started this at {time}: it goes on for both of you, and no row is done twice.", who=who, time=at)


def parameters(run: Run) -> dict[Param, str]:
    """Return what a button needs to find the run again."""
    return {Param.FILE: run.target.spreadsheet_id, Param.TAB: str(run.target.sheet_id), Param.RUN: run.id}


def _state(run: Run) -> str:
    if run.state is RunState.WAITING and run.retry_at:
        return say("Waiting. It goes on by itself")
    return say(STATES[run.state])


def _which(run: Run) -> str:
    words: dict[str, str] = {
        RowChoice.NEW: say("rows not done yet"),
        RowChoice.HOT: say("Hot rows without a draft"),
        RowChoice.TICKED: say("ticked rows"),
    }
    return say("Chosen: {rows}", rows=words.get(run.target.rows) or say("rows {rows}", rows=run.target.rows))


def _buttons(run: Run) -> w.Widget | None:
    stop = w.button(say("Stop"), Action.STOP_RUN, parameters(run)) if run.state.is_active else None
    return w.buttons(
        w.button(say("Refresh"), Action.SHOW_RUN, parameters(run), primary=run.state.is_active),
        stop,
        w.button(say("Back to Home"), Action.SHOW_HOME, parameters(run)),
    )


def _after(run: Run) -> w.Widget | None:
    if run.state in (RunState.STOPPED, RunState.FAILED) and run.cursor < (run.total or 1):
        return w.buttons(w.button(say("Resume"), Action.RESUME_RUN, parameters(run), primary=True))
    if run.state.is_active or run.kind is not RunKind.SCORE:
        return None
    return w.buttons(w.button(say("Write drafts"), Action.START_DRAFTS, parameters(run), primary=True))
