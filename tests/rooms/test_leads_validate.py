"""What is wrong with a sheet's rows: slips with the sheet as witness, mailboxes, names one cannot greet by."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addon.leads.check import check_of
from addon.leads.model import Cell, Field, Finding, Lead, Problem, Reading, Rows, Tab
from addon.leads.slips import MAX_HINTS
from addon.leads.table import table_from
from addon.leads.validate import findings


def lead(row: int, email: str, company: str = "", name: str = "Petra", website: str = "") -> Lead:
    values = {Field.EMAIL: email, Field.COMPANY: company, Field.FIRST_NAME: name, Field.WEBSITE: website}
    return Lead(id="", row=row, values={field: text for field, text in values.items() if text}, headers={})


def of(problem: Problem, leads: list[Lead]) -> list[tuple[tuple[int, ...], str]]:
    return [(found.rows, found.detail) for found in findings(leads) if found.problem is problem]


def test_slips_are_told_once_for_each_thing_meant() -> None:
    leads = [
        lead(2, "a@gmial.com"),
        lead(3, "b@gmail.con"),
        lead(4, "c@outlok.de"),
        lead(5, "d@gmail,com"),
        lead(6, "d@gmail.com"),
    ]
    assert of(Problem.TYPO, leads) == [((2, 3), "gmail.com"), ((4,), "outlook.de"), ((5,), "d@gmail.com")]
    assert of(Problem.BAD_EMAIL, leads) == [((5,), "")]


def test_the_domain_of_nearly_all_at_a_company_shows_the_odd_one() -> None:
    right = [lead(row, f"p{row}@nordlicht.example", "Nordlicht") for row in range(2, 7)]
    assert of(Problem.TYPO, [*right, lead(9, "ana@nordlciht.example", "NORDLICHT")]) == [((9,), "nordlicht.example")]
    assert of(Problem.TYPO, [*right, lead(9, "ana@nordlciht.example", "Other")]) == []
    assert of(Problem.TYPO, [*right, lead(9, "ana@nordsee.example", "Nordlicht")]) == []
    assert of(Problem.TYPO, [*right[:2], lead(9, "ana@nordlciht.example", "Nordlicht")]) == []


def test_a_domain_the_company_or_the_sheet_vouches_for_is_no_slip() -> None:
    assert of(Problem.TYPO, [lead(2, "ana@gmai.com", "Gmai Ltd")]) == []
    assert of(Problem.TYPO, [lead(2, "ana@gmai.com", website="https://www.gmai.com/")]) == []
    assert of(Problem.TYPO, [lead(row, f"p{row}@gmai.com") for row in range(2, 5)]) == []
    assert of(Problem.TYPO, [lead(2, "ana@gmai.com", "Acme")]) == [((2,), "gmail.com")]


def test_hints_beyond_some_are_counted_together() -> None:
    leads = [lead(row, f"p{row}(at)firm{row}.example") for row in range(2, MAX_HINTS + 7)]
    found = of(Problem.TYPO, leads)
    assert len(found) == MAX_HINTS + 1
    assert (len(found[-1][0]), found[-1][1]) == (5, "")


def test_one_mailbox_written_otherwise_is_probably_one_person() -> None:
    leads = [
        lead(2, "petra.kunze@gmail.com"),
        lead(3, "petrakunze+x@googlemail.com"),
        lead(4, "petra@n.example"),
        lead(5, "petra+news@n.example"),
        lead(6, "PETRA@n.example"),
        lead(7, "petra.k@n.example"),
    ]
    assert of(Problem.PROBABLE_DUPLICATE, leads) == [((3, 5), "")]
    assert of(Problem.DUPLICATE, leads) == [((6,), "")]


def test_a_throw_away_mailbox_and_a_name_of_initials_are_named() -> None:
    leads = [
        lead(2, "a@mailinator.com", "Acme"),
        lead(3, "b@n.example", "Acme", name="J. R."),
        lead(4, "c@n.example", "Acme", "Acme GmbH"),
    ]
    assert findings(leads) == (
        Finding(problem=Problem.DISPOSABLE, rows=(2,)),
        Finding(problem=Problem.NAME_UNUSABLE, rows=(3, 4)),
    )


texts = st.text(max_size=20) | st.sampled_from(["ana@gmial.com", "ana@n.example", "info@n.example", "Nordlicht"])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(texts, texts, texts), max_size=8))
def test_findings_of_any_rows_stand_in_order_and_name_rows_that_are_there(rows: list[tuple[str, str, str]]) -> None:
    leads = [lead(at, *cells) for at, cells in enumerate(rows, 2)]
    found = findings(leads)
    places = [list(Problem).index(each.problem) for each in found]
    assert places == sorted(places)
    assert all(each.rows and set(each.rows) <= {lead.row for lead in leads} for each in found)


def test_ten_thousand_rows_are_looked_at_in_under_two_seconds() -> None:
    leads = [lead(row, f"p{row}@firm{row // 3}.example", f"Firm {row // 3}", f"Name{row}") for row in range(10_000)]
    started = time.process_time()
    findings(leads)
    assert time.process_time() - started < 2


def test_several_addresses_in_a_cell_are_named_as_such() -> None:
    leads = [lead(2, "Anna@x.example; anna2@x.example", "X"), lead(3, "anna@", "X")]
    assert (of(Problem.SEVERAL_EMAILS, leads), of(Problem.BAD_EMAIL, leads)) == ([((2,), "")], [((3,), "")])


def test_a_company_with_many_rows_is_one_domain_and_never_a_private_mailbox() -> None:
    names = ["Nordlicht GmbH", "Nordlicht", "NORDLICHT GmbH", "Nordlicht GmbH", ""]
    at_one = [lead(row, f"p{row}@nordlicht.example", name) for row, name in enumerate(names, 2)]
    private = [lead(row, f"p{row}@gmail.com", "Selbstständig") for row in range(20, 30)]
    assert of(Problem.MANY_AT_COMPANY, [*at_one, *private]) == []
    nowhere = lead(9, "", "Nordlicht AG")
    assert of(Problem.MANY_AT_COMPANY, [*at_one, nowhere]) == [((2, 3, 4, 5, 6, 9), "Nordlicht GmbH")]


def test_the_rows_language_tells_whether_a_name_can_be_greeted() -> None:
    french = Lead(id="", row=2, values={Field.EMAIL: "m@dupont.fr", Field.FULL_NAME: "M. Dupont"}, headers={})
    german = Lead(id="", row=3, values={Field.EMAIL: "m@dupont.de", Field.FULL_NAME: "M. Dupont"}, headers={})
    assert of(Problem.NAME_UNUSABLE, [french, german]) == [((3,), "")]


@pytest.mark.parametrize(
    ("header", "cells", "rows"),
    [
        ("Email Opt Out", [True, False, ""], (2,)),
        ("HasOptedOutOfEmail", ["1", "0", "TRUE"], (2, 4)),
        ("Do not contact", ["x", "", "no"], (2,)),
        ("Opt-in", ["no", "yes", ""], (2,)),
        ("Newsletter", ["Nein", "ja", "unsubscribed"], (2, 4)),
        ("Consenso marketing", ["no", "sì", "No."], (2, 4)),
        ("Kein Newsletter", ["ja", "nein", ""], (2,)),
        ("SMS opt-in", ["no", "no", "no"], ()),
        ("Opt-in date", ["no", "no", "no"], ()),
        ("Newsletter", ["p@a.example", "weekly", "none"], ()),
        ("Status", ["no", "no", "no"], ()),
    ],
)  # fmt: skip
def test_who_wants_no_mail_is_not_ready(header: str, cells: list[Cell], rows: tuple[int, ...]) -> None:
    people: list[list[Cell]] = [["Petra", f"p{at}@n{at}.example", "N", cell] for at, cell in enumerate(cells)]
    grid: list[list[Cell]] = [["First name", "E-mail", "Company", header], *people]
    table = table_from(Reading(spans=(Rows(first=0, cells=grid),)))
    check = check_of(Tab(sheet_id=1, title="Leads", rows=9, columns=9), table)
    told = [(found.rows, found.detail) for found in check.findings if found.problem is Problem.OPTED_OUT]
    assert told == ([(rows, header)] if rows else [])
    assert check.ready == 3 - len(rows)
