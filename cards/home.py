"""Home in a sheet: numbers first, one primary button, the choice of tab and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from addon.leads.model import RowChoice, Tab, Workbook
from addon.runs.model import Run
from cards import run as run_card
from cards import widgets as w
from cards.actions import Action, Input, Param
from cards.response import Card

ROW_CHOICES = (
    (str(RowChoice.NEW), "All rows not done yet"),
    (str(RowChoice.HOT), "Hot rows without a draft"),
    (str(RowChoice.TICKED), "Rows ticked in a column called Select"),
    ("range", "The rows written below"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What Home shows. ``numbers`` are counted from the tab's cells, empty before the first check."""

    email: str
    workbook: Workbook
    tab: Tab
    numbers: Mapping[str, int]
    runs: tuple[Run, ...]
    knows_offer: bool
    rows: str = RowChoice.NEW
    range: str = ""


def home(view: Home) -> Card:
    """Build Home of an open, allowed file."""
    file = {Param.FILE: view.workbook.spreadsheet_id}
    return w.card(
        view.workbook.title or "Your leads",
        [
            _numbers(view),
            w.section(*(_run_line(run) for run in view.runs)),
            _choice(view, file),
            _steps(view, file),
            _about(view, file),
        ],
        subtitle=f"Signed in as {view.email}",
        name="home",
    )


def _numbers(view: Home) -> w.Widget:
    numbers = view.numbers
    if not numbers:
        return w.section(
            w.fact(
                "Not checked yet",
                label=f"Tab {view.tab.title}",
                below="Check leads reads the tab and changes nothing.",
                icon="PERSON",
            )
        )
    rows, scored, drafted = (numbers.get(name, 0) for name in ("rows", "scored", "drafted"))
    tiers = " · ".join(f"{numbers.get(tier.lower(), 0):,} {tier}" for tier in ("Hot", "Warm", "Cold"))
    counted = f"{rows:,} leads · {scored:,} scored · {drafted:,} drafts"
    return w.section(w.fact(counted, label=f"Tab {view.tab.title}", below=tiers if scored else "", icon="PERSON"))


def _run_line(run: Run) -> w.Widget:
    open_run = w.button("Details", Action.OPEN_RUN, run_card.parameters(run))
    return w.fact(run_card.progress(run), label=run_card.title(run), below=run.note, icon="CLOCK", button=open_run)


def _choice(view: Home, file: dict[Param, str]) -> w.Widget:
    tabs = tuple((str(tab.sheet_id), tab.title) for tab in view.workbook.tabs if not tab.hidden or tab == view.tab)
    return w.section(
        w.choice(Input.TAB, "Tab", tabs, str(view.tab.sheet_id), on_change=w.click(Action.SHOW_HOME, file)),
        w.choice(Input.ROWS, "Which rows", ROW_CHOICES, view.rows),
        w.text_input(Input.RANGE, "Rows by number", view.range, hint="2-50, 60", limit=200),
    )


def _steps(view: Home, file: dict[Param, str]) -> w.Widget:
    next_step = _next_step(view)
    steps = (
        ("Check leads", Action.CHECK_LEADS),
        ("Score leads", Action.START_SCORE),
        ("Write drafts", Action.START_DRAFTS),
    )
    made = {action: w.button(text, action, file, primary=action is next_step) for text, action in steps}
    first = made.pop(next_step)
    return w.section(w.buttons(first), w.buttons(*made.values(), w.button("Refresh", Action.SHOW_HOME, file)))


def _next_step(view: Home) -> Action:
    numbers = view.numbers
    if not numbers.get("rows"):
        return Action.CHECK_LEADS
    return Action.START_SCORE if numbers.get("scored", 0) < numbers["rows"] else Action.START_DRAFTS


def _about(view: Home, file: dict[Param, str]) -> w.Widget:
    missing = None if view.knows_offer else w.fact("Drafts get better once you say what you sell.", icon="STAR")
    return w.section(
        missing,
        w.buttons(
            w.button("What we sell", Action.SHOW_OFFER, file),
            w.button("Ideal customer", Action.SHOW_IDEAL, file),
            w.button("Settings", Action.SHOW_SETTINGS, file),
        ),
    )
