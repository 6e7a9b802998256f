"""Home in a sheet: numbers first, one primary button, the choice of tab and rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from addon.leads.model import RowChoice, Tab, Workbook
from addon.runs.model import Run
from addon.sequences.plan_model import Progress
from cards import campaign, files
from cards import run as run_card
from cards import widgets as w
from cards.actions import BY_MODEL, BY_RULES, Action, Input, Param
from cards.response import Card
from cards.words import Message, number, say, say_kept, say_many

MAX_CAMPAIGNS = 3
"""Sequences under way that Home has a line for; more are counted."""

ROW_CHOICES = (
    (str(RowChoice.NEW), Message("All rows not done yet")),
    (str(RowChoice.HOT), Message("Hot rows without a draft")),
    (str(RowChoice.TICKED), Message("Rows ticked in a column called Select")),
    ("range", Message("The rows written below")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """What Home shows. ``numbers`` are counted from the tab's cells, empty before the first check.

    ``cost`` says what the drafts still to be written would cost about. ``campaigns`` are those under way, ``held``
    mails and ``replies`` wait for a person, mail leaves from ``sender``, ``""`` while no mailbox is connected; ``now``
    is for today.
    """

    email: str
    workbook: Workbook
    tab: Tab
    numbers: Mapping[str, int]
    runs: tuple[Run, ...]
    knows_offer: bool
    has_model: bool = False
    cost: str = ""
    rows: str = RowChoice.NEW
    range: str = ""
    campaigns: tuple[Progress, ...] = ()
    held: int = 0
    replies: int = 0
    sender: str = ""
    now: datetime | None = None


def home(view: Home) -> Card:
    """Build Home of an open, allowed file."""
    file = {Param.FILE: view.workbook.spreadsheet_id}
    return w.card(
        view.workbook.title or say("Your leads"),
        [
            _numbers(view),
            w.section(
                _replies_line(view, file),
                _held_line(view, file),
                *(_run_line(run) for run in view.runs),
                *_campaign_lines(view),
            ),
            _choice(view, file),
            _steps(view, file),
            _about(view, file),
        ],
        subtitle=say("Signed in as {email}", email=view.email),
        name="home",
    )


def _numbers(view: Home) -> w.Widget:
    numbers, label = view.numbers, say("Tab {tab}", tab=view.tab.title)
    if not numbers:
        reads = say("Check leads reads the tab and changes nothing.")
        return w.section(w.fact(say("Not checked yet"), label=label, below=reads, icon="PERSON"))
    rows, scored, drafted = (numbers.get(name, 0) for name in ("rows", "scored", "drafted"))
    tiers = " · ".join(f"{number(numbers.get(tier.lower(), 0))} {tier}" for tier in ("Hot", "Warm", "Cold"))
    counted = (
        say_many("{count} lead", "{count} leads", rows),
        say_many("{count} scored", "{count} scored", scored),
        say_many("{count} draft", "{count} drafts", drafted),
    )
    return w.section(w.fact(" · ".join(counted), label=label, below=tiers if scored else "", icon="PERSON"))


def _run_line(run: Run) -> w.Widget:
    open_run = w.button(say("Details"), Action.OPEN_RUN, run_card.parameters(run))
    return w.fact(
        run_card.progress(run), label=run_card.title(run), below=say_kept(run.note), icon="CLOCK", button=open_run
    )


def _replies_line(view: Home, file: dict[Param, str]) -> w.Widget:
    """Say how many answers wait; the way to them is there without any too."""
    show = w.button(say("Replies"), Action.OPEN_REPLIES, file)
    if not view.replies:
        return w.fact(say("No reply needs you"), icon="EMAIL", button=show)
    count = say_many("{count} reply needs you", "{count} replies need you", view.replies)
    return w.fact(count, icon="EMAIL", button=show)


def _held_line(view: Home, file: dict[Param, str]) -> w.Widget | None:
    if not view.held:
        return None
    show = w.button(say("Held"), Action.OPEN_HELD, file)
    return w.fact(say_many("{count} mail needs you", "{count} mails need you", view.held), icon="STAR", button=show)


def _campaign_lines(view: Home) -> list[w.Widget]:
    lines = [campaign.line(one, view.now) for one in view.campaigns[:MAX_CAMPAIGNS]]
    more = len(view.campaigns) - MAX_CAMPAIGNS
    if more > 0:
        lines.append(w.paragraph(say_many("{count} more sequence", "{count} more sequences", more)))
    return lines


def _choice(view: Home, file: dict[Param, str]) -> w.Widget:
    tabs = tuple((str(tab.sheet_id), tab.title) for tab in view.workbook.tabs if not tab.hidden or tab == view.tab)
    rows = [(value, say(text)) for value, text in ROW_CHOICES]
    return w.section(
        w.choice(Input.TAB, say("Tab"), tabs, str(view.tab.sheet_id), on_change=w.click(Action.SHOW_HOME, file)),
        w.choice(Input.ROWS, say("Which rows"), rows, view.rows),
        w.text_input(Input.RANGE, say("Rows by number"), view.range, hint="2-50, 60", limit=200),
        _judge() if view.has_model else None,
        w.fact(view.cost, icon="DOLLAR") if view.cost else None,
    )


def _judge() -> w.Widget:
    judges = ((BY_RULES, say("Rules")), (BY_MODEL, say("Rules and Gemini's view of each row")))
    return w.choice(Input.JUDGE, say("Score by"), judges, BY_RULES)


def _steps(view: Home, file: dict[Param, str]) -> w.Widget:
    next_step = _next_step(view)
    steps = (
        (say("Check leads"), Action.CHECK_LEADS),
        (say("Score leads"), Action.START_SCORE),
        (say("Write drafts"), Action.START_DRAFTS),
        (say("Start sequence"), Action.START_SEQUENCE),
    )
    made = {action: w.button(text, action, file, primary=action is next_step) for text, action in steps}
    first = made.pop(next_step)
    refresh = w.button(say("Refresh"), Action.SHOW_HOME, file)
    return w.section(w.buttons(first, refresh), w.buttons(*made.values()), _not_yet(view))


def _next_step(view: Home) -> Action:
    numbers = view.numbers
    if not numbers.get("rows"):
        return Action.CHECK_LEADS
    if numbers.get("scored", 0) < numbers["rows"]:
        return Action.START_SCORE
    has_drafts = numbers.get("drafted", 0) >= max(numbers.get("hot", 0), 1)
    return Action.START_SEQUENCE if has_drafts and not view.campaigns else Action.START_DRAFTS


def _not_yet(view: Home) -> w.Widget | None:
    """Say why a sequence cannot start."""
    if view.numbers.get("drafted"):
        return None
    return w.paragraph(say("A sequence can start once rows have drafts."))


def _about(view: Home, file: dict[Param, str]) -> w.Widget:
    better = say("Drafts get better once you say what you sell.")
    missing = None if view.knows_offer else w.fact(better, icon="STAR")
    return w.section(
        missing,
        w.fact(view.sender, label=say("Mail leaves from"), icon="EMAIL") if view.sender else None,
        w.buttons(
            w.button(say("What we sell"), Action.SHOW_OFFER, file),
            w.button(say("Ideal customer"), Action.SHOW_IDEAL, file),
            w.button(say("Settings"), Action.SHOW_SETTINGS, file),
        ),
        w.buttons(
            *_draft_buttons(view, file),
            _file_button(view, file),
        ),
    )


def _draft_buttons(view: Home, file: dict[Param, str]) -> list[w.Widget]:
    """Offer what drafts are there for: to be read, and to be followed up."""
    if not view.numbers.get("drafted"):
        return []
    return [
        w.button(say("Show drafts"), Action.SHOW_DRAFT, file),
        w.button(say("Write follow-ups"), Action.START_FOLLOW_UPS, file),
    ]


def _file_button(view: Home, file: dict[Param, str]) -> w.Widget:
    """Offer to bring leads in while a tab is not known to hold any, and to take them out afterwards."""
    return files.export_button(file) if view.numbers.get("rows") else files.import_button()
