"""From rows to leads, which rows are meant, and what is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addon.errors import Invalid
from addon.leads.lead import to_lead
from addon.leads.model import Cell, ColumnMap, Field, Lead, Problem
from addon.leads.selection import is_ticked, parse_rows
from addon.leads.validate import findings

cells = st.one_of(st.text(max_size=30), st.integers(), st.floats(allow_nan=True), st.booleans())
HEADERS = ("Select", "Name", "Mail", "Firma", "Status", "Idea", "", "Idea")
COLUMNS = ColumnMap(
    header_row=0, headers={Field.FULL_NAME: "Name", Field.EMAIL: "Mail", Field.COMPANY: "Firma", Field.PHONE: "Gone"}
)


def lead(*row: Cell, own: tuple[int, ...] = ()) -> Lead | None:
    return to_lead(7, row, HEADERS, COLUMNS, own, "LEAD")


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("2-50, 60", [(2, 50), (60, 60)]),
        ("60;2 – 50", [(2, 50), (60, 60)]),
        ("2:5", [(2, 5)]),
        ("rows 2 to 9", [(2, 9)]),
        ("Zeilen 2 bis 9", [(2, 9)]),
        ("9-12,10-20,21", [(9, 21)]),
        ("200-", [(200, 10_000_000)]),
        ("２－５、７", [(2, 5), (7, 7)]),
        ("2\n4", [(2, 2), (4, 4)]),
        (" ,2,, ", [(2, 2)]),
    ],
)
def test_rows_are_read_as_people_write_them(text: str, rows: list[tuple[int, int]]) -> None:
    assert [(found.start, found.stop - 1) for found in parse_rows(text)] == rows


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "write row numbers"),
        (" , ", "write row numbers"),
        ("2-50, sixty", "“sixty”"),
        ("50-2", "Write 2-50"),
        ("0-5", "count from 1"),
        ("-5", "“-5”"),
        ("2-3-4", "“2-3-4”"),
        ("2 3", "“2 3”"),
        ("1.5", "“1.5”"),
        ("99999999", "beyond the end"),
        ("9" * 400, "beyond the end"),
        ("2," * 9_000, "too long"),
        ("=A1:A5", "“=A1:A5”"),
    ],
)
def test_a_faulty_choice_of_rows_says_which_piece_and_the_mend(text: str, says: str) -> None:
    with pytest.raises(Invalid) as caught:
        parse_rows(text)
    assert says in caught.value.message
    assert len(caught.value.message) < 120


@given(st.lists(st.tuples(st.integers(1, 999), st.integers(0, 50)), min_size=1, max_size=12))
def test_rows_come_back_in_order_each_once(pairs: list[tuple[int, int]]) -> None:
    found = parse_rows(", ".join(f"{first}-{first + more}" for first, more in pairs))
    numbers = [number for rows in found for number in rows]
    assert numbers == sorted({number for first, more in pairs for number in range(first, first + more + 1)})


@given(st.text(max_size=40))
def test_any_text_is_rows_or_invalid(text: str) -> None:
    try:
        found = parse_rows(text)
    except Invalid:
        return
    assert found
    assert all(1 <= rows.start < rows.stop for rows in found)


@pytest.mark.parametrize("cell", [True, 1, 1.0, "TRUE", "x", " X ", "✓", "Yes", "WAHR"])
def test_a_ticked_cell_selects(cell: Cell) -> None:
    assert is_ticked(cell)


@pytest.mark.parametrize("cell", [False, 0, 2, float("nan"), "", "FALSE", "no", "true story", "x" * 50_000])
def test_any_other_cell_does_not(cell: Cell) -> None:
    assert not is_ticked(cell)


def test_a_row_becomes_a_lead_with_its_headers() -> None:
    found = lead(
        True,
        " Petra\u200b Kunze ",
        "Petra <Petra@N.example>",
        "Nordlicht",
        "ours",
        "use less paper",
        4.0,
        "x",
        own=(4,),
    )
    assert found == Lead(
        id="LEAD",
        row=7,
        values={
            Field.FULL_NAME: "Petra Kunze", Field.EMAIL: "Petra@N.example", Field.COMPANY: "Nordlicht",
            Field.FIRST_NAME: "Petra", Field.LAST_NAME: "Kunze",
        },
        headers={
            Field.FULL_NAME: "Name", Field.EMAIL: "Mail", Field.COMPANY: "Firma",
            Field.FIRST_NAME: "Name", Field.LAST_NAME: "Name",
        },
        other={"Idea": "use less paper", "Column G": "4", "Idea (H)": "x"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "row",
    [(), ("",), (False, "", ""), (True, ""), ("", " \u200b", "\n"), ("", "-", "n/a", "#REF!"), ("",) * 4 + ("ours",)],
    ids=repr,
)  # fmt: skip
def test_a_row_without_anything_of_the_users_is_no_lead(row: tuple[Cell, ...]) -> None:
    assert lead(*row, own=(4,)) is None


def test_our_own_cells_are_never_read_not_even_under_a_mapped_header() -> None:
    found = to_lead(2, ["ours", "theirs"], ["Name", "Name"], COLUMNS, {0}, "")
    assert found is not None
    assert found.value(Field.FULL_NAME) == "theirs"
    assert found.other == {}


def test_values_that_say_nothing_count_as_missing() -> None:
    found = lead("", "Petra", "—", "#N/A", "", "?")
    assert found is not None
    assert found.values == {Field.FULL_NAME: "Petra", Field.FIRST_NAME: "Petra"}
    assert found.other == {}
    assert Field.COMPANY in found.headers


def test_a_hidden_character_in_an_address_stays_a_fault() -> None:
    found = lead("", "Petra", "pe\u202etra@n.example")
    assert found is not None
    assert found.value(Field.EMAIL) == "pe\ufffdtra@n.example"
    assert [finding.problem for finding in findings([found])] == [Problem.BAD_EMAIL, Problem.NO_COMPANY]


def test_wide_rows_and_long_cells_are_bounded() -> None:
    found = to_lead(2, ["y" * 50_000] * 300, [f"h{at}" for at in range(200)], COLUMNS, (), "")
    assert found is not None
    assert len(found.other) == 40
    assert all(len(text) == 1_000 and text.endswith("…") for text in found.other.values())


@given(st.lists(cells, max_size=12), st.lists(st.text(max_size=12), max_size=10), st.sets(st.integers(0, 11)))
def test_any_row_is_a_lead_or_none(row: list[Cell], headers: list[str], own: set[int]) -> None:
    columns = ColumnMap(header_row=0, headers=dict(zip(Field, dict.fromkeys(headers), strict=False)))
    found = to_lead(3, row, headers, columns, own, "")
    if found:
        texts = [*found.values.values(), *found.other.values(), *found.other, *found.headers.values()]
        assert all(text and "\x00" not in text and "\n" not in text for text in texts)
        assert found.values.keys() <= found.headers.keys()


def person(row: int, email: str, company: str = "Nordlicht", name: str = "Petra") -> Lead:
    values = {Field.EMAIL: email, Field.COMPANY: company, Field.FIRST_NAME: name}
    return Lead(id="", row=row, values={field: text for field, text in values.items() if text}, headers={})


def test_findings_name_every_problem_with_its_rows() -> None:
    leads = [
        person(2, "petra@n.example"),
        person(3, ""),
        person(4, "petra(at)n.example"),
        person(5, "PETRA@N.example"),
        person(6, "info@n.example"),
        person(7, "jan@gmail.com", company=""),
        person(8, "mia@n.example", name=""),
    ]
    assert {finding.problem: finding.rows for finding in findings(leads)} == {
        Problem.NO_EMAIL: (3,),
        Problem.BAD_EMAIL: (4,),
        Problem.TYPO: (4,),
        Problem.DUPLICATE: (5,),
        Problem.ROLE_ADDRESS: (6,),
        Problem.CONSUMER_ADDRESS: (7,),
        Problem.NO_FIRST_NAME: (8,),
        Problem.NO_COMPANY: (7,),
        Problem.MANY_AT_COMPANY: (2, 3, 4, 5, 6, 8),
    }


def test_many_at_one_company_is_told_by_the_name_used_most() -> None:
    names = ["ACME", "Acme", "Acme", "acme ", "Ácme", "Acme"]
    leads = [person(row, f"p{row}@a.example", name) for row, name in enumerate(names, start=2)]
    [found] = findings(leads)
    assert (found.problem, found.detail, len(found.rows)) == (Problem.MANY_AT_COMPANY, "Acme", 6)
    assert findings(leads[:5]) == ()


def test_a_clean_sheet_has_no_findings() -> None:
    assert findings([person(2, "petra@n.example"), person(3, "jan@m.example", "Molen")]) == ()
    assert findings([]) == ()
