"""What is wrong with which rows, in plain words: one line a problem, the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from addon.leads.model import Finding, Problem
from cards import widgets as w
from cards.words import Forms, number, say, say_many

MAX_ROWS = 20
"""Row numbers listed for one problem."""

MAX_SHOWN = 22
"""Lines of findings on one card, so that it stays below 25 widgets."""

MAX_EACH = {
    Problem.TYPO: 4,
    Problem.ELSEWHERE_TAB: 2,
    Problem.ELSEWHERE_TEAM: 2,
    Problem.MANY_AT_COMPANY: 3,
}
"""Findings of one problem that are told one by one, where there may be many."""

PROBLEMS = {
    Problem.NO_EMAIL: Forms("{count} without an e-mail address", "{count} without an e-mail address"),
    Problem.BAD_EMAIL: Forms(
        "{count} with an address that cannot be right", "{count} with addresses that cannot be right"
    ),
    Problem.SEVERAL_EMAILS: Forms(
        "{count} with several addresses in one cell", "{count} with several addresses in one cell"
    ),
    Problem.OPTED_OUT: Forms("{count} wants no mail: column {detail}", "{count} want no mail: column {detail}"),
    Problem.TYPO: Forms("Did you mean {detail}?", "{count} times: did you mean {detail}?"),
    Problem.DUPLICATE: Forms("{count} repeats a person further up", "{count} repeat a person further up"),
    Problem.PROBABLE_DUPLICATE: Forms(
        "{count} is probably a person further up: the same mailbox, written otherwise",
        "{count} are probably people further up: the same mailbox, written otherwise",
    ),
    Problem.ELSEWHERE_TAB: Forms("{count} also in the tab {detail}", "{count} also in the tab {detail}"),
    Problem.ELSEWHERE_FILE: Forms("{count} also in another file of yours", "{count} also in another file of yours"),
    Problem.ELSEWHERE_TEAM: Forms(
        "{count} is a colleague's lead too ({detail}), in another file",
        "{count} are a colleague's leads too ({detail}), in another file",
    ),
    Problem.DISPOSABLE: Forms("{count} with a throw-away mailbox", "{count} with throw-away mailboxes"),
    Problem.ROLE_ADDRESS: Forms(
        "{count} with a shared mailbox such as info@",
        "{count} with shared mailboxes such as info@",
    ),
    Problem.CONSUMER_ADDRESS: Forms("{count} with a private mailbox", "{count} with private mailboxes"),
    Problem.NO_FIRST_NAME: Forms("{count} without a first name", "{count} without a first name"),
    Problem.NAME_UNUSABLE: Forms(
        "{count} with a name one cannot greet by: initials, a title, a company",
        "{count} with names one cannot greet by: initials, titles, companies",
    ),
    Problem.NO_COMPANY: Forms("{count} without a company", "{count} without a company"),
    Problem.MANY_AT_COMPANY: Forms("{count} at one company: {detail}", "{count} at one company: {detail}"),
}
"""One row and many rows of each problem; the texts are messages of the catalogue."""

NAMELESS = {
    Problem.OPTED_OUT: Forms("{count} opted out of your mails", "{count} opted out of your mails"),
}
"""What is said instead of a problem that has no detail to name."""

MORE = {
    Problem.TYPO: Forms("{count} more address with a slip", "{count} more addresses with slips"),
    Problem.ELSEWHERE_TAB: Forms(
        "{count} more also in another tab of this file",
        "{count} more also in other tabs of this file",
    ),
    Problem.ELSEWHERE_TEAM: Forms(
        "{count} more is another colleague's lead", "{count} more are other colleagues' leads"
    ),
    Problem.MANY_AT_COMPANY: Forms("{count} more company with many leads", "{count} more companies with many leads"),
}
"""What is said of the findings of one problem beyond ``MAX_EACH``: their rows, of companies their number."""


def widgets_of(findings: Sequence[Finding]) -> list[w.Widget]:
    """Show each problem with its rows, in the order given; at most 22 lines, what is left out is counted."""
    shown = [widget for problem, found in groupby(findings, lambda f: f.problem) for widget in _each(problem, [*found])]
    if len(shown) <= MAX_SHOWN:
        return shown
    left = len(shown) - MAX_SHOWN + 1
    return [*shown[: MAX_SHOWN - 1], w.fact(say_many("{count} more finding", "{count} more findings", left))]


def _each(problem: Problem, found: list[Finding]) -> list[w.Widget]:
    """Show the largest findings of one problem, and those without a detail only in what is more."""
    most = MAX_EACH.get(problem, len(found))
    told = [finding for finding in found if finding.detail or problem not in MORE][:most]
    rest = [finding for finding in found if finding not in told]
    more = [_more(problem, rest)] if rest else []
    return [*map(_finding, told), *more]


def _finding(finding: Finding) -> w.Widget:
    forms = PROBLEMS if finding.detail else {**PROBLEMS, **NAMELESS}
    one, many = forms[finding.problem]
    return w.fact(say_many(one, many, len(finding.rows), detail=finding.detail), below=rows_line(finding.rows))


def _more(problem: Problem, rest: Sequence[Finding]) -> w.Widget:
    one, many = MORE[problem]
    rows = sorted(row for finding in rest for row in finding.rows)
    if problem is Problem.MANY_AT_COMPANY:
        return w.fact(say_many(one, many, len(rest)))
    return w.fact(say_many(one, many, len(rows)), below=rows_line(rows))


def rows_line(rows: Sequence[int]) -> str:
    """Name rows, at most 20 of them, and count the others."""
    shown = ", ".join(str(row) for row in rows[:MAX_ROWS])
    if len(rows) > MAX_ROWS:
        return say("Rows {rows} and {more} more", rows=shown, more=number(len(rows) - MAX_ROWS))
    return say_many("Row {rows}", "Rows {rows}", len(rows), rows=shown)
