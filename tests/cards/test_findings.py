"""The lines of a check: counts, at most twenty rows each, what is more counted, a card that stays small."""

from __future__ import annotations

from addon.leads.model import Finding, Problem
from cards.findings import MAX_EACH, MAX_SHOWN, MORE, PROBLEMS, widgets_of


def lines(*findings: Finding) -> list[tuple[str, str]]:
    facts = [widget["decoratedText"] for widget in widgets_of(findings)]
    return [(fact["text"], fact.get("bottomLabel", "")) for fact in facts]


def found(problem: Problem, *rows: int, detail: str = "") -> Finding:
    return Finding(problem=problem, rows=rows, detail=detail)


def test_a_hint_asks_and_names_the_row() -> None:
    assert lines(found(Problem.TYPO, 12, detail="gmail.com")) == [("Did you mean gmail.com?", "Row 12")]
    assert lines(found(Problem.TYPO, 2, 9, detail="gmail.com")) == [("2 times: did you mean gmail.com?", "Rows 2, 9")]


def test_a_colleague_and_a_tab_are_named() -> None:
    assert lines(
        found(Problem.ELSEWHERE_TAB, 2, 3, 4, detail="March"),
        found(Problem.ELSEWHERE_TEAM, 7, 8, detail="ana@n.example"),
    ) == [
        ("3 also in the tab March", "Rows 2, 3, 4"),
        ("2 are a colleague&#x27;s leads too (ana@n.example), in another file", "Rows 7, 8"),
    ]


def test_more_than_twenty_rows_are_counted() -> None:
    [(text, rows)] = lines(found(Problem.NO_EMAIL, *range(2, 1002)))
    assert text == "1,000 without an e-mail address"
    assert rows.endswith("20, 21 and 980 more")


def test_of_many_companies_the_first_few_are_named_and_the_others_counted() -> None:
    crowds = [found(Problem.MANY_AT_COMPANY, *range(2, 9), detail=f"Firm {number}") for number in range(9)]
    told = lines(*crowds)
    assert [text for text, _ in told[:2]] == ["7 at one company: Firm 0", "7 at one company: Firm 1"]
    assert told[-1][0] == f"{9 - MAX_EACH[Problem.MANY_AT_COMPANY]} more companies with many leads"


def test_a_hint_without_a_detail_is_only_counted() -> None:
    assert lines(found(Problem.TYPO, 2, 3)) == [("2 more addresses with slips", "Rows 2, 3")]


def test_every_problem_has_words_and_the_worst_sheet_fits_the_card() -> None:
    assert PROBLEMS.keys() == set(Problem)
    assert MORE.keys() == MAX_EACH.keys()
    worst = [found(problem, 2, 3, detail=f"{at}") for problem in Problem for at in range(9 if problem in MORE else 1)]
    assert len(lines(*worst)) <= MAX_SHOWN
    assert lines() == []
