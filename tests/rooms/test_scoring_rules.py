"""Scores people can argue with: from row 1 on, sharper with an ideal customer, always with the cell that spoke."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.accounts.model import IdealCustomer
from addon.leads.model import Field, Lead
from addon.lib.text import words
from addon.scoring.explain import why
from addon.scoring.features import Seniority, Text, head_count, read_title
from addon.scoring.ideal import is_country_of, is_one_of, wants_title
from addon.scoring.interest import Interest, listen
from addon.scoring.model import Reason, Score, Tier
from addon.scoring.rules import BASE, score, tier_of

F = Field
NAMES = {
    F.TITLE: "Title", F.COMPANY: "Company", F.EMAIL: "Email", F.PHONE: "Phone", F.EMPLOYEES: "Employees",
    F.INDUSTRY: "Industry", F.COUNTRY: "Country", F.NOTES: "Notes",
}  # fmt: skip
PETRA = {
    F.TITLE: "Head of Ops", F.COMPANY: "Nordlicht", F.EMAIL: "petra@nordlicht.example", F.PHONE: "+49 30 123456",
    F.EMPLOYEES: "120", F.INDUSTRY: "Logistics", F.COUNTRY: "Germany", F.NOTES: "met at the fair",
}  # fmt: skip
WANTED = IdealCustomer(
    titles=("Head of Operations",), industries=("Logistik",), countries=("Deutschland",), min_employees=50,
    max_employees=500, keywords=("fair",), avoid=("gambling",),
)  # fmt: skip


def lead(other: dict[str, str] | None = None, **changes: str) -> Lead:
    values = PETRA | {F(name): text for name, text in changes.items()}
    filled = {field: text for field, text in values.items() if text}
    return Lead(id="", row=2, values=filled, headers=NAMES, other=other or {})


def sums(ideal: IdealCustomer, **changes: str) -> int:
    """What all reasons add up to, beyond 100 too."""
    return sum(reason.points for reason in score(lead(None, **changes), ideal).reasons)


def points(ideal: IdealCustomer | None = None, other: dict[str, str] | None = None, **changes: str) -> int:
    return score(lead(other, **changes), ideal).points


def test_a_score_names_the_cells_that_spoke() -> None:
    found = score(lead(phone="", notes=""))
    assert found.tier == Tier.WARM
    assert why(found) == "Title: Head of Ops, Employees: 120, Email: petra@nordlicht.example; against: no Phone"


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"title": "COO"}, {"title": "Operations Manager"}),
        ({"title": "Operations Manager"}, {"title": "Operations Analyst"}),
        ({"title": "Operations Analyst"}, {"title": "Operations Intern"}),
        ({"title": "CEO"}, {"title": "Executive Assistant to the CEO"}),
        ({"email": "p@firm.example"}, {"email": "p@gmail.com"}),
        ({"email": "p@gmail.com"}, {"email": "not an address"}),
        ({"email": "p@firm.example"}, {"email": "info@firm.example"}),
        ({"email": "info@firm.example"}, {"email": ""}),
        ({"phone": "+1 555 0100"}, {"phone": ""}),
        ({"employees": "11-50"}, {"employees": "3"}),
        ({"employees": "200"}, {"employees": "10,001+"}),
        ({"company": "Nordlicht"}, {"company": ""}),
        ({"notes": "asked for pricing"}, {"notes": "met at the fair"}),
        ({"notes": "met at the fair"}, {"notes": ""}),
        ({"notes": ""}, {"notes": "not interested, went with another"}),
        ({"notes": "sucht dringend"}, {"notes": "kein Budget"}),
    ],
    ids=lambda changes: ",".join(changes.values()),
)
def test_a_better_row_scores_higher_without_an_ideal_customer(better: dict[str, str], worse: dict[str, str]) -> None:
    assert points(**better) > points(**worse)


def test_a_wish_in_any_column_counts_and_is_shown() -> None:
    told = score(lead({"Challenge": "forecasts in spreadsheets"}))
    assert told.points > points()
    assert Reason(rule="need", header="Challenge", value="forecasts in spreadsheets", points=9) in told.reasons


@pytest.mark.parametrize(
    ("changes", "sharper"),
    [
        ({}, True),
        ({"title": "VP Operations"}, True),
        ({"title": "Head of Legal"}, False),
        ({"industry": "Retail"}, False),
        ({"country": "Brazil"}, False),
        ({"employees": "5,000"}, False),
        ({"notes": "works in gambling"}, False),
    ],
)
def test_an_ideal_customer_sharpens(changes: dict[str, str], sharper: bool) -> None:
    perfect = sums(WANTED)
    assert (sums(WANTED, **changes) == perfect) if sharper else (sums(WANTED, **changes) < perfect - 10)
    assert perfect > sums(IdealCustomer())


def test_what_to_avoid_makes_a_row_cold_and_says_so() -> None:
    found = score(lead(industry="Online gambling", notes=""), WANTED)
    assert found.tier == Tier.COLD
    assert "against: Industry: Online gambling" in why(found)


@pytest.mark.parametrize(
    ("phrase", "cell", "stands"),
    [
        ("supply chain", "Head of Supply Chains", True),
        ("supply chain", "chain supply", False),
        ("物流", "東京物流株式会社", True),
        ("art", "Smart start", False),
        ("SaaS", "a saas firm", True),
        ("!!", "!!", False),
        ("", "anything", False),
    ],
)
def test_a_keyword_is_found_as_a_whole_word_in_any_cell(phrase: str, cell: str, stands: bool) -> None:
    ideal = IdealCustomer(keywords=(phrase,))
    for row in (lead({"Idea": cell}), lead(company=cell)):
        rules = [reason.value for reason in score(row, ideal).reasons if reason.rule == "keyword"]
        assert rules == ([cell] if stands else [])


def test_one_question_answered_leaves_the_rest_alone() -> None:
    assert points(IdealCustomer(countries=("DE",))) == points() + 7
    assert points(IdealCustomer(max_employees=50)) < points()
    assert points(IdealCustomer()) == points(None)


def test_a_column_the_sheet_lacks_is_not_held_against_anyone() -> None:
    bare = replace(lead(phone="", notes=""), headers={F.EMAIL: "Email", F.TITLE: "Title"})
    assert "Phone" not in why(score(bare))
    assert "no Email" in why(score(replace(bare, values={}, headers={})))


@pytest.mark.parametrize(
    ("number", "tier"), [(0, "Cold"), (39, "Cold"), (40, "Warm"), (69, "Warm"), (70, "Hot"), (100, "Hot")]
)
def test_tiers_begin_at_40_and_70(number: int, tier: str) -> None:
    assert tier_of(number) == tier


@pytest.mark.parametrize(
    ("title", "seniority", "function"),
    [
        ("Chief Operating Officer", Seniority.EXECUTIVE, None),
        ("COO", Seniority.EXECUTIVE, "operations"),
        ("Geschäftsführerin", Seniority.EXECUTIVE, None),
        ("代表取締役社長", Seniority.EXECUTIVE, None),
        ("Vice President, Sales", Seniority.HEAD, "sales"),
        ("Vertriebsleiter", Seniority.HEAD, "sales"),
        ("Directrice des achats", Seniority.HEAD, "procurement"),
        ("営業部長", Seniority.HEAD, "sales"),
        ("Jefe de Compras", Seniority.MANAGER, "procurement"),
        ("Teamleiter Einkauf", Seniority.MANAGER, "procurement"),
        ("Assistant Director of HR", Seniority.HEAD, "people"),
        ("Assistant to the CEO", Seniority.JUNIOR, None),
        ("Account Executive", Seniority.STAFF, None),
        ("Product Owner", Seniority.STAFF, "product"),
        ("Lead Generation Specialist", Seniority.STAFF, None),
        ("Werkstudentin Marketing", Seniority.JUNIOR, "marketing"),
        ("Data Scientist", None, None),
        ("", None, None),
    ],
)
def test_titles_are_read(title: str, seniority: Seniority | None, function: str | None) -> None:
    found = read_title(title)
    assert found.seniority == seniority
    assert found.functions == frozenset({function} if function else ())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("120", (120, 120)),
        ("1,200", (1200, 1200)),
        ("1.200 Mitarbeiter", (1200, 1200)),
        ("1 200", (1200, 1200)),
        ("11-50", (11, 50)),
        ("1,001 – 5,000 employees", (1001, 5000)),
        ("1.5k", (1500, 1500)),
        ("10,001+", (10_001, 3_000_000)),
        ("> 500", (500, 3_000_000)),
        ("<10", (1, 10)),
        ("bis 50", (1, 50)),
        ("50-11", (11, 50)),
        ("", None),
        ("many", None),
        ("9" * 30, None),
        ("+49 30 123 45 67 89", None),
        ("99999999", None),
        ("1234567890123", None),
    ],
)
def test_head_counts_are_read_in_every_notation(text: str, people: tuple[int, int] | None) -> None:
    assert head_count(text) == people


@pytest.mark.parametrize(
    ("wanted", "title", "fits"),
    [
        ("Head of Operations", "Head of Global Operations", True),
        ("Head of Operations", "COO", True),
        ("Head of Operations", "Operations Manager", False),
        ("Head of Operations", "Head of Finance", False),
        ("CEO", "Founder", True),
        ("CEO", "Geschäftsführer", True),
        ("CEO", "CFO", False),
        ("Vertriebsleiter", "VP Sales", True),
        ("Buyers", "Senior Buyer", True),
        ("the", "the", False),
        ("", "CEO", False),
        ("CEO", "", False),
    ],
)
def test_a_wanted_title_fits_its_like(wanted: str, title: str, fits: bool) -> None:
    assert wants_title([wanted], read_title(title)) == fits


@pytest.mark.parametrize(
    ("wanted", "value", "fits"),
    [
        ("Software", "Computer Software", True),
        ("Logistics", "Logistik & Transport", True),
        ("Hotels", "hotel", True),
        ("Health care", "Retail", False),
        ("Software", "", False),
        ("", "Software", False),
    ],
)
def test_an_industry_fits_its_like(wanted: str, value: str, fits: bool) -> None:
    assert is_one_of([wanted], value) == fits


@pytest.mark.parametrize(
    ("wanted", "value", "fits"),
    [
        ("Germany", "DE", True),
        ("Allemagne", "deutschland", True),
        ("UK", "United Kingdom", True),
        ("Atlantis", "ATLANTIS", True),
        ("Germany", "France", False),
        ("Atlantis", "Lemuria", False),
    ],
)
def test_a_country_is_itself_in_any_language(wanted: str, value: str, fits: bool) -> None:
    assert is_country_of([wanted], value) == fits


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("Has budget for Q3", Interest.BUYING),
        ("no budget", Interest.COLD),
        ("has no real budget", None),
        ("Not looking for anything", None),
        ("来期の予算あり", Interest.BUYING),
        ("予算なし", Interest.COLD),
        ("Please do not contact again", Interest.COLD),
        ("nice person", None),
        ("", None),
    ],
)
def test_notes_are_listened_to(note: str, says: Interest | None) -> None:
    heard = listen([Text("Notes", note, words(note))])
    assert [found.interest for found in heard] == ([says] if says else [])


def test_a_long_note_is_shown_where_it_spoke() -> None:
    note = "blah " * 30 + "they asked for pricing " + "blah " * 30
    [heard] = listen([Text("Notes", note, words(note))])
    assert "asked for pricing" in heard.value
    assert len(heard.value) <= 61


def test_why_names_a_cell_once_and_always_both_sides() -> None:
    reasons = (
        *(Reason(rule=f"r{at}", header=f"Good {at}", value="yes", points=20 - at) for at in range(6)),
        Reason(rule="again", header="Good 0", value="yes", points=5),
        Reason(rule="cancelled", header="Even", value="0", points=4),
        Reason(rule="cancels", header="Even", value="0", points=-4),
        Reason(rule="bad", header="Phone", value="", points=-1),
    )
    text = why(Score(points=50, tier=Tier.WARM, reasons=reasons), limit=3)
    assert text == "Good 0: yes, Good 1: yes; against: no Phone"
    assert why(Score(points=50, tier=Tier.WARM, reasons=())) == ""


def test_why_shows_hostile_cells_as_one_short_line() -> None:
    reason = Reason(rule="r", header="Ti\ntle\u202e", value="a\u200bb\n" + "x" * 5_000, points=5)
    text = why(Score(points=50, tier=Tier.WARM, reasons=(reason,)))
    assert text.startswith("Ti tle: ab xxx")
    assert text.endswith("…")
    assert len(text) < 90


texts = st.text(max_size=40)
many = st.lists(texts, max_size=4).map(tuple)


@given(
    st.dictionaries(st.sampled_from(list(F)), texts),
    st.dictionaries(texts, texts, max_size=4),
    st.builds(IdealCustomer, titles=many, industries=many, countries=many, keywords=many, avoid=many),
)
def test_any_row_has_a_score_that_adds_up(
    values: dict[Field, str], other: dict[str, str], ideal: IdealCustomer
) -> None:
    found = score(Lead(id="", row=2, values=values, headers=NAMES, other=other), ideal)
    assert 0 <= found.points <= 100
    assert found.points == max(0, min(100, BASE + sum(reason.points for reason in found.reasons)))
    weights = [abs(reason.points) for reason in found.reasons]
    assert weights == sorted(weights, reverse=True)
    assert 0 not in weights
    known = {*values.values(), *other.values(), ""}
    assert all(r.value in known or r.rule in ("buying", "cold", "need") for r in found.reasons)
    assert "\n" not in why(found)
