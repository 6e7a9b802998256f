"""What Check leads found: the columns with a drop-down each, and what is wrong with which rows."""

from __future__ import annotations

from collections.abc import Sequence

from addon.leads.model import Check, Field, Finding, Problem
from cards import widgets as w
from cards.actions import COLUMN, COLUMN_INPUT, NO_COLUMN, Action, Param
from cards.response import Card

MAX_CROWDS = 3
"""Companies with many leads that are named."""

MAX_ROWS = 20
"""Row numbers listed for one problem."""

FIELDS = {
    Field.EMAIL: "E-mail",
    Field.FIRST_NAME: "First name",
    Field.LAST_NAME: "Last name",
    Field.FULL_NAME: "Full name",
    Field.TITLE: "Job title",
    Field.COMPANY: "Company",
    Field.INDUSTRY: "Industry",
    Field.EMPLOYEES: "Employees",
    Field.COUNTRY: "Country",
    Field.PHONE: "Phone",
    Field.WEBSITE: "Website",
    Field.NOTES: "Notes",
    Field.CHALLENGE: "Challenge or pain",
    Field.LANGUAGE: "Language",
    Field.SALUTATION: "Salutation (Mr, Frau)",
}

PROBLEMS = {
    Problem.NO_EMAIL: "without an e-mail address",
    Problem.BAD_EMAIL: "with an address that cannot be right",
    Problem.DUPLICATE: "repeating a person further up",
    Problem.ROLE_ADDRESS: "with a shared mailbox such as info@",
    Problem.CONSUMER_ADDRESS: "with a private mailbox",
    Problem.NO_FIRST_NAME: "without a first name",
    Problem.NO_COMPANY: "without a company",
    Problem.MANY_AT_COMPANY: "at one company",
}


def checked(check: Check, file: str) -> Card:
    """Build the card of one checked tab; the sheet itself was only read."""
    parameters = {Param.FILE: file, Param.TAB: str(check.tab.sheet_id)}
    return w.card(
        f"Tab {check.tab.title}",
        [
            w.section(w.fact(f"{check.rows:,} leads, {check.ready:,} ready", below=_header_line(check), icon="PERSON")),
            w.section(*_findings(check.findings), header="To look at") if check.findings else {},
            w.section(
                w.buttons(
                    w.button("Score leads", Action.START_SCORE, parameters, primary=True),
                    w.button("Back to Home", Action.SHOW_HOME, parameters),
                )
            ),
            w.section(
                *(_column(field, text, check) for field, text in FIELDS.items()),
                w.buttons(w.button("Save columns", Action.SAVE_COLUMNS, parameters)),
                header="What your columns mean",
            ),
        ],
        name="checked",
    )


def _header_line(check: Check) -> str:
    mapped = len(check.columns.headers)
    return f"Header in row {check.columns.header_row + 1} · {mapped} of {len(check.headers)} known"


def _findings(findings: Sequence[Finding]) -> list[w.Widget]:
    """Show each problem once; of companies with many leads the largest few, and how many more there are."""
    crowds = sorted((f for f in findings if f.problem is Problem.MANY_AT_COMPANY), key=lambda f: -len(f.rows))
    shown = [_finding(f) for f in findings if f.problem is not Problem.MANY_AT_COMPANY]
    shown += [_finding(crowd) for crowd in crowds[:MAX_CROWDS]]
    if more := len(crowds) - MAX_CROWDS:
        shown += [w.fact(f"{more:,} more companies with many leads")] if more > 0 else []
    return shown


def _finding(finding: Finding) -> w.Widget:
    text = f"{len(finding.rows):,} {PROBLEMS[finding.problem]}"
    detail = f": {finding.detail}" if finding.detail else ""
    return w.fact(f"{text}{detail}", below=f"Rows {_rows(finding.rows)}")


def _rows(rows: tuple[int, ...]) -> str:
    shown = ", ".join(str(row) for row in rows[:MAX_ROWS])
    return shown if len(rows) <= MAX_ROWS else f"{shown} and {len(rows) - MAX_ROWS:,} more"


def _column(field: Field, text: str, check: Check) -> w.Widget:
    chosen = next((key for key, header in check.headers.items() if header == check.columns.headers.get(field)), "")
    sure = check.columns.confidence.get(field)
    label = text if sure is None else f"{text} ({sure:.0%} sure)"
    items = ((NO_COLUMN, "—"), *((f"{COLUMN}{key}", header) for key, header in check.headers.items()))
    return w.choice(f"{COLUMN_INPUT}{field}", label, items, f"{COLUMN}{chosen}" if chosen else NO_COLUMN)
